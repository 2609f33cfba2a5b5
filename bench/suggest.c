/*
 * How long the speller looks for suggestions, and how far up the right word stands: each slip is asked for
 * once, without the words beside it. Processor time.
 *
 *     suggest SLIPS     a file of lines "wrong<tab>right"; # opens a comment
 */
#include "base/file.h"
#include "base/vec.h"
#include "language/spelling/speller.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { TOP = 5, FILE_MOST = 1 << 24 };

struct slip {
    struct slice wrong, right;
};

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* From 1; 0: the right word is not among them. */
static size_t rank_of(const struct suggestions *suggestions, struct slice right) {
    for (size_t i = 0; i < suggestions->count; i++)
        if (slice_equal_text(right, suggestions->items[i])) return i + 1;
    return 0;
}

static int by_size(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

int main(int argc, char **argv) {
    struct str bytes = {0};
    struct error problem = {0};
    if (argc != 2 || !file_read(argv[1], FILE_MOST, &bytes, &problem)) {
        fprintf(stderr, "%s\n", argc == 2 ? str_text(&problem.text) : "suggest SLIPS");
        error_free(&problem);
        return 2;
    }
    struct language *language = language_new("dictionaries", LANG_ID);
    struct speller *speller = language_speller(language);
    VEC(double) times = {0};
    size_t first = 0, top = 0, known = 0;
    speller_look(speller, SLICE("kegaitan")); /* what is loaded once */
    for (struct slice rest = str_slice(&bytes); rest.len;) {
        struct slice line = slice_cut(&rest, '\n');
        struct slip slip = {.wrong = slice_cut(&line, '\t'), .right = slice_cut(&line, '\t')};
        if (!slip.right.len || slice_starts(slip.wrong, SLICE("#"))) continue;
        if (speller_look(speller, slip.wrong) != WORD_UNKNOWN) {
            known++;
            continue;
        }
        struct suggestions suggestions;
        double begun = now();
        speller_suggest(speller, slip.wrong, SLICE(""), SLICE(""), &suggestions);
        vec_push(&times, now() - begun);
        size_t rank = rank_of(&suggestions, slip.right);
        first += rank == 1;
        top += rank >= 1 && rank <= TOP;
        suggestions_free(&suggestions);
    }
    size_t count = times.count;
    if (count) {
        qsort(times.items, count, sizeof *times.items, by_size);
        printf("%zu slips, %zu more are words: median %.3f ms, p95 %.3f, p99 %.3f, most %.3f; right one "
               "first %zu, among %d %zu\n",
               count, known, times.items[count / 2], times.items[count * 95 / 100],
               times.items[count * 99 / 100], times.items[count - 1], first, TOP, top);
    }
    vec_free(&times);
    str_free(&bytes);
    error_free(&problem);
    language_free(language);
    return count == 0;
}
