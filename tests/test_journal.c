#include "draft/journal.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/crc32c.h"
#include "draft/journal_file.h"
#include "draft/owner.h"

#include <cmocka.h>

/* A folder of its own, with one draft in it. */
struct place {
    char folder[64], draft[96];
};

static int set_up(void **state) {
    struct place *p = calloc(1, sizeof *p);
    snprintf(p->folder, sizeof p->folder, "/tmp/sunting-journal-XXXXXX");
    if (!p || !mkdtemp(p->folder)) return -1;
    snprintf(p->draft, sizeof p->draft, "%s/draf.md", p->folder);
    setenv("XDG_STATE_HOME", p->folder, 1);
    *state = p;
    return 0;
}

static int tear_down(void **state) {
    struct place *p = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", p->folder);
    int failed = system(command);
    free(p);
    return failed;
}

static void write_file(const char *path, struct slice bytes) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes.data, bytes.len), bytes.len);
    close(fd);
}

static struct str read_file(const char *path) {
    struct str bytes = {0};
    assert_true(file_read(path, (size_t)64 << 20, &bytes, NULL));
    return bytes;
}

/* A session as the editor has it. */
struct session {
    struct journal *journal;
    struct journal_found found;
    struct text *text;
    struct file_identity disk;
    struct error e;
    int64_t now;
};

static void session_open(struct session *s, const struct place *p) {
    struct str bytes = {0};
    *s = (struct session){.now = 1000};
    if (file_read_version(p->draft, 1 << 20, &bytes, &s->disk, NULL)) {
        size_t len = bytes.len;
        s->text = text_from(str_steal(&bytes), len);
    } else {
        s->text = text_new();
    }
    s->journal = journal_open(p->draft, &s->disk, s->text, true, &s->found, &s->e);
}

static void session_edit_as(struct session *s, size_t at, size_t removed, struct slice inserted,
                            enum journal_kind kind) {
    struct str gone = {0};
    text_copy(s->text, at, at + removed, &gone);
    struct edit edit = {at, str_slice(&gone), inserted};
    text_apply(s->text, &edit);
    journal_edit(s->journal, &edit, kind, s->now);
    str_free(&gone);
}

static void session_edit(struct session *s, size_t at, size_t removed, struct slice inserted) {
    session_edit_as(s, at, removed, inserted, JOURNAL_EDIT);
}

static void session_pass(struct session *s, int64_t ms) {
    s->now += ms;
    assert_true(journal_tick(s->journal, s->text, s->now, &s->e));
}

static void session_save(struct session *s, const struct place *p) {
    struct str bytes = {0};
    text_copy(s->text, 0, text_length(s->text), &bytes);
    write_file(p->draft, str_slice(&bytes));
    str_clear(&bytes);
    assert_true(file_read_version(p->draft, 1 << 20, &bytes, &s->disk, NULL));
    str_free(&bytes);
    journal_saved(s->journal, p->draft, &s->disk, s->text, s->now);
}

static void session_restore(struct session *s) {
    journal_restore(s->journal, &s->found);
    text_free(s->text);
    s->text = s->found.text;
    s->found.text = NULL;
}

static void session_end(struct session *s, enum journal_end end) {
    journal_close(s->journal, end);
    journal_found_free(&s->found);
    text_free(s->text);
    error_free(&s->e);
}

static void assert_text(const struct text *text, const char *expected) {
    struct str bytes = {0};
    text_copy(text, 0, text_length(text), &bytes);
    assert_string_equal(str_text(&bytes), expected);
    str_free(&bytes);
}

static struct str journal_name(const struct place *p, const char *suffix) {
    struct str path = {0}, real = {0};
    assert_true(journal_real_path(p->draft, &real));
    journal_path(str_slice(&real), &path);
    str_append_text(&path, suffix);
    str_free(&real);
    return path;
}

