#include "archive/batch.h"

#include "archive/analysts.h"
#include "archive/gathered.h"
#include "archive/messages.h"
#include "archive/names.h"
#include "base/today.h"

#include <stdlib.h>

/* Of 8 bytes: a part of this size is written in about a second, and all processes together stay within 256
 * MB. Smaller ones cost more: each goes through all of the tables. */
enum { PART_PRINTS = 3 << 20 };

/* A text that is being read: what becomes of it then. */
enum pending_kind { PENDING_ADD, PENDING_MOVE, PENDING_ENTER };
struct pending {
    enum pending_kind kind;
    struct entry entry;
    int64_t id, version, corrects, office;
    bool replaces;   /* the text that is there under this id */
    struct str date; /* when it was added */
    bool sent;       /* to the analysts */
};

/* By which it is known again, of an address 0 when it has none: all are looked through for each text. */
struct pending_keys {
    uint64_t origin, url;
};

struct batch {
    struct archive *archive;
    struct store *store;
    struct gathered gathered;
    struct names_adding names;
    int64_t last; /* the highest id ever given */
    struct str office;
    int64_t office_number; /* of that office, the latest; 0: none yet */
    struct analysts *analysts;
    VEC(struct pending *) pending; /* in order, from first on; some of them at the analysts */
    VEC(struct pending_keys) keys; /* of each */
    size_t first;
    VEC(struct batch_beyond) beyond;
    size_t told;  /* of those */
    bool removed; /* something: words that no text has any more are to go */
};

static bool begin(struct batch *batch, struct error *e) {
    int64_t last = 0;
    if (!store_begin(batch->store, e) ||
        !store_run(batch->store, STATEMENT_ARTICLE_LAST, NULL, 0, store_take_number, &last, e))
        return false;
    if (last > batch->last) batch->last = last; /* of those that are pending it is higher */
    return true;
}

struct batch *batch_begin(struct archive *archive, struct error *e) {
    struct batch *batch = memory_zero(1, sizeof *batch);
    batch->archive = archive;
    batch->store = archive_store(archive);
    if (begin(batch, e)) return batch;
    free(batch);
    return NULL;
}

static void pending_free(struct pending *pending) {
    entry_free(&pending->entry);
    str_free(&pending->date);
    free(pending);
}

static void release(struct batch *batch) {
    analysts_end(batch->analysts);
    for (size_t i = batch->first; i < batch->pending.count; i++)
        pending_free(batch->pending.items[i]);
    vec_each(struct batch_beyond, beyond, &batch->beyond)
        free(beyond->origin);
    vec_free(&batch->pending);
    vec_free(&batch->keys);
    vec_free(&batch->beyond);
    names_adding_free(&batch->names);
    str_free(&batch->office);
    gathered_free(&batch->gathered);
    free(batch);
}

void batch_abandon(struct batch *batch) {
    if (!batch) return;
    store_rollback(batch->store);
    release(batch);
}

static bool run_search(struct batch *batch, enum statement statement, int64_t id, struct slice title,
                       struct slice text, struct error *e) {
    const struct store_value search[] = {store_number(id), store_text(title), store_text(text)};
    return store_run(batch->store, statement, search, 3, NULL, NULL, e);
}

static void keep_busy(void *batch) {
    if (((struct batch *)batch)->analysts) analysts_exchange(((struct batch *)batch)->analysts);
}

/* Writes what was gathered. */
static bool flush(struct batch *batch, struct error *e) {
    return gathered_write(&batch->gathered, batch->store, keep_busy, batch, e) &&
           names_write(batch->archive, &batch->names, e);
}

/* Writes what was entered since the last part. */
static bool finish_part(struct batch *batch, struct error *e) {
    bool ok = flush(batch, e) &&
              (!batch->removed || store_run(batch->store, STATEMENT_WORD_PRUNE, NULL, 0, NULL, NULL, e)) &&
              archive_mark_change(batch->archive, e);
    batch->removed = false;
    return ok;
}

static bool end_part(struct batch *batch, struct error *e) {
    return finish_part(batch, e) && store_commit(batch->store, e) && begin(batch, e);
}

