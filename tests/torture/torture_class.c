/*
 * A class at work: each participant logs in on a terminal of her own, mends as many flaws of a lesson as her
 * number says, asks for hints, makes a mistake of her own, loses the connection or has the program killed
 * under her, comes back and goes on. Meanwhile the trainer's screen is open, and one participant types: how
 * long until a key is on the screen. Run by tests/torture/class.sh, which makes the class and compares the
 * results.
 *
 *     torture_class LOGIN PEOPLE TRAINER     LOGIN NAME logs in; TRAINER opens the trainer's screen
 *
 * Prints what is to come out, a line each: login, mended, hints, new mistakes; and the times to standard
 * error.
 */
#include "base/vec.h"
#include "driver.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE_MS = 120000, ROWS = 30, COLUMNS = 100, FLAWS = 5, KEYS = 300, BEAT_US = 60000 };

/* The flaws of lessons/07-di-dan-ke.md, from the last, which leaves the places of those before. */
static const struct {
    const char *words, *right;
} flaws[FLAWS] = {{"dimana", "di mana"},
                  {"kerumah", "ke rumah"},
                  {"dihalaman", "di halaman"},
                  {"di sampaikan", "disampaikan"},
                  {"di resmikan", "diresmikan"}};

struct plan {
    char login[32];
    int mended, hints;
    bool mistake; /* a word that nobody knows */
    enum { STAYS, IS_CUT_OFF, IS_KILLED } fate;
};

static struct plan plan_of(int n) {
    struct plan plan = {.mended = n % (FLAWS + 1), .hints = n % 3, .mistake = n % 4 == 1, .fate = n % 5 % 3};
    snprintf(plan.login, sizeof plan.login, "peserta%02d", n);
    if (plan.mended == FLAWS)
        plan.hints = 0; /* the flaw that is asked about is the first, which is mended last */
    return plan;
}

static void press(struct pty *pty, const char *keys) {
    pty_send(pty, slice_of(keys));
    usleep(BEAT_US);
}

static void expect(struct pty *pty, const struct plan *plan, const char *text) {
    if (pty_wait(pty, text, PATIENCE_MS)) return;
    struct str screen = {0};
    pty_screen(pty, &screen);
    fprintf(stderr, "%s: never shown: %s\n%s\n", plan->login, text, str_text(&screen));
    _exit(1);
}

static struct pty *enter(const char *command, const struct plan *plan) {
    char *argv[] = {(char *)(uintptr_t)command, (char *)(uintptr_t)plan->login, NULL};
    struct pty *pty = pty_start(argv, "/tmp", ROWS, COLUMNS, NULL);
    expect(pty, plan, "Kalimat yang tertulis");
    press(pty, "Di dan ke"); /* filters the list, wherever the lesson stands in it */
    press(pty, "\r");
    expect(pty, plan, "Anda belajar");
    press(pty, "\r");
    return pty;
}

static void mend(struct pty *pty, int n) {
    press(pty, "\033[1;5H");
    press(pty, "\006"); /* ^F */
    press(pty, flaws[n].words);
    press(pty, "\r");
    press(pty, "\033");
    usleep(2 * BEAT_US);
    for (size_t i = strlen(flaws[n].words); i; i--)
        press(pty, "\033[3~");
    press(pty, flaws[n].right);
}

static void expect_mended(struct pty *pty, const struct plan *plan, int n) {
    char text[32];
    snprintf(text, sizeof text, "%d dari %d", n, FLAWS);
    expect(pty, plan, text);
}

/* The end of a session that was not meant to end. */
static struct pty *come_back(struct pty *pty, const char *command, const struct plan *plan, int mended) {
    char kill_it[96];
    snprintf(kill_it, sizeof kill_it, "pkill -KILL -x -u %s sunting", plan->login);
    press(pty, "\023"); /* ^S */
    expect_mended(pty, plan, mended);
    if (plan->fate == IS_KILLED && system(kill_it) != 0)
        fprintf(stderr, "%s: was not there to be killed\n", plan->login);
    if (plan->fate == IS_CUT_OFF) kill(pty_pid(pty), SIGKILL);
    pty_exit(pty, PATIENCE_MS);
    pty_free(pty);
    sleep(2);
    pty = enter(command, plan);
    expect_mended(pty, plan, mended);
    return pty;
}

