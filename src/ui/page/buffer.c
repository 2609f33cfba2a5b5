#include "ui/page/buffer.h"

#include "base/memory.h"
#include "draft/front/front_matter.h"

#include <unistd.h>

static bool may_check(const struct text *text) {
    size_t longest = 0;
    for (size_t i = 0; i < text_line_count(text); i++)
        if (text_line(text, i).len > longest) longest = text_line(text, i).len;
    return longest <= CHECK_LINE_MAX;
}

void buffer_check(struct buffer *buffer, struct language *language, enum lang lang,
                  const struct rule_set *rules) {
    vec_clear(&buffer->shown.list);
    memset(buffer->shown_by_kind, 0, sizeof buffer->shown_by_kind);
    checker_free(buffer->checker);
    buffer->checker = NULL;
    buffer->attached = false;
    buffer->checkable = may_check(buffer->text);
    if (!language || !buffer->checkable) return;
    buffer->checker = checker_new(language, lang, rules->enabled);
    checker_in_parts(buffer->checker, CHECK_WHOLE_MAX, CHECK_PART);
    checker_name(buffer->checker, buffer->draft->path);
    checker_rules(buffer->checker, rules);
    checker_count_from_body(buffer->checker, !buffer->show_front);
}

bool buffer_in_parts(const struct buffer *buffer) {
    return buffer->checker && checker_is_part(buffer->checker);
}

struct buffer *buffer_new(struct draft *draft, struct language *language, enum lang lang,
                          const struct rule_set *rules) {
    struct buffer *buffer = memory_zero(1, sizeof *buffer);
    buffer->draft = draft;
    buffer->text = draft->text;
    buffer->undo = undo_new();
    undo_mark_saved(buffer->undo);
    buffer->goal = buffer->presence = buffer->watch = -1;
    for (size_t i = 0; i < MARK_COUNT; i++)
        marks_add(&buffer->marks, 0, i == MARK_CURSOR);
    layout_reset(&buffer->layout, buffer->text, 80);
    buffer_find_body(buffer);
    buffer_go(buffer, buffer->body, false);
    mark_set(&buffer->marks, MARK_TOP, buffer->body);
    buffer_check(buffer, language, lang, rules);
    return buffer;
}

enum presence buffer_hold(struct buffer *buffer, struct str *who) {
    if (buffer->presence >= 0) close(buffer->presence);
    buffer->presence = -1;
    if (buffer->read_only || !buffer->draft->disk.exists) return PRESENCE_UNKNOWN;
    return presence_hold(buffer->draft->path, &buffer->presence, who);
}

void buffer_free(struct buffer *buffer, enum journal_end end) {
    if (!buffer) return;
    journal_close(buffer->journal, end);
    journal_close(buffer->reserve, JOURNAL_END_SAVED);
    if (buffer->presence >= 0) close(buffer->presence);
    if (buffer->watch >= 0) close(buffer->watch);
    free(buffer->watched);
    checker_free(buffer->checker);
    vec_free(&buffer->shown.list);
    vec_free(&buffer->ignored);
    layout_free(&buffer->layout);
    marks_free(&buffer->marks);
    undo_free(buffer->undo);
    draft_free(buffer->draft);
    free(buffer);
}

/* The front matter, and one blank line after it, come before the body. */
void buffer_find_body(struct buffer *buffer) {
    size_t line = buffer->show_front ? 0 : front_matter_hidden(buffer->text);
    size_t count = text_line_count(buffer->text);
    buffer->body = line < count ? text_line_start(buffer->text, line) : text_length(buffer->text);
}

size_t buffer_line_number(const struct buffer *buffer, size_t offset) {
    size_t line = text_line_at(buffer->text, offset), first = text_line_at(buffer->text, buffer->body);
    return line < first ? 0 : line - first + 1;
}

void buffer_show_front(struct buffer *buffer, bool show) {
    buffer->show_front = show;
    if (buffer->checker) checker_count_from_body(buffer->checker, !show);
    buffer_find_body(buffer);
    buffer_go(buffer, show ? 0 : buffer_cursor(buffer), false);
    mark_set(&buffer->marks, MARK_TOP, buffer->body);
}

