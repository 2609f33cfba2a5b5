#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/source.h"
#include "language/people/name.h"
#include "language/sentence/phrases.h"

/*
 * attribution.vague: a source that nobody can check. dictionaries/vague_sources.tsv says what each phrase
 * needs to be one: nothing (beredar kabar), or a verb of saying after it (banyak pihak ... menilai) or a
 * word of source before it (menurut sejumlah warga). A body named in the same breath clears it.
 */
enum { VERB_WITHIN = 9, NAMED_WITHIN = 8 };

/* Not when nothing is said: Beberapa orang tidak menyebut nama; but tidak percaya is what they think. */
static bool is_saying(const struct analysis *a, size_t i) {
    static const char *const no[] = {"tidak", "tak", "belum", NULL};
    bool says =
        token_is_small(a, i) && a->speech.items[i] & SPEECH_ACTIVE && !(a->speech.items[i] & SPEECH_WEAK);
    if (says && i && token_among(a, i - 1, no)) return false;
    return says || token_in(a, i, CLASS_VAGUE_VERB);
}

static bool is_dash_or_comma(const struct analysis *a, size_t i) {
    return token_is(a, i, ",") || token_is(a, i, "(") || token_is(a, i, "—");
}

/* Banyak yang tidak percaya pada kami; beberapa warga mengeluhkan soal banjir: whom or what it is about, and
 * no claim. */
static bool tells_of(const struct analysis *a, size_t verb) {
    static const char *const about[] = {"soal", "mengenai", "tentang", "terkait", "terhadap", NULL};
    static const char *const trusts[] = {"percaya", "yakin", "khawatir", NULL};
    static const char *const whom[] = {"pada", "kepada", "dengan", "akan", NULL};
    return token_among(a, verb + 1, about) ||
           (token_among(a, verb, trusts) && token_among(a, verb + 1, whom));
}

/* The verb of which the phrase is the subject, or its last token when none is needed; 0 when there is none.
 */
static size_t verb_behind(const struct analysis *a, const struct sentence *s, size_t from) {
    static const char *const joints[] = {"yang", "tidak", "telah", NULL};
    size_t end = s->first_token + s->tokens;
    for (size_t i = from; i < end && i < from + VERB_WITHIN; i++) {
        if (is_saying(a, i)) return tells_of(a, i) ? 0 : i;
        if (token_among(a, i, joints) && i + 1 < end && is_saying(a, i + 1))
            return tells_of(a, i + 1) ? 0 : i + 1;
        if (token_in(a, i, CLASS_VAGUE_STOP) ||
            (token_is(a, i, ",") && token_in(a, i + 1, CLASS_SOMEBODY_NEW)))
            return 0; /* membantu beberapa orang tertidur, sebuah penelitian menunjukkan */
    }
    return 0;
}

/* menurut sejumlah pihak; Dari data yang dirangkum, ...; dinilai (oleh) sejumlah pihak; oleh sejumlah pihak
 * dinilai */
static bool source_before(const struct analysis *a, const struct sentence *s, size_t first, size_t last) {
    static const char *const words[] = {"menurut", "berdasarkan", "kata", "ujar", "tutur", NULL};
    static const char *const from[] = {"dari", NULL}, *const gathered[] = {"yang", NULL};
    if (first == s->first_token) return false;
    if (token_among(a, first - 1, words) || token_in(a, first - 1, CLASS_VAGUE_CLAIM)) return true;
    if (token_among(a, first - 1, from))
        return first - 1 == s->first_token && token_among(a, first + 1, gathered);
    static const char *const by[] = {"oleh", NULL};
    return token_among(a, first - 1, by) &&
           ((first > s->first_token + 1 && token_in(a, first - 2, CLASS_VAGUE_CLAIM)) ||
            token_in(a, last, CLASS_VAGUE_CLAIM));
}

/* jika banyak pihak menilai; kemungkinan warga menganggap; belum ada penelitian menunjukkan; membantah kabar
 * yang beredar; membuat banyak orang merasa: nobody is said to have said it, or the text does not rest on it.
 */
