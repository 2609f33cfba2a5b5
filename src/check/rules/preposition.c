#include "base/utf8.h"
#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/passive_apart.h"
#include "check/rules/wording.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/speech.h"
#include "language/sentence/words.h"
#include "language/spelling/morphology.h"
#include "language/spelling/speller.h"

enum {
    NOUN_PAIRS = 30,      /* "di sekolah" at least so often, for an attested joined form */
    NOUN_PAIRS_BARE = 10, /* for a joined form that is attested nowhere */
    /* and that can be no verb, of a noun in most lists; of 200 such forms all were apart */
    NOUN_PAIRS_LEAST = 4,
    /* letters of one that the news has so seldom, and regulations oftener: keset is a word */
    SEEN_SHORTEST = 6,
    NO_FORM_SHORTEST = 6, /* letters after di or ke, */
    NO_FORM_NEAR = 10,    /* and articles with a word one slip away that might be meant */
    RAISED_SHORTEST = 4,  /* letters after di: shorter ones are names, as Dimas */
    MUCH_COMMONER = 5
};

static void say(struct finding *finding, enum lang lang, struct slice wrong, struct slice right) {
    if (slice_find_byte(right, ' ', 0) != SIZE_MAX)
        finding_say(finding, lang, SPELLING_PREPOSITION_APART, SLICE_ARG(wrong), SLICE_ARG(right));
    else
        finding_say(finding, lang, SPELLING_PREPOSITION_TOGETHER, SLICE_ARG(wrong), SLICE_ARG(right));
}

/* diJakarta, kePadang: a name never takes a prefix without a hyphen. */
static bool splits_before_capital(struct slice word, struct str *right) {
    size_t n;
    struct slice rest = slice_range(word, 2, word.len);
    if (!rune_is_upper(utf8_decode(rest, 0, &n)) || n >= rest.len) return false;
    if (!rune_is_lower(utf8_decode(rest, n, &n))) return false; /* diPHK takes a hyphen, not a space */
    str_append(right, slice_range(word, 0, 2));
    str_append_byte(right, ' ');
    str_append(right, rest);
    return true;
}

/* ke-Padang: a hyphen belongs before numbers only. */
static bool is_hyphened(const struct token *token, struct slice text, struct str *right) {
    bool ke = slice_starts(text, SLICE("ke-")) || slice_starts(text, SLICE("di-"));
    if (!ke || text.len < 6 || token->flags & (TOKEN_DIGIT | TOKEN_CAPITAL) || slice_ends(text, SLICE("an")))
        return false;
    struct slice name = slice_range(text, 3, text.len);
    if (!(name.data[0] >= 'A' && name.data[0] <= 'Z') || !(name.data[1] >= 'a' && name.data[1] <= 'z') ||
        slice_find_byte(name, '-', 0) != SIZE_MAX)
        return false;
    str_append(right, slice_range(text, 0, 2));
    str_append_byte(right, ' ');
    str_append(right, name);
    return true;
}

/* Diarea, in a title that raises every word: no name, for nobody writes it with a capital, and area seldom.
 */
static bool is_raised(struct language *language, struct word *word, struct slice place) {
    const struct word_tables *whole = frequency_tables(language, word),
                             *rest = frequency_tables(language, language_word(language, place));
    return word->text.data[0] == 'd' && place.len >= RAISED_SHORTEST && !whole->lists &&
           !whole->forms[FORM_NEWS_CAPITAL] && !whole->forms[FORM_LAW_CAPITAL] &&
           rest->forms[FORM_SMALL] > MUCH_COMMONER * rest->forms[FORM_NEWS_CAPITAL];
}

static bool is_written(struct language *language, struct slice word) {
    return frequency_of(language, word) || frequency_of_form(language, word, FORM_ALL);
}

/* situasi: nobody writes menyituasi, menyituasikan or disituasikan, so that disituasi is no passive. */
static bool makes_verb(struct language *language, struct slice noun) {
    static const char *const prefixes[] = {"meN-", "di-"}, *const suffixes[] = {"kan", "i", ""};
    enum { FORMS = 5, SUFFIXES = 3 }; /* not di- alone: that is what the word is asked for */
    bool makes = false;
    struct str verb = {0};
    for (size_t i = 0; i < FORMS && !makes; i++) {
        str_clear(&verb);
        morphology_join(prefixes[i / SUFFIXES], noun, &verb);
        str_append_text(&verb, suffixes[i % SUFFIXES]);
        makes = is_written(language, str_slice(&verb));
    }
    str_free(&verb);
    return makes;
}

