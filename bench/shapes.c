/*
 * No shape of draft costs more than its share: over a hundred shapes, checked whole and after a key in the
 * middle, once at one size and once at twice that, with all rules. Also how long the writer's next key waits
 * at most while the checker works: the longest time between two of its questions whether to stop. Prints a
 * table in Markdown and ends with status 1 when a shape is too dear: DOUBLINGS in succession each cost more
 * than RATIO_MOST. One alone may be the step from one cache of the machine to the next, or what a bound
 * allows before it is reached (names.c compares with eight at most): what grows with the square does so at
 * each.
 *
 * Processor time, and two runs of the small draft around each of the large one: what slows one slows the
 * other, so the middle one of several ratios holds on a machine that does other things as well.
 *
 *     shapes [SIZE [NAME...]]     SIZE: bytes of the smaller draft, 50000 when nothing is said
 */
#include "check/checker.h"
#include "check/rule_book.h"
#include "drafts.h"

#include <stdlib.h>
#include <time.h>

static const double RATIO_MOST = 2.3, TOO_SHORT = 0.004; /* seconds: below, the clock says nothing */
static const char *const betweens[] = {"", "\n", "\n\n"};
enum {
    DOUBLINGS = 3,
    PAIRS = 5,       /* of runs of the small draft and the large one */
    PAIRS_MOST = 25, /* when those before say that a doubling is too dear */
    LAYOUTS = sizeof betweens / sizeof *betweens
};

/* A draft, and what checks it. */
struct subject {
    struct text *text;
    struct checker *checker;
    double check, key, wait; /* seconds; the least of several runs; wait: the longest pause in one */
};

/* A shape at both sizes, and what the large one cost of the small one, pair by pair. */
struct shape {
    struct subject small, large;
    double checks[PAIRS_MOST], keys[PAIRS_MOST];
    size_t pairs;
};

static double time_of(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double now(void) {
    return time_of(CLOCK_PROCESS_CPUTIME_ID);
}

struct pauses {
    double asked, longest;
};

/* The checker asks whether to stop: how long has it not? */
static bool ask(void *context) {
    struct pauses *pauses = context;
    double at = time_of(CLOCK_MONOTONIC); /* the other clock is a system call */
    if (at - pauses->asked > pauses->longest) pauses->longest = at - pauses->asked;
    pauses->asked = at;
    return false;
}

/* One run to the end; what it took, and the longest pause. */
static double run(struct checker *checker, double *longest) {
    double begun = now();
    struct pauses pauses = {.asked = time_of(CLOCK_MONOTONIC)};
    checker_run(checker, 0, ask, &pauses);
    ask(&pauses);
    checker_findings(checker);
    *longest = pauses.longest;
    return now() - begun;
}

static void least(double *cost, double one) {
    if (*cost <= 0 || one < *cost) *cost = one;
}

static double check_whole(struct subject *s) {
    double wait, begun = now();
    checker_attach(s->checker, s->text);
    double attached = now() - begun, cost = attached + run(s->checker, &wait);
    least(&s->check, cost);
    least(&s->wait, wait);
    return cost;
}

static double edit_and_run(struct subject *s, const struct edit *edit, double *longest) {
    double begun = now();
    struct change change = text_apply(s->text, edit);
    checker_edited(s->checker, edit, &change);
    double edited = now() - begun;
    return edited + run(s->checker, longest);
}

/* A letter in the middle, and taken back. */
static double press_keys(struct subject *s) {
    double first, second;
    size_t middle = text_length(s->text) / 2;
    double cost = edit_and_run(s, &(struct edit){.offset = middle, .inserted = SLICE("x")}, &first) +
                  edit_and_run(s, &(struct edit){.offset = middle, .removed = SLICE("x")}, &second);
    least(&s->key, cost / 2);
    least(&s->wait, first > second ? first : second);
    return cost;
}

/* What drafts are made with, and checked with: every rule. */
struct bench {
    struct maker maker;
    struct language *language;
    struct rule_book *book;
    struct rule_set rules;
};

static struct subject make_subject(struct bench *bench, const struct draft_kind *kind, const char *between,
                                   size_t size) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&bytes, &length);
    if (!out) exit(2);
    draft_make(&bench->maker, kind, out, size, between);
    fclose(out);
    struct subject s = {.text = text_new(),
                        .checker = checker_new(bench->language, LANG_ID, bench->rules.enabled)};
    checker_rules(s.checker, &bench->rules);
    text_apply(s.text, &(struct edit){.inserted = {bytes, length}});
    free(bytes);
    return s;
}

