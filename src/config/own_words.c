#include "config/own_words.h"

#include "base/paths.h"
#include "base/replace.h"
#include "base/utf8.h"
#include "config/messages.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

enum { WORDS_LIMIT = 4 << 20, WORD_RUNES = 64 };

static bool find_file(struct str *path, struct error *e) {
    return path_user(path, PATH_DATA, "words.txt") || error_set(e, WORDS_NO_HOME);
}

static bool read_file(const struct str *path, struct str *bytes, struct file_identity *identity,
                      struct error *e) {
    return access(str_text(path), F_OK) != 0 ||
           file_read_version(str_text(path), WORDS_LIMIT, bytes, identity, e);
}

/* The entry on a line, without its comment. */
static struct slice entry_of(struct slice line) {
    return slice_trim(slice_cut(&line, '#'));
}

static struct slice word_of(struct slice entry) {
    return slice_trim(slice_cut(&entry, '='));
}

static bool is_word(struct slice s) {
    if (!s.len || utf8_count(s) > WORD_RUNES || !utf8_valid(s)) return false;
    for (size_t i = 0, n; i < s.len; i += n) {
        uint32_t rune = utf8_decode(s, i, &n);
        if (!rune_is_letter(rune) && !rune_is_digit(rune) && !strchr("-'.", (int)rune) && rune != 0x2019)
            return false;
    }
    return true;
}

static bool is_entry(struct slice entry) {
    struct slice example = entry, word = slice_cut(&example, '=');
    bool has_example = slice_find_byte(entry, '=', 0) != SIZE_MAX;
    return is_word(word) && (!has_example || is_word(example));
}

/* One write to the end: two sessions that add a word each lose none. */
static bool append_line(const struct str *path, struct slice entry, bool newline, struct error *e) {
    struct str line = {0};
    if (newline) str_append_byte(&line, '\n');
    str_append(&line, entry);
    str_append_byte(&line, '\n');
    int fd = open(str_text(path), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    bool ok = fd >= 0 && write(fd, line.data, line.len) == (ssize_t)line.len;
    if (!ok) error_set(e, WORDS_UNWRITABLE, str_text(path), error_reason(e, errno));
    if (fd >= 0 && close(fd) != 0 && ok)
        ok = error_set(e, WORDS_UNWRITABLE, str_text(path), error_reason(e, errno));
    str_free(&line);
    return ok;
}

/* Copies all lines but those of the word. */
static bool without_word(struct slice bytes, struct slice word, struct str *out) {
    bool found = false;
    while (bytes.len) {
        struct slice whole = bytes, line = slice_cut(&bytes, '\n');
        if (slice_equal_nocase(word_of(entry_of(line)), word))
            found = true;
        else
            str_append(out, slice_range(whole, 0, whole.len - bytes.len));
    }
    return found;
}

static bool replace_file(const struct str *path, struct slice bytes, const struct file_identity *expected,
                         struct error *e) {
    struct file_identity identity;
    const struct replacement request = {.path = str_text(path), .bytes = bytes, .expected = expected};
    enum replaced done = file_replace(&request, &identity, e);
    if (done == REPLACE_CHANGED || done == REPLACE_GONE) return error_set(e, WORDS_CHANGED, str_text(path));
    return done == REPLACED;
}

bool own_words_add(struct slice entry, struct error *e) {
    struct str path = {0}, bytes = {0}, others = {0};
    struct file_identity identity = {0};
    bool ok = false;
    entry = slice_trim(entry);
    if (!is_entry(entry)) {
        error_set(e, WORDS_NO_WORD, SLICE_ARG(entry));
        goto out;
    }
    if (!find_file(&path, e) || !read_file(&path, &bytes, &identity, e)) goto out;
    ok = true;
    for (struct slice rest = str_slice(&bytes); rest.len;)
        if (slice_equal(entry_of(slice_cut(&rest, '\n')), entry)) goto out; /* it is there */
    if (without_word(str_slice(&bytes), word_of(entry), &others)) {
        if (others.len && others.data[others.len - 1] != '\n') str_append_byte(&others, '\n');
        str_append(&others, entry);
        str_append_byte(&others, '\n');
        ok = replace_file(&path, str_slice(&others), &identity, e);
    } else {
        path_make_folders(str_text(&path));
        ok = append_line(&path, entry, bytes.len && bytes.data[bytes.len - 1] != '\n', e);
    }
out:
    str_free(&path);
    str_free(&bytes);
    str_free(&others);
    return ok;
}

bool own_words_remove(struct slice word, bool *found, struct error *e) {
    struct str path = {0}, bytes = {0}, others = {0};
    struct file_identity identity = {0};
    *found = false;
    bool ok = find_file(&path, e) && read_file(&path, &bytes, &identity, e);
    if (ok && without_word(str_slice(&bytes), slice_trim(word), &others)) {
        ok = replace_file(&path, str_slice(&others), &identity, e);
        *found = ok;
    }
    str_free(&path);
    str_free(&bytes);
    str_free(&others);
    return ok;
}

bool own_words_list(struct str *out, struct error *e) {
    struct str path = {0}, bytes = {0};
    struct file_identity identity;
    bool ok = find_file(&path, e) && read_file(&path, &bytes, &identity, e);
    for (struct slice rest = str_slice(&bytes); ok && rest.len;) {
        struct slice entry = entry_of(slice_cut(&rest, '\n'));
        if (!entry.len) continue;
        str_append(out, entry);
        str_append_byte(out, '\n');
    }
    str_free(&path);
    str_free(&bytes);
    return ok;
}
