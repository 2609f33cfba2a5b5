#include "language/spelling/nonstandard.h"

#include "base/map.h"
#include "language/lexicon/frequency.h"
#include "language/spelling/morphology.h"
#include "language/spelling/speller_state.h"

enum {
    ROOT_MIN = 4,
    MUCH_COMMONER = 5,
    MELTED_MIN = 9,
    LOAN_MIN =
        6 /* letters of a loan that ends in -ip or -ir, or spelt as abroad: shorter ones are other words */
};

/* What nonstandard.tsv has instead of a word that stands for itself in every form; empty for all others. */
static struct slice standard_of(struct language *language, struct slice root) {
    struct slice fields, right = {0};
    if (root.len >= ROOT_MIN && language_begins(language, LEXICON_NONSTANDARD, root) &&
        lexicon_find(language_lexicon(language, LEXICON_NONSTANDARD), root, &fields) &&
        !slice_equal_text(lexicon_field(fields, 1), "undotted") &&
        !slice_equal_text(lexicon_field(fields, 1), "day"))
        right = lexicon_field(fields, 0);
    bool word = right.len > 1 && right.data[0] >= 'a' && right.data[0] <= 'z' &&
                slice_find_byte(right, ' ', 0) == SIZE_MAX;
    return word ? right : (struct slice){0};
}

static unsigned root_weight(void *language, struct slice root) {
    return standard_of(language, root).len > 0;
}

static bool is_no_word(void *language, struct slice word) {
    (void)language;
    (void)word;
    return false;
}

static bool find_inflected(struct language *language, struct slice word, struct str *right) {
    struct morphology morphology = {root_weight, is_no_word, is_no_word, language};
    struct word_form form;
    if (!morphology_analyse(&morphology, word, &form) || (form.doubled && form.prefix_count)) return false;
    struct slice root = standard_of(language, slice_of(form.root));
    size_t from = right->len;
    word_form_write(&form, root, right);
    struct slice made = slice_range(str_slice(right), from, right->len);
    size_t here = frequency_of(language, word), there = frequency_of(language, made);
    /* forms are endless: one that was never counted is judged by its root */
    if (!here && !there) there = frequency_of(language, root);
    if (!slice_equal(made, word) && there && here <= 3 * there + 2) return true;
    right->len = from;
    return false;
}

/* Keeps what was appended for the word only when that is attested and far commoner, or stands in most lists
 * and the word nowhere. */
static bool keep_commoner(struct language *language, struct slice word, struct str *right, size_t from) {
    struct slice made = slice_range(str_slice(right), from, right->len);
    size_t here = frequency_of(language, word), there = frequency_of(language, made);
    bool listed =
        !here && !frequency_of_lists(language, word) && frequency_of_lists(language, made) >= LISTS_MOST;
    if (listed || (there >= 3 && there >= MUCH_COMMONER * here)) return true;
    right->len = from;
    return false;
}

static bool find_melted(struct language *language, struct slice word, struct str *right) {
    static const char *const forms[] = {"mengk", "mens", "ment", "memp"};
    size_t from = right->len;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct slice form = slice_of(forms[i]);
        if (!slice_starts(word, form) || word.len < MELTED_MIN || !strchr("aiueo", word.data[form.len]))
            continue;
        morphology_join("meN-", slice_range(word, form.len - 1, word.len), right);
        return keep_commoner(language, word, right, from);
    }
    return false;
}

/* menjinakan, of jinak: with one k less it is no word, or one that nobody uses. */
static bool has_root_in_k(struct language *language, struct slice word, struct slice doubled) {
    struct speller *speller = language_speller(language);
    struct word_form form;
    if (!speller_analyse(speller, doubled, &form)) return false;
    struct slice root = slice_of(form.root);
    size_t common = frequency_of(language, root), other = 0;
    bool listed = slice_ends(root, SLICE("k")) && frequency_of_lists(language, root) >= LISTS_MOST;
    if (listed && speller_analyse(speller, word, &form)) other = frequency_of(language, slice_of(form.root));
    return listed && common >= MUCH_COMMONER && common >= MUCH_COMMONER * other &&
           !frequency_of_lists(language, word) &&
           frequency_of(language, doubled) >= speller_neighbour(speller, word); /* menumbukan: menumbuhkan */
}

