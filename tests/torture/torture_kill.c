/*
 * Kills the editor at random moments while keys and pastes arrive, opens the draft again, restores, saves,
 * and counts what is lost. Fails when anything is lost that was typed a second before the kill or earlier,
 * and when what was written is not offered.
 *
 *     torture_kill [ROUNDS [SEED [LIBRARY]]]     LIBRARY: the editor has it until its end,
 *                                                not at the next opening
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

enum {
    KEYS = 65536,
    LOSS_MS_MAX = 1000,
    DRAFT_BYTES = 20000,
    WAIT_MS = 20000,
    OPENINGS = 3,
    PASTE_MAX = 400
};

static const char head[] =
    "---\ntitle: Uji ketahanan\ndate: 2026-11-23\nauthor: Humas\nstatus: draf\n---\n\n";

/* Where the writer writes. */
enum scene { IN_DRAFT, IN_PRACTICE, UNNAMED, NEVER_SAVED, PASTING, RENAMED, SCENES };

static const struct {
    const char *name;
    const char *before, *after; /* the files that are opened before and after the kill; "" none */
    const char *ready;          /* what the screen shows then */
    const char *rest;           /* what stands after the typed text when it is restored */
    bool pastes;
} scenes[SCENES] = {
    [IN_DRAFT] = {"draft", "draf.md", "draf.md", "Desa nomor 0", "Desa nomor 0", false},
    [IN_PRACTICE] = {"practice", "", "", "Selamat datang", "Dinas Perpustakaan", false},
    [UNNAMED] = {"unnamed", "", "", "Naskah baru", "", true},
    [NEVER_SAVED] = {"never saved", "baru.md", "", "Naskah baru", "", true},
    [PASTING] = {"pasting", "draf.md", "draf.md", "Desa nomor 0", "Desa nomor 0", true},
    [RENAMED] = {"renamed", "draf.md", "pindah.md", "Desa nomor 0", "Desa nomor 0", true},
};

struct round {
    enum scene scene;
    char home[64], program[PATH_MAX], saved[80];
    char typed[KEYS + 1];
    int64_t sent[KEYS]; /* ms */
    int count, survived;
    bool open;      /* a paste whose end was not sent */
    int64_t killed; /* ms */
    bool offered;
};

static int64_t now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void fail(const struct round *r, const char *what) {
    fprintf(stderr, "torture_kill: %s: %s (%s)\n", scenes[r->scene].name, what, r->home);
    exit(2);
}

static void path_of(const struct round *r, const char *name, char *path, size_t size) {
    snprintf(path, size, "%s/%s", r->home, name);
}

static void write_draft(const struct round *r) {
    struct str text = {0};
    char path[96];
    str_append_text(&text, head);
    for (int i = 0; text.len < DRAFT_BYTES; i++)
        str_printf(&text, "Desa nomor %d menerima bibit padi dari dinas pertanian.\n\n", i);
    path_of(r, "draf.md", path, sizeof path);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0 || write(fd, text.data, text.len) != (ssize_t)text.len) abort();
    close(fd);
    str_free(&text);
}

static struct pty *start(struct round *r, const char *name) {
    char path[96];
    path_of(r, name, path, sizeof path);
    char *const argv[] = {r->program, *name ? path : NULL, NULL};
    return pty_start(argv, r->home, 24, 80, NULL);
}

/* A draft was opened before, so that the start offers a choice instead of the practice. */
static void open_once(struct round *r) {
    struct pty *pty = start(r, "draf.md");
    if (!pty_wait(pty, "Desa nomor 0", WAIT_MS)) fail(r, "the editor shows no draft");
    pty_send(pty, SLICE("\x11"));
    pty_exit(pty, WAIT_MS);
    pty_free(pty);
}

static void note(struct round *r, char byte) {
    r->typed[r->count] = byte;
    r->sent[r->count++] = now_ms();
}

static char letter(unsigned *seed) {
    static const char letters[] = "abdegiklmnprstu    ";
    return letters[(size_t)rand_r(seed) % (sizeof letters - 1)];
}