static bool journal_exists(const struct place *p, const char *suffix) {
    struct str path = journal_name(p, suffix);
    bool there = access(str_text(&path), F_OK) == 0;
    str_free(&path);
    return there;
}

static void checksum_is_crc32c(void **state) {
    (void)state;
    assert_int_equal(crc32c(0, SLICE("123456789")), 0xe3069283);
    assert_int_equal(crc32c(crc32c(0, SLICE("1234")), SLICE("56789")), 0xe3069283);
}

static void untouched_draft_leaves_nothing(void **state) {
    struct session s;
    write_file(((struct place *)*state)->draft, SLICE("Satu.\n"));
    session_open(&s, *state);
    assert_int_equal(s.found.state, JOURNAL_FRESH);
    assert_true(journal_exists(*state, ""));
    session_end(&s, JOURNAL_END_SAVED);
    assert_false(journal_exists(*state, ""));
}

static void cut_session_is_restored(void **state) {
    struct session s;
    write_file(((struct place *)*state)->draft, SLICE("Wali kota membuka pasar.\n"));
    session_open(&s, *state);
    session_edit(&s, 24, 0, SLICE(" murah"));
    session_edit(&s, 0, 9, SLICE("Bupati"));
    session_end(&s, JOURNAL_END_KEPT);

    session_open(&s, *state);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    assert_text(s.found.text, "Bupati membuka pasar. murah\n");
    assert_int_equal(s.found.edits, 2);
    assert_int_equal(s.found.words, 0);
    assert_false(s.found.damaged || s.found.outdated);
    session_restore(&s);
    session_edit(&s, 0, 0, SLICE("Hari ini "));
    session_end(&s, JOURNAL_END_KEPT);

    session_open(&s, *state);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    assert_text(s.found.text, "Hari ini Bupati membuka pasar. murah\n");
    session_restore(&s);
    session_save(&s, *state);
    session_end(&s, JOURNAL_END_SAVED);
    session_open(&s, *state);
    assert_int_equal(s.found.state, JOURNAL_FRESH);
    session_end(&s, JOURNAL_END_SAVED);
}

static void typing_is_written_and_flushed_in_time(void **state) {
    struct session s;
    session_open(&s, *state);
    struct str path = journal_name(*state, "");
    struct stat before, after;
    stat(str_text(&path), &before);
    session_edit(&s, 0, 0, SLICE("a"));
    session_pass(&s, 0);
    stat(str_text(&path), &after);
    assert_int_equal(before.st_size, after.st_size);
    assert_in_range(journal_due(s.journal, s.now), 1, 1000);
    session_pass(&s, 400);
    session_edit(&s, 1, 0, SLICE("b"));
    session_pass(&s, 300);
    stat(str_text(&path), &after);
    assert_true(after.st_size > before.st_size);
    before = after;
    session_edit(&s, 2, 0, SLICE("c"));
    journal_step(s.journal);
    assert_int_equal(journal_due(s.journal, s.now), 0);
    session_pass(&s, 0);
    stat(str_text(&path), &after);
    assert_true(after.st_size > before.st_size);
    assert_int_equal(after.st_mode & 0777, 0600);
    str_free(&path);
    session_end(&s, JOURNAL_END_SAVED);
}

static void changed_file_is_told(void **state) {
    struct place *p = *state;
    struct session s;
    write_file(p->draft, SLICE("Satu.\n"));
    session_open(&s, p);
    session_edit(&s, 5, 0, SLICE(" Dua."));
    session_end(&s, JOURNAL_END_KEPT);
    write_file(p->draft, SLICE("Orang lain.\n"));
    session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    assert_true(s.found.outdated);
    assert_text(s.found.text, "Satu. Dua.\n");
    journal_decline(s.journal, s.text);
    assert_true(journal_exists(p, ".aside"));
    session_edit(&s, 0, 5, SLICE("Kawan"));
    session_end(&s, JOURNAL_END_KEPT);
    session_open(&s, p);
    assert_text(s.found.text, "Kawan lain.\n");
    assert_false(s.found.outdated);
    session_end(&s, JOURNAL_END_KEPT);
    /* Without a decision, it is still there. */
    unlink(p->draft);
    session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    assert_text(s.found.text, "Kawan lain.\n");
    assert_true(s.found.outdated);
    session_end(&s, JOURNAL_END_KEPT);
}

