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

void buffer_take_findings(struct buffer *buffer) {
    vec_clear(&buffer->shown.list);
    memset(buffer->shown_by_kind, 0, sizeof buffer->shown_by_kind);
    for
        vec_each(const struct finding, finding,
                 &checker_findings(buffer->checker)->list) if (!is_ignored(buffer, finding)) {
            vec_push(&buffer->shown.list, *finding);
            buffer->shown_by_kind[kind_of(finding) - kinds]++;
        }
}

const struct finding *buffer_finding(const struct buffer *buffer) {
    const struct finding *best = NULL;
    size_t cursor = buffer_cursor(buffer);
    for
        vec_each(const struct finding, finding, &buffer->shown.list) {
            if (finding->start > cursor) break;
            if (cursor > finding->end || finding->end <= buffer->body) continue;
            if (!best || finding->end - finding->start <= best->end - best->start) best = finding;
        }
    return best;
}

const struct finding *buffer_next_finding(const struct buffer *buffer, bool back) {
    const struct finding *first = NULL, *last = NULL, *before = NULL, *after = NULL;
    size_t cursor = buffer_cursor(buffer);
    for
        vec_each(const struct finding, finding, &buffer->shown.list) {
            if (!first) first = finding;
            if (finding->start < cursor) before = finding;
            if (finding->start > cursor && !after) after = finding;
            last = finding;
        }
    if (back) return before ? before : last;
    return after ? after : first;
}
