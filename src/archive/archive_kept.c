#include "archive/archive_parts.h"

#include <stdlib.h>

/* What was read of an archive and is kept until somebody writes: words, texts, and what is to be asked yet.
 */

/* A word in more than this share of an office's texts is the less worth the more have it; halved at the
 * second. Both set once, before measuring, on texts of three offices. */
static const double COMMON_SHARE = 0.02, HALF_SHARE = 0.05;
enum { COMMON_COUNT = 2 };

static struct slice bytes_of(const void *data, size_t len) {
    return (struct slice){data, len};
}

static uintptr_t *place_of_word(struct archive *archive, int64_t office, int64_t word) {
    const int64_t key[] = {office, word};
    return map_put(&archive->words, bytes_of(key, sizeof key));
}

struct asking_words {
    struct archive *archive;
    int64_t office;
};

static void take_word(void *self, const struct store_value *columns) {
    const struct asking_words *asking = self;
    *place_of_word(asking->archive, asking->office, columns[0].number) = (uintptr_t)columns[1].number + 1;
}

/* In how many texts of the office each stands, if that is not known yet. */
static void ask_words(struct archive *archive, int64_t office, const int64_t *words, size_t count) {
    struct asking_words asking = {archive, office};
    VEC(int64_t) unknown = {0}, offices = {0};
    for (size_t i = 0; i < count; i++) {
        if (*place_of_word(archive, office, words[i])) continue;
        if (archive->ahead.noting) ahead_note(&archive->ahead, AHEAD_WORD, office, words[i]);
        if (archive->ahead.noting) continue;
        vec_push(&unknown, words[i]);
        vec_push(&offices, office);
    }
    const struct store_value arguments[] = {store_numbers(offices.items, offices.count),
                                            store_numbers(unknown.items, unknown.count)};
    bool ok = unknown.count && STORE_RUN(archive->store, WORD_COUNT, arguments, take_word, &asking, NULL);
    for (size_t i = 0; ok && i < unknown.count; i++) {
        uintptr_t *place = place_of_word(archive, office, unknown.items[i]);
        if (!*place) *place = 1;
    }
    vec_free(&unknown);
    vec_free(&offices);
}

static int64_t salted_word(const struct archive *archive, uint32_t hash) {
    return (int64_t)(archive_salted(archive, hash) >> 32);
}

void archive_expect_words(struct archive *archive, int64_t office, const uint32_t *hashes, size_t count) {
    int64_t *words = memory_zero(count + 1, sizeof *words);
    words[0] = ARCHIVE_EACH_TEXT;
    for (size_t i = 0; i < count; i++)
        words[i + 1] = salted_word(archive, hashes[i]);
    ask_words(archive, office, words, count + 1);
    free(words);
}

static int64_t texts_with(struct archive *archive, int64_t office, int64_t word) {
    ask_words(archive, office, &word, 1);
    uintptr_t known = *place_of_word(archive, office, word);
    return known ? (int64_t)known - 1 : 0;
}

double archive_worth(struct archive *archive, int64_t office, uint32_t hash) {
    int64_t all = texts_with(archive, office, ARCHIVE_EACH_TEXT);
    int64_t have = texts_with(archive, office, salted_word(archive, hash));
    double share = all > 0 ? (double)have / (double)all : 0;
    return have > COMMON_COUNT && share > COMMON_SHARE ? 1 / (1 + share / HALF_SHARE) : 1;
}

static void take_article(void *self, const struct store_value *columns) {
    struct archive_text *text = self;
    text->id = columns[0].number;
    text->office = columns[1].number;
    text->office_name = slice_copy(columns[2].bytes);
    text->origin = slice_copy(columns[3].bytes);
    text->title = slice_copy(columns[4].bytes);
    text->date = slice_copy(columns[5].bytes);
    text->url = slice_copy(columns[6].bytes);
    str_append(&text->text, columns[7].bytes);
    str_append(&text->borders, columns[8].bytes);
    text->digest = columns[9].number;
    text->version = columns[10].number;
    text->added = slice_copy(columns[11].bytes);
    text->corrects = columns[12].number;
}

