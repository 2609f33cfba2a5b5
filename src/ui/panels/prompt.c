#include "ui/panels/prompt.h"

#include "base/utf8.h"
#include "ui/page/wrap.h"
#include "ui/panels/hints.h"
#include "ui/panels/messages.h"

void field_insert(struct field *field, struct slice text) {
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i] == '\n' || text.data[i] == '\t' ? ' ' : text.data[i];
        str_splice(&field->text, field->cursor++, 0, (struct slice){&c, 1});
    }
}

bool field_key(struct field *field, struct key key) {
    struct slice text = str_slice(&field->text);
    if (key_is_text(key)) {
        char bytes[4];
        field_insert(field, (struct slice){bytes, utf8_encode(key.code, bytes)});
        return true;
    }
    if (key.mods && !(key.code == K_BACKSPACE && key.mods == MOD_SHIFT)) {
        if (key.code != 'u' || key.mods != MOD_CTRL) return false;
        str_clear(&field->text);
        field->cursor = 0;
        return true;
    }
    size_t to;
    switch (key.code) {
    case K_LEFT:
        field->cursor = grapheme_previous(text, field->cursor);
        return true;
    case K_RIGHT:
        field->cursor = grapheme_next(text, field->cursor);
        return true;
    case K_HOME:
        field->cursor = 0;
        return true;
    case K_END:
        field->cursor = text.len;
        return true;
    case K_BACKSPACE:
        to = grapheme_previous(text, field->cursor);
        str_splice(&field->text, to, field->cursor - to, SLICE(""));
        field->cursor = to;
        return true;
    case K_DELETE:
        to = grapheme_next(text, field->cursor);
        str_splice(&field->text, field->cursor, to - field->cursor, SLICE(""));
        return true;
    default:
        return false;
    }
}

int field_draw(const struct field *field, struct screen *screen, enum style_id style) {
    struct slice text = str_slice(&field->text);
    size_t from = 0;
    while (from < field->cursor &&
           screen_width(slice_range(text, from, field->cursor)) >= screen_left(screen))
        from = grapheme_next(text, from);
    int column = screen->column + screen->used + screen_width(slice_range(text, from, field->cursor));
    screen_text(screen, slice_range(text, from, text.len), style);
    return column;
}

/* What is said about the field stands above it. */
static void draw_said(struct desk *desk, int above) {
    enum style_id style = desk->alarm ? STYLE_ALARM : STYLE_NOTICE;
    struct slice text = str_slice(&desk->notice);
    int rows = wrapped_rows(text, desk->screen.columns);
    if (rows > above - 1) rows = above - 1;
    draw_wrapped(&desk->screen, (struct rect){above - rows, 0, rows, desk->screen.columns}, text, style);
}

static void draw_prompt(struct desk *desk, void *context) {
    struct prompt *prompt = context;
    struct screen *screen = &desk->screen;
    struct hints hints = {0};
    int row = screen->rows - 2;
    draw_said(desk, row);
    screen_begin(screen, row, 0, screen->columns, STYLE_NOTICE);
    screen_text(screen, SLICE(" "), STYLE_NOTICE);
    screen_text(screen, prompt->label, STYLE_NOTICE);
    screen_text(screen, SLICE(" "), STYLE_NOTICE);
    int column = field_draw(&prompt->field, screen, STYLE_STATUS);
    screen_end(screen);
    hints_add_panel(&hints, desk->lang, MESSAGE_HINT_ACCEPT, MESSAGE_HINT_CANCEL, prompt->hints);
    hints_draw(desk, &hints, 1);
    screen_cursor(screen, row, column);
}

bool prompt_run(struct desk *desk, struct prompt *prompt) {
    struct overlay overlay;
    struct key key;
    struct str pasted = {0};
    bool accepted = false;
    desk_open_overlay(desk, &overlay, draw_prompt, prompt);
    while (desk_key(desk, &key, &pasted)) {
        str_clear(&desk->notice);
        bool changed = pasted.len > 0;
        if (changed) {
            field_insert(&prompt->field, str_slice(&pasted));
            str_clear(&pasted);
        } else if (prompt->key && prompt->key(desk, prompt, key)) {
            continue;
        } else if (key_closes(key)) {
            break;
        } else if (key_is(key, K_ENTER)) {
            accepted = true;
            break;
        } else {
            changed = field_key(&prompt->field, key);
        }
        if (changed && prompt->changed) prompt->changed(desk, prompt);
    }
    desk_close_overlay(desk);
    str_free(&pasted);
    return accepted;
}

struct question {
    struct slice text;
    const message_id *answers;
    size_t count;
    bool writing; /* letters are no answers */
    int again;    /* the answer that Ctrl-S is, or -1; its letter waits in desk.pasted for the next key */
    int chosen;   /* what Enter is, or -1 */
};

