#include "draft/draft.h"

#include "base/disk.h"
#include "base/memory.h"
#include "base/paths.h"
#include "draft/messages.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

void draft_remember(struct draft *draft) {
    str_clear(&draft->base);
    text_copy(draft->text, 0, text_length(draft->text), &draft->base);
}

bool draft_has_name(const char *name) {
    static const char *const endings[] = {".md", ".txt", ".markdown"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct slice s = slice_of(name), ending = slice_of(endings[i]);
        if (s.len > ending.len && slice_equal_nocase(slice_range(s, s.len - ending.len, s.len), ending))
            return true;
    }
    return false;
}

struct draft *draft_new(const char *path) {
    struct draft *draft = memory_zero(1, sizeof *draft);
    draft->path = slice_copy(slice_of(path));
    draft->text = text_new();
    draft_remember(draft);
    return draft;
}

void draft_free(struct draft *draft) {
    if (!draft) return;
    free(draft->path);
    text_free(draft->text);
    str_free(&draft->base);
    str_free(&draft->notices);
    free(draft);
}

static bool all_lines_end_in_crlf(struct slice s) {
    size_t at = slice_find_byte(s, '\n', 0);
    if (at == SIZE_MAX) return false;
    for (; at != SIZE_MAX; at = slice_find_byte(s, '\n', at + 1))
        if (at == 0 || s.data[at - 1] != '\r') return false;
    return true;
}

static void remove_carriage_returns(struct str *s) {
    size_t to = 0;
    for (size_t i = 0; i < s->len; i++)
        if (s->data[i] != '\r' || i + 1 == s->len || s->data[i + 1] != '\n') s->data[to++] = s->data[i];
    s->len = to;
}

static void tell(struct draft *draft, enum lang lang) {
    switch (draft->encoded.encoding) {
    case ENCODING_UTF16_LE:
    case ENCODING_UTF16_BE:
        message(&draft->notices, lang, DRAFT_CONVERTED, draft->path, "UTF-16");
        break;
    case ENCODING_WINDOWS_1252:
        message(&draft->notices, lang, DRAFT_CONVERTED, draft->path, "Windows-1252");
        break;
    case ENCODING_MIXED:
        message(&draft->notices, lang, DRAFT_MIXED, draft->path, draft->encoded.invalid);
        break;
    case ENCODING_UTF8:
    case ENCODING_NONE:
        return;
    }
    str_append_byte(&draft->notices, '\n');
}

/* Whether it may be looked at, and is no file of the kernel's; all else, reading it will tell. */
static bool is_draft(const char *path, struct error *e) {
    if (strcmp(path, "-") == 0) return true;
    if (!path_is_within(path)) return error_set(e, FILE_OUTSIDE, path);
    int fd = open(path, O_PATH | O_CLOEXEC);
    bool made_up = fd >= 0 && disk_is_made_up(fd);
    if (fd >= 0) close(fd);
    return !made_up || error_set(e, FILE_MADE_UP, path);
}

struct draft *draft_load(const char *path, size_t limit, struct error *e) {
    struct str bytes = {0}, decoded = {0};
    struct file_identity disk = {0};
    struct draft *draft = NULL;
    if (!is_draft(path, e) || !file_read_version(path, limit, &bytes, &disk, e)) goto out;
    struct encoded encoded = encoding_recognise(str_slice(&bytes));
    if (encoded.encoding == ENCODING_NONE) {
        error_set(e, DRAFT_NOT_TEXT, path);
        goto out;
    }
    encoding_decode(encoded, str_slice(&bytes), &decoded);

    draft = memory_zero(1, sizeof *draft);
    draft->path = slice_copy(slice_of(path));
    draft->encoded = encoded;
    draft->disk = disk;
    draft->crlf = all_lines_end_in_crlf(str_slice(&decoded));
    if (draft->crlf) remove_carriage_returns(&decoded);
    size_t len = decoded.len;
    draft->text = text_from(str_steal(&decoded), len);
    draft_remember(draft);
    tell(draft, e ? e->lang : LANG_ID);
out:
    str_free(&bytes);
    str_free(&decoded);
    return draft;
}
