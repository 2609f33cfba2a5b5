#include "check/duplicate/duplicate.h"

#include "check/duplicate/messages.h"
#include "check/messages.h"
#include "check/story.h"

#include <stdlib.h>

/* duplicate.exact, .quoted, .similar: a sentence that already stands in the draft. */
enum { SHOWN_WORDS = 8 };

static void add_finding(const struct check_context *context, const struct document *document,
                        struct findings *out, enum rule_id rule, const struct unit *there,
                        const struct unit *here, const char *differs) {
    size_t start = there->block->start + there->start;
    struct finding *f =
        finding_add(out, rule, here->block->start + here->start, here->block->start + here->end);
    bool one_line = there->block->lines == 1; /* nearly always; saves a search through all lines */
    size_t line = (one_line ? there->block->line : text_line_at(document->text, start)) + 1;
    if (line > context->lines_hidden) line -= context->lines_hidden;
    if (rule == RULE_DUPLICATE_EXACT)
        finding_say(f, context->lang, DUPLICATE_EXACT, line);
    else if (rule == RULE_DUPLICATE_QUOTED)
        finding_say(f, context->lang, DUPLICATE_QUOTED, line, differs);
    else
        finding_say(f, context->lang, DUPLICATE_SIMILAR, line, differs);
    struct str first = {0};
    message(&first, context->lang, DUPLICATE_FIRST);
    finding_relate(f, start, there->block->start + there->end)->message = str_steal(&first);
}

/* The words that only one of the two has, as they are written; those that follow each other there do so here.
 */
static void list_words(struct str *out, const struct units *units, const struct unit *unit,
                       const uint8_t *only) {
    size_t shown = 0, last = 0;
    for (size_t i = 0; i < unit->count; i++) {
        if (!only[i]) continue;
        if (shown == SHOWN_WORDS) {
            str_append_text(out, " …");
            return;
        }
        const struct analysis *a = &unit->block->analysis;
        if (shown++) str_append_text(out, i == last + 1 ? " " : ", ");
        last = i;
        str_append(out, token_text(a, &a->tokens.items[units->words.items[unit->first + i].token]));
    }
}

void likeness_say(struct str *out, enum lang lang, const struct units *units, const struct unit *there,
                  const struct unit *here, const struct likeness *likeness) {
    struct str only_here = {0}, only_there = {0};
    list_words(&only_here, units, here, likeness->only_here);
    list_words(&only_there, units, there, likeness->only_there);
    if (!only_here.len && !only_there.len) message(out, lang, DUPLICATE_SAME_WORDS);
    if (only_here.len) message(out, lang, DUPLICATE_ONLY_HERE, str_text(&only_here));
    if (only_here.len && only_there.len) str_append_byte(out, ' ');
    if (only_there.len) message(out, lang, DUPLICATE_ONLY_THERE, str_text(&only_there));
    str_free(&only_here);
    str_free(&only_there);
}

static bool same_letters(const struct unit *a, const struct unit *b) {
    return a->hash == b->hash && a->letters == b->letters;
}

static bool same_sentence(const struct unit *a, const struct unit *b) {
    return a->block == b->block && a->sentence == b->sentence;
}

/* Below two headings of the same words, as "Verifikasi" in the steps for a computer and for a telephone: they
 * say the same on purpose. */
static bool in_like_sections(const struct unit *a, const struct unit *b) {
    return a->section != b->section && a->heading && a->heading == b->heading;
}

/* In two of many sections: a manual says nearly the same of each of its pages. */
static bool in_manual(const struct units *units, const struct unit *a, const struct unit *b) {
    enum { SECTIONS = 5 };
    return units->section >= SECTIONS && a->section != b->section;
}

/* Both are spoken, and the draft is a story: what was said is recalled. */
static bool is_recalled(bool story, const struct unit *a, const struct unit *b) {
    return story && a->block->analysis.quotations.count && b->block->analysis.quotations.count;
}

static bool is_spoken(const struct units *units, const struct unit *unit) {
    return token_is_quoted(&unit->block->analysis, units->words.items[unit->first].token);
}

/* Rina berharap warga menjaga sungai. "Warga menjaga sungai," harapnya: told, and then quoted in the same
 * words. Right in 12 of 12 on 3,464 posts; of two sentences that are both told, or both spoken, one
 * pair in two says another thing: another office, step, licence or result. */
static enum rule_id rule_of_likeness(const struct units *units, const struct unit *a, const struct unit *b) {
    return is_spoken(units, a) != is_spoken(units, b) ? RULE_DUPLICATE_QUOTED : RULE_DUPLICATE_SIMILAR;
}

/* "Kalian masa depan bangsa ini" in two quotations: a few words that the speaker comes back to. */
static bool is_saying(const struct units *units, const struct unit *a, const struct unit *b) {
    enum { WORDS = 6 };
    return a->count <= WORDS && is_spoken(units, a) && is_spoken(units, b);
}