static void saved_then_changed_is_no_loss(void **state) {
    struct place *p = *state;
    struct session s;
    session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Satu.\n"));
    session_save(&s, p);
    session_end(&s, JOURNAL_END_KEPT);
    write_file(p->draft, SLICE("Dua.\n"));
    session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_FRESH);
    session_end(&s, JOURNAL_END_SAVED);
}

static void save_that_was_not_noted_is_no_loss(void **state) {
    struct place *p = *state;
    struct session s;
    session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Satu.\n"));
    write_file(p->draft, SLICE("Satu.\n"));
    session_end(&s, JOURNAL_END_KEPT);
    session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_FRESH);
    session_edit(&s, 0, 0, SLICE("Nol. "));
    session_end(&s, JOURNAL_END_KEPT);
    session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    assert_false(s.found.outdated);
    session_end(&s, JOURNAL_END_KEPT);
}

struct seen {
    size_t edits, steps;
    struct text *text;
};

static void see(void *context, const struct edit *edit, bool step) {
    struct seen *seen = context;
    seen->edits++;
    seen->steps += step;
    text_apply(seen->text, edit);
}

static void next_session_can_undo(void **state) {
    struct place *p = *state;
    struct session s;
    session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("satu "));
    journal_step(s.journal);
    session_edit(&s, 5, 0, SLICE("dua "));
    journal_step(s.journal);
    session_edit(&s, 9, 0, SLICE("tiga"));
    journal_step(s.journal);
    session_edit_as(&s, 9, 4, SLICE(""), JOURNAL_UNDO);
    journal_step(s.journal);
    session_edit_as(&s, 5, 4, SLICE(""), JOURNAL_UNDO);
    journal_step(s.journal);
    session_edit_as(&s, 5, 0, SLICE("dua "), JOURNAL_REDO);
    session_save(&s, p);
    session_end(&s, JOURNAL_END_SAVED);

    session_open(&s, p);
    struct seen seen = {.text = text_new()};
    assert_true(journal_history(s.journal, see, &seen));
    assert_int_equal(seen.edits, 2);
    assert_int_equal(seen.steps, 2);
    assert_text(seen.text, "satu dua ");
    text_free(seen.text);
    session_end(&s, JOURNAL_END_SAVED);

    write_file(p->draft, SLICE("lain"));
    session_open(&s, p);
    assert_false(journal_history(s.journal, see, NULL));
    session_end(&s, JOURNAL_END_SAVED);
}

static void dropped_work_is_put_aside(void **state) {
    struct session s;
    session_open(&s, *state);
    session_edit(&s, 0, 0, SLICE("salah"));
    session_end(&s, JOURNAL_END_DROPPED);
    assert_false(journal_exists(*state, ""));
    assert_true(journal_exists(*state, ".aside"));
}

static void save_as_takes_the_journal_along(void **state) {
    struct place *p = *state, other = *p;
    struct session s;
    snprintf(other.draft, sizeof other.draft, "%s/lain.md", p->folder);
    session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Satu."));
    session_save(&s, &other);
    assert_false(journal_exists(p, ""));
    session_edit(&s, 5, 0, SLICE(" Dua."));
    session_end(&s, JOURNAL_END_KEPT);
    session_open(&s, &other);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    assert_text(s.found.text, "Satu. Dua.");
    assert_false(s.found.outdated);
    session_end(&s, JOURNAL_END_KEPT);
}

