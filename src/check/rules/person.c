#include "base/map.h"
#include "base/utf8.h"
#include "check/messages.h"
#include "check/rule.h"
#include "check/rules/messages.h"
#include "language/people/mention.h"

/*
 * fact.person: one person told two ways: Rina (36) and Rina (37), Wakil Bupati Agam Rina Sari and Bupati Agam
 * Rina Sari, Ketua DPRD and Sekretaris DPRD. Silent where two persons may share a name, or one may hold two
 * offices.
 */
enum { AGE_LEAST = 5, AGE_MOST = 110, NAME_WORDS = 6, ASK_EVERY = 64 };

struct told {
    size_t start, end;   /* in the file */
    struct slice text;   /* as told: 36, Wakil Bupati Agam */
    struct slice office; /* without "wakil"; "" for an age */
    bool deputy;
    bool one; /* its head is one of those that no two of are held in a body */
    bool reported;
};

struct persons {
    const struct check_context *context;
    struct map ages, offices; /* by name in small letters: index of list, plus 1 */
    VEC(struct told) list;
    struct findings *out;
};

/* The capital words that end before token end, without ranks and offices before them; end when they are no
 * name. */
static size_t name_start(const struct reading *r, size_t end) {
    const uint32_t other =
        SPEECH_PLACE | SPEECH_ORG | SPEECH_AREA | SPEECH_DAY | SPEECH_DOCUMENT | SPEECH_WORK;
    const uint32_t before = SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN | SPEECH_FUNCTION | SPEECH_CIRCUMSTANCE |
                            SPEECH_BARE | SPEECH_NYA | SPEECH_ACTIVE | SPEECH_PASSIVE;
    size_t first = end;
    for (; first > 0 && end - first < NAME_WORDS && reading_capital(r, first - 1); first--) {
        bool name = reading_is(r, first - 1, SPEECH_NAME);
        if (!name && reading_is(r, first - 1, before)) break;
        if (!name && reading_is(r, first - 1, other)) return end;
    }
    return end - first < NAME_WORDS ? first : end;
}

/* Rina Sari (36): the age of a person, which only a person has. 0: none. */
static size_t age_after(const struct reading *r, size_t i) {
    bool years = token_is(r->analysis, i + 2, "tahun") || token_is(r->analysis, i + 2, "th");
    if (!reading_equal(r, i, "(") || !token_is_number(r->analysis, i + 1) ||
        !reading_equal(r, i + 2 + years, ")"))
        return 0;
    struct slice number = reading_text(r, i + 1);
    size_t age = 0;
    for (size_t k = 0; k < number.len && age <= AGE_MOST; k++) {
        if (number.data[k] < '0' || number.data[k] > '9') return 0;
        age = age * 10 + (size_t)(number.data[k] - '0');
    }
    return age >= AGE_LEAST && age <= AGE_MOST ? age : 0;
}

static void report(struct persons *p, struct told *told, const struct told *before, struct slice name) {
    if (told->reported) return;
    told->reported = true;
    struct finding *f = finding_add(p->out, RULE_FACT_PERSON, told->start, told->end);
    finding_say(f, p->context->lang, FACT_PERSON, SLICE_ARG(name), SLICE_ARG(before->text),
                SLICE_ARG(told->text));
    finding_suggest(f, before->text);
    struct str other = {0};
    message(&other, p->context->lang, FACT_PERSON_OTHER, SLICE_ARG(before->text));
    finding_relate(f, before->start, before->end)->message = str_steal(&other);
}

/* What the draft told of this name first, or NULL when this is the first time. */
static struct told *first_told(struct persons *p, struct map *map, struct slice name,
                               const struct told *told) {
    struct str key = {0};
    str_append_lower(&key, name);
    uintptr_t *at = map_put(map, str_slice(&key));
    bool known = *at != 0;
    vec_push(&p->list, *told);
    if (!known) *at = p->list.count;
    str_free(&key);
    return known ? &p->list.items[*at - 1] : NULL;
}

static struct told told_at(const struct reading *r, size_t first, size_t end) {
    struct slice text = reading_range(r, first, end);
    size_t start = r->start + reading_token(r, first)->start;
    return (struct told){.start = start, .end = start + text.len, .text = text};
}

static void read_age(struct persons *p, const struct reading *r, size_t i) {
    if (!age_after(r, i)) return;
    size_t first = name_start(r, i);
    if (first == i) return;
    struct told told = told_at(r, i + 1, i + 2);
    const struct told *before = first_told(p, &p->ages, reading_range(r, first, i), &told);
    if (before && !slice_equal(before->text, told.text))
        report(p, vec_last(&p->list), before, reading_range(r, first, i));
}

/* Wakil Bupati Agam, Bupati Agam; Ketua DPRD Agam, Sekretaris DPRD Agam: same body, another head. */
static bool contradicts(const struct told *a, const struct told *b) {
    if (slice_equal_nocase(a->office, b->office)) return a->deputy != b->deputy;
    struct slice body = a->office, other = b->office;
    struct slice head = slice_cut(&body, ' '), other_head = slice_cut(&other, ' ');
    return a->deputy == b->deputy && a->one && b->one && body.len && slice_equal_nocase(body, other) &&
           !slice_equal_nocase(head, other_head);
}

/* Bupati Agam Rina Sari; not mantan Bupati Agam, nor Bupati Agam selaku Ketua ... Rina Sari. */
static size_t read_office(struct persons *p, const struct reading *r, size_t i) {
    if (!reading_capital(r, i) || !reading_is(r, i, SPEECH_ROLE) ||
        reading_in(r, i - 1, CLASS_FORMER_OFFICE) || reading_is(r, i - 1, SPEECH_ROLE))
        return i;
    struct mention m = mention_after(r, i, r->analysis->tokens.count);
    bool direct = m.kind == MENTION_NAME && m.role_first == i && m.role_end > i &&
                  m.role_end <= m.name_first && m.name_first <= m.role_end + 1 &&
                  m.name_end > m.bare_name + 1;
    if (!direct) return i;
    struct told told = told_at(r, i, m.role_end);
    struct slice rest = told.text, head = slice_cut(&rest, ' ');
    told.deputy = slice_equal_nocase(head, SLICE("wakil"));
    told.office = told.deputy ? rest : told.text;
    told.one = reading_in(r, i + told.deputy, CLASS_ONE_OFFICE);
    const struct told *before = first_told(p, &p->offices, reading_range(r, m.bare_name, m.name_end), &told);
    if (before && contradicts(before, &told))
        report(p, vec_last(&p->list), before, reading_range(r, m.bare_name, m.name_end));
    return m.name_end - 1;
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    struct persons p = {.context = context, .out = out};
    const struct block *block;
    bool done = true;
    size_t blocks = 0;
    for (size_t at = 0; done && (block = document_next(document, &at)); blocks++) {
        struct reading r;
        if (blocks % ASK_EVERY == 0) done = !check_interrupted(context);
        if (block->kind == BLOCK_HEADING) continue;
        reading_make(&r, context->language, &block->analysis, block->start);
        for (size_t i = 1; i < block->analysis.tokens.count; i++)
            read_age(&p, &r, i);
        for (size_t i = 0; i < block->analysis.tokens.count; i++)
            i = read_office(&p, &r, i);
        reading_free(&r);
    }
    vec_free(&p.list);
    map_free(&p.ages);
    map_free(&p.offices);
    return done;
}

const struct check check_of_person = {.document = check_document};