/* First units by the hash of their words. */
struct firsts {
    uint32_t *places; /* index + 1 */
    size_t mask;
};

/* The first unit with these words, or itself, which it then becomes. */
static size_t first_of(struct firsts *firsts, const struct units *units, size_t unit) {
    const struct unit *u = &units->list.items[unit];
    for (size_t at = (size_t)(u->hash ^ u->hash >> 29) & firsts->mask;; at = (at + 1) & firsts->mask) {
        if (!firsts->places[at]) {
            firsts->places[at] = (uint32_t)unit + 1;
            return unit;
        }
        size_t first = firsts->places[at] - 1;
        if (same_letters(&units->list.items[first], u)) return first;
    }
}

struct duplicate_search {
    const struct check_context *context;
    const struct document *document;
    struct units units;
    struct firsts firsts;
    struct duplicate_index *index;
    struct likeness best, trial;
    struct findings *out;
    bool story;
};

/* The earlier unit most like this one, in search->best, or SIZE_MAX. */
static size_t most_similar(struct duplicate_search *s, size_t unit) {
    uint32_t candidates[CANDIDATES];
    size_t found = SIZE_MAX, count = duplicate_index_next(s->index, unit, candidates);
    for (size_t i = 0; i < count; i++) {
        if (same_sentence(&s->units.list.items[candidates[i]], &s->units.list.items[unit])) continue;
        if (s->units.list.items[candidates[i]].legal) continue;
        if (in_like_sections(&s->units.list.items[candidates[i]], &s->units.list.items[unit])) continue;
        if (in_manual(&s->units, &s->units.list.items[candidates[i]], &s->units.list.items[unit])) continue;
        if (is_recalled(s->story, &s->units.list.items[candidates[i]], &s->units.list.items[unit])) continue;
        compare_units(&s->trial, &s->units, candidates[i], unit);
        if (!s->trial.similar || (found != SIZE_MAX && s->trial.score <= s->best.score)) continue;
        found = candidates[i];
        s->best = s->trial;
    }
    return found;
}

/* An earlier unit with the same letters makes a finding; true when this unit needs no other. */
static bool search_exact(struct duplicate_search *s, size_t unit) {
    size_t first = first_of(&s->firsts, &s->units, unit);
    if (first == unit) return false;
    const struct unit *here = &s->units.list.items[unit], *there = &s->units.list.items[first];
    if (!same_sentence(there, here) && !in_like_sections(there, here) &&
        !is_recalled(s->story, there, here) && !is_saying(&s->units, there, here))
        add_finding(s->context, s->document, s->out, RULE_DUPLICATE_EXACT, there, here, "");
    return true;
}

static bool search_similar(struct duplicate_search *s, size_t unit) {
    const struct unit *here = &s->units.list.items[unit];
    size_t like = here->legal ? SIZE_MAX : most_similar(s, unit);
    if (like == SIZE_MAX) return false;
    const struct unit *there = &s->units.list.items[like];
    enum rule_id rule = rule_of_likeness(&s->units, there, here);
    if (!s->context->enabled[rule]) return false;
    struct str differs = {0};
    likeness_say(&differs, s->context->lang, &s->units, there, here, &s->best);
    add_finding(s->context, s->document, s->out, rule, there, here, str_text(&differs));
    str_free(&differs);
    return true;
}

/* A sentence and its parts, from unit to end: the whole when it is an exact copy, else the parts that are
 * repeated, else the whole. */
static void search_sentence(struct duplicate_search *s, size_t unit, size_t end) {
    bool whole = !s->units.list.items[unit].part, found = false;
    if (whole && search_exact(s, unit)) return;
    for (size_t i = unit + whole; i < end; i++)
        found = search_exact(s, i) || search_similar(s, i) || found;
    if (whole && !found) search_similar(s, unit);
}

static bool search_all(struct duplicate_search *s) {
    for (size_t i = 0, end; i < s->units.list.count; i = end) {
        if (check_interrupted(s->context)) return false;
        for (end = i + 1; end < s->units.list.count && s->units.list.items[end].part &&
                          same_sentence(&s->units.list.items[i], &s->units.list.items[end]);)
            end++;
        search_sentence(s, i, end);
    }
    return true;
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    struct duplicate_search *s = memory_zero(1, sizeof *s);
    s->context = context;
    s->document = document;
    s->out = out;
    s->story = document_is_story(document);
    bool done = units_collect(&s->units, context, document);
    if (done) s->index = duplicate_index_new(&s->units, context);
    if (s->index && units_weigh(&s->units, context)) {
        size_t places = 64;
        while (places < s->units.list.count * 2)
            places *= 2;
        s->firsts = (struct firsts){.places = memory_zero(places, sizeof(uint32_t)), .mask = places - 1};
        done = search_all(s);
    } else {
        done = false;
    }
    free(s->firsts.places);
    duplicate_index_free(s->index);
    units_free(&s->units);
    free(s);
    return done;
}

const struct check check_of_duplicate = {.document = check_document};
