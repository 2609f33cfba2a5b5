#include "archive/upkeep.h"

#include "archive/analysts.h"
#include "archive/batch.h"
#include "archive/gathered.h"
#include "archive/removal.h"

#include <stdlib.h>

static void count_row(void *self, const struct store_value *columns) {
    (void)columns;
    ++*(int64_t *)self;
}

bool archive_each_text(struct archive *archive,
                       bool (*visit)(void *, const struct archive_text *, struct error *), void *self,
                       struct error *e) {
    bool ok = true;
    for (int64_t id = 0, next; ok; id = next) {
        const struct store_value after[] = {store_number(id)};
        next = 0;
        ok = STORE_RUN(archive_store(archive), ARTICLE_AFTER, after, store_take_number, &next, e);
        if (!next) break;
        struct archive_text text;
        ok = ok && archive_text(archive, next, &text, e) && visit(self, &text, e);
        archive_text_free(&text);
    }
    return ok;
}

/* A text that is read again, maybe by another process. */
struct reread {
    struct entry entry;
    int64_t id;
};

static void reread_free(struct reread *reread) {
    entry_free(&reread->entry);
    free(reread);
}

struct verifying {
    struct archive *archive;
    struct analysts *analysts; /* NULL: there are none */
    VEC(struct reread *) list; /* in the order in which they were sent */
    struct upkeep *found;
    struct packed prints; /* that are to be looked for */
    int64_t words;
};

/* In their order: to look for those of one text after the other took most of the time, since they lie far
 * apart in the table. */
static bool look_for_prints(struct verifying *verifying, struct error *e) {
    struct packed *prints = &verifying->prints;
    int64_t there = 0, count = (int64_t)prints->list.count;
    packed_sort(prints);
    bool ok = store_run_rows(archive_store(verifying->archive), STATEMENT_PRINT_HAS, prints->list.items, 1,
                             prints->list.count, count_row, &there, e);
    verifying->found->prints += count;
    verifying->found->missing += count - there;
    vec_clear(&prints->list);
    return ok;
}

static bool verify_one(struct verifying *verifying, struct error *e) {
    enum { PRINTS_AT_ONCE = 1 << 20 };
    struct reread *reread = verifying->list.items[0];
    struct entry *entry = &reread->entry;
    vec_remove(&verifying->list, 0, 1);
    if (!verifying->analysts || !analysts_receive(verifying->analysts, entry))
        entry_analyse(entry, verifying->archive);
    entry_append_prints(entry, reread->id, &verifying->prints);
    verifying->found->articles++;
    verifying->words += (int64_t)entry->words.count;
    reread_free(reread);
    return verifying->prints.list.count < PRINTS_AT_ONCE || look_for_prints(verifying, e);
}

static bool verify_text(void *self, const struct archive_text *text, struct error *e) {
    struct verifying *verifying = self;
    struct reread *reread = memory_zero(1, sizeof *reread);
    bool ok = true;
    while (ok && verifying->list.count &&
           !(verifying->analysts && analysts_room(verifying->analysts, text->text.len)))
        ok = verify_one(verifying, e);
    reread->id = text->id;
    str_append(&reread->entry.text, str_slice(&text->text));
    vec_push(&verifying->list, reread);
    if (verifying->analysts) analysts_send(verifying->analysts, str_slice(&text->text));
    return ok;
}

static bool verify_texts(struct verifying *verifying, struct error *e) {
    verifying->analysts = analysts_start(verifying->archive);
    bool ok = archive_each_text(verifying->archive, verify_text, verifying, e);
    while (ok && verifying->list.count)
        ok = verify_one(verifying, e);
    ok = ok && look_for_prints(verifying, e);
    vec_free(&verifying->prints.list);
    vec_each(struct reread *, left, &verifying->list)
        reread_free(*left);
    vec_free(&verifying->list);
    analysts_end(verifying->analysts);
    return ok;
}

bool archive_verify(struct archive *archive, struct upkeep *found, struct error *e) {
    struct store *store = archive_store(archive);
    struct verifying verifying = {.archive = archive, .found = found};
    int64_t prints = 0, words = 0;
    *found = (struct upkeep){0};
    if (!store_verify(store, &found->problems, e)) return false;
    store_read_begin(store, NULL, NULL); /* else the file is locked for each question of each text */
    bool ok = verify_texts(&verifying, e) &&
              store_run(store, STATEMENT_PRINT_COUNT, NULL, 0, store_take_number, &prints, e) &&
              store_run(store, STATEMENT_WORD_SUM, NULL, 0, store_take_number, &words, e);
    store_read_end(store);
    if (!ok) return false;
    found->extra = prints - (found->prints - found->missing);
    found->words_wrong = llabs(words - verifying.words);
    return true;
}

static bool enter_text(void *self, const struct archive_text *text, struct error *e) {
    return batch_enter(self, text, e);
}

bool archive_rebuild(struct archive *archive, struct error *e) {
    static const enum statement clears[] = {
        STATEMENT_PRINT_CLEAR,    STATEMENT_WORD_CLEAR,   STATEMENT_PEOPLE_CLEAR, STATEMENT_PEOPLE_KEYS_CLEAR,
        STATEMENT_MENTIONS_CLEAR, STATEMENT_QUOTES_CLEAR, STATEMENT_SEARCH_CLEAR};
    struct store *store = archive_store(archive);
    struct batch *batch = batch_begin(archive, e);
    bool ok = batch != NULL;
    if (ok) batch_expect_many(batch);
    for (size_t i = 0; ok && i < sizeof clears / sizeof *clears; i++)
        ok = store_run(store, clears[i], NULL, 0, NULL, NULL, e);
    ok = ok && archive_mark_current(archive, e) && archive_each_text(archive, enter_text, batch, e);
    ok = ok && removal_note(archive, e);
    if (ok) return batch_end(batch, e) && removal_clean(archive, store_compact, e);
    batch_abandon(batch);
    return false;
}
