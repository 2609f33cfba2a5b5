#include "script_steps.h"

#include <stdlib.h>

static const struct {
    const char *name, *bytes;
} keys[] = {{"Up", "\033[A"},
            {"Down", "\033[B"},
            {"Right", "\033[C"},
            {"Left", "\033[D"},
            {"Home", "\033[H"},
            {"End", "\033[F"},
            {"PgUp", "\033[5~"},
            {"PgDn", "\033[6~"},
            {"Del", "\033[3~"},
            {"Ins", "\033[2~"},
            {"Enter", "\r"},
            {"Tab", "\t"},
            {"Esc", "\033"},
            {"Backspace", "\177"},
            {"Space", " "},
            {"F1", "\033OP"},
            {"F2", "\033OQ"},
            {"F3", "\033OR"},
            {"F4", "\033OS"},
            {"F5", "\033[15~"},
            {"F6", "\033[17~"},
            {"F7", "\033[18~"},
            {"F8", "\033[19~"},
            {"F9", "\033[20~"},
            {"F10", "\033[21~"},
            {"F12", "\033[24~"},
            {"Shift+F7", "\033[18;2~"},
            {"Shift+Up", "\033[1;2A"},
            {"Shift+Down", "\033[1;2B"},
            {"Shift+Right", "\033[1;2C"},
            {"Shift+Left", "\033[1;2D"},
            {"Ctrl+Right", "\033[1;5C"},
            {"Ctrl+Left", "\033[1;5D"},
            {"Ctrl+Home", "\033[1;5H"},
            {"Ctrl+End", "\033[1;5F"},
            {"Shift+End", "\033[1;2F"},
            {"Shift+Home", "\033[1;2H"},
            {"Alt+Enter", "\033\r"},
            {"Alt+Up", "\033\033[A"}, /* PuTTY */
            {"Alt+Down", "\033\033[B"},
            {"PuTTY+Up", "\033OA"}, /* with Ctrl */
            {"PuTTY+Down", "\033OB"},
            {"PuTTY+Right", "\033OC"},
            {"Shift+Tab", "\033[Z"},
            {"Shift+F3", "\033[13;2~"}};

bool step_type(struct script *s, struct slice text) {
    for (size_t i = 0; s->pace && i < text.len; i++) {
        pty_send(s->pty, slice_range(text, i, i + 1));
        pty_settle(s->pty, s->pace, s->pace);
    }
    if (!s->pace) pty_send(s->pty, text);
    return true;
}

/* Keys come one by one, as from a hand: the program must have drawn its answer before the next. */
bool step_keys(struct script *s, struct slice names) {
    while (names.len) {
        struct slice name = slice_cut(&names, ' '), bytes = {0};
        char control, alt[2] = {'\033'};
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
            if (slice_equal_text(name, keys[i].name)) bytes = slice_of(keys[i].bytes);
        if (name.len == 2 && name.data[0] == '^') {
            control = (char)(name.data[1] & 31);
            bytes = (struct slice){&control, 1};
        }
        if (name.len == 5 && slice_starts(name, SLICE("Alt+"))) {
            alt[1] = name.data[4];
            bytes = (struct slice){alt, 2};
        }
        if (!bytes.len) return script_fail(s, "no such key", name);
        pty_send(s->pty, bytes);
        pty_answer(s->pty);
    }
    return true;
}

bool step_mouse(struct script *s, struct slice report) {
    struct str bytes = {0};
    struct slice button = slice_cut(&report, ' '), column = slice_cut(&report, ' '),
                 row = slice_cut(&report, ' ');
    str_printf(&bytes, "\033[<%.*s;%.*s;%.*s%.*s", SLICE_ARG(button), SLICE_ARG(column), SLICE_ARG(row),
               SLICE_ARG(report));
    pty_send(s->pty, str_slice(&bytes));
    pty_answer(s->pty);
    str_free(&bytes);
    return true;
}

bool step_pace(struct script *s, struct slice ms) {
    char *text = slice_copy(ms);
    s->pace = atoi(text);
    free(text);
    return true;
}

static bool paste(struct script *s, struct slice name, bool ends) {
    struct str bytes = {0};
    if (!script_read(s, s->folder, name, &bytes)) return false;
    pty_send(s->pty, SLICE("\033[200~"));
    pty_send(s->pty, str_slice(&bytes));
    if (ends) pty_send(s->pty, SLICE("\033[201~"));
    str_free(&bytes);
    return true;
}

bool step_paste(struct script *s, struct slice name) {
    return paste(s, name, true);
}

bool step_paste_open(struct script *s, struct slice name) {
    return paste(s, name, false);
}
