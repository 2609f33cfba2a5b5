#include "journal_session.h"
#include "texts.h"

#include "draft/journal/journal_file.h"
#include "draft/journal/places.h"
#include "draft/version.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

int desk_make(void **state) {
    struct journal_desk *p = calloc(1, sizeof *p);
    snprintf(p->folder, sizeof p->folder, "/tmp/sunting-journal-XXXXXX");
    if (!p || !mkdtemp(p->folder)) return -1;
    snprintf(p->draft, sizeof p->draft, "%s/draf.md", p->folder);
    setenv("XDG_STATE_HOME", p->folder, 1);
    *state = p;
    return 0;
}

int desk_remove(void **state) {
    struct journal_desk *p = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", p->folder);
    int failed = system(command);
    free(p);
    return failed;
}

void desk_write(const char *path, struct slice bytes) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes.data, bytes.len), bytes.len);
    close(fd);
}

void session_load(struct session *s, const struct journal_desk *p) {
    struct str bytes = {0};
    *s = (struct session){.now = 1000};
    if (file_read_version(p->draft, 1 << 20, &bytes, &s->disk, NULL)) {
        size_t len = bytes.len;
        s->text = text_from(str_steal(&bytes), len);
    } else {
        s->text = text_new();
    }
}

void session_begin(struct session *s, const struct journal_desk *p) {
    s->journal = journal_open(p->draft, NULL, &s->disk, s->text, true, &s->found, &s->e);
}

void journal_session_open(struct session *s, const struct journal_desk *p) {
    session_load(s, p);
    session_begin(s, p);
}

void session_edit_as(struct session *s, size_t at, size_t removed, struct slice inserted,
                     enum journal_kind kind) {
    struct str gone = {0};
    text_copy(s->text, at, at + removed, &gone);
    struct edit edit = {at, str_slice(&gone), inserted};
    text_apply(s->text, &edit);
    journal_edit(s->journal, &edit, kind, s->now);
    str_free(&gone);
}

void session_edit(struct session *s, size_t at, size_t removed, struct slice inserted) {
    session_edit_as(s, at, removed, inserted, JOURNAL_EDIT);
}

void session_pass(struct session *s, int64_t ms) {
    s->now += ms;
    assert_true(journal_tick(s->journal, s->text, s->now, &s->e));
}

void session_save(struct session *s, const struct journal_desk *p) {
    struct str bytes = {0};
    text_copy(s->text, 0, text_length(s->text), &bytes);
    desk_write(p->draft, str_slice(&bytes));
    str_clear(&bytes);
    assert_true(file_read_version(p->draft, 1 << 20, &bytes, &s->disk, NULL));
    str_free(&bytes);
    journal_saved(s->journal, p->draft, &s->disk, s->text, s->now);
}

void session_restore(struct session *s) {
    journal_restore(s->journal, &s->found);
    text_free(s->text);
    s->text = s->found.text;
    s->found.text = NULL;
}

void session_free(struct session *s) {
    journal_found_free(&s->found);
    text_free(s->text);
    error_free(&s->e);
}

void session_end(struct session *s, enum journal_end end) {
    journal_close(s->journal, end);
    session_free(s);
}

void session_expect(const struct text *text, const char *expected) {
    expect_text(text, slice_of(expected), "text");
}

struct str desk_journal(const struct journal_desk *p, const char *suffix) {
    struct str path = {0}, real = {0};
    place_real(p->draft, &real);
    journal_path(str_slice(&real), &path, NULL);
    str_append_text(&path, suffix);
    str_free(&real);
    return path;
}

bool desk_has_journal(const struct journal_desk *p, const char *suffix) {
    struct str path = desk_journal(p, suffix);
    bool there = access(str_text(&path), F_OK) == 0;
    str_free(&path);
    return there;
}

void desk_expect_aside(const struct journal_desk *p, const char *expected) {
    struct versions versions;
    versions_list(&versions, p->draft);
    assert_true(versions.list.count > 0 && versions.list.items[0].aside);
    struct text *text = version_text(&versions.list.items[0], SLICE(""), NULL);
    assert_non_null(text);
    session_expect(text, expected);
    text_free(text);
    versions_free(&versions);
}
