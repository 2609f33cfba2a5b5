#include "ui/terminal/attributes.h"

#include <stdio.h>

enum { PARAMETERS_MAX = 32, SET_MAX = 9, ESCAPE = 27, SHIFT_OUT = 14, SHIFT_IN = 15, FIRST_FONT = 10 };

static const struct attributes plain = {.charset = 'B', .shift = SHIFT_IN};

void attributes_open(struct attributes_sent *sent, bool ends_one) {
    *sent = (struct attributes_sent){.shown = plain, .wanted = plain, .saved = plain, .ends_one = ends_one};
}

/* What ends an attribute; bold and faint have one end. */
static int end_of(int attribute) {
    return attribute == 1 ? 22 : 20 + attribute;
}

static bool same(const struct attributes *a, const struct attributes *b) {
    return a->set == b->set && strcmp(a->front, b->front) == 0 && strcmp(a->back, b->back) == 0;
}

static void add(struct str *out, const char *text) {
    if (out->len) str_append_byte(out, ';');
    str_append_text(out, text);
}

static void add_number(struct str *out, int number) {
    char text[4];
    snprintf(text, sizeof text, "%d", number);
    add(out, text);
}

static void add_set(struct str *out, unsigned set) {
    for (int i = 1; i <= SET_MAX; i++)
        if (set & 1U << i) add_number(out, i);
}

/* All anew, from none. */
static void say_all(const struct attributes *wanted, struct str *out) {
    str_append_byte(out, '0');
    add_set(out, wanted->set);
    if (*wanted->front) add(out, wanted->front);
    if (*wanted->back) add(out, wanted->back);
    if (out->len == 1) str_clear(out);
}

static void say_difference(const struct attributes *shown, const struct attributes *wanted, struct str *out) {
    unsigned ends = shown->set & ~wanted->set, kept = shown->set & wanted->set;
    int said = 0;
    for (int i = 1; i <= SET_MAX; i++) {
        if (!(ends & 1U << i) || end_of(i) == said) continue;
        add_number(out, said = end_of(i));
        if (said == end_of(1)) kept &= ~(1U << 1 | 1U << 2);
    }
    add_set(out, wanted->set & ~kept);
    if (strcmp(shown->front, wanted->front) != 0) add(out, *wanted->front ? wanted->front : "39");
    if (strcmp(shown->back, wanted->back) != 0) add(out, *wanted->back ? wanted->back : "49");
}

static void say(struct attributes_sent *sent, struct str *out) {
    if (!sent->pending) return;
    sent->pending = false;
    const struct attributes *shown = &sent->shown, *wanted = &sent->wanted;
    if (wanted->charset != shown->charset) str_printf(out, "\033(%c", wanted->charset);
    if (wanted->shift != shown->shift) str_append_byte(out, wanted->shift);
    if (!sent->known || !same(shown, wanted)) {
        struct str all = {0}, difference = {0};
        say_all(wanted, &all);
        say_difference(shown, wanted, &difference);
        bool ends = shown->set & ~wanted->set;
        bool differs = sent->known && (!ends || sent->ends_one) && difference.len < all.len;
        str_printf(out, "\033[%sm", str_text(differs ? &difference : &all));
        str_free(&all);
        str_free(&difference);
    }
    sent->shown = *wanted;
    sent->known = true;
}

/* What the terminal has is not known, or not what is wanted. */
static void doubt(struct attributes_sent *sent, bool known) {
    sent->pending = true;
    sent->known = known;
}

/* A colour takes the parameters from at on; how many: 0 when it is none that is known. */
static size_t read_colour(const int *numbers, size_t count, char colour[ATTRIBUTES_COLOUR_MAX]) {
    size_t need = count > 1 && numbers[1] == 5 ? 3 : count > 1 && numbers[1] == 2 ? 5 : 0;
    if (!need || need > count) return 0;
    size_t len = 0;
    for (size_t i = 0; i < need; i++)
        len += (size_t)snprintf(colour + len, ATTRIBUTES_COLOUR_MAX - len, i ? ";%d" : "%d", numbers[i]);
    return need;
}

/* One of the 16 colours, or with 39 and 49 the terminal's own. */
static bool read_named(struct attributes *wanted, int number) {
    int tens = number / 10 % 10, kind = number >= 90 ? tens - 6 : tens;
    bool own = number == 39 || number == 49;
    if ((number < 30 || number > 49 || number % 10 > 7) && (number < 90 || number > 107 || number % 10 > 7))
        if (!own) return false;
    char *colour = kind == 3 ? wanted->front : wanted->back;
    snprintf(colour, ATTRIBUTES_COLOUR_MAX, "%.0d", own ? 0 : number);
    return true;
}

/* Takes the parameters from the first on; how many: 0 when it is none that is known. */
static size_t read_one(struct attributes *wanted, const int *numbers, size_t count) {
    int number = numbers[0];
    if (number == 38) return read_colour(numbers, count, wanted->front);
    if (number == 48) return read_colour(numbers, count, wanted->back);
    if (number == 0) {
        wanted->set = 0;
        *wanted->front = *wanted->back = 0;
    } else if (number <= SET_MAX) {
        wanted->set |= 1U << number;
    } else if (number >= 22 && number <= 29 && number != 26) {
        wanted->set &= ~(1U << (number - 20));
        if (number == end_of(1)) wanted->set &= ~(1U << 1);
    } else if (number != FIRST_FONT && !read_named(wanted, number)) {
        return 0;
    }
    return 1;
}

