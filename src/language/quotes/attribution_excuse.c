#include "base/utf8.h"
#include "language/lexicon/frequency.h"
#include "language/quotes/attribution_desk.h"

/* Quotations that need no speaker beside them: what is no speech, and speech that the draft speaks of after.
 */

enum {
    VERSE_TOKENS = 12, /* of what names a verse, in brackets */
    VERSE_BYTES = 1000 /* as far back as is looked: a verse of a release has some hundred bytes */
};

/* More letters of its end are of another script than of ours: a verse, whose translation follows. */
static bool is_other_script(struct slice s) {
    size_t ours = 0, other = 0, start = s.len > VERSE_BYTES ? utf8_previous(s, s.len - VERSE_BYTES) : 0;
    s = slice_range(s, start, s.len);
    for (size_t i = 0, n; i < s.len; i += n) {
        uint32_t rune = utf8_decode(s, i, &n);
        if (!rune_is_letter(rune)) continue;
        ours += rune < 0x370; /* up to the end of the Latin blocks */
        other += rune >= 0x370;
    }
    return other > ours;
}

static bool follows_other_script(const struct attributor *desk, const struct span *span) {
    const struct analysis *a = desk->passages[span->first].analysis;
    struct slice before = slice_trim(slice_range(a->text, 0, span->begin->start));
    if (is_other_script(before)) return true;
    return span->first > 0 && is_other_script(desk->passages[span->first - 1].analysis->text);
}

/* ![ "Selamat datang" ](foto.jpg): the words of a picture. */
static bool is_caption(const struct attributor *desk, const struct span *span) {
    const struct analysis *a = desk->passages[span->first].analysis;
    return slice_ends(slice_range(a->text, 0, span->begin->start), SLICE("!["));
}

/* Manuskrip itu berjudul Aja Dumeh -- "jangan mentang-mentang": what a phrase means. */
static bool is_gloss(const struct reading *r, const struct statement_place *place) {
    bool small = reading_small(r, place->inner.first);
    return place->lead.end > place->lead.first && (small || reading_dash(r, place->lead.end - 1));
}

/* "Ketua panitia Budi menuturkan bahwa ...: a mark is missing or too many, and who speaks stands inside. */
static bool reports_inside(const struct reading *r, const struct span *span,
                           const struct statement_place *place) {
    if (!span->begin->opened) return true; /* where it begins is a guess; typography.pair says so */
    if (span->end->closed) return false;
    struct cue cue = cue_reported(r, place->inner);
    return cue.found && cue.speaker.kind;
}

static bool is_about(const struct reading *r, size_t i) {
    static const char *const about[] = {"tentang", "mengenai", "perihal", NULL};
    return reading_among(r, i, about);
}

/* visi dan misi daerah, yakni "...": what it is was named before in the sentence. */
static bool tells_what_it_is(const struct reading *r, size_t first, size_t end) {
    static const char *const is[] = {"yakni", "yaitu", "adalah", "ialah", "berbunyi", NULL};
    bool named = false;
    if (!reading_among(r, end - 1, is)) return false;
    for (size_t i = first; i < end && !named; i++)
        named = reading_in(r, i, CLASS_SAYING);
    return named;
}

/* mendengar ungkapan, "...", Maklumat Pelayanan: "...": a saying, an adage, a question; Peraturan Nomor 22
 * tentang "...": nobody's words. */
static bool is_saying(const struct reading *r, const struct statement_place *place) {
    size_t first = place->lead.first, end = place->lead.end;
    bool colon = end > first && reading_equal(r, end - 1, ":");
    if (end > first && (colon || reading_equal(r, end - 1, ","))) end--;
    return end > first && (reading_in(r, end - 1, CLASS_SAYING) || is_about(r, end - 1) ||
                           (colon && reading_in(r, first, CLASS_SAYING)) || tells_what_it_is(r, first, end));
}

/* ... umat-Nya (Matius 16:18-19). "...": the verse is named before it. */
static bool follows_verse(const struct attributor *desk, const struct span *span) {
    const struct reading *r = &desk->readings[span->first];
    size_t i = reading_at(r, span->begin->start);
    while (i > 0 &&
           (reading_equal(r, i - 1, ".") || reading_equal(r, i - 1, ":") || reading_equal(r, i - 1, ",")))
        i--;
    if (i == 0 || !reading_equal(r, --i, ")")) return false;
    bool verse = false;
    for (size_t left = VERSE_TOKENS; i > 0 && left > 0 && !reading_equal(r, i, "("); i--, left--)
        verse = verse || reading_equal(r, i, ":") || slice_find_byte(reading_text(r, i), ':', 0) != SIZE_MAX;
    return verse && reading_equal(r, i, "(");
}

