#include "ui/terminal/input.h"

#include "base/utf8.h"

static const struct slice paste_end = {"\033[201~", 6};

static struct slice waiting(const struct input *input) {
    return slice_range(str_slice(&input->bytes), input->at, input->bytes.len);
}

static void use(struct input *input, size_t n) {
    input->at += n;
    if (input->at < input->bytes.len) return;
    str_clear(&input->bytes);
    input->at = 0;
}

/* The rest of a sequence whose ESC came long before it, and was taken for the key: [1~ or OA, whole and
 * alone. Nobody types that in one moment. */
static bool is_late_rest(struct slice bytes) {
    struct str whole = {0};
    struct key key;
    str_append_text(&whole, "\033");
    str_append(&whole, bytes);
    bool sequence = bytes.data[0] == '[' || bytes.data[0] == 'O';
    bool late = sequence && bytes.len > 1 && key_decode(str_slice(&whole), false, &key) == whole.len &&
                key.code >= K_NONE;
    str_free(&whole);
    return late;
}

void input_add(struct input *input, struct slice bytes) {
    if (input->at == input->bytes.len) {
        str_settle(&input->bytes);
        input->at = 0;
    } else if (input->at > 4096) {
        str_splice(&input->bytes, 0, input->at, SLICE(""));
        input->at = 0;
    }
    if (input->escaped && bytes.len && is_late_rest(bytes)) str_append_text(&input->bytes, "\033");
    input->escaped = false;
    str_append(&input->bytes, bytes);
}

bool input_has_begun(const struct input *input) {
    return input->pasting || waiting(input).len > 1;
}

bool input_waits(const struct input *input) {
    return input->at < input->bytes.len || input->pasting;
}

/* Terminals send a pasted newline as CR, some as CR LF. */
static void add_pasted(struct input *input, struct slice bytes) {
    for (size_t i = 0; i < bytes.len; i++) {
        char c = bytes.data[i];
        if (c == '\r') {
            str_append_byte(&input->paste, '\n');
            if (i + 1 < bytes.len && bytes.data[i + 1] == '\n') i++;
        } else if (c) {
            str_append_byte(&input->paste, c);
        }
    }
}

/* Bytes at the end that may be the first ones of the end mark, or of a CR LF. */
static size_t may_go_on(struct slice bytes) {
    size_t keep = bytes.len < paste_end.len ? bytes.len : paste_end.len - 1;
    while (keep && !slice_ends(bytes, slice_range(paste_end, 0, keep)))
        keep--;
    size_t sure = bytes.len - keep;
    return sure && bytes.data[sure - 1] == '\r' ? keep + 1 : keep;
}

static enum input_event next_pasted(struct input *input, bool final) {
    struct slice bytes = waiting(input);
    size_t end = slice_find(bytes, paste_end, 0);
    if (end == SIZE_MAX && !final) {
        size_t sure = bytes.len - may_go_on(bytes);
        add_pasted(input, slice_range(bytes, 0, sure));
        use(input, sure);
        return INPUT_NONE;
    }
    size_t stop = end == SIZE_MAX ? bytes.len : end;
    add_pasted(input, slice_range(bytes, 0, stop));
    use(input, end == SIZE_MAX ? stop : stop + paste_end.len);
    input->pasting = false;
    return INPUT_PASTE;
}

bool input_take_part(struct input *input, struct str *out) {
    struct slice all = str_slice(&input->paste);
    size_t whole = all.len;
    while (whole && all.len - whole < 3 && ((unsigned char)all.data[whole - 1] & 0xC0) == 0x80)
        whole--; /* to the first byte of the last letter, which may not be whole yet */
    if (whole && (unsigned char)all.data[whole - 1] >= 0xC0) whole--;
    size_t len;
    if (whole < all.len && utf8_decode(all, whole, &len) != 0xFFFD && whole + len == all.len) whole = all.len;
    str_append(out, slice_range(all, 0, whole));
    str_splice(&input->paste, 0, whole, SLICE(""));
    return whole > 0;
}

enum input_event input_next(struct input *input, bool final, struct key *key) {
    if (input->pasting) return next_pasted(input, final);
    for (;;) {
        size_t taken = key_decode(waiting(input), final, key);
        if (!taken) return INPUT_NONE;
        use(input, taken);
        input->escaped = key->code == K_ESCAPE && taken == 1;
        if (key->code == K_PASTE_BEGIN) {
            input->pasting = true;
            str_clear(&input->paste);
            return next_pasted(input, false);
        }
        if (key->code == K_BACKSPACE && input->backspace_is_ctrl_h) key->mods ^= MOD_CTRL;
        if (key->code != K_NONE && key->code != K_PASTE_END) return INPUT_KEY;
    }
}

void input_take_text(struct input *input, struct str *out) {
    struct key key;
    while (!input->pasting) {
        size_t taken = key_decode(waiting(input), false, &key);
        if (!taken || !key_is_text(key)) return;
        str_append_rune(out, key.code);
        use(input, taken);
    }
}

void input_free(struct input *input) {
    str_free(&input->bytes);
    str_free(&input->paste);
}
