#include "archive/copies.h"

#include <stdlib.h>

enum { OWN = 4 };

/* The texts of the archive that are this draft, or that it corrects. */
struct own {
    int64_t ids[OWN];
    size_t count;
};

static void take_own(void *self, const struct store_value *columns) {
    struct own *own = self;
    if (own->count < OWN) own->ids[own->count++] = columns[0].number;
}

static void find_own(struct own *own, struct archive *archive, const struct document *document) {
    char *path = document->path ? realpath(document->path, NULL) : NULL;
    const struct store_value origin[] = {store_text(slice_of(path ? path : ""))};
    if (path) STORE_RUN(archive_store(archive), ARTICLE_OF_ORIGIN, origin, take_own, own, NULL);
    free(path);
    if (!document->blocks.count || document->blocks.items[0]->kind != BLOCK_FRONT) return;
    static const char *const names[] = {"url", "permalink", "canonical", "ralat"};
    struct front_matter front;
    front_matter_parse(&front, document->text, LANG_ID);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct front_key *key = front_matter_key(&front, names[i]);
        if (!key || key->kind != FRONT_SCALAR) continue;
        const struct store_value url[] = {store_text(slice_trim(front_key_text(key)))};
        STORE_RUN(archive_store(archive), ARTICLE_OF_URL, url, take_own, own, NULL);
    }
    front_matter_free(&front);
}

static bool is_own(const struct own *own, int64_t article) {
    for (size_t i = 0; i < own->count; i++)
        if (own->ids[i] == article) return true;
    return false;
}

struct remembered {
    size_t count;
    struct archive_match matches[MATCHES];
};

/* What matches_find() says, remembered by the letters of the unit; NULL when the archive did not answer all
 * that was asked. */
static const struct remembered *remember(struct archive *archive, const struct units *units, size_t unit,
                                         struct error *e) {
    size_t failures = store_failures(archive_store(archive)), notes = archive_notes(archive);
    const struct unit *u = &units->list.items[unit];
    const uint64_t key[] = {u->hash, u->letters};
    uintptr_t *place = map_put(archive_found(archive), (struct slice){(const char *)key, sizeof key});
    if (!*place) {
        struct remembered *found = memory_zero(1, sizeof *found);
        found->count = matches_find(archive, units, unit, found->matches, e);
        if (failures != store_failures(archive_store(archive)) || notes != archive_notes(archive)) {
            free(found);
            return NULL;
        }
        *place = (uintptr_t)found;
    }
    return (const struct remembered *)*place;
}

static bool find(struct copies *copies, struct archive *archive, const struct own *own, size_t unit,
                 struct error *e) {
    const struct remembered *found = remember(archive, &copies->units, unit, e);
    struct copy copy = {.unit = unit};
    for (size_t i = 0; found && i < found->count; i++)
        if (!is_own(own, found->matches[i].article)) copy.matches[copy.count++] = found->matches[i];
    if (copy.count) vec_push(&copies->list, copy);
    return copy.count > 0;
}

static bool same_sentence(const struct unit *a, const struct unit *b) {
    return a->block == b->block && a->sentence == b->sentence;
}

/* A sentence as a whole; else the sentences of a quotation in it, one by one. */
static size_t find_sentence(struct copies *copies, struct archive *archive, const struct own *own,
                            size_t unit, struct error *e) {
    const struct unit *items = copies->units.list.items;
    size_t end = unit + 1;
    while (end < copies->units.list.count && items[end].part && same_sentence(&items[unit], &items[end]))
        end++;
    copies->sentences++;
    if (!items[unit].part && find(copies, archive, own, unit, e)) return end;
    for (size_t i = unit + !items[unit].part; i < end; i++)
        find(copies, archive, own, i, e);
    return end;
}

struct copying {
    struct copies *copies;
    struct archive *archive;
    const struct check_context *context;
    struct own own;
};

static bool find_all(void *self, struct error *e) {
    struct copying *copying = self;
    struct copies *copies = copying->copies;
    bool done = true;
    copies->sentences = 0;
    vec_clear(&copies->list);
    for (size_t i = 0; done && !e->text.len && i < copies->units.list.count;) {
        i = find_sentence(copies, copying->archive, &copying->own, i, e);
        done = !check_interrupted(copying->context);
    }
    return done && !e->text.len;
}

bool copies_find(struct copies *copies, struct archive *archive, const struct check_context *context,
                 const struct document *document) {
    struct error e = {.lang = context->lang};
    struct copying copying = {copies, archive, context, {.count = 0}};
    archive_set_trouble(archive, SLICE(""));
    bool done = true;
    if (archive_refresh(archive, &e)) {
        done = units_collect(&copies->units, context, document);
        find_own(&copying.own, archive, document);
        done = done && (archive_ask_ahead(archive, find_all, &copying, &e) || e.text.len);
    }
    if (e.text.len) {
        archive_set_trouble(archive, str_slice(&e.text));
        vec_clear(&copies->list);
    }
    error_free(&e);
    return done;
}

void copies_free(struct copies *copies) {
    units_free(&copies->units);
    vec_free(&copies->list);
}