static void removed_journal_is_written_anew(void **state) {
    struct session s;
    session_open(&s, *state);
    session_edit(&s, 0, 0, SLICE("Satu."));
    session_pass(&s, 3000);
    struct str path = journal_name(*state, "");
    unlink(str_text(&path));
    str_free(&path);
    session_edit(&s, 5, 0, SLICE(" Dua."));
    session_pass(&s, 3000);
    session_end(&s, JOURNAL_END_KEPT);
    session_open(&s, *state);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    assert_text(s.found.text, "Satu. Dua.");
    session_end(&s, JOURNAL_END_KEPT);
}

/* What a torn or damaged file gives back is a text that once was, and never a later one in part. */
static void torn_anywhere_restores_whole_records(void **state) {
    struct place *p = *state;
    struct session s;
    const char *const texts[] = {"", "Satu.", "Satu. Dua.", "Satu. ua.", "A Satu. ua.", "A Satu. ua.\nB"};
    session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Satu."));
    journal_step(s.journal);
    session_edit(&s, 5, 0, SLICE(" Dua."));
    session_edit(&s, 6, 1, SLICE(""));
    session_edit(&s, 0, 0, SLICE("A "));
    session_edit(&s, 11, 0, SLICE("\nB"));
    assert_text(s.text, texts[5]);
    session_end(&s, JOURNAL_END_KEPT);
    struct str path = journal_name(p, ""), whole = read_file(str_text(&path));
    size_t reached = 0;
    for (size_t end = 0; end <= whole.len; end++) {
        struct str torn = {0};
        str_append(&torn, slice_range(str_slice(&whole), 0, end));
        struct journal_content content = journal_scan(str_slice(&torn));
        bool complete = false;
        struct text *text = journal_rebuild(str_slice(&torn), &content, SLICE(""), &complete);
        if (text) {
            assert_true(complete);
            struct str bytes = {0};
            text_copy(text, 0, text_length(text), &bytes);
            if (reached < 5 && strcmp(str_text(&bytes), texts[reached]) != 0) reached++;
            assert_string_equal(str_text(&bytes), texts[reached]);
            str_free(&bytes);
        }
        text_free(text);
        str_free(&torn);
    }
    assert_int_equal(reached, 5);
    for (size_t at = 0; at < whole.len; at++) {
        whole.data[at] ^= 0x40;
        struct journal_content content = journal_scan(str_slice(&whole));
        assert_true(content.torn && content.end <= at);
        bool complete;
        text_free(journal_rebuild(str_slice(&whole), &content, SLICE(""), &complete));
        whole.data[at] ^= 0x40;
    }
    str_free(&whole);
    str_free(&path);
}

static void damaged_journal_is_put_aside_and_restored(void **state) {
    struct place *p = *state;
    struct session s;
    session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Satu."));
    journal_step(s.journal);
    session_edit(&s, 5, 0, SLICE(" Dua."));
    session_end(&s, JOURNAL_END_KEPT);
    struct str path = journal_name(p, "");
    struct stat st;
    stat(str_text(&path), &st);
    assert_int_equal(truncate(str_text(&path), st.st_size - 3), 0);
    str_free(&path);
    session_open(&s, p);
    assert_true(s.found.damaged);
    assert_text(s.found.text, "Satu.");
    session_restore(&s);
    assert_true(journal_exists(p, ".aside"));
    session_edit(&s, 5, 0, SLICE(" Tiga."));
    session_end(&s, JOURNAL_END_KEPT);
    session_open(&s, p);
    assert_false(s.found.damaged);
    assert_text(s.found.text, "Satu. Tiga.");
    session_end(&s, JOURNAL_END_KEPT);
}

