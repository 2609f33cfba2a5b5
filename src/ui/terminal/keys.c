#include "ui/terminal/keys.h"

#include "base/utf8.h"

enum { ESC = 0x1B, PARAMS_MAX = 6 };

struct sequence {
    unsigned params[PARAMS_MAX];
    size_t count;      /* of params */
    char prefix;       /* '<', '=', '>' or '?', else 0 */
    char intermediate; /* a byte from 0x20 to 0x2F, else 0 */
    char final;
};

static size_t found(struct key *key, size_t taken, uint32_t code, unsigned mods) {
    *key = (struct key){code, (uint8_t)mods};
    return taken;
}

/* xterm's parameter: 1 + Shift 1, Alt 2, Ctrl 4, Meta 8; kitty adds more, which no key here uses. */
static unsigned mods_of(unsigned parameter) {
    unsigned bits = parameter > 1 ? parameter - 1 : 0;
    return (bits & 7u) | (bits & 8u ? MOD_ALT : 0);
}

static unsigned param(const struct sequence *s, size_t i, unsigned otherwise) {
    return i < s->count && s->params[i] ? s->params[i] : otherwise;
}

/* Final letters that mean the same after CSI and SS3. */
static uint32_t code_of_letter(char c) {
    switch (c) {
    case 'A':
        return K_UP;
    case 'B':
        return K_DOWN;
    case 'C':
        return K_RIGHT;
    case 'D':
        return K_LEFT;
    case 'H':
        return K_HOME;
    case 'F':
        return K_END;
    case 'P':
    case 'Q':
    case 'R':
    case 'S':
        return K_F0 + 1 + (uint32_t)(c - 'P');
    default:
        return K_NONE;
    }
}

/* CSI number ~ */
static uint32_t code_of_number(unsigned n) {
    static const uint32_t codes[] = {
        [1] = K_HOME,      [2] = K_INSERT,   [3] = K_DELETE,   [4] = K_END,           [5] = K_PAGE_UP,
        [6] = K_PAGE_DOWN, [7] = K_HOME,     [8] = K_END,      [11] = K_F0 + 1,       [12] = K_F0 + 2,
        [13] = K_F0 + 3,   [14] = K_F0 + 4,  [15] = K_F0 + 5,  [17] = K_F0 + 6,       [18] = K_F0 + 7,
        [19] = K_F0 + 8,   [20] = K_F0 + 9,  [21] = K_F0 + 10, [23] = K_F0 + 11,      [24] = K_F0 + 12,
        [25] = K_F0 + 13,  [26] = K_F0 + 14, [28] = K_F0 + 15, [29] = K_F0 + 16,      [31] = K_F0 + 17,
        [32] = K_F0 + 18,  [33] = K_F0 + 19, [34] = K_F0 + 20, [200] = K_PASTE_BEGIN, [201] = K_PASTE_END,
    };
    uint32_t code = n < sizeof codes / sizeof *codes ? codes[n] : 0;
    return code ? code : K_NONE;
}

/* A code point with modifiers, as kitty (CSI u) and xterm's modifyOtherKeys (CSI 27 ~) report it. */
static struct key key_of_rune(uint32_t rune, unsigned mods) {
    static const struct {
        uint32_t rune, code;
    } named[] = {{9, K_TAB},     {13, K_ENTER},      {10, K_ENTER},
                 {27, K_ESCAPE}, {127, K_BACKSPACE}, {8, K_BACKSPACE}};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (named[i].rune == rune) return (struct key){named[i].code, (uint8_t)mods};
    if (rune < 0x20 || rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xF8FF)) return (struct key){K_NONE, 0};
    if (mods & MOD_CTRL) rune = rune_lower(rune);
    if (!(mods & MOD_CTRL) && (mods & MOD_SHIFT)) rune = rune_upper(rune);
    return (struct key){rune, (uint8_t)(mods & ~(unsigned)MOD_SHIFT)};
}

/* The kind, row and column of a mouse report in one code. */
enum { MOUSE_BIT = 1 << 30, MOUSE_KIND_SHIFT = 24, MOUSE_ROW_SHIFT = 12, MOUSE_MOST = 4095 };

enum mouse_kind key_mouse(struct key key, int *row, int *column) {
    if (!(key.code & MOUSE_BIT)) return MOUSE_NONE;
    *row = (int)(key.code >> MOUSE_ROW_SHIFT & MOUSE_MOST);
    *column = (int)(key.code & MOUSE_MOST);
    return (enum mouse_kind)(key.code >> MOUSE_KIND_SHIFT & 7);
}

/* CSI < button ; column ; row M, or m when the button is let go: xterm's SGR reports. The first button and
 * the wheel count. */
