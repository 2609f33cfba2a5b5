/* Words, sentences and paragraphs of the text on the screen; the case of letters. */
#include "language/lexicon/language.h"
#include "text/letter_case.h"
#include "ui/page/passage.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct language *language;

static int open_language(void **state) {
    (void)state;
    language = language_new("dictionaries", LANG_ID);
    return 0;
}

static int close_language(void **state) {
    (void)state;
    language_free(language);
    return 0;
}

static struct buffer *buffer_of(const char *text) {
    struct draft *draft = draft_new("");
    text_free(draft->text);
    draft->text = text_with(slice_of(text));
    return buffer_new(draft, NULL, LANG_ID, NULL);
}

static void expect(const struct buffer *buffer, struct range range, const char *words) {
    struct str found = {0};
    text_copy(buffer->text, range.start, range.end, &found);
    assert_string_equal(str_text(&found), words);
    str_free(&found);
}

static void sentences_are_found(void **state) {
    (void)state;
    static const char text[] = "Bupati Dr. Lina hadir. Warga senang!\n\nHarga Rp1.500 tetap.\n";
    struct buffer *buffer = buffer_of(text);
    expect(buffer, passage_sentence(buffer, language, 0), "Bupati Dr. Lina hadir.");
    expect(buffer, passage_sentence(buffer, language, 10), "Bupati Dr. Lina hadir.");
    expect(buffer, passage_sentence(buffer, language, 25), "Warga senang!");
    expect(buffer, passage_sentence(buffer, language, 36), "Warga senang!");
    expect(buffer, passage_sentence(buffer, language, 37), "");
    size_t starts[] = {0, 23, 38, strlen(text)};
    for (size_t i = 0; i + 1 < sizeof starts / sizeof *starts; i++)
        assert_int_equal(passage_sentence_right(buffer, language, starts[i]), starts[i + 1]);
    for (size_t i = sizeof starts / sizeof *starts - 1; i > 0; i--)
        assert_int_equal(passage_sentence_left(buffer, language, starts[i]), starts[i - 1]);
    assert_int_equal(passage_sentence_left(buffer, language, 0), 0);
    buffer_free(buffer, JOURNAL_END_SAVED);
}

static void paragraphs_are_found(void **state) {
    (void)state;
    static const char text[] = "Satu\ndua.\n\n\n- butir\n- lain\n\nTiga.";
    struct buffer *buffer = buffer_of(text);
    struct range first = passage_paragraph(buffer, 6), item = passage_paragraph_after(buffer, first);
    expect(buffer, first, "Satu\ndua.");
    expect(buffer, item, "- butir");
    expect(buffer, passage_paragraph_after(buffer, item), "- lain");
    expect(buffer, passage_paragraph_before(buffer, item), "Satu\ndua.");
    expect(buffer, passage_paragraph(buffer, 10), "");
    expect(buffer, passage_paragraph_before(buffer, first), "");
    expect(buffer, passage_paragraph_after(buffer, passage_paragraph(buffer, strlen(text))), "");
    expect(buffer, passage_word(buffer, 2), "Satu");
    expect(buffer, passage_word(buffer, 4), "Satu");
    buffer_free(buffer, JOURNAL_END_SAVED);
}

static void letters_change_in_a_round(void **state) {
    (void)state;
    static const char *const round[] = {"bupati merbau-timur élok", "Bupati Merbau-Timur Élok",
                                        "BUPATI MERBAU-TIMUR ÉLOK", "bupati merbau-timur élok"};
    for (size_t i = 0; i + 1 < sizeof round / sizeof *round; i++) {
        struct str fresh = {0};
        letter_case_next(slice_of(round[i]), &fresh);
        assert_string_equal(str_text(&fresh), round[i + 1]);
        str_free(&fresh);
    }
    struct str fresh = {0};
    letter_case_next(SLICE("mERBAU \xFF"), &fresh);
    assert_string_equal(str_text(&fresh), "merbau \xFF");
    str_free(&fresh);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_found),
        cmocka_unit_test(paragraphs_are_found),
        cmocka_unit_test(letters_change_in_a_round),
    };
    return cmocka_run_group_tests_name("passage", tests, open_language, close_language);
}