/* dikeesokan is di and keesokan; but diperuntukan is no place, for diperuntukkan is written. */
static bool is_at_noun(struct language *language, struct slice word, struct slice doubled) {
    return slice_starts(word, SLICE("di")) && !frequency_of(language, doubled) &&
           frequency_of(language, slice_range(word, strlen("di"), word.len));
}

static bool find_single_k(struct language *language, struct slice word, struct str *right) {
    struct slice tail = SLICE("kan");
    if (!slice_ends(word, tail) || word.len < 7) return false;
    bool verb = slice_starts(word, SLICE("me")) || slice_starts(word, SLICE("di"));
    if (!verb || !strchr("aiueo", word.data[word.len - 4])) return false;
    size_t from = right->len;
    str_append(right, slice_range(word, 0, word.len - 2));
    str_append_text(right, "kan");
    struct slice doubled = slice_range(str_slice(right), from, right->len);
    if (is_at_noun(language, word, doubled)) {
        right->len = from;
        return false;
    }
    if (!has_root_in_k(language, word, doubled)) return keep_commoner(language, word, right, from);
    struct str standard = {0}; /* dipraktekan: dipraktikkan */
    if (find_inflected(language, doubled, &standard)) {
        right->len = from;
        str_append(right, str_slice(&standard));
    }
    str_free(&standard);
    return true;
}

/* peruntukkannya, kekompakkan: a noun has one k of its root, whatever the verb has (diperuntukkan). */
static bool find_double_k(struct language *language, struct slice word, struct str *right) {
    struct slice stem = word;
    size_t from = right->len;
    if (slice_ends(stem, SLICE("nya"))) stem.len -= strlen("nya");
    bool noun = slice_starts(stem, SLICE("pe")) || slice_starts(stem, SLICE("ke"));
    if (!noun || !slice_ends(stem, SLICE("kkan"))) return false;
    size_t single = stem.len - strlen("kan");
    str_append(right, slice_range(word, 0, single));
    size_t common = frequency_of_form(language, stem, FORM_ALL);
    str_append_text(right, "an");
    struct slice made = slice_range(str_slice(right), from, right->len);
    bool found = frequency_of_lists(language, made) >= LISTS_MOST &&
                 frequency_of_form(language, made, FORM_ALL) >= MUCH_COMMONER * (common + 1);
    if (found && stem.len < word.len) str_append_text(right, "nya");
    if (!found) right->len = from;
    return found;
}

static bool find_ifitas(struct language *language, struct slice word, struct str *right) {
    size_t at = slice_find(word, SLICE("ifitas"), 0), from = right->len;
    if (at == SIZE_MAX || at < 3) return false;
    str_append(right, slice_range(word, 0, at));
    str_append_text(right, "ivitas");
    str_append(right, slice_range(word, at + strlen("ifitas"), word.len));
    /* selektifitas, of selektif: no word ends so */
    if (frequency_of_lists(language, slice_range(word, 0, at + strlen("if"))) >= LISTS_MOST) return true;
    return keep_commoner(language, word, right, from);
}

/* What the word becomes with another end, when that is a far commoner word and no list has this one. */
static bool find_ended(struct language *language, struct slice word, struct slice end, const char *instead,
                       struct str *right) {
    size_t from = right->len;
    if (word.len < LOAN_MIN || !slice_ends(word, end) || frequency_of_lists(language, word)) return false;
    str_append(right, slice_range(word, 0, word.len - end.len));
    str_append_text(right, instead);
    return keep_commoner(language, word, right, from);
}

/* preventip; dievaluir, mengidentifisir: loans that came by way of Dutch. */
static bool find_dutch(struct language *language, struct slice word, struct str *right) {
    return find_ended(language, word, SLICE("ip"), "if", right) ||
           find_ended(language, word, SLICE("fisir"), "fikasi", right) ||
           find_ended(language, word, SLICE("ir"), "asi", right);
}

/* What the word becomes with other letters for these, wherever they stand. */
static bool find_spelled(struct language *language, struct slice word, struct slice letters,
                         struct slice instead, struct str *right) {
    size_t from = right->len, at = 0, next;
    if (!instead.len) return false;
    while ((next = slice_find(word, letters, at)) != SIZE_MAX) {
        str_append(right, slice_range(word, at, next));
        if (!slice_equal_text(instead, "-")) str_append(right, instead);
        at = next + letters.len;
    }
    str_append(right, slice_range(word, at, word.len));
    return keep_commoner(language, word, right, from);
}

