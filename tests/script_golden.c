#include "script_steps.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <unistd.h>

enum { WILDCARD = 0x2591 /* ░ */ };

bool script_matches(struct slice golden, struct slice seen) {
    size_t g = 0, i = 0, n, m;
    for (; g < golden.len && i < seen.len; g += n, i += m) {
        uint32_t want = utf8_decode(golden, g, &n), have = utf8_decode(seen, i, &m);
        if (want != have && (want != WILDCARD || have == '\n')) return false;
    }
    return g == golden.len && i == seen.len;
}

bool script_updates(void) {
    return getenv("UPDATE_GOLDEN") != NULL;
}

static bool is_wild(struct slice line) {
    return slice_find(line, SLICE("░"), 0) != SIZE_MAX;
}

/* The next line of *rest with wildcards that says what seen says; *rest then goes on after it. */
static bool find_wild(struct slice *rest, struct slice seen, struct slice *line) {
    for (struct slice after = *rest; after.len;) {
        *line = slice_cut(&after, '\n');
        if (!is_wild(*line) || !script_matches(*line, seen)) continue;
        *rest = after;
        return true;
    }
    return false;
}

static size_t wild_lines(struct slice bytes) {
    size_t count = 0;
    while (bytes.len)
        count += is_wild(slice_cut(&bytes, '\n'));
    return count;
}

/* seen, with the lines of before that say the same: theirs are the wildcards. */
static void keep_wildcards(struct slice before, struct slice seen, struct str *out) {
    while (seen.len) {
        bool ended = slice_find(seen, SLICE("\n"), 0) != SIZE_MAX;
        struct slice line = slice_cut(&seen, '\n'), old;
        str_append(out, find_wild(&before, line, &old) ? old : line);
        if (ended) str_append_byte(out, '\n');
    }
}

bool script_update(struct script *s, struct slice name, struct slice seen) {
    struct str path = {0}, before = {0}, out = {0};
    str_printf(&path, "%s/%.*s", s->folder, SLICE_ARG(name));
    bool ok = access(str_text(&path), F_OK) != 0 || script_read(s, s->folder, name, &before);
    keep_wildcards(str_slice(&before), seen, &out);
    ok = ok && script_write(s->folder, name, str_slice(&out));
    if (ok && wild_lines(str_slice(&out)) < wild_lines(str_slice(&before)))
        ok = script_fail(s, "written anew, but lines with ░ have changed; put ░ back by hand in", name);
    struct str *strings[] = {&path, &before, &out};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        str_free(strings[i]);
    return ok;
}
