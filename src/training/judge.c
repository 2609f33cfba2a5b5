#include "training/judge.h"

#include "draft/merge.h"

struct judged_span {
    size_t start, end; /* bytes */
};

/* The words of a text, which are what stands between spaces and line ends, each as a line of its own. */
struct judged_words {
    struct text *lines;
    VEC(struct judged_span) places;
};

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

static void words_make(struct judged_words *words, struct slice bytes) {
    struct str lines = {0};
    *words = (struct judged_words){0};
    for (size_t at = 0, start; at < bytes.len;) {
        while (at < bytes.len && is_space(bytes.data[at]))
            at++;
        for (start = at; at < bytes.len && !is_space(bytes.data[at]);)
            at++;
        if (at == start) break;
        if (words->places.count) str_append_byte(&lines, '\n');
        str_append(&lines, slice_range(bytes, start, at));
        vec_push(&words->places, (struct judged_span){start, at});
    }
    words->lines = text_with(str_slice(&lines));
    str_free(&lines);
}

static void words_free(struct judged_words *words) {
    text_free(words->lines);
    vec_free(&words->places);
}

/* The word of b that stands where the word first of a stood; what was put right before it belongs to it. */
static size_t image_start(const struct differences *differences, size_t first) {
    size_t shift = 0;
    vec_each(const struct difference, d, &differences->list) {
        size_t end = d->a.first + d->a.count;
        if (end < first || (end == first && d->a.count)) {
            shift += d->b.count - d->a.count;
            continue;
        }
        if (d->a.first <= first) return d->b.first;
        break;
    }
    return first + shift;
}

/* After the word of b that stands where the word last of a stood; what was put right after it belongs to it.
 */
static size_t image_end(const struct differences *differences, size_t last) {
    size_t shift = 0;
    vec_each(const struct difference, d, &differences->list) {
        if (d->a.first > last + 1 || (d->a.first == last + 1 && d->a.count)) break;
        if (d->a.first + d->a.count > last) return d->b.first + d->b.count;
        shift += d->b.count - d->a.count;
    }
    return last + 1 + shift;
}

static struct judged_span place_of(const struct flaw *flaw, const struct differences *differences,
                                   const struct judged_words *a, const struct judged_words *b) {
    size_t first = vec_before(const struct judged_span, w, &a->places, w->end <= flaw->start);
    size_t last = vec_before(const struct judged_span, w, &a->places, w->start < flaw->end) - 1;
    size_t from = image_start(differences, first), to = image_end(differences, last);
    if (from >= to || to > b->places.count) return (struct judged_span){0, 0};
    return (struct judged_span){b->places.items[from].start, b->places.items[to - 1].end};
}

static bool overlaps(const struct finding *finding, struct judged_span place) {
    return finding->start < place.end && place.start < finding->end;
}

static bool is_open(const struct flaw *flaw, struct judged_span place, const struct text *text,
                    const struct findings *findings) {
    if (flaw_is_of_words(flaw)) {
        struct str here = {0};
        text_copy(text, place.start, place.end, &here);
        bool open = slice_find(str_slice(&here), str_slice(&flaw->words), 0) != SIZE_MAX;
        str_free(&here);
        return open;
    }
    vec_each(const struct finding, finding, &findings->list)
        if (flaw_is_found_by(flaw, finding) && overlaps(finding, place)) return true;
    return false;
}

/* What the lesson itself says of words may be what a rule says too. */
static bool explains(const struct flaw *flaw, const struct finding *finding) {
    return flaw_is_of_words(flaw) || flaw_is_found_by(flaw, finding);
}

/* Findings that none of the flaws explains. */
static size_t count_others(const struct lesson *lesson, const struct judged_span *places,
                           const struct findings *findings) {
    size_t others = 0;
    vec_each(const struct finding, finding, &findings->list) {
        bool planted = finding->severity == SEVERITY_HINT;
        for (size_t i = 0; i < lesson->flaws.count && !planted; i++)
            planted = explains(&lesson->flaws.items[i], finding) && overlaps(finding, places[i]);
        others += !planted;
    }
    return others;
}

void judge(struct judgement *judgement, const struct lesson *lesson, const struct text *text,
           const struct findings *findings) {
    struct str now = {0};
    struct judged_words a, b;
    struct differences differences;
    text_copy(text, 0, text_length(text), &now);
    words_make(&a, str_slice(&lesson->draft));
    words_make(&b, str_slice(&now));
    differences_find(&differences, a.lines, b.lines);
    struct judged_span *places = memory_zero(lesson->flaws.count + 1, sizeof *places);
    vec_clear(&judgement->mended);
    judgement->open = 0;
    for (size_t i = 0; i < lesson->flaws.count; i++) {
        const struct flaw *flaw = &lesson->flaws.items[i];
        places[i] = place_of(flaw, &differences, &a, &b);
        bool open = is_open(flaw, places[i], text, findings);
        judgement->open += open;
        vec_push(&judgement->mended, !open);
    }
    judgement->others = count_others(lesson, places, findings);
    free(places);
    vec_free(&differences.list);
    words_free(&a);
    words_free(&b);
    str_free(&now);
}

void judgement_free(struct judgement *judgement) {
    vec_free(&judgement->mended);
}