/* Of the same one as the last time mostly. */
static bool find_office(struct batch *batch, struct slice name, int64_t *office, struct error *e) {
    const struct store_value arguments[] = {store_text(name)};
    *office = slice_equal(str_slice(&batch->office), name) ? batch->office_number : 0;
    if (*office) return true;
    bool ok = STORE_RUN(batch->store, OFFICE_FIND, arguments, store_take_number, office, e) &&
              (*office || (STORE_RUN(batch->store, OFFICE_ADD, arguments, NULL, NULL, e) &&
                           STORE_RUN(batch->store, OFFICE_FIND, arguments, store_take_number, office, e)));
    str_clear(&batch->office);
    str_append(&batch->office, name);
    batch->office_number = *office;
    return ok;
}

static int64_t digest_of(const struct entry *entry) {
    const struct str *parts[] = {&entry->title, &entry->date, &entry->office, &entry->url, &entry->text};
    struct str all = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        str_append(&all, str_slice(parts[i]));
        str_append_byte(&all, '\0');
    }
    int64_t digest = (int64_t)slice_hash(str_slice(&all));
    str_free(&all);
    return digest;
}

/* The text that this one corrects; 0: none. */
static int64_t corrected(struct batch *batch, const struct entry *entry) {
    const struct store_value url[] = {store_text(str_slice(&entry->corrects))};
    int64_t id = strtoll(str_text(&entry->corrects), NULL, 10);
    if (entry->corrects.len && !id)
        STORE_RUN(batch->store, ARTICLE_OF_URL, url, store_take_number, &id, NULL);
    return id;
}

static bool insert(struct batch *batch, const struct pending *p, struct error *e) {
    const struct entry *entry = &p->entry;
    int64_t office = 0;
    bool ok = find_office(batch, str_slice(&entry->office), &office, e);
    const struct store_value article[] = {store_number(p->id),
                                          store_number(office),
                                          store_text(str_slice(&entry->origin)),
                                          store_text(str_slice(&entry->title)),
                                          store_text(str_slice(&entry->date)),
                                          store_text(str_slice(&entry->url)),
                                          store_number(digest_of(entry)),
                                          store_text(str_slice(&entry->text)),
                                          store_bytes(str_slice(&entry->borders)),
                                          store_number(p->version),
                                          store_text(str_slice(&p->date)),
                                          store_number(p->corrects)};
    ok = ok && STORE_RUN(batch->store, ARTICLE_ADD, article, NULL, NULL, e) &&
         run_search(batch, STATEMENT_SEARCH_ADD, p->id, str_slice(&entry->title), str_slice(&entry->text),
                    e) &&
         names_add(batch->archive, entry, p->id, &batch->names, e);
    gathered_add(&batch->gathered, entry, p->id, office);
    return ok;
}

/* What is found by reading the text again is taken out where it was put. */
static bool take_out(struct batch *batch, const struct archive_text *text, struct error *e) {
    struct entry entry;
    struct packed prints = {0};
    VEC(struct gathered_word) words = {0};
    entry_read_again(&entry, batch->archive, text);
    entry_append_prints(&entry, text->id, &prints);
    vec_each(const int64_t, word, &entry.words)
        vec_push(&words, (struct gathered_word){text->office, *word, -1});
    batch->removed = true;
    const struct store_value id[] = {store_number(text->id)};
    bool ok = flush(batch, e) &&
              store_run_rows(batch->store, STATEMENT_PRINT_REMOVE, prints.list.items, 1, prints.list.count,
                             NULL, NULL, e) &&
              store_run_rows(batch->store, STATEMENT_WORD_ADD, (const int64_t *)words.items, 3, words.count,
                             NULL, NULL, e) &&
              run_search(batch, STATEMENT_SEARCH_REMOVE, text->id, slice_of(text->title),
                         str_slice(&text->text), e) &&
              names_remove(batch->archive, text->id, e) &&
              STORE_RUN(batch->store, ARTICLE_REMOVE, id, NULL, NULL, e);
    vec_free(&prints.list);
    vec_free(&words);
    entry_free(&entry);
    return ok;
}

