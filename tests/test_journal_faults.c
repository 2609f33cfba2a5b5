/* Every system call and every allocation of the journal fails once, or from then on, and the power fails at
 * every flush: what is restored is always a text that once was, and never older than what was said to be
 * safe. */
#include "base/memory.h"
#include "draft/journal.h"
#include "draft/journal_file.h"
#include "faults.h"
#include "workplace.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void remove_files(const char *path) {
    DIR *d = opendir(path);
    for (struct dirent *entry; d && (entry = readdir(d));)
        unlinkat(dirfd(d), entry->d_name, 0); /* refuses folders */
    if (d) closedir(d);
}

static void start_afresh(void) {
    remove_files(".");
    remove_files("../sunting/journal");
    rmdir("../sunting/journal");
    rmdir("../sunting");
    work_put("draf.md", SLICE("Awal."));
}

/* The texts that a session goes through, in order, and the newest one that is safe. */
enum { TEXTS = 64 };
struct run {
    struct str texts[TEXTS];
    size_t count, safe;
    struct file_identity disk;
    struct text *text;
    struct journal *journal;
    struct journal_found found;
    struct error e;
    int64_t now;
};

static void note_text(struct run *r) {
    assert_true(r->count < TEXTS);
    text_copy(r->text, 0, text_length(r->text), &r->texts[r->count++]);
}

static void run_free(struct run *r) {
    for (size_t i = 0; i < r->count; i++)
        str_free(&r->texts[i]);
    journal_found_free(&r->found);
    text_free(r->text);
    error_free(&r->e);
}

/* Faults are for the journal; loading has its own test. */
static void load(struct run *r) {
    struct str bytes = {0};
    if (!file_read_version("draf.md", 1 << 20, &bytes, &r->disk, NULL)) abort();
    size_t len = bytes.len;
    r->text = text_from(str_steal(&bytes), len);
}

static void edit(struct run *r, size_t at, size_t removed, struct slice inserted) {
    struct str gone = {0};
    text_copy(r->text, at, at + removed, &gone);
    struct edit record = {at, str_slice(&gone), inserted};
    text_apply(r->text, &record);
    journal_edit(r->journal, &record, JOURNAL_EDIT, r->now);
    str_free(&gone);
    note_text(r);
}

static void pass(struct run *r, int64_t ms) {
    r->now += ms;
    journal_tick(r->journal, r->text, r->now, &r->e);
}

static void make_safe(struct run *r) {
    if (journal_sync(r->journal)) r->safe = r->count - 1;
}

/* What a writer does in a session: types, pauses, opens again, saves. */
static void write_session(struct run *r) {
    r->journal = journal_open("draf.md", &r->disk, r->text, true, &r->found, &r->e);
    note_text(r);
    edit(r, 5, 0, SLICE(" Satu"));
    edit(r, 10, 0, SLICE(" dua."));
    pass(r, 800);
    journal_step(r->journal);
    edit(r, 0, 5, SLICE(""));
    pass(r, 3000);
    make_safe(r);
    edit(r, 0, 0, SLICE("Baru\nlagi"));
    pass(r, 1000);
    edit(r, 3, 1, SLICE("x"));
    pass(r, 1500);
    make_safe(r);
    edit(r, 0, 0, SLICE("!"));
    pass(r, 1500);
    make_safe(r);
    journal_close(r->journal, JOURNAL_END_KEPT);
}

static bool is_one_of(const struct run *r, const struct text *text, size_t from) {
    struct str bytes = {0};
    bool found = false;
    text_copy(text, 0, text_length(text), &bytes);
    for (size_t i = from; i < r->count && !found; i++)
        found = slice_equal(str_slice(&bytes), str_slice(&r->texts[i]));
    str_free(&bytes);
    return found;
}

