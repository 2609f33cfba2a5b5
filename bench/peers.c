/*
 * Sunting beside the editors that are installed, and its check beside aspell: every figure that
 * bench/README.md has a goal for. Rounds go over the editors in turn, so that what else the machine does
 * slows all alike; printed are the medians, as a table in Markdown. A figure means something beside the
 * others of its run.
 *
 *     peers [TEXT [LARGE]]     TEXT: a file of prose to check, a megabyte or more, beside made-up prose; "-":
 *                              nothing is checked; LARGE: MB of the largest draft, 50 when nothing is
 *                              said; 0: leave it out
 */
#include "drafts.h"
#include "peer.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    ROUNDS = 3,
    KEYS = 40,
    KEY_MS = 30,
    SLOW_KEYS = 20,
    SLOW_MS = 200,
    PATIENCE_MS = 10000,
    QUIET_MS = 300
};
#define MARK "PENANDAAWAL"
/* An editor that asks for the facts of a draft asks at the first save. */
#define FRONT "---\ntitle: Warga Desa Hadir\ndate: 2026-11-20\nstatus: draf\n---\n\n"
enum { FRONT_ROWS = 6 };

struct editor {
    const char *name, *program;
    const char *begin, *save; /* keys: so that letters are typed; NULL: it asks questions */
    bool hides_front;         /* the cursor begins after it */
};

static const struct editor editors[] = {
    {"sunting", SUNTING_PROGRAM, "", "\x13", true},
    {"nano", "nano", "", "\x13", false},
    {"vim", "vim", "i", "\x1b:w\r", false},
    {"micro", "micro", "", "\x13", false},
    {"joe", "joe", "", NULL, false},
    {"ne", "ne", "", NULL, false},
};
enum { EDITORS = sizeof editors / sizeof *editors };

/* ROW(what is measured, of what one wants less, the goal) */
#define ROWS(ROW)                                                                                            \
    ROW(SEEN_SMALL, "4 KB: start to text, ms", "1.4 x nano")                                                 \
    ROW(SEEN_MIDDLE, "1 MB: start to text, ms", "nano")                                                      \
    ROW(SEEN_LARGE, "large: start to text, ms", "vim")                                                       \
    ROW(ECHO, "4 KB: key to echo, p50, ms", "nano")                                                          \
    ROW(ECHO_LATE, "4 KB: key to echo, p99, ms", "2 x nano")                                                 \
    ROW(ECHO_MIDDLE, "1 MB: key to echo, p50, ms", "nano")                                                   \
    ROW(KEY_MEAN, "bytes a key, mean", "70")                                                                 \
    ROW(KEY_MEDIAN, "bytes a key, median", "35")                                                             \
    ROW(KEY_SLOW, "bytes a key, mean, at five keys a second", "70")                                          \
    ROW(DOWN, "bytes a row down", "70")                                                                      \
    ROW(PAGE, "bytes a page down", "1,100")                                                                  \
    ROW(SAVE_MIDDLE, "1 MB: save, ms", "1.5 x nano")                                                         \
    ROW(SAVE_LARGE, "large: save, ms", "1.5 x nano")                                                         \
    ROW(OWN, "4 KB: memory of its own, MiB", "4")                                                            \
    ROW(WHOLE_LARGE, "large: memory (RSS), MiB", "100")
enum row {
#define ROW(id, text, goal) ROW_##id,
    ROWS(ROW)
#undef ROW
        ROW_COUNT
};
static const char *const row_texts[] = {
#define ROW(id, text, goal) text,
    ROWS(ROW)
#undef ROW
};
static const char *const row_goals[] = {
#define ROW(id, text, goal) goal,
    ROWS(ROW)
#undef ROW
};

struct measured {
    VEC(double) rows[EDITORS][ROW_COUNT];
};

struct bench {
    char folder[32];
    struct maker maker;
    long large; /* MB */
    struct measured measured;
};

static int compare_numbers(const void *a, const void *b) {
    const double *one = a, *other = b;
    return (*one > *other) - (*one < *other);
}

/* The number that such a part of them is below; sorts them. */
static double quantile(double *numbers, size_t count, double part) {
    if (!count) return -1;
    qsort(numbers, count, sizeof *numbers, compare_numbers);
    return numbers[(size_t)((double)(count - 1) * part)];
}

static void note(struct bench *bench, size_t editor, enum row row, double number) {
    vec_push(&bench->measured.rows[editor][row], number);
}

static void run(const char *command) {
    if (system(command) != 0) fprintf(stderr, "peers: %s failed\n", command);
}

static bool is_there(const char *program) {
    char command[256];
    snprintf(command, sizeof command, "command -v %s > /dev/null", program);
    return system(command) == 0;
}

static void make_draft(struct bench *bench, const char *name, size_t size) {
    char path[64];
    snprintf(path, sizeof path, "%s/%s", bench->folder, name);
    FILE *out = fopen(path, "we");
    if (!out) exit(2);
    fputs(FRONT MARK "\n\n", out);
    draft_make(&bench->maker, &draft_kinds[0], out, size, "");
    fclose(out);
}