static struct key key_of_mouse(const struct sequence *s) {
    unsigned button = param(s, 0, 0), column = param(s, 1, 1), row = param(s, 2, 1);
    enum mouse_kind kind = MOUSE_NONE;
    if (button == 64 || button == 65)
        kind = button == 64 ? MOUSE_WHEEL_UP : MOUSE_WHEEL_DOWN;
    else if (button == 0 || button == 32)
        kind = s->final == 'm' ? MOUSE_RELEASE : button ? MOUSE_DRAG : MOUSE_PRESS;
    if (!kind || !column || !row || column > MOUSE_MOST || row > MOUSE_MOST) return (struct key){K_NONE, 0};
    return (struct key){
        MOUSE_BIT | (uint32_t)kind << MOUSE_KIND_SHIFT | (row - 1) << MOUSE_ROW_SHIFT | (column - 1), 0};
}

static struct key key_of_sequence(const struct sequence *s) {
    unsigned mods = mods_of(param(s, 1, 1));
    struct key none = {K_NONE, 0};
    if (s->prefix == '<' && (s->final == 'M' || s->final == 'm')) return key_of_mouse(s);
    if (s->prefix || (s->intermediate && s->intermediate != '$')) return none;
    switch (s->final) {
    case '~':
    case '^':
    case '$':
    case '@':
        if (param(s, 0, 0) == 27 && s->count >= 3) return key_of_rune(s->params[2], mods);
        if (s->final == '^') mods |= MOD_CTRL; /* rxvt */
        if (s->final == '$') mods |= MOD_SHIFT;
        if (s->final == '@') mods |= MOD_CTRL | MOD_SHIFT;
        return (struct key){code_of_number(param(s, 0, 0)), (uint8_t)mods};
    case 'u':
        return key_of_rune(param(s, 0, 0), mods);
    case 'Z':
        return (struct key){K_TAB, MOD_SHIFT};
    case 'a':
    case 'b':
    case 'c':
    case 'd': /* rxvt: Shift with an arrow */
        return (struct key){code_of_letter((char)(s->final - 32)), MOD_SHIFT};
    default:
        break;
    }
    uint32_t code = code_of_letter(s->final);
    /* CSI row;column R is a cursor report when the first number is not 1. */
    if (code == K_NONE || (s->count && param(s, 0, 1) != 1)) return none;
    return (struct key){code, (uint8_t)mods};
}

/* What follows ESC [ : parameters, intermediates, one final byte. */
static size_t decode_csi(struct slice bytes, size_t at, bool final, struct key *key) {
    struct sequence s = {0};
    size_t start = at;
    bool colon = false;
    if (at < bytes.len && bytes.data[at] == '[') /* Linux console: F1 to F5 */
        return at + 1 == bytes.len ? (final ? found(key, at + 1, K_NONE, 0) : 0)
                                   : found(key, at + 2,
                                           bytes.data[at + 1] >= 'A' && bytes.data[at + 1] <= 'E'
                                               ? K_F0 + 1 + (uint32_t)(bytes.data[at + 1] - 'A')
                                               : K_NONE,
                                           0);
    for (; at < bytes.len && at - start < KEY_SEQUENCE_MAX; at++) {
        char c = bytes.data[at];
        if (c >= '<' && c <= '?' && at == start) {
            s.prefix = c;
        } else if (c >= '0' && c <= '9') {
            if (!s.count) s.count = 1;
            unsigned *p = &s.params[s.count - 1];
            if (!colon && s.count <= PARAMS_MAX && *p < 0x200000) *p = *p * 10 + (unsigned)(c - '0');
        } else if (c == ';') {
            if (!s.count) s.count = 1;
            if (s.count < PARAMS_MAX) s.count++;
            colon = false;
        } else if (c == ':') {
            colon = true; /* sub-parameters of the kitty protocol */
        } else if (c >= 0x20 && c <= 0x2F && !(c == '$' && at > start)) {
            s.intermediate = c;
        } else if ((c >= 0x40 && c <= 0x7E) || c == '$') {
            s.final = c;
            at++;
            if (c == 'M' && at - 1 == start) { /* old mouse report: three bytes follow */
                if (bytes.len - at < 3) return final ? found(key, bytes.len, K_NONE, 0) : 0;
                return found(key, at + 3, K_NONE, 0);
            }
            *key = key_of_sequence(&s);
            return at;
        } else {
            return found(key, at, K_NONE, 0); /* a control byte breaks the sequence off */
        }
    }
    if (at - start >= KEY_SEQUENCE_MAX || final) return found(key, at, K_NONE, 0);
    return 0;
}