static bool is_unreal(const struct analysis *a, const struct sentence *s, size_t phrase) {
    static const char *const no[] = {"belum", "tidak", "tak", "tiada", NULL}, *const there_is[] = {"ada",
                                                                                                   NULL};
    size_t end = s->first_token + s->tokens;
    if (token_is(a, end - 1, "?")) return true;
    if (phrase > s->first_token && token_among(a, phrase - 1, no) && token_among(a, phrase, there_is))
        return true; /* tidak ada yang berkata */
    for (size_t i = phrase; i-- > s->first_token && a->tokens.items[i].kind == TOKEN_WORD;) {
        if (token_in(a, i, CLASS_UNREAL) || (phrase - i < 3 && token_in(a, i, CLASS_DEALT_WITH))) return true;
        if (i + 1 == phrase && i > s->first_token && token_among(a, i, there_is) && token_among(a, i - 1, no))
            return true;
    }
    return false;
}

/* The next sentence gives a name: Salah satunya Rina ..., Rina (36) khawatir ..., menurut seorang warga, Rina
 */
static bool is_named_next(const struct reading *r, const struct analysis *a, const struct sentence *s) {
    if (s + 1 >= a->sentences.items + a->sentences.count) return false;
    size_t first = s[1].first_token, end = first + s[1].tokens;
    bool led = false;
    for (size_t i = first; i < end && i < first + NAMED_WITHIN; i++) {
        led = led || token_in(a, i, CLASS_EXAMPLE_LEAD);
        if ((led && token_is_name(a, &s[1], i)) ||
            (i > first && a->tokens.items[i - 1].flags & TOKEN_CAPITAL && name_gives_age(r, i)))
            return true;
    }
    return token_is_name(a, &s[1], first + 1) && sentence_has_source(r, &s[1]);
}

/* salah seorang warga, Rina, ...: a name in commas right after. */
static bool is_named_in_commas(const struct analysis *a, const struct sentence *s, size_t comma) {
    size_t i = comma + 1;
    if (!token_is(a, comma, ",")) return false;
    while (token_is_name(a, s, i))
        i++;
    return i > comma + 1 && is_dash_or_comma(a, i);
}

/* A name that belongs to the phrase: between it and its verb, right after it, before the comma of menurut,
 * or after antara lain and the like. */
static bool is_named(const struct analysis *a, const struct sentence *s, size_t first, size_t from,
                     size_t verb) {
    static const char *const according[] = {"menurut", NULL};
    bool leads = token_among(a, first, according) || (first > 0 && token_among(a, first - 1, according));
    size_t end = s->first_token + s->tokens, near = verb > from ? verb : from + (leads ? NAMED_WITHIN : 3);
    if (is_named_in_commas(a, s, from)) return true;
    for (size_t i = from; i < near && i < end; i++) {
        if (token_is_name(a, s, i)) return true;
        if (verb <= from && is_dash_or_comma(a, i)) break;
    }
    for (size_t i = from; i + 1 < end; i++)
        if (token_in(a, i, CLASS_EXAMPLE) && token_is_name(a, s, i + 1) && i < from + VERB_WITHIN)
            return true;
    return false;
}

/* Lama tak terdengar kabarnya: the news of somebody, which nobody heard. */
static bool is_news_of(const struct analysis *a, size_t first) {
    static const char *const heard[] = {"terdengar", "kedengaran", "mendengar", "dengar",
                                        "ditanya",   "apa",        NULL};
    return token_is(a, first, "kabarnya") && token_among(a, first - 1, heard);
}

/* Konon raja itu ...: a legend has nobody who could be named. */
static bool is_legend(const struct analysis *a, const struct sentence *s, size_t phrase) {
    bool legend = false;
    if (!token_is(a, phrase, "konon")) return false;
    for (size_t i = s->first_token; i < s->first_token + s->tokens && !legend; i++)
        legend = token_in(a, i, CLASS_LEGEND);
    return legend;
}

/* Kami adalah sumber tepercaya; data yang ada pada berkas itu; informasi yang diperoleh digunakan; sumber
 * ini, who was spoken of before: nobody is quoted. */
static bool is_no_source(const struct analysis *a, size_t first, size_t last) {
    static const char *const before[] = {"adalah", "merupakan", "menjadi", "sebagai"};
    static const char *const after[] = {"pada", "di", "dalam"};
    if (token_in(a, last, CLASS_POINTS_BACK)) return true;
    if (token_is(a, last - 1, "diperoleh") && a->tokens.count > last &&
        slice_starts(token_word(a, last), SLICE("di")) && token_word(a, last).len > 2)
        return true;
    bool no = false;
    for (size_t i = 0; i < sizeof before / sizeof *before && !no; i++)
        no = token_is(a, first - 1, before[i]);
    for (size_t i = 0; i < sizeof after / sizeof *after && !no; i++)
        no = token_is(a, last - 1, "ada") && token_is(a, last, after[i]);
    return no;
}