/* VISI, or Visi Sekolah: some words alone in their passage, as a heading without its mark. */
static bool is_label(const struct passage *passage, const struct reading *r) {
    enum { LONGEST = 4 };
    size_t count = r->analysis->tokens.count;
    return passage->kind == PASSAGE_HEADING ||
           (count && count <= LONGEST && !reading_equal(r, count - 1, ".") && !r->analysis->quotations.count);
}

/* What stands alone below a heading that announces it: Visi, Moto, Tema. */
static bool is_motto(const struct attributor *desk, const struct span *span,
                     const struct statement_place *place) {
    if (span->first == 0 || place->lead.first < place->lead.end) return false;
    if (!desk_ends_passage(&desk->readings[span->last], place)) return false;
    const struct reading *r = &desk->readings[span->first - 1];
    bool announced = false;
    if (!is_label(&desk->passages[span->first - 1], r)) return false;
    for (size_t i = 0; i < r->analysis->tokens.count && !announced; i++)
        announced = reading_in(r, i, CLASS_SAYING) || reading_in(r, i, CLASS_BEFORE_TITLE);
    return announced;
}

/* The last words of the draft, alone and without any mark that ends them: a slogan. */
static bool is_slogan(const struct attributor *desk, const struct span *span,
                      const struct statement_place *place) {
    bool alone = place->lead.first >= place->lead.end && place->tail.first >= place->tail.end;
    return alone && span->last + 1 == desk->count && !statement_pointed(&desk->readings[span->last], place);
}

/* The quotation before in the passage is not closed: where this one begins is a guess. */
static bool follows_open(const struct attributor *desk, const struct span *span) {
    const struct analysis *a = desk->passages[span->first].analysis;
    return span->begin > a->quotations.items && !span->begin[-1].closed && !span->begin[-1].nested;
}

/* **"The power of love"**, memunculkan ...: some words of English are a title or a motto. */
static bool is_english_phrase(const struct reading *r, const struct statement_place *place) {
    enum { LONGEST = 6 };
    size_t words = 0;
    for (size_t i = place->inner.first; i < place->inner.end; i++) {
        if (reading_token(r, i)->kind != TOKEN_WORD) continue;
        if (!word_is_english(r->language, r->analysis->forms.items[i]->small->text)) return false;
        words++;
    }
    return words && words <= LONGEST;
}

/* Holds `code`: a page about programs. */
static bool is_code(const struct attributor *desk, const struct span *span) {
    const struct analysis *a = desk->passages[span->first].analysis;
    return span->first == span->last &&
           slice_find_byte(slice_range(a->text, span->begin->start, span->end->end), '`', 0) != SIZE_MAX;
}

/* Atau dengan kata-katanya sendiri, "...": whose words they are was said before. */
static bool is_said_to_be_his(const struct reading *r, const struct statement_place *place) {
    size_t i = place->lead.end;
    if (i > place->lead.first && (reading_equal(r, i - 1, ",") || reading_equal(r, i - 1, ":"))) i--;
    if (i > place->lead.first && reading_equal(r, i - 1, "sendiri")) i--;
    if (i <= place->lead.first) return false;
    struct slice word = r->analysis->forms.items[i - 1]->small->text;
    return slice_ends(word, SLICE("nya")) &&
           language_word_in(r->language, slice_range(word, 0, word.len - 3), CLASS_UTTERED);
}

/* Itulah keinginan Bapak Marjoni. "...": whose wish it is, and the sentence before ends with him. */
static bool is_his_wish(const struct reading *r, const struct span *span,
                        const struct statement_place *place) {
    const struct analysis *a = r->analysis;
    size_t opening = reading_at(r, span->begin->start);
    if (place->lead.first < place->lead.end || opening == 0) return false;
    const struct sentence *s = &a->sentences.items[desk_sentence_at(a, reading_token(r, opening - 1)->start)];
    for (size_t i = s->first_token; i < opening; i++)
        if (reading_in(r, i, CLASS_WISHED) && reading_capital(r, i + 1)) return true;
    return false;
}

/* Peraturan Nomor 22 tentang, and in the next paragraph "...". */
static bool follows_about(const struct attributor *desk, const struct span *span,
                          const struct statement_place *place) {
    if (span->first == 0 || place->lead.first < place->lead.end) return false;
    const struct reading *r = &desk->readings[span->first - 1];
    size_t count = r->analysis->tokens.count;
    return count && is_about(r, count - 1);
}

