#include "ui/terminal/keys.h"
#include "ui/terminal/messages.h"

#include "base/utf8.h"

static const struct {
    uint32_t code;
    const char *name;
} names[] = {
    {K_ESCAPE, "Esc"},    {K_ENTER, "Enter"},   {K_TAB, "Tab"},      {K_BACKSPACE, "Backspace"},
    {K_UP, "Up"},         {K_DOWN, "Down"},     {K_LEFT, "Left"},    {K_RIGHT, "Right"},
    {K_HOME, "Home"},     {K_END, "End"},       {K_PAGE_UP, "PgUp"}, {K_PAGE_DOWN, "PgDn"},
    {K_INSERT, "Insert"}, {K_DELETE, "Delete"}, {' ', "Space"},
};

bool key_parse(struct slice name, struct key *key) {
    *key = (struct key){0, 0};
    for (; name.len > 2 && name.data[1] == '-'; name = slice_range(name, 2, name.len)) {
        if (name.data[0] == 'C')
            key->mods |= MOD_CTRL;
        else if (name.data[0] == 'M')
            key->mods |= MOD_ALT;
        else if (name.data[0] == 'S')
            key->mods |= MOD_SHIFT;
        else
            return false;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_equal_text(name, names[i].name)) {
            key->code = names[i].code;
            return true;
        }
    if (name.len > 1 && name.data[0] == 'F') {
        uint32_t n = 0;
        for (size_t i = 1; i < name.len && n < 100; i++) {
            if (!rune_is_digit((unsigned char)name.data[i])) return false;
            n = n * 10 + (uint32_t)(name.data[i] - '0');
        }
        key->code = K_F0 + n;
        return n >= 1 && n <= K_F_LAST - K_F0;
    }
    size_t len = 0;
    if (name.len) key->code = utf8_decode(name, 0, &len);
    return name.len && len == name.len;
}

/* The name of a key that is no character. */
static bool append_fixed(struct str *out, uint32_t code) {
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].code == code) {
            str_append_text(out, names[i].name);
            return true;
        }
    bool function = code > K_F0 && code <= K_F_LAST;
    if (function) str_printf(out, "F%u", code - K_F0);
    return function;
}

static void append_code(struct str *out, uint32_t code, enum lang lang) {
    static const struct {
        uint32_t code;
        message_id name;
    } told[] = {{K_UP, MESSAGE_KEY_UP},
                {K_DOWN, MESSAGE_KEY_DOWN},
                {K_LEFT, MESSAGE_KEY_LEFT},
                {K_RIGHT, MESSAGE_KEY_RIGHT},
                {' ', MESSAGE_KEY_SPACE}};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (told[i].code == code) {
            message_append(out, lang, told[i].name);
            return;
        }
    if (!append_fixed(out, code)) str_append_rune(out, rune_upper(code));
}

void key_append_code(struct str *out, struct key key) {
    if (key.mods & MOD_CTRL) str_append_text(out, "C-");
    if (key.mods & MOD_ALT) str_append_text(out, "M-");
    if (key.mods & MOD_SHIFT) str_append_text(out, "S-");
    if (!append_fixed(out, key.code)) str_append_rune(out, key.code);
}

void key_append_name(struct str *out, struct key key, enum lang lang) {
    bool letter = key.code < K_NONE && key.code != ' ';
    if (key.mods & MOD_CTRL) str_append_text(out, letter ? "^" : "Ctrl-");
    if (key.mods & MOD_ALT) str_append_text(out, "Alt-");
    if (key.mods & MOD_SHIFT) str_append_text(out, "Shift-");
    append_code(out, key.code, lang);
}