/* A paste, whose end comes at once, later, or never. */
static void paste(struct round *r, struct pty *pty, unsigned *seed) {
    int bytes = 20 + rand_r(seed) % PASTE_MAX;
    pty_send(pty, SLICE("\033[200~"));
    for (int i = 0; i < bytes && r->count < KEYS; i++) {
        char byte = letter(seed);
        note(r, byte);
        pty_send(pty, (struct slice){&byte, 1});
    }
    r->open = rand_r(seed) % 3 == 0;
    if (!r->open) pty_send(pty, SLICE("\033[201~"));
}

static void type_some(struct round *r, struct pty *pty, unsigned *seed) {
    if (scenes[r->scene].pastes && rand_r(seed) % 20 == 0) {
        if (!r->open) {
            paste(r, pty, seed);
        } else {
            pty_send(pty, SLICE("\033[201~"));
            r->open = false;
        }
        return;
    }
    char key = letter(seed);
    note(r, key);
    pty_send(pty, (struct slice){&key, 1});
}

/* Types until the moment comes: a kill, mostly; a signal, or the terminal that goes. */
static void type_and_kill(struct round *r, const char *library, unsigned *seed) {
    static const int signals[] = {SIGKILL, SIGKILL, SIGKILL, SIGKILL, SIGTERM, SIGHUP, 0};
    if (*library) setenv("LD_PRELOAD", library, 1);
    struct pty *pty = start(r, scenes[r->scene].before);
    unsetenv("LD_PRELOAD");
    if (!pty_wait(pty, scenes[r->scene].ready, WAIT_MS)) fail(r, "the editor shows no draft");
    if (r->scene == UNNAMED) {
        pty_send(pty, SLICE("b"));
        if (!pty_wait(pty, "tanpa nama", WAIT_MS)) fail(r, "no new draft");
    }
    pty_settle(pty, 200, 3000);
    int64_t end = now_ms() + 200 + rand_r(seed) % 5000;
    while (now_ms() < end && r->count < KEYS) {
        type_some(r, pty, seed);
        pty_settle(pty, 5, 10 + rand_r(seed) % (rand_r(seed) % 20 ? 120 : 900));
    }
    r->killed = now_ms();
    int number = signals[(size_t)rand_r(seed) % (sizeof signals / sizeof *signals)];
    if (number) {
        kill(pty_pid(pty), number);
        pty_exit(pty, WAIT_MS);
    }
    pty_free(pty); /* without a signal, this is the hang-up */
}

static void save(struct round *r, struct pty *pty, bool *saved) {
    pty_send(pty, SLICE("\x13"));
    if (r->scene == IN_PRACTICE || r->scene == UNNAMED) {
        pty_wait(pty, "Simpan sebagai", WAIT_MS);
        pty_send(pty, slice_of(r->saved));
        pty_send(pty, SLICE("\r"));
    }
    if (r->scene == IN_PRACTICE || r->scene == UNNAMED || r->scene == NEVER_SAVED) {
        pty_wait(pty, "belum punya data", WAIT_MS);
        pty_send(pty, SLICE("\x13"));
    }
    *saved = pty_wait(pty, "tersimpan pukul", WAIT_MS);
}

/* False when the editor did not answer; what was typed is then still in the journal. */
static bool restore_and_save(struct round *r) {
    struct pty *pty = start(r, scenes[r->scene].after);
    bool saved = true;
    r->offered = pty_wait(pty, "Pulihkan?", r->survived ? WAIT_MS : WAIT_MS / 4);
    if (r->offered) {
        pty_send(pty, SLICE("p"));
        pty_wait(pty, "ipulihkan", WAIT_MS);
        save(r, pty, &saved);
    }
    pty_send(pty, SLICE("\x11"));
    if (!r->offered) pty_send(pty, SLICE("\033"));
    pty_settle(pty, 300, 2000);
    kill(pty_pid(pty), SIGKILL);
    pty_free(pty);
    return saved;
}