/* Informasi yang beredar itu memicu spekulasi; kabar bahwa menara itu dikabarkan roboh: a rumour that is told
 * of, not one that the text rests on. */
static bool is_rumour(const struct analysis *a, const struct sentence *s, size_t first, size_t last) {
    size_t end = s->first_token + s->tokens;
    bool spreads = token_in(a, first, CLASS_RUMOUR), told = false;
    for (size_t i = s->first_token; i < first && !told && !spreads; i++)
        told = token_in(a, i, CLASS_RUMOUR);
    for (size_t i = last; i < end && i < last + VERB_WITHIN && !told && spreads; i++)
        told = token_in(a, i, CLASS_RUMOUR_DOES);
    return told;
}

/* Menurut Rina, ada yang menilai cukup. Ada pula yang menilai kurang: the sentence before names who counts
 * them up. */
static bool is_counted_up(const struct reading *r, const struct analysis *a, const struct sentence *s,
                          size_t first) {
    if (s == a->sentences.items || !token_is(a, first, "ada")) return false;
    const struct sentence *before = s - 1;
    bool same = false;
    for (size_t i = before->first_token; i < before->first_token + before->tokens && !same; i++)
        same = token_is(a, i, "ada");
    return same && sentence_has_source(r, before);
}

/* Somebody with a name says the whole sentence: Banyak pihak khawatir, kata Bupati. */
static bool is_somebodys_words(const struct reading *r, const struct sentence *s, size_t first, size_t last) {
    struct sentence before = *s, after = *s;
    before.tokens = (uint32_t)(first - s->first_token);
    after.first_token = (uint32_t)last;
    after.tokens = (uint32_t)(s->first_token + s->tokens - last);
    return (before.tokens && sentence_has_source(r, &before)) ||
           (after.tokens && sentence_has_source(r, &after));
}

static void check_sentence(const struct check_context *context, struct reading *r, const struct analysis *a,
                           const struct sentence *s, struct findings *out) {
    size_t end = s->first_token + s->tokens;
    for (size_t i = s->first_token; i < end; i++) {
        struct phrase phrase;
        if (!phrase_at(context->language, LEXICON_VAGUE_SOURCES, a, i, &phrase) || token_is_quoted(a, i))
            continue;
        size_t last = i + phrase.tokens;
        if (last > end) return; /* an endless sentence is cut anywhere */
        bool led = source_before(a, s, i, last);
        size_t verb = led ? 0 : verb_behind(a, s, last);
        bool source = led || verb || slice_starts(phrase.fields, SLICE("alone"));
        if (!r->analysis) reading_make(r, context->language, a, 0);
        if (source && !is_no_source(a, i, last) && !is_legend(a, s, i) && !is_news_of(a, i) &&
            !is_rumour(a, s, i, last) && !is_counted_up(r, a, s, i) && !is_unreal(a, s, i) &&
            !is_named(a, s, i, last, verb) && !is_named_next(r, a, s) &&
            !is_somebodys_words(r, s, i, verb > last ? verb + 1 : last)) {
            size_t stop = verb ? verb : last - 1;
            struct finding *f =
                finding_add(out, RULE_ATTRIBUTION_VAGUE, a->tokens.items[i].start, a->tokens.items[stop].end);
            struct slice advice = lexicon_field(phrase.fields, context->lang == LANG_ID ? 1 : 2);
            finding_say(f, context->lang, ATTRIBUTION_VAGUE,
                        SLICE_ARG(slice_range(a->text, f->start, f->end)), SLICE_ARG(advice));
        }
        i = last - 1;
    }
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    if (!context->enabled[RULE_ATTRIBUTION_VAGUE] || block->kind == BLOCK_HEADING) return;
    struct reading r = {0};
    for (size_t i = 0; i < block->analysis.sentences.count; i++)
        check_sentence(context, &r, &block->analysis, &block->analysis.sentences.items[i], out);
    if (r.analysis) reading_free(&r);
}

const struct check check_of_vague = {.block = check_block};
