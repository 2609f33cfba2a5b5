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
    bool known = quote->standing == QUOTE_IMPLICIT || quote->goes_on;
    if (quote->person.len && known)
        finding_say(finding, context->lang, ATTRIBUTION_IMPLICIT, SLICE_ARG(quote->person));
    else
        finding_say(finding, context->lang, ATTRIBUTION_IMPLICIT_UNKNOWN);
}

/* How the draft goes about quotations. */
struct habit {
    bool quotes;  /* it quotes somebody */
    bool goes_on; /* the writer lets a speaker go on without saying so, more than once */
};

/* Whether it surely wants a speaker: in a draft in which nobody is quoted, only what somebody says of himself
 * is surely speech, and no saying, example or passage of a text. */
static bool wants_speaker(const struct quote *quote, struct habit habit) {
    return quote->standing == QUOTE_UNATTRIBUTED && (habit.quotes || quote->personal) &&
           !(habit.goes_on && quote->goes_on);
}

static void check_quote(const struct check_context *context, const struct quote *quote, struct habit habit,
                        struct slice likely, struct findings *out) {
    if (quote->standing != QUOTE_ATTRIBUTED && !wants_speaker(quote, habit))
        say_missing(context, quote, finding_add(out, RULE_ATTRIBUTION_IMPLICIT, quote->start, quote->end));
    if (!wants_speaker(quote, habit)) return;
    struct finding *finding = finding_add(out, RULE_ATTRIBUTION_QUOTE, quote->start, quote->end);
    if (likely.len)
        finding_say(finding, context->lang, ATTRIBUTION_QUOTE, SLICE_ARG(likely));
    else
        finding_say(finding, context->lang, ATTRIBUTION_QUOTE_UNKNOWN);
}

static struct habit habit_of(const struct attribution *attribution) {
    struct habit habit = {0};
    size_t going_on = 0;
    vec_each(const struct quote, quote, &attribution->quotes) {
        bool spoken = quote->person.len || quote->somebody || (quote->cue.len && !quote->speaker.len);
        habit.quotes = habit.quotes || (quote->standing == QUOTE_ATTRIBUTED && spoken);
        going_on += quote->goes_on;
    }
    habit.goes_on = going_on > 1;
    return habit;
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
    struct habit habit = habit_of(&attribution);
    for (size_t i = 0; i < count; i++) {
        const struct quote *quote = &attribution.quotes.items[i];
        if (quote->person.len || quote->somebody) /* who spoke last is the likely speaker of the next */
            likely = quote->person.len ? quote->person : quote->speaker;
        check_quote(context, quote, habit, likely, out);
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
