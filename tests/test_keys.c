/* ui/keys: what terminals send, whole, cut at every byte, and one after another. */
#include "ui/terminal/input.h"
#include "ui/terminal/keys.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define F(n) (K_F0 + (n))

static const struct {
    const char *bytes;
    uint32_t code;
    unsigned mods;
} table[] = {
    /* plain */
    {"a", 'a', 0},
    {"é", 0xE9, 0},
    {"漢", 0x6F22, 0},
    {"😀", 0x1F600, 0},
    {"\r", K_ENTER, 0},
    {"\n", K_ENTER, 0},
    {"\t", K_TAB, 0},
    {"\x7F", K_BACKSPACE, 0},
    {"\x08", K_BACKSPACE, MOD_CTRL},
    {"\x13", 's', MOD_CTRL},
    {"\x1A", 'z', MOD_CTRL},
    {"\x1F", '_', MOD_CTRL},
    /* Alt as a prefix */
    {"\033a", 'a', MOD_ALT},
    {"\033\x7F", K_BACKSPACE, MOD_ALT},
    {"\033\r", K_ENTER, MOD_ALT},
    {"\033é", 0xE9, MOD_ALT},
    {"\033\033[A", K_UP, MOD_ALT},
    {"\033\033OA", K_UP, MOD_ALT | MOD_CTRL},
    /* xterm, VTE, Windows Terminal, tmux */
    {"\033[A", K_UP, 0},
    {"\033[B", K_DOWN, 0},
    {"\033[C", K_RIGHT, 0},
    {"\033[D", K_LEFT, 0},
    {"\033[H", K_HOME, 0},
    {"\033[F", K_END, 0},
    {"\033[1;2A", K_UP, MOD_SHIFT},
    {"\033[1;5C", K_RIGHT, MOD_CTRL},
    {"\033[1;3D", K_LEFT, MOD_ALT},
    {"\033[1;6H", K_HOME, MOD_CTRL | MOD_SHIFT},
    {"\033[1;5F", K_END, MOD_CTRL},
    {"\033[2~", K_INSERT, 0},
    {"\033[3~", K_DELETE, 0},
    {"\033[3;5~", K_DELETE, MOD_CTRL},
    {"\033[5~", K_PAGE_UP, 0},
    {"\033[6;2~", K_PAGE_DOWN, MOD_SHIFT},
    {"\033OP", F(1), 0},
    {"\033OS", F(4), 0},
    {"\033[15~", F(5), 0},
    {"\033[17~", F(6), 0},
    {"\033[18~", F(7), 0},
    {"\033[18;2~", F(7), MOD_SHIFT},
    {"\033[19~", F(8), 0},
    {"\033[20~", F(9), 0},
    {"\033[24~", F(12), 0},
    {"\033[1;2P", F(1), MOD_SHIFT},
    {"\033[1;2R", F(3), MOD_SHIFT},
    {"\033[Z", K_TAB, MOD_SHIFT},
    /* PuTTY, screen, old xterm: ~ forms; PuTTY's arrows with Ctrl */
    {"\033[1~", K_HOME, 0},
    {"\033[4~", K_END, 0},
    {"\033[11~", F(1), 0},
    {"\033[14~", F(4), 0},
    {"\033[31~", F(17), 0},
    {"\033OA", K_UP, MOD_CTRL},
    {"\033OD", K_LEFT, MOD_CTRL},
    {"\033OH", K_HOME, 0},
    {"\033OM", K_ENTER, 0},
    {"\033O5C", K_RIGHT, MOD_CTRL},
    /* Linux console */
    {"\033[[A", F(1), 0},
    {"\033[[E", F(5), 0},
    /* rxvt */
    {"\033[7~", K_HOME, 0},
    {"\033[8~", K_END, 0},
    {"\033[a", K_UP, MOD_SHIFT},
    {"\033Oc", K_RIGHT, MOD_CTRL},
    {"\033[3^", K_DELETE, MOD_CTRL},
    {"\033[7$", K_HOME, MOD_SHIFT},
    {"\033[5@", K_PAGE_UP, MOD_CTRL | MOD_SHIFT},
    /* modifyOtherKeys, kitty */
    {"\033[27;5;105~", 'i', MOD_CTRL},
    {"\033[27;2;65~", 'A', 0},
    {"\033[97;5u", 'a', MOD_CTRL},
    {"\033[13;3u", K_ENTER, MOD_ALT},
    {"\033[27u", K_ESCAPE, 0},
    {"\033[97:65;2u", 'A', 0},
    /* pastes */
    {"\033[200~", K_PASTE_BEGIN, 0},
    {"\033[201~", K_PASTE_END, 0},
    /* swallowed whole */
    {"\033[I", K_NONE, 0},
    {"\033[O", K_NONE, 0},
    {"\033[?1;2c", K_NONE, 0},
    {"\033[>0;276;0c", K_NONE, 0},
    {"\033[24;80R", K_NONE, 0},
    {"\033[<2;12;5M", K_NONE, 0}, /* the mouse, but not its first button */
    {"\033[M !!", K_NONE, 0},
    {"\033[99;99;99z", K_NONE, 0},
    {"\033]11;rgb:0000/0000/0000\033\\", K_NONE, 0},
    {"\033]0;title\a", K_NONE, 0},
    {"\033P1$r0m\033\\", K_NONE, 0},
};
enum { TABLE = sizeof table / sizeof *table };