static void count_survivors(struct round *r) {
    struct str text = {0};
    bool headed = r->scene == IN_DRAFT || r->scene == PASTING || r->scene == RENAMED;
    if (!r->offered && !headed) return; /* nothing: count is what is lost */
    if (!file_read(r->saved, 4 << 20, &text, NULL)) fail(r, "the saved draft cannot be read");
    struct slice body = slice_range(str_slice(&text), headed ? sizeof head - 1 : 0, text.len);
    while (r->survived < r->count && r->survived < (int)body.len &&
           body.data[r->survived] == r->typed[r->survived])
        r->survived++;
    if (!slice_starts(slice_range(body, (size_t)r->survived, body.len), slice_of(scenes[r->scene].rest))) {
        fprintf(stderr, "torture_kill: %s: something else stands in the draft: %.*s\n", scenes[r->scene].name,
                300, body.data + (r->survived > 100 ? r->survived - 100 : 0));
        exit(1);
    }
    str_free(&text);
}

static int compare(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static void begin(struct round *r, enum scene scene) {
    const char *program = getenv("SUNTING");
    memset(r, 0, sizeof *r);
    r->scene = scene;
    snprintf(r->home, sizeof r->home, "/tmp/sunting-kill-XXXXXX");
    if (!mkdtemp(r->home) || !realpath(program ? program : SUNTING_PROGRAM, r->program)) abort();
    path_of(r,
            scene == RENAMED                        ? "pindah.md"
            : scene == IN_DRAFT || scene == PASTING ? "draf.md"
                                                    : "baru.md",
            r->saved, sizeof r->saved);
    write_draft(r);
    if (scene == UNNAMED) open_once(r);
}

static void run(struct round *r, int number, const char *library, unsigned *seed) {
    type_and_kill(r, library, seed);
    if (r->scene == RENAMED) {
        char from[96];
        path_of(r, "draf.md", from, sizeof from);
        if (rename(from, r->saved) != 0) abort();
    }
    int openings = 1;
    while (!restore_and_save(r) && openings < OPENINGS)
        openings++;
    if (openings > 1) printf("%3d: opened %d times until the editor answered\n", number, openings);
    count_survivors(r);
}

static void remove_home(const struct round *r) {
    char command[96];
    snprintf(command, sizeof command, "rm -rf %s", r->home);
    if (system(command) != 0) abort();
}

int main(int argc, char **argv) {
    int rounds = argc > 1 ? atoi(argv[1]) : 100, typed = 0, survived = 0;
    unsigned seed = argc > 2 && *argv[2] ? (unsigned)atoi(argv[2]) : (unsigned)time(NULL);
    char library[PATH_MAX] = "";
    if (rounds < 1 || (argc > 3 && !realpath(argv[3], library))) return 2;
    int64_t *losses = calloc((size_t)rounds, sizeof *losses), worst_of[SCENES] = {0};
    struct round *r = calloc(1, sizeof *r);
    if (!losses || !r) return 2;
    printf("seed %u\n", seed);
    for (int i = 0; i < rounds; i++) {
        begin(r, (enum scene)(i % SCENES));
        run(r, i + 1, library, &seed);
        if (r->survived < r->count) losses[i] = r->killed - r->sent[r->survived];
        if (losses[i] > worst_of[r->scene]) worst_of[r->scene] = losses[i];
        typed += r->count;
        survived += r->survived;
        printf("%3d: %-11s typed %d, lost %d, typed %lld ms before the end\n", i + 1, scenes[r->scene].name,
               r->count, r->count - r->survived, (long long)losses[i]);
        fflush(stdout);
        remove_home(r);
    }
    qsort(losses, (size_t)rounds, sizeof *losses, compare);
    long long worst = (long long)losses[rounds - 1];
    printf(
        "%d kills, %d keys typed, %d survived; the oldest key lost: median %lld ms, worst %lld ms before\n",
        rounds, typed, survived, (long long)losses[rounds / 2], worst);
    for (int i = 0; i < SCENES; i++)
        printf("    %-11s worst %lld ms\n", scenes[i].name, (long long)worst_of[i]);
    free(losses);
    free(r);
    return worst <= LOSS_MS_MAX ? 0 : 1;
}
