#include "cli/jobs.h"

#include "base/disk.h"
#include "cli/messages.h"
#include "cli/progress.h"

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORKERS_MOST = 64, DRAFTS_PER_WORKER = 16 /* fewer are not worth loading the dictionaries again */ };

struct worker {
    pid_t process;
    int results; /* read end of its pipe; -1: it died */
};

/* What stands before each result in the pipe. */
enum { RESULT_TEXTS = 4 };
struct frame {
    size_t texts[RESULT_TEXTS], counts[JOB_COUNTS];
    bool failed;
};

static void result_texts(struct job_result *result, struct str *texts[RESULT_TEXTS]) {
    texts[0] = &result->text;
    texts[1] = &result->error;
    texts[2] = &result->note;
    texts[3] = &result->problem;
}

static void result_clear(struct job_result *result) {
    struct str *texts[RESULT_TEXTS];
    result_texts(result, texts);
    for (size_t i = 0; i < RESULT_TEXTS; i++)
        str_clear(texts[i]);
    memset(result->counts, 0, sizeof result->counts);
    result->failed = false;
}

static void result_free(struct job_result *result) {
    struct str *texts[RESULT_TEXTS];
    result_texts(result, texts);
    for (size_t i = 0; i < RESULT_TEXTS; i++)
        str_free(texts[i]);
}

static bool write_result(int fd, struct job_result *result) {
    struct frame frame = {.failed = result->failed};
    struct str *texts[RESULT_TEXTS];
    result_texts(result, texts);
    for (size_t i = 0; i < RESULT_TEXTS; i++)
        frame.texts[i] = texts[i]->len;
    memcpy(frame.counts, result->counts, sizeof frame.counts);
    bool ok = disk_write(fd, (struct slice){(const char *)&frame, sizeof frame});
    for (size_t i = 0; ok && i < RESULT_TEXTS; i++)
        ok = disk_write(fd, str_slice(texts[i]));
    return ok;
}

static _Noreturn void work(const struct jobs *jobs, size_t first, size_t step, int results) {
    struct job_result result = {0};
    bool ok = true;
    for (size_t i = first; ok && i < jobs->walk->paths.count; i += step) {
        result_clear(&result);
        jobs->work(jobs->self, jobs->walk->paths.items[i], &result);
        ok = write_result(results, &result);
    }
    _exit(ok ? 0 : 2);
}

static bool start(struct worker *workers, const struct jobs *jobs, size_t which, size_t count) {
    int ends[2];
    if (pipe(ends) != 0) return false;
    fflush(NULL);
    workers[which].process = fork();
    if (workers[which].process == 0) {
        close(ends[0]);
        for (size_t i = 0; i < which; i++) /* else they would not see the end when this one dies */
            close(workers[i].results);
        work(jobs, which, count, ends[1]);
    }
    close(ends[1]);
    workers[which].results = ends[0];
    if (workers[which].process > 0) return true;
    close(ends[0]);
    return false;
}

static bool read_result(int fd, struct job_result *result) {
    struct frame frame;
    struct str *texts[RESULT_TEXTS];
    result_texts(result, texts);
    if (!disk_read(fd, &frame, sizeof frame)) return false;
    for (size_t i = 0; i < RESULT_TEXTS; i++) {
        str_reserve(texts[i], frame.texts[i] + 1);
        if (!disk_read(fd, texts[i]->data, frame.texts[i])) return false;
        texts[i]->len = frame.texts[i];
        texts[i]->data[texts[i]->len] = 0;
    }
    memcpy(result->counts, frame.counts, sizeof frame.counts);
    result->failed = frame.failed;
    return true;
}

static size_t choose_workers(const struct jobs *jobs) {
    size_t count = jobs->workers, most = jobs->walk->paths.count;
    if (!count) {
        long processors = sysconf(_SC_NPROCESSORS_ONLN);
        count = processors > 1 ? (size_t)processors : 1;
        most /= DRAFTS_PER_WORKER;
    }
    if (count > most) count = most;
    return count < WORKERS_MOST ? count : WORKERS_MOST;
}

static void take_all(const struct jobs *jobs, struct worker *workers, size_t count, enum lang lang,
                     struct progress *progress) {
    struct job_result result = {0};
    for (size_t i = 0; i < jobs->walk->paths.count; i++) {
        struct worker *worker = &workers[i % count];
        result_clear(&result);
        if (worker->results < 0 || !read_result(worker->results, &result)) {
            if (worker->results >= 0) close(worker->results);
            worker->results = -1;
            result_clear(&result);
            message(&result.error, lang, JOB_DIED);
        }
        jobs->take(jobs->self, jobs->walk->paths.items[i], &result);
        progress_step(progress);
    }
    result_free(&result);
}

static void run_here(const struct jobs *jobs, struct progress *progress) {
    struct job_result result = {0};
    for (size_t i = 0; i < jobs->walk->paths.count; i++) {
        result_clear(&result);
        jobs->work(jobs->self, jobs->walk->paths.items[i], &result);
        jobs->take(jobs->self, jobs->walk->paths.items[i], &result);
        progress_step(progress);
    }
    result_free(&result);
}

void jobs_run(const struct jobs *jobs, enum lang lang) {
    struct worker workers[WORKERS_MOST];
    size_t count = choose_workers(jobs), started = 0;
    struct progress progress;
    progress_begin(&progress, jobs->walk->paths.count, lang);
    while (count > 1 && started < count && start(workers, jobs, started, count))
        started++;
    if (count > 1 && started == count) {
        take_all(jobs, workers, count, lang, &progress);
    } else { /* too few processes or files are free: those that run see a closed pipe and end */
        for (size_t i = 0; i < started; i++) {
            close(workers[i].results);
            workers[i].results = -1;
        }
        run_here(jobs, &progress);
    }
    for (size_t i = 0; i < started; i++) {
        if (workers[i].results >= 0) close(workers[i].results);
        waitpid(workers[i].process, NULL, 0);
    }
    progress_end(&progress);
}
