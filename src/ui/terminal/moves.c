#include "ui/terminal/moves.h"

#include "ui/terminal/attributes.h"

enum { ESCAPE = 27, DOWN_MAX = 2 }; /* rows: an address of two digits takes five bytes */

/* The number from at on, a one where there is none; at is then after it and a semicolon. */
static int read_number(struct slice sequence, size_t *at) {
    int number = 0;
    size_t start = *at;
    for (; *at < sequence.len && sequence.data[*at] >= '0' && sequence.data[*at] <= '9' && number < 10000;
         ++*at)
        number = 10 * number + sequence.data[*at] - '0';
    bool none = *at == start;
    if (*at < sequence.len && sequence.data[*at] == ';') ++*at;
    return none ? 1 : number;
}

/* The row to whose start an address leads; 0: it leads elsewhere. at_start: the cursor is at the start of
 * one.
 */
static int start_of_row(struct slice sequence, bool at_start) {
    size_t at = 2;
    char last = sequence.data[sequence.len - 1];
    int row = read_number(sequence, &at);
    return last == 'H' ? (read_number(sequence, &at) == 1 ? row : 0) : last == 'd' && at_start ? row : 0;
}

/* Follows what else is sent. */
static void follow(struct moves_sent *sent, struct slice sequence) {
    char kind = sequence.len > 2 ? sequence.data[1] : 0, last = sequence.data[sequence.len - 1];
    size_t at = 2;
    int first = kind == '[' ? read_number(sequence, &at) : 0;
    if (kind == '[' && strchr("mKXP@", last)) return;
    if (kind == '[' && last == 'H') {
        sent->row = first;
        sent->used = read_number(sequence, &at) - 1;
    } else if (kind == '[' && last == 'd') {
        sent->row = first;
    } else if (kind == '[' && last == 'G') {
        sent->used = first - 1;
    } else if (kind == '[' && last == 'C') {
        sent->used += first;
    } else if (kind == '[' && last == 'D') {
        sent->used -= first;
    } else if (kind != '(') {
        sent->row = 0;
    }
    if (kind == '[' && last == 'r') sent->margins = sequence.len > 3;
}

/* After the last column it depends on the terminal where the cursor is. */
static void take_byte(struct moves_sent *sent, char c, struct str *out) {
    unsigned char byte = (unsigned char)c;
    if (c == '\r') sent->used = 0;
    if (c == '\b') sent->used--;
    if (c == '\n' && sent->row) sent->row++;
    if (byte >= ' ' && (byte < 0x80 || byte >= 0xC0)) sent->used += byte < 0xE0 ? 1 : 2;
    if (sent->used >= sent->width) sent->row = 0;
    str_append_byte(out, c);
}

static void take_sequence(struct moves_sent *sent, struct slice sequence, bool returned, struct str *out) {
    bool control = sequence.len > 2 && sequence.data[1] == '[';
    int row = control ? start_of_row(sequence, returned || !sent->used) : 0;
    int down = sent->row && !sent->margins ? row - sent->row : 0;
    if (down > 0 && down <= DOWN_MAX) {
        if (sent->used) str_append_byte(out, '\r');
        for (int i = 0; i < down; i++)
            str_append_byte(out, '\n');
        sent->row = row;
        sent->used = 0;
        return;
    }
    if (returned) take_byte(sent, '\r', out);
    follow(sent, sequence);
    str_append(out, sequence);
}

/* A return waits for what follows it. */
void moves_append(struct moves_sent *sent, struct slice frame, struct str *out) {
    bool returned = false;
    for (size_t at = 0, next; at < frame.len; at = next) {
        bool escape = frame.data[at] == ESCAPE;
        next = at + (escape ? sequence_length(slice_range(frame, at, frame.len)) : 1);
        if (escape)
            take_sequence(sent, slice_range(frame, at, next), returned, out);
        else if (returned)
            take_byte(sent, '\r', out);
        returned = frame.data[at] == '\r';
        if (!escape && !returned) take_byte(sent, frame.data[at], out);
    }
    if (returned) take_byte(sent, '\r', out);
}

void moves_leave(struct moves_sent *sent) {
    sent->row = 0;
}
