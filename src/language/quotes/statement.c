#include "language/quotes/statement.h"

enum { TERM_WORDS = 4, TITLE_NEAR = 5, TITLE_NEXT = 2 };

static bool last_is(const struct reading *r, const struct statement_place *p, const char *marks) {
    if (p->inner.end <= p->inner.first) return false;
    struct slice last = reading_text(r, p->inner.end - 1);
    return (last.len && strchr(marks, last.data[0])) || slice_equal_text(last, "…");
}

bool statement_ended(const struct reading *r, const struct statement_place *place) {
    return last_is(r, place, ".");
}

bool statement_pointed(const struct reading *r, const struct statement_place *place) {
    return last_is(r, place, ".,!?");
}

size_t statement_words(const struct reading *r, const struct statement_place *place) {
    size_t words = 0;
    for (size_t i = place->inner.first; i < place->inner.end; i++)
        words += reading_token(r, i)->kind == TOKEN_WORD || reading_token(r, i)->kind == TOKEN_NUMBER;
    return words;
}

bool statement_is_title(const struct reading *r, const struct statement_place *p) {
    size_t capitals = 0, words = 0;
    for (size_t i = p->inner.first; i < p->inner.end; i++) {
        if (reading_token(r, i)->kind != TOKEN_WORD || reading_is(r, i, SPEECH_FUNCTION)) continue;
        words++;
        capitals += reading_capital(r, i);
    }
    return words > 1 && capitals * 10 >= words * 8;
}

static bool ends_pointed(const struct reading *r, struct stretch lead) {
    return lead.end > lead.first &&
           (reading_equal(r, lead.end - 1, ",") || reading_equal(r, lead.end - 1, ":") ||
            reading_dash(r, lead.end - 1) || reading_equal(r, lead.end - 1, "."));
}

static bool title_before(const struct reading *r, struct stretch lead, size_t near) {
    size_t from = lead.end > lead.first + near ? lead.end - near : lead.first;
    for (size_t i = from; i < lead.end; i++)
        if (reading_is(r, i, SPEECH_TITLE)) return true;
    return false;
}

/* The sentence goes on after the mark as if the quotation were a word of it. */
static bool goes_on(const struct reading *r, const struct statement_place *p) {
    return !p->fresh && p->tail.first < p->tail.end && reading_token(r, p->tail.first)->kind == TOKEN_WORD &&
           reading_small(r, p->tail.first);
}

/* "Selamat Hari Jadi ke-54 Kabupaten ...", alone: nobody speaks. */
static bool is_greeting(const struct reading *r, const struct statement_place *p) {
    bool alone = p->lead.first >= p->lead.end && p->tail.first >= p->tail.end;
    return alone &&
           (reading_equal(r, p->inner.first, "selamat") || reading_equal(r, p->inner.first, "dirgahayu"));
}

bool statement_is_term(const struct reading *r, const struct statement_place *p, const struct cue *cue) {
    size_t words = statement_words(r, p);
    bool embedded = p->lead.end > p->lead.first && !ends_pointed(r, p->lead);
    bool pointed = statement_pointed(r, p);
    if (words == 0) return true;
    if (cue->found && cue->end > cue->first) { /* a verb beside it */
        bool verb_before =
            reading_is(r, p->lead.end - 1, SPEECH_ACTIVE) || reading_equal(r, p->lead.end - 1, "bahwa");
        if (embedded && words < TERM_WORDS && !pointed) return true;
        if (embedded && statement_is_title(r, p) && !pointed) return true;
        return embedded && title_before(r, p->lead, verb_before ? TITLE_NEXT : TITLE_NEAR);
    }
    bool verbless =
        cue->found && cue->end == cue->first; /* dikenal sebagai "Tiga Serangkai" Pendiri Fatayat */
    if (verbless && embedded && !pointed && (words < TERM_WORDS || title_before(r, p->lead, TITLE_NEXT)))
        return true; /* materi berjudul "Pemanfaatan Situs untuk Satu Data", Mustamar */
    if (cue->found && !cue->weak) return words < 2 && !pointed;
    if (is_greeting(r, p)) return true;
    if (title_before(r, p->lead, TITLE_NEAR)) return true;
    if (embedded) return true;
    if (words < TERM_WORDS && !(pointed && words == TERM_WORDS - 1)) return true;
    if (statement_is_title(r, p)) return true;
    return goes_on(r, p);
}
