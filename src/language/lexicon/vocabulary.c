#include "language/lexicon/vocabulary.h"

static void name_classes(struct vocabulary *vocabulary) {
    static const char *const names[] = {
#define CLASS(id, name) name,
#include "language/lexicon/classes.def"
#undef CLASS
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        vec_push(&vocabulary->classes, slice_of(names[i]));
}

uint32_t vocabulary_find(const struct vocabulary *vocabulary, struct slice folded) {
    const uintptr_t *word = map_get(&vocabulary->words, folded);
    return word ? (uint32_t)*word : 0;
}

uint32_t vocabulary_add(struct vocabulary *vocabulary, struct slice folded) {
    uintptr_t *word = map_put(&vocabulary->words, folded);
    if (!*word) {
        *word = vocabulary->facts.count;
        vec_add(&vocabulary->facts);
    }
    return (uint32_t)*word;
}

size_t vocabulary_class(const struct vocabulary *vocabulary, struct slice name) {
    for (size_t i = 0; i < vocabulary->classes.count; i++)
        if (slice_equal(vocabulary->classes.items[i], name)) return i;
    return CLASS_LIMIT;
}

void vocabulary_load(struct vocabulary *vocabulary, const struct lexicon *classes) {
    struct slice name, fields;
    name_classes(vocabulary);
    vec_add(&vocabulary->facts);
    for (size_t at = 0; lexicon_next(classes, &at, &name, &fields);) {
        size_t class = vocabulary_class(vocabulary, name);
        if (class == CLASS_LIMIT) {
            if (vocabulary->classes.count == CLASS_LIMIT) return;
            class = vocabulary->classes.count;
            vec_push(&vocabulary->classes, name);
        }
        for (struct slice words = lexicon_field(fields, 1); words.len;) {
            uint32_t word = vocabulary_add(vocabulary, slice_cut(&words, ' '));
            vocabulary->facts.items[word].classes[class / 64] |= UINT64_C(1) << class % 64;
        }
    }
}

void vocabulary_free(struct vocabulary *vocabulary) {
    map_free(&vocabulary->words);
    vec_free(&vocabulary->facts);
    vec_free(&vocabulary->classes);
}
