#include "base/utf8.h"
#include "check/house.h"
#include "check/messages.h"
#include "check/rule.h"
#include "check/rules/messages.h"
#include "check/rules/metadata_date.h"
#include "draft/front/front_matter.h"

/* metadata.field: what the house style wants in the front matter is missing, empty, or not as it asks. */
struct field_check {
    const struct check_context *context;
    const struct text *text;
    const struct house_field *field;
    const struct front_key *key; /* NULL: the draft has none */
    struct findings *out;
};

/* At the value, or at the line of the key when that is empty, or at the first line when there is no key. */
static struct finding *report(const struct field_check *check) {
    const struct front_key *key = check->key;
    if (key && key->end > key->start)
        return finding_add(check->out, RULE_METADATA_FIELD, key->start, key->end);
    size_t line = key ? key->line : 0, start = text_line_start(check->text, line);
    return finding_add(check->out, RULE_METADATA_FIELD, start, start + text_line(check->text, line).len);
}

static bool is_empty(const struct front_key *key) {
    return front_key_is_null(key) || (key->kind == FRONT_SCALAR && !slice_trim(str_slice(&key->value)).len) ||
           (key->kind == FRONT_SEQUENCE && key->only_scalars && !key->items.count);
}

static bool is_allowed(const struct house_field *field, struct slice value) {
    for (size_t i = 0; i < field->allowed.count; i++)
        if (slice_equal_text(value, field->allowed.items[i])) return true;
    return !field->allowed.count;
}

static void check_length(const struct field_check *check, size_t length) {
    const struct house_field *field = check->field;
    if (!field->most || (length >= field->least && length <= field->most)) return;
    if (field->kind == FIELD_IS_LIST)
        finding_say(report(check), check->context->lang, METADATA_ITEMS, field->name, length, field->least,
                    field->most);
    else
        finding_say(report(check), check->context->lang, METADATA_LENGTH, field->name, length, field->least,
                    field->most);
}

static void check_text(const struct field_check *check) {
    struct slice value = slice_trim(front_key_text(check->key));
    if (is_allowed(check->field, value)) {
        check_length(check, utf8_count(value));
        return;
    }
    struct finding *finding = report(check);
    struct str choice = {0};
    for (size_t i = 0; i < check->field->allowed.count; i++) {
        str_printf(&choice, "%s%s", i ? ", " : "", check->field->allowed.items[i]);
        if (check->key->quotes == FRONT_PLAIN)
            finding_suggest(finding, slice_of(check->field->allowed.items[i]));
    }
    finding_say(finding, check->context->lang, METADATA_ONE_OF, check->field->name, str_text(&choice));
    str_free(&choice);
}

static void check_date(const struct field_check *check) {
    char iso[11];
    struct slice value = slice_trim(str_slice(&check->key->value));
    enum date_form form = date_recognise(value, iso);
    if (form == DATE_GOOD) return;
    struct finding *finding = report(check);
    if (form == DATE_WORDED) {
        finding_say(finding, check->context->lang, METADATA_DATE_WORDED, SLICE_ARG(value), iso);
        finding_suggest(finding, slice_of(iso));
    } else {
        finding_say(finding, check->context->lang, METADATA_DATE_NONE, SLICE_ARG(value));
    }
}

static void check_field(const struct field_check *check) {
    const struct front_key *key = check->key;
    const char *name = check->field->name;
    if (!key)
        finding_say(report(check), check->context->lang, METADATA_MISSING, name);
    else if (key->kind == FRONT_ALIAS)
        return; /* what it holds is for the site to know */
    else if (is_empty(key))
        finding_say(report(check), check->context->lang, METADATA_EMPTY, name);
    else if (check->field->kind == FIELD_IS_LIST && key->kind == FRONT_SEQUENCE)
        check_length(check, key->items.count);
    else if (check->field->kind == FIELD_IS_LIST)
        finding_say(report(check), check->context->lang, METADATA_NOT_LIST, name);
    else if (key->kind != FRONT_SCALAR)
        finding_say(report(check), check->context->lang, METADATA_NOT_TEXT, name);
    else if (check->field->kind == FIELD_IS_DATE)
        check_date(check);
    else
        check_text(check);
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    if (!context->house || !context->house->fields.count) return true;
    struct front_matter front;
    front_matter_parse(&front, document->text, context->lang);
    bool merged = front_matter_key(&front, "<<") != NULL;
    if (front.lines && !front.broken && front.place.form == FRONT_YAML)
        vec_each(const struct house_field, field, &context->house->fields) {
            const struct front_key *key = front_matter_key(&front, field->name);
            struct field_check check = {context, document->text, field, key, out};
            if (key || !merged) check_field(&check);
        }
    front_matter_free(&front);
    return true;
}

const struct check check_of_fields = {.document = check_document};
