#include "base/utf8.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/speech.h"
#include "language/spelling/speller_state.h"

#include <stdlib.h>

/* All but the first and the weights: numbers of counted articles, or how many times commoner a word is. */
enum {
    MISSPELLING_FACTOR = 50, /* a word one slip away is so much commoner: this one is a slip */
    SELDOM_FACTOR = 6,       /* a seldom word may be a slip when one that is so much commoner is near */
    LONG_WORD = 8,           /* letters of a word that seldom has a neighbour by chance */
    LIMIT_LEAST = 4,         /* see limit_for() */
    LIMIT_MOST = 60,
    LIMIT_ROOT_SHARE = 4,
    COMMON_INDEED = 500, /* see is_unlikely() */
    COMMON_VERB = 20,    /* articles of a verb, so that its stem is believed too */
    LOST_N_WORD = 7,     /* letters of a word that lost the n before -nya */
    COMMON_BASE = 30,    /* and of a word that takes -nya, whatever is near; */
    AGREED_BASE = 10,    /* when most lists have it, so many: lebat, beside lewat; */
    AGREED_WRITTEN =
        40, /* when all have it, times that news and statutes write it: tanggul, beside tanggal */
    COMMON_FOREIGN = 150, /* a neighbour so common makes a slip of a word that is only English */
    COMMON_FOREIGN_SHORT = 40,
    AGREED_ALL = 6,      /* lists of agreed.tsv, */
    AGREED_MOST = 4,     /* and most of them */
    AGREED_SHORTEST = 4, /* letters of a word that all lists have */
    AGREED_NEIGHBOUR = 25,
    SHORT_WORD = 5,       /* letters of a word that has neighbours by chance */
    SHORT_BASE = 4,       /* letters before -lah, */
    SHORT_BASE_NEAR = 20, /* and articles of what was meant; */
    GRAMMAR_NEAR = 20     /* the same of menyajai: menyamai */
};

static void speller_free(struct speller *speller) {
    if (!speller) return;
    wordbook_close(speller->indonesian);
    speller_forget(speller);
    speller_free_own(speller);
    word_index_free(&speller->entry_index);
    word_index_free(&speller->index);
    free(speller);
}

struct speller *language_speller(struct language *language) {
    if (language_attached(language)) return language_attached(language);
    struct speller *speller = memory_zero(1, sizeof *speller);
    speller->language = language;
    speller->problem = language_errors(language);
    speller->state = 1;
    language_attach(language, speller, speller_free);
    return speller;
}

struct wordbook *speller_indonesian(struct speller *speller) {
    if (!speller->asked_indonesian)
        speller->indonesian = wordbook_open("id_ID", language_prepared(speller->language), speller->problem);
    speller->asked_indonesian = true;
    return speller->indonesian;
}

bool speller_load_part(struct speller *speller) {
    if (speller->asked_indonesian) return speller_index(speller), false;
    speller_indonesian(speller);
    return true;
}

bool speller_is_sure(const struct word_counts *counts) {
    return counts->indonesian || (counts->documents * MISSPELLING_FACTOR > counts->neighbour &&
                                  (counts->documents > SPELLER_SELDOM || !counts->neighbour));
}

bool speller_is_attested(struct speller *speller, struct slice word) {
    struct word_counts counts = frequency_counts(speller->language, word);
    return speller_is_sure(&counts);
}

static uint32_t documents_of(struct speller *speller, struct slice word) {
    return (uint32_t)frequency_of(speller->language, word);
}

bool speller_is_government(struct speller *speller, struct slice word) {
    return language_has(speller->language, LEXICON_GOVERNMENT, word);
}

/* Each part of a hyphened word is one. */
bool speller_is_english(struct speller *speller, struct slice word) {
    static const char *const genitives[] = {"'s", "\xe2\x80\x99s"};
    for (size_t i = 0; i < sizeof genitives / sizeof *genitives; i++)
        if (slice_ends(word, slice_of(genitives[i]))) word.len -= strlen(genitives[i]);
    if (!word.len) return false;
    while (word.len)
        if (!language_has(speller->language, LEXICON_ENGLISH, slice_cut(&word, '-'))) return false;
    return true;
}

/* A word of the user's with an example is formed as the example is. */
static bool follows_example(struct speller *speller, const struct word_form *form) {
    const struct own_word *own = speller_own(speller, slice_of(form->root));
    if (!own || !own->example) return true;
    struct str model = {0};
    word_form_write(form, slice_of(own->example), &model);
    bool known = speller_look(speller, str_slice(&model)) != WORD_UNKNOWN;
    str_free(&model);
    return known;
}

/* pagi-sore, politik-ekonomi: each part a word by itself. */
static bool parts_are_known(struct speller *speller, struct slice word) {
    if (slice_find_byte(word, '-', 0) == SIZE_MAX) return false;
    while (word.len) {
        struct slice part = slice_cut(&word, '-');
        if (!speller_is_word(speller, part)) return false;
    }
    return true;
}

