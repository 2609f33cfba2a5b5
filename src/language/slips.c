#include "language/slips.h"

enum { WORD_MAX = 40 };

static const char letters[] = "abcdefghijklmnopqrstuvwxyz";

/* The keys around each letter, a to z, on the keyboard in use (QWERTY). */
static const char *const beside[] = {"qwsz",   "vghn", "xdfv",   "serfcx", "wsdr",   "drtgvc", "ftyhbv",
                                     "gyujnb", "ujko", "huikmn", "jiolm",  "kop",    "njk",    "bhjm",
                                     "iklp",   "ol",   "wa",     "edft",   "awedxz", "rfgy",   "yhji",
                                     "cfgb",   "qase", "zsdc",   "tghu",   "asx"};

struct search {
    struct language *language;
    struct str found;
    char meant[WORD_MAX + 1];
};

static void offer(struct search *search, size_t len) {
    struct slice meant = {search->meant, len};
    if (len < 2 || !language_begins(search->language, LEXICON_FREQUENCY, meant)) return;
    if (search->found.len) str_append_byte(&search->found, ' ');
    str_append(&search->found, meant);
}

static void offer_neighbours(struct search *search, struct slice word) {
    for (size_t i = 0; i < word.len; i++) {
        char key = word.data[i];
        if (key < 'a' || key > 'z') continue;
        for (const char *near = beside[key - 'a']; *near; near++) {
            search->meant[i] = *near;
            offer(search, word.len);
        }
        search->meant[i] = key;
    }
}

static void offer_swapped(struct search *search, struct slice word) {
    for (size_t i = 0; i + 1 < word.len; i++) {
        if (word.data[i] == word.data[i + 1]) continue;
        search->meant[i] = word.data[i + 1];
        search->meant[i + 1] = word.data[i];
        offer(search, word.len);
        search->meant[i] = word.data[i];
        search->meant[i + 1] = word.data[i + 1];
    }
}

static void offer_forgotten(struct search *search, struct slice word) {
    for (size_t i = 0; i <= word.len; i++) {
        memcpy(search->meant, word.data, i);
        memcpy(search->meant + i + 1, word.data + i, word.len - i);
        for (const char *letter = letters; *letter; letter++) {
            if (i && *letter == word.data[i - 1]) continue; /* the same word as one place before */
            search->meant[i] = *letter;
            offer(search, word.len + 1);
        }
    }
}

static void offer_undoubled(struct search *search, struct slice word) {
    for (size_t i = 1; i < word.len; i++) {
        if (word.data[i] != word.data[i - 1]) continue;
        memcpy(search->meant, word.data, i);
        memcpy(search->meant + i, word.data + i + 1, word.len - i - 1);
        offer(search, word.len - 1);
    }
}

struct slice slips_of(struct language *language, struct slice word) {
    if (word.len + 1 > WORD_MAX) return (struct slice){0};
    struct map *known = language_slips(language);
    const uintptr_t *before = map_get(known, word);
    if (before) return slice_of((const char *)*before);
    struct search search = {.language = language};
    memcpy(search.meant, word.data, word.len);
    offer_neighbours(&search, word);
    offer_swapped(&search, word);
    offer_forgotten(&search, word);
    offer_undoubled(&search, word);
    char *found = str_steal(&search.found);
    *map_put(known, word) = (uintptr_t)found;
    return slice_of(found);
}