/* kwadrat, ijadzah, phisik, expor, qalam, ta'at, ni'mat, aktive: as Dutch, Arabic or English spell it, in a
 * word that is none of English. */
static bool find_foreign_letters(struct language *language, struct slice word, struct str *right) {
    struct slice letters, fields;
    if (word.len < LOAN_MIN || speller_is_english(language_speller(language), word) ||
        frequency_of_lists(language, word))
        return false;
    const struct lexicon *lexicon = language_lexicon(language, LEXICON_LETTERS);
    for (size_t at = 0; lexicon_next(lexicon, &at, &letters, &fields);)
        if (slice_find(word, letters, 0) != SIZE_MAX &&
            (find_spelled(language, word, letters, lexicon_field(fields, 0), right) ||
             find_spelled(language, word, letters, lexicon_field(fields, 1), right)))
            return true;
    return find_ended(language, word, SLICE("ive"), "if", right) ||
           find_ended(language, word, SLICE("iv"), "if", right) ||
           find_ended(language, word, SLICE("y"), "i", right); /* terapy */
}

bool nonstandard_is_spelt_abroad(struct language *language, struct slice word, struct slice standard) {
    struct slice letters;
    bool spelt = false;
    const struct lexicon *lexicon = language_lexicon(language, LEXICON_LETTERS);
    for (size_t at = 0; !spelt && lexicon_next(lexicon, &at, &letters, NULL);)
        spelt = slice_find(word, letters, 0) != SIZE_MAX && slice_find(standard, letters, 0) == SIZE_MAX;
    return spelt;
}

/* buku2, undang2nya: written twice, as far as the doubled word is counted and the number is none: kelas2. */
static bool find_doubled(struct language *language, struct slice word, struct str *right) {
    enum { SHORTEST = 3 };
    size_t at = slice_find_byte(word, '2', 0), from = right->len;
    struct slice root = slice_range(word, 0, at), suffix = slice_range(word, at + 1, word.len);
    bool ends = !suffix.len || slice_equal_text(suffix, "nya") || slice_equal_text(suffix, "an");
    if (at < SHORTEST || !ends || language_word_in(language, root, CLASS_CLASS_NAME)) return false;
    str_append(right, root);
    str_append_byte(right, '-');
    str_append(right, root);
    if (slice_equal_text(suffix, "an")) str_append(right, suffix);
    bool counted = frequency_of(language, slice_range(str_slice(right), from, right->len)) > 0;
    if (counted && slice_equal_text(suffix, "nya")) str_append(right, suffix);
    if (!counted) right->len = from;
    return counted;
}

static bool find(struct language *language, struct slice word, struct str *right);

/* mempercayainya, mengkomunikasikannya: a form that is not standard, whatever clings to it. */
static bool find_before_nya(struct language *language, struct slice word, struct str *right) {
    struct slice nya = SLICE("nya"), stem = word;
    if (!slice_ends(word, nya) || word.len < LOAN_MIN + nya.len) return false;
    stem.len -= nya.len;
    struct slice standard = standard_of(language, stem);
    str_append(right, standard);
    if (!standard.len && !find(language, stem, right)) return false;
    str_append(right, nya);
    return true;
}

static bool find(struct language *language, struct slice word, struct str *right) {
    if (slice_find_byte(word, '2', 0) != SIZE_MAX) return find_doubled(language, word, right);
    return find_inflected(language, word, right) || find_ifitas(language, word, right) ||
           find_melted(language, word, right) || find_single_k(language, word, right) ||
           find_double_k(language, word, right) || find_dutch(language, word, right) ||
           find_foreign_letters(language, word, right) || find_before_nya(language, word, right);
}

static struct word *find_standard(struct language *language, struct word *word) {
    unsigned marks;
    bool doubled = slice_find_byte(word->text, '2', 0) != SIZE_MAX;
    if (word->text.len < ROOT_MIN || (word->text.len == ROOT_MIN && !doubled)) return NULL; /* but hal2 */
    if (speller_prepared_marks(language_speller(language), word->text, &marks) && !(marks & MARK_NONSTANDARD))
        return NULL;
    struct str right = {0};
    bool found = find(language, word->text, &right);
    struct word *standard = found ? language_word(language, str_slice(&right)) : NULL;
    str_free(&right);
    return standard;
}

struct word *nonstandard_of(struct language *language, struct word *word) {
    if (!word->asked_standard) word->standard = find_standard(language, word);
    word->asked_standard = true;
    return word->standard;
}
