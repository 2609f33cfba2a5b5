#include "draft/merge.h"
#include "draft/save.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static void assert_whole(const struct text *text, const char *expected) {
    struct str got = {0};
    text_copy(text, 0, text_length(text), &got);
    assert_string_equal(str_text(&got), expected);
    str_free(&got);
}

/* kinds: of the hunks, M T S C; the merged text with the preset choices, and with theirs everywhere. */
static void test_merges(void **state) {
    (void)state;
    static const struct {
        const char *base, *mine, *theirs, *kinds, *preset, *both;
    } cases[] = {
        {"a\nb\nc\n", "a\nb\nc\n", "a\nb\nc\n", "", "a\nb\nc\n", "a\nb\nc\n"},
        {"a\n\nb\n\nc\n", "a\n\nB\n\nc\n", "a\n\nb\n\nC\n", "MT", "a\n\nB\n\nC\n", "a\n\nB\nb\n\nc\nC\n"},
        {"a\n\nb\n\nc\n", "a\n\nx\n\nc\n", "a\n\ny\n\nc\n", "C", "a\n\nx\ny\n\nc\n", "a\n\nx\ny\n\nc\n"},
        {"a\nb\n", "a\nx\nb\n", "a\nx\nb\n", "S", "a\nx\nb\n", "a\nx\nx\nb\n"},
        {"a\nb\nc", "b\nc", "a\nb\nc\nd", "MT", "b\nc\nd", "a\nb\nc\nd"},
        {"", "a", "b", "C", "a\nb", "a\nb"},
        {"a", "", "a\nb", "C", "\na\nb", "\na\nb"},
        {"a\nb\nc\nd\ne\n", "e\n", "a\nb\nX\nd\ne\n", "C", "a\nb\nX\nd\ne\n", "a\nb\nX\nd\ne\n"},
        {"1\n2\n3\n4\n5\n6\n7\n", "0\n1\n2\n3\n5\n6\n7\n8\n", "1\n2\nZ\n3\n4\n5\n6\n", "MTMC",
         "0\n1\n2\nZ\n3\n5\n6\n7\n8\n", "0\n1\n2\nZ\n3\n4\n5\n6\n7\n8\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text *mine = text_with(slice_of(cases[i].mine)),
                    *theirs = text_with(slice_of(cases[i].theirs));
        struct merge merge;
        merge_make(&merge, slice_of(cases[i].base), mine, theirs);
        struct str kinds = {0};
        for (size_t k = 0; k < merge.hunks.count; k++)
            str_append_byte(&kinds, "MTSC"[merge.hunks.items[k].kind]);
        if (strcmp(str_text(&kinds), cases[i].kinds)) fail_msg("case %zu: %s", i, str_text(&kinds));
        str_free(&kinds);
        struct draft_edit made;
        struct text *preset = text_with(slice_of(cases[i].mine));
        if (merge_edit(&made, &merge, mine)) text_apply(preset, &made.edit);
        draft_edit_free(&made);
        assert_whole(preset, cases[i].preset);
        text_free(preset);

        for (size_t k = 0; k < merge.hunks.count; k++)
            merge.hunks.items[k].choice = CHOOSE_BOTH;
        preset = text_with(slice_of(cases[i].mine));
        if (merge_edit(&made, &merge, mine)) text_apply(preset, &made.edit);
        draft_edit_free(&made);
        assert_whole(preset, cases[i].both);
        text_free(preset);

        for (size_t k = 0; k < merge.hunks.count; k++)
            merge.hunks.items[k].choice = CHOOSE_THEIRS;
        if (merge_edit(&made, &merge, mine)) text_apply(mine, &made.edit);
        draft_edit_free(&made);
        assert_whole(mine, cases[i].theirs);
        merge_free(&merge);
        text_free(mine);
        text_free(theirs);
    }
}

static void append_random(struct str *out, uint32_t *seed) {
    for (uint32_t n = (*seed = *seed * 1664525 + 1013904223) >> 29; n--;) {
        *seed = *seed * 1664525 + 1013904223;
        str_printf(out, "%c%s", 'a' + (char)(*seed >> 30), *seed >> 29 & 1 ? "\n" : "");
    }
}

/* Whatever the three are: all mine is mine, all theirs is theirs, and what only one changed merges cleanly.
 */
static void test_random_merges(void **state) {
    (void)state;
    for (uint32_t seed = 1, round = 0; round < 5000; round++) {
        struct str s[3] = {0};
        for (int k = 0; k < 3; k++)
            append_random(&s[k], &seed);
        struct text *mine = text_with(str_slice(&s[1])), *theirs = text_with(str_slice(&s[2]));
        struct merge merge;
        struct draft_edit made;
        merge_make(&merge, str_slice(&s[0]), mine, theirs);
        for (size_t k = 0; k < merge.hunks.count; k++)
            merge.hunks.items[k].choice = CHOOSE_MINE;
        assert_false(merge_edit(&made, &merge, mine));
        for (size_t k = 0; k < merge.hunks.count; k++)
            merge.hunks.items[k].choice = CHOOSE_THEIRS;
        if (merge_edit(&made, &merge, mine)) text_apply(mine, &made.edit);
        draft_edit_free(&made);
        assert_whole(mine, str_text(&s[2]));
        merge_free(&merge);

        merge_make(&merge, str_slice(&s[0]), theirs, theirs); /* now mine and theirs are the same */
        for (size_t k = 0; k < merge.hunks.count; k++)
            assert_int_equal(merge.hunks.items[k].kind, MERGE_SAME);
        merge_free(&merge);
        text_free(mine);
        text_free(theirs);
        for (int k = 0; k < 3; k++)
            str_free(&s[k]);
    }
}

static void write_file(const char *path, const char *content) {
    FILE *f = fopen(path, "we");
    assert_non_null(f);
    fputs(content, f);
    fclose(f);
}

static void test_outside_changes(void **state) {
    (void)state;
    char path[] = "/tmp/sunting-merge-XXXXXX";
    close(mkstemp(path));
    write_file(path, "a\n\nb\n");
    struct draft *draft = draft_load(path, DRAFT_LIMIT, NULL);
    assert_int_equal(draft_disk_state(draft), DISK_SAME);
    write_file(path, "a\n\nb\n"); /* written again, the same */
    assert_int_equal(draft_disk_state(draft), DISK_SAME);
    struct edit edit = {.inserted = SLICE("X")};
    text_apply(draft->text, &edit);
    write_file(path, "a\r\n\r\nB\r\n");
    assert_int_equal(draft_disk_state(draft), DISK_CHANGED);

    struct draft *theirs = draft_load(path, DRAFT_LIMIT, NULL);
    struct merge merge;
    struct draft_edit made;
    struct str base = {0};
    draft_base(draft, &base);
    merge_make(&merge, str_slice(&base), draft->text, theirs->text);
    str_free(&base);
    assert_true(merge_edit(&made, &merge, draft->text));
    text_apply(draft->text, &made.edit);
    draft_take_over(draft, theirs);
    assert_whole(draft->text, "Xa\n\nB\n");
    assert_true(draft_is_changed(draft));
    assert_int_equal(draft_save(draft, &(struct save_options){0}, NULL), REPLACED);
    struct str saved = {0};
    assert_true(file_read(path, DRAFT_LIMIT, &saved, NULL));
    assert_string_equal(str_text(&saved), "Xa\r\n\r\nB\r\n");
    unlink(path);
    assert_int_equal(draft_disk_state(draft), DISK_GONE);
    str_free(&saved);
    draft_edit_free(&made);
    merge_free(&merge);
    draft_free(theirs);
    draft_free(draft);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_merges),
        cmocka_unit_test(test_random_merges),
        cmocka_unit_test(test_outside_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
