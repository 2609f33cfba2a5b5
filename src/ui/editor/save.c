#include "ui/editor/save.h"

#include "draft/front/front_matter.h"
#include "draft/front/front_title.h"
#include "draft/place.h"
#include "ui/editor/messages.h"
#include "ui/editor/outside.h"
#include "ui/editor/recent.h"
#include "ui/editor/session.h"
#include "ui/panels/complete.h"
#include "ui/panels/form.h"

#include <time.h>

/* A draft without front matter gets one that its writer has seen. False: the writer changed their mind. */
static bool offer_front(struct editor *editor) {
    static const message_id answers[] = {MESSAGE_ANSWER_ADD_FRONT, MESSAGE_ANSWER_WITHOUT};
    struct buffer *buffer = editor->desk.buffer;
    if (front_matter_lines(buffer->text) || buffer->plain || buffer->read_only || !text_length(buffer->text))
        return true;
    int answer = ask_writer(&editor->desk, slice_of(message_text(editor->desk.lang, MESSAGE_ASK_FRONT)),
                            answers, 2, 1);
    buffer->plain = answer == 1;
    if (answer == 1) return true;
    if (answer == 0) buffer->show_front = false;
    bool filled = answer == 0 && form_show(&editor->desk) != FORM_DROPPED;
    if (!filled && !editor->desk.leaving) desk_say(&editor->desk, NOT_SAVED);
    return filled;
}

static void say_saved(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    time_t now = time(NULL);
    struct tm at;
    localtime_r(&now, &at);
    if (buffer->draft->notices.len) {
        str_clear(&editor->desk.notice);
        str_append(&editor->desk.notice, str_slice(&buffer->draft->notices));
        str_clear(&buffer->draft->notices);
    } else {
        desk_say(&editor->desk, SAVED_AT, buffer->draft->path, at.tm_hour, at.tm_min);
    }
}

void save_settle(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    buffer->outside = 0;
    buffer->practice = false;
    undo_mark_saved(buffer->undo);
    if (buffer->journal)
        journal_saved(buffer->journal, buffer->draft->path, &buffer->draft->disk, buffer->text, clock_ms());
    recent_add(buffer->draft->path);
    if (buffer->read_only || !buffer->journal) { /* under another name, it is the writer's own draft again */
        journal_close(buffer->journal, JOURNAL_END_KEPT);
        buffer->journal = NULL;
        buffer->read_only = false;
        session_open(editor, NULL);
    } else {
        session_hold(editor);
    }
    say_saved(editor);
}

static bool finish(struct editor *editor) {
    save_settle(editor);
    return true;
}

static bool ask_gone(struct editor *editor, struct error *e) {
    static const message_id missing[] = {MESSAGE_ANSWER_RECREATE};
    return ask_writer(&editor->desk, slice_of(message_text(editor->desk.lang, MESSAGE_ASK_GONE)), missing, 1,
                      0) == 0 &&
           save_now(editor, SAVE_RECREATE, e);
}

/* The journal is flushed while the new content is: the one does not wait for the other. */
static void journal_is_flushed(void *context) {
    journal_sync(context);
}

bool save_now(struct editor *editor, enum save_over over, struct error *e) {
    struct journal *journal = editor->desk.buffer->journal;
    struct save_options options = {.over = over, .backups = editor->options->backups};
    if (journal) {
        journal_sync_begin(journal, clock_ms());
        options.ready = journal_is_flushed;
        options.context = journal;
    }
    switch (draft_save(editor->desk.buffer->draft, &options, e)) {
    case REPLACED:
        return finish(editor);
    case REPLACE_CHANGED:
        return outside_ask(editor, e);
    case REPLACE_GONE:
        return ask_gone(editor, e);
    default:
        desk_complain(&editor->desk, e);
        return false;
    }
}

