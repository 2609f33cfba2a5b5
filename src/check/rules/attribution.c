#include "check/messages.h"
#include "check/rule.h"
#include "check/rules/messages.h"
#include "check/rules/quotes.h"
#include "check/story.h"

/* attribution.quote, .implicit, .introduction: quotations whose speaker a reader cannot name, has to guess,
 * or does not know. */

/* Of the person known for sure, or else a made-up example. */
static void say_missing(const struct check_context *context, const struct quote *quote,
                        struct finding *finding) {
    if (quote->person.len)
        finding_say(finding, context->lang, ATTRIBUTION_IMPLICIT, SLICE_ARG(quote->person));
    else
        finding_say(finding, context->lang, ATTRIBUTION_IMPLICIT_UNKNOWN);
}

static void check_quote(const struct check_context *context, const struct quote *quote, struct slice likely,
                        struct findings *out) {
    if (quote->standing == QUOTE_IMPLICIT)
        say_missing(context, quote, finding_add(out, RULE_ATTRIBUTION_IMPLICIT, quote->start, quote->end));
    if (quote->standing != QUOTE_UNATTRIBUTED) return;
    struct finding *finding = finding_add(out, RULE_ATTRIBUTION_QUOTE, quote->start, quote->end);
    if (likely.len)
        finding_say(finding, context->lang, ATTRIBUTION_QUOTE, SLICE_ARG(likely));
    else
        finding_say(finding, context->lang, ATTRIBUTION_QUOTE_UNKNOWN);
}

/* Riddles, lists of songs, examples: many quotations, not one that anybody is said to say, and nobody named
 * who could. News names somebody. */
static bool are_examples(const struct attribution *attribution) {
    enum { EXAMPLES = 4 };
    size_t told = 0;
    vec_each(const struct quote, quote, &attribution->quotes)
        told += quote->standing != QUOTE_UNATTRIBUTED;
    return !told && !attribution->people.list.count && attribution->quotes.count >= EXAMPLES;
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    struct attribution attribution = {0};
    if (document_is_story(document)) return true;
    if (!document_quotes(document, context->language, &attribution, context->interrupted,
                         context->interrupted_by))
        return false;
    struct map told = {0}; /* persons already reported as not introduced */
    struct slice likely = {0};
    size_t count = are_examples(&attribution) ? 0 : attribution.quotes.count;
    for (size_t i = 0; i < count; i++) {
        const struct quote *quote = &attribution.quotes.items[i];
        if (quote->person.len || quote->somebody) /* who spoke last is the likely speaker of the next */
            likely = quote->person.len ? quote->person : quote->speaker;
        check_quote(context, quote, likely, out);
        if (quote->standing != QUOTE_ATTRIBUTED || quote->introduced || !quote->person.len) continue;
        if (document->part || map_has(&told, quote->person)) continue; /* introduced far above? */
        map_put(&told, quote->person);
        struct finding *finding =
            finding_add(out, RULE_ATTRIBUTION_INTRODUCTION, quote->speaker_start, quote->speaker_end);
        finding_say(finding, context->lang, ATTRIBUTION_INTRODUCTION, SLICE_ARG(quote->speaker));
    }
    map_free(&told);
    attribution_free(&attribution);
    return true;
}

const struct check check_of_attribution = {.document = check_document};