/* Starts an editor in a fresh home, on a fresh copy of a draft, and waits until it shows it. */
static double open_draft(struct bench *bench, const struct editor *editor, const char *name,
                         struct peer *peer, char path[64]) {
    char command[256], home[48];
    snprintf(home, sizeof home, "%s/home", bench->folder);
    snprintf(path, 64, "%s/home/draft.txt", bench->folder);
    snprintf(command, sizeof command, "rm -rf %s && mkdir %s && cp %s/%s %s", home, home, bench->folder, name,
             path);
    run(command);
    double start = peer_clock();
    peer_start(peer, (const char *const[]){editor->program, path, NULL}, home);
    bool seen = peer_wait(peer, MARK, PATIENCE_MS);
    double took = peer_clock() - start;
    peer_settle(peer, QUIET_MS);
    return seen ? took : -1;
}

/* To the first paragraph. */
static void go_there(struct peer *peer, const struct editor *editor) {
    for (int rows = 2 + (editor->hides_front ? 0 : FRONT_ROWS); rows > 0; rows--) {
        peer_down(peer);
        peer_settle(peer, KEY_MS);
    }
    peer_settle(peer, QUIET_MS);
}

/* Types words, a key each so many ms; fills ms to the first byte and bytes, of each. */
static void type(struct peer *peer, size_t count, int each, double *ms, double *bytes) {
    static const char text[] = "warga desa hadir ";
    for (size_t i = 0; i < count; i++) {
        char key[2] = {text[i % (sizeof text - 1)], 0};
        size_t before = peer->taken;
        double start = peer_clock();
        peer_send(peer, key);
        peer_take(peer, 1000);
        ms[i] = peer_clock() - start;
        while (peer_clock() - start < each)
            peer_take(peer, 1 + (int)(each - (peer_clock() - start)));
        bytes[i] = (double)(peer->taken - before);
    }
}

static double mean(const double *numbers, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += numbers[i];
    return sum / (double)count;
}

static void press_page(struct peer *peer) {
    peer_send(peer, "\x1b[6~");
}

/* Bytes for each of ten keys, after as many as bring the cursor to the last row. */
static double scroll(struct peer *peer, void (*press)(struct peer *), int before) {
    for (int i = 0; i < before; i++) {
        press(peer);
        peer_settle(peer, KEY_MS);
    }
    peer_settle(peer, QUIET_MS);
    size_t taken = peer->taken;
    for (int i = 0; i < 10; i++) {
        press(peer);
        peer_settle(peer, KEY_MS);
    }
    return (double)(peer->taken - taken) / 10;
}

/* Until the file has all that was typed: so many letters, and one more. */
static double save(struct peer *peer, const struct editor *editor, const char *path, off_t typed) {
    struct stat before, now;
    if (!editor->save || stat(path, &before) != 0) return -1;
    peer_send(peer, "x");
    peer_settle(peer, QUIET_MS);
    double start = peer_clock();
    peer_send(peer, editor->save);
    do {
        peer_take(peer, 1);
        if (peer_clock() - start > PATIENCE_MS) return -1;
    } while (stat(path, &now) != 0 || now.st_size != before.st_size + typed + 1);
    return peer_clock() - start;
}

static void measure_small(struct bench *bench, size_t e) {
    struct peer peer;
    char path[64];
    double ms[KEYS], bytes[KEYS];
    /* what the disk has not read yet is nobody's cost */
    open_draft(bench, &editors[e], "small", &peer, path);
    peer_end(&peer);
    note(bench, e, ROW_SEEN_SMALL, open_draft(bench, &editors[e], "small", &peer, path));
    peer_send(&peer, editors[e].begin);
    note(bench, e, ROW_OWN, (double)peer_memory(&peer, false) / 1024);
    go_there(&peer, &editors[e]);
    type(&peer, KEYS, KEY_MS, ms, bytes);
    note(bench, e, ROW_ECHO, quantile(ms, KEYS, 0.5));
    note(bench, e, ROW_ECHO_LATE, quantile(ms, KEYS, 0.99));
    note(bench, e, ROW_KEY_MEAN, mean(bytes, KEYS));
    note(bench, e, ROW_KEY_MEDIAN, quantile(bytes, KEYS, 0.5));
    type(&peer, SLOW_KEYS, SLOW_MS, ms, bytes);
    note(bench, e, ROW_KEY_SLOW, mean(bytes, SLOW_KEYS));
    peer_end(&peer);
}

static void measure_middle(struct bench *bench, size_t e) {
    struct peer peer;
    char path[64];
    double ms[KEYS], bytes[KEYS];
    note(bench, e, ROW_SEEN_MIDDLE, open_draft(bench, &editors[e], "middle", &peer, path));
    peer_send(&peer, editors[e].begin);
    go_there(&peer, &editors[e]);
    type(&peer, KEYS, KEY_MS, ms, bytes);
    note(bench, e, ROW_ECHO_MIDDLE, quantile(ms, KEYS, 0.5));
    note(bench, e, ROW_DOWN, scroll(&peer, peer_down, 24));
    note(bench, e, ROW_PAGE, scroll(&peer, press_page, 1));
    note(bench, e, ROW_SAVE_MIDDLE, save(&peer, &editors[e], path, KEYS));
    peer_end(&peer);
}

