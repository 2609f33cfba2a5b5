#include "draft/place.h"

#include "base/paths.h"
#include "base/utf8.h"
#include "draft/messages.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static bool may_write(const char *path) {
    return faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0;
}

bool draft_place_is_writable(const char *path, struct error *e) {
    if (!path_is_within(path)) return true; /* what is outside is not told apart */
    if (may_write(path)) return true;
    if (errno != ENOENT) return error_set(e, PLACE_NO_RIGHT, path);
    struct str folder = {0};
    str_printf(&folder, "%.*s/", SLICE_ARG(path_folder(slice_of(path))));
    bool there = access(str_text(&folder), F_OK) == 0, open = may_write(str_text(&folder));
    if (!there)
        error_set(e, PLACE_NO_FOLDER, str_text(&folder), path);
    else if (!open)
        error_set(e, PLACE_NO_RIGHT, path);
    str_free(&folder);
    return there && open;
}

bool draft_place_name(struct str *out, const char *path) {
    const char *name = path_name(path);
    bool bare = *name && !strchr(name + 1, '.') && access(path, F_OK) != 0;
    str_append_text(out, path);
    if (bare) str_append_text(out, ".md");
    return bare;
}

struct slice draft_place_stem(const char *path) {
    const char *dot = strrchr(path_name(path), '.');
    return (struct slice){path, dot && dot > path_name(path) ? (size_t)(dot - path) : strlen(path)};
}

void draft_place_beside(struct str *out, const char *path) {
    struct slice stem = draft_place_stem(path);
    struct str name = {0};
    for (int n = 1; n == 1 || access(str_text(&name), F_OK) == 0; n++) {
        str_clear(&name);
        str_append(&name, stem);
        if (n > 1) str_printf(&name, "-%d", n);
        str_append_text(&name, ".md");
    }
    str_append(out, str_slice(&name));
    str_free(&name);
}

void draft_place_propose(struct str *out, struct slice title) {
    enum { NAME_MOST = 48 /* bytes: with a few words around it, three rows of a telephone */ };
    struct str small = {0}, name = {0};
    size_t word = 0; /* where the last word of the name begins */
    str_append_lower(&small, title);
    for (size_t i = 0; i < small.len && name.len <= NAME_MOST; i++) {
        char c = small.data[i];
        bool part = (c >= 'a' && c <= 'z') || rune_is_digit((unsigned char)c);
        bool after = name.len && name.data[name.len - 1] != '-';
        if (part) str_append_byte(&name, c);
        if (!part && after) str_append_byte(&name, '-');
        if (!part) word = name.len;
    }
    if (name.len > NAME_MOST && word) name.len = word;
    while (name.len && name.data[name.len - 1] == '-')
        name.len--;
    if (name.len) {
        name.data[name.len] = 0;
        draft_place_beside(out, str_text(&name));
    }
    str_free(&small);
    str_free(&name);
}
