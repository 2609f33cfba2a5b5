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
    if (quote->person.len && quote->standing == QUOTE_IMPLICIT)
        finding_say(finding, context->lang, ATTRIBUTION_IMPLICIT, SLICE_ARG(quote->person));
    else
        finding_say(finding, context->lang, ATTRIBUTION_IMPLICIT_UNKNOWN);
}

/* Whether it surely wants a speaker. Of what stands among other sentences a reader may know who goes on; in a
 * draft that hardly quotes anybody, only what somebody says of himself is surely speech, and no saying,
 * example or passage of a text. */
static bool wants_speaker(const struct quote *quote, bool news) {
    return quote->standing == QUOTE_UNATTRIBUTED && quote->alone && (news || quote->personal);
}

static void check_quote(const struct check_context *context, const struct quote *quote, bool news,
                        struct slice likely, struct findings *out) {
    bool wants = wants_speaker(quote, news);
    if (quote->standing != QUOTE_ATTRIBUTED && !wants)
        say_missing(context, quote, finding_add(out, RULE_ATTRIBUTION_IMPLICIT, quote->start, quote->end));
    if (!wants) return;
    struct finding *finding = finding_add(out, RULE_ATTRIBUTION_QUOTE, quote->start, quote->end);
    if (likely.len)
        finding_say(finding, context->lang, ATTRIBUTION_QUOTE, SLICE_ARG(likely));
    else
        finding_say(finding, context->lang, ATTRIBUTION_QUOTE_UNKNOWN);
}

/* The draft quotes somebody with name and office, or two, or one twice. */
static bool is_news(const struct attribution *attribution) {
    enum { NEWS = 2 };
    size_t quoting = 0;
    vec_each(const struct quote, quote, &attribution->quotes) {
        bool spoken = quote->person.len || quote->somebody || (quote->cue.len && !quote->speaker.len);
        if (quote->standing != QUOTE_ATTRIBUTED) continue;
        if (quote->person.len && quote->role.len) return true;
        quoting += spoken;
    }
    return quoting >= NEWS;
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
    bool news = is_news(&attribution);
    for (size_t i = 0; i < count; i++) {
        const struct quote *quote = &attribution.quotes.items[i];
        if (quote->person.len || quote->somebody) /* who spoke last is the likely speaker of the next */
            likely = quote->person.len ? quote->person : quote->speaker;
        check_quote(context, quote, news, likely, out);
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
