#include "archive/matches.h"

#include "archive/prints.h"
#include "base/utf8.h"

#include <stdlib.h>

/* A match rests on two rare words at least: "Bertempat di Aula Kantor Wali Kota" says nothing. */
static const double SHARED_LEAST = 2;
/* Old releases come back with other figures: those say little of whether it is one. As much as a function
 * word. */
static const double NUMBER_WORTH = 0.3;
/* Words of the shorter side that must stand in the other before it is read in full: far below what SIMILAR
 * asks. */
static const double WORDS_LEAST = 0.4;
enum { PROPOSED = 16, SINGLE_VOTES = 6 };

struct proposal {
    int64_t place; /* article << 8 | unit */
    unsigned votes;
    unsigned says; /* the rarer the prints that propose it, the more */
};

/* Each as often as it is proposed, print after print. */
struct proposals {
    VEC(struct proposal) list;
    int64_t print; /* the one whose proposals come in, */
    size_t first;  /* from here on */
};

/* A print that proposes few sentences says more than one that proposes many. */
static void end_print(struct proposals *proposals) {
    size_t count = proposals->list.count - proposals->first;
    for (size_t i = proposals->first; i < proposals->list.count; i++)
        proposals->list.items[i].says = (unsigned)(count < STORE_LIST ? STORE_LIST / count : 1);
    proposals->first = proposals->list.count;
}

static void take_place(void *self, const struct store_value *columns) {
    struct proposals *proposals = self;
    if (columns[0].number != proposals->print) end_print(proposals);
    proposals->print = columns[0].number;
    vec_push(&proposals->list, (struct proposal){.place = columns[1].number, .votes = 1});
}

static int by_place(const void *left, const void *right) {
    const struct proposal *a = left, *b = right;
    return a->place < b->place ? -1 : a->place > b->place;
}

/* Asks for all that share a print with the unit; the same place side by side. */
static bool propose(struct proposals *proposals, struct archive *archive, enum statement statement,
                    const struct units *units, const struct unit *unit, struct error *e) {
    int64_t prints[PRINTS_SOUGHT];
    size_t known = prints_sought(archive, units, unit, prints);
    const struct store_value arguments[] = {store_numbers(prints, known)};
    bool ok = !known ||
              (statement == STATEMENT_PRINT_FIND
                   ? archive_places(archive, prints, known, take_place, proposals, e)
                   : store_run(archive_store(archive), statement, arguments, 1, take_place, proposals, e));
    end_print(proposals);
    if (!ok) proposals->list.count = 0;
    if (proposals->list.count)
        qsort(proposals->list.items, proposals->list.count, sizeof(struct proposal), by_place);
    return ok;
}

/* What says more first, then the newer text. */
static bool is_before(struct proposal a, struct proposal b) {
    return a.says != b.says ? a.says > b.says : a.place > b.place;
}

static size_t choose(const struct proposals *proposals, struct proposal chosen[PROPOSED]) {
    size_t count = 0, total = proposals->list.count;
    const struct proposal *all = proposals->list.items;
    for (size_t i = 0, end; i < total; i = end) {
        struct proposal proposal = all[i];
        for (end = i + 1; end < total && all[end].place == proposal.place; end++) {
            proposal.votes++;
            proposal.says += all[end].says;
        }
        size_t at = count;
        while (at > 0 && is_before(proposal, chosen[at - 1]))
            at--;
        if (at == PROPOSED) continue;
        if (count < PROPOSED) count++;
        memmove(&chosen[at + 1], &chosen[at], (count - at - 1) * sizeof *chosen);
        chosen[at] = proposal;
    }
    return count;
}

/* The words of a text that is not analysed, about: enough to see that two sentences have little in common. */
static size_t count_shared(struct slice text, const struct unit_word *words, size_t count, size_t *total) {
    uint8_t seen[UNIT_WORDS] = {0};
    struct str letters = {0};
    size_t shared = 0;
    *total = 0;
    for (size_t i = 0, n; i <= text.len; i += n) {
        uint32_t rune = i < text.len ? utf8_decode(text, i, &n) : ' ';
        if (i == text.len) n = 1;
        bool inside = rune_is_letter(rune) || rune_is_digit(rune);
        if (inside) str_append_rune(&letters, rune_lower(rune));
        if (inside || !letters.len) continue;
        uint64_t hash = slice_hash(str_slice(&letters));
        uint32_t short_hash = (uint32_t)(hash ^ hash >> 32);
        ++*total;
        for (size_t k = 0; k < count; k++) {
            if (words[k].hash != short_hash || seen[k]) continue;
            seen[k] = 1;
            shared++;
            break;
        }
        str_clear(&letters);
    }
    str_free(&letters);
    return shared;
}

static bool may_be_alike(struct slice sentence, const struct units *units, const struct unit *here) {
    size_t total, shared = count_shared(sentence, &units->words.items[here->first], here->count, &total);
    size_t smaller = total < here->count ? total : here->count;
    return (double)shared >= WORDS_LEAST * (double)smaller;
}

struct weighing {
    struct archive *archive;
    int64_t office;
};

static double worth(void *self, const struct unit_word *word) {
    const struct weighing *weighing = self;
    if (word->flags & UNIT_NUMBER) return NUMBER_WORTH;
    return weighing->archive ? archive_worth(weighing->archive, weighing->office, word->hash) : 1;
}

/* Those of both sides that worth() asks for. */
static void expect_words(const struct weighing *weighing, const struct units *units) {
    uint32_t hashes[2 * UNIT_WORDS];
    size_t count = 0;
    vec_each(const struct unit_word, word, &units->words)
        if (!(word->flags & (UNIT_WEAK | UNIT_NUMBER)) && count < sizeof hashes / sizeof *hashes)
            hashes[count++] = word->hash;
    if (weighing->archive) archive_expect_words(weighing->archive, weighing->office, hashes, count);
}