/* False: it has to be saved elsewhere; why, where that is news, is said before anything is asked about it. */
static bool may_save_here(struct editor *editor) {
    const struct buffer *buffer = editor->desk.buffer;
    if (!buffer->draft->path[0] || buffer->read_only) return false;
    struct error e = {.lang = editor->desk.lang};
    bool may = draft_place_is_writable(buffer->draft->path, &e);
    if (!may) desk_complain(&editor->desk, &e);
    error_free(&e);
    return may;
}

bool save_buffer(struct editor *editor) {
    if (!may_save_here(editor)) return save_buffer_as(editor);
    struct error e = {.lang = editor->desk.lang};
    bool saved = outside_changed(editor) ? outside_ask(editor, &e)
                                         : offer_front(editor) && save_now(editor, SAVE_EXPECTED, &e);
    error_free(&e);
    return saved;
}

static bool save_as(struct editor *editor, const char *path, struct error *e) {
    static const message_id answers[] = {MESSAGE_ANSWER_OVERWRITE};
    struct save_options options = {.over = SAVE_EXPECTED, .backups = editor->options->backups};
    enum replaced result = draft_save_as(editor->desk.buffer->draft, path, &options, e);
    if (result == REPLACE_CHANGED) {
        struct str question = {0};
        message(&question, editor->desk.lang, ASK_EXISTS, path);
        int answer = ask_writer(&editor->desk, str_slice(&question), answers, 1, -1);
        str_free(&question);
        if (answer != 0) return false;
        options.over = SAVE_OVER;
        result = draft_save_as(editor->desk.buffer->draft, path, &options, e);
    }
    if (result == REPLACED) return finish(editor);
    desk_complain(&editor->desk, e);
    return false;
}

/* A name for a draft that has none, from its title or headline, else its first words, as Word has it; "": it
 * has none of them. */
static void propose_name(const struct buffer *buffer, struct str *out) {
    struct front_matter front;
    struct str title = {0};
    if (buffer->draft->path[0]) return;
    front_matter_parse(&front, buffer->text, LANG_ID);
    const struct front_key *key = front_title_key(&front);
    if (key && key->kind == FRONT_SCALAR) str_append(&title, front_key_text(key));
    if (!title.len) front_title_suggest(buffer->text, &title);
    if (!title.len) front_title_words(buffer->text, &title);
    draft_place_propose(out, str_slice(&title));
    front_matter_free(&front);
    str_free(&title);
}

/* Asks with *written to begin with. False: nobody gave a name, or took the proposed one. */
static bool ask_name(struct editor *editor, struct str *written) {
    struct str proposed = {0};
    propose_name(editor->desk.buffer, &proposed);
    if (proposed.len && !written->len) desk_say(&editor->desk, SAVE_PROPOSED, str_text(&proposed));
    bool accepted = complete_ask(&editor->desk, MESSAGE_PROMPT_SAVE_AS, str_slice(written), written);
    if (accepted && !written->len) str_append(written, str_slice(&proposed));
    if (accepted && !written->len) desk_say(&editor->desk, SAVE_NO_NAME);
    str_free(&proposed);
    return accepted && written->len;
}

/* Asks for a name until the draft may be saved there, as far as rights and folders tell, or nobody gives one.
 * *ending: it got one. */
static bool ask_place(struct editor *editor, struct str *path, bool *ending) {
    struct str written = {0};
    bool may = false;
    str_append_text(&written, editor->desk.buffer->draft->path);
    while (!may && ask_name(editor, &written)) {
        struct error e = {.lang = editor->desk.lang};
        str_clear(path);
        *ending = draft_place_name(path, str_text(&written));
        may = draft_place_is_writable(str_text(path), &e);
        if (!may) desk_complain(&editor->desk, &e);
        error_free(&e);
    }
    str_free(&written);
    return may;
}

bool save_buffer_as(struct editor *editor) {
    struct error e = {.lang = editor->desk.lang};
    struct str path = {0};
    bool ending = false;
    bool saved =
        ask_place(editor, &path, &ending) && offer_front(editor) && save_as(editor, str_text(&path), &e);
    if (saved && ending) desk_say(&editor->desk, SAVED_WITH_ENDING, str_text(&path));
    error_free(&e);
    str_free(&path);
    return saved;
}
