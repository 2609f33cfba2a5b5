/* check/checker: after any edits, what it finds is what a fresh check of the same text finds. */
#include "check/checker.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const char draft[] =
    "---\ntitle: Pelatihan kader posyandu\ndate: 2025-03-04\nstatus: draf\n---\n\n"
    "Solok, Humas — Bupati Solok membuka pelatihan kader posyandu di gedung serbaguna, Selasa (4/3/2025).\n"
    "Pelatihan ini ini diikuti 120 kader dari seluruh nagari.\n\n"
    "\"Kader adalah ujung tombak pelayanan,\" ujar Bupati Solok, Rahmat Hidayat.\n"
    "Pelatihan ini diikuti 120 kader dari seluruh nagari dan dibuka bupati pada hari itu.\n"
    "# Jadwal\n- Senin: pembukaan\n- Selasa: praktik\n\n```\nkode kode\n```\n"
    "Sejumlah penelitian menunjukkan bahwa gizi balita membaik. \"Ini harus dijaga.\"\n"
    "Pelatihan ini diikuti 120 kader dari seluruh nagari dan dibuka bupati pada hari itu.\n";

/* Pieces that open and close what the checker has to follow: fences, quotations, front matter, blank lines.
 */
static const char *const pieces[] = {
    "a",          " ",         "\n",     "\n\n", "\"", "---\n", "```\n", "- ",     "# ",
    ".",          " ini ini ", "<!-- x", "-->",  "“",  "”",     "yang",  ". Dan ", " kata Rahmat Hidayat. ",
    "(5/8/2024)", "Senin ",    "é",      "\xFF"};

/* The rule of words written twice, relating each finding to the first word of its block: no rule of one block
 * speaks of another place yet. Linked in the place of rule_get(). */
const struct rule *__real_rule_get(enum rule_id id);
const struct rule *__wrap_rule_get(enum rule_id id);

static void relate_repeated(const struct check_context *context, const struct block *block,
                            struct findings *out) {
    size_t before = out->list.count;
    __real_rule_get(RULE_SPELLING_REPEATED)->check->block(context, block, out);
    const struct token *first = block->analysis.tokens.items;
    for (size_t i = before; i < out->list.count; i++)
        finding_relate(&out->list.items[i], first->start, first->end);
}

const struct rule *__wrap_rule_get(enum rule_id id) {
    static const struct check check = {.block = relate_repeated};
    static struct rule repeated;
    if (id != RULE_SPELLING_REPEATED) return __real_rule_get(id);
    repeated = *__real_rule_get(id);
    repeated.check = &check;
    return &repeated;
}

static uint32_t next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static bool enabled_all[RULE_COUNT];

static int switch_all_on(void **state) {
    (void)state;
    for (size_t i = 0; i < RULE_COUNT; i++)
        enabled_all[i] = true;
    return 0;
}

static void assert_same(struct checker *followed, const struct text *text, struct language *language) {
    struct checker *fresh = checker_new(language, LANG_ID, enabled_all);
    checker_attach(fresh, text);
    checker_run(fresh, 0, NULL, NULL);
    const struct findings *a = checker_findings(followed), *b = checker_findings(fresh);
    assert_int_equal(a->list.count, b->list.count);
    for (size_t i = 0; i < a->list.count; i++) {
        const struct finding *f = &a->list.items[i], *g = &b->list.items[i];
        assert_string_equal(rule_get(f->rule)->name, rule_get(g->rule)->name);
        assert_int_equal(f->start, g->start);
        assert_int_equal(f->end, g->end);
        assert_string_equal(f->message, g->message);
        assert_int_equal(f->related.count, g->related.count);
        for (size_t k = 0; k < f->related.count; k++) {
            assert_int_equal(f->related.items[k].start, g->related.items[k].start);
            assert_int_equal(f->related.items[k].end, g->related.items[k].end);
        }
    }
    checker_free(fresh);
}

