#include "archive/copies.h"
#include "archive/dates.h"
#include "archive/messages.h"
#include "archive/name_rule.h"
#include "base/paths.h"

#include <limits.h>
#include <stdlib.h>

/*
 * archive.copy, archive.published: what was published before. One finding for each text that something comes
 * from: a draft with ten sentences of one release is one thing to look at. Never who copied, nor whether it
 * is wrong.
 */
enum {
    SET_PHRASE = 3,       /* texts of the office that have a sentence, */
    SET_PHRASE_DAYS = 30, /* the first and the last so far apart: then it is the office's own wording, not
                             one matter told again and again */
    WORDS_LEAST = 6, /* content words of a single sentence that is told; below it exact copies of 20,000 texts
                        are phrases */
    SENTENCES_LEAST = 2, /* or so many sentences */
    PUBLISHED_LEAST = 3  /* sentences of a draft that is said to be published already */
};

/* What a single sentence must share with the old one, the office's own common words aside: of who led which
 * meeting ("Rapat dipimpin langsung oleh Kepala Dinas ..."), all but the names is less. */
static const double LONE_SHARED = 4, LONE_PLAIN = 2;

/* Those of the copies that come from one text. */
struct source {
    int64_t article;
    VEC(size_t) copies; /* indices */
    size_t fresh;       /* of them no set phrase of the office */
    size_t exact;       /* of them with the same letters */
};

struct archive_telling {
    const struct check_context *context;
    struct archive *archive;
    struct copies copies;
    bool *told; /* by copy */
    struct findings *out;
};

static const struct archive_match *match_of(const struct copy *copy, int64_t article) {
    for (size_t i = 0; i < copy->count; i++)
        if (copy->matches[i].article == article) return &copy->matches[i];
    return NULL;
}

/* Three texts of the same office say it, months apart; a day that is not known may be any. */
static bool is_set_phrase(const struct archive_telling *t, const struct copy *copy) {
    size_t same = 0;
    long first = LONG_MAX, last = 0;
    for (size_t i = 0; i < copy->count; i++) {
        if (copy->matches[i].office != copy->matches[0].office) continue;
        const struct archive_text *text = archive_text_kept(t->archive, copy->matches[i].article);
        long day = text ? date_day(slice_of(text->date)) : 0;
        if (!day || day < first) first = day;
        if (!day || day > last) last = day ? day : LONG_MAX;
        same++;
    }
    return same >= SET_PHRASE && last - first >= SET_PHRASE_DAYS;
}

static void gather(const struct archive_telling *t, int64_t article, struct source *source) {
    source->article = article;
    vec_clear(&source->copies);
    source->fresh = source->exact = 0;
    for (size_t i = 0; i < t->copies.list.count; i++) {
        const struct copy *copy = &t->copies.list.items[i];
        const struct archive_match *match = t->told[i] ? NULL : match_of(copy, article);
        if (!match) continue;
        vec_push(&source->copies, i);
        source->exact += match->exact;
        source->fresh += !is_set_phrase(t, copy);
    }
}

/* By its date; of one day by the title, so that it does not depend on which was added first. */
static bool is_newer(const struct archive_telling *t, int64_t a, int64_t b) {
    const struct archive_text *left = archive_text_kept(t->archive, a),
                              *right = archive_text_kept(t->archive, b);
    if (!left || !right) return left != NULL;
    int order = strcmp(left->date, right->date);
    if (!order) order = strcmp(left->title, right->title);
    return order ? order > 0 : a > b;
}

static bool is_better_source(const struct archive_telling *t, const struct source *a,
                             const struct source *b) {
    if (a->copies.count != b->copies.count) return a->copies.count > b->copies.count;
    return a->exact != b->exact ? a->exact > b->exact : is_newer(t, a->article, b->article);
}

/* The text most of the untold copies come from; of equals the one with more of them to the letter, then the
 * newest. */
static bool find_source(const struct archive_telling *t, struct source *best) {
    struct source source = {0};
    best->article = 0;
    vec_clear(&best->copies);
    for (size_t i = 0; i < t->copies.list.count; i++) {
        const struct copy *copy = &t->copies.list.items[i];
        for (size_t k = 0; !t->told[i] && k < copy->count; k++) {
            if (copy->matches[k].article == best->article) continue;
            gather(t, copy->matches[k].article, &source);
            if (!is_better_source(t, &source, best)) continue;
            struct source swapped = *best;
            *best = source;
            source = swapped;
        }
    }
    vec_free(&source.copies);
    return best->copies.count > 0;
}

static void append_words(const struct units *units, const struct unit *unit, const uint8_t *only,
                         char **items[], size_t *count) {
    VEC(char *) words = {0};
    for (size_t i = 0; i < unit->count; i++) {
        const struct unit_word *word = &units->words.items[unit->first + i];
        if (!only[i] || !(word->flags & UNIT_NUMBER)) continue;
        const struct analysis *a = &unit->block->analysis;
        vec_push(&words, slice_copy(token_text(a, &a->tokens.items[word->token])));
    }
    *items = words.items;
    *count = words.count;
}

static void describe(struct archive_telling *t, struct finding *finding, const struct copy *copy,
                     const struct archive_match *match) {
    const struct archive_text *text = archive_text_kept(t->archive, match->article);
    if (!text) return;
    struct archived *archived = finding_archive(finding, match->article);
    archived->start = match->start;
    archived->end = match->end;
    archived->score = match->score;
    archived->title = slice_copy(slice_of(text->title));
    archived->date = slice_copy(slice_of(text->date));
    archived->office = slice_copy(slice_of(text->office_name));
    archived->url = slice_copy(slice_of(text->url));
    struct match_pair pair = {0};
    if (!match->exact &&
        match_compare(&pair, t->archive, text, match->start, match->end, &t->copies.units, copy->unit)) {
        const struct unit *there = &pair.units.list.items[0], *here = &pair.units.list.items[1];
        struct str says = {0};
        likeness_say(&says, t->context->lang, &pair.units, there, here, &pair.likeness);
        archived->message = str_steal(&says);
        append_words(&pair.units, here, pair.likeness.only_here, &archived->here.items,
                     &archived->here.count);
        append_words(&pair.units, there, pair.likeness.only_there, &archived->there.items,
                     &archived->there.count);
    }
    if (!match->exact) match_pair_free(&pair);
}

