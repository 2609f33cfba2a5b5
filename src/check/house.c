#include "check/house.h"

#include "check/messages.h"
#include "config/yaml_values.h"

#include <stdlib.h>

/* What one value of the YAML is read with. */
struct house_reader {
    struct house *house;
    const char *path;
    struct error *e;
};

static const struct {
    const char *name;
    enum field_kind kind;
} kinds[] = {{"text", FIELD_IS_TEXT},   {"teks", FIELD_IS_TEXT}, {"list", FIELD_IS_LIST},
             {"daftar", FIELD_IS_LIST}, {"date", FIELD_IS_DATE}, {"tanggal", FIELD_IS_DATE}};

static bool take_kind(struct house_field *field, struct slice text) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (slice_equal_text(text, kinds[i].name)) {
            field->kind = kinds[i].kind;
            return true;
        }
    return false;
}

/* At most four digits. */
static bool take_number(struct slice *text, size_t *number) {
    size_t digits = 0;
    for (*number = 0; digits < text->len && text->data[digits] >= '0' && text->data[digits] <= '9'; digits++)
        *number = *number * 10 + (size_t)(text->data[digits] - '0');
    *text = slice_range(*text, digits, text->len);
    return digits && digits <= 4;
}

/* 50-160 */
static bool take_length(struct house_field *field, struct slice text) {
    return take_number(&text, &field->least) && slice_starts(text, SLICE("-")) &&
           (text = slice_range(text, 1, text.len), take_number(&text, &field->most)) && !text.len &&
           field->most && field->least <= field->most;
}

static struct house_field *field_named(struct house *house, struct slice name) {
    vec_each(struct house_field, field, &house->fields)
        if (slice_equal_text(name, field->name)) return field;
    vec_push(&house->fields, (struct house_field){.name = slice_copy(name)});
    return &house->fields.items[house->fields.count - 1];
}

static bool take_field(struct house_reader *reader, const struct yaml_value *value) {
    bool good = value->depth == 2 || value->depth == 3;
    struct house_field *field = good ? field_named(reader->house, value->keys[1]) : NULL;
    if (value->depth == 2)
        good = take_kind(field, value->text);
    else if (good && slice_equal_text(value->keys[2], "kind"))
        good = take_kind(field, value->text);
    else if (good && slice_equal_text(value->keys[2], "length"))
        good = take_length(field, value->text);
    else if (good && slice_equal_text(value->keys[2], "one-of"))
        vec_push(&field->allowed, slice_copy(value->text));
    else
        good = false;
    return good || error_set(reader->e, HOUSE_FIELD, reader->path, value->line);
}

static bool take_value(void *self, const struct yaml_value *value) {
    struct house_reader *reader = self;
    if (!value->depth) return true;
    if (slice_equal_text(value->keys[0], "fields")) return take_field(reader, value);
    if (!slice_equal_text(value->keys[0], "abbreviations")) return true;
    if (value->depth != 2 || !value->text.len)
        return error_set(reader->e, HOUSE_ABBREVIATION, reader->path, value->line);
    struct house_abbreviation one = {slice_copy(value->keys[1]), slice_copy(value->text)};
    vec_push(&reader->house->abbreviations, one);
    return true;
}

bool house_read(struct house *house, struct slice yaml, const char *path, struct error *e) {
    struct house_reader reader = {house, path, e};
    return yaml_values(yaml, path, take_value, &reader, e);
}

void house_free(struct house *house) {
    vec_each(struct house_field, field, &house->fields) {
        free(field->name);
        for (size_t i = 0; i < field->allowed.count; i++)
            free(field->allowed.items[i]);
        vec_free(&field->allowed);
    }
    vec_free(&house->fields);
    vec_each(struct house_abbreviation, one, &house->abbreviations) {
        free(one->shortened);
        free(one->full);
    }
    vec_free(&house->abbreviations);
}
