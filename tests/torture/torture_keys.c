/*
 * Random keys, pastes, resizes and garbage for a while: the editor neither crashes nor hangs, every session
 * ends in order, and a draft that was saved can be read again. Meant for the sanitizer build, where a fault
 * ends the program with status 99.
 *
 *     torture_keys [SECONDS [SEED]]
 */
#include "base/file.h"
#include "driver.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { KEYS_A_SESSION = 400, ANSWER_MS = 20000 };

/* What commands are bound to, with the ways a terminal may send them, and broken pieces of both. */
static const char *const keys[] = {"\033[A",    "\033[B",    "\033[C",
                                   "\033[D",    "\033[1;2A", "\033[1;2B",
                                   "\033[1;2C", "\033[1;2D", "\033[1;5C",
                                   "\033[1;5D", "\033[H",    "\033[F",
                                   "\033[1;5H", "\033[1;5F", "\033[5~",
                                   "\033[6~",   "\033[3~",   "\033[2~",
                                   "\033[3;5~", "\033OP",    "\033OQ",
                                   "\033OR",    "\033OS",    "\033[15~",
                                   "\033[17~",  "\033[18~",  "\033[18;2~",
                                   "\033[19~",  "\033[20~",  "\033\r",
                                   "\r",        "\r",        "\t",
                                   "\177",      "\177",      "\177",
                                   "\033",      "\001",      "\003",
                                   "\006",      "\007",      "\017",
                                   "\022",      "\023",      "\026",
                                   "\027",      "\030",      "\031",
                                   "\032",      "\032",      "\000",
                                   "\033d",     "\033f",     "\033[",
                                   "\033[200~", "\033[201~", "\033[<0;3;3M",
                                   "\xff",      "\xe2\x80",  "h",
                                   "i",         "k",         "s",
                                   "b",         "t",         "1",
                                   "2"};

static const char *const words[] = {"bupati ",
                                    "warga ",
                                    "\"kami siap,\" ",
                                    "kata ",
                                    "Rahmat Hidayat ",
                                    "di hadiri ",
                                    "aktifitas ",
                                    "Senin (5/8/2024) ",
                                    ". ",
                                    ", ",
                                    "Sejumlah penelitian menunjukkan ",
                                    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
                                    "e\xcc\x81",
                                    "\xe4\xb8\xad\xe6\x96\x87",
                                    "---\r",
                                    "```\r",
                                    "\xe2\x80\xae",
                                    "<!-- sunting: off spelling -->\r"};

static const int sizes[][2] = {{24, 80}, {40, 120}, {10, 40}, {1, 1},
                               {3, 12},  {60, 200}, {24, 99}, {24, 101}};

static unsigned below(unsigned *seed, unsigned n) {
    *seed = *seed * 1103515245u + 12345u;
    return *seed / 65536u % n;
}

static void press(struct pty *pty, unsigned *seed) {
    unsigned kind = below(seed, 100);
    if (kind < 55) {
        pty_send(pty, slice_of(words[below(seed, sizeof words / sizeof *words)]));
    } else if (kind < 94) {
        const char *key = keys[below(seed, sizeof keys / sizeof *keys)];
        pty_send(pty, *key ? slice_of(key) : (struct slice){"", 1});
    } else if (kind < 97) {
        const int *size = sizes[below(seed, sizeof sizes / sizeof *sizes)];
        pty_tell_size(pty, size[0], size[1]);
    } else {
        pty_send(pty, SLICE("\033[200~Satu paragraf\r\ndua \"tiga\" empat.\r\n\033[201~"));
    }
}

/* Quits, whatever is open, without saving what is left. */
static int leave(struct pty *pty) {
    pty_tell_size(pty, 24, 80);
    pty_send(pty, SLICE("\033[201~"));
    for (int i = 0; i < 12; i++) {
        pty_send(pty, SLICE("\033"));
        pty_settle(pty, 60, 600);
    }
    for (int tries = 0; tries < 5; tries++) {
        pty_send(pty, SLICE("\021"));
        pty_settle(pty, 100, 2000);
        pty_send(pty, SLICE("b"));
        int status = pty_exit(pty, ANSWER_MS / 5);
        if (status >= 0) return status;
    }
    return -1;
}

static bool session(const char *program, const char *home, unsigned *seed) {
    struct str draft = {0}, bytes = {0};
    str_printf(&draft, "%s/draf.md", home);
    char *argv[] = {slice_copy(slice_of(program)), slice_copy(str_slice(&draft)), NULL};
    const char *const extra[] = {"ASAN_OPTIONS=exitcode=99", "UBSAN_OPTIONS=exitcode=99", NULL};
    struct pty *pty = pty_start(argv, home, 24, 80, extra);
    pty_settle(pty, 300, 5000);
    int status = -1;
    for (int i = 0; i < KEYS_A_SESSION && status < 0; i++) {
        press(pty, seed);
        if (i % 8 == 0) pty_settle(pty, 5, 200);
        if (i % 64 == 0) status = pty_exit(pty, 1);
    }
    if (status < 0) status = leave(pty);
    bool ok = status >= 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (!ok) {
        struct str screen = {0};
        pty_screen(pty, &screen);
        fprintf(stderr, "status %d\n%s\n", status, str_text(&screen));
        struct slice out = pty_output(pty);
        size_t from = out.len > 6000 ? out.len - 6000 : 0;
        fprintf(stderr, "%.*s\n", SLICE_ARG(slice_range(out, from, out.len)));
        str_free(&screen);
    }
    if (access(str_text(&draft), F_OK) == 0 && !file_read(str_text(&draft), 64 << 20, &bytes, NULL))
        ok = false;
    pty_free(pty);
    free(argv[0]);
    free(argv[1]);
    str_free(&draft);
    str_free(&bytes);
    return ok;
}

int main(int argc, char **argv) {
    long seconds = argc > 1 ? atol(argv[1]) : 60;
    unsigned seed = argc > 2 ? (unsigned)atol(argv[2]) : 1;
    char home[] = "/tmp/sunting-keys-XXXXXX", program[PATH_MAX];
    /* Where the editor runs: what it is told to save under another name goes there too. */
    if (!realpath(SUNTING_PROGRAM, program) || !mkdtemp(home) || chdir(home) != 0) {
        perror("torture_keys");
        return 2;
    }
    /* Random keys also save under random names: those files belong where the rest is thrown away. */
    if (chdir(home)) {
        perror(home);
        return 2;
    }
    int sessions = 0;
    bool ok = true;
    for (time_t end = time(NULL) + seconds; ok && time(NULL) < end; sessions++) {
        unsigned begin = seed;
        ok = session(program, home, &seed);
        if (!ok)
            fprintf(stderr, "torture_keys: session %d failed (seed %u); its files: %s\n", sessions, begin,
                    home);
    }
    printf("torture_keys: %d sessions of %d keys, %s\n", sessions, KEYS_A_SESSION,
           ok ? "nothing found" : "FAILED");
    if (ok) {
        struct str command = {0};
        str_printf(&command, "rm -rf '%s'", home);
        ok = chdir("/") == 0 && system(str_text(&command)) == 0;
        str_free(&command);
    }
    return ok ? 0 : 1;
}
