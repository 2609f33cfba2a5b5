#include "check/rules/lead.h"

#include "check/rules/messages.h"
#include "check/rules/prose.h"
#include "language/sentence/speech.h"

enum {
    LEAD_MOST = 35,  /* words; the usual limit of an inverted pyramid */
    LEAD_LEAST = 6,  /* words */
    TITLE_LEAST = 4, /* words of a title that a lead can copy */
    SAME_OF = 5,     /* a lead copies its title when four words in five of the two are in both: */
    SAME_LEAST = 4,  /* what newsrooms take for the same (Jaccard 0.8) */
    EVENT_WITHIN = 3 /* words after its verb: menghadiri langsung acara */
};

struct words {
    const struct word **items;
    size_t count, capacity;
};

static bool words_have(const struct words *words, const struct word *word) {
    for (size_t i = 0; i < words->count; i++)
        if (words->items[i] == word) return true;
    return false;
}

/* The words of a sentence, folded, each once. */
static void collect_words(const struct analysis *a, size_t first, size_t end, struct words *out) {
    for (size_t i = first; i < end; i++) {
        if (!token_is_kind(a, i, TOKEN_WORD) && !token_is_number(a, i)) continue;
        const struct word *word = token_form(a, i)->folded;
        if (!words_have(out, word)) vec_push(out, word);
    }
}

/* A sentence that is the lead of a passage: its tokens, without the dateline. */
struct lead {
    const struct analysis *a;
    size_t first, end;
    bool dateline;
};

/* Says what its title has said, and nothing else. */
static bool copies(const struct lead *lead, const struct analysis *title) {
    struct words first = {0}, second = {0};
    size_t both = 0;
    collect_words(title, 0, title->tokens.count, &first);
    collect_words(lead->a, lead->first, lead->end, &second);
    for (size_t i = 0; i < first.count; i++)
        both += words_have(&second, first.items[i]);
    bool same =
        first.count >= TITLE_LEAST && both * SAME_OF >= (first.count + second.count - both) * SAME_LEAST;
    vec_free(&first);
    vec_free(&second);
    return same;
}

bool lead_stands_in(const struct analysis *a) {
    const struct sentence *s = a->sentences.items;
    return a->sentences.count && words_count(a, s->first_token, s->first_token + s->tokens) >= LEAD_LEAST;
}

/* Bupati menghadiri acara ...: the verb, when it is the first one; SIZE_MAX when the lead says more than that
 * there was an event. */
static size_t event_verb(const struct lead *lead) {
    for (size_t i = lead->first; i < lead->end; i++) {
        if (!token_in(lead->a, i, CLASS_CEREMONY)) continue;
        for (size_t k = i + 1; k < lead->end && k <= i + EVENT_WITHIN; k++)
            if (token_in(lead->a, k, CLASS_EVENT)) return i;
        return SIZE_MAX;
    }
    return SIZE_MAX;
}

static bool says_when(const struct lead *lead) {
    for (size_t i = lead->first; i < lead->end; i++)
        if (lead->a->speech.items[i] & SPEECH_DAY || token_in(lead->a, i, CLASS_WHEN) ||
            token_in(lead->a, i, CLASS_TIME_OF_DAY) ||
            slice_find_byte(token_word(lead->a, i), '/', 0) != SIZE_MAX)
            return true;
    return false;
}

static bool says_where(const struct lead *lead) {
    for (size_t i = lead->first; i < lead->end && !lead->dateline; i++)
        if (lead->a->speech.items[i] & (SPEECH_PLACE | SPEECH_AREA) ||
            (token_is(lead->a, i, "di") && token_is_capital(lead->a, i + 1)))
            return true;
    return lead->dateline;
}

static void check_facts(const struct check_context *context, const struct lead *lead, size_t start,
                        size_t end, struct findings *out) {
    bool when = says_when(lead), where = says_where(lead);
    if (when && where) return;
    struct finding *f = finding_add(out, RULE_STYLE_LEAD_FACTS, start, end);
    if (when)
        finding_say(f, context->lang, STYLE_LEAD_WHERE);
    else if (where)
        finding_say(f, context->lang, STYLE_LEAD_WHEN);
    else
        finding_say(f, context->lang, STYLE_LEAD_WHEN_WHERE);
}

static void check_event(const struct check_context *context, const struct lead *lead, size_t block_start,
                        struct findings *out) {
    size_t verb = event_verb(lead);
    if (verb == SIZE_MAX) return;
    const struct token *at = &lead->a->tokens.items[verb];
    finding_say(finding_add(out, RULE_STYLE_LEAD_EVENT, block_start + at->start, block_start + at->end),
                context->lang, STYLE_LEAD_EVENT);
}

void lead_check(const struct check_context *context, const struct block *block, const struct block *title,
                struct findings *out) {
    const struct analysis *a = &block->analysis;
    const struct sentence *s = a->sentences.items;
    size_t start = block->start + s->start, end = block->start + s->end, dash = dateline_dash(a);
    struct lead lead = {a, dash ? dash : s->first_token, s->first_token + s->tokens, dash > 0};
    size_t words = words_count(a, s->first_token, lead.end),
           most = rule_limit(context, RULE_STYLE_LEAD, LEAD_MOST);
    if (words > most)
        finding_say(finding_add(out, RULE_STYLE_LEAD, start, end), context->lang, STYLE_LEAD, words, most);
    if (title && copies(&lead, &title->analysis))
        finding_say(finding_add(out, RULE_STYLE_LEAD_TITLE, start, end), context->lang, STYLE_LEAD_TITLE);
    check_event(context, &lead, block->start, out);
    check_facts(context, &lead, start, end, out);
}