static bool enter_new(struct batch *batch, struct pending *p, struct error *e) {
    struct archive_text older = {0};
    bool ok = !p->replaces || (archive_text(batch->archive, p->id, &older, e) && take_out(batch, &older, e));
    p->version = older.version + 1;
    p->corrects = corrected(batch, &p->entry);
    today_append(&p->date);
    archive_text_free(&older);
    if (p->entry.beyond)
        vec_push(&batch->beyond,
                 (struct batch_beyond){slice_copy(str_slice(&p->entry.origin)), p->entry.beyond});
    return ok && insert(batch, p, e);
}

/* A text that is there. */
static bool enter_again(struct batch *batch, const struct pending *p, struct error *e) {
    const struct entry *entry = &p->entry;
    const struct store_value borders[] = {store_number(p->id), store_bytes(str_slice(&entry->borders))};
    bool ok = STORE_RUN(batch->store, ARTICLE_BORDERS, borders, NULL, NULL, e) &&
              run_search(batch, STATEMENT_SEARCH_ADD, p->id, str_slice(&entry->title),
                         str_slice(&entry->text), e) &&
              names_add(batch->archive, entry, p->id, &batch->names, e);
    gathered_add(&batch->gathered, entry, p->id, p->office);
    return ok;
}

static bool is_full(const struct batch *batch) {
    return batch->gathered.prints.list.count >= PART_PRINTS;
}

/* The oldest of those that are being read. */
static struct pending *take_oldest(struct batch *batch) {
    enum { TAKEN_MOST = 1024 };
    struct pending *oldest = batch->pending.items[batch->first++];
    if (batch->first < TAKEN_MOST && batch->first < batch->pending.count) return oldest;
    vec_remove(&batch->pending, 0, batch->first);
    vec_remove(&batch->keys, 0, batch->first);
    batch->first = 0;
    return oldest;
}

static bool finish_one(struct batch *batch, struct error *e) {
    struct pending *p = take_oldest(batch);
    if (!p->sent || !analysts_receive(batch->analysts, &p->entry)) entry_analyse(&p->entry, batch->archive);
    bool ok = p->kind == PENDING_ADD    ? enter_new(batch, p, e)
              : p->kind == PENDING_MOVE ? insert(batch, p, e)
                                        : enter_again(batch, p, e);
    /* all is built anew as a whole */
    if (ok && is_full(batch)) ok = p->kind == PENDING_ENTER ? flush(batch, e) : end_part(batch, e);
    pending_free(p);
    return ok;
}

bool batch_settle(struct batch *batch, struct error *e) {
    bool ok = true;
    while (ok && batch->pending.count)
        ok = finish_one(batch, e);
    return ok;
}

bool batch_end(struct batch *batch, struct error *e) {
    bool ok = batch_settle(batch, e) && finish_part(batch, e);
    if (ok)
        ok = store_commit(batch->store, e);
    else
        store_rollback(batch->store);
    release(batch);
    return ok;
}

void batch_expect_many(struct batch *batch) {
    gathered_expect(&batch->gathered, PART_PRINTS);
    if (!batch->analysts) batch->analysts = analysts_start(batch->archive);
    store_run(batch->store, STATEMENT_SEARCH_ROOM, NULL, 0, NULL, NULL,
              NULL); /* without it, it takes longer */
}

static struct pending_keys keys_of(const struct entry *entry) {
    return (struct pending_keys){slice_hash(str_slice(&entry->origin)),
                                 entry->url.len ? slice_hash(str_slice(&entry->url)) : 0};
}

static void wait_for(struct batch *batch, struct pending *p) {
    vec_push(&batch->keys, keys_of(&p->entry));
    vec_push(&batch->pending, p);
}