/* A finding whose words changed is gone until the next check decides; the others move along. The checker
 * moves what they point to. */
static void move_shown(struct buffer *buffer, const struct edit *edit) {
    size_t kept = 0, by = edit->inserted.len - edit->removed.len;
    struct findings *shown = &buffer->shown;
    vec_each(struct finding, finding, &shown->list) {
        if (finding->start >
            edit->offset + edit->removed.len) { /* as most do, of thousands in a large draft */
            finding->start += by;
            finding->end += by;
        } else if (finding_touched(finding, edit)) {
            buffer->shown_by_kind[kind_of(finding) - kinds]--;
            continue;
        } else {
            finding->start = edit_moves(edit, finding->start, true);
            finding->end = edit_moves(edit, finding->end, false);
        }
        if (&shown->list.items[kept] != finding) shown->list.items[kept] = *finding;
        kept++;
    }
    shown->list.count = kept;
}

static void apply_edit(struct buffer *buffer, const struct edit *edit, enum journal_kind kind) {
    struct change change = text_apply(buffer->text, edit);
    if (buffer->journal) journal_edit(buffer->journal, edit, kind, buffer->now);
    buffer->revision++;
    buffer->earlier = false;
    marks_edited(&buffer->marks, edit);
    layout_edited(&buffer->layout, edit, &change);
    if (buffer->attached) checker_edited(buffer->checker, edit, &change);
    move_shown(buffer, edit);
    if (edit->offset <= buffer->body) buffer_find_body(buffer);
}

void buffer_apply(struct buffer *buffer, const struct edit *edit, enum undo_kind kind) {
    buffer->refused = buffer->read_only;
    if (buffer->read_only) return;
    bool step = undo_record(buffer->undo, edit, kind, buffer_cursor(buffer), buffer->now);
    if (step && buffer->journal) journal_step(buffer->journal);
    apply_edit(buffer, edit, JOURNAL_EDIT);
}

void buffer_edit(struct buffer *buffer, size_t offset, size_t removed, struct slice inserted,
                 enum undo_kind kind) {
    size_t length = text_length(buffer->text), end = offset + removed;
    if (end > length) end = length;
    if (offset < buffer->body) offset = buffer->body;
    if (end < offset) end = offset;
    if (end == offset && !inserted.len) return;
    struct str old = {0}, fresh = {0};
    text_copy(buffer->text, offset, end, &old);
    /* After a front matter that ends the file, the body begins in a line of its own. */
    struct slice before = text_line(buffer->text, text_line_at(buffer->text, offset));
    if (buffer->body && offset == buffer->body && offset == length && before.len)
        str_append_text(&fresh, "\n\n");
    str_append(&fresh, inserted);
    struct edit edit = {offset, str_slice(&old), str_slice(&fresh)};
    buffer_apply(buffer, &edit, kind);
    str_free(&old);
    str_free(&fresh);
}

/* Line ends of new text become those of the place it goes to. */
static void append_lines(struct str *out, struct slice text, const char *newline) {
    for (bool first = true; text.len || first; first = false) {
        bool ends = slice_find_byte(text, '\n', 0) != SIZE_MAX;
        struct slice line = slice_cut(&text, '\n');
        if (ends && newline[0] == '\r' && slice_ends(line, SLICE("\r"))) line.len--;
        str_append(out, line);
        if (ends) str_append_text(out, newline);
    }
}

void buffer_insert(struct buffer *buffer, struct slice text, enum undo_kind kind) {
    size_t start = buffer_cursor(buffer), end = start;
    if (buffer_selection(buffer, &start, &end)) kind = UNDO_ALONE;
    buffer->selecting = false;
    buffer->goal = -1;
    size_t left = text_length(buffer->text) - end;
    struct str ended = {0};
    append_lines(&ended, text, text_newline(buffer->text, text_line_at(buffer->text, start)));
    buffer_edit(buffer, start, end - start, str_slice(&ended), kind);
    str_free(&ended);
    mark_set(&buffer->marks, MARK_CURSOR, text_length(buffer->text) - left);
    if (kind == UNDO_TYPING) buffer->typed = buffer->now;
}

