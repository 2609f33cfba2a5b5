#include "check/rule_try.h"

#include "check/checker.h"
#include "check/messages.h"
#include "check/rule_example.h"

#include <stdlib.h>

struct trial {
    const struct rule_file *file;
    const struct rule_example *example;
    struct str plain;
    struct rule_places places;
    struct rule_tried *tried;
    enum lang lang;
};

#define TELL(t, name, ...)                                                                                   \
    do {                                                                                                     \
        message(&(t)->tried->told, (t)->lang, name, (t)->file->path, (t)->example->line, ##__VA_ARGS__,      \
                (t)->example->text);                                                                         \
        str_append_byte(&(t)->tried->told, '\n');                                                            \
        (t)->tried->failed++;                                                                                \
    } while (0)

static void compare(struct trial *t, const struct finding *finding) {
    char *text = slice_copy(slice_range(str_slice(&t->plain), finding->start, finding->end));
    struct rule_place *place = NULL;
    vec_each(struct rule_place, p, &t->places.list)
        if (p->start == finding->start && p->end == finding->end) place = p;
    if (place) {
        const char *fix = finding->suggestions.count ? finding->suggestions.items[0] : "";
        char *asked = slice_copy(place->fix);
        place->found = true;
        if (*asked && strcmp(fix, asked) != 0) TELL(t, RULE_TRY_FIX, fix, asked);
        free(asked);
    } else {
        TELL(t, RULE_TRY_FALSE, text);
    }
    free(text);
}

/* Frees the checker. */
static void try_example(struct trial *t, struct checker *checker) {
    rule_example_read(t->example->text, &t->plain, &t->places);
    if (t->example->wrong && !t->places.list.count) TELL(t, RULE_TRY_UNMARKED);
    struct text *text = text_with(str_slice(&t->plain));
    checker_attach(checker, text);
    checker_run(checker, 0, NULL, NULL);
    const struct findings *findings = checker_findings(checker);
    for (size_t i = 0; i < findings->list.count; i++)
        compare(t, &findings->list.items[i]);
    vec_each(const struct rule_place, place, &t->places.list) {
        char *missed = slice_copy(slice_range(str_slice(&t->plain), place->start, place->end));
        if (!place->found) TELL(t, RULE_TRY_MISSED, missed);
        free(missed);
    }
    checker_free(checker);
    text_free(text);
    vec_free(&t->places.list);
    str_free(&t->plain);
}

void rule_try(struct rule_tried *tried, struct rule_book *book, struct language *language, enum lang lang,
              size_t rule) {
    const struct rule_file *file = rule_book_file(book, rule);
    if (!file) return;
    struct rule_set set;
    rule_set_default(&set, book);
    memset(set.enabled, 0, sizeof set.enabled);
    set.enabled[rule] = true;
    tried->rules++;
    for (size_t i = 0; i < file->examples.count; i++) {
        struct trial trial = {
            .file = file, .example = &file->examples.items[i], .tried = tried, .lang = lang};
        struct checker *checker = checker_new(language, lang, set.enabled);
        checker_rules(checker, &set);
        checker_suggest(checker, true);
        tried->examples++;
        try_example(&trial, checker);
    }
}
