#include "language/people/office.h"

#include "language/people/name_words.h"
#include "language/sentence/speech.h"

/* Words that stand before an office without changing it. */
static bool is_qualifier(struct slice word) {
    return slice_equal_text(word, "penjabat") || slice_equal_text(word, "pejabat") ||
           slice_equal_text(word, "bapak") || slice_equal_text(word, "ibu") ||
           slice_equal_text(word, "pak") || slice_equal_text(word, "bu") || slice_equal_text(word, "sang") ||
           slice_equal_text(word, "sementara");
}

/* Sekda Gowa is the Sekretaris Daerah Kabupaten Gowa. */
static bool is_level(struct slice word, struct slice before) {
    if (!before.len || slice_ends(before, SLICE("wali"))) return false;
    return slice_equal_text(word, "kabupaten") || slice_equal_text(word, "kota") ||
           slice_equal_text(word, "provinsi");
}

void office_append(struct str *out, struct language *language, struct slice role) {
    struct str buffer = {0};
    bool bracket = false;
    for (struct slice word; (word = name_next_word(&role)).len;) {
        str_clear(&buffer);
        struct slice folded = speech_fold(&buffer, word), full;
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
        if (is_qualifier(folded) && !out->len) continue;
        if (is_level(folded, str_slice(out))) continue;
        if (out->len) str_append_byte(out, ' ');
        str_append(out, folded);
    }
    str_free(&buffer);
    static const char *const nations[] = {" ri", " republik indonesia"}; /* Menteri Agama RI */
    for (size_t i = 0; i < sizeof nations / sizeof *nations; i++)
        if (slice_ends(str_slice(out), slice_of(nations[i])))
            str_splice(out, out->len - strlen(nations[i]), strlen(nations[i]), SLICE(""));
    struct slice s = str_slice(out);
    if (slice_starts(s, SLICE("kepala negara")) && !slice_starts(s, SLICE("kepala negara "))) {
        str_clear(out);
        str_append(out, SLICE("presiden"));
    }
}