static size_t start_of(const struct unit *unit) {
    return unit->block->start + unit->start;
}

static size_t end_of(const struct unit *unit) {
    return unit->block->start + unit->end;
}

/* Where and when: in "Judul" (9 September 2024). */
static void append_place(struct str *out, enum lang lang, const struct archive_text *text) {
    struct str date = {0};
    date_append(&date, lang, slice_of(text->date));
    struct slice title = slice_of(text->title);
    if (!title.len) title = slice_of(path_name(text->origin));
    if (date.len)
        message(out, lang, COPY_IN_ON, SLICE_ARG(title), str_text(&date));
    else
        message(out, lang, COPY_IN, SLICE_ARG(title));
    str_free(&date);
}

static void say(struct archive_telling *t, struct finding *finding, const struct source *source,
                bool published) {
    const struct archive_text *text = archive_text_kept(t->archive, source->article);
    struct str place = {0};
    if (!text) return;
    append_place(&place, t->context->lang, text);
    const struct archived *first = finding->archived.count ? &finding->archived.items[0] : NULL;
    const char *differs = first && first->message ? first->message : "";
    if (published)
        finding_say(finding, t->context->lang, COPY_PUBLISHED, str_text(&place), source->copies.count,
                    t->copies.sentences);
    else if (source->copies.count > 1)
        finding_say(finding, t->context->lang, COPY_SENTENCES, source->copies.count, str_text(&place));
    else
        finding_say(finding, t->context->lang, COPY_SENTENCE, str_text(&place), *differs ? " " : "", differs);
    str_free(&place);
}

static void tell(struct archive_telling *t, const struct source *source, bool published) {
    const struct unit *units = t->copies.units.list.items;
    const struct copy *first = &t->copies.list.items[source->copies.items[0]];
    struct finding *finding = finding_add(t->out, published ? RULE_ARCHIVE_PUBLISHED : RULE_ARCHIVE_COPY,
                                          start_of(&units[first->unit]), end_of(&units[first->unit]));
    vec_each(const size_t, index, &source->copies) {
        const struct copy *copy = &t->copies.list.items[*index];
        describe(t, finding, copy, match_of(copy, source->article));
        if (copy == first) continue;
        struct str also = {0};
        message(&also, t->context->lang, COPY_ALSO);
        finding_relate(finding, start_of(&units[copy->unit]), end_of(&units[copy->unit]))->message =
            str_steal(&also);
    }
    say(t, finding, source, published);
}

static void drop_set_phrases(const struct archive_telling *t, struct source *source) {
    size_t kept = 0;
    for (size_t i = 0; i < source->copies.count; i++)
        if (!is_set_phrase(t, &t->copies.list.items[source->copies.items[i]]))
            source->copies.items[kept++] = source->copies.items[i];
    source->copies.count = kept;
}

static bool is_worth_telling(const struct archive_telling *t, const struct source *source) {
    if (source->copies.count >= SENTENCES_LEAST) return true;
    if (!source->copies.count) return false;
    const struct copy *copy = &t->copies.list.items[source->copies.items[0]];
    const struct archive_match *match = match_of(copy, source->article);
    return t->copies.units.list.items[copy->unit].content >= WORDS_LEAST &&
           (match->shared >= LONE_SHARED || match->plain >= LONE_PLAIN);
}

static void tell_all(struct archive_telling *t) {
    struct source source = {0};
    while (find_source(t, &source)) {
        vec_each(const size_t, index, &source.copies)
            t->told[*index] = true;
        bool published =
            source.copies.count >= PUBLISHED_LEAST && source.copies.count * 2 >= t->copies.sentences;
        if (!published || !t->context->enabled[RULE_ARCHIVE_PUBLISHED]) {
            published = false;
            drop_set_phrases(t, &source);
        }
        if (published || is_worth_telling(t, &source)) tell(t, &source, published);
    }
    vec_free(&source.copies);
}

/* Some answer did not come: because the check was interrupted, then it is to be run again; or for a reason
 * that asking once more tells. */
static bool answers_are_whole(const struct check_context *context, size_t failures) {
    struct archive *archive = context->archive;
    if (failures == store_failures(archive_store(archive)) || *archive_trouble(archive)) return true;
    if (context->interrupted) return false;
    struct error e = {.lang = context->lang};
    if (!archive_refresh(archive, &e)) archive_set_trouble(archive, str_slice(&e.text));
    error_free(&e);
    return true;
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    if (!context->archive) return true;
    struct archive_telling t = {.context = context, .archive = context->archive, .out = out};
    size_t failures = store_failures(archive_store(t.archive));
    store_read_begin(archive_store(t.archive), context->interrupted, context->interrupted_by);
    bool done = copies_find(&t.copies, t.archive, context, document);
    t.told = memory_zero(t.copies.list.count + 1, sizeof *t.told);
    if (done) tell_all(&t);
    free(t.told);
    copies_free(&t.copies);
    done = done && name_rule_check(context, document, out) && answers_are_whole(context, failures);
    store_read_end(archive_store(t.archive));
    return done;
}

const struct check check_of_archive = {.document = check_document};