/* What follows ESC O : perhaps a modifier, one letter. */
static size_t decode_ss3(struct slice bytes, size_t at, bool final, struct key *key) {
    unsigned mods = 0;
    while (at < bytes.len && bytes.data[at] >= '0' && bytes.data[at] <= '9')
        mods = mods_of((unsigned)(bytes.data[at++] - '0'));
    if (at == bytes.len) {
        if (!final) return 0;
        return at == 2 ? found(key, at, 'O', MOD_ALT) : found(key, at, K_NONE, 0);
    }
    char c = bytes.data[at++];
    if (c < 0x20 || c > 0x7E) return found(key, at - 1, K_NONE, 0);
    if (c >= 'a' && c <= 'd') return found(key, at, code_of_letter((char)(c - 32)), MOD_CTRL); /* rxvt */
    if (c == 'M') return found(key, at, K_ENTER, mods);                                        /* keypad */
    if (c == 'I') return found(key, at, K_TAB, mods);
    if (c >= 'j' && c <= 'y') return found(key, at, (uint32_t)(c - 'j') + '*', mods);
    /* The application mode is off (terminal.c), so these are PuTTY's arrows with Ctrl. */
    if (c >= 'A' && c <= 'D' && at == 3) return found(key, at, code_of_letter(c), MOD_CTRL);
    return found(key, at, code_of_letter(c), mods);
}

/* Strings that a terminal may send unasked (OSC, DCS, APC, PM, SOS): swallowed up to BEL or ESC \. */
static size_t skip_string(struct slice bytes, bool final, struct key *key) {
    for (size_t at = 2; at < bytes.len; at++) {
        if (bytes.data[at] == 7) return found(key, at + 1, K_NONE, 0);
        if (bytes.data[at] == ESC) {
            if (at + 1 == bytes.len) break;
            return found(key, bytes.data[at + 1] == '\\' ? at + 2 : at, K_NONE, 0);
        }
        if (at >= 4096) return found(key, at, K_NONE, 0);
    }
    return final ? found(key, bytes.len, K_NONE, 0) : 0;
}

static size_t decode_plain(struct slice bytes, bool final, struct key *key) {
    unsigned char c = (unsigned char)bytes.data[0];
    if (c == 0) return found(key, 1, ' ', MOD_CTRL);
    if (c == '\r' || c == '\n') return found(key, 1, K_ENTER, 0);
    if (c == '\t') return found(key, 1, K_TAB, 0);
    if (c == 0x7F) return found(key, 1, K_BACKSPACE, 0);
    if (c == 8) return found(key, 1, K_BACKSPACE, MOD_CTRL);
    if (c <= 26) return found(key, 1, (uint32_t)c + 'a' - 1, MOD_CTRL);
    if (c < 0x20) return found(key, 1, (uint32_t)c + '@', MOD_CTRL);
    if (c < 0x80) return found(key, 1, c, 0);
    size_t need = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2, len;
    uint32_t rune = utf8_decode(bytes, 0, &len);
    if (len > 1) return rune < 0xA0 ? found(key, len, K_NONE, 0) : found(key, len, rune, 0);
    bool open = c >= 0xC2 && c <= 0xF4 && bytes.len < need && !final;
    for (size_t i = 1; i < bytes.len && open; i++)
        open = ((unsigned char)bytes.data[i] & 0xC0) == 0x80;
    return open ? 0 : found(key, 1, K_NONE, 0);
}

size_t key_decode(struct slice bytes, bool final, struct key *key) {
    *key = (struct key){K_NONE, 0};
    if (bytes.len == 0) return 0;
    if (bytes.data[0] != ESC) return decode_plain(bytes, final, key);
    if (bytes.len == 1) return final ? found(key, 1, K_ESCAPE, 0) : 0;
    switch (bytes.data[1]) {
    case '[':
        if (bytes.len == 2 && final) return found(key, 2, '[', MOD_ALT);
        return decode_csi(bytes, 2, final, key);
    case 'O':
        return decode_ss3(bytes, 2, final, key);
    case ']':
    case 'P':
    case '_':
    case '^':
    case 'X':
        if (bytes.len == 2 && final) return found(key, 2, (unsigned char)bytes.data[1], MOD_ALT);
        return skip_string(bytes, final, key);
    default:
        break;
    }
    struct slice rest = slice_range(bytes, 1, bytes.len);
    size_t taken;
    if (rest.data[0] == ESC) { /* Alt with a key that is itself a sequence; ESC ESC is Escape twice */
        if (rest.len == 1) return final ? found(key, 1, K_ESCAPE, 0) : 0;
        if (rest.data[1] != '[' && rest.data[1] != 'O') return found(key, 1, K_ESCAPE, 0);
        taken = rest.data[1] == '[' ? decode_csi(rest, 2, final, key) : decode_ss3(rest, 2, final, key);
        if (taken && (key->code == K_PASTE_BEGIN || key->code == K_PASTE_END))
            return found(key, 1, K_ESCAPE, 0); /* the Escape key, then a paste */
    } else {
        taken = decode_plain(rest, final, key);
    }
    if (!taken) return 0;
    if (key->code != K_NONE) key->mods |= MOD_ALT;
    return taken + 1;
}
