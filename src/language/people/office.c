#include "language/people/office.h"

#include "language/people/name_words.h"
#include "language/sentence/speech.h"

/* Sekda Gowa is the Sekretaris Daerah Kabupaten Gowa. */
static bool is_level(struct language *language, struct slice word, struct slice before) {
    return before.len && !slice_ends(before, SLICE("wali")) && language_word_in(language, word, CLASS_LEVEL);
}

void office_append(struct str *out, struct language *language, struct slice role) {
    struct str buffer = {0};
    bool bracket = false;
    for (struct slice word; (word = name_next_word(&role)).len;) {
        str_clear(&buffer);
        struct slice folded = speech_fold(&buffer, word), full;
        if (folded.len > 1 && slice_ends(folded, SLICE("."))) /* TP. PKK Prov. Riau */
            folded = slice_range(folded, 0, folded.len - 1);
        bracket = bracket || folded.data[0] == '(';
        if (bracket) {
            bracket = folded.data[folded.len - 1] != ')';
            continue;
        }
        const struct lexicon *offices = language_lexicon(language, LEXICON_OFFICES);
        if (lexicon_find(offices, folded, &full)) {
            folded = full;
        } else if (slice_starts(folded, SLICE("wa")) &&
                   lexicon_find(offices, slice_range(folded, 2, folded.len), &full)) {
            if (out->len) str_append_byte(out, ' ');
            str_append(out, SLICE("wakil")); /* Wamendag, Wakapolda */
            folded = full;
        }
        if (!out->len && language_word_in(language, folded, CLASS_OFFICE_COURTESY)) continue;
        if (is_level(language, folded, str_slice(out))) continue;
        if (out->len) str_append_byte(out, ' ');
        str_append(out, folded);
    }
    str_free(&buffer);
    static const char *const wholes[] = {" ri", " republik indonesia", " pusat"}; /* Menteri Agama RI */
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++)
        if (slice_ends(str_slice(out), slice_of(wholes[i])))
            str_splice(out, out->len - strlen(wholes[i]), strlen(wholes[i]), SLICE(""));
    struct slice s = str_slice(out);
    if (slice_starts(s, SLICE("kepala negara")) && !slice_starts(s, SLICE("kepala negara "))) {
        str_clear(out);
        str_append(out, SLICE("presiden"));
    }
}

/* Where the name begins in the text that the short name after it stands for; the end when none does. */
static size_t name_shortened(struct slice text, struct slice shortened) {
    for (size_t i = text.len; i-- > 0;) {
        bool begins = i == 0 || text.data[i - 1] == ' ';
        struct slice name = slice_range(text, i, text.len);
        if (begins && (name.data[0] | ' ') == (shortened.data[0] | ' ') && name_has_letters(name, shortened))
            return i;
    }
    return text.len;
}

void office_append_short(struct str *out, struct language *language, struct slice role) {
    struct str text = {0};
    for (struct slice word; (word = name_next_word(&role)).len;) {
        if (word.len > 2 && word.data[0] == '(' && word.data[word.len - 1] == ')') {
            word = slice_range(word, 1, word.len - 1);
            size_t from = name_shortened(str_slice(&text), word);
            str_splice(&text, from, text.len - from, word);
        } else {
            str_append(&text, word);
        }
        str_append_byte(&text, ' ');
    }
    office_append(out, language, str_slice(&text));
    str_free(&text);
}
