/* A word is met once a language: language/lexicon/word.h. */
#include "language/lexicon/frequency.h"
#include "language/lexicon/word_table.h"
#include "language/spelling/nonstandard.h"
#include "language/spelling/speller.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static int setup(void **state) {
    *state = language_new("dictionaries", LANG_ID);
    return 0;
}

static int teardown(void **state) {
    language_free(*state);
    return 0;
}

static void there_is_one_of_each(void **state) {
    char text[] = "Jum’at";
    struct word *word = language_word(*state, slice_of(text));
    text[0] = 'X';
    assert_ptr_equal(language_word(*state, SLICE("Jum’at")), word);
    assert_true(slice_equal_text(word->text, "Jum’at"));
    assert_true(slice_equal_text(word->small->text, "jum’at"));
    assert_true(slice_equal_text(word->folded->text, "jum'at"));
    assert_ptr_equal(word->small->small, word->small);
    assert_ptr_equal(word->folded, language_word(*state, SLICE("jum'at")));
    assert_true(slice_equal_text(language_word(*state, SLICE(""))->small->text, ""));
    assert_true(slice_equal_text(language_word(*state, SLICE("\xff"
                                                             "A"))
                                     ->small->text,
                                 "\xff"
                                 "a"));
}

/* Asked twice, for what is kept is asked the second time. */
static void it_says_what_the_dictionaries_say(void **state) {
    struct language *language = *state;
    static const char *const words[] = {"yang", "Walikota", "resikonya", "bimtek", "xqzj", "Menteri", "di"};
    for (size_t i = 0; i < 2 * sizeof words / sizeof *words; i++) {
        struct word *word = language_word(language, slice_of(words[i / 2]));
        struct slice folded = word->folded->text;
        assert_int_equal(word_begins(language, word, LEXICON_COMPOUNDS),
                         language_begins(language, LEXICON_COMPOUNDS, folded));
        assert_int_equal(word_begins(language, word, LEXICON_PREPOSITIONS),
                         language_begins(language, LEXICON_PREPOSITIONS, folded));
        assert_int_equal(speller_look_word(language_speller(language), word),
                         speller_look(language_speller(language), word->text));
        assert_int_equal(frequency_tables(language, word->small)->counts.documents,
                         frequency_of(language, word->small->text));
    }
    const struct word *standard = nonstandard_of(language, language_word(language, SLICE("resikonya")));
    assert_non_null(standard);
    assert_true(slice_equal_text(standard->text, "risikonya"));
    assert_null(nonstandard_of(language, language_word(language, SLICE("risikonya"))));
}

/* A rule file may speak of a word after it was met. */
static void its_number_comes_later(void **state) {
    struct vocabulary *vocabulary = language_vocabulary(*state);
    struct word *word = language_word(*state, SLICE("Xqzjkata"));
    assert_int_equal(word_number(vocabulary, word), 0);
    uint32_t number = vocabulary_add(vocabulary, SLICE("xqzjkata"));
    assert_int_equal(word_number(vocabulary, word), number);
}

/* A word of the user's is known from then on, and no longer when it is taken back. */
static void own_words_are_asked_anew(void **state) {
    struct speller *speller = language_speller(*state);
    struct word *word = language_word(*state, SLICE("Bradgrupnik"));
    assert_int_equal(speller_look_word(speller, word), WORD_UNKNOWN);
    speller_add(speller, SLICE("bradgrupnik"), SLICE(""), WORD_HOUSE);
    assert_int_equal(speller_look_word(speller, word), WORD_HOUSE);
    speller_remove(speller, SLICE("bradgrupnik"));
    assert_int_equal(speller_look_word(speller, word), WORD_UNKNOWN);
}

/* With the table and without. */
static void rows_are_searched_alike(void **state) {
    const struct lexicon *pairs = language_lexicon(*state, LEXICON_PAIRS);
    struct slice key, row, one, other;
    size_t lines = 0;
    for (size_t at = 0; lexicon_next(pairs, &at, &key, &row); lines++) {
        if (lines % 97) continue;
        for (struct slice rest = row; rest.len;) {
            struct slice item = slice_cut(&rest, ' '), word = slice_cut(&item, '=');
            assert_true(lexicon_find_in_row(pairs, row, word, slice_mix(word), &one));
            assert_true(lexicon_find_in(row, word, &other));
            assert_ptr_equal(one.data, other.data);
            assert_int_equal(one.len, other.len);
            struct slice part = slice_range(word, 0, word.len - 1);
            assert_int_equal(lexicon_find_in_row(pairs, row, part, slice_mix(part), &one),
                             lexicon_find_in(row, part, &other));
        }
    }
    assert_true(lines > 97);
}

static void numbers_of_words(void **state) {
    struct word_table table = {0};
    char text[16];
    assert_int_equal(word_table_get(&table, language_word(*state, SLICE("kata"))), 0);
    for (size_t i = 0; i < 3000; i++) {
        snprintf(text, sizeof text, "kata%zu", i % 1000);
        *word_table_put(&table, language_word(*state, slice_of(text))) += i;
    }
    assert_int_equal(table.count, 1000);
    for (size_t i = 0; i < 1000; i++) {
        snprintf(text, sizeof text, "kata%zu", i);
        assert_int_equal(word_table_get(&table, language_word(*state, slice_of(text))), 3000 + 3 * i);
    }
    assert_int_equal(word_table_get(&table, language_word(*state, SLICE("kata"))), 0);
    word_table_free(&table);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(there_is_one_of_each, setup, teardown),
        cmocka_unit_test_setup_teardown(it_says_what_the_dictionaries_say, setup, teardown),
        cmocka_unit_test_setup_teardown(its_number_comes_later, setup, teardown),
        cmocka_unit_test_setup_teardown(own_words_are_asked_anew, setup, teardown),
        cmocka_unit_test_setup_teardown(numbers_of_words, setup, teardown),
        cmocka_unit_test_setup_teardown(rows_are_searched_alike, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
