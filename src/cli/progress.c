#include "cli/progress.h"

#include "base/disk.h"
#include "cli/messages.h"

#include <time.h>
#include <unistd.h>

enum { FIRST_MS = 1000, AGAIN_MS = 250, DRAFTS = 20 /* fewer are done before anybody wonders */ };

static int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void progress_begin(struct progress *progress, size_t total, enum lang lang) {
    *progress = (struct progress){.lang = lang, .total = total};
    progress->shown = total >= DRAFTS && isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO);
    if (progress->shown) progress->began = progress->told = now_ms();
}

void progress_describe(const struct progress *progress, int64_t ms, struct str *out) {
    size_t rate = ms > 0 ? progress->done * 1000 / (size_t)ms : 0;
    size_t left = rate ? (progress->total - progress->done) / rate + 1 : 0;
    message(out, progress->lang, PROGRESS, progress->done, progress->total, rate, left);
}

void progress_step(struct progress *progress) {
    progress->done++;
    if (!progress->shown) return;
    int64_t now = now_ms();
    bool first = progress->told == progress->began;
    if (now - progress->told < (first ? FIRST_MS : AGAIN_MS)) return;
    struct str line = {0};
    str_append_byte(&line, '\r');
    progress_describe(progress, now - progress->began, &line);
    str_append_text(&line, "\033[K");
    disk_write(STDERR_FILENO, str_slice(&line));
    str_free(&line);
    progress->told = now;
}

void progress_end(struct progress *progress) {
    if (progress->shown && progress->told != progress->began) disk_write(STDERR_FILENO, SLICE("\r\033[K"));
}