/* In how many articles the root stands, with the same suffix under another prefix (digelar beside menggelar)
 * or without affixes. */
static uint32_t family_documents(struct speller *speller, const struct word_form *form) {
    static const char *const prefixes[] = {NULL, "meN-", "di-", "ter-", "ber-", "peN-", "ke-"};
    struct slice root = slice_of(form->root);
    uint32_t documents = documents_of(speller, root);
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        struct word_form sibling = {.prefixes = {prefixes[i]}, .prefix_count = prefixes[i] != NULL};
        bool noun = i >= 5; /* with -an: pengadaan, keadaan */
        const char *suffix = form->suffix_count ? form->suffixes[0] : "";
        if (noun)
            sibling.suffixes[sibling.suffix_count++] = "-an";
        else if (strcmp(suffix, "-kan") == 0 || strcmp(suffix, "-i") == 0)
            sibling.suffixes[sibling.suffix_count++] = suffix;
        struct str word = {0};
        word_form_write(&sibling, root, &word);
        documents += documents_of(speller, str_slice(&word));
        str_free(&word);
    }
    return documents;
}

/* How common a word one slip away may be, so that a formed word is still believed: the better its root is
 * known, the more. */
static uint32_t limit_for(uint32_t root_documents) {
    uint32_t limit = LIMIT_LEAST + root_documents / LIMIT_ROOT_SHARE;
    return limit < LIMIT_MOST ? limit : LIMIT_MOST;
}

/* What stands before the clitics is a word, and no common one is so much commoner that this must be a slip of
 * it: acarnya is acaranya. */
static bool is_base_sound(struct speller *speller, struct slice base) {
    enum word_source source = speller_look(speller, base);
    if (source == WORD_UNKNOWN) return false;
    if (source < WORD_ATTESTED) return true;
    uint32_t documents = documents_of(speller, base), lists = frequency_of_lists(speller->language, base);
    return documents >= COMMON_BASE || (documents >= AGREED_BASE && lists >= AGREED_MOST) ||
           (lists == AGREED_ALL &&
            frequency_of_form(speller->language, base, FORM_SMALL) >= AGREED_WRITTEN) ||
           (documents + 1) * MISSPELLING_FACTOR > speller_neighbour(speller, base);
}

/* lengkapi beside melengkapi, in an order or after who does it: its root is one slip away, and says nothing.
 */
static bool is_bare_verb(struct speller *speller, const struct word_form *form) {
    if (form->prefix_count || form->suffix_count != 1 || strcmp(form->suffixes[0], "-i") != 0) return false;
    struct word_form verb = *form;
    verb.prefixes[verb.prefix_count++] = "meN-";
    struct str word = {0};
    word_form_write(&verb, slice_of(form->root), &word);
    bool common = documents_of(speller, str_slice(&word)) >= COMMON_VERB;
    str_free(&word);
    return common;
}

static bool is_written(struct speller *speller, struct slice word) {
    return frequency_of_form(speller->language, word, FORM_ALL) > 0 || documents_of(speller, word) > 0;
}

/* diserah, mencatat pertumbuh: a prefix and a root that nobody writes so, but often with an ending. */
static bool has_lost_ending(struct speller *speller, struct slice word, const struct word_form *form) {
    static const char *const endings[] = {"kan", "an", "i"};
    struct str whole = {0};
    bool lost = false;
    if (!form->prefix_count || form->suffix_count || is_written(speller, word)) return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings && !lost; i++) {
        str_clear(&whole);
        str_append(&whole, word);
        str_append_text(&whole, endings[i]);
        lost = documents_of(speller, str_slice(&whole)) >= COMMON_VERB;
    }
    str_free(&whole);
    return lost;
}

/* menekankankan, memperkuatkan: -kan after what has it, or after memper- that does without. */
static bool has_ending_too_many(struct speller *speller, struct slice word, const struct word_form *form) {
    if (!slice_ends(word, SLICE("kan")) || is_written(speller, word)) return false;
    struct slice base = slice_range(word, 0, word.len - strlen("kan"));
    bool causative = slice_starts(word, SLICE("memper")) || slice_starts(word, SLICE("diper"));
    return (form->prefix_count || slice_ends(base, SLICE("kan"))) &&
           documents_of(speller, base) >= COMMON_VERB &&
           (causative ||
            (slice_ends(base, SLICE("kan")) && !wordbook_has_entry(speller_indonesian(speller), base)));
}

