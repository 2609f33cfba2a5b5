#include "archive/archive_parts.h"

#include "archive/messages.h"
#include "language/lexicon/frequency.h"

#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

enum { RARITIES = 1 << 17, TEXTS_KEPT = 512, RULES = 5 /* how texts are entered */ };

static void take_text(void *self, const struct store_value *columns) {
    str_append((struct str *)self, columns[0].bytes);
}

bool archive_note(struct archive *archive, const char *key, struct str *value, struct error *e) {
    const struct store_value arguments[] = {store_text(slice_of(key))};
    str_clear(value);
    return STORE_RUN(archive->store, NOTE_GET, arguments, take_text, value, e);
}

bool archive_set_note(struct archive *archive, const char *key, const char *value, struct error *e) {
    const struct store_value arguments[] = {store_text(slice_of(key)), store_text(slice_of(value))};
    return STORE_RUN(archive->store, NOTE_SET, arguments, NULL, NULL, e);
}

static bool make_salt(struct archive *archive, struct error *e) {
    uint64_t salt = 0;
    struct str text = {0};
    if (getrandom(&salt, sizeof salt, 0) != (ssize_t)sizeof salt) salt = (uint64_t)time(NULL);
    str_printf(&text, "%016llx", (unsigned long long)salt);
    bool ok = archive_set_note(archive, "garam", str_text(&text), e) && archive_mark_current(archive, e);
    str_free(&text);
    return ok;
}

static bool read_salt(struct archive *archive, struct error *e) {
    struct str text = {0};
    bool ok = archive_note(archive, "garam", &text, e);
    archive->salt = strtoull(str_text(&text), NULL, 16);
    archive->salted = ok;
    str_free(&text);
    return ok;
}

struct archive *archive_enter(const char *where, enum store_mode mode, int patience,
                              struct language *language, struct error *e) {
    struct store *store = store_open(where, mode, patience, e);
    if (!store) return NULL;
    struct archive *archive = memory_zero(1, sizeof *archive);
    archive->store = store;
    archive->language = language;
    archive->where = slice_copy(slice_of(where));
    archive->rarities = memory_zero(RARITIES, sizeof *archive->rarities);
    bool ok = (mode != STORE_MAKE || make_salt(archive, e)) && read_salt(archive, e);
    if (ok || store_may_come_back(store)) return archive;
    archive_leave(archive);
    return NULL;
}

static void forget_texts(struct archive *archive) {
    vec_each(struct archive_text *, text, &archive->texts) {
        archive_text_free(*text);
        free(*text);
    }
    vec_free(&archive->texts);
    map_free(&archive->kept);
}

static void forget(struct archive *archive) {
    forget_texts(archive);
    ahead_free(&archive->ahead);
    for (size_t i = 0; i < archive->found.capacity; i++)
        if (archive->found.entries[i].key) free((void *)archive->found.entries[i].value);
    map_free(&archive->found);
    map_free(&archive->words);
}

void archive_leave(struct archive *archive) {
    if (!archive) return;
    forget(archive);
    store_close(archive->store);
    str_free(&archive->trouble);
    str_free(&archive->change);
    free(archive->rarities);
    free(archive->where);
    free(archive);
}

struct store *archive_store(struct archive *archive) {
    return archive->store;
}

struct language *archive_language(const struct archive *archive) {
    return archive->language;
}

const char *archive_where(const struct archive *archive) {
    return archive->where;
}

static void take_state(void *self, const struct store_value *columns) {
    struct archive_state *state = self;
    state->articles = columns[0].number;
    struct slice date = columns[1].bytes;
    memcpy(state->newest, date.data, date.len < sizeof state->newest ? date.len : sizeof state->newest - 1);
}

bool archive_state(struct archive *archive, struct archive_state *state, struct error *e) {
    *state = (struct archive_state){0};
    return store_run(archive->store, STATEMENT_STATE, NULL, 0, take_state, state, e);
}

/* Of the list by which the rarest words of a sentence are chosen, and what else an archive is built by: of
 * its facts, which are the same whether they were prepared or not. */
static void hash_of_words(const struct archive *archive, struct str *out) {
    struct slice facts = language_lexicon(archive->language, LEXICON_FREQUENCY)->facts;
    str_printf(out, "%016llx-%d", (unsigned long long)slice_hash(facts), RULES);
}

bool archive_is_current(struct archive *archive, struct error *e) {
    struct str now = {0}, then = {0};
    hash_of_words(archive, &now);
    bool ok = archive_note(archive, "kata", &then, e);
    if (ok && !slice_equal(str_slice(&now), str_slice(&then)))
        ok = error_set(e, ARCHIVE_OTHER_WORDS, archive->where);
    str_free(&now);
    str_free(&then);
    return ok;
}

bool archive_mark_current(struct archive *archive, struct error *e) {
    struct str now = {0};
    hash_of_words(archive, &now);
    bool ok = archive_set_note(archive, "kata", str_text(&now), e);
    str_free(&now);
    return ok;
}

const char *archive_trouble(const struct archive *archive) {
    return str_text(&archive->trouble);
}

void archive_set_trouble(struct archive *archive, struct slice sentence) {
    str_clear(&archive->trouble);
    str_append(&archive->trouble, sentence);
}

bool archive_has_come(const struct archive *archive) {
    return archive->salted;
}

bool archive_refresh(struct archive *archive, struct error *e) {
    if (!archive->salted && !read_salt(archive, e)) return false;
    struct str change = {0};
    bool ok = archive_note(archive, "ubahan", &change, e);
    bool same = ok && slice_equal(str_slice(&change), str_slice(&archive->change));
    if (!same) forget(archive);
    if (archive->texts.count > TEXTS_KEPT) forget_texts(archive);
    str_free(&archive->change);
    archive->change = change;
    return ok;
}

bool archive_mark_change(struct archive *archive, struct error *e) {
    struct str change = {0};
    if (!archive_note(archive, "ubahan", &change, e)) return false;
    unsigned long long number = strtoull(str_text(&change), NULL, 10) + 1;
    str_clear(&change);
    str_printf(&change, "%llu", number);
    bool ok = archive_set_note(archive, "ubahan", str_text(&change), e);
    str_free(&change);
    return ok;
}

struct map *archive_found(struct archive *archive) {
    return &archive->found;
}

uint64_t archive_salted(const struct archive *archive, uint64_t number) {
    number = (number ^ archive->salt) * 0x9E3779B97F4A7C15u; /* splitmix64 */
    number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9u;
    number = (number ^ number >> 27) * 0x94D049BB133111EBu;
    return number ^ number >> 31;
}

void archive_expect_rarity(const struct archive *archive, uint32_t hash) {
    __builtin_prefetch(&archive->rarities[hash % RARITIES]);
}

bool archive_rarity_known(const struct archive *archive, uint32_t hash, uint32_t *documents) {
    const struct rarity *rarity = &archive->rarities[hash % RARITIES];
    *documents = rarity->known - 1;
    return rarity->known && rarity->hash == hash;
}

uint32_t archive_rarity(struct archive *archive, uint32_t hash, struct slice letters) {
    uint32_t documents = (uint32_t)frequency_of(archive->language, letters);
    archive->rarities[hash % RARITIES] = (struct rarity){hash, documents + 1};
    return documents;
}
