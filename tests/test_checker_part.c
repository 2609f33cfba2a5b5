/* check/checker_part: of a large text a part is checked, and told as a check of all of it would tell. */
#include "check/checker.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Bytes; of the program itself: CHECK_WHOLE_MAX, CHECK_PART. */
enum { WHOLE = 60000, PART = 16384 };

/* By what stands in one block, or beside it: of these a check of the part has all that one of the whole has.
 */
#define NEAR                                                                                                 \
    "typography,spelling.repeated,spelling.nonstandard,spelling.preposition,attribution.vague,fact."         \
    "placeholder"

static const char *const pieces[] = {
    "Bupati Solok membuka rapat rapat di aula, Selasa (4/3/2025), di hadiri semua camat.\n\n",
    "Sejumlah pihak menilai layanan itu membaik ,dan warga hadir.\n",
    "Warga desa datang sejak pagi untuk mengikuti kegiatan yang diadakan oleh\n"
    "pemerintah kabupaten bersama seluruh perangkat desa dan para kader di sana\n"
    "sampai sore hari.\n\n",
    "```\nrapat rapat ,di hadiri\n\nrapat rapat\n```\n\n",
    "<!-- catatan\n\nrapat rapat yang belum selesai\n\n-->\n",
    "- Senin: pembukaan ,dan praktek\n- Selasa: rapat rapat\n\n",
    "# Jadwal kegiatan\n\n",
    "\"Kita harus bersama sama menjaganya,\" kata Bupati Solok, Rahmat Hidayat.\n\n",
    "| Desa | Hadir |\n|---|---|\n| Koto Baru | rapat rapat |\n\n",
    "Dia berkata: \"Kegiatan ini penting.\n\n\"Kami akan hadir,\" katanya.\n\n",
};

static uint32_t next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

struct bench {
    struct language *language;
    struct text *text;
    struct checker *parts, *whole;
};

static struct checker *new_checker(const struct bench *bench, const char *rules, bool parts) {
    bool enabled[RULE_COUNT] = {0};
    assert_true(rules_select(NULL, enabled, slice_of(rules), true, NULL));
    struct checker *checker = checker_new(bench->language, LANG_ID, enabled);
    if (parts) checker_in_parts(checker, WHOLE, PART);
    checker_attach(checker, bench->text);
    return checker;
}

static void bench_open(struct bench *bench, const char *rules, struct slice text) {
    bench->language = language_new("dictionaries", LANG_ID);
    bench->text = text_with(text);
    bench->parts = new_checker(bench, rules, true);
    bench->whole = new_checker(bench, rules, false);
}

static void bench_close(struct bench *bench) {
    checker_free(bench->parts);
    checker_free(bench->whole);
    text_free(bench->text);
    language_free(bench->language);
}

/* A draft of at least so many bytes, of pieces in an order that the seed gives. */
static void make_draft(struct str *draft, size_t bytes, uint32_t seed) {
    str_append_text(draft, "---\ntitle: Rapat camat\ndate: 2025-03-04\nstatus: draf\n---\n\n");
    while (draft->len < bytes)
        str_append_text(draft, pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)]);
}

static void describe(const struct finding *finding, struct str *out) {
    str_printf(out, "%zu-%zu %d %s\n", finding->start, finding->end, finding->rule, finding->message);
}

/* The findings from one offset to before another. */
static void describe_between(struct checker *checker, size_t from, size_t to, struct str *out) {
    str_clear(out);
    vec_each(const struct finding, finding, &checker_findings(checker)->list)
        if (finding->start >= from && finding->start < to) describe(finding, out);
}

static size_t told_from(const struct bench *bench) {
    size_t line = checker_beyond(bench->parts, true);
    return line == SIZE_MAX ? 0 : text_line_start(bench->text, line + 1);
}

static size_t told_to(const struct bench *bench) {
    size_t line = checker_beyond(bench->parts, false);
    return line == SIZE_MAX ? text_length(bench->text) : text_line_start(bench->text, line);
}