static void keys_are_decoded(void **state) {
    (void)state;
    for (size_t i = 0; i < TABLE; i++) {
        struct key key;
        struct slice bytes = slice_of(table[i].bytes);
        size_t taken = key_decode(bytes, false, &key);
        if (taken != bytes.len || key.code != table[i].code || key.mods != table[i].mods)
            fail_msg("row %zu: took %zu of %zu, code %x mods %u", i, taken, bytes.len, key.code, key.mods);
    }
}

/* Cut anywhere, a sequence waits for the rest, and nothing of it becomes text. */
static void cut_sequences_wait(void **state) {
    (void)state;
    for (size_t i = 0; i < TABLE; i++) {
        struct slice bytes = slice_of(table[i].bytes);
        for (size_t cut = 1; cut < bytes.len; cut++) {
            struct key key;
            if (key_decode(slice_range(bytes, 0, cut), false, &key) != 0)
                fail_msg("row %zu cut at %zu did not wait", i, cut);
        }
    }
}

static void lone_escape_is_escape(void **state) {
    (void)state;
    struct key key;
    assert_int_equal(key_decode(SLICE("\033"), false, &key), 0);
    assert_int_equal(key_decode(SLICE("\033"), true, &key), 1);
    assert_int_equal(key.code, K_ESCAPE);
    /* Escape, then a paste: not Alt with a paste. */
    assert_int_equal(key_decode(SLICE("\033\033[200~"), false, &key), 1);
    assert_int_equal(key.code, K_ESCAPE);
    /* What never comes whole is dropped, not typed. */
    assert_int_equal(key_decode(SLICE("\033[12;"), true, &key), 5);
    assert_int_equal(key.code, K_NONE);
}

static void broken_bytes_are_dropped(void **state) {
    (void)state;
    static const char *const broken[] = {"\xFF", "\xC0\x80", "\x80", "\xED\xA0\x80", "\xE2\x28"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct key key;
        assert_true(key_decode(slice_of(broken[i]), true, &key) >= 1);
        assert_int_equal(key.code, K_NONE);
    }
}

/* Any bytes: always progress with final, never more taken than there is. */
static void any_bytes_make_progress(void **state) {
    (void)state;
    static const char alphabet[] = "\033\033[[O]P;:0127~uM<?$^@AZ \x9b\xc3\xa9\xff\x00\x07\\";
    uint32_t seed = 7;
    for (int round = 0; round < 20000; round++) {
        char bytes[80];
        size_t len = 1 + (seed >> 8) % sizeof bytes;
        for (size_t i = 0; i < len; i++) {
            seed = seed * 1664525u + 1013904223u;
            bytes[i] = alphabet[(seed >> 8) % (sizeof alphabet - 1)];
        }
        for (size_t at = 0; at < len;) {
            struct key key;
            struct slice rest = {bytes + at, len - at};
            size_t waits = key_decode(rest, false, &key);
            size_t taken = key_decode(rest, true, &key);
            assert_true(waits <= rest.len && taken >= 1 && taken <= rest.len);
            at += taken;
        }
    }
}

