/* The power fails: what is restored is a text that once was, and never older than what was said to be safe.
 * First with damage to the journal's bytes alone, then at every call on a model of the disk, which also loses
 * names. */
#include "draft/journal/journal_record.h"
#include "journal_run.h"
#include "power_calls.h"
#include "workplace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

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

enum { ROUNDS = 30, EDITS = 12, FAILURES = 12 /* after each edit */ };

static void fail_power(const struct run *r, struct slice bytes, size_t flushed, unsigned *seed) {
    struct str left = {0};
    str_append(&left, bytes);
    lose(&left, flushed, seed);
    struct journal_content content = journal_scan(str_slice(&left));
    struct rebuilt rebuilt = journal_rebuild(str_slice(&left), &content, SLICE("Awal."));
    if (flushed) assert_non_null(rebuilt.text);
    /* After what is missing it goes on, and says so. */
    if (!rebuilt.complete) assert_true(content.gaps > 0);
    if (rebuilt.text && rebuilt.complete && !run_was(r, rebuilt.text, r->safe))
        fail_msg("after text %zu", r->count);
    rebuilt_free(&rebuilt);
    str_free(&left);
}

/* A session in which the power fails again and again; returns how many bytes of its journal were flushed. */
static size_t write_session(struct run *r, const char *journal, unsigned *seed) {
    size_t flushed = 0;
    for (int i = 0; i < EDITS; i++) {
        size_t length = text_length(r->session.text), at = (size_t)rand_r(seed) % (length + 1);
        run_edit(r, at, (size_t)rand_r(seed) % (length - at + 1), SLICE("kalimat baru\n"));
        if (rand_r(seed) % 3 == 0) journal_step(r->session.journal);
        run_pass(r, 800); /* written, flushed only now and then */
        struct str bytes = {0};
        assert_true(file_read(journal, 1 << 20, &bytes, NULL));
        if (rand_r(seed) % 4 == 0) {
            run_make_safe(r);
            flushed = bytes.len;
        }
        for (int k = 0; k < FAILURES; k++)
            fail_power(r, str_slice(&bytes), flushed, seed);
        str_free(&bytes);
    }
    return flushed;
}

static void power_fails_at_every_flush(void **state) {
    (void)state;
    unsigned seed = 20261123;
    for (int round = 0; round < ROUNDS; round++) {
        struct run r = {0};
        run_start_afresh();
        run_load(&r);
        journal_run_open(&r);
        run_note_text(&r);
        struct str path = desk_journal(&run_place, ""), bytes = {0};
        size_t flushed = write_session(&r, str_text(&path), &seed);
        journal_close(r.session.journal, JOURNAL_END_KEPT);
        assert_true(file_read(str_text(&path), 1 << 20, &bytes, NULL));
        lose(&bytes, flushed, &seed);
        work_put(str_text(&path), str_slice(&bytes));
        run_check_restored(&r, "power failure");
        str_free(&bytes);
        str_free(&path);
        run_free(&r);
    }
}

enum { OUTCOMES = 30 };

/* The session that the disk is watched for. */
static struct {
    struct run *run;
    ino_t home; /* of the state folder */
    const char *journal;
    int failures;
} watched;

/* Nothing, or a text that was. */
static bool restores(struct slice bytes) {
    struct journal_content content = journal_scan(bytes);
    struct rebuilt rebuilt = journal_rebuild(bytes, &content, SLICE("Awal."));
    bool told = !rebuilt.complete && content.gaps; /* after what is missing it goes on, and says so */
    bool good =
        rebuilt.text ? told || run_was(watched.run, rebuilt.text, watched.run->safe) : watched.run->safe == 0;
    rebuilt_free(&rebuilt);
    return good;
}

static void fail_disk(struct power_disk *disk) {
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        size_t node = power_find_path(disk, watched.home, watched.journal, power_names(disk, outcome));
        struct str bytes = {0};
        if (node != NODE_NONE) power_content(disk, node, outcome, &bytes);
        if (!restores(str_slice(&bytes))) watched.failures++;
        str_free(&bytes);
    }
}

/* Types, and makes safe now and then, and at the end. */
static void write_on(struct run *r) {
    for (int i = 0; i < 5; i++) {
        run_edit(r, text_length(r->session.text), 0, SLICE(" Kalimat baru."));
        run_pass(r, 800);
        if (i % 2) run_make_safe(r);
    }
    run_make_safe(r);
    assert_int_equal(r->safe, r->count - 1);
}

/* A journal that is new, one put anew over the old because a flush failed, and one that
 * somebody removed: what is removed is not safe any more. */
static void write_in_three_journals(struct run *r, struct power_disk *disk, const char *journal) {
    run_note_text(r);
    write_on(r);
    disk->broken = true;
    run_edit(r, 0, 0, SLICE("Rusak. "));
    run_pass(r, 5000);
    disk->broken = false;
    run_pass(r, 60000);
    write_on(r);
    r->safe = 0;
    assert_int_equal(unlink(journal), 0);
    run_edit(r, 0, 0, SLICE("Hilang. "));
    run_pass(r, 5000);
    run_pass(r, 60000);
    write_on(r);
}

static void flushes_come_before_promises(void **state) {
    (void)state;
    struct run r = {0};
    struct power_disk *disk = power_calls(fail_disk);
    run_start_afresh();
    run_load(&r);
    struct str path = desk_journal(&run_place, "");
    rmdir("../sunting/journal");
    rmdir("../sunting");
    const char *below = strstr(str_text(&path), "/sunting/journal/");
    assert_non_null(below);
    watched.run = &r;
    watched.home = work_inode(work_folder());
    watched.journal = below + 1;
    disk->on = true;
    journal_run_open(&r);
    write_in_three_journals(&r, disk, str_text(&path));
    fail_disk(disk);
    power_forget(disk);
    journal_close(r.session.journal, JOURNAL_END_KEPT);
    if (watched.failures) fail_msg("%d outcomes lose what was safe", watched.failures);
    str_free(&path);
    run_free(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(power_fails_at_every_flush),
        cmocka_unit_test(flushes_come_before_promises),
    };
    return cmocka_run_group_tests(tests, work_enter, work_leave);
}
