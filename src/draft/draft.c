#include "draft/draft.h"

#include "base/disk.h"
#include "base/memory.h"
#include "base/paths.h"
#include "draft/import/import.h"
#include "draft/messages.h"
#include "draft/place.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

void draft_base(const struct draft *draft, struct str *out) {
    past_copy(&draft->base, draft->text, out);
}

/* The draft is what was read, and takes it over. */
static void begin(struct draft *draft, struct str *read) {
    size_t len = read->len;
    text_free(draft->text);
    draft->text = text_from(str_steal(read), len);
    past_begin(&draft->base, draft->text);
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
    return draft;
}

void draft_free(struct draft *draft) {
    if (!draft) return;
    free(draft->path);
    text_free(draft->text);
    past_free(&draft->base);
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

/* Text of a page or a chat, whatever its encoding; false: none. */
static bool decode(struct slice bytes, struct str *text) {
    struct encoded encoded = encoding_recognise(bytes);
    if (encoded.encoding == ENCODING_NONE) return false;
    encoding_decode(encoded, bytes, text);
    return true;
}

static struct draft *import(enum import_kind kind, const char *path, struct slice bytes, struct error *e) {
    struct str text = {0}, read = {0}, name = {0};
    bool is_text = kind == IMPORT_HTML || kind == IMPORT_WHATSAPP, stdin_read = strcmp(path, "-") == 0;
    struct draft *draft = NULL;
    if (is_text && !decode(bytes, &text)) {
        error_set(e, DRAFT_NOT_TEXT, path);
    } else if (import_read(kind, path, is_text ? str_slice(&text) : bytes, &read, e)) {
        if (stdin_read)
            str_append_text(&name, path);
        else
            draft_place_beside(&name, path);
        draft = draft_new(str_text(&name));
        begin(draft, &read);
        draft->imported = true;
    }
    str_free(&text);
    str_free(&read);
    str_free(&name);
    return draft;
}

struct draft *draft_load(const char *path, size_t limit, struct error *e) {
    struct str bytes = {0}, decoded = {0};
    struct file_identity disk = {0};
    struct draft *draft = NULL;
    if (!is_draft(path, e) || !file_read_version(path, limit, &bytes, &disk, e)) goto out;
    enum import_kind kind = import_recognise(path, str_slice(&bytes));
    if (kind != IMPORT_NONE) {
        draft = import(kind, path, str_slice(&bytes), e);
        goto out;
    }
    struct encoded encoded = encoding_recognise(str_slice(&bytes));
    if (encoded.encoding == ENCODING_NONE) {
        error_set(e, DRAFT_NOT_TEXT, path);
        goto out;
    }
    bool as_it_is =
        !encoded.mark && (encoded.encoding == ENCODING_UTF8 || encoded.encoding == ENCODING_MIXED);
    if (as_it_is) { /* a large draft is not copied */
        decoded = bytes;
        bytes = (struct str){0};
    } else {
        encoding_decode(encoded, str_slice(&bytes), &decoded);
    }

    draft = memory_zero(1, sizeof *draft);
    draft->path = slice_copy(slice_of(path));
    draft->encoded = encoded;
    draft->disk = disk;
    draft->crlf = all_lines_end_in_crlf(str_slice(&decoded));
    if (draft->crlf) remove_carriage_returns(&decoded);
    begin(draft, &decoded);
    tell(draft, e ? e->lang : LANG_ID);
out:
    str_free(&bytes);
    str_free(&decoded);
    return draft;
}