/* The key of an answer. */
static struct slice key_of(const struct question *question, int i, struct slice answer) {
    if (i == question->chosen) return SLICE("Enter");
    if (!question->writing) return slice_range(answer, 0, 1);
    if (i == question->again) return SLICE("^S");
    return i < question->chosen ? SLICE("←") : SLICE("→");
}

/* Every answer is shown, in as many rows as that takes. */
static void draw_question(struct desk *desk, void *context) {
    struct question *question = context;
    struct screen *screen = &desk->screen;
    struct hints hints = {0};
    for (size_t i = 0; i < question->count; i++) {
        struct slice answer = slice_of(message_text(desk->lang, question->answers[i]));
        hints_add(&hints, key_of(question, (int)i, answer), answer);
    }
    hints_add(&hints, SLICE("Esc"), slice_of(message_text(desk->lang, MESSAGE_HINT_CANCEL)));
    int below = hints_rows(desk, &hints), rows = wrapped_rows(question->text, screen->columns);
    if (below > screen->rows - 2) below = screen->rows - 2;
    if (rows > screen->rows - 1 - below) rows = screen->rows - 1 - below;
    draw_wrapped(screen, (struct rect){screen->rows - below - rows, 0, rows, screen->columns}, question->text,
                 STYLE_NOTICE);
    hints_draw(desk, &hints, below);
    screen_cursor(screen, screen->rows - below - rows, 0); /* where a screen reader reads on: the question */
}

static bool is_letter_of(const struct desk *desk, message_id answer, struct key key) {
    unsigned char first = (unsigned char)message_text(desk->lang, answer)[0];
    return key_is_text(key) && rune_lower(key.code) == rune_lower(first);
}

/* The answer a key gives: its first letter alone, or Enter for the chosen one; -1: none. */
static int answer_of(const struct desk *desk, const struct question *question, struct key key) {
    bool leaves = desk->pasted.len && key_closes(key) && !key_is(key, K_ESCAPE);
    if (key_is(key, K_ENTER) || leaves) return question->chosen;
    if (key.code == 's' && key.mods == MOD_CTRL) return question->again;
    if (question->writing) return -1;
    for (size_t i = 0; i < question->count; i++)
        if (is_letter_of(desk, question->answers[i], key)) return (int)i;
    return -1;
}

static void choose(struct desk *desk, struct question *question, int step) {
    int chosen = question->chosen + step;
    if (chosen < 0 || chosen >= (int)question->count) return;
    question->chosen = chosen;
    str_clear(&desk->pasted);
    desk->stale = true;
}

/* The letter of the answer that Ctrl-S is chooses it, as an arrow does; what follows says whether it was
 * meant so. A second letter: no, and both belong to the draft. */
static bool take_letter(struct desk *desk, struct question *question, struct key key) {
    bool chooses = !desk->pasted.len && question->again >= 0 &&
                   is_letter_of(desk, question->answers[question->again], key);
    if (!chooses && !desk->pasted.len) {
        desk->passed = key;
        return false;
    }
    str_append_rune(&desk->pasted, key.code);
    if (chooses) question->chosen = question->again;
    desk->stale |= chooses;
    return chooses;
}

/* False: the question is over. */
static bool take_key(struct desk *desk, struct question *question, struct key key) {
    if (question->writing && key_is_text(key)) return take_letter(desk, question, key);
    if (question->writing && (key_is(key, K_RIGHT) || key_is(key, K_TAB))) choose(desk, question, 1);
    if (question->writing && key_is(key, K_LEFT)) choose(desk, question, -1);
    return !key_closes(key);
}

static int run_question(struct desk *desk, struct question *question) {
    struct overlay overlay;
    struct key key;
    int answer = -1;
    bool open = true;
    str_clear(&desk->notice);
    desk_open_overlay(desk, &overlay, draw_question, question);
    for (size_t waiting = 0; open && desk_key(desk, &key, question->writing ? &desk->pasted : NULL);
         waiting = desk->pasted.len) {
        bool pasted = desk->pasted.len > waiting;
        answer = answer_of(desk, question, key);
        open = answer < 0 && !pasted && take_key(desk, question, key);
        if (answer >= 0 || key_closes(key)) str_clear(&desk->pasted);
    }
    desk_close_overlay(desk);
    return answer;
}

int ask(struct desk *desk, struct slice question, const message_id *answers, size_t count, int again) {
    struct question asked = {question, answers, count, .again = again, .chosen = count > 1 ? 0 : -1};
    return run_question(desk, &asked);
}

int ask_writer(struct desk *desk, struct slice question, const message_id *answers, size_t count, int again) {
    struct question asked = {question,        answers,        count,
                             .writing = true, .again = again, .chosen = count > 1 ? 0 : -1};
    return run_question(desk, &asked);
}