bool archive_text(struct archive *archive, int64_t id, struct archive_text *text, struct error *e) {
    const struct store_value arguments[] = {store_numbers(&id, 1)};
    *text = (struct archive_text){0};
    return STORE_RUN(archive->store, ARTICLE, arguments, take_article, text, e) && text->id;
}

void archive_text_free(struct archive_text *text) {
    free(text->office_name);
    free(text->origin);
    free(text->title);
    free(text->date);
    free(text->url);
    free(text->added);
    str_free(&text->text);
    str_free(&text->borders);
}

static void keep_article(void *self, const struct store_value *columns) {
    struct archive *archive = self;
    struct archive_text *text = memory_zero(1, sizeof *text);
    take_article(text, columns);
    vec_push(&archive->texts, text);
    *map_put(&archive->kept, bytes_of(&text->id, sizeof text->id)) = archive->texts.count;
}

void archive_expect_texts(struct archive *archive, const int64_t *ids, size_t count) {
    VEC(int64_t) unknown = {0};
    for (size_t i = 0; i < count; i++) {
        bool here = map_has(&archive->kept, bytes_of(&ids[i], sizeof ids[i]));
        for (size_t k = 0; k < unknown.count; k++)
            here |= unknown.items[k] == ids[i];
        if (!here && archive->ahead.noting)
            ahead_note(&archive->ahead, AHEAD_TEXT, ids[i], 0);
        else if (!here)
            vec_push(&unknown, ids[i]);
    }
    const struct store_value arguments[] = {store_numbers(unknown.items, unknown.count)};
    if (unknown.count) STORE_RUN(archive->store, ARTICLE, arguments, keep_article, archive, NULL);
    vec_free(&unknown);
}

const struct archive_text *archive_text_kept(struct archive *archive, int64_t id) {
    archive_expect_texts(archive, &id, 1);
    const uintptr_t *place = map_get(&archive->kept, bytes_of(&id, sizeof id));
    return place ? archive->texts.items[*place - 1] : NULL;
}

size_t archive_notes(const struct archive *archive) {
    return archive->ahead.notes;
}

bool archive_places(struct archive *archive, const int64_t *prints, size_t count, store_row *row, void *self,
                    struct error *e) {
    const struct store_value arguments[] = {store_numbers(prints, count)};
    if (!archive->ahead.noting) return STORE_RUN(archive->store, PRINT_FIND, arguments, row, self, e);
    ahead_prints(&archive->ahead, prints, count, row, self);
    return true;
}

/* Of one office after the other; mostly there is one. */
static void ask_noted_words(struct archive *archive) {
    const int64_t *pairs = archive->ahead.list[AHEAD_WORD].items;
    size_t count = archive->ahead.list[AHEAD_WORD].count;
    struct map asked = {0};
    for (size_t i = 0; i < count; i += 2) {
        uintptr_t *office = map_put(&asked, bytes_of(&pairs[i], sizeof pairs[i]));
        VEC(int64_t) words = {0};
        for (size_t k = i; k < count && !*office; k += 2)
            if (pairs[k] == pairs[i]) vec_push(&words, pairs[k + 1]);
        if (words.count) ask_words(archive, pairs[i], words.items, words.count);
        *office = true;
        vec_free(&words);
    }
    map_free(&asked);
}

/* False: there is nothing to ask, or no answer. */
static bool ask_noted(struct archive *archive, struct error *e) {
    struct ahead *ahead = &archive->ahead;
    size_t failures = store_failures(archive->store);
    ahead->noting = false;
    bool noted = ahead->noted.count, ok = noted && ahead_ask_prints(ahead, archive->store, e);
    if (ok) archive_expect_texts(archive, ahead->list[AHEAD_TEXT].items, ahead->list[AHEAD_TEXT].count);
    if (ok) ask_noted_words(archive);
    ahead_forget_questions(ahead);
    return ok && failures == store_failures(archive->store);
}

bool archive_ask_ahead(struct archive *archive, bool (*pass)(void *self, struct error *e), void *self,
                       struct error *e) {
    enum { PASSES = 6 }; /* prints, texts, words; what is then still unknown is asked one by one */
    bool done;
    int passes = 0;
    do {
        archive->ahead.noting = store_is_far(archive->store) && passes++ < PASSES;
        done = pass(self, e);
    } while (ask_noted(archive, e) && done);
    ahead_free(&archive->ahead);
    return done;
}
