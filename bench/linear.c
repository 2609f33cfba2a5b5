/*
 * Does the cost of a check grow with the size of the draft, and no faster? For each kind of draft: the same
 * text at one size and at ten times that, checked by the real program; prints processor time, ratio and peak
 * memory as a table in Markdown, and ends with status 1 when a ratio is above RATIO_MOST. What starting costs
 * (an empty draft) is taken off both times.
 *
 *     linear RULES SIZE [--prose|KIND...]     RULES: as for --only, or "all"
 *                                             SIZE: bytes of the smaller draft
 */
#include "drafts.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TIMES = 10, ROUNDS = 3 };
static const double RATIO_MOST = 12;  /* times the cost, for TIMES the text */
static const double TOO_SHORT = 0.05; /* seconds: below, the clock says nothing about a ratio */

struct cost {
    double seconds;
    long kilobytes;
};

static struct cost check(const char *rules, char *path) {
    pid_t child = fork();
    if (child == 0) {
        int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(nothing, STDOUT_FILENO);
        char only[256];
        snprintf(only, sizeof only, "--only=%s", rules);
        bool all = strcmp(rules, "all") == 0;
        execl(SUNTING_PROGRAM, "sunting", "check", "--format=json", path, all ? NULL : only, NULL);
        _exit(2);
    }
    int status;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) > 1) {
        fprintf(stderr, "linear: %s could not be checked\n", path);
        exit(2);
    }
    return (struct cost){(double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                             (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6,
                         usage.ru_maxrss};
}

/* The mean of several runs. */
static struct cost mean(int runs, const char *rules, char *path) {
    struct cost sum = {0};
    for (int i = 0; i < runs; i++) {
        struct cost one = check(rules, path);
        sum.seconds += one.seconds / runs;
        if (one.kilobytes > sum.kilobytes) sum.kilobytes = one.kilobytes;
    }
    return sum;
}

struct pair {
    struct cost small, large;
};

/* As many small drafts as make a large one, then the large one, several times: so what else the machine does
 * slows both alike. */
static struct pair compare(const char *rules, char *small, char *large) {
    struct pair sum = {0};
    for (int i = 0; i < ROUNDS; i++) {
        sum.small.seconds += mean(TIMES, rules, small).seconds / (double)ROUNDS;
        struct cost one = check(rules, large);
        sum.large.seconds += one.seconds / (double)ROUNDS;
        sum.large.kilobytes = one.kilobytes;
    }
    return sum;
}

static char *temporary(void) {
    char path[] = "/tmp/sunting-linear-XXXXXX.txt";
    int fd = mkostemps(path, 4, O_CLOEXEC);
    if (fd < 0) exit(2);
    close(fd);
    return strdup(path);
}

static void make(struct maker *m, const struct draft_kind *kind, const char *path, size_t size) {
    FILE *out = fopen(path, "we");
    if (!out) exit(2);
    if (kind) draft_make(m, kind, out, size, "");
    fclose(out);
}

static bool chosen(const struct draft_kind *kind, int count, char **wanted) {
    for (int i = 0; i < count; i++)
        if (strcmp(kind->name, wanted[i]) == 0 || (kind->make && strcmp(wanted[i], "--prose") == 0))
            return true;
    return count == 0;
}

int main(int argc, char **argv) {
    if (argc < 3) return 2;
    struct maker m;
    char *rules = argv[1], *small = temporary(), *large = temporary();
    size_t size = strtoul(argv[2], NULL, 10);
    int worst = 0;
    maker_init(&m);
    make(&m, NULL, small, 0);
    double start = mean(TIMES, rules, small).seconds;
    printf("| %s | %zu KB, s | %zu KB, s | ratio | peak, MiB |\n|---|---|---|---|---|\n", rules, size / 1000,
           size * TIMES / 1000);
    for (size_t i = 0; i < draft_kind_count; i++) {
        if (!chosen(&draft_kinds[i], argc - 3, argv + 3)) continue;
        make(&m, &draft_kinds[i], small, size);
        make(&m, &draft_kinds[i], large, size * TIMES);
        struct pair cost = compare(rules, small, large);
        double less = cost.small.seconds - start, more = cost.large.seconds - start;
        double ratio = more / (less > TOO_SHORT ? less : TOO_SHORT);
        bool told = less > TOO_SHORT || ratio > RATIO_MOST;
        printf("| %s | %.2f | %.2f |", draft_kinds[i].name, less, more);
        printf(told ? " %.1f |" : " - |", ratio);
        printf(" %ld |\n", cost.large.kilobytes / 1024);
        fflush(stdout);
        worst |= ratio > RATIO_MOST;
    }
    unlink(small);
    unlink(large);
    free(small);
    free(large);
    maker_free(&m);
    return worst;
}
