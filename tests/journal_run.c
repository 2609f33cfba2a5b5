#include "journal_run.h"
#include "workplace.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <unistd.h>

#include <cmocka.h>

const struct journal_desk run_place = {.folder = ".", .draft = "draf.md"};

static void remove_files(const char *path) {
    DIR *d = opendir(path);
    for (struct dirent *entry; d && (entry = readdir(d));)
        unlinkat(dirfd(d), entry->d_name, 0); /* refuses folders */
    if (d) closedir(d);
}

void run_start_afresh(void) {
    remove_files(".");
    remove_files("../sunting/journal");
    rmdir("../sunting/journal");
    rmdir("../sunting");
    work_put(run_place.draft, SLICE("Awal."));
}

void run_load(struct run *r) {
    session_load(&r->session, &run_place);
}

void journal_run_open(struct run *r) {
    session_begin(&r->session, &run_place);
}

void run_note_text(struct run *r) {
    assert_true(r->count < RUN_TEXTS);
    const struct text *text = r->session.text;
    text_copy(text, 0, text_length(text), &r->texts[r->count++]);
}

void run_free(struct run *r) {
    for (size_t i = 0; i < r->count; i++)
        str_free(&r->texts[i]);
    session_free(&r->session);
}

void run_edit(struct run *r, size_t at, size_t removed, struct slice inserted) {
    session_edit(&r->session, at, removed, inserted);
    run_note_text(r);
}

void run_pass(struct run *r, int64_t ms) {
    struct session *s = &r->session;
    s->now += ms;
    journal_tick(s->journal, s->text, s->now, &s->e);
}

void run_make_safe(struct run *r) {
    if (journal_sync(r->session.journal)) r->safe = r->count - 1;
}

bool run_was(const struct run *r, const struct text *text, size_t from) {
    struct str bytes = {0};
    bool found = false;
    text_copy(text, 0, text_length(text), &bytes);
    for (size_t i = from; i < r->count && !found; i++)
        found = slice_equal(str_slice(&bytes), str_slice(&r->texts[i]));
    str_free(&bytes);
    return found;
}

/* After what is missing it goes on, and says so: that is a text that never was. */
static bool has_gaps(void) {
    struct str path = desk_journal(&run_place, ""), bytes = {0};
    bool gaps = file_read(str_text(&path), 1 << 20, &bytes, NULL) && journal_scan(str_slice(&bytes)).gaps > 0;
    str_free(&path);
    str_free(&bytes);
    return gaps;
}

void run_check_restored(const struct run *r, const char *where) {
    struct session next;
    journal_session_open(&next, &run_place);
    const struct text *text = next.found.state == JOURNAL_UNSAVED ? next.found.text : next.text;
    if (next.found.state == JOURNAL_LOCKED) fail_msg("%s: locked", where);
    if (!run_was(r, text, r->safe) && !(next.found.damaged && has_gaps())) {
        struct str got = {0};
        text_copy(text, 0, text_length(text), &got);
        fail_msg("%s: restored is \"%s\", which is none from %zu", where, str_text(&got), r->safe);
    }
    session_end(&next, JOURNAL_END_KEPT);
}
