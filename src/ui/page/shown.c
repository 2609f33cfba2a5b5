/* The findings that the screen shows: the checker's, in places that move along with edits. */
#include "ui/page/buffer.h"

static uint64_t hash_of(const struct buffer *buffer, const struct finding *finding) {
    struct str words = {0};
    text_copy(buffer->text, finding->start, finding->end, &words);
    uint64_t hash = slice_hash(str_slice(&words)) + finding->rule;
    str_free(&words);
    return hash;
}

static bool is_ignored(const struct buffer *buffer, const struct finding *finding) {
    if (!buffer->ignored.count) return false;
    uint64_t hash = hash_of(buffer, finding);
    for (size_t i = 0; i < buffer->ignored.count; i++)
        if (buffer->ignored.items[i] == hash) return true;
    return false;
}

void buffer_ignore(struct buffer *buffer, const struct finding *finding) {
    vec_push(&buffer->ignored, hash_of(buffer, finding));
    buffer_take_findings(buffer);
}

/* The paragraph that is being written, and what is shown of it, while the writer does not pause. */
struct writing {
    bool goes_on;
    size_t start, end;
    struct findings shown; /* borrowed */
};

static struct writing writing_of(const struct buffer *buffer) {
    size_t line = text_line_at(buffer->text, buffer_cursor(buffer));
    size_t start = text_line_start(buffer->text, line);
    return (struct writing){.goes_on = buffer->typed && buffer->now - buffer->typed < PAUSE_MS,
                            .start = start,
                            .end = start + text_line(buffer->text, line).len,
                            .shown = buffer->shown};
}

static bool is_of_typed_word(const struct buffer *buffer, const struct finding *finding) {
    size_t cursor = buffer_cursor(buffer);
    return buffer->typed && kind_of(finding)->letter == 'E' && finding->start < cursor &&
           cursor <= finding->end;
}

static bool was_shown(const struct findings *before, const struct finding *finding) {
    vec_each(const struct finding, shown, &before->list)
        if (shown->rule == finding->rule && shown->start == finding->start) {
            return true;
        }
    return false;
}

/* A misspelling is one as soon as its word is left; the rest is known when the sentence is whole. */
static bool waits(const struct buffer *buffer, const struct writing *writing, const struct finding *finding) {
    if (is_of_typed_word(buffer, finding)) return true;
    if (!writing->goes_on || finding->start > writing->end || finding->end < writing->start) return false;
    return kind_of(finding)->letter != 'E' && !was_shown(&writing->shown, finding);
}

void buffer_take_findings(struct buffer *buffer) {
    struct writing writing = writing_of(buffer);
    const struct findings *from = buffer->instead ? buffer->instead : checker_findings(buffer->checker);
    buffer->shown = (struct findings){0};
    buffer->held = false;
    memset(buffer->shown_by_kind, 0, sizeof buffer->shown_by_kind);
    vec_each(const struct finding, finding, &from->list) {
        if (is_ignored(buffer, finding)) continue;
        if (waits(buffer, &writing, finding)) {
            buffer->held = true;
            continue;
        }
        vec_push(&buffer->shown.list, *finding);
        buffer->shown_by_kind[kind_of(finding) - kinds]++;
    }
    vec_free(&writing.shown.list);
}

/* What the finding points to is the checker's, and may have been told of no edit yet. */
static const struct finding *settled(const struct buffer *buffer, const struct finding *finding) {
    if (finding && buffer->attached) checker_settle(buffer->checker);
    return finding;
}

const struct finding *buffer_finding(const struct buffer *buffer) {
    const struct finding *best = NULL;
    size_t cursor = buffer_cursor(buffer);
    vec_each(const struct finding, finding, &buffer->shown.list) {
        if (finding->start > cursor) break;
        if (cursor > finding->end || finding->end <= buffer->body) continue;
        if (!best || finding->end - finding->start <= best->end - best->start) best = finding;
    }
    return settled(buffer, best);
}

const struct finding *buffer_finding_beside(const struct buffer *buffer, size_t place, bool back) {
    const struct findings *shown = &buffer->shown;
    size_t before = vec_before(const struct finding, finding, &shown->list, finding->start < place);
    size_t beside = back ? before - 1 : before; /* none before: after them all */
    return settled(buffer, beside < shown->list.count ? &shown->list.items[beside] : NULL);
}
