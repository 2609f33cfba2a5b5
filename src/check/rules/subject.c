#include "check/messages.h"
#include "check/rule.h"
#include "check/rules/calendar.h"
#include "check/rules/messages.h"
#include "check/rules/source.h"
#include "language/sentence/clause.h"
#include "language/sentence/speech.h"

/*
 * style.subject: what ends in a full stop and is no sentence: "Dihadiri oleh Sekda dan camat." has nobody who
 * is attended, "Kegiatan ini dalam rangka HUT RI." no predicate, "Kamis 17/7/2025." was cut off from the
 * sentence before.
 */
enum { SHORTEST_VERB = 6, OPENING_MOST = 7 /* tokens before ini */ };

struct sight {
    const struct analysis *a;
    size_t first, end; /* tokens of the sentence, without the mark that ends it */
};

/* A word that may be the verb of a clause, by its form: memimpin, digelar, berjalan. */
static bool may_be_verb(const struct sight *s, size_t i) {
    struct slice word = token_word(s->a, i);
    if (token_in(s->a, i, CLASS_NO_VERB) || s->a->speech.items[i] & SPEECH_ROLE) return false;
    return token_is_small(s->a, i) && word.len >= SHORTEST_VERB &&
           (slice_starts(word, SLICE("me")) || slice_starts(word, SLICE("di")) ||
            slice_starts(word, SLICE("ber")) || slice_starts(word, SLICE("ter")));
}

/* Whether a verb stands in the sentence from token i on, but for those of a clause: yang hadir, untuk
 * melihat. */
static bool has_verb(const struct sight *s, size_t i, bool purpose) {
    for (; i < s->end; i++) {
        if (token_is(s->a, i, "adalah") || token_is(s->a, i, "merupakan") || token_is(s->a, i, "ialah"))
            return true;
        if (!may_be_verb(s, i)) continue;
        if (token_is(s->a, i - 1, "yang") || token_is(s->a, i - 1, "untuk")) continue;
        if (token_in(s->a, i - 1, CLASS_CLAUSE_OPENER)) continue;
        if (purpose && slice_starts(token_word(s->a, i), SLICE("me"))) continue;
        return true;
    }
    return false;
}

/* Dihadiri (langsung) oleh Sekda dan camat. */
static bool lacks_subject(const struct sight *s) {
    size_t i = s->first;
    if (token_in(s->a, i, CLASS_CLAUSE_HEAD)) i++; /* Turut dihadiri oleh */
    if (!token_in(s->a, i, CLASS_OPENING_PASSIVE)) return false;
    size_t by = i + 1;
    while (token_in(s->a, by, CLASS_CLAUSE_HEAD) || token_is(s->a, by, "baik"))
        by++;
    return token_is(s->a, by, "oleh") && !has_verb(s, by + 1, false);
}

/* Dilaksanakan di aula yang baru dibangun; Bertempat di aula pada Selasa; Dibuktikan dengan lolosnya tim;
 * Berawal dari tugas kelas: the rest of a sentence that stands before it. */
static bool is_left_over(const struct sight *s) {
    size_t i = s->first;
    if (!token_is_capital(s->a, i) || !token_in(s->a, i, CLASS_LEFT_OVER) || token_is_quoted(s->a, i))
        return false;
    for (size_t k = i + 2; k < s->end; k++)
        if (token_in(s->a, k, CLASS_PRESENCE)) return false; /* Bertempat di aula, turut hadir camat */
    return token_in(s->a, i + 1, CLASS_BEHIND_LEFT_OVER) && !has_verb(s, i + 2, false);
}

/* Selain menyediakan bibit bagi petani. Meskipun hujan belum reda.: a clause, and none that it belongs to. */
static bool is_clause_alone(const struct sight *s) {
    if (!token_in(s->a, s->first, CLASS_CLAUSE_ALONE) || token_is_quoted(s->a, s->first)) return false;
    bool selain = token_is(s->a, s->first, "selain");
    if (selain && !may_be_verb(s, s->first + 1)) return false; /* Selain itu; Selain Rina hadir pula Budi */
    for (size_t i = s->first + 1; i < s->end; i++)
        if (token_is_mark(s->a, i, ",;:") || token_is_mark(s->a, i, "\"") ||
            token_in(s->a, i, CLASS_MAIN_CLAUSE))
            return false;
    return true;
}

/* Kegiatan ini dalam rangka memperingati HUT RI; Kunjungan ini pada hari Jumat. */
static bool lacks_predicate(const struct sight *s) {
    size_t i = s->first;
    if (!token_in(s->a, i, CLASS_EVENT)) return false;
    if (!token_in(s->a, i + 1, CLASS_DEMONSTRATIVE)) return false;
    bool purpose = token_is(s->a, i + 2, "dalam") && token_is(s->a, i + 3, "rangka");
    bool day = token_is(s->a, i + 2, "pada") && token_is(s->a, i + 3, "hari");
    return (purpose || day) && !has_verb(s, i + 4, purpose);
}

