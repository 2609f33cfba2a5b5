#include "script_steps.h"

#include "base/file.h"
#include "base/paths.h"
#include "base/replace.h"
#include "draft/journal/journal_replay.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void path_in(struct str *path, const char *folder, struct slice name) {
    str_clear(path);
    str_printf(path, "%s/%.*s", folder, SLICE_ARG(name));
}

bool script_read(struct script *s, const char *folder, struct slice name, struct str *bytes) {
    struct str path = {0};
    struct error e = {0};
    path_in(&path, folder, name);
    bool ok = file_read(str_text(&path), 64 << 20, bytes, &e);
    if (!ok) script_fail(s, str_text(&e.text), name);
    str_free(&path);
    error_free(&e);
    return ok;
}

bool script_write(const char *folder, struct slice name, struct slice bytes) {
    struct str path = {0};
    path_in(&path, folder, name);
    FILE *f = fopen(str_text(&path), "wb");
    bool ok = f && fwrite(bytes.data, 1, bytes.len, f) == bytes.len;
    if (f) ok = fclose(f) == 0 && ok;
    str_free(&path);
    return ok;
}

static bool copy(struct script *s, struct slice name, struct slice from) {
    struct str bytes = {0}, folder = {0};
    if (slice_find_byte(name, '/', 0) != SIZE_MAX) {
        path_in(&folder, s->home, path_folder(name));
        mkdir(str_text(&folder), 0700);
    }
    bool ok = script_read(s, s->folder, from, &bytes) && script_write(s->home, name, str_slice(&bytes));
    str_free(&bytes);
    str_free(&folder);
    return ok;
}

bool step_copy(struct script *s, struct slice name) {
    return copy(s, name, name);
}

bool step_replace(struct script *s, struct slice names) {
    struct slice name = slice_cut(&names, ' ');
    return copy(s, name, names);
}

bool step_repeat(struct script *s, struct slice words) {
    struct slice name = slice_cut(&words, ' '), times = slice_cut(&words, ' ');
    struct str piece = {0}, path = {0};
    bool ok = script_read(s, s->folder, words, &piece);
    path_in(&path, s->home, name);
    FILE *f = fopen(str_text(&path), "ab");
    for (unsigned long left = strtoul(times.data, NULL, 10); f && left > 0; left--)
        ok = fwrite(piece.data, 1, piece.len, f) == piece.len && ok;
    ok = f && fclose(f) == 0 && ok;
    str_free(&piece);
    str_free(&path);
    return ok;
}

/* The folders of what the program keeps, the first so many. */
static void make_state(struct script *s, size_t count) {
    static const char *const parts[] = {"state", "state/sunting", "state/sunting/rescue"};
    struct str folder = {0};
    for (size_t i = 0; i < count; i++) {
        path_in(&folder, s->home, slice_of(parts[i]));
        mkdir(str_text(&folder), 0700);
    }
    str_free(&folder);
}

/* Two names separated by a space. */
bool step_rescue(struct script *s, struct slice names) {
    struct slice name = slice_cut(&names, ' ');
    struct str bytes = {0}, path = {0}, folder = {0}, copy = {0};
    make_state(s, 3);
    path_in(&folder, s->home, SLICE("state/sunting/rescue"));
    path_in(&path, s->home, name);
    file_rescue_find(str_text(&path), str_text(&folder), &copy);
    bool ok =
        script_read(s, s->folder, names, &bytes) && script_write("", str_slice(&copy), str_slice(&bytes));
    struct str *strings[] = {&bytes, &path, &folder, &copy};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        str_free(strings[i]);
    return ok;
}

bool step_remove(struct script *s, struct slice name) {
    struct str path = {0};
    path_in(&path, s->home, name);
    bool ok = unlink(str_text(&path)) == 0;
    str_free(&path);
    return ok;
}

bool step_rename(struct script *s, struct slice names) {
    struct slice name = slice_cut(&names, ' ');
    struct str from = {0}, to = {0};
    path_in(&from, s->home, name);
    path_in(&to, s->home, names);
    bool ok = rename(str_text(&from), str_text(&to)) == 0;
    str_free(&from);
    str_free(&to);
    return ok;
}

bool step_forget(struct script *s, struct slice nothing) {
    struct str command = {0};
    (void)nothing;
    str_printf(&command, "rm -rf %s/state/sunting", s->home);
    bool ok = system(str_text(&command)) == 0;
    str_free(&command);
    return ok;
}

bool step_newcomer(struct script *s, struct slice nothing) {
    (void)nothing;
    return s->newcomer = true;
}

bool script_know(struct script *s) {
    struct str path = {0};
    path_in(&path, s->home, SLICE("state/sunting/recent"));
    bool known = access(str_text(&path), F_OK) == 0;
    str_free(&path);
    if (known || s->newcomer) return true;
    make_state(s, 2);
    return script_write(s->home, SLICE("state/sunting/recent"), SLICE("/nonexistent/lama.md\n"));
}

bool step_same(struct script *s, struct slice names) {
    struct slice name = slice_cut(&names, ' ');
    struct str mine = {0}, other = {0};
    bool ok = script_read(s, s->home, name, &mine);
    if (ok && script_updates()) ok = script_update(s, names, str_slice(&mine));
    ok = ok && script_read(s, s->folder, names, &other);
    if (ok && !script_matches(str_slice(&other), str_slice(&mine)))
        ok = script_fail(s, "file differs; it holds:\n", str_slice(&mine));
    str_free(&mine);
    str_free(&other);
    return ok;
}

bool step_contains(struct script *s, struct slice rest) {
    struct slice name = slice_cut(&rest, ' ');
    struct str bytes = {0};
    bool ok = script_read(s, s->home, name, &bytes);
    if (ok && slice_find(str_slice(&bytes), rest, 0) == SIZE_MAX)
        ok = script_fail(s, "not in the file:", rest);
    str_free(&bytes);
    return ok;
}

/* Whether the journal at path rebuilds a text that holds this; disk: what the draft holds. */
static bool is_journalled(const char *path, struct slice disk, struct slice text) {
    struct str bytes = {0}, whole = {0};
    bool found = false;
    if (file_read(path, 64 << 20, &bytes, NULL)) {
        struct journal_content content = journal_scan(str_slice(&bytes));
        struct rebuilt rebuilt = journal_rebuild(str_slice(&bytes), &content, disk);
        if (rebuilt.text) text_copy(rebuilt.text, 0, text_length(rebuilt.text), &whole);
        found = slice_find(str_slice(&whole), text, 0) != SIZE_MAX;
        rebuilt_free(&rebuilt);
    }
    str_free(&bytes);
    str_free(&whole);
    return found;
}

bool step_journalled(struct script *s, struct slice rest) {
    struct slice name = slice_cut(&rest, ' ');
    struct str disk = {0}, pattern = {0};
    bool found = false, ok = slice_equal_text(name, "-") || script_read(s, s->home, name, &disk);
    str_printf(&pattern, "%s/state/sunting/journal/*.journal", s->home);
    for (int waited = 0; ok && !found && waited < PATIENCE; waited += 50) {
        glob_t journals;
        pty_settle(s->pty, 50, 50);
        if (glob(str_text(&pattern), 0, NULL, &journals) != 0) continue;
        for (size_t i = 0; i < journals.gl_pathc && !found; i++)
            found = is_journalled(journals.gl_pathv[i], str_slice(&disk), rest);
        globfree(&journals);
    }
    str_free(&disk);
    str_free(&pattern);
    return found || (ok && script_fail(s, "never in a journal:", rest));
}
