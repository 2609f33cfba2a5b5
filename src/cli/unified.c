#include "cli/unified.h"

#include "base/safe.h"
#include "draft/merge.h"

enum { CONTEXT = 3 /* lines around a difference; what diff -u has */ };

struct unified {
    struct str *out;
    const struct text *before, *after;
};

/* An empty last line is what stands after the last newline, and no line of a diff. */
static size_t count_lines(const struct text *text) {
    size_t lines = text_line_count(text);
    return text_line(text, lines - 1).len ? lines : lines - 1;
}

static void append_line(struct unified *u, char mark, const struct text *text, size_t line) {
    str_append_byte(u->out, mark);
    str_append(u->out, text_line(text, line));
    str_append_byte(u->out, '\n');
    if (line + 1 == text_line_count(text)) str_append_text(u->out, "\\ No newline at end of file\n");
}

static void append_range(struct unified *u, char mark, size_t first, size_t count) {
    str_printf(u->out, " %c%zu", mark, count ? first + 1 : first);
    if (count != 1) str_printf(u->out, ",%zu", count);
}

/* The differences from first to before end, near enough to share their context. */
static void append_hunk(struct unified *u, const struct difference *list, size_t first, size_t end) {
    const struct difference *one = &list[first], *last = &list[end - 1];
    size_t lines = count_lines(u->before), from = one->a.first > CONTEXT ? one->a.first - CONTEXT : 0;
    size_t to = last->a.first + last->a.count + CONTEXT;
    if (to > lines) to = lines;
    size_t lead = one->a.first - from, tail = to - last->a.first - last->a.count;
    str_append_text(u->out, "@@");
    append_range(u, '-', from, to - from);
    append_range(u, '+', one->b.first - lead, last->b.first + last->b.count + tail - (one->b.first - lead));
    str_append_text(u->out, " @@\n");
    size_t line = from;
    for (const struct difference *d = one; d <= last; d++) {
        for (; line < d->a.first; line++)
            append_line(u, ' ', u->before, line);
        for (size_t i = 0; i < d->a.count; i++)
            append_line(u, '-', u->before, line++);
        for (size_t i = 0; i < d->b.count; i++)
            append_line(u, '+', u->after, d->b.first + i);
    }
    for (; line < to; line++)
        append_line(u, ' ', u->before, line);
}

static void append_name(struct unified *u, const char *mark, const char *path) {
    str_append_text(u->out, mark);
    safe_append(u->out, slice_of(path));
    str_append_byte(u->out, '\n');
}

/* Lines beyond the last newline count for neither side. */
static void clip(struct lines *lines, const struct text *text) {
    size_t count = count_lines(text);
    if (lines->first + lines->count > count) lines->count = count > lines->first ? count - lines->first : 0;
}

void unified_diff(struct str *out, const char *path, const struct text *before, const struct text *after) {
    struct unified u = {out, before, after};
    struct differences found;
    differences_find(&found, before, after);
    struct difference *list = found.list.items;
    for (size_t i = 0; i < found.list.count; i++) {
        clip(&list[i].a, before);
        clip(&list[i].b, after);
    }
    if (found.list.count) {
        append_name(&u, "--- ", path);
        append_name(&u, "+++ ", path);
    }
    for (size_t first = 0, end; first < found.list.count; first = end) {
        for (end = first + 1; end < found.list.count; end++)
            if (list[end].a.first > list[end - 1].a.first + list[end - 1].a.count + 2 * CONTEXT) break;
        append_hunk(&u, list, first, end);
    }
    vec_free(&found.list);
}