/* Random edits with saves and cuts: what comes back is always the text of the model. */
static void replay_equals_model(void **state) {
    struct place *p = *state;
    unsigned seed = 20261123;
    struct str model = {0};
    struct session s;
    session_open(&s, p);
    for (int i = 0; i < 4000; i++) {
        unsigned dice = (unsigned)rand_r(&seed) % 100;
        if (dice < 2) {
            session_save(&s, p);
        } else if (dice < 4) {
            session_end(&s, JOURNAL_END_KEPT);
            session_open(&s, p);
            if (s.found.state == JOURNAL_UNSAVED) session_restore(&s);
            assert_text(s.text, str_text(&model));
        } else if (dice < 14) {
            journal_step(s.journal);
        } else if (dice < 24) {
            session_pass(&s, rand_r(&seed) % 2000);
        } else {
            size_t at = (size_t)rand_r(&seed) % (model.len + 1);
            size_t removed = (size_t)rand_r(&seed) % 9 % (model.len - at + 1);
            static const char letters[] = "a\nbc d\ne";
            char inserted[8];
            size_t len = (size_t)rand_r(&seed) % 8;
            for (size_t k = 0; k < len; k++)
                inserted[k] = letters[rand_r(&seed) % 8];
            session_edit(&s, at, removed, (struct slice){inserted, len});
            str_splice(&model, at, removed, (struct slice){inserted, len});
        }
    }
    assert_text(s.text, str_text(&model));
    session_end(&s, JOURNAL_END_KEPT);
    str_free(&model);
}

static void large_journal_starts_anew_when_saved(void **state) {
    struct place *p = *state;
    struct session s;
    struct str page = {0};
    for (int i = 0; i < 4096; i++)
        str_append_text(&page, "Dinas Perikanan menyalurkan bibit lele kepada kelompok tani.\n");
    session_open(&s, p);
    for (int i = 0; i < 12; i++) {
        session_edit(&s, 0, 0, str_slice(&page));
        journal_step(s.journal);
        session_edit(&s, 0, page.len, SLICE(""));
    }
    session_edit(&s, 0, 0, SLICE("Selesai."));
    session_save(&s, p);
    struct str path = journal_name(p, "");
    struct stat st;
    stat(str_text(&path), &st);
    assert_in_range(st.st_size, 1, 4096);
    session_edit(&s, 8, 0, SLICE(" Sudah."));
    session_end(&s, JOURNAL_END_KEPT);
    session_open(&s, p);
    assert_text(s.found.text, "Selesai. Sudah.");
    session_end(&s, JOURNAL_END_KEPT);
    str_free(&path);
    str_free(&page);
}

static void without_state_folder_it_lies_beside_the_draft(void **state) {
    struct place *p = *state;
    struct session s;
    setenv("XDG_STATE_HOME", "/proc/nowhere", 1);
    session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Satu."));
    session_end(&s, JOURNAL_END_KEPT);
    struct str path = journal_name(p, "");
    assert_true(slice_starts(str_slice(&path), slice_of(p->folder)));
    str_free(&path);
    session_open(&s, p);
    assert_text(s.found.text, "Satu.");
    session_end(&s, JOURNAL_END_KEPT);
}

/* Another process holds the draft; bytes go through the pipe when it is ready. */
static pid_t hold_elsewhere(const struct place *p, bool ticks) {
    int ends[2];
    char byte;
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    if (pid == 0) {
        struct session s;
        struct str told = {0};
        session_open(&s, p);
        session_edit(&s, 0, 0, SLICE("Dari sana."));
        if (write(ends[1], "r", 1) != 1) _exit(9);
        for (int i = 0; i < 500 && !journal_taken_by(s.journal, &told, LANG_ID); i++) {
            usleep(10000);
            s.now += 100;
            if (ticks) journal_tick(s.journal, s.text, s.now, &s.e);
        }
        struct edit edit = {0, SLICE(""), SLICE("x")};
        journal_edit(s.journal, &edit, JOURNAL_EDIT, s.now); /* ignored: it is read only now */
        _exit(told.len && journal_tick(s.journal, s.text, s.now + 5000, &s.e) ? 7 : 1);
    }
    assert_int_equal(read(ends[0], &byte, 1), 1);
    close(ends[0]);
    close(ends[1]);
    return pid;
}