/* Its blocks are those of the whole, but the last, which may go on after the part. */
static void assert_blocks_as_whole(struct bench *bench) {
    const struct document *part = checker_document(bench->parts), *whole = checker_document(bench->whole);
    for (size_t i = 0; i + 1 < part->blocks.count; i++) {
        const struct block *block = part->blocks.items[i];
        size_t before = vec_before(struct block *const, b, &whole->blocks, (*b)->line <= block->line);
        const struct block *same = whole->blocks.items[before - 1];
        bool begun = same->kind == BLOCK_CODE && block->kind == BLOCK_CODE; /* the rest of it */
        assert_true(begun || same->line == block->line);
        assert_int_equal(same->line + same->lines, block->line + block->lines);
        assert_int_equal(same->kind, block->kind);
    }
}

/* What is told of the part is what is told there of the whole. */
static void assert_as_whole(struct bench *bench, const char *when) {
    struct str part = {0}, whole = {0};
    size_t from = told_from(bench), to = told_to(bench);
    assert_true(checker_run(bench->whole, 0, NULL, NULL));
    assert_blocks_as_whole(bench);
    describe_between(bench->parts, from, to, &part);
    describe_between(bench->whole, from, to, &whole);
    if (!slice_equal(str_slice(&part), str_slice(&whole)))
        fail_msg("%s, %zu to %zu:\n%s\nbut of all:\n%s", when, from, to, str_text(&part), str_text(&whole));
    str_free(&part);
    str_free(&whole);
}

static void look(struct bench *bench, size_t line) {
    assert_true(checker_run(bench->parts, line, NULL, NULL));
    assert_true(checker_done(bench->parts));
    assert_true(checker_reaches(bench->parts, line));
}

static void a_text_as_large_as_the_limit_is_whole(void **state) {
    (void)state;
    struct str draft = {0};
    struct bench bench;
    make_draft(&draft, WHOLE, 1);
    draft.len = WHOLE;
    bench_open(&bench, NEAR, str_slice(&draft));
    assert_false(checker_is_part(bench.parts));
    assert_true(checker_run(bench.parts, 0, NULL, NULL));
    assert_true(checker_reaches(bench.parts, text_line_count(bench.text) - 1));
    struct edit edit = {.offset = WHOLE / 2, .inserted = SLICE("a")};
    struct change change = text_apply(bench.text, &edit);
    checker_edited(bench.parts, &edit, &change); /* one byte more */
    assert_true(checker_is_part(bench.parts));
    checker_edited(bench.whole, &edit, &change);
    size_t line = text_line_at(bench.text, WHOLE / 2);
    look(&bench, line);
    assert_as_whole(&bench, "grown");
    bench_close(&bench);
    str_free(&draft);
}

static void a_part_is_told_as_of_the_whole(void **state) {
    (void)state;
    for (uint32_t seed = 1; seed <= 4; seed++) {
        struct str draft = {0};
        struct bench bench;
        uint32_t random = seed;
        make_draft(&draft, WHOLE * 2, seed);
        bench_open(&bench, NEAR, str_slice(&draft));
        assert_true(checker_is_part(bench.parts));
        size_t count = text_line_count(bench.text), found = 0;
        for (size_t i = 0; i < 40; i++) {
            size_t line = i == 0 ? 0 : i == 1 ? count - 1 : next_random(&random) % count;
            look(&bench, line);
            assert_true(text_line_start(bench.text, line) >= told_from(&bench));
            assert_as_whole(&bench, "seen");
            found += checker_findings(bench.parts)->list.count;
            assert_true(checker_document(bench.parts)->blocks.count < PART / 20);
        }
        assert_true(found > 1000);
        bench_close(&bench);
        str_free(&draft);
    }
}

/* A quotation that goes on over the items of a list: near the border of a part its other mark is out of
 * sight. */
static void what_runs_over_a_border_is_not_told(void **state) {
    (void)state;
    struct str draft = {0};
    struct bench bench;
    uint32_t random = 5;
    while (draft.len < WHOLE * 2) {
        str_append_text(&draft, "Bupati berkata: \"Kita perlu menjaga hal berikut.\n\n");
        for (size_t i = 0; i < 12; i++)
            str_append_text(&draft, "- Kebersihan balai desa dan jalan di sekitarnya.\n");
        str_append_text(&draft, "\nItu tugas kita semua,\" kata Bupati.\n\n");
    }
    bench_open(&bench, "typography.pair", str_slice(&draft));
    for (size_t i = 0; i < 60; i++) {
        look(&bench, next_random(&random) % text_line_count(bench.text));
        assert_as_whole(&bench, "at the border");
        assert_int_equal(checker_findings(bench.parts)->list.count, 0);
    }
    bench_close(&bench);
    str_free(&draft);
}

