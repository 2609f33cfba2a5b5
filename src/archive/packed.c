#include "archive/packed.h"

#include "archive/rows.h"

enum { WIDTH_MOST = 8 };

int64_t packed_number(int64_t print, int64_t place) {
    return print << PACKED_PLACE_BITS | place;
}

int64_t packed_print(int64_t number) {
    return number >> PACKED_PLACE_BITS;
}

int64_t packed_place(int64_t number) {
    return number & (((int64_t)1 << PACKED_PLACE_BITS) - 1);
}

void packed_sort(struct packed *packed) {
    rows_sort(packed->list.items, 1, packed->list.count);
}

static size_t width_of(struct slice row) {
    size_t width = row.len ? (unsigned char)row.data[0] : 0;
    return width <= WIDTH_MOST ? width : 0;
}

static size_t width_for(uint64_t most) {
    size_t width = 1;
    while (width < WIDTH_MOST && most >> 8 * width)
        width++;
    return width;
}

size_t packed_count(struct slice row) {
    size_t width = width_of(row);
    return 1 + (width ? (row.len - 1) / width : 0);
}

int64_t packed_at(int64_t first, struct slice row, size_t i) {
    if (!i) return first;
    size_t width = width_of(row);
    const char *bytes = row.data + 1 + (i - 1) * width;
    uint64_t more = 0;
    for (size_t k = 0; k < width; k++)
        more |= (uint64_t)(unsigned char)bytes[k] << 8 * k;
    return (int64_t)((uint64_t)first + more);
}

size_t packed_before(int64_t first, struct slice row, int64_t number) {
    size_t low = 0, high = packed_count(row);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (packed_at(first, row, middle) < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void packed_read(struct packed *packed, int64_t first, struct slice row) {
    size_t count = packed_count(row);
    vec_reserve(&packed->list, count);
    for (size_t i = 0; i < count; i++)
        packed->list.items[packed->list.count++] = packed_at(first, row, i);
}

void packed_append(struct str *row, const int64_t *list, size_t count) {
    size_t width = width_for((uint64_t)(list[count - 1] - list[0]));
    str_reserve(row, 1 + (count - 1) * width);
    char *next = row->data + row->len;
    *next++ = (char)width;
    for (size_t i = 1; i < count; i++) {
        uint64_t more = (uint64_t)(list[i] - list[0]);
        for (size_t k = 0; k < width; k++)
            *next++ = (char)(more >> 8 * k);
    }
    *next = '\0';
    row->len = (size_t)(next - row->data);
}

size_t packed_fit(const int64_t *list, size_t count, size_t bytes) {
    size_t low = 1, high = count;
    while (low < high) {
        size_t middle = low + (high - low + 1) / 2;
        size_t width = width_for((uint64_t)(list[middle - 1] - list[0]));
        if (1 + (middle - 1) * width <= bytes)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

void packed_join(const struct packed *packed, const int64_t *list, size_t count, struct packed *out) {
    const int64_t *here = packed->list.items;
    size_t known = packed->list.count, i = 0, k = 0;
    vec_reserve(&out->list, known + count);
    int64_t *next = out->list.items + out->list.count, last = -1;
    while (i < known || k < count) {
        int64_t number = k == count || (i < known && here[i] <= list[k]) ? here[i++] : list[k++];
        if (number != last) *next++ = last = number;
    }
    out->list.count = (size_t)(next - out->list.items);
}

void packed_without(const struct packed *packed, const int64_t *list, size_t count, struct packed *out) {
    size_t k = 0;
    vec_each(const int64_t, number, &packed->list) {
        while (k < count && list[k] < *number)
            k++;
        if (k == count || list[k] != *number) vec_push(&out->list, *number);
    }
}
