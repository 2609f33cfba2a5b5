#ifndef SUNTING_UI_TERMINAL_KEYS_H
#define SUNTING_UI_TERMINAL_KEYS_H

#include "base/message.h"

/*
 * Keys as terminals send them. key_decode() is a pure function from bytes to one key: it knows what xterm,
 * VTE, tmux, screen, PuTTY, rxvt, the Linux console, Terminal.app and the kitty protocol send, and swallows
 * whole any control sequence that it does not know, so that no part of one ends up in a draft.
 */
enum key_code {
    K_NONE = 0x110000, /* to be ignored: an unknown sequence, a mouse report, a focus event */
    K_ESCAPE,
    K_ENTER,
    K_TAB,
    K_BACKSPACE,
    K_UP,
    K_DOWN,
    K_LEFT,
    K_RIGHT,
    K_HOME,
    K_END,
    K_PAGE_UP,
    K_PAGE_DOWN,
    K_INSERT,
    K_DELETE,
    K_PASTE_BEGIN,
    K_PASTE_END,
    K_F0, /* F1 is K_F0 + 1, up to F24 */
    K_F_LAST = K_F0 + 24
};

enum key_mods { MOD_SHIFT = 1, MOD_ALT = 2, MOD_CTRL = 4 };

/* A report of the mouse is a code as well: see key_mouse(). */
enum mouse_kind { MOUSE_NONE, MOUSE_PRESS, MOUSE_DRAG, MOUSE_RELEASE, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

/* A letter with Ctrl is the small letter with MOD_CTRL; a printable character never carries MOD_SHIFT. */
struct key {
    uint32_t code; /* a Unicode code point or enum key_code */
    uint8_t mods;
};

/* What the mouse did, and on which cell, from 0; MOUSE_NONE: the key is none of it. */
enum mouse_kind key_mouse(struct key key, int *row, int *column);

enum { KEY_SEQUENCE_MAX = 64 }; /* bytes; a longer sequence is cut there */

/* Decodes the key at the start of bytes and returns how many bytes it took; 0: the sequence is incomplete,
 * wait for more. With final, nothing more will come: ESC alone is Escape, a cut sequence is dropped. */
size_t key_decode(struct slice bytes, bool final, struct key *key);

/* True for a key that inserts itself. */
static inline bool key_is_text(struct key key) {
    return key.code < K_NONE && key.mods == 0;
}
/* True for the key alone, without Ctrl, Alt or Shift. */
static inline bool key_is(struct key key, uint32_t code) {
    return key.code == code && !key.mods;
}
/* True for a key that closes whatever is open: Escape, ^Q. */
static inline bool key_closes(struct key key) {
    return key.code == K_ESCAPE || (key.code == 'q' && key.mods == MOD_CTRL);
}
static inline bool key_equal(struct key a, struct key b) {
    return a.code == b.code && a.mods == b.mods;
}

/* Reads a name as it stands in actions.def: "C-s", "M-Enter", "S-F7", "PgUp", "a". False: no such key. */
bool key_parse(struct slice name, struct key *key);
/* Appends the name that key_parse() reads. */
void key_append_code(struct str *out, struct key key);
/* Appends the name for readers: "^S", "F7", "Shift-F7", "Alt-Enter". */
void key_append_name(struct str *out, struct key key, enum lang lang);

#endif
