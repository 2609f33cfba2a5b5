/* Edit distances in bits, and the search by length and commonness, against the plain ways. */
#include "language/spelling/word_index.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { WORDS = 400, LONGEST = 9 };

static unsigned least(unsigned a, unsigned b) {
    return a < b ? a : b;
}

static unsigned plain_count(struct slice a, struct slice b) {
    unsigned table[WORD_LIMIT + 1][WORD_LIMIT + 1];
    for (size_t i = 0; i <= a.len; i++)
        for (size_t j = 0; j <= b.len; j++) {
            if (!i || !j) {
                table[i][j] = (unsigned)(i + j);
                continue;
            }
            unsigned edits = table[i - 1][j - 1] + (a.data[i - 1] != b.data[j - 1]);
            edits = least(edits, least(table[i - 1][j], table[i][j - 1]) + 1);
            if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] && a.data[i - 2] == b.data[j - 1])
                edits = least(edits, table[i - 2][j - 2] + 1);
            table[i][j] = edits;
        }
    return table[a.len][b.len];
}

/* Words of few letters, so that many are near each other. */
struct words {
    char text[WORDS][LONGEST];
    struct slice list[WORDS];
    uint32_t documents[WORDS];
    struct word_index index;
};

static uint32_t dice(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 12;
}

static int setup(void **state) {
    static struct words words;
    uint32_t seed = 7;
    for (size_t i = 0; i < WORDS; i++) {
        size_t len = 1 + dice(&seed) % LONGEST;
        for (size_t k = 0; k < len; k++)
            words.text[i][k] = "abc-"[dice(&seed) % 4];
        words.list[i] = (struct slice){words.text[i], len};
        words.documents[i] = dice(&seed) % 3 ? dice(&seed) % 5000 : 0;
        word_index_add(&words.index, words.list[i], words.documents[i]);
    }
    word_index_sort(&words.index);
    *state = &words;
    return 0;
}

static int teardown(void **state) {
    struct words *words = *state;
    word_index_free(&words->index);
    return 0;
}

static void edits_are_counted_alike(void **state) {
    const struct words *words = *state;
    for (size_t i = 0; i < WORDS; i += 3)
        for (size_t k = 0; k < WORDS; k++)
            for (unsigned most = 0; most < 4; most++)
                assert_int_equal(edit_count(words->list[i], words->list[k], most),
                                 least(plain_count(words->list[i], words->list[k]), most + 1));
}

static void the_longest_words_fit(void **state) {
    (void)state;
    char a[WORD_LIMIT + 1], b[WORD_LIMIT + 1];
    memset(a, 'a', sizeof a);
    memset(b, 'a', sizeof b);
    b[WORD_LIMIT - 1] = 'b';
    assert_int_equal(edit_count((struct slice){a, WORD_LIMIT}, (struct slice){b, WORD_LIMIT}, 2), 1);
    assert_int_equal(edit_count((struct slice){a, WORD_LIMIT + 1}, (struct slice){b, WORD_LIMIT}, 2), 3);
    assert_int_equal(edit_count(SLICE(""), SLICE("ab"), 2), 2);
    assert_int_equal(edit_count(SLICE(""), SLICE(""), 2), 0);
}

static void count_near(void *by, const struct indexed_word *near) {
    (void)near;
    ++*(size_t *)by;
}

static void all_that_is_near_is_found(void **state) {
    const struct words *words = *state;
    for (unsigned edits = 1; edits < 4; edits++)
        for (size_t i = 0; i < WORDS; i += 5) {
            size_t expected = 0, found = 0;
            for (size_t k = 0; k < WORDS; k++) {
                unsigned count = plain_count(words->list[i], words->list[k]);
                expected += count > 0 && count <= edits;
            }
            word_index_near(&words->index, words->list[i], edits, 0, count_near, &found);
            assert_int_equal(found, expected);
        }
}

static void note_near(void *by, const struct indexed_word *near) {
    str_append(by, (struct slice){near->text, near->len});
    str_append_byte(by, ' ');
}

/* The table of deletions names the same words in the same order; a damaged one nothing outside. */
static void deletions_find_the_same(void **state) {
    const struct words *words = *state;
    struct str bytes = {0};
    word_index_make_deletions(&words->index, &bytes);
    struct word_index quick = words->index;
    quick.deletions = deletions_in(str_slice(&bytes));
    assert_true(quick.deletions.hashes > 1);
    for (size_t i = 0; i < 2 * WORDS; i++) {
        struct str all = {0}, found = {0};
        unsigned edits = 1 + i % 2;
        uint32_t least_documents = i % 3 ? 0 : 64;
        word_index_near(&words->index, words->list[i / 2], edits, least_documents, note_near, &all);
        word_index_near(&quick, words->list[i / 2], edits, least_documents, note_near, &found);
        assert_string_equal(str_text(&found), str_text(&all));
        str_free(&all);
        str_free(&found);
    }
    assert_int_equal(deletions_in(slice_range(str_slice(&bytes), 0, bytes.len - 4)).hashes, 0);
    for (size_t i = 8; i < bytes.len; i += 5) {
        size_t found = 0;
        bytes.data[i] = (char)(bytes.data[i] ^ 0x75);
        word_index_near(&quick, words->list[i % WORDS], 2, 0, count_near, &found);
        assert_true(found <= WORDS);
    }
    str_free(&bytes);
}

static void the_rare_can_be_passed_over(void **state) {
    const struct words *words = *state;
    for (size_t i = 0; i < WORDS; i += 7) {
        size_t expected = 0, found = 0;
        for (size_t k = 0; k < WORDS; k++)
            expected += words->documents[k] >= 64 && plain_count(words->list[i], words->list[k]) == 1;
        word_index_near(&words->index, words->list[i], 1, 64, count_near, &found);
        assert_int_equal(found, expected);
    }
}

static void the_commonest_neighbour_is_found(void **state) {
    const struct words *words = *state;
    for (size_t i = 0; i < WORDS; i++) {
        uint32_t expected = 0;
        for (size_t k = 0; k < WORDS; k++)
            if (plain_count(words->list[i], words->list[k]) == 1 && words->documents[k] > expected)
                expected = words->documents[k];
        assert_int_equal(word_index_neighbour(&words->index, words->list[i]), expected);
    }
}

static void an_empty_index_holds_nothing(void **state) {
    (void)state;
    struct word_index index = {0};
    size_t found = 0;
    word_index_sort(&index);
    word_index_near(&index, SLICE("kata"), 3, 0, count_near, &found);
    assert_int_equal(found, 0);
    assert_int_equal(word_index_neighbour(&index, SLICE("kata")), 0);
    assert_int_equal(word_index_neighbour(&index, SLICE("")), 0);
    word_index_free(&index);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_are_counted_alike),      cmocka_unit_test(the_longest_words_fit),
        cmocka_unit_test(all_that_is_near_is_found),    cmocka_unit_test(the_commonest_neighbour_is_found),
        cmocka_unit_test(deletions_find_the_same),      cmocka_unit_test(the_rare_can_be_passed_over),
        cmocka_unit_test(an_empty_index_holds_nothing),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
