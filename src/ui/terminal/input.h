#ifndef SUNTING_UI_TERMINAL_INPUT_H
#define SUNTING_UI_TERMINAL_INPUT_H

#include "ui/terminal/keys.h"

/*
 * Bytes of the terminal, read without waiting, as keys and pastes. Knows neither the screen nor time: the
 * loop says when a lone ESC has waited long enough.
 */
struct input {
    struct str bytes;
    size_t at;        /* bytes before it are used up */
    bool pasting;     /* between the marks of a bracketed paste */
    struct str paste; /* what was pasted, with plain newlines */
    bool backspace_is_ctrl_h;
    bool escaped; /* a lone ESC has just been taken for the key; the loop ends it when much time has passed */
};

enum input_event {
    INPUT_NONE, /* nothing complete yet */
    INPUT_KEY,
    INPUT_PASTE /* input->paste holds it */
};

/* Takes in bytes that were read. */
void input_add(struct input *input, struct slice bytes);
/* The next event. final: nothing more will come for now, so ESC alone is Escape and an open paste ends. */
enum input_event input_next(struct input *input, bool final, struct key *key);
/* Appends what an open paste has so far, in whole letters, and takes it out; what comes at its end is then
 * the rest. False: nothing. */
bool input_take_part(struct input *input, struct str *out);
/* True when bytes wait for the rest of a sequence. */
bool input_waits(const struct input *input);
/* True when they are more than an ESC, which may be the key: then the rest is sure to come, late as it may
 * be. */
bool input_has_begun(const struct input *input);
/* Appends the printable characters that wait to be read, as long as no other key is between them. */
void input_take_text(struct input *input, struct str *out);
void input_free(struct input *input);

#endif
