#include "language/lexicon/word_records.h"

#include "language/lexicon/frequency.h"

#define SECTION_RECORDS "words"
#define SECTION_RECORD_TABLE "words table"

enum { HEAD = 4, LONGEST = 255 };
/* The parts of a record: so many uint32_t each. */
enum { PART_COUNTS = 1, PART_FORMS = 2, PART_ROW = 4, PART_INDONESIAN = 8, PART_ENGLISH = 16 };
enum { COUNTS = 2, FORMS = FORM_ALL + 1, ROW = 2, NUMBERS = COUNTS + FORMS + ROW };

bool word_records_fit(struct slice word) {
    return word.len <= LONGEST;
}

struct word_records word_records_in(const struct prepared *prepared, struct slice rows) {
    struct slice bytes = prepared_section(prepared, SECTION_RECORDS);
    struct slice table = prepared_section(prepared, SECTION_RECORD_TABLE);
    return (struct word_records){bytes, rows, key_table_in(table, bytes.len)};
}

static size_t count_numbers(unsigned parts) {
    size_t count = 0;
    if (parts & PART_COUNTS) count += COUNTS;
    if (parts & PART_FORMS) count += FORMS;
    if (parts & PART_ROW) count += ROW;
    return count;
}

static void read_parts(const struct word_records *records, unsigned parts, const uint32_t *numbers,
                       struct word_tables *tables) {
    tables->counts.indonesian = parts & PART_INDONESIAN;
    tables->counts.english = parts & PART_ENGLISH;
    if (parts & PART_COUNTS) {
        tables->counts.documents = *numbers++;
        tables->counts.neighbour = *numbers++;
    }
    if (parts & PART_FORMS) {
        memcpy(tables->forms, numbers, sizeof tables->forms);
        numbers += FORMS;
    }
    tables->row = SLICE("");
    if (!(parts & PART_ROW)) return;
    size_t start = numbers[0], len = numbers[1], all = records->rows.len;
    if (start <= all && len <= all - start) tables->row = slice_range(records->rows, start, start + len);
}

static bool read_record(const struct word_records *records, size_t at, struct slice word,
                        struct word_tables *tables) {
    struct slice bytes = records->bytes;
    uint32_t numbers[NUMBERS];
    if (at > bytes.len || bytes.len - at < HEAD) return false;
    const unsigned char *head = (const unsigned char *)bytes.data + at;
    size_t size = count_numbers(head[1]) * sizeof *numbers;
    if (head[0] != word.len || bytes.len - at < HEAD + size + word.len ||
        !bytes_equal(bytes.data + at + HEAD + size, word.data, word.len))
        return false;
    memcpy(numbers, head + HEAD, size);
    tables->lists = head[2];
    read_parts(records, head[1], numbers, tables);
    return true;
}

bool word_records_find(const struct word_records *records, const struct word *word,
                       struct word_tables *tables) {
    size_t at;
    bool found = false;
    for (struct key_probe probe = key_table_probe(&records->table, word->hash);
         !found && key_table_next(&records->table, &probe, &at);)
        found = read_record(records, at, word->text, tables);
    return found;
}

void word_records_add(struct str *bytes, struct slice word, const struct word_tables *tables,
                      struct slice rows) {
    uint32_t numbers[NUMBERS], *next = numbers, forms = 0;
    const struct word_counts *counts = &tables->counts;
    unsigned parts = (counts->indonesian ? PART_INDONESIAN : 0) | (counts->english ? PART_ENGLISH : 0);
    for (size_t i = 0; i < FORMS; i++)
        forms |= tables->forms[i];
    if (counts->documents || counts->neighbour) {
        parts |= PART_COUNTS;
        *next++ = counts->documents;
        *next++ = counts->neighbour;
    }
    if (forms) {
        parts |= PART_FORMS;
        memcpy(next, tables->forms, sizeof tables->forms);
        next += FORMS;
    }
    if (tables->row.len) {
        parts |= PART_ROW;
        *next++ = (uint32_t)(tables->row.data - rows.data);
        *next++ = (uint32_t)tables->row.len;
    }
    const char head[HEAD] = {(char)word.len, (char)parts, (char)tables->lists, 0};
    str_append(bytes, (struct slice){head, HEAD});
    str_append(bytes, (struct slice){(const char *)numbers, (size_t)(next - numbers) * sizeof *numbers});
    str_append(bytes, word);
}

void word_records_end(const struct str *bytes, size_t words, struct prepared_writer *writer) {
    struct str table = {0};
    key_table_make(&table, words);
    for (size_t at = 0; at < bytes->len;) {
        const unsigned char *head = (const unsigned char *)bytes->data + at;
        size_t text = at + HEAD + count_numbers(head[1]) * sizeof(uint32_t);
        key_table_put(&table, slice_mix(slice_range(str_slice(bytes), text, text + head[0])), at);
        at = text + head[0];
    }
    prepared_add(writer, SECTION_RECORDS, str_slice(bytes));
    prepared_add(writer, SECTION_RECORD_TABLE, str_slice(&table));
    str_free(&table);
}