bool desk_is_no_speech(const struct attributor *desk, const struct span *span,
                       const struct statement_place *place) {
    return is_caption(desk, span) || is_code(desk, span) ||
           is_english_phrase(&desk->readings[span->last], place) || follows_about(desk, span, place) ||
           is_gloss(&desk->readings[span->first], place) || follows_other_script(desk, span) ||
           follows_open(desk, span) || follows_verse(desk, span) || is_motto(desk, span, place) ||
           is_slogan(desk, span, place) || is_saying(&desk->readings[span->first], place) ||
           reports_inside(&desk->readings[span->last], span, place);
}

/* Demikian Rasulullah bersabda; Demikian disampaikan Bupati */
static bool says_so(const struct reading *r, size_t i) {
    bool so = reading_in(r, i, CLASS_THUS);
    size_t verb = i + 1;
    while (so && verb < i + 4 && reading_capital(r, verb))
        verb++;
    return so && reading_is(r, verb, SPEECH_ACTIVE | SPEECH_PASSIVE | SPEECH_BARE | SPEECH_NYA);
}

/* Begitu komentar teman saya; Pertanyaan itu diajukan Hakan; Jawaban Pak Edi membuat lega; (QS Hud: 120) */
static bool speaks_of_words(const struct reading *r, size_t i, size_t end) {
    while (i < end && (reading_dash(r, i) || reading_equal(r, i, "(")))
        i++;
    if (reading_is(r, i, SPEECH_DOCUMENT) && (reading_equal(r, i + 1, ".") || reading_capital(r, i + 1)))
        return true;
    if (says_so(r, i)) return true;
    size_t noun = reading_in(r, i, CLASS_POINTS_BACK) ? i + 1 : i;
    if (noun >= end || !reading_in(r, noun, CLASS_UTTERED)) return false;
    bool of = reading_capital(r, noun + 1) || reading_in(r, noun + 1, CLASS_POINTS_BACK) ||
              reading_equal(r, noun + 1, "dari") || reading_equal(r, noun + 1, "tersebut");
    return noun > i || of;
}

/* After the tags that close what stands before them. */
static struct slice skip_closing(struct slice s) {
    for (s = slice_trim(s); slice_starts(s, SLICE("</")); s = slice_trim(s)) {
        size_t end = slice_find_byte(s, '>', 0);
        s = slice_range(s, end == SIZE_MAX ? s.len : end + 1, s.len);
    }
    return s;
}

/* <cite> stands after the quotation, in its passage or at the start of the next: the site says whose it is.
 */
static bool is_cited(const struct attributor *desk, const struct span *span) {
    struct slice rest = desk->passages[span->last].analysis->text;
    size_t at = span->end->end;
    while (at < rest.len && strchr(",.", rest.data[at]))
        at++;
    rest = skip_closing(slice_range(rest, at, rest.len));
    if (!rest.len && span->last + 1 < desk->count)
        rest = skip_closing(desk->passages[span->last + 1].analysis->text);
    return slice_starts(rest, SLICE("<cite"));
}

bool desk_is_spoken_of(const struct attributor *desk, const struct span *span,
                       const struct statement_place *place, bool last_here) {
    const struct reading *r = &desk->readings[span->last];
    if (is_said_to_be_his(&desk->readings[span->first], place)) return true;
    if (is_his_wish(&desk->readings[span->first], span, place)) return true;
    if (!last_here) return false;
    if (is_cited(desk, span)) return true;
    size_t comma = place->tail.first;
    if (comma < place->tail.end && reading_equal(r, comma, ",") && reading_in(r, comma + 1, CLASS_UTTERED))
        return true; /* "...", lirik lagu itu */
    size_t after = reading_at(r, span->end->end);
    after += reading_equal(r, after, ".");
    if (says_so(r, after)) return true; /* "...". Demikian ... */
    if (reading_equal(r, after, "itulah") || reading_equal(r, after, "inilah"))
        return true; /* "...". Itulah tekad kami. */
    if (!desk_ends_passage(r, place))
        return place->fresh && speaks_of_words(r, place->tail.first, place->tail.end);
    size_t next = span->last + 1;
    if (next >= desk->count || desk->passages[next].kind == PASSAGE_HEADING) return false;
    r = &desk->readings[next];
    return speaks_of_words(r, 0, r->analysis->tokens.count);
}