/* Takes the entry over, to be read by whoever has time. */
static bool read_and_enter(struct batch *batch, struct pending *p, struct entry *entry, struct error *e) {
    p->entry = *entry;
    *entry = (struct entry){0};
    if (!batch->analysts) {
        wait_for(batch, p);
        return finish_one(batch, e);
    }
    bool ok = true;
    while (ok && !analysts_room(batch->analysts, p->entry.text.len))
        ok = finish_one(batch, e);
    p->sent = ok;
    wait_for(batch, p);
    if (ok) analysts_send(batch->analysts, str_slice(&p->entry.text));
    return ok;
}

/* Or one that only has the same keys: then nothing is wrong but the time. */
static bool is_pending(const struct batch *batch, const struct entry *entry) {
    struct pending_keys keys = keys_of(entry);
    for (size_t i = batch->first; i < batch->keys.count; i++) {
        const struct pending_keys *other = &batch->keys.items[i];
        if (other->origin == keys.origin || (keys.url && other->url == keys.url)) return true;
    }
    return false;
}

/* The text that this one replaces: of the same file, or of the same address. 0: none. */
static bool find_older(struct batch *batch, const struct entry *entry, int64_t *id, struct error *e) {
    if (is_pending(batch, entry) && !batch_settle(batch, e)) return false;
    const struct store_value origin[] = {store_text(str_slice(&entry->origin))},
                             url[] = {store_text(str_slice(&entry->url))};
    *id = 0;
    return STORE_RUN(batch->store, ARTICLE_OF_ORIGIN, origin, store_take_number, id, e) &&
           (*id || STORE_RUN(batch->store, ARTICLE_OF_URL, url, store_take_number, id, e));
}

enum added batch_add(struct batch *batch, struct entry *entry, struct error *e) {
    int64_t id;
    struct archive_text older = {0};
    if (!find_older(batch, entry, &id, e) || (id && !archive_text(batch->archive, id, &older, e)))
        return ADD_FAILED;
    enum added added = id ? ADD_CHANGED : ADD_NEW;
    if (id && older.digest == digest_of(entry)) {
        added = ADD_SAME;
    } else if (!id && batch->last >= store_most(batch->store)) {
        error_set(e, ARCHIVE_TOO_MANY, archive_where(batch->archive));
        added = ADD_FAILED;
    } else {
        struct pending *p = memory_zero(1, sizeof *p);
        *p = (struct pending){.kind = PENDING_ADD, .id = id ? id : ++batch->last, .replaces = id != 0};
        if (!read_and_enter(batch, p, entry, e)) added = ADD_FAILED;
    }
    archive_text_free(&older);
    return added;
}

static void copy_text(struct entry *entry, const struct archive_text *text) {
    str_append(&entry->text, str_slice(&text->text));
    str_append_text(&entry->title, text->title);
    str_append_text(&entry->date, text->date);
    str_append_text(&entry->office, text->office_name);
    str_append_text(&entry->url, text->url);
    str_append_text(&entry->origin, text->origin);
}

bool batch_move(struct batch *batch, const struct archive_text *text, struct error *e) {
    struct entry entry = {0};
    struct pending *p = memory_zero(1, sizeof *p);
    *p = (struct pending){
        .kind = PENDING_MOVE, .id = text->id, .version = text->version, .corrects = text->corrects};
    str_append_text(&p->date, text->added);
    copy_text(&entry, text);
    return read_and_enter(batch, p, &entry, e);
}

bool batch_remove(struct batch *batch, int64_t id, bool *gone, struct error *e) {
    struct archive_text text;
    error_begin(e);
    *gone = archive_text(batch->archive, id, &text, e);
    bool ok = *gone ? take_out(batch, &text, e) : !e || !e->text.len;
    archive_text_free(&text);
    return ok;
}

bool batch_enter(struct batch *batch, const struct archive_text *text, struct error *e) {
    struct entry entry = {0};
    struct pending *p = memory_zero(1, sizeof *p);
    *p = (struct pending){.kind = PENDING_ENTER, .id = text->id, .office = text->office};
    copy_text(&entry, text);
    return read_and_enter(batch, p, &entry, e);
}

const struct batch_beyond *batch_next_beyond(struct batch *batch) {
    return batch->told < batch->beyond.count ? &batch->beyond.items[batch->told++] : NULL;
}