/* Penghargaan yang diterima ini juga sebagai bentuk apresiasi; Aksi ini atas kerja sama kedua dinas. */
static bool is_called(const struct sight *s) {
    if (!token_is_kind(s->a, s->first, TOKEN_WORD) || token_is_quoted(s->a, s->first)) return false;
    for (size_t i = s->first + 1; i < s->end && i < s->first + OPENING_MOST; i++) {
        bool joined = token_in(s->a, i, CLASS_TITLE_SMALL) && !token_is(s->a, i, "yang");
        if (joined || token_is_mark(s->a, i, ",") || (may_be_verb(s, i) && !token_is(s->a, i - 1, "yang")))
            return false; /* Ia tinggal di rumah itu sebagai penjaga */
        if (!token_in(s->a, i, CLASS_DEMONSTRATIVE)) continue;
        size_t after = i + 1;
        while (token_in(s->a, after, CLASS_CLAUSE_HEAD))
            after++;
        bool calls = token_is(s->a, after, "sebagai") || token_is(s->a, after, "atas");
        return calls && !token_is(s->a, s->first, "hal") && !has_verb(s, after + 1, true);
    }
    return false;
}

/* di akhiri, Ditingkatkan: a verb that is written as none. */
static bool is_hidden_verb(const struct analysis *a, size_t i) {
    struct slice word = token_word(a, i);
    bool ends = slice_ends(word, SLICE("kan")) || slice_ends(word, SLICE("i"));
    return ends && ((token_is_capital(a, i) && slice_starts(word, SLICE("Di"))) ||
                    (token_is_small(a, i) && token_is(a, i - 1, "di")));
}

/* Rapat koordinasi kader yang bertempat di aula.: what was held, and no verb but those about it. Of 67 such
 * sentences in drafts of offices some 60 are fragments; in 11,700 of edited news one is there. */
static bool is_event_alone(const struct sight *s) {
    enum { SHORTEST = 7 /* tokens: a heading is shorter */ };
    if (!token_in(s->a, s->first, CLASS_EVENT_DEED) || !token_is_capital(s->a, s->first) ||
        s->a->tokens.items[s->first].flags & TOKEN_UPPER || s->end - s->first < SHORTEST)
        return false;
    for (size_t i = s->first + 1; i < s->end; i++) {
        size_t before = i - 1;
        while (before > s->first && token_in(s->a, before, CLASS_AUXILIARY))
            before--;
        bool verb = clause_is_predicate(s->a, i) && !token_in(s->a, before, CLASS_COVERED_VERB);
        if (verb || is_hidden_verb(s->a, i) || token_in(s->a, i, CLASS_NOUN_PREDICATE) ||
            token_is_mark(s->a, i, ",;:?!\"") || token_is_quoted(s->a, i))
            return false;
    }
    return true;
}

/* Yakni pembangunan jalan; Yaitu, ... */
static bool is_explanation(const struct sight *s) {
    if (token_is(s->a, s->first, "antara") && token_is(s->a, s->first + 1, "lain"))
        return !has_verb(s, s->first + 2, true) && !token_is_quoted(s->a, s->first);
    return (token_is(s->a, s->first, "yakni") || token_is(s->a, s->first, "yaitu")) &&
           token_is_capital(s->a, s->first);
}

/* Kamis 17/7/2025, Kamis (17/7), Jumat, 25 Juli 2025: nothing but a day, after another sentence. */
static bool is_day_alone(const struct sight *s) {
    size_t i = s->first;
    if (i == 0 || weekday_named(token_word(s->a, i)) == NO_WEEKDAY) return false;
    for (i++; i < s->end; i++)
        if (!token_is_number(s->a, i) && !token_is_mark(s->a, i, ",(/)") &&
            month_named(token_word(s->a, i)) == NO_MONTH)
            return false;
    return s->end > s->first + 1 &&
           token_is_number(s->a, s->first + 1 + token_is_mark(s->a, s->first + 1, ",("));
}

static void check_sentence(const struct check_context *context, const struct analysis *a,
                           const struct sentence *sentence, struct findings *out) {
    struct sight s = {
        .a = a, .first = sentence->first_token, .end = sentence->first_token + sentence->tokens};
    bool stops = token_is_mark(a, s.end - 1, ".");
    if (s.end < s.first + 2 || (!stops && s.end < a->tokens.count)) return;
    s.end -= stops;
    bool day = is_day_alone(&s);
    if (!stops && !day) return; /* a caption, a line of a list */
    bool subject = lacks_subject(&s) || is_left_over(&s);
    if (!subject && !day && !lacks_predicate(&s) && !is_called(&s) && !is_explanation(&s) &&
        !is_clause_alone(&s) && !is_event_alone(&s))
        return;
    size_t last = s.end - 1;
    struct finding *f =
        finding_add(out, RULE_STYLE_SUBJECT, a->tokens.items[s.first].start, a->tokens.items[last].end);
    if (subject)
        finding_say(f, context->lang, STYLE_SUBJECT);
    else if (day)
        finding_say(f, context->lang, STYLE_SUBJECT_DAY);
    else
        finding_say(f, context->lang, STYLE_SUBJECT_FRAGMENT);
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    for (size_t i = 0; block->kind == BLOCK_PROSE && i < a->sentences.count; i++)
        check_sentence(context, a, &a->sentences.items[i], out);
}

const struct check check_of_subject = {.block = check_block};