static void free_subject(struct subject *s) {
    checker_free(s->checker);
    text_free(s->text);
}

static double ratio_of(struct shape *shape, double (*cost)(struct subject *)) {
    double before = cost(&shape->small), large = cost(&shape->large),
           small = (before + cost(&shape->small)) / 2;
    return large < TOO_SHORT ? 0 : large / (small > TOO_SHORT / 2 ? small : TOO_SHORT / 2);
}

static int by_size(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double middle_of(const double *ratios, size_t count) {
    double sorted[PAIRS_MOST];
    memcpy(sorted, ratios, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, by_size);
    return sorted[count / 2];
}

static bool is_dear(const struct shape *shape) {
    return middle_of(shape->checks, shape->pairs) > RATIO_MOST ||
           middle_of(shape->keys, shape->pairs) > RATIO_MOST;
}

static void measure(struct shape *shape) {
    while (shape->pairs < PAIRS || (shape->pairs < PAIRS_MOST && is_dear(shape))) {
        shape->checks[shape->pairs] = ratio_of(shape, check_whole);
        shape->keys[shape->pairs++] = ratio_of(shape, press_keys);
    }
}

static bool chosen(const struct draft_kind *kind, int count, char **wanted) {
    for (int i = 0; i < count; i++)
        if (strcmp(kind->name, wanted[i]) == 0) return true;
    return count <= 0;
}

/* True when this doubling is too dear. */
static bool compare(struct bench *bench, const struct draft_kind *kind, size_t layout, size_t size) {
    static const char *const layouts[LAYOUTS] = {"", ", one a line", ", one a paragraph"};
    struct shape shape = {.small = make_subject(bench, kind, betweens[layout], size),
                          .large = make_subject(bench, kind, betweens[layout], size * 2)};
    measure(&shape);
    bool dear = is_dear(&shape);
    const struct subject *large = &shape.large;
    printf("| %s%s | %zu KB | %.1f | %.1f | %.1f | %.1f | %.1f |%s\n", kind->name, layouts[layout],
           2 * size / 1000, large->check * 1000, middle_of(shape.checks, shape.pairs), large->key * 1000,
           middle_of(shape.keys, shape.pairs), large->wait * 1000, dear ? " dear" : "");
    fflush(stdout);
    free_subject(&shape.small);
    free_subject(&shape.large);
    return dear;
}

/* True when each doubling is too dear. */
static bool is_shape_dear(struct bench *bench, const struct draft_kind *kind, size_t layout, size_t size) {
    for (size_t i = 0; i < DOUBLINGS; i++)
        if (!compare(bench, kind, layout, size << i)) return false;
    return true;
}

int main(int argc, char **argv) {
    size_t size = argc > 1 ? strtoul(argv[1], NULL, 10) : 50000, shapes = 0, dear = 0;
    struct bench bench = {.language = language_new("dictionaries", LANG_ID)};
    maker_init(&bench.maker);
    bench.book = rule_book_new(bench.language, "dictionaries");
    rule_set_default(&bench.rules, bench.book);
    for (size_t i = 0; i < RULE_COUNT; i++)
        bench.rules.enabled[i] = true;
    puts(
        "| shape | size | check, ms | doubled | key, ms | doubled | wait, ms |\n|---|---|---|---|---|---|---|");
    for (size_t i = 0; i < draft_kind_count; i++) {
        const struct draft_kind *kind = &draft_kinds[i];
        if (!chosen(kind, argc - 2, argv + 2)) continue;
        for (size_t k = 0; k < (kind->make ? 1 : LAYOUTS); k++, shapes++)
            dear += is_shape_dear(&bench, kind, k, size);
    }
    printf("\n%zu shapes, %zu too dear\n", shapes, dear);
    rule_book_free(bench.book);
    language_free(bench.language);
    maker_free(&bench.maker);
    return dear > 0;
}
