#include "base/utf8.h"
#include "check/messages.h"
#include "check/rules/compound_joint.h"
#include "check/rules/messages.h"
#include "check/rules/wording.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/words.h"

enum { PREFIX_MAX = 5, NOUN_MIN = 20, PUN_MIN = 50, HALF_MIN = 5, JOINED_MIN = 3, UPPER_MIN = 2 };

static void say(struct finding *finding, enum lang lang, struct slice wrong, struct slice right) {
    if (slice_find_byte(right, ' ', 0) != SIZE_MAX)
        finding_say(finding, lang, SPELLING_COMPOUND_APART, SLICE_ARG(wrong), SLICE_ARG(right));
    else if (slice_find_byte(right, '-', 0) != SIZE_MAX)
        finding_say(finding, lang, SPELLING_COMPOUND_HYPHEN, SLICE_ARG(wrong), SLICE_ARG(right));
    else
        finding_say(finding, lang, SPELLING_COMPOUND_TOGETHER, SLICE_ARG(wrong), SLICE_ARG(right));
}

static bool lists(struct slice words, struct slice word) {
    while (words.len)
        if (slice_equal(slice_cut(&words, ' '), word)) return true;
    return false;
}

/* Joins a bound form and the word after it: antarinstansi, non-ASN. A capitalised common word after a
 * capital is a title: Nonformal. False where the word is not known well enough. */
static bool join(struct language *language, struct slice form, struct slice text, const struct token *word,
                 bool title, struct str *right) {
    struct str folded = {0};
    word_fold(&folded, text);
    bool english = word_is_english(language, str_slice(&folded));
    size_t known = english ? 0 : frequency_of(language, str_slice(&folded));
    bool name = word->flags & (TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_DIGIT);
    bool joins = name ? word->flags & TOKEN_UPPER || !title || known : known >= JOINED_MIN;
    if (joins) {
        str_append(right, form);
        if (name && !(title && known && !(word->flags & TOKEN_UPPER))) {
            str_append_byte(right, '-');
            str_append(right, text);
        } else {
            str_append(right, str_slice(&folded));
        }
    }
    str_free(&folded);
    return joins;
}

/* "non bus rapid transit": the form belongs to all the foreign words after it. */
static bool before_english(struct language *language, const struct analysis *a, size_t index) {
    if (!word_after(a, index)) return false;
    const struct word_counts *counts = &frequency_tables(language, a->forms.items[index + 1]->folded)->counts;
    return counts->english && !counts->indonesian;
}

/* se kecamatan Rantau is se-Kecamatan Rantau: what a place is belongs to its name. */
static bool joins_place(const struct analysis *a, size_t index, struct str *right) {
    const struct token *place = word_after(a, index), *name = place ? word_after(a, index + 1) : NULL;
    if (!token_is(a, index, "se") || !token_in(a, index + 1, CLASS_PLACE_KIND) || !name ||
        !(name->flags & TOKEN_CAPITAL) || place->flags & TOKEN_CAPITAL)
        return false;
    str_append_text(right, "se-");
    size_t from = right->len;
    str_append(right, token_text(a, place));
    right->data[from] = (char)(right->data[from] & ~' ');
    return true;
}

/* antar instansi, pasca panen, non ASN */
static size_t find_bound(struct language *language, const struct analysis *a, size_t index,
                         struct str *right) {
    const struct token *token = &a->tokens.items[index], *next = word_after(a, index);
    if (token->end - token->start > PREFIX_MAX || token->flags & TOKEN_UPPER) return 0;
    if (!word_begins(language, a->forms.items[index], LEXICON_BOUND)) return 0;
    if (!next || names_firm(a, index) || before_english(language, a, index + 1)) return 0;
    if (joins_place(a, index, right)) return 2;
    if (next->flags & TOKEN_HYPHEN && !(next->flags & TOKEN_CAPITAL)) return 0; /* but: se Jawa-Bali */
    struct phrase bound;
    if (!phrase_at(language, LEXICON_BOUND, a, index, &bound)) return 0;
    struct str form = {0}, after = {0};
    word_fold(&form, token_text(a, token));
    word_fold(&after, token_text(a, next));
    const struct token *before = word_before(a, index);
    size_t tokens = 0;
    if (!lists(lexicon_field(bound.fields, 0), str_slice(&after)) &&
        !(before && lists(lexicon_field(bound.fields, 1), token_text(a, before))) &&
        join(language, str_slice(&form), token_text(a, next), next, token->flags & TOKEN_CAPITAL, right))
        tokens = 2;
    str_free(&form);
    str_free(&after);
    return tokens;
}

