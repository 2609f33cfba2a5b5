/* Finding and replacing. */
#include "ui/editor/action.h"
#include "ui/editor/messages.h"
#include "ui/panels/messages.h"
#include "ui/panels/prompt.h"
#include "ui/terminal/messages.h"

#include <stdlib.h>

enum { SELECTED_MAX = 100 /* bytes: more is no word to look for */, HITS_MAX = 1000 };

bool can_find_next(const struct editor *editor) {
    return editor->desk.buffer && editor->pattern.len;
}

static void show_match(struct editor *editor, struct match match) {
    buffer_go(editor->desk.buffer, match.start, false);
    editor->desk.found = match;
}

/* Looks on from `from`, around the end of the text; says when it went around. False: nowhere. */
static bool find_from(struct editor *editor, const struct search *search, size_t from, bool back, bool say) {
    const struct text *text = editor->desk.buffer->text;
    size_t body = editor->desk.buffer->body;
    struct match match;
    bool found = back ? search_previous(search, text, from, &match) && match.start >= body
                      : search_next(search, text, from, &match);
    if (!found) {
        found = back ? search_previous(search, text, text_length(text), &match) && match.start >= body
                     : search_next(search, text, body, &match);
        if (found && say && back) desk_say(&editor->desk, FOUND_FROM_END);
        if (found && say && !back) desk_say(&editor->desk, FOUND_FROM_START);
    }
    if (found)
        show_match(editor, match);
    else if (search_gave_up(search))
        desk_say(&editor->desk, SEARCH_GAVE_UP);
    else
        desk_say(&editor->desk, FOUND_NONE, SLICE_ARG(str_slice(&editor->pattern)));
    return found;
}

static struct search *open_search(struct editor *editor) {
    struct error e = {.lang = editor->desk.lang};
    struct search *search = search_new(str_slice(&editor->pattern), editor->search_flags, &e);
    if (!search) desk_complain(&editor->desk, &e);
    error_free(&e);
    return search;
}

static void find_again(struct editor *editor, bool back) {
    struct search *search = open_search(editor);
    if (!search) return;
    size_t cursor = buffer_cursor(editor->desk.buffer);
    size_t from = back ? cursor : cursor < text_length(editor->desk.buffer->text) ? cursor + 1 : cursor;
    find_from(editor, search, from, back, true);
    search_free(search);
}

/* What is asked: from where the search began, the label with its state, how far back in the history. */
struct asking {
    size_t origin, back;
    message_id question;
    struct str label;
};

/* Each letter looks again from where the search began. */
static void look_on(struct desk *desk, struct prompt *prompt) {
    struct editor *editor = editor_of(desk);
    const struct asking *asking = prompt->context;
    editor->desk.found = (struct match){0, 0};
    str_clear(&editor->pattern);
    str_append(&editor->pattern, str_slice(&prompt->field.text));
    buffer_go(editor->desk.buffer, asking->origin, false);
    if (!editor->pattern.len) return;
    struct search *search = open_search(editor);
    if (search) find_from(editor, search, asking->origin, false, false);
    search_free(search);
}

/* The state is seen in the label, and is that of one search: the next one begins without. */
static void show_state(struct desk *desk, struct prompt *prompt) {
    static const struct {
        unsigned flag;
        message_id name;
    } states[] = {{SEARCH_EXACT, MESSAGE_FIND_EXACT},
                  {SEARCH_WORDS, MESSAGE_FIND_WORDS},
                  {SEARCH_REGEX, MESSAGE_FIND_REGEX}};
    struct asking *asking = prompt->context;
    str_clear(&asking->label);
    message_append(&asking->label, desk->lang, asking->question);
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (editor_of(desk)->search_flags & states[i].flag)
            str_printf(&asking->label, " [%s]", message_text(desk->lang, states[i].name));
    str_append_byte(&asking->label, ':');
    prompt->label = str_slice(&asking->label);
}

