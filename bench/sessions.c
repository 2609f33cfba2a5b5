/*
 * Many people on one small server: sessions of the editor, each on a draft of its own, in which somebody
 * types five keys a second. What they cost the processor, together; how much memory, what they share counted
 * once; and how often one wakes up in which nobody types.
 *
 *     sessions [SESSIONS [SECONDS]]     50 sessions, 20 seconds
 */
#include "drafts.h"
#include "peer.h"

#include <inttypes.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DRAFT_BYTES = 20000, BEAT_MS = 200, SETTLE_MS = 8000, IDLE_MS = 10000 };

struct sessions {
    char folder[32];
    struct maker maker;
    struct peer *peers;
    size_t count;
};

/* A number after a word in a file of /proc/PID; the first of the file with "". */
static uint64_t read_number(pid_t pid, const char *name, const char *word) {
    char path[64], line[256];
    uint64_t number = 0;
    snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, name);
    FILE *file = fopen(path, "re");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, word, strlen(word)) == 0) {
            sscanf(line + strlen(word), "%" SCNu64, &number);
            break;
        }
    if (file) fclose(file);
    return number;
}

static uint64_t sum(const struct sessions *sessions, const char *name, const char *word) {
    uint64_t all = 0;
    for (size_t i = 0; i < sessions->count; i++)
        all += read_number(sessions->peers[i].pid, name, word);
    return all;
}

/* Takes in what the editors draw for so many ms. */
static void drain(struct sessions *sessions, double ms) {
    struct pollfd *fds = calloc(sessions->count, sizeof *fds);
    double end = peer_clock() + ms, now;
    for (size_t i = 0; fds && i < sessions->count; i++)
        fds[i] = (struct pollfd){.fd = sessions->peers[i].fd, .events = POLLIN};
    while (fds && (now = peer_clock()) < end)
        if (poll(fds, sessions->count, (int)(end - now) + 1) > 0)
            for (size_t i = 0; i < sessions->count; i++)
                if (fds[i].revents & POLLIN) peer_take(&sessions->peers[i], 0);
    free(fds);
}

static void start(struct sessions *sessions, size_t i) {
    char home[64], path[80];
    snprintf(home, sizeof home, "%s/%zu", sessions->folder, i);
    snprintf(path, sizeof path, "mkdir %s", home);
    if (system(path) != 0) exit(2);
    snprintf(path, sizeof path, "%s/draft.md", home);
    FILE *out = fopen(path, "we");
    if (!out) exit(2);
    draft_make(&sessions->maker, &draft_kinds[0], out, DRAFT_BYTES, "");
    fclose(out);
    peer_start(&sessions->peers[i], (const char *const[]){SUNTING_PROGRAM, path, NULL}, home);
}

/* Everybody types a key in each beat, one after another. */
static void type(struct sessions *sessions, long seconds) {
    static const char text[] = "warga desa hadir. ";
    double begun = peer_clock();
    for (long key = 0; key < seconds * 1000 / BEAT_MS; key++)
        for (size_t i = 0; i < sessions->count; i++) {
            double due =
                begun + (double)key * BEAT_MS + (double)BEAT_MS * (double)i / (double)sessions->count;
            if (due > peer_clock()) drain(sessions, due - peer_clock());
            peer_send(&sessions->peers[i], (char[]){text[(size_t)key % (sizeof text - 1)], 0});
        }
}

int main(int argc, char **argv) {
    struct sessions sessions = {.folder = "/tmp/sunting-sessions-XXXXXX",
                                .count = argc > 1 ? strtoul(argv[1], NULL, 10) : 50};
    long seconds = argc > 2 ? strtol(argv[2], NULL, 10) : 20;
    char here[4096], clean[64];
    sessions.peers = calloc(sessions.count, sizeof *sessions.peers);
    if (!sessions.peers || !mkdtemp(sessions.folder) || !getcwd(here, sizeof here)) return 2;
    setenv("SUNTING_DATA", here, 1);
    maker_init(&sessions.maker);
    for (size_t i = 0; i < sessions.count; i++)
        start(&sessions, i);
    drain(&sessions, SETTLE_MS);
    uint64_t before = sum(&sessions, "schedstat", "");
    type(&sessions, seconds);
    double used = (double)(sum(&sessions, "schedstat", "") - before) / 1e9;
    double shared = (double)sum(&sessions, "smaps_rollup", "Pss:") / 1024;
    double own = (double)sum(&sessions, "smaps_rollup", "Private_Dirty:") / 1024;
    drain(&sessions, SETTLE_MS);
    uint64_t woken = sum(&sessions, "status", "voluntary_ctxt_switches:");
    drain(&sessions, IDLE_MS);
    woken = sum(&sessions, "status", "voluntary_ctxt_switches:") - woken;
    printf("| %zu sessions, 5 keys a second each | | goal |\n|---|---|---|\n", sessions.count);
    printf("| processor, of one core | %.2f | 0.50 |\n", used / (double)seconds);
    printf("| memory, shared pages once (PSS), MiB | %.0f | 300 |\n", shared);
    printf("| memory of its own, a session, MiB | %.1f | 4 |\n", own / (double)sessions.count);
    printf("| idle: times a session wakes up, a minute | %.1f | 0 |\n",
           (double)woken / (double)sessions.count * 60000 / IDLE_MS);
    for (size_t i = 0; i < sessions.count; i++)
        peer_end(&sessions.peers[i]);
    maker_free(&sessions.maker);
    free(sessions.peers);
    snprintf(clean, sizeof clean, "rm -rf %s", sessions.folder);
    return system(clean) == 0 ? 0 : 2;
}
