#include "archive/ahead.h"

static struct slice bytes_of(const void *data, size_t len) {
    return (struct slice){data, len};
}

void ahead_note(struct ahead *ahead, enum ahead_kind kind, int64_t first, int64_t second) {
    const int64_t key[] = {kind, first, second};
    ahead->notes++;
    uintptr_t *place = map_put(&ahead->noted, bytes_of(key, sizeof key));
    if (*place) return;
    *place = true;
    vec_push(&ahead->list[kind], first);
    if (kind == AHEAD_WORD) vec_push(&ahead->list[kind], second);
}

void ahead_prints(struct ahead *ahead, const int64_t *prints, size_t count, store_row *row, void *self) {
    for (size_t i = 0; i < count; i++) {
        const uintptr_t *known = map_get(&ahead->known, bytes_of(&prints[i], sizeof prints[i]));
        if (!known) ahead_note(ahead, AHEAD_PRINT, prints[i], 0);
        const struct ahead_places *places = known ? &ahead->ends.items[*known - 1] : NULL;
        for (size_t k = 0; places && k < places->count; k++) {
            const struct store_value columns[] = {store_number(prints[i]),
                                                  store_number(ahead->places.items[places->first + k])};
            row(self, columns);
        }
    }
}

/* Those of one print come side by side. */
static void take_place(void *self, const struct store_value *columns) {
    struct ahead *ahead = self;
    const uintptr_t *known = map_get(&ahead->known, bytes_of(&columns[0].number, sizeof columns[0].number));
    if (!known) return;
    struct ahead_places *places = &ahead->ends.items[*known - 1];
    if (!places->count++) places->first = ahead->places.count;
    vec_push(&ahead->places, columns[1].number);
}

bool ahead_ask_prints(struct ahead *ahead, struct store *store, struct error *e) {
    const struct store_value prints[] = {
        store_numbers(ahead->list[AHEAD_PRINT].items, ahead->list[AHEAD_PRINT].count)};
    vec_each(const int64_t, print, &ahead->list[AHEAD_PRINT]) {
        vec_push(&ahead->ends, (struct ahead_places){0});
        *map_put(&ahead->known, bytes_of(print, sizeof *print)) = ahead->ends.count;
    }
    return !prints[0].count || STORE_RUN(store, PRINT_FIND, prints, take_place, ahead, e);
}

void ahead_forget_questions(struct ahead *ahead) {
    map_free(&ahead->noted);
    for (size_t i = 0; i < AHEAD_KINDS; i++)
        vec_clear(&ahead->list[i]);
}

void ahead_free(struct ahead *ahead) {
    map_free(&ahead->noted);
    map_free(&ahead->known);
    for (size_t i = 0; i < AHEAD_KINDS; i++)
        vec_free(&ahead->list[i]);
    vec_free(&ahead->places);
    vec_free(&ahead->ends);
    *ahead = (struct ahead){0};
}
