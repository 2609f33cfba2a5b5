#include "check/rules/passive_apart.h"

#include "language/lexicon/frequency.h"
#include "language/sentence/words.h"
#include "language/spelling/morphology.h"
#include "language/spelling/nonstandard.h"

/* Read on five million words of news: of the places that each of these takes in, which are slips. */
enum {
    PASSIVES_MIN = 3, /* articles with "disampaikan" */
    MUCH_COMMONER = 5,
    BARE_PASSIVES_MIN = 10, /* articles with "direkrut", */
    BARE_SHARE = 2,         /* and times as many as with "rekrut" */
    FAR_COMMONER = 10,      /* than "di" and the word apart, where those beside it ask for a verb: 38 of 38 */
    SECOND_SHORTEST = 5     /* letters of lanjuti; but di selesai kan is one verb */
};

struct passive {
    struct language *language;
    struct word *di, *verb, *joined; /* di, timbang, ditimbang */
};

/* The suffix leaves no doubt that it is a verb. */
static bool is_verb_by_form(const struct passive *p) {
    struct slice verb = p->verb->text;
    size_t passives = frequency_of(p->language, p->joined->text);
    bool suffix = verb.len >= 5 && (slice_ends(verb, SLICE("kan")) || slice_ends(verb, SLICE("i")));
    return suffix && passives >= PASSIVES_MIN &&
           passives >= MUCH_COMMONER * frequency_of_pair(p->language, p->di->text, verb);
}

/* Nobody goes there, and hardly anybody is there: no place. */
static bool is_no_place(const struct passive *p, uint32_t passives) {
    struct word *to = language_word(p->language, SLICE("ke"));
    return !frequency_beside(p->language, to, p->verb) &&
           frequency_beside(p->language, p->di, p->verb) * FAR_COMMONER <= passives;
}

static uint32_t lists_of_active(const struct passive *p) {
    struct str active = {0};
    morphology_join("meN-", p->verb->text, &active);
    uint32_t lists = frequency_of_lists(p->language, str_slice(&active));
    str_free(&active);
    return lists;
}

/* di timbang lebih dahulu, di suntik oleh bidan */
static bool is_after_verb(const struct analysis *a, size_t i) {
    bool first = (token_is(a, i, "lebih") || token_is(a, i, "terlebih")) && token_is(a, i + 1, "dahulu");
    return first || token_in(a, i, CLASS_AFTER_VERB) || token_in(a, i, CLASS_AFTER_PASSIVE);
}

static bool is_end(const struct analysis *a, size_t i) {
    return i >= a->tokens.count || token_is_mark(a, i, ".,;");
}

/* perpanjang, rekrut: it hardly ever stands without its prefix, so it is no noun. */
static bool is_bare_verb(const struct passive *p) {
    size_t passives = frequency_of(p->language, p->joined->text);
    return passives >= BARE_PASSIVES_MIN && passives >= BARE_SHARE * frequency_of(p->language, p->verb->text);
}

/* layak di tiru, akan di evaluasi; di timbang oleh kader, di imunisasi di puskesmas; Kantor itu di geledah.
 */
static bool is_verb_here(const struct passive *p, const struct analysis *a, size_t i) {
    uint32_t passives = frequency_tables(p->language, p->joined)->forms[FORM_SMALL];
    if (!is_no_place(p, passives)) return false;
    if (is_bare_verb(p)) return true;
    uint32_t lists = lists_of_active(p);
    bool known = passives || frequency_of_lists(p->language, p->joined->text) >= LISTS_SOME;
    if (known && token_in(a, i - 1, CLASS_ASKS_PASSIVE)) return true;
    /* memvaksin stands in most lists, divaksin in none */
    bool asked = token_in(a, i - 1, CLASS_BEFORE_VERB) || token_is(a, i + 2, "oleh");
    if (asked && (known || lists >= LISTS_MOST)) return true;
    /* imunisasi, evaluasi: what is done */
    bool deed = passives || slice_ends(p->verb->text, SLICE("asi"));
    return lists >= LISTS_SOME && ((deed && is_after_verb(a, i + 2)) || (known && is_end(a, i + 2)));
}

/* ditindaklanjuti, of its three words; empty when nobody writes it. */
static void join_three(struct language *language, const struct analysis *a, size_t di, struct str *joined) {
    struct slice last = token_word(a, di + 2);
    if (last.len < SECOND_SHORTEST || !token_is_kind(a, di + 2, TOKEN_WORD) ||
        !(a->tokens.items[di + 2].flags & TOKEN_LOWER) ||
        !(slice_ends(last, SLICE("i")) || slice_ends(last, SLICE("kan"))))
        return;
    str_append_text(joined, "di");
    word_fold(joined, token_word(a, di + 1));
    word_fold(joined, last);
    const struct word_tables *tables = frequency_tables(language, language_word(language, str_slice(joined)));
    if (!tables->forms[FORM_SMALL] && tables->lists < LISTS_SOME) str_clear(joined);
}

/* Of "di" and the word after it, joined. */
static bool is_passive(struct language *language, const struct analysis *a, size_t index,
                       struct slice joined) {
    struct passive p = {language, language_word(language, SLICE("di")),
                        language_word(language, slice_range(joined, 2, joined.len)),
                        language_word(language, joined)};
    return is_verb_by_form(&p) || is_verb_here(&p, a, index);
}

/* di rubah: what it becomes is no slip again (dirubah). */
static struct slice standard_of(struct language *language, struct slice joined) {
    struct slice fields;
    struct word *standard = nonstandard_of(language, language_word(language, joined));
    if (lexicon_find(language_lexicon(language, LEXICON_NONSTANDARD), joined, &fields) &&
        !slice_equal_text(lexicon_field(fields, 0), "-"))
        return lexicon_field(fields, 0);
    return standard ? standard->text : joined;
}

/* "di imbau" stands in the table of prepositions. */
static bool is_listed_apart(struct language *language, struct slice joined) {
    struct str apart = {0};
    str_printf(&apart, "di %.*s", SLICE_ARG(slice_range(joined, 2, joined.len)));
    bool listed = language_has(language, LEXICON_PREPOSITIONS, str_slice(&apart));
    str_free(&apart);
    return listed;
}

/* di himbau, di ijinkan: as much a passive as di imbau and di izinkan are. */
static bool is_passive_otherwise(struct language *language, const struct analysis *a, size_t index,
                                 struct slice joined) {
    struct slice standard = standard_of(language, joined);
    return !slice_equal(standard, joined) && slice_starts(standard, SLICE("di")) &&
           (is_passive(language, a, index, standard) || is_listed_apart(language, standard));
}

size_t passive_apart(struct language *language, const struct analysis *a, size_t index, struct str *right) {
    if (!token_is(a, index, "di") || !token_is_kind(a, index + 1, TOKEN_WORD) ||
        !(a->tokens.items[index + 1].flags & TOKEN_LOWER) || token_is_joined(a, index + 1))
        return 0;
    struct str joined = {0};
    size_t tokens = 3;
    join_three(language, a, index, &joined);
    if (!joined.len) {
        str_append_text(&joined, "di");
        word_fold(&joined, token_word(a, index + 1));
        bool passive = is_passive(language, a, index, str_slice(&joined)) ||
                       is_passive_otherwise(language, a, index, str_slice(&joined));
        tokens = passive ? 2 : 0;
    }
    if (tokens) str_append(right, standard_of(language, str_slice(&joined)));
    str_free(&joined);
    return tokens;
}
