#include "archive/names.h"
#include "archive/rows.h"

#include "language/spelling/word_index.h"

#include <stdlib.h>

enum {
    NAME_BYTES = 60,
    KEYS = 2 * (NAME_BYTES + 1),
    HALF_BITS = 24, /* of a key: of the half that is whole, and as many of all its letters */
};

static uint64_t top_bits(const struct archive *archive, struct slice letters) {
    return archive_salted(archive, slice_hash(letters)) >> (64 - HALF_BITS);
}

/* The highest bits are of one half alone: a letter left out of the other half leaves it whole, so nearly all
 * keys of a name lie in two places of the table and not in one each. */
static int64_t key_of(const struct archive *archive, struct slice half, struct slice name) {
    return (int64_t)(top_bits(archive, half) << HALF_BITS | top_bits(archive, name));
}

/* Under the half before the middle where what was left out, from first to last, may have stood after it, and
 * the other way round: at the middle under both, so that two letters that changed places meet. */
static void add_keys(const struct archive *archive, struct slice name, size_t first, size_t last,
                     int64_t keys[KEYS], size_t *count) {
    size_t middle = name.len / 2;
    if (last >= middle) keys[(*count)++] = key_of(archive, slice_range(name, 0, middle), name);
    if (first <= middle) keys[(*count)++] = key_of(archive, slice_range(name, middle, name.len), name);
}

/* The name, and the name with each of its bytes left out. */
static size_t keys_of(const struct archive *archive, struct slice name, int64_t keys[KEYS]) {
    char less[NAME_BYTES];
    size_t count = 0;
    add_keys(archive, name, 0, name.len, keys, &count);
    for (size_t i = 0, end; i < name.len && name.len <= NAME_BYTES; i = end) {
        for (end = i + 1; end < name.len && name.data[end] == name.data[i];)
            end++; /* whichever of equal ones is left out */
        memcpy(less, name.data, i);
        memcpy(less + i, name.data + i + 1, name.len - i - 1);
        add_keys(archive, (struct slice){less, name.len - 1}, i, end - 1, keys, &count);
    }
    return count;
}

static bool find_person(struct store *store, const char *folded, int64_t *id, struct error *e) {
    const struct store_value arguments[] = {store_text(slice_of(folded))};
    *id = 0;
    return STORE_RUN(store, PERSON_FIND, arguments, store_take_number, id, e);
}

static bool make_person(struct archive *archive, const struct entry_person *person, int64_t *id,
                        struct names_adding *out, struct error *e) {
    struct store *store = archive_store(archive);
    const struct store_value arguments[] = {store_text(slice_of(person->name)),
                                            store_text(slice_of(person->folded))};
    if (!STORE_RUN(store, PERSON_ADD, arguments, NULL, NULL, e) || !find_person(store, person->folded, id, e))
        return false;
    int64_t keys[KEYS];
    size_t count = keys_of(archive, slice_of(person->folded), keys);
    for (size_t i = 0; i < count; i++)
        vec_push(&out->keys, (struct name_key){keys[i], *id});
    return true;
}

static bool write_mentions(struct store *store, const struct names_adding *adding, struct error *e) {
    VEC(struct name_key) order = {0}; /* persons, and which of the mentions: the first of a text stays it */
    bool ok = true;
    for (size_t i = 0; i < adding->mentions.count; i++)
        vec_push(&order, (struct name_key){adding->mentions.items[i].person, (int64_t)i});
    rows_sort((int64_t *)order.items, 2, order.count);
    for (size_t i = 0; ok && i < order.count; i++) {
        const struct name_mention *m = &adding->mentions.items[order.items[i].person];
        struct slice role = slice_range(str_slice(&adding->roles), m->role, m->role + m->role_len);
        const struct store_value row[] = {store_number(m->person), store_number(m->article),
                                          store_number(m->at), store_text(role)};
        ok = STORE_RUN(store, MENTION_ADD, row, NULL, NULL, e);
    }
    vec_free(&order);
    return ok;
}

bool names_write(struct archive *archive, struct names_adding *adding, struct error *e) {
    struct store *store = archive_store(archive);
    const struct name_key *keys = adding->keys.items;
    size_t count = adding->keys.count;
    rows_sort((int64_t *)adding->keys.items, 2, count);
    bool ok =
        store_run_rows(store, STATEMENT_PERSON_KEY_ADD, (const int64_t *)keys, 2, count, NULL, NULL, e) &&
        write_mentions(store, adding, e);
    vec_clear(&adding->keys);
    vec_clear(&adding->mentions);
    str_clear(&adding->roles);
    map_free(&adding->known);
    return ok;
}

void names_adding_free(struct names_adding *adding) {
    vec_free(&adding->keys);
    vec_free(&adding->mentions);
    str_free(&adding->roles);
    map_free(&adding->known);
}