/* Without faults: what does the next session find? */
static void check_restored(const struct run *r, const char *where) {
    struct run next = {0};
    load(&next);
    next.journal = journal_open("draf.md", &next.disk, next.text, true, &next.found, &next.e);
    const struct text *text = next.found.state == JOURNAL_UNSAVED ? next.found.text : next.text;
    if (next.found.state == JOURNAL_LOCKED) fail_msg("%s: locked", where);
    if (!is_one_of(r, text, r->safe)) {
        struct str got = {0};
        text_copy(text, 0, text_length(text), &got);
        fail_msg("%s: restored is \"%s\", which is none from %zu", where, str_text(&got), r->safe);
    }
    journal_close(next.journal, JOURNAL_END_KEPT);
    run_free(&next);
}

static bool run_with(const void *context, struct fault fault) {
    struct run r = {0};
    char where[120];
    (void)context;
    fault_describe(fault, where, sizeof where);
    start_afresh();
    load(&r);
    size_t before = work_open_files();
    faults_begin(fault);
    write_session(&r);
    bool struck;
    faults_end(&struck);
    if (work_open_files() != before) fail_msg("%s: a file stays open", where);
    if (r.safe < 3 && fault.error && !r.e.text.len) fail_msg("%s: not safe, and nothing said", where);
    check_restored(&r, where);
    run_free(&r);
    return struck;
}

static void every_call_fails(void **state) {
    (void)state;
    int runs = faults_each(60, run_with, NULL);
    print_message("%d sessions with a fault\n", runs);
    assert_true(runs > 400);
}

/* A fault that ends is told once, and everything is safe again afterwards. */
static void full_disk_is_told_once_and_mended(void **state) {
    (void)state;
    struct run r = {0};
    bool struck;
    start_afresh();
    load(&r);
    r.journal = journal_open("draf.md", &r.disk, r.text, true, &r.found, &r.e);
    note_text(&r);
    edit(&r, 5, 0, SLICE(" Satu."));
    faults_begin((struct fault){.at = 1, .persistent = true, .error = ENOSPC});
    int told = 0;
    for (int i = 0; i < 20; i++) {
        r.now += 1000;
        told += !journal_tick(r.journal, r.text, r.now, &r.e);
        edit(&r, 0, 0, SLICE("a"));
    }
    faults_end(&struck);
    assert_true(struck);
    assert_int_equal(told, 1);
    assert_non_null(strstr(str_text(&r.e.text), error_reason(&r.e, ENOSPC)));
    assert_false(journal_taken_by(r.journal, NULL, LANG_ID));
    pass(&r, 3000);
    make_safe(&r);
    assert_int_equal(r.safe, r.count - 1);
    journal_close(r.journal, JOURNAL_END_KEPT);
    check_restored(&r, "mended");
    run_free(&r);
}

/* The allocation that fails ends the process; the handler does what the editor's does. */
static void sync_at_the_end(void *context) {
    struct run *r = context;
    if (r->journal) journal_sync(r->journal);
}

