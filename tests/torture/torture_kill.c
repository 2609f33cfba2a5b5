/*
 * Kills the editor at random moments while keys arrive, opens the draft again, restores, saves, and counts
 * what is lost. Fails when anything is lost that was typed a second before the kill or earlier.
 *
 *     torture_kill [ROUNDS [SEED]]
 */
#include "base/file.h"
#include "driver.h"

#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { KEYS = 4096, LOSS_MS_MAX = 1000, DRAFT_BYTES = 20000, WAIT_MS = 10000, OPENINGS = 3 };

static const char head[] =
    "---\ntitle: Uji ketahanan\ndate: 2026-11-23\nauthor: Humas\nstatus: draf\n---\n\n";

struct round {
    char home[64], draft[80], program[PATH_MAX];
    char typed[KEYS + 1];
    int64_t sent[KEYS]; /* ms */
    int count, survived;
    int64_t killed; /* ms */
};

static int64_t now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void write_draft(const struct round *r) {
    struct str text = {0};
    str_append_text(&text, head);
    for (int i = 0; text.len < DRAFT_BYTES; i++)
        str_printf(&text, "Desa nomor %d menerima bibit padi dari dinas pertanian.\n\n", i);
    int fd = open(r->draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0 || write(fd, text.data, text.len) != (ssize_t)text.len) abort();
    close(fd);
    str_free(&text);
}

static struct pty *start(struct round *r) {
    char *const argv[] = {r->program, r->draft, NULL};
    return pty_start(argv, r->home, 24, 80, NULL);
}

/* Types until the moment comes. */
static void type_and_kill(struct round *r, unsigned *seed) {
    struct pty *pty = start(r);
    static const char letters[] = "abdegiklmnprstu    ";
    if (!pty_wait(pty, "Desa nomor 0", WAIT_MS)) {
        fprintf(stderr, "torture_kill: the editor shows no draft\n");
        exit(2);
    }
    pty_settle(pty, 200, 3000);
    int64_t end = now_ms() + 200 + rand_r(seed) % 5000;
    while (now_ms() < end && r->count < KEYS) {
        char key = letters[(size_t)rand_r(seed) % (sizeof letters - 1)];
        r->typed[r->count] = key;
        r->sent[r->count++] = now_ms();
        pty_send(pty, (struct slice){&key, 1});
        pty_settle(pty, 5, 10 + rand_r(seed) % (rand_r(seed) % 20 ? 120 : 900));
    }
    r->killed = now_ms();
    kill(pty_pid(pty), SIGKILL);
    pty_exit(pty, WAIT_MS);
    pty_free(pty);
}

/* False when the editor did not answer; what was typed is then still in the journal. */
static bool restore_and_save(struct round *r) {
    struct pty *pty = start(r);
    bool saved = !pty_wait(pty, "Pulihkan?", WAIT_MS);
    if (!saved) {
        pty_send(pty, SLICE("p"));
        pty_wait(pty, "ipulihkan", WAIT_MS);
        pty_send(pty, SLICE("\x13"));
        saved = pty_wait(pty, "tersimpan pukul", WAIT_MS);
    }
    pty_send(pty, SLICE("\x11"));
    pty_exit(pty, WAIT_MS);
    pty_free(pty);
    return saved;
}

static void count_survivors(struct round *r) {
    struct str text = {0};
    if (!file_read(r->draft, 1 << 20, &text, NULL)) abort();
    struct slice body = slice_range(str_slice(&text), sizeof head - 1, text.len);
    while (r->survived < r->count && r->survived < (int)body.len &&
           body.data[r->survived] == r->typed[r->survived])
        r->survived++;
    if (!slice_starts(slice_range(body, (size_t)r->survived, body.len), SLICE("Desa nomor 0"))) {
        fprintf(stderr, "torture_kill: something else stands in the draft: %.*s\n", 300, body.data);
        exit(1);
    }
    str_free(&text);
}

static int compare(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv) {
    int rounds = argc > 1 ? atoi(argv[1]) : 100, typed = 0, survived = 0;
    unsigned seed = argc > 2 ? (unsigned)atoi(argv[2]) : (unsigned)time(NULL);
    const char *program = getenv("SUNTING");
    if (rounds < 1) return 2;
    int64_t *losses = calloc((size_t)rounds, sizeof *losses);
    struct round *r = calloc(1, sizeof *r);
    if (!losses || !r) return 2;
    printf("seed %u\n", seed);
    for (int i = 0; i < rounds; i++) {
        memset(r, 0, sizeof *r);
        snprintf(r->home, sizeof r->home, "/tmp/sunting-kill-XXXXXX");
        if (!mkdtemp(r->home) || !realpath(program ? program : SUNTING_PROGRAM, r->program)) return 2;
        snprintf(r->draft, sizeof r->draft, "%s/draf.md", r->home);
        write_draft(r);
        type_and_kill(r, &seed);
        int openings = 1;
        while (!restore_and_save(r) && openings < OPENINGS)
            openings++;
        if (openings > 1) printf("%3d: opened %d times until the editor answered\n", i + 1, openings);
        count_survivors(r);
        if (r->survived < r->count) losses[i] = r->killed - r->sent[r->survived];
        typed += r->count;
        survived += r->survived;
        printf("%3d: typed %d, lost %d, typed %lld ms before the kill\n", i + 1, r->count,
               r->count - r->survived, (long long)losses[i]);
        fflush(stdout);
        char command[96];
        snprintf(command, sizeof command, "rm -rf %s", r->home);
        if (system(command) != 0) return 2;
    }
    qsort(losses, (size_t)rounds, sizeof *losses, compare);
    long long worst = (long long)losses[rounds - 1];
    printf(
        "%d kills, %d keys typed, %d survived; the oldest key lost: median %lld ms, worst %lld ms before the kill\n",
        rounds, typed, survived, (long long)losses[rounds / 2], worst);
    free(losses);
    free(r);
    return worst <= LOSS_MS_MAX ? 0 : 1;
}
