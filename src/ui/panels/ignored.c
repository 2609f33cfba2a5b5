#include "ui/panels/ignored.h"

#include "ui/panels/messages.h"
#include "ui/panels/prompt.h"

/* A reason must not end the comment it stands in. */
static void append_reason(struct str *out, struct slice reason) {
    for (size_t i = 0; i < reason.len; i++)
        if (reason.data[i] != '>' &&
            !(reason.data[i] == '-' && i + 1 < reason.len && reason.data[i + 1] == '-'))
            str_append_byte(out, reason.data[i]);
}

static size_t start_of_block(struct buffer *buffer, size_t offset) {
    size_t line = text_line_at(buffer->text, offset), found = line;
    if (buffer->checker) {
        const struct document *document = checker_document(buffer->checker);
        vec_each(struct block *, block, &document->blocks)
            if ((*block)->line <= line && line < (*block)->line + (*block)->lines) found = (*block)->line;
    }
    return text_line_start(buffer->text, found);
}

void ignore_here(struct desk *desk, const struct finding *finding) {
    struct prompt prompt = {.label = slice_of(message_text(desk->lang, MESSAGE_PROMPT_REASON))};
    struct buffer *buffer = desk->buffer;
    if (finding->start >= buffer->body && prompt_run(desk, &prompt)) {
        struct str comment = {0};
        str_printf(&comment, "<!-- sunting: ignore %s: ", finding_rule(finding)->name);
        append_reason(&comment, str_slice(&prompt.field.text));
        size_t at = start_of_block(buffer, finding->start);
        str_printf(&comment, " -->%s", text_newline(buffer->text, text_line_at(buffer->text, at)));
        undo_close(buffer->undo);
        buffer_edit(buffer, at, 0, str_slice(&comment), UNDO_ALONE);
        undo_close(buffer->undo);
        str_free(&comment);
        desk_say(desk, IGNORED_HERE);
    }
    str_free(&prompt.field.text);
}

void ignore_all(struct desk *desk, const struct finding *finding) {
    buffer_ignore(desk->buffer, finding);
    recall_note(desk, RECALL_HIDDEN, SLICE(""));
    desk_say(desk, IGNORED_ALL);
}