static void what_was_forgotten_is_found_again(void **state) {
    (void)state;
    struct str draft = {0}, before = {0}, after = {0};
    struct bench bench;
    make_draft(&draft, WHOLE * 4, 7);
    bench_open(&bench, "spelling,typography,duplicate,attribution,style,fact", str_slice(&draft));
    size_t line = text_line_count(bench.text) / 2;
    look(&bench, line);
    describe_between(bench.parts, 0, SIZE_MAX, &before);
    look(&bench, 0);
    look(&bench, text_line_count(bench.text) - 1);
    describe_between(bench.parts, 0, text_line_start(bench.text, line) + PART, &after);
    assert_int_equal(after.len, 0);
    look(&bench, line);
    describe_between(bench.parts, 0, SIZE_MAX, &after);
    assert_true(before.len > 1000);
    assert_string_equal(str_text(&before), str_text(&after));
    bench_close(&bench);
    str_free(&draft);
    str_free(&before);
    str_free(&after);
}

/* Looks at part after part, or back, and gathers what each tells that those before it did not. */
static void gather(struct bench *bench, bool back, struct str *out) {
    size_t line = back ? text_line_count(bench->text) - 1 : 0, seen = back ? SIZE_MAX : 0;
    struct str part = {0};
    while (line != SIZE_MAX) {
        look(bench, line);
        size_t from = told_from(bench), to = told_to(bench);
        assert_true(back ? to >= seen || seen == SIZE_MAX : from <= seen);
        describe_between(bench->parts, back ? from : seen, back ? seen : to, &part);
        if (back)
            str_splice(out, 0, 0, str_slice(&part));
        else
            str_append(out, str_slice(&part));
        seen = back ? from : to;
        line = checker_beyond(bench->parts, back);
    }
    str_free(&part);
}

static void parts_beyond_each_other_leave_nothing_out(void **state) {
    (void)state;
    struct str draft = {0}, forth = {0}, back = {0}, whole = {0};
    struct bench bench;
    make_draft(&draft, WHOLE * 2, 11);
    bench_open(&bench, NEAR, str_slice(&draft));
    gather(&bench, false, &forth);
    gather(&bench, true, &back);
    assert_true(checker_run(bench.whole, 0, NULL, NULL));
    describe_between(bench.whole, 0, SIZE_MAX, &whole);
    assert_string_equal(str_text(&forth), str_text(&whole));
    assert_string_equal(str_text(&back), str_text(&whole));
    bench_close(&bench);
    str_free(&draft);
    str_free(&forth);
    str_free(&back);
    str_free(&whole);
}

/* An edit at about this offset, of which both checkers are told. */
static void edit_at(struct bench *bench, size_t offset, size_t removed, struct slice inserted) {
    struct str old = {0};
    size_t length = text_length(bench->text);
    if (offset > length) offset = length;
    size_t end = offset + removed < length ? offset + removed : length;
    text_copy(bench->text, offset, end, &old);
    struct edit edit = {offset, str_slice(&old), inserted};
    struct change change = text_apply(bench->text, &edit);
    checker_edited(bench->parts, &edit, &change);
    checker_edited(bench->whole, &edit, &change);
    str_free(&old);
}

static void edits_leave_it_right(void **state) {
    (void)state;
    static const char *const typed[] = {"a", " ", "\n", "\n\n", "\"", " rapat rapat ", "<!-- x", "-->", "- "};
    for (uint32_t seed = 1; seed <= 3; seed++) {
        struct str draft = {0};
        struct bench bench;
        uint32_t random = seed;
        make_draft(&draft, WHOLE * 2, seed + 20);
        bench_open(&bench, NEAR, str_slice(&draft));
        size_t line = text_line_count(bench.text) / 2;
        for (size_t i = 0; i < 60; i++) {
            look(&bench, line);
            size_t at = text_line_start(bench.text, line) + next_random(&random) % (PART / 8);
            bool far = i % 10 == 9; /* as undo does */
            if (far) at = next_random(&random) % text_length(bench.text);
            edit_at(&bench, at, next_random(&random) % 8,
                    slice_of(typed[next_random(&random) % (sizeof typed / sizeof *typed)]));
            if (far) line = next_random(&random) % text_line_count(bench.text);
            look(&bench, line);
            assert_as_whole(&bench, "edited");
        }
        bench_close(&bench);
        str_free(&draft);
    }
}