static void add_mention(struct names_adding *adding, const struct entry_person *person, int64_t id,
                        int64_t article) {
    struct slice role = slice_of(person->role);
    vec_push(&adding->mentions,
             (struct name_mention){id, article, (int64_t)person->at, adding->roles.len, role.len});
    str_append(&adding->roles, role);
}

static bool number_of(struct archive *archive, const struct entry_person *person, struct names_adding *adding,
                      int64_t *id, struct error *e) {
    uintptr_t *known = map_put(&adding->known, slice_of(person->folded));
    *id = (int64_t)*known;
    if (*id) return true;
    bool ok = find_person(archive_store(archive), person->folded, id, e) &&
              (*id || make_person(archive, person, id, adding, e));
    *known = ok ? (uintptr_t)*id : 0;
    return ok;
}

bool names_add(struct archive *archive, const struct entry *entry, int64_t article,
               struct names_adding *adding, struct error *e) {
    struct store *store = archive_store(archive);
    int64_t *ids = memory_zero(entry->persons.count + 1, sizeof *ids);
    bool ok = true;
    for (size_t i = 0; ok && i < entry->persons.count; i++) {
        const struct entry_person *person = &entry->persons.items[i];
        ok = number_of(archive, person, adding, &ids[i], e);
        if (ok) add_mention(adding, person, ids[i], article);
    }
    for (size_t i = 0; ok && i < entry->quotes.count; i++) {
        const struct entry_quote *quote = &entry->quotes.items[i];
        const struct store_value row[] = {store_number(article), store_number(quote->start),
                                          store_number(quote->end),
                                          store_number(quote->person == SIZE_MAX ? 0 : ids[quote->person])};
        ok = STORE_RUN(store, QUOTE_ADD, row, NULL, NULL, e);
    }
    free(ids);
    return ok;
}

bool names_remove(struct archive *archive, int64_t article, struct error *e) {
    struct store *store = archive_store(archive);
    const struct store_value id[] = {store_number(article)};
    return STORE_RUN(store, PERSON_DROP, id, NULL, NULL, e) &&
           STORE_RUN(store, PERSON_KEY_DROP, id, NULL, NULL, e) &&
           STORE_RUN(store, MENTION_REMOVE, id, NULL, NULL, e) &&
           STORE_RUN(store, QUOTE_REMOVE, id, NULL, NULL, e);
}

/* Keys of all the names, one after the other; several names may have one. */
struct finding_near {
    const struct slice *folded;
    struct names_near *near;
    VEC(int64_t) keys;
    VEC(size_t) names; /* index of folded, by key */
};

static void add_near(const struct finding_near *finding, size_t name, const struct store_value *columns) {
    struct names_near *near = &finding->near[name];
    vec_each(const struct name_near, known, &near->list)
        if (known->id == columns[0].number) return;
    if (edit_count(finding->folded[name], columns[2].bytes, 1) > 1) return;
    vec_push(&near->list, (struct name_near){columns[0].number, slice_copy(columns[1].bytes),
                                             slice_copy(columns[2].bytes)});
}

static void take_near(void *self, const struct store_value *columns) {
    const struct finding_near *finding = self;
    for (size_t i = 0; i < finding->keys.count; i++)
        if (finding->keys.items[i] == columns[3].number) add_near(finding, finding->names.items[i], columns);
}

bool names_find_all(struct archive *archive, const struct slice *folded, size_t count,
                    struct names_near *near, struct error *e) {
    int64_t keys[KEYS];
    struct finding_near finding = {.folded = folded, .near = near};
    VEC(int64_t) once = {0};
    struct map seen = {0};
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0, known = keys_of(archive, folded[i], keys); k < known; k++) {
            uintptr_t *place = map_put(&seen, (struct slice){(const char *)&keys[k], sizeof keys[k]});
            if (!*place) vec_push(&once, keys[k]);
            *place = true;
            vec_push(&finding.keys, keys[k]);
            vec_push(&finding.names, i);
        }
    const struct store_value arguments[] = {store_numbers(once.items, once.count)};
    bool ok = !count || STORE_RUN(archive_store(archive), PERSON_NEAR, arguments, take_near, &finding, e);
    vec_free(&finding.keys);
    vec_free(&finding.names);
    vec_free(&once);
    map_free(&seen);
    return ok;
}

bool names_find(struct archive *archive, struct slice folded, struct names_near *near, struct error *e) {
    return names_find_all(archive, &folded, 1, near, e);
}

void names_near_free(struct names_near *near) {
    vec_each(struct name_near, name, &near->list) {
        free(name->name);
        free(name->folded);
    }
    vec_free(&near->list);
}
