#include "ui/panels/form_value.h"

static void append_item(struct str *out, struct slice item) {
    bool bare = item.len && slice_trim(item).len == item.len && item.data[0] != '"' &&
                slice_find_byte(item, ',', 0) == SIZE_MAX;
    if (bare) {
        str_append(out, item);
        return;
    }
    str_append_byte(out, '"');
    for (size_t i = 0; i < item.len; i++) {
        if (item.data[i] == '"') str_append_byte(out, '"');
        str_append_byte(out, item.data[i]);
    }
    str_append_byte(out, '"');
}

bool form_value_read(struct str *out, const struct text *text, const struct front_key *key) {
    bool readable = key->kind == FRONT_SCALAR || (key->kind == FRONT_SEQUENCE && key->only_scalars);
    if (key->kind == FRONT_SCALAR && !front_key_is_null(key)) {
        str_append(out, front_key_text(key));
    } else if (key->kind == FRONT_SEQUENCE && readable) {
        vec_each(const struct front_item, item, &key->items) {
            if (out->len) str_append_text(out, ", ");
            append_item(out, str_slice(&item->value));
        }
    } else if (!readable) {
        text_copy(text, key->start, key->end, out);
    }
    return readable && !key->referenced && key->colon != SIZE_MAX;
}

struct slice form_value_typed(struct slice typed, struct slice before) {
    static const char blanks[] = " \t\r\n";
    if (slice_equal(typed, before)) return typed;
    struct slice s = slice_trim(typed);
    if (before.len && strchr(blanks, before.data[0]))
        s = slice_range(typed, 0, (size_t)(s.data - typed.data) + s.len);
    if (before.len && strchr(blanks, before.data[before.len - 1]))
        s = slice_range(typed, (size_t)(s.data - typed.data), typed.len);
    return s;
}

/* Takes the item in quotation marks at the start of value. */
static void take_quoted(struct slice *value, struct str *out) {
    size_t i = 1;
    for (; i < value->len; i++) {
        if (value->data[i] == '"' && i + 1 < value->len && value->data[i + 1] == '"')
            i++;
        else if (value->data[i] == '"')
            break;
        str_append_byte(out, value->data[i]);
    }
    *value = slice_range(*value, i < value->len ? i + 1 : i, value->len);
    struct slice rest = slice_trim(slice_cut(value, ','));
    str_append(out, rest); /* typed after the closing mark */
}

void form_value_split(struct form_items *items, struct slice value) {
    while ((value = slice_trim(value)).len) {
        struct str item = {0};
        bool quoted = value.data[0] == '"';
        if (quoted)
            take_quoted(&value, &item);
        else
            str_append(&item, slice_trim(slice_cut(&value, ',')));
        if (item.len || quoted)
            vec_push(&items->list, item);
        else
            str_free(&item);
    }
}

void form_items_free(struct form_items *items) {
    vec_each(struct str, item, &items->list)
        str_free(item);
    vec_free(&items->list);
}