static int session_without_memory(int at) {
    pid_t child = fork();
    if (child == 0) {
        struct run r = {0};
        dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO);
        load(&r);
        memory_on_exhausted(sync_at_the_end, &r);
        r.journal = journal_open("draf.md", &r.disk, r.text, true, &r.found, &r.e);
        struct edit first = {5, SLICE(""), SLICE(" Satu")}, second = {0, SLICE(""), SLICE("Nol ")};
        journal_edit(r.journal, &first, JOURNAL_EDIT, 0);
        faults_allocation(at);
        text_apply(r.text, &first);
        journal_tick(r.journal, r.text, 800, NULL);
        text_apply(r.text, &second);
        journal_edit(r.journal, &second, JOURNAL_EDIT, 900);
        journal_step(r.journal);
        journal_sync(r.journal);
        faults_allocation(0);
        journal_close(r.journal, JOURNAL_END_KEPT);
        run_free(&r);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void every_allocation_fails(void **state) {
    (void)state;
    int status = 2, at = 1;
    for (; status != 0 && at < 200; at++) {
        struct run expected = {0};
        start_afresh();
        status = session_without_memory(at);
        load(&expected);
        note_text(&expected);
        expected.journal = NULL;
        struct edit first = {5, SLICE(""), SLICE(" Satu")}, second = {0, SLICE(""), SLICE("Nol ")};
        text_apply(expected.text, &first);
        note_text(&expected);
        expected.safe = 1; /* it was in the journal when memory ran out */
        text_apply(expected.text, &second);
        note_text(&expected);
        check_restored(&expected, "out of memory");
        run_free(&expected);
    }
    assert_int_equal(status, 0);
    assert_true(at > 3);
}

static struct str journal_name(void) {
    struct str path = {0}, real = {0};
    assert_true(journal_real_path("draf.md", &real));
    journal_path(str_slice(&real), &path);
    str_free(&real);
    return path;
}

/* What a disk may do to the part of the file that was not flushed when the power failed. */
static void lose(struct str *bytes, size_t flushed, unsigned *seed) {
    size_t lost = bytes->len - flushed;
    if (!lost) return;
    size_t from = flushed + (size_t)rand_r(seed) % lost;
    switch (rand_r(seed) % 5) {
    case 0: /* cut */
        str_splice(bytes, from, bytes->len - from, SLICE(""));
        break;
    case 1: /* zeros */
        memset(bytes->data + from, 0, bytes->len - from);
        break;
    case 2: /* something else */
        for (size_t i = from; i < bytes->len; i++)
            bytes->data[i] = (char)rand_r(seed);
        break;
    case 3: /* one sector is old */
        memset(bytes->data + from, 0, bytes->len - from > 512 ? 512 : bytes->len - from);
        break;
    default: /* longer than what was written */
        str_splice(bytes, from, 0, SLICE("of another file"));
    }
}

static void power_fails_at_every_flush(void **state) {
    (void)state;
    unsigned seed = 20261123;
    int failures = 0;
    for (int round = 0; round < 30; round++) {
        struct run r = {0};
        start_afresh();
        load(&r);
        r.journal = journal_open("draf.md", &r.disk, r.text, true, &r.found, &r.e);
        note_text(&r);
        struct str path = journal_name();
        size_t flushed = 0;
        for (int i = 0; i < 12; i++) {
            size_t length = text_length(r.text), at = (size_t)rand_r(&seed) % (length + 1);
            edit(&r, at, (size_t)rand_r(&seed) % (length - at + 1), SLICE("kalimat baru\n"));
            if (rand_r(&seed) % 3 == 0) journal_step(r.journal);
            pass(&r, 800); /* written, flushed only now and then */
            struct str bytes = {0};
            assert_true(file_read(str_text(&path), 1 << 20, &bytes, NULL));
            if (rand_r(&seed) % 4 == 0) {
                make_safe(&r);
                flushed = bytes.len;
            }
            for (int k = 0; k < 12; k++, failures++) {
                struct str left = {0};
                str_append(&left, str_slice(&bytes));
                lose(&left, flushed, &seed);
                struct journal_content content = journal_scan(str_slice(&left));
                bool complete = true;
                struct text *text = journal_rebuild(str_slice(&left), &content, SLICE("Awal."), &complete);
                if (flushed) assert_non_null(text);
                if (text && !is_one_of(&r, text, r.safe)) fail_msg("round %d, edit %d", round, i);
                text_free(text);
                str_free(&left);
            }
            str_free(&bytes);
        }
        journal_close(r.journal, JOURNAL_END_KEPT);
        struct str bytes = {0};
        assert_true(file_read(str_text(&path), 1 << 20, &bytes, NULL));
        lose(&bytes, flushed, &seed);
        work_put(str_text(&path), str_slice(&bytes));
        check_restored(&r, "power failure");
        str_free(&bytes);
        str_free(&path);
        run_free(&r);
    }
    print_message("%d power failures\n", failures);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_call_fails),
        cmocka_unit_test(full_disk_is_told_once_and_mended),
        cmocka_unit_test(every_allocation_fails),
        cmocka_unit_test(power_fails_at_every_flush),
    };
    return cmocka_run_group_tests(tests, work_enter, work_leave);
}
