/* The findings that the screen shows: copies of the checker's, which last through edits. */
#include "ui/page/buffer.h"

static void copy_finding(struct findings *out, const struct finding *from) {
    struct finding *copy = finding_add(out, from->rule, from->start, from->end);
    if (from->message) copy->message = slice_copy(slice_of(from->message));
    for (size_t i = 0; i < from->suggestions.count; i++)
        finding_suggest(copy, slice_of(from->suggestions.items[i]));
    for (size_t i = 0; i < from->related.count; i++) {
        const struct related *related = &from->related.items[i];
        struct related *other = finding_relate(copy, related->start, related->end);
        if (related->message) other->message = slice_copy(slice_of(related->message));
    }
}

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
    findings_free(&buffer->shown);
    const struct findings *found = checker_findings(buffer->checker);
    for (size_t i = 0; i < found->list.count; i++)
        if (!is_ignored(buffer, &found->list.items[i])) copy_finding(&buffer->shown, &found->list.items[i]);
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