/* A paste of any size leaves what is remembered as small as it was. */
static void a_paste_makes_it_no_larger(void **state) {
    (void)state;
    struct str draft = {0}, paste = {0};
    struct bench bench;
    make_draft(&draft, WHOLE * 2, 31);
    make_draft(&paste, PART / 3, 32);
    bench_open(&bench, NEAR, str_slice(&draft));
    size_t line = text_line_count(bench.text) / 2;
    for (size_t i = 0; i < 12; i++) {
        look(&bench, line);
        edit_at(&bench, text_line_start(bench.text, line), 0, str_slice(&paste));
        look(&bench, line);
        assert_true(checker_document(bench.parts)->blocks.count < PART / 10);
    }
    assert_as_whole(&bench, "pasted");
    edit_at(&bench, text_line_start(bench.text, line), 0, str_slice(&draft));
    assert_true(checker_document(bench.parts)->blocks.count == 0);
    look(&bench, line);
    assert_as_whole(&bench, "pasted at once");
    bench_close(&bench);
    str_free(&draft);
    str_free(&paste);
}

static size_t found_at_end(struct slice draft) {
    struct bench bench;
    bench_open(&bench, "spelling.repeated", draft);
    look(&bench, text_line_count(bench.text) - 1);
    size_t count = checker_findings(bench.parts)->list.count;
    bench_close(&bench);
    return count;
}

/* What stands far above and speaks of all that follows holds in every part. */
static void what_stands_above_holds_below(void **state) {
    (void)state;
    static const char *const above[] = {
        "---\ntitle: Rapat\nsunting: {except: [spelling.repeated]}\n---\n\n",
        "Awal.\n\n<!-- sunting: off spelling.repeated -->\n\n",
        "Awal.\n\n```\nkode yang tidak ditutup\n",
    };
    struct str draft = {0};
    for (size_t i = 0; i <= sizeof above / sizeof *above; i++) {
        str_clear(&draft);
        if (i) str_append_text(&draft, above[i - 1]);
        while (draft.len < WHOLE * 2)
            str_append_text(&draft, "Camat membuka rapat rapat itu.\n\n");
        if (i)
            assert_int_equal(found_at_end(str_slice(&draft)), 0);
        else
            assert_true(found_at_end(str_slice(&draft)) > 50);
    }
    str_free(&draft);
}

/* Who was introduced far above is not known in a part, so nobody is said to be unknown there. */
static void nobody_is_missed_in_a_part(void **state) {
    (void)state;
    struct str draft = {0};
    struct bench bench;
    while (draft.len < WHOLE + 1)
        str_append_text(&draft, "\"Kami akan hadir pada rapat itu,\" kata Rahmat Hidayat.\n\n");
    bench_open(&bench, "attribution.introduction,style.lead,style.abbreviation", str_slice(&draft));
    look(&bench, 0);
    assert_int_equal(checker_findings(bench.parts)->list.count, 0);
    assert_true(checker_run(bench.whole, 0, NULL, NULL));
    assert_true(checker_findings(bench.whole)->list.count > 0);
    bench_close(&bench);
    str_free(&draft);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_as_large_as_the_limit_is_whole),
        cmocka_unit_test(a_part_is_told_as_of_the_whole),
        cmocka_unit_test(what_runs_over_a_border_is_not_told),
        cmocka_unit_test(what_was_forgotten_is_found_again),
        cmocka_unit_test(parts_beyond_each_other_leave_nothing_out),
        cmocka_unit_test(edits_leave_it_right),
        cmocka_unit_test(a_paste_makes_it_no_larger),
        cmocka_unit_test(what_stands_above_holds_below),
        cmocka_unit_test(nobody_is_missed_in_a_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
