/*
 * How long a draft waits for the archive: each is read by the rules archive.* alone, as the editor reads it
 * after a pause, the reading of its sentences included. First after the file was dropped from the cache of
 * the system, COLD times, the opening included; then all, while the file comes into memory, and once more
 * with the archive opened anew.
 *
 *     archive ARCHIVE DRAFT...
 */
#include "archive/archive.h"
#include "base/vec.h"
#include "check/checker.h"
#include "draft/draft.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { COLD = 15 };

struct times {
    VEC(double) clock, processor; /* ms */
};

struct trial {
    struct language *language;
    const char *where;
    struct archive *archive;
    size_t findings;
};

static double now(clockid_t which) {
    struct timespec t;
    clock_gettime(which, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void fail(struct error *e) {
    fprintf(stderr, "%s\n", str_text(&e->text));
    exit(2);
}

static void enter(struct trial *t) {
    struct error e = {0};
    t->archive = archive_enter(t->where, STORE_READ, ARCHIVE_PATIENCE, t->language, &e);
    if (!t->archive) fail(&e);
}

static void check(struct trial *t, const struct draft *draft) {
    static const bool rules[RULE_COUNT] = {
        [RULE_ARCHIVE_COPY] = true, [RULE_ARCHIVE_NAME] = true, [RULE_ARCHIVE_PUBLISHED] = true};
    struct checker *checker = checker_new(t->language, LANG_ID, rules);
    checker_archive(checker, t->archive);
    checker_attach(checker, draft->text);
    checker_run(checker, 0, NULL, NULL);
    t->findings += checker_findings(checker)->list.count;
    checker_free(checker);
}

static struct draft *load(const char *path) {
    struct error e = {0};
    struct draft *draft = draft_load(path, DRAFT_LIMIT, &e);
    if (!draft) fail(&e);
    return draft;
}

/* What the system keeps of the file goes; of a file that was just written, once it is on the disk. */
static void drop(const char *path) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fdatasync(fd) || posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED)) perror(path);
    if (fd >= 0) close(fd);
}

static void measure(struct trial *t, const char *path, bool cold, struct times *times) {
    struct draft *draft = load(path);
    if (cold) drop(t->where);
    double begun = now(CLOCK_MONOTONIC), worked = now(CLOCK_PROCESS_CPUTIME_ID);
    if (cold) enter(t);
    check(t, draft);
    vec_push(&times->clock, now(CLOCK_MONOTONIC) - begun);
    vec_push(&times->processor, now(CLOCK_PROCESS_CPUTIME_ID) - worked);
    if (cold) archive_leave(t->archive);
    draft_free(draft);
}

static void all(struct trial *t, int count, char **drafts, struct times *times) {
    t->findings = 0;
    enter(t);
    for (int i = 0; i < count; i++)
        measure(t, drafts[i], false, times);
    archive_leave(t->archive);
}

static int by_size(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static void tell(const char *what, struct times *times) {
    size_t n = times->clock.count;
    qsort(times->clock.items, n, sizeof *times->clock.items, by_size);
    qsort(times->processor.items, n, sizeof *times->processor.items, by_size);
    const double *c = times->clock.items, *p = times->processor.items;
    printf("| %s | %zu | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |\n", what, n, c[0], c[n / 2],
           c[n * 95 / 100], c[n * 99 / 100], c[n - 1], p[n / 2], p[n * 95 / 100]);
    vec_free(&times->clock);
    vec_free(&times->processor);
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "archive ARCHIVE DRAFT...\n");
        return 2;
    }
    struct trial t = {.language = language_new("dictionaries", LANG_ID), .where = argv[1]};
    struct times cold = {0}, coming = {0}, there = {0};
    for (int i = 0; i < COLD; i++)
        measure(&t, argv[2 + i % (argc - 2)], true, &cold);
    all(&t, argc - 2, argv + 2, &coming);
    all(&t, argc - 2, argv + 2, &there);
    printf("| ms | drafts | least | median | p95 | p99 | most | processor, median | p95 |\n"
           "|---|---|---|---|---|---|---|---|---|\n");
    tell("first, file not in memory", &cold);
    tell("file comes into memory", &coming);
    tell("file in memory", &there);
    printf("\n%zu findings\n", t.findings);
    language_free(t.language);
    return 0;
}