static void measure_large(struct bench *bench, size_t e) {
    struct peer peer;
    char path[64];
    note(bench, e, ROW_SEEN_LARGE, open_draft(bench, &editors[e], "large", &peer, path));
    peer_send(&peer, editors[e].begin);
    note(bench, e, ROW_SAVE_LARGE, save(&peer, &editors[e], path, 0));
    peer_settle(&peer, 4 * QUIET_MS);
    note(bench, e, ROW_WHOLE_LARGE, (double)peer_memory(&peer, true) / 1024);
    peer_end(&peer);
}

static void print_editors(struct bench *bench, const bool there[EDITORS]) {
    printf("| |");
    for (size_t e = 0; e < EDITORS; e++)
        if (there[e]) printf(" %s |", editors[e].name);
    printf(" goal |\n|---|");
    for (size_t e = 0; e < EDITORS; e++)
        if (there[e]) printf("---|");
    printf("---|\n");
    for (size_t row = 0; row < ROW_COUNT; row++) {
        printf("| %s |", row_texts[row]);
        for (size_t e = 0; e < EDITORS; e++) {
            double median =
                quantile(bench->measured.rows[e][row].items, bench->measured.rows[e][row].count, 0.5);
            if (there[e]) printf(median < 0 ? " - |" : median < 10 ? " %.2f |" : " %.0f |", median);
            vec_free(&bench->measured.rows[e][row]);
        }
        printf(" %s |\n", row_goals[row]);
    }
}

/* Seconds of processor time for a command whose words are parted by spaces, with a file as its input; -1 when
 * it cannot be run. */
static double cost(const char *const argv[], const char *input) {
    pid_t child = fork();
    if (child == 0) {
        int in = open(input, O_RDONLY | O_CLOEXEC), nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(in, STDIN_FILENO);
        dup2(nothing, STDOUT_FILENO);
        dup2(nothing, STDERR_FILENO);
        execvp(argv[0], (char *const *)(uintptr_t)argv);
        _exit(127);
    }
    int status;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) > 1)
        return -1;
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static double median_cost(const char *const argv[], const char *input) {
    double seconds[ROUNDS];
    for (size_t i = 0; i < ROUNDS; i++)
        seconds[i] = cost(argv, input);
    return quantile(seconds, ROUNDS, 0.5);
}

static void print_check(const struct bench *bench, const char *name, const char *goal) {
    char path[256];
    struct stat st;
    snprintf(path, sizeof path, name[0] == '/' ? "%s%s" : "%s/%s", name[0] == '/' ? "" : bench->folder, name);
    if (stat(path, &st) != 0) return;
    double size = (double)st.st_size / 1e6;
    double ours =
        median_cost((const char *const[]){SUNTING_PROGRAM, "check", "--format=gnu", path, NULL}, path);
    double theirs = median_cost((const char *const[]){"aspell", "--lang=en", "list", NULL}, path);
    printf("| check, %.2f MB | %.0f ms | %.2f MB/s |", size, ours * 1e3, size / ours);
    printf(theirs > 0 ? " %.2f MB/s |" : " - |", size / theirs);
    printf(" %s |\n", goal);
}

int main(int argc, char **argv) {
    struct bench bench = {.folder = "/tmp/sunting-peers-XXXXXX",
                          .large = argc > 2 ? strtol(argv[2], NULL, 10) : 50};
    bool there[EDITORS];
    char clean[64], here[4096];
    if (!mkdtemp(bench.folder) || !getcwd(here, sizeof here)) return 2;
    setenv("SUNTING_DATA", here, 1);
    maker_init(&bench.maker);
    make_draft(&bench, "article", 5000);
    make_draft(&bench, "small", 4000);
    make_draft(&bench, "middle", 1000000);
    make_draft(&bench, "tenfold", 10000000);
    if (bench.large) make_draft(&bench, "large", (size_t)bench.large * 1000000);
    for (size_t e = 0; e < EDITORS; e++)
        there[e] = is_there(editors[e].program);
    for (size_t round = 0; round < ROUNDS; round++)
        for (size_t e = 0; e < EDITORS; e++) {
            if (!there[e]) continue;
            measure_small(&bench, e);
            measure_middle(&bench, e);
            if (bench.large) measure_large(&bench, e);
        }
    print_editors(&bench, there);
    if (argc > 1 && strcmp(argv[1], "-") == 0) goto out;
    printf("\n| processor time | sunting | | aspell, spelling alone | goal |\n|---|---|---|---|---|\n");
    print_check(&bench, "article", "12 ms");
    print_check(&bench, "middle", "10 MB/s");
    print_check(&bench, "tenfold", "10 MB/s; 11 x the time");
    if (argc > 1) print_check(&bench, argv[1], "10 MB/s");
out:
    maker_free(&bench.maker);
    snprintf(clean, sizeof clean, "rm -rf %s", bench.folder);
    run(clean);
    return 0;
}
