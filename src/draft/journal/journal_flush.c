/* A flush that waits for the disk while the writer goes on. */
#include "draft/journal/journal_file.h"

#include "base/memory.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>

enum { STACK_BYTES = 256 * 1024 }; /* a path and little else; under sanitizers more */

struct journal_flush {
    pthread_t thread;
    struct journal_file
        file;   /* fd is the journal's, which stays open until the thread has ended; path a copy */
    int failed; /* errno */
    _Atomic bool over;
};

static void *flush_beside(void *context) {
    struct journal_flush *flush = context;
    flush->failed = journal_file_flush(&flush->file) ? 0 : errno;
    atomic_store(&flush->over, true);
    return NULL;
}

static void flush_free(struct journal_flush *flush) {
    str_free(&flush->file.path);
    free(flush);
}

/* Signals are for the thread that waits for keys. */
static int start(struct journal_flush *flush) {
    pthread_attr_t attributes;
    sigset_t all, before;
    int failed = pthread_attr_init(&attributes);
    if (failed) return failed;
    pthread_attr_setstacksize(&attributes, STACK_BYTES);
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    failed = pthread_create(&flush->thread, &attributes, flush_beside, flush);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    return failed;
}

bool journal_file_flush_begin(struct journal_file *file) {
    if (file->flush) return false;
    struct journal_flush *flush = memory_zero(1, sizeof *flush);
    flush->file = (struct journal_file){.fd = file->fd, .made = file->made, .named = file->named};
    str_append(&flush->file.path, str_slice(&file->path));
    if (start(flush) != 0) {
        flush_free(flush);
        return false;
    }
    file->flush = flush;
    return true;
}

bool journal_file_flush_over(struct journal_file *file, bool wait, int *failed) {
    struct journal_flush *flush = file->flush;
    *failed = 0;
    if (!flush) return true;
    if (!wait && !atomic_load(&flush->over)) return false;
    pthread_join(flush->thread, NULL);
    *failed = flush->failed;
    file->named = file->named || flush->file.named;
    file->flush = NULL;
    flush_free(flush);
    return true;
}