static void add_copy(struct units *out, const struct units *units, size_t unit) {
    struct unit copy = units->list.items[unit];
    copy.first = (uint32_t)out->words.count;
    for (size_t i = 0; i < copy.count; i++)
        vec_push(&out->words, units->words.items[units->list.items[unit].first + i]);
    vec_push(&out->list, copy);
}

static bool is_alike(struct match_pair *pair) {
    const struct unit *there = &pair->units.list.items[0], *here = &pair->units.list.items[1];
    bool exact = there->hash == here->hash && there->letters == here->letters;
    if ((there->legal || here->legal) && !exact) return false;
    compare_units(&pair->likeness, &pair->units, 0, 1);
    return pair->likeness.similar && (pair->plain || pair->likeness.shared >= SHARED_LEAST);
}

bool match_compare(struct match_pair *pair, struct archive *archive, const struct archive_text *text,
                   size_t start, size_t end, const struct units *units, size_t unit) {
    *pair = (struct match_pair){.plain = pair->plain, .block = memory_zero(1, sizeof(struct block))};
    pair->block->kind = BLOCK_PROSE;
    pair->block->text = slice_range(str_slice(&text->text), start, end);
    analysis_make(&pair->block->analysis, archive_language(archive), pair->block->text);
    units_add_block(&pair->units, pair->block);
    if (!pair->units.list.count) return false;
    add_copy(&pair->units, units, unit);
    struct weighing weighing = {pair->plain ? NULL : archive, text->office};
    pair->units.other_days = true;
    expect_words(&weighing, &pair->units);
    units_weigh_by(&pair->units, worth, &weighing);
    return is_alike(pair);
}

void match_pair_free(struct match_pair *pair) {
    block_free(pair->block);
    units_free(&pair->units);
}

/* The same letters come before other figures that weigh as little as none. */
static bool is_more_alike(const struct archive_match *a, const struct archive_match *b) {
    return a->score != b->score ? a->score > b->score : a->exact && !b->exact;
}

/* One of each text, the better one. */
static void keep(struct archive_match found[MATCHES], size_t *count, const struct archive_match *match) {
    for (size_t i = 0; i < *count; i++) {
        if (found[i].article != match->article) continue;
        if (!is_more_alike(match, &found[i])) return;
        memmove(&found[i], &found[i + 1], (*count - i - 1) * sizeof *found);
        --*count;
        break;
    }
    size_t at = *count;
    while (at > 0 && is_more_alike(match, &found[at - 1]))
        at--;
    if (at == MATCHES) return;
    if (*count < MATCHES) ++*count;
    memmove(&found[at + 1], &found[at], (*count - at - 1) * sizeof *found);
    found[at] = *match;
}

/* Whether a proposed sentence is like the unit; then match says how. */
static bool look(struct archive *archive, int64_t place, const struct units *units, size_t unit, bool plain,
                 struct archive_match *match) {
    const struct archive_text *text = archive_text_kept(archive, place >> 8);
    size_t start, end;
    if (!text || !borders_find(str_slice(&text->borders), (size_t)(place & 255), &start, &end) ||
        end > text->text.len)
        return false;
    if (!may_be_alike(slice_range(str_slice(&text->text), start, end), units, &units->list.items[unit]))
        return false;
    struct match_pair pair = {.plain = plain};
    bool alike = match_compare(&pair, archive, text, start, end, units, unit);
    if (alike) {
        const struct unit *there = &pair.units.list.items[0], *here = &pair.units.list.items[1];
        bool exact = there->hash == here->hash && there->letters == here->letters;
        *match = (struct archive_match){.article = text->id,
                                        .office = text->office,
                                        .start = start,
                                        .end = end,
                                        .score = exact ? 1 : pair.likeness.score,
                                        .shared = pair.likeness.shared,
                                        .plain = pair.likeness.plain,
                                        .exact = exact};
    }
    match_pair_free(&pair);
    return alike;
}

size_t matches_find(struct archive *archive, const struct units *units, size_t unit,
                    struct archive_match found[MATCHES], struct error *e) {
    struct proposals proposals = {0};
    struct proposal chosen[PROPOSED];
    size_t count = 0, singles = 0;
    propose(&proposals, archive, STATEMENT_PRINT_FIND, units, &units->list.items[unit], e);
    size_t proposed = choose(&proposals, chosen), looked_at = 0;
    int64_t texts[PROPOSED];
    for (size_t i = 0; i < proposed; i++) {
        if (chosen[i].votes == 1 && singles++ >= SINGLE_VOTES) continue;
        texts[looked_at] = chosen[i].place >> 8;
        chosen[looked_at++] = chosen[i];
    }
    archive_expect_texts(archive, texts, looked_at);
    for (size_t i = 0; i < looked_at; i++) {
        struct archive_match match;
        if (look(archive, chosen[i].place, units, unit, false, &match)) keep(found, &count, &match);
    }
    vec_free(&proposals.list);
    return count;
}

bool matches_all(struct archive *archive, const struct units *units, size_t unit, struct all_matches *all,
                 struct error *e) {
    struct proposals proposals = {0};
    bool ok = propose(&proposals, archive, STATEMENT_PRINT_ALL, units, &units->list.items[unit], e);
    const struct proposal *found = proposals.list.items;
    for (size_t i = 0; i < proposals.list.count; i++) {
        struct archive_match match;
        if (i && found[i].place == found[i - 1].place) continue;
        if (look(archive, found[i].place, units, unit, true, &match)) vec_push(&all->list, match);
    }
    vec_free(&proposals.list);
    return ok;
}