/* disituasi, dihadapannya, ditoko-toko, kegolongan: a noun, and the whole is written nowhere. */
static bool is_noun_alone(struct language *language, struct slice whole, struct slice rest) {
    struct slice halves = rest, noun = slice_cut(&halves, '-');
    if (noun.len == rest.len && slice_ends(rest, SLICE("nya"))) noun.len -= strlen("nya");
    return frequency_of_lists(language, noun) >= LISTS_MOST &&
           (noun.len < rest.len || !(speech_classes(language, noun) & (SPEECH_FUNCTION | SPEECH_PRONOUN))) &&
           !is_written(language, whole) && (whole.data[0] == 'k' || !makes_verb(language, noun));
}

/* kepengepul, kepenyuluh, ketambak: ke- makes no word without -an, and what begins with peN- no passive;
 * where no other word is meant, which is a slip away (kepekan). */
static bool is_no_form(struct language *language, struct slice whole, struct slice rest) {
    static const char *const agents[] = {"peng", "pen", "pem"};
    bool no_form = whole.data[0] == 'k' && !slice_ends(rest, SLICE("an")) && !slice_ends(rest, SLICE("i"));
    for (size_t i = 0; i < sizeof agents / sizeof *agents && !no_form; i++)
        no_form = slice_starts(rest, slice_of(agents[i])) && !slice_ends(rest, SLICE("kan"));
    return no_form && rest.len >= NO_FORM_SHORTEST && frequency_of_lists(language, rest) >= LISTS_MOST &&
           !frequency_of_lists(language, whole) && !is_written(language, whole) &&
           (speech_classes(language, rest) & (SPEECH_FUNCTION | SPEECH_PRONOUN)) == 0 &&
           speller_neighbour(language_speller(language), whole) < NO_FORM_NEAR;
}

/* disekolah: "di sekolah" stands all over the press, "disekolah" hardly anywhere. */
static bool splits(struct language *language, const struct analysis *a, size_t index, struct str *right) {
    const struct token *token = &a->tokens.items[index];
    struct slice text = token_text(a, token);
    if (token->flags & (TOKEN_UPPER | TOKEN_DIGIT) || text.len < 5) return false;
    if (!slice_starts(text, SLICE("di")) && !slice_starts(text, SLICE("ke")) &&
        !slice_starts(text, SLICE("Di")) && !slice_starts(text, SLICE("Ke")))
        return false;
    if (!(token->flags & (TOKEN_LOWER | TOKEN_CAPITAL)) && splits_before_capital(text, right)) return true;
    struct word *word = a->forms.items[index]->folded;
    struct slice whole = word->text, head = slice_range(whole, 0, 2), rest = slice_range(whole, 2, whole.len);
    if (token->flags & TOKEN_CAPITAL && !token_opens(a, index) && !is_raised(language, word, rest))
        return false;
    size_t joined = frequency_tables(language, word)->counts.documents,
           apart = frequency_of_pair(language, head, rest),
           seen = frequency_beside(language, language_word(language, head), language_word(language, rest));
    /* what ends in -si is done: diautopsi */
    bool often = apart >= (joined ? NOUN_PAIRS : NOUN_PAIRS_BARE),
         some = apart >= NOUN_PAIRS_LEAST ||
                (seen >= NOUN_PAIRS_LEAST && rest.len >= SEEN_SHORTEST && !slice_ends(rest, SLICE("si")));
    bool splits =
        !token_in(a, index, CLASS_PASSIVE_NOUN) &&
        ((apart >= MUCH_COMMONER * joined && (often || (some && is_noun_alone(language, whole, rest)))) ||
         is_no_form(language, whole, rest));
    if (splits) {
        str_append(right, head);
        str_append_byte(right, ' ');
        str_append(right, rest);
    }
    return splits;
}

static size_t check_word(const struct check_context *context, const struct analysis *a, size_t index,
                         struct findings *out) {
    struct wording wording = {.first = index}, compound;
    struct str right = {0};
    if (a->tokens.items[index].kind != TOKEN_WORD) return 1;
    wording.tokens = passive_apart(context->language, a, index, &right);
    if (!wording.tokens &&
        (is_hyphened(&a->tokens.items[index], token_text(a, &a->tokens.items[index]), &right) ||
         splits(context->language, a, index, &right)))
        wording.tokens = 1;
    wording.right = str_slice(&right);
    /* "di nonaktifkan" stands in the table of compounds */
    if (wording.tokens && !wording_look_up(context->language, LEXICON_COMPOUNDS, a, index, &compound))
        wording_report(context, a, RULE_SPELLING_PREPOSITION, &wording, say, out);
    str_free(&right);
    return 1;
}

/* spelling.preposition: di, ke, dari, per as words and as prefixes. */
static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    static const struct wording_rule rule = {RULE_SPELLING_PREPOSITION, LEXICON_PREPOSITIONS, say,
                                             check_word};
    wording_check(&rule, context, &block->analysis, out);
}

const struct check check_of_preposition = {.block = check_block};