/* dipilah beside memilah, which all lists have: the passive of a verb is a word, whatever is near. */
static bool is_passive_of_agreed(struct speller *speller, const struct word_form *form) {
    if (form->prefix_count != 1 || strcmp(form->prefixes[0], "di-") != 0) return false;
    struct word_form active = *form;
    active.prefixes[0] = "meN-";
    struct str word = {0};
    word_form_write(&active, slice_of(form->root), &word);
    bool agreed = frequency_of_lists(speller->language, str_slice(&word)) == AGREED_ALL;
    str_free(&word);
    return agreed;
}

static void keep_commoner(void *by, const struct indexed_word *near) {
    struct indexed_word *most = by;
    if (near->text[0] == most->text[0] && near->documents > most->documents)
        most->documents = near->documents;
}

/* Documents of the commonest word one slip away that begins alike: few right words have one by chance. */
static uint32_t neighbour_alike(struct speller *speller, struct slice word) {
    struct indexed_word most = {.text = word.data};
    speller_near(speller, word, 1, 0, keep_commoner, &most);
    return most.documents;
}

/* setlah, terlah (setelah, telah): a short noun takes no -lah, which is for verbs and what points (itulah).
 * menyajai: nor does a word of grammar become a verb that nobody writes. */
static bool is_against_kind(struct speller *speller, struct slice word, const struct word_form *form) {
    const char *last = form->suffix_count ? form->suffixes[form->suffix_count - 1] : "";
    struct slice root = slice_of(form->root);
    bool grammar = speech_classes(speller->language, root) & (SPEECH_FUNCTION | SPEECH_PRONOUN);
    if (form->prefix_count)
        return grammar && speller_neighbour(speller, word) >= GRAMMAR_NEAR && !is_written(speller, word) &&
               (strcmp(last, "-i") == 0 || strcmp(last, "-kan") == 0);
    if (strcmp(last, "-lah") != 0 || form->suffix_count > 1 || grammar || root.len > SHORT_BASE) return false;
    struct str passive = {0};
    str_printf(&passive, "di%s", form->root);
    bool verb = is_written(speller, str_slice(&passive));
    str_free(&passive);
    return !verb && !is_written(speller, word) && neighbour_alike(speller, word) >= SHORT_BASE_NEAR;
}

static bool is_formed(struct speller *speller, struct slice word, const struct word_counts *counts) {
    struct word_form form;
    if (!speller_analyse(speller, word, &form)) return parts_are_known(speller, word);
    if (!follows_example(speller, &form)) return false;
    if (is_against_kind(speller, word, &form)) return false;
    if (form.doubled || form.base == 0 || is_bare_verb(speller, &form)) return true;
    if (is_passive_of_agreed(speller, &form)) return true;
    struct slice base = slice_range(word, 0, form.base);
    uint32_t documents = family_documents(speller, &form);
    if (base.len < word.len) {
        if (!is_base_sound(speller, base)) return false;
        documents = documents_of(speller, base);
    }
    uint32_t neighbour = speller_neighbour(speller, word);
    if (counts->documents && counts->documents * MISSPELLING_FACTOR > neighbour) return true;
    if (neighbour <= limit_for(documents)) return true;
    /* datanya is one slip from katanya, sawahnya from salahnya: what is often written has its -nya */
    return base.len < word.len && (documents * 4 > neighbour || documents >= COMMON_BASE);
}

/* A word that the press has, although a slip is as likely: no rule forms it, and a commoner word is one slip
 * away. */
static bool is_doubtful(struct speller *speller, struct slice word, const struct word_counts *counts) {
    struct word_form form;
    uint32_t limit = SELDOM_FACTOR * counts->documents;
    if (counts->documents <= SPELLER_SELDOM && !counts->indonesian)
        return speller_neighbour(speller, word) >= limit;
    return counts->documents <= LIMIT_MOST && word.len >= LONG_WORD && !counts->english &&
           !wordbook_has_entry(speller_indonesian(speller), word) &&
           (counts->indonesian ? speller_neighbour : neighbour_alike)(speller, word) >= limit &&
           !speller_analyse(speller, word, &form);
}

static bool is_foreign(struct speller *speller, struct slice word, const struct word_counts *counts) {
    uint32_t limit = word.len <= SHORT_WORD ? COMMON_FOREIGN_SHORT : COMMON_FOREIGN;
    return (counts->documents > 1 || speller_neighbour(speller, word) < limit) &&
           speller_is_english(speller, word);
}

/* Words that hunspell knows and the press hardly writes: those that its affixes make against the rules
 * (penyampaikan), and those whose whole family is rare while a common word is one slip away (menabahkan
 * beside menambahkan). */
static bool is_unlikely(struct speller *speller, struct slice word, const struct word_counts *counts) {
    struct word_form form = {0};
    if (wordbook_has_entry(speller_indonesian(speller), word))
        memcpy(form.root, word.data, word.len);
    else if (!speller_analyse(speller, word, &form))
        return slice_find_byte(word, '-', 0) == SIZE_MAX;
    if (counts->documents) return false;
    uint32_t neighbour = speller_neighbour(speller, word);
    return neighbour >= COMMON_INDEED && neighbour > family_documents(speller, &form) * MISSPELLING_FACTOR;
}

