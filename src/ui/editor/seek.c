#include "ui/editor/seek.h"

#include "ui/editor/action.h"
#include "ui/editor/messages.h"

static void tell(struct editor *editor) {
    const struct buffer *buffer = editor->desk.buffer;
    size_t start = text_line_start(buffer->text, editor->seek.line);
    desk_say(&editor->desk, SEEKING, buffer_line_number(buffer, start),
             buffer_line_number(buffer, text_length(buffer->text)));
    editor->desk.stale = true;
}

void seek_begin(struct editor *editor, bool back) {
    struct seek *seek = &editor->seek;
    const struct buffer *buffer = editor->desk.buffer;
    size_t cursor = buffer_cursor(buffer);
    bool same = seek->back == back && seek->cursor == cursor && seek->revision == buffer->revision &&
                seek->line < text_line_count(buffer->text);
    if (!same)
        *seek = (struct seek){.back = back,
                              .cursor = cursor,
                              .line = text_line_at(buffer->text, cursor),
                              .revision = buffer->revision};
    seek->on = true;
    tell(editor);
}

/* The first finding that counts of what is checked now; those of the front matter are mended in its form. */
static const struct finding *find(const struct editor *editor) {
    const struct seek *seek = &editor->seek;
    const struct buffer *buffer = editor->desk.buffer;
    size_t from = seek->back ? seek->cursor : seek->cursor + 1;
    if (seek->around) from = seek->back ? SIZE_MAX : buffer->body;
    const struct finding *found = buffer_finding_beside(buffer, from, seek->back);
    if (!found || found->start < buffer->body) return NULL;
    bool passed = seek->back ? found->start <= seek->cursor : found->start >= seek->cursor;
    return seek->around && passed ? NULL : found;
}

/* False: all of the draft has been seen. */
static bool go_on(struct editor *editor) {
    struct seek *seek = &editor->seek;
    const struct text *text = editor->desk.buffer->text;
    size_t next = checker_beyond(editor->desk.buffer->checker, seek->back);
    bool ends = next == SIZE_MAX;
    if (ends && seek->around) return false;
    if (ends) next = seek->back ? text_line_count(text) - 1 : 0;
    seek->line = next;
    bool passed =
        seek->back ? next < text_line_at(text, seek->cursor) : text_line_start(text, next) > seek->cursor;
    if (seek->around && passed) return false;
    seek->around = seek->around || ends;
    return true;
}

void seek_step(struct editor *editor) {
    struct seek *seek = &editor->seek;
    const struct finding *found = find(editor);
    seek->on = !found && go_on(editor);
    str_clear(&editor->desk.notice);
    if (seek->on)
        tell(editor);
    else if (found)
        check_show(editor, found, seek->back, seek->around);
    else
        desk_say(&editor->desk, SEEK_NONE);
    if (!seek->on) *seek = (struct seek){.line = SIZE_MAX};
    editor->desk.stale = true;
}