static bool toggle(struct editor *editor, struct key key) {
    static const struct {
        uint32_t letter;
        unsigned flag;
    } keys[] = {{'c', SEARCH_EXACT}, {'w', SEARCH_WORDS}, {'r', SEARCH_REGEX}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (key.code == keys[i].letter && key.mods == MOD_ALT) {
            editor->search_flags ^= keys[i].flag;
            return true;
        }
    return false;
}

/* PgUp: what was looked for before; PgDn: back to what came after it. */
static void recall_pattern(struct editor *editor, struct prompt *prompt, bool back) {
    struct asking *asking = prompt->context;
    size_t count = editor->patterns.count;
    if (back ? asking->back == count : asking->back == 0) return;
    asking->back += back ? 1 : -1UL;
    str_clear(&prompt->field.text);
    if (asking->back) str_append_text(&prompt->field.text, editor->patterns.items[count - asking->back]);
    prompt->field.cursor = prompt->field.text.len;
}

static bool find_key(struct desk *desk, struct prompt *prompt, struct key key) {
    struct editor *editor = editor_of(desk);
    bool plain = !key.mods;
    if (toggle(editor, key)) {
        show_state(desk, prompt);
    } else if (plain && (key.code == K_PAGE_UP || key.code == K_PAGE_DOWN)) {
        recall_pattern(editor, prompt, key.code == K_PAGE_UP);
    } else if ((key.code == K_DOWN && plain) || (key.code == 'g' && key.mods == MOD_CTRL)) {
        if (editor->pattern.len) find_again(editor, false);
        return true;
    } else if (key.code == K_UP && plain) {
        if (editor->pattern.len) find_again(editor, true);
        return true;
    } else {
        return false;
    }
    look_on(desk, prompt);
    return true;
}

static const message_id find_hints[] = {MESSAGE_KEY_DOWN,
                                        MESSAGE_HINT_FIND_NEXT,
                                        MESSAGE_KEY_ALT_C,
                                        MESSAGE_HINT_EXACT,
                                        MESSAGE_KEY_ALT_W,
                                        MESSAGE_HINT_WORDS,
                                        MESSAGE_KEY_ALT_R,
                                        MESSAGE_HINT_REGEX,
                                        MESSAGE_KEY_PAGE_UP,
                                        MESSAGE_HINT_HISTORY,
                                        0};

static void fill_field(struct field *field, struct slice text) {
    str_append(&field->text, text);
    field->cursor = field->text.len;
}

/* The word is the last of the history. */
static void remember(struct editor *editor) {
    const char *pattern = str_text(&editor->pattern);
    for (size_t i = 0; i < editor->patterns.count; i++)
        if (strcmp(editor->patterns.items[i], pattern) == 0) {
            free(editor->patterns.items[i]);
            vec_remove(&editor->patterns, i, 1);
        }
    if (editor->pattern.len) vec_push(&editor->patterns, slice_copy(str_slice(&editor->pattern)));
}

static void fill_selected(struct editor *editor, struct prompt *prompt) {
    struct asking *asking = prompt->context;
    size_t start, end;
    if (!buffer_selection(editor->desk.buffer, &start, &end) || end - start >= SELECTED_MAX) return;
    struct str selected = {0};
    text_copy(editor->desk.buffer->text, start, end, &selected);
    fill_field(&prompt->field, str_slice(&selected));
    str_free(&selected);
    asking->origin = start;
}

/* Enter alone: the same as last time. */
static void accept(struct editor *editor, const struct prompt *prompt, const struct str *before) {
    if (!prompt->field.text.len && before->len) {
        str_clear(&editor->pattern);
        str_append(&editor->pattern, str_slice(before));
        find_again(editor, false);
    }
    remember(editor);
}

/* Asks what to look for, and shows it while it is typed. True: it was found. */
static bool ask_pattern(struct editor *editor, message_id question) {
    struct asking asking = {.origin = buffer_cursor(editor->desk.buffer), .question = question};
    struct prompt prompt = {.changed = look_on, .key = find_key, .hints = find_hints, .context = &asking};
    struct str before = {0};
    editor->search_flags = 0;
    show_state(&editor->desk, &prompt);
    fill_selected(editor, &prompt);
    str_append(&before, str_slice(&editor->pattern));
    if (prompt.field.text.len) look_on(&editor->desk, &prompt);
    bool accepted = prompt_run(&editor->desk, &prompt);
    if (accepted) {
        accept(editor, &prompt, &before);
    } else {
        editor->desk.found = (struct match){0, 0};
        buffer_go(editor->desk.buffer, asking.origin, false);
    }
    str_free(&before);
    str_free(&asking.label);
    str_free(&prompt.field.text);
    bool found = editor->desk.found.end > editor->desk.found.start;
    if (accepted && !found && editor->pattern.len && !editor->desk.notice.len)
        desk_say(&editor->desk, FOUND_NONE, SLICE_ARG(str_slice(&editor->pattern)));
    return accepted && found;
}

/* "beras": yang ke-2 dari 7. */
static void say_count(struct editor *editor) {
    const struct buffer *buffer = editor->desk.buffer;
    struct search *search = open_search(editor);
    if (!search) return;
    size_t here,
        count = search_count(search, buffer->text, buffer->body, buffer_cursor(buffer), HITS_MAX, &here);
    search_free(search);
    if (count == HITS_MAX)
        desk_say(&editor->desk, FOUND_MANY, SLICE_ARG(str_slice(&editor->pattern)), count);
    else
        desk_say(&editor->desk, FOUND_HERE, SLICE_ARG(str_slice(&editor->pattern)), here, count);
}

static void find_and_count(struct editor *editor, bool back) {
    find_again(editor, back);
    bool found = editor->desk.found.end > editor->desk.found.start;
    if (found && !editor->desk.notice.len) say_count(editor);
}

void run_find_next(struct editor *editor) {
    find_and_count(editor, false);
}

void run_find_previous(struct editor *editor) {
    find_and_count(editor, true);
}

void run_find(struct editor *editor) {
    if (ask_pattern(editor, MESSAGE_PROMPT_FIND) && !editor->desk.notice.len) say_count(editor);
}

static bool ask_replacement(struct editor *editor) {
    struct prompt prompt = {.label = slice_of(message_text(editor->desk.lang, MESSAGE_PROMPT_REPLACEMENT))};
    bool accepted = prompt_run(&editor->desk, &prompt);
    if (accepted) {
        str_clear(&editor->replacement);
        str_append(&editor->replacement, str_slice(&prompt.field.text));
    }
    str_free(&prompt.field.text);
    return accepted;
}

/* Returns the place after the replacement. */
static size_t replace_one(struct editor *editor, const struct search *search, struct match match) {
    struct str fresh = {0};
    search_replacement(search, editor->desk.buffer->text, match, str_slice(&editor->replacement), &fresh);
    buffer_edit(editor->desk.buffer, match.start, match.end - match.start, str_slice(&fresh), UNDO_ALONE);
    size_t after = match.start + fresh.len;
    str_free(&fresh);
    return after;
}

/* A walk through all matches: from where the search began, around the end of the text, back to there. */
struct round {
    struct search *search;
    size_t from;   /* where to look on */
    size_t origin; /* where it began */
    size_t after;  /* bytes after that, once the end has been passed */
    bool passed;
};

static bool next_match(const struct editor *editor, struct round *round, struct match *match) {
    const struct text *text = editor->desk.buffer->text;
    bool found = search_next(round->search, text, round->from, match);
    if (!found && !round->passed) {
        round->passed = true;
        round->after = text_length(text) - round->origin;
        round->from = editor->desk.buffer->body;
        found = search_next(round->search, text, round->from, match);
    }
    return found && (!round->passed || match->end + round->after <= text_length(text));
}

/* Replaces this match and all that follow, as one step of undo; returns how many. */
static size_t replace_rest(struct editor *editor, struct round *round, struct match match) {
    size_t count = 0;
    do {
        round->from = replace_one(editor, round->search, match);
        count++;
    } while (next_match(editor, round, &match));
    return count;
}

void run_replace(struct editor *editor) {
    static const message_id answers[] = {MESSAGE_ANSWER_YES, MESSAGE_ANSWER_NEXT, MESSAGE_ANSWER_ALL};
    if (!ask_pattern(editor, MESSAGE_PROMPT_REPLACE) || !ask_replacement(editor)) return;
    size_t cursor = buffer_cursor(editor->desk.buffer), count = 0;
    struct round round = {.search = open_search(editor), .from = cursor, .origin = cursor};
    struct match match;
    int answer = 0;
    while (round.search && answer >= 0 && answer < 2 && next_match(editor, &round, &match)) {
        show_match(editor, match);
        answer = ask(&editor->desk, slice_of(message_text(editor->desk.lang, MESSAGE_ASK_REPLACE)), answers,
                     3, -1);
        round.from = match.end;
        undo_begin(editor->desk.buffer->undo);
        if (answer == 0) {
            round.from = replace_one(editor, round.search, match);
            count++;
        } else if (answer == 2) {
            count += replace_rest(editor, &round, match);
        }
        undo_end(editor->desk.buffer->undo);
    }
    editor->desk.found = (struct match){0, 0};
    if (round.search && search_gave_up(round.search))
        desk_say(&editor->desk, REPLACED_PART, count);
    else
        desk_say(&editor->desk, REPLACED_COUNT, count);
    search_free(round.search);
}

void run_go_to_line(struct editor *editor) {
    struct prompt prompt = {.label = slice_of(message_text(editor->desk.lang, MESSAGE_PROMPT_LINE))};
    struct buffer *buffer = editor->desk.buffer;
    if (prompt_run(&editor->desk, &prompt)) {
        size_t first = text_line_at(buffer->text, buffer->body); /* as messages and the status row count */
        size_t count = text_line_count(buffer->text) - first;
        unsigned long line = strtoul(str_text(&prompt.field.text), NULL, 10);
        if (line == 0 || line > count)
            desk_say(&editor->desk, LINE_OUTSIDE, count);
        else
            buffer_go(buffer, text_line_start(buffer->text, first + line - 1), false);
    }
    str_free(&prompt.field.text);
}