/* Begins with a bound form, and something after it. */
static bool has_bound(struct language *language, struct word *word) {
    struct slice text = word->text;
    for (size_t len = 2; len <= PREFIX_MAX && len + 2 < text.len; len++)
        if (language_has(language, LEXICON_BOUND, slice_range(text, 0, len))) return true;
    return false;
}

/* ASN keeps its capitals after a hyphen; Tema is a common word that a slip has raised. */
static void append_after(struct language *language, bool capital, struct slice rest, struct str *right) {
    struct str small = {0};
    str_append_lower(&small, rest);
    bool raised = capital && !(rest.len > 1 && rest.data[1] >= 'A' && rest.data[1] <= 'Z') &&
                  frequency_of(language, str_slice(&small)) >= NOUN_MIN &&
                  word_written(language, str_slice(&small)) != WRITTEN_NAME;
    if (capital && !raised) str_append_byte(right, '-');
    str_append(right, raised ? str_slice(&small) : rest);
    str_free(&small);
}

/* non-formal, se-kabupaten: the hyphen is for capitals; nonASN: and capitals want it */
static size_t find_hyphen(struct language *language, const struct analysis *a, size_t index,
                          struct str *right) {
    const struct token *token = &a->tokens.items[index], *next = word_after(a, index);
    struct slice text = token_text(a, token);
    if (token->flags & (TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_DIGIT) ||
        !word_fact(language, a->forms.items[index], FACT_HAS_BOUND, has_bound) ||
        before_english(language, a, index))
        return 0;
    /* se-kabupaten Pasaman: what it lacks is a capital, the hyphen is right */
    if (next && next->flags & TOKEN_CAPITAL && slice_starts(text, SLICE("se-"))) return 0;
    for (size_t len = 2; len <= PREFIX_MAX && len + 2 < text.len; len++) {
        struct slice form = slice_range(text, 0, len), fields;
        if (!lexicon_find(language_lexicon(language, LEXICON_BOUND), form, &fields)) continue;
        bool hyphen = text.data[len] == '-';
        struct slice rest = slice_range(text, len + hyphen, text.len);
        if (lists(lexicon_field(fields, 0), rest)) continue;
        bool capital = rest.data[0] >= 'A' && rest.data[0] <= 'Z';
        if (hyphen == capital || slice_find_byte(rest, '-', 0) != SIZE_MAX) continue;
        if (!capital && (frequency_of(language, rest) < NOUN_MIN || word_is_english(language, rest)))
            continue;
        str_append(right, form);
        append_after(language, capital, rest, right);
        return 1;
    }
    return 0;
}

/* wargapun: pun is a word of its own, but for the few in compounds.tsv and those that are one word */
static size_t find_pun(struct language *language, const struct analysis *a, size_t index, struct str *right) {
    struct slice whole = a->forms.items[index]->folded->text;
    bool pun = whole.len > 5 && slice_ends(whole, SLICE("pun")) && !token_in(a, index, CLASS_PUN_JOINED);
    struct slice head = slice_range(whole, 0, pun ? whole.len - 3 : 0);
    if (pun) pun = frequency_of(language, head) >= PUN_MIN && frequency_of(language, whole) < NOUN_MIN;
    if (pun) {
        str_append(right, head);
        str_append_text(right, " pun");
    }
    return pun ? 1 : 0;
}

/* ditindak lanjuti: a compound with both a prefix and a suffix is one word */
static size_t find_halves(struct language *language, const struct analysis *a, size_t index,
                          struct str *right) {
    const struct token *second = word_after(a, index);
    struct slice first = a->forms.items[index]->folded->text;
    if (first.len < HALF_MIN || !second || !(second->flags & TOKEN_LOWER)) return 0;
    struct slice tail = token_text(a, second);
    if (tail.len < HALF_MIN || (!slice_ends(tail, SLICE("an")) && !slice_ends(tail, SLICE("i")))) return 0;
    if (!slice_starts(first, SLICE("di")) && !slice_starts(first, SLICE("me")) &&
        !slice_starts(first, SLICE("pe")) && !slice_starts(first, SLICE("ke")))
        return 0;
    struct str joined = {0};
    str_append(&joined, first);
    str_append(&joined, tail);
    bool found =
        frequency_of(language, str_slice(&joined)) >= JOINED_MIN && !frequency_of_pair(language, first, tail);
    if (found) str_append(right, str_slice(&joined));
    str_free(&joined);
    return found ? 2 : 0;
}