static void pastes_come_whole(void **state) {
    (void)state;
    static const char stream[] = "x\033[200~satu\r\ndua\rtiga \033[A\033[201~y";
    for (size_t cut = 1; cut < sizeof stream - 1; cut++) {
        struct input input = {0};
        struct str seen = {0};
        for (int half = 0; half < 2; half++) {
            input_add(&input, half ? (struct slice){stream + cut, sizeof stream - 1 - cut}
                                   : (struct slice){stream, cut});
            struct key key;
            enum input_event event;
            while ((event = input_next(&input, false, &key))) {
                if (event == INPUT_KEY)
                    str_append_rune(&seen, key.code);
                else
                    str_printf(&seen, "<%s>", str_text(&input.paste));
            }
        }
        assert_string_equal(str_text(&seen), "x<satu\ndua\ntiga \033[A>y");
        str_free(&seen);
        input_free(&input);
    }
}

/* An ESC that waited in vain is the key; what comes after it is still no text. But what somebody types is. */
static void late_rests_are_no_text(void **state) {
    (void)state;
    static const struct {
        const char *late;
        uint32_t code; /* of the key after Escape */
        const char *text;
    } rows[] = {{"[1~", K_HOME, ""}, {"[A", K_UP, ""},  {"OC", K_RIGHT, ""}, {"[18~", F(7), ""},
                {"[", '[', ""},      {"O", 'O', ""},    {"Oke", 'O', "ke"},  {"[kata]", '[', "kata]"},
                {"a", 'a', ""},      {"[200~", 0, NULL}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct input input = {0};
        struct key key;
        struct str text = {0};
        input_add(&input, SLICE("\033"));
        assert_int_equal(input_next(&input, false, &key), INPUT_NONE);
        assert_false(input_has_begun(&input));
        assert_int_equal(input_next(&input, true, &key), INPUT_KEY);
        assert_int_equal(key.code, K_ESCAPE);
        input_add(&input, slice_of(rows[i].late));
        if (rows[i].text) {
            assert_int_equal(input_next(&input, false, &key), INPUT_KEY);
            assert_int_equal(key.code, rows[i].code);
            input_take_text(&input, &text);
            assert_string_equal(str_text(&text), rows[i].text);
        } else {
            assert_int_equal(input_next(&input, false, &key), INPUT_NONE);
            assert_true(input.pasting);
        }
        str_free(&text);
        input_free(&input);
    }
    struct input input = {0};
    input_add(&input, SLICE("\033["));
    assert_true(input_has_begun(&input));
    input_free(&input);
}

static void names_are_read_and_written(void **state) {
    (void)state;
    static const struct {
        const char *name, *shown;
    } names[] = {{"C-s", "^S"},    {"S-F7", "Shift-F7"}, {"M-Enter", "Alt-Enter"}, {"C-Space", "Ctrl-Spasi"},
                 {"PgUp", "PgUp"}, {"M-.", "Alt-."},     {"C-Left", "Ctrl-Kiri"},  {"F12", "F12"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct key key;
        struct str out = {0};
        assert_true(key_parse(slice_of(names[i].name), &key));
        key_append_name(&out, key, LANG_ID);
        assert_string_equal(str_text(&out), names[i].shown);
        str_clear(&out);
        key_append_code(&out, key);
        assert_string_equal(str_text(&out), names[i].name);
        str_free(&out);
    }
    struct key key;
    assert_false(key_parse(SLICE("F99"), &key));
    assert_false(key_parse(SLICE("Enterx"), &key));
    assert_false(key_parse(SLICE(""), &key));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_decoded),           cmocka_unit_test(cut_sequences_wait),
        cmocka_unit_test(lone_escape_is_escape),      cmocka_unit_test(broken_bytes_are_dropped),
        cmocka_unit_test(any_bytes_make_progress),    cmocka_unit_test(pastes_come_whole),
        cmocka_unit_test(names_are_read_and_written), cmocka_unit_test(late_rests_are_no_text),
    };
    return cmocka_run_group_tests_name("keys", tests, NULL, NULL);
}
