/*
 * No shape of draft costs more than its share: over a hundred shapes, checked whole and after a key in the
 * middle, once at one size and once at twice that, with all rules. Also how long the writer's next key waits
 * at most while the checker works: the longest time between two of its questions whether to stop. Prints a
 * table in Markdown, dearest growth first of each shape's two, and ends with status 1 when a doubling costs
 * more than RATIO_MOST.
 *
 *     shapes [SIZE [NAME...]]     SIZE: bytes of the smaller draft, 50000 when nothing is said
 */
#include "check/checker.h"
#include "drafts.h"

#include <time.h>

static const double RATIO_MOST = 2.3, TOO_SHORT = 0.004; /* seconds: below, the clock says nothing */
static const char *const betweens[] = {"", "\n", "\n\n"};
enum { ROUNDS = 5, TRIES = 4, LAYOUTS = sizeof betweens / sizeof *betweens };

/* What one size of one shape costs, in seconds; the least of several runs. */
struct cost {
    double check, key, wait;
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

static double press_key(struct checker *checker, struct text *text, bool back, double *longest) {
    struct edit edit = {.offset = text_length(text) / 2};
    *(back ? &edit.removed : &edit.inserted) = SLICE("x");
    double begun = now();
    struct change change = text_apply(text, &edit);
    checker_edited(checker, &edit, &change);
    double edited = now() - begun;
    return edited + run(checker, longest);
}

static struct cost measure(struct language *language, const struct slice bytes) {
    struct rule_book *book = rule_book_new(language, "dictionaries");
    struct rule_set set;
    rule_set_default(&set, book);
    for (size_t i = 0; i < RULE_COUNT; i++)
        set.enabled[i] = true;
    struct text *text = text_new();
    struct edit all = {.inserted = bytes};
    text_apply(text, &all);
    struct checker *checker = checker_new(language, LANG_ID, set.enabled);
    checker_rules(checker, &set);
    struct cost cost = {0};
    for (int i = 0; i < ROUNDS; i++) {
        double wait, begun = now();
        checker_attach(checker, text);
        double attached = now() - begun;
        least(&cost.check, attached + run(checker, &wait));
        least(&cost.wait, wait);
    }
    double wait = 0;
    for (int i = 0; i < 2 * ROUNDS; i++) {
        double one;
        least(&cost.key, press_key(checker, text, i % 2, &one));
        least(&wait, one);
    }
    if (wait > cost.wait) cost.wait = wait;
    checker_free(checker);
    rule_book_free(book);
    text_free(text);
    return cost;
}

static struct cost measure_kind(struct maker *m, struct language *language, const struct draft_kind *kind,
                                const char *between, size_t size) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&bytes, &length);
    if (!out) exit(2);
    draft_make(m, kind, out, size, between);
    fclose(out);
    struct cost cost = measure(language, (struct slice){bytes, length});
    free(bytes);
    return cost;
}

static double ratio(double small, double large) {
    return large < TOO_SHORT ? 0 : large / (small > TOO_SHORT / 2 ? small : TOO_SHORT / 2);
}

static bool chosen(const struct draft_kind *kind, int count, char **wanted) {
    for (int i = 0; i < count; i++)
        if (strcmp(kind->name, wanted[i]) == 0) return true;
    return count <= 0;
}

static void least_of(struct cost *cost, const struct cost *one) {
    least(&cost->check, one->check);
    least(&cost->key, one->key);
    least(&cost->wait, one->wait);
}

/* True when a doubling is too dear. What seems so is measured again: the machine does other things. */
static bool compare(struct maker *m, struct language *language, const struct draft_kind *kind,
                    const char *between, const char *layout, size_t size) {
    struct cost small = {0}, large = {0};
    double check = 0, key = 0;
    for (int i = 0; i < TRIES && (i == 0 || check > RATIO_MOST || key > RATIO_MOST); i++) {
        struct cost one = measure_kind(m, language, kind, between, size);
        struct cost two = measure_kind(m, language, kind, between, size * 2);
        least_of(&small, &one);
        least_of(&large, &two);
        check = ratio(small.check, large.check);
        key = ratio(small.key, large.key);
    }
    bool dear = check > RATIO_MOST || key > RATIO_MOST;
    printf("| %s%s | %.1f | %.1f | %.1f | %.1f | %.1f |%s\n", kind->name, layout, large.check * 1000, check,
           large.key * 1000, key, large.wait * 1000, dear ? " too dear" : "");
    fflush(stdout);
    return dear;
}

int main(int argc, char **argv) {
    static const char *const layouts[LAYOUTS] = {"", ", one a line", ", one a paragraph"};
    size_t size = argc > 1 ? strtoul(argv[1], NULL, 10) : 50000, shapes = 0, dear = 0;
    struct maker m;
    maker_init(&m);
    struct language *language = language_new("dictionaries", LANG_ID);
    printf("| %zu KB | check, ms | doubled | key, ms | doubled | wait, ms |\n|---|---|---|---|---|---|\n",
           2 * size / 1000);
    for (size_t i = 0; i < draft_kind_count; i++) {
        const struct draft_kind *kind = &draft_kinds[i];
        if (!chosen(kind, argc - 2, argv + 2)) continue;
        for (size_t k = 0; k < (kind->make ? 1 : LAYOUTS); k++, shapes++)
            dear += compare(&m, language, kind, betweens[k], layouts[k], size);
    }
    printf("\n%zu shapes, %zu too dear\n", shapes, dear);
    language_free(language);
    maker_free(&m);
    return dear > 0;
}