static void edit_at(struct text *text, struct checker *checker, size_t at, uint32_t *seed) {
    size_t length = text_length(text);
    size_t most = length - at, removed = next_random(seed) % 3 ? 0 : next_random(seed) % 40;
    if (removed > most) removed = most;
    struct str old = {0};
    text_copy(text, at, at + removed, &old);
    const char *piece =
        next_random(seed) % 4 ? pieces[next_random(seed) % (sizeof pieces / sizeof *pieces)] : "";
    struct edit edit = {.offset = at, .removed = str_slice(&old), .inserted = slice_of(piece)};
    struct change change = text_apply(text, &edit);
    checker_edited(checker, &edit, &change);
    str_free(&old);
}

/* One edit, and maybe some more at its place, as somebody types, before anything is checked. */
static void edit_at_random(struct text *text, struct checker *checker, uint32_t *seed) {
    size_t at = next_random(seed) % (text_length(text) + 1);
    edit_at(text, checker, at, seed);
    for (size_t more = next_random(seed) % 5; more; more--)
        edit_at(text, checker, at > text_length(text) ? text_length(text) : at, seed);
}

/* Interrupts once so many questions were answered with no. */
static bool count_down(void *left) {
    size_t *questions = left;
    if (!*questions) return true;
    --*questions;
    return false;
}

static void following_edits_finds_what_a_fresh_check_finds(void **state) {
    (void)state;
    struct language *language = language_new("dictionaries", LANG_ID);
    for (uint32_t seed = 1; seed <= 12; seed++) {
        uint32_t random = seed;
        struct text *text = text_with(slice_of(draft));
        struct checker *checker = checker_new(language, LANG_ID, enabled_all);
        checker_attach(checker, text);
        for (int i = 0; i < 60; i++) {
            edit_at_random(text, checker, &random);
            size_t questions = next_random(&random) % 400;
            if (i % 4)
                checker_run(checker, next_random(&random) % text_line_count(text), count_down, &questions);
            if (i % 4) continue;
            assert_true(checker_run(checker, next_random(&random) % text_line_count(text), NULL, NULL));
            assert_true(checker_done(checker));
            assert_same(checker, text, language);
        }
        checker_free(checker);
        text_free(text);
    }
    language_free(language);
}

/* Nothing but the check that was interrupted is made again: with fewer questions at a time than all take
 * together it comes to its end, after about as many in all. */
static void an_interrupted_check_goes_on(void **state) {
    (void)state;
    struct language *language = language_new("dictionaries", LANG_ID);
    struct text *text = text_with(slice_of(draft));
    struct checker *checker = checker_new(language, LANG_ID, enabled_all);
    size_t most = 100000, left = most;
    checker_attach(checker, text);
    assert_true(checker_run(checker, 0, count_down, &left));
    size_t needed = most - left, at_once = needed / 2, asked = 0;
    checker_restart(checker);
    for (bool done = false; !done && asked < 3 * needed; asked += at_once - left) {
        left = at_once;
        done = checker_run(checker, 0, count_down, &left);
    }
    assert_true(checker_done(checker));
    assert_same(checker, text, language);
    checker_free(checker);
    text_free(text);
    language_free(language);
}

/* A draft in one paragraph: a single check of it is interrupted as well, and made anew. */
static void a_giant_paragraph_can_be_interrupted(void **state) {
    (void)state;
    struct language *language = language_new("dictionaries", LANG_ID);
    struct str line = {0};
    for (size_t i = 0; i < 300; i++)
        str_printf(&line, "Warga %zu di adakan rapat , meeting pagi dan kegitan itu aktifitas rutin kota. ",
                   i);
    struct text *text = text_with(str_slice(&line));
    struct checker *checker = checker_new(language, LANG_ID, enabled_all);
    size_t most = 100000, left = most, asked = 0;
    checker_attach(checker, text);
    assert_true(checker_run(checker, 0, count_down, &left));
    size_t needed = most - left;
    assert_true(needed > 2 * RULE_BUILTIN);
    for (size_t at_once = 1; at_once < needed; at_once = at_once * 2 + 1) {
        checker_restart(checker);
        for (size_t i = 0; i < at_once; i++) { /* now and then, then to the end */
            left = i;
            if (checker_run(checker, 0, count_down, &left)) break;
            asked++;
        }
        assert_true(checker_run(checker, 0, NULL, NULL));
        assert_same(checker, text, language);
    }
    assert_true(asked > 0);
    checker_free(checker);
    text_free(text);
    str_free(&line);
    language_free(language);
}