/* penggalang: of a root that all lists have. */
static bool is_formed_of_agreed(struct speller *speller, struct slice word) {
    struct word_form form;
    return speller_analyse(speller, word, &form) && form.prefix_count &&
           frequency_of_lists(speller->language, slice_of(form.root)) == AGREED_ALL;
}

/* KBBI has the word, as most lists made from it say. A word that not all of them have is believed only when
 * it is written, or when no common word is one slip away: sait is in five of six, and mostly meant to be
 * sakit. */
static bool is_agreed(struct speller *speller, struct slice word) {
    uint32_t lists = frequency_of_lists(speller->language, word);
    if (!lists) return false;
    if (lists == AGREED_ALL && word.len >= AGREED_SHORTEST) return true;
    if (lists >= AGREED_MOST && word.len >= LONG_WORD && is_formed_of_agreed(speller, word)) return true;
    uint32_t neighbour = speller_neighbour(speller, word),
             written = frequency_of_form(speller->language, word, FORM_SMALL);
    return neighbour < AGREED_NEIGHBOUR || written > neighbour ||
           (lists >= AGREED_MOST && written * MISSPELLING_FACTOR > neighbour);
}

bool speller_has_wrong_ending(struct speller *speller, struct slice word) {
    struct word_form form;
    return speller_analyse(speller, word, &form) &&
           (has_lost_ending(speller, word, &form) || has_ending_too_many(speller, word, &form));
}

/* jalanya: the press has it with another n, and hardly ever so. */
static bool has_lost_n(struct speller *speller, struct slice word, const struct word_counts *counts) {
    static const char end[] = "nya";
    if (word.len < LOST_N_WORD || !slice_ends(word, SLICE("anya"))) return false;
    struct str whole = {0};
    str_printf(&whole, "%.*sn%s", SLICE_ARG(slice_range(word, 0, word.len - strlen(end))), end);
    uint32_t documents = documents_of(speller, str_slice(&whole));
    str_free(&whole);
    return documents >= COMMON_VERB && documents >= COMMON_VERB * counts->documents;
}

static enum word_source find_source(struct speller *speller, struct slice word) {
    const struct own_word *own = speller_own(speller, word);
    if (own) return own->source;
    if (speller_is_government(speller, word)) return WORD_GOVERNMENT;
    struct word_counts counts = frequency_counts(speller->language, word);
    if (has_lost_n(speller, word, &counts)) return WORD_UNKNOWN;
    if (speller_is_sure(&counts) && !is_doubtful(speller, word, &counts)) return WORD_ATTESTED;
    if (is_agreed(speller, word)) return WORD_DICTIONARY;
    if (speller_has_wrong_ending(speller, word)) return WORD_UNKNOWN;
    if (wordbook_has(speller_indonesian(speller), word) && !is_unlikely(speller, word, &counts))
        return WORD_DICTIONARY;
    if (speller_weigh_loan(speller, word) && speller_neighbour(speller, word) <= LIMIT_MOST)
        return WORD_FORMED;
    if (is_formed(speller, word, &counts)) return WORD_FORMED;
    if (is_foreign(speller, word, &counts)) return WORD_FOREIGN;
    /* without hunspell too many right words are unknown: only what looks like a slip is */
    const struct wordbook *book = speller_indonesian(speller);
    bool blind = !book || wordbook_is_blind(book);
    return blind && speller_neighbour(speller, word) < LIMIT_MOST ? WORD_DICTIONARY : WORD_UNKNOWN;
}

static enum word_source look_lower(struct speller *speller, struct slice word) {
    bool found;
    enum word_source source = speller_prepared(speller, word, &found);
    if (found) return source;
    const uintptr_t *known = map_get(&speller->looked_up, word);
    if (known) return (enum word_source) * known;
    source = find_source(speller, word);
    *map_put(&speller->looked_up, word) = source;
    return source;
}

enum word_source speller_look_word(struct speller *speller, struct word *word) {
    if (word->asked_source != speller->state) {
        struct slice small = word->small->text;
        enum word_source source =
            small.len && small.len <= WORD_LIMIT ? look_lower(speller, small) : WORD_UNKNOWN;
        word->source = (uint8_t)source;
        word->asked_source = speller->state; /* now, for own words are loaded by the first look */
    }
    return (enum word_source)word->source;
}

enum word_source speller_look(struct speller *speller, struct slice word) {
    if (word.len == 0 || word.len > WORD_LIMIT) return WORD_UNKNOWN;
    struct str lower = {0};
    str_append_lower(&lower, word);
    enum word_source source = look_lower(speller, str_slice(&lower));
    str_free(&lower);
    return source;
}