static int play(const char *command, const struct plan *plan) {
    struct pty *pty = enter(command, plan);
    expect_mended(pty, plan, 0);
    if (plan->hints) press(pty, "\033OS"); /* F4 */
    for (int i = 0; i < plan->hints; i++)
        press(pty, "\r");
    if (plan->hints) press(pty, "\033");
    int half = plan->mended / 2;
    for (int n = 0; n < plan->mended; n++) {
        if (plan->fate != STAYS && n == half) pty = come_back(pty, command, plan, n);
        mend(pty, n);
        expect_mended(pty, plan, n + 1);
    }
    if (plan->fate != STAYS && !plan->mended) pty = come_back(pty, command, plan, 0);
    if (plan->mistake) {
        press(pty, "\033[1;5F");
        press(pty, " Warga membawa pengkolaran.");
        usleep(20 * BEAT_US);
    }
    press(pty, "\023");
    usleep(10 * BEAT_US);
    press(pty, "\021"); /* ^Q */
    if (plan->mended < FLAWS) {
        expect(pty, plan, "Masih ada");
        press(pty, "s");
    }
    expect(pty, plan, "kesalahan diperbaiki");
    press(pty, "\r");
    expect(pty, plan, "Kalimat yang tertulis");
    press(pty, "\033");
    int status = pty_exit(pty, PATIENCE_MS);
    pty_free(pty);
    return status;
}

static double now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int by_size(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Letters one by one into a draft of one's own, each timed until the terminal has answered. */
static void measure(const char *command, const struct plan *plan) {
    static double times[KEYS];
    char *argv[] = {(char *)(uintptr_t)command, (char *)(uintptr_t)plan->login, NULL};
    struct pty *pty = pty_start(argv, "/tmp", ROWS, COLUMNS, NULL);
    expect(pty, plan, "Kalimat yang tertulis");
    press(pty, "\033[F");
    press(pty, "\r");
    expect(pty, plan, "Siaran kantor");
    press(pty, "\r");
    expect(pty, plan, "0 kata");
    for (int i = 0; i < KEYS; i++) {
        usleep(BEAT_US * 2);
        const char *letters = "warga menanam padi ";
        char key[2] = {letters[(size_t)i % strlen(letters)], 0};
        pty_settle(pty, 30, PATIENCE_MS);
        size_t written = pty_written(pty);
        double start = now_ms();
        pty_send_blind(pty, slice_of(key));
        while (pty_written(pty) == written && now_ms() - start < PATIENCE_MS)
            pty_settle(pty, 1, 2); /* looks each millisecond */
        times[i] = now_ms() - start;
    }
    qsort(times, KEYS, sizeof *times, by_size);
    fprintf(stderr, "key to echo, ms: median %.1f, p90 %.1f, p99 %.1f, most %.1f (%d keys)\n",
            times[KEYS / 2], times[KEYS * 90 / 100], times[KEYS * 99 / 100], times[KEYS - 1], KEYS);
    kill(pty_pid(pty), SIGKILL);
    pty_free(pty);
}

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    int people = atoi(argv[2]), failed = 0, status;
    signal(SIGPIPE, SIG_IGN);
    pid_t trainer = fork();
    if (trainer == 0) {
        char *watch[] = {argv[3], NULL};
        struct pty *pty = pty_start(watch, "/tmp", ROWS, COLUMNS, NULL);
        for (;;)
            pty_settle(pty, 200, 1000);
    }
    for (int n = 1; n < people; n++) {
        struct plan plan = plan_of(n);
        printf("%s\t%d\t%d\t%d\n", plan.login, plan.mended, plan.hints, plan.mistake);
        fflush(stdout);
        if (fork() == 0) _exit(play(argv[1], &plan));
        usleep(200000); /* people do not all press Enter in the same instant */
    }
    struct plan typist = plan_of(people);
    measure(argv[1], &typist);
    for (int n = 1; n < people; n++) {
        pid_t pid = wait(&status);
        failed += pid > 0 && status != 0;
    }
    kill(trainer, SIGTERM);
    fprintf(stderr, "%d participants, %d came to no end\n", people, failed);
    return failed > 0;
}