static void second_session_is_told_and_takes_over(void **state) {
    struct place *p = *state;
    struct session s;
    setenv("LOGNAME", "sri", 1);
    pid_t pid = hold_elsewhere(p, true);
    session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_LOCKED);
    struct str told = {0};
    journal_locked_by(&told, LANG_ID, &s.found);
    assert_non_null(strstr(str_text(&told), "sri@"));
    assert_non_null(strstr(str_text(&told), "hari ini"));
    str_free(&told);
    session_end(&s, JOURNAL_END_SAVED);
    assert_true(journal_exists(p, ""));

    assert_true(journal_take_over(p->draft, 3000, NULL));
    session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    assert_text(s.found.text, "Dari sana.");
    session_restore(&s);
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(WEXITSTATUS(status), 7);
    session_end(&s, JOURNAL_END_KEPT);
    session_open(&s, p);
    assert_text(s.found.text, "Dari sana.");
    session_end(&s, JOURNAL_END_KEPT);
}

static void session_that_hangs_is_not_taken_over(void **state) {
    struct place *p = *state;
    struct error e = {0};
    pid_t pid = hold_elsewhere(p, false);
    assert_false(journal_take_over(p->draft, 100, &e));
    assert_true(e.text.len > 0);
    assert_false(journal_exists(p, ".takeover"));
    error_free(&e);
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    struct session s;
    session_open(&s, p);
    assert_int_not_equal(s.found.state, JOURNAL_LOCKED);
    session_end(&s, JOURNAL_END_KEPT);
}

static void moments_are_told(void **state) {
    (void)state;
    setenv("TZ", "Asia/Jakarta", 1);
    tzset();
    struct str out = {0};
    const int64_t noon = 1792904700000; /* 25 October 2026, 12.05 in Jakarta */
    moment_describe(&out, LANG_ID, noon, noon + 3600000);
    str_append_byte(&out, '|');
    moment_describe(&out, LANG_ID, noon, noon + 86400000);
    str_append_byte(&out, '|');
    moment_describe(&out, LANG_ID, noon, noon + 2 * 86400000);
    str_append_byte(&out, '|');
    moment_describe(&out, LANG_EN, noon, noon + 2 * 86400000);
    assert_string_equal(
        str_text(&out),
        "hari ini pukul 12.05|kemarin pukul 12.05|25-10-2026 pukul 12.05|2026-10-25 at 12:05");
    str_free(&out);
}

static void dead_owner_is_known(void **state) {
    (void)state;
    struct str bytes = {0};
    struct owner owner;
    owner_here(&bytes);
    assert_true(owner_decode(str_slice(&bytes), &owner));
    assert_true(owner_may_live(&owner));
    struct owner other = owner;
    other.boot = SLICE("before the restart");
    assert_false(owner_may_live(&other));
    other = owner;
    other.started++;
    assert_false(owner_may_live(&other));
    other = owner;
    other.pid = 0x3fffffff;
    assert_false(owner_may_live(&other));
    other.host = SLICE("server-lain");
    assert_true(owner_may_live(&other));
    str_free(&bytes);
}

int main(void) {
#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checksum_is_crc32c),
        T(untouched_draft_leaves_nothing),
        T(cut_session_is_restored),
        T(typing_is_written_and_flushed_in_time),
        T(changed_file_is_told),
        T(saved_then_changed_is_no_loss),
        T(save_that_was_not_noted_is_no_loss),
        T(next_session_can_undo),
        T(dropped_work_is_put_aside),
        T(save_as_takes_the_journal_along),
        T(removed_journal_is_written_anew),
        T(torn_anywhere_restores_whole_records),
        T(damaged_journal_is_put_aside_and_restored),
        T(replay_equals_model),
        T(large_journal_starts_anew_when_saved),
        T(without_state_folder_it_lies_beside_the_draft),
        T(second_session_is_told_and_takes_over),
        T(session_that_hangs_is_not_taken_over),
        cmocka_unit_test(moments_are_told),
        cmocka_unit_test(dead_owner_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