bool buffer_apply_made(struct buffer *buffer, const struct draft_edit *made) {
    undo_close(buffer->undo);
    buffer_apply(buffer, &made->edit, UNDO_ALONE);
    undo_close(buffer->undo);
    buffer_find_body(buffer);
    buffer_go(buffer, buffer_cursor(buffer), false);
    return !buffer->refused;
}

bool buffer_become(struct buffer *buffer, const struct text *other) {
    struct draft_edit made = {0};
    struct str whole = {0};
    text_copy(other, 0, text_length(other), &whole);
    bool became = draft_edit_to(&made, buffer->text, str_slice(&whole)) && buffer_apply_made(buffer, &made);
    draft_edit_free(&made);
    str_free(&whole);
    return became;
}

static size_t clamp(const struct buffer *buffer, size_t offset) {
    size_t length = text_length(buffer->text);
    if (offset > length) offset = length;
    if (offset < buffer->body) return buffer->body;
    size_t line = text_line_at(buffer->text, offset), start = text_line_start(buffer->text, line);
    size_t end = start + text_line_body(buffer->text, line).len; /* never inside a line end */
    return offset > end ? end : offset;
}

/* A step of undo or redo. */
struct stepping {
    struct buffer *buffer;
    enum journal_kind kind;
    bool seen; /* something changed beyond the front matter that is hidden */
};

static void apply_step(void *context, const struct edit *edit) {
    struct stepping *stepping = context;
    size_t hidden = stepping->buffer->body;
    apply_edit(stepping->buffer, edit, stepping->kind);
    if (edit->offset + edit->removed.len > hidden ||
        edit->offset + edit->inserted.len > stepping->buffer->body)
        stepping->seen = true;
}

static bool step(struct buffer *buffer, bool back) {
    struct stepping stepping = {buffer, back ? JOURNAL_UNDO : JOURNAL_REDO, false};
    size_t cursor = buffer_cursor(buffer);
    buffer->refused = buffer->read_only;
    if (buffer->read_only) return false;
    if (buffer->journal) journal_step(buffer->journal);
    bool done = (back ? undo_step : redo_step)(buffer->undo, apply_step, &stepping, &cursor);
    buffer_find_body(buffer);
    if (done) buffer_go(buffer, cursor, false);
    return done && !stepping.seen;
}

bool buffer_undo(struct buffer *buffer) {
    return step(buffer, true);
}

bool buffer_redo(struct buffer *buffer) {
    return step(buffer, false);
}

bool buffer_changed(const struct buffer *buffer) {
    return !undo_is_saved(buffer->undo);
}

size_t buffer_cursor(const struct buffer *buffer) {
    return mark_get(&buffer->marks, MARK_CURSOR);
}

void buffer_go(struct buffer *buffer, size_t offset, bool select) {
    if (select && !buffer->selecting) mark_set(&buffer->marks, MARK_ANCHOR, buffer_cursor(buffer));
    buffer->selecting = select;
    mark_set(&buffer->marks, MARK_CURSOR, clamp(buffer, offset));
    undo_close(buffer->undo);
    buffer->goal = -1;
    buffer->typed = 0;
}

bool buffer_selection(const struct buffer *buffer, size_t *start, size_t *end) {
    size_t cursor = buffer_cursor(buffer), anchor = mark_get(&buffer->marks, MARK_ANCHOR);
    if (!buffer->selecting || anchor == cursor) return false;
    *start = anchor < cursor ? anchor : cursor;
    *end = anchor < cursor ? cursor : anchor;
    if (*start < buffer->body) *start = buffer->body;
    return *start < *end;
}

void buffer_select(struct buffer *buffer, size_t start, size_t end) {
    buffer_go(buffer, start, false);
    buffer_go(buffer, end, true);
}
