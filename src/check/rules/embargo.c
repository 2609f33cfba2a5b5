#include "base/today.h"
#include "check/rule.h"
#include "check/rules/messages.h"
#include "check/rules/metadata_date.h"
#include "draft/front/front_matter.h"

/* metadata.embargo: what is about to be published, or was, before its time. */

/* A draft that is still written on may lie under embargo. One without a status is for its site to publish. */
static bool is_leaving(const struct front_matter *front) {
    const struct front_key *key = front_matter_key(front, "status");
    struct slice status = key && key->kind == FRONT_SCALAR ? slice_trim(str_slice(&key->value)) : SLICE("");
    const struct front_key *draft = front_matter_key(front, "draft");
    if (draft && draft->kind == FRONT_SCALAR &&
        slice_equal_text(slice_trim(str_slice(&draft->value)), "true"))
        return false;
    return !slice_equal_nocase(status, SLICE("draf")) && !slice_equal_nocase(status, SLICE("draft")) &&
           !slice_equal_nocase(status, SLICE("sunting"));
}

static void look(const struct check_context *context, const struct front_matter *front,
                 struct findings *out) {
    const struct front_key *key = front_matter_key(front, "embargo");
    if (front->broken || !key || key->kind != FRONT_SCALAR || front_key_is_null(key)) return;
    struct slice value = slice_trim(str_slice(&key->value));
    char iso[11];
    enum date_form form = date_recognise(value, iso);
    struct slice day = iso[0] ? slice_of(iso) : slice_range(value, 0, value.len < 10 ? value.len : 10);
    struct str today = {0};
    today_append(&today);
    bool known = form == DATE_GOOD || form == DATE_WORDED;
    if (value.len && !known)
        finding_say(finding_add(out, RULE_METADATA_EMBARGO, key->start, key->end), context->lang,
                    METADATA_EMBARGO_NONE, SLICE_ARG(value));
    else if (value.len && slice_compare(day, str_slice(&today)) > 0 && is_leaving(front))
        finding_say(finding_add(out, RULE_METADATA_EMBARGO, key->start, key->end), context->lang,
                    METADATA_EMBARGO, SLICE_ARG(value));
    str_free(&today);
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    struct front_matter front;
    front_matter_parse(&front, document->text, context->lang);
    if (front.lines) look(context, &front, out);
    front_matter_free(&front);
    return true;
}

const struct check check_of_embargo = {.document = check_document};