/* Numbers between semicolons; an empty one is 0. False for anything else. */
static bool read_numbers(struct slice text, int numbers[PARAMETERS_MAX], size_t *count) {
    numbers[0] = 0;
    *count = 1;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == ';' && *count < PARAMETERS_MAX)
            numbers[(*count)++] = 0;
        else if (c >= '0' && c <= '9' && numbers[*count - 1] < 1000)
            numbers[*count - 1] = numbers[*count - 1] * 10 + (c - '0');
        else
            return false;
    }
    return true;
}

static bool read_attributes(struct attributes *wanted, struct slice text) {
    int numbers[PARAMETERS_MAX];
    size_t count, taken;
    struct attributes read = *wanted;
    if (!read_numbers(text, numbers, &count)) return false;
    for (size_t at = 0; at < count; at += taken)
        if (!(taken = read_one(&read, numbers + at, count - at))) return false;
    *wanted = read;
    return true;
}

size_t sequence_length(struct slice text) {
    size_t at = 2;
    if (text.len < 2) return text.len;
    if (text.data[1] == '(' || text.data[1] == ')') return text.len < 3 ? text.len : 3;
    if (text.data[1] != '[') return 2;
    while (at < text.len && (text.data[at] < '@' || text.data[at] > '~'))
        at++;
    return at < text.len ? at + 1 : at;
}

/* Parameters that all terminals take for granted are left out: [1@, [20;1H, and the margins of all rows. */
static void append_sequence(const struct attributes_sent *sent, struct slice sequence, struct str *out) {
    char last = sequence.data[sequence.len - 1], all[24];
    struct slice parameters = sequence.len > 2 ? slice_range(sequence, 2, sequence.len - 1) : SLICE("");
    snprintf(all, sizeof all, "1;%d", sent->rows);
    size_t kept = parameters.len;
    if (last == 'H' && kept > 2 && memcmp(parameters.data + kept - 2, ";1", 2) == 0) kept -= 2;
    if (strchr("ABCDGHLMPSTXd@", last) && kept == 1 && *parameters.data == '1') kept = 0;
    if (last == 'r' && slice_equal_text(parameters, all)) kept = 0;
    str_append(out, slice_range(sequence, 0, sequence.len - 1 - (parameters.len - kept)));
    str_append_byte(out, last);
}

/* After anything but what curses draws with, nothing is sure. */
static void copy_sequence(struct attributes_sent *sent, struct slice sequence, struct str *out) {
    char kind = sequence.len > 1 ? sequence.data[1] : 0, last = sequence.data[sequence.len - 1];
    bool moves = kind == '[' && strchr("ABCDGHdfr", last);
    bool draws = kind == '[' && strchr("@JKLMPSTXb", last);
    if (!moves) say(sent, out);
    if (moves || draws)
        append_sequence(sent, sequence, out);
    else
        str_append(out, sequence);
    if (kind == '7') {
        sent->saved = sent->shown;
    } else if (kind == '8') {
        sent->shown = sent->saved;
        doubt(sent, true);
    } else if (!moves && !draws && kind != 'M') {
        doubt(sent, false);
    }
}

static void take_sequence(struct attributes_sent *sent, struct slice sequence, struct str *out) {
    char kind = sequence.len > 2 ? sequence.data[1] : 0, last = sequence.data[sequence.len - 1];
    if (kind == '(' && (last == 'B' || last == '0')) {
        sent->wanted.charset = last;
        sent->pending = true;
    } else if (kind == '[' && last == 'm') {
        struct slice parameters = slice_range(sequence, 2, sequence.len - 1);
        sent->blind = !read_attributes(&sent->wanted, parameters);
        if (sent->blind) say(sent, out);
        if (sent->blind) str_append(out, sequence);
        sent->pending = !sent->blind;
    } else {
        copy_sequence(sent, sequence, out);
    }
}

void attributes_append(struct attributes_sent *sent, struct slice frame, struct str *out) {
    for (size_t at = 0, next; at < frame.len; at = next) {
        char c = frame.data[at];
        next = at + 1;
        if (sent->blind) {
            str_append(out, slice_range(frame, at, frame.len));
            return;
        }
        if (c == ESCAPE) {
            next = at + sequence_length(slice_range(frame, at, frame.len));
            take_sequence(sent, slice_range(frame, at, next), out);
        } else if (c == SHIFT_OUT || c == SHIFT_IN) {
            sent->wanted.shift = c;
            sent->pending = true;
        } else {
            if (c != '\r' && c != '\b') say(sent, out);
            str_append_byte(out, c);
        }
    }
}

void attributes_leave(struct attributes_sent *sent, struct str *out) {
    say(sent, out);
    doubt(sent, false);
}