/* menyelesai kan, pelayan an, kegiatan nya, di selesai kan: a suffix stands after its word, and is none */
static size_t find_suffix(struct language *language, const struct analysis *a, size_t index,
                          struct str *right) {
    const struct token *word = &a->tokens.items[index], *suffix = word_after(a, index);
    struct slice text = token_text(a, word);
    bool apart = slice_equal_text(text, "di") && suffix && suffix->flags & TOKEN_LOWER;
    if (apart) suffix = word_after(a, index + 1);
    struct phrase listed; /* kepada nya is of the prepositions */
    if (!suffix || word->flags & TOKEN_UPPER || suffix->end - suffix->start > strlen("kan") ||
        !lists(SLICE("kan an nya"), token_text(a, suffix)) ||
        phrase_at(language, LEXICON_PREPOSITIONS, a, index, &listed))
        return 0;
    /* "an." is atas nama */
    size_t after = index + 2 + apart;
    if (after < a->tokens.count && slice_equal_text(token_text(a, &a->tokens.items[after]), ".") &&
        slice_equal_text(token_text(a, suffix), "an"))
        return 0;
    struct str joined = {0};
    word_fold(&joined, text);
    if (apart) word_fold(&joined, token_text(a, word + 1));
    bool prefixed =
        slice_starts(str_slice(&joined), SLICE("di")) || slice_starts(str_slice(&joined), SLICE("me"));
    bool particle = slice_equal_text(token_text(a, suffix), "kan") && !prefixed; /* nanti kan ada */
    size_t head = frequency_of(language, str_slice(&joined));
    bool noun = slice_equal_text(token_text(a, suffix), "nya") && head >= NOUN_MIN;
    str_append(&joined, token_text(a, suffix));
    size_t whole = frequency_of(language, str_slice(&joined));
    bool found = !particle && (whole >= JOINED_MIN || noun);
    if (found) str_append(right, str_slice(&joined));
    str_free(&joined);
    return found ? 2 + apart : 0;
}

/* salahsatunya, of salahsatu in the table */
static size_t find_clitic(struct language *language, const struct analysis *a, size_t index,
                          struct str *right) {
    struct slice word = a->forms.items[index]->folded->text, fields;
    if (!(a->tokens.items[index].flags & TOKEN_LOWER) || !slice_ends(word, SLICE("nya")) ||
        slice_starts(word, SLICE("me"))) /* of a verb it is the object: memberi tahu dia */
        return 0;
    struct slice base = slice_range(word, 0, word.len - strlen("nya"));
    if (base.len < HALF_MIN || !language_begins(language, LEXICON_COMPOUNDS, base) ||
        !lexicon_find(language_lexicon(language, LEXICON_COMPOUNDS), base, &fields) ||
        slice_equal_text(lexicon_field(fields, 0), "-"))
        return 0;
    str_append(right, lexicon_field(fields, 0));
    str_append_text(right, "nya");
    return 1;
}

/* UMKM nya is UMKM-nya, ke ESDM-an is ke-ESDM-an: affixes and a short form in capitals. */
static size_t find_upper(struct language *language, const struct analysis *a, size_t index,
                         struct str *right) {
    (void)language;
    const struct token *token = &a->tokens.items[index], *next = word_after(a, index);
    if (!next || next->flags & TOKEN_DIGIT) return 0;
    struct slice tail = token_text(a, next);
    bool possessed =
        token->flags & TOKEN_UPPER && token->end - token->start >= UPPER_MIN && slice_equal_text(tail, "nya");
    bool abstract = token_is(a, index, "ke") && slice_ends(tail, SLICE("-an")) && tail.len >= UPPER_MIN + 3 &&
                    rune_is_upper((unsigned char)tail.data[1]);
    if (!possessed && !abstract) return 0;
    str_append(right, token_text(a, token));
    str_append_byte(right, '-');
    str_append(right, tail);
    return 2;
}

static size_t check_word(const struct check_context *context, const struct analysis *a, size_t index,
                         struct findings *out) {
    static size_t (*const finds[])(struct language *, const struct analysis *, size_t, struct str *) = {
        find_bound,          find_hyphen,         find_pun,    find_halves,
        find_suffix,         find_upper,          find_clitic, compound_find_particle,
        compound_find_joint, compound_find_prefix};
    struct wording wording = {.first = index};
    struct str right = {0};
    if (a->tokens.items[index].kind != TOKEN_WORD) return 1;
    for (size_t i = 0; i < sizeof finds / sizeof *finds && !wording.tokens; i++)
        wording.tokens = finds[i](context->language, a, index, &right);
    wording.right = str_slice(&right);
    if (wording.tokens) wording_report(context, a, RULE_SPELLING_COMPOUND, &wording, say, out);
    str_free(&right);
    return wording.tokens ? wording.tokens : 1;
}

/* spelling.compound: compounds, bound forms, suffixes and pun, written together or apart wrongly. */
static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    static const struct wording_rule rule = {RULE_SPELLING_COMPOUND, LEXICON_COMPOUNDS, say, check_word};
    wording_check(&rule, context, &block->analysis, out);
}

const struct check check_of_compound = {.block = check_block};