static void blocks_cover_every_line(void **state) {
    (void)state;
    struct language *language = language_new("dictionaries", LANG_ID);
    struct text *text = text_with(slice_of(draft));
    struct checker *checker = checker_new(language, LANG_ID, enabled_all);
    checker_attach(checker, text);
    const struct document *document = checker_document(checker);
    size_t line = 0;
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = document->blocks.items[i];
        assert_int_equal(block->line, line);
        assert_int_equal(block->start, text_line_start(text, line));
        line += block->lines;
    }
    assert_int_equal(line, text_line_count(text));
    assert_int_equal(document->blocks.items[0]->kind, BLOCK_FRONT);
    checker_free(checker);
    text_free(text);
    language_free(language);
}

static void a_word_is_accused_once(void **state) {
    (void)state;
    struct language *language = language_new("dictionaries", LANG_ID);
    struct text *text = text_with(slice_of("Rapat itu di hadiri semua camat."));
    bool enabled[RULE_COUNT] = {0};
    rules_select(NULL, enabled, SLICE("spelling"), true, NULL);
    struct checker *checker = checker_new(language, LANG_ID, enabled);
    checker_attach(checker, text);
    checker_run(checker, 0, NULL, NULL);
    const struct findings *findings = checker_findings(checker);
    assert_int_equal(findings->list.count, 1);
    assert_int_equal(findings->list.items[0].rule, RULE_SPELLING_PREPOSITION);
    checker_free(checker);
    text_free(text);
    language_free(language);
}

static void assert_related_to(struct checker *checker, const struct text *text, const char *word) {
    checker_run(checker, 0, NULL, NULL);
    const struct findings *findings = checker_findings(checker);
    assert_int_equal(findings->list.count, 1);
    assert_int_equal(findings->list.items[0].related.count, 1);
    const struct related *related = findings->list.items[0].related.items;
    struct str found = {0};
    text_copy(text, related->start, related->end, &found);
    assert_string_equal(str_text(&found), word);
    str_free(&found);
}

static void another_place_in_a_block_is_a_place_in_the_file(void **state) {
    (void)state;
    static const char two[] = "Rapat selesai siang.\n\nBupati menutup rapat rapat itu.\n";
    struct language *language = language_new("dictionaries", LANG_ID);
    struct text *text = text_with(slice_of(two));
    bool enabled[RULE_COUNT] = {[RULE_SPELLING_REPEATED] = true};
    struct checker *checker = checker_new(language, LANG_ID, enabled);
    checker_attach(checker, text);
    assert_related_to(checker, text, "Bupati");
    struct edit edit = {.offset = 0, .inserted = SLICE("Selasa. ")};
    struct change change = text_apply(text, &edit);
    checker_edited(checker, &edit, &change);
    assert_related_to(checker, text, "Bupati");
    checker_free(checker);
    text_free(text);
    language_free(language);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(following_edits_finds_what_a_fresh_check_finds),
        cmocka_unit_test(an_interrupted_check_goes_on),
        cmocka_unit_test(a_giant_paragraph_can_be_interrupted),
        cmocka_unit_test(blocks_cover_every_line),
        cmocka_unit_test(a_word_is_accused_once),
        cmocka_unit_test(another_place_in_a_block_is_a_place_in_the_file),
    };
    return cmocka_run_group_tests_name("checker", tests, switch_all_on, NULL);
}
