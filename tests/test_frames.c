/* ui/terminal: whatever is left out of what goes to the terminal, it shows what it would show drawn whole. */
#include "config/theme_files.h"
#include "ui/terminal/screen.h"

#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#include <vterm.h>

#include <cmocka.h>

enum { ROWS = 12, COLUMNS_OF_TEXT = 60, FRAMES = 200, WORDS_MAX = 90, PANEL = 20, LINES_OF_TEXT = 200 };

/* A paragraph of words, each in a style, as an editor wraps it; beside it, maybe, a panel. */
struct model {
    unsigned seed;
    struct {
        const char *text;
        enum style_id style;
    } words[WORDS_MAX];
    int count, above; /* rows above the paragraph */
    bool panel;
    enum style_id status;
    unsigned lines[LINES_OF_TEXT]; /* another text, of which a page is seen: the seed of each of its rows */
    int top, entry;                /* the first row seen, and the first of the panel */
};

struct shown {
    VTerm *terminal;
    VTermScreen *screen;
};

static int pick(struct model *model, int count) {
    model->seed = model->seed * 1103515245 + 12345;
    return (int)(model->seed >> 16) % count;
}

static const char *pick_word(struct model *model) {
    static const char *const words[] = {
        "di", "Padang,",  "sosialisasi", "yang",           "\"Kami", "—",    "naïve",
        "a",  "kab/kota", "Rp2,5",       "“media”",        "b",      "漢字", "e\u0301",
        "😀",  "per-",     "ASN",         "menandatangani", "telah ", "…"};
    /* Rows without wide characters and with them. */
    return words[pick(model, pick(model, 4) ? 12 : (int)(sizeof words / sizeof *words))];
}

static enum style_id pick_style(struct model *model) {
    return pick(model, 4) ? STYLE_TEXT : (enum style_id)pick(model, STYLE_COUNT);
}

static void change(struct model *model) {
    int at = pick(model, model->count + 1), kind = pick(model, 10);
    if (kind < 5 && model->count < WORDS_MAX) {
        memmove(model->words + at + 1, model->words + at,
                (size_t)(model->count++ - at) * sizeof *model->words);
        model->words[at].text = pick_word(model);
        model->words[at].style = pick_style(model);
    } else if (kind < 8 && model->count > 3 && at < model->count) {
        memmove(model->words + at, model->words + at + 1,
                (size_t)(--model->count - at) * sizeof *model->words);
    } else if (at < model->count) {
        model->words[at].style = pick_style(model);
    }
    if (pick(model, 8) == 0) model->above = pick(model, 4);
    if (pick(model, 8) == 0) model->status = (enum style_id)pick(model, STYLE_COUNT);
    if (pick(model, 40) == 0) model->panel = !model->panel;
    if (pick(model, 60) == 0) model->count /= 2;
}

static void end_row(struct screen *screen, int row, bool panel, int *used) {
    screen_end(screen);
    if (panel) {
        screen_begin(screen, row, COLUMNS_OF_TEXT - PANEL, PANEL, STYLE_PANEL);
        screen_rule(screen, '|', STYLE_PANEL);
        screen_text(screen, SLICE("Temuan"), STYLE_PANEL);
        screen_end(screen);
    }
    *used = 0;
}

static void draw(const struct model *model, struct screen *screen) {
    int width = COLUMNS_OF_TEXT - (model->panel ? PANEL : 0), used = 0, row = 0;
    for (; row < model->above; row++) {
        screen_begin(screen, row, 0, width, STYLE_TEXT);
        end_row(screen, row, model->panel, &used);
    }
    screen_begin(screen, row, 0, width, STYLE_TEXT);
    for (int i = 0; i < model->count; i++) {
        int need = screen_width(slice_of(model->words[i].text)) + 1;
        if (used && used + need > width) {
            end_row(screen, row++, model->panel, &used);
            screen_begin(screen, row, 0, width, STYLE_TEXT);
        }
        screen_text(screen, slice_of(model->words[i].text), model->words[i].style);
        screen_fill(screen, 1, STYLE_TEXT);
        used += need;
    }
    end_row(screen, row++, model->panel, &used);
    for (; row < ROWS; row++) {
        screen_begin(screen, row, 0, COLUMNS_OF_TEXT, row == ROWS - 1 ? model->status : STYLE_TEXT);
        screen_end(screen);
    }
    screen_cursor(screen, model->above + model->count % 3, model->count % width);
}

static void turn(struct model *model) {
    static const int far[] = {1, 1, -1, 2, -3, ROWS - 1, ROWS - 2, ROWS - 3, 2 - ROWS, 1 - ROWS, 40, -60};
    int kind = pick(model, 12), at = model->top + pick(model, ROWS);
    if (kind < 7) model->top += far[pick(model, (int)(sizeof far / sizeof *far))];
    if (model->top < 0) model->top = 0;
    if (model->top > LINES_OF_TEXT / 2) model->top = LINES_OF_TEXT / 2;
    if (kind == 7) memmove(model->lines + at + 1, model->lines + at, 50 * sizeof *model->lines);
    if (kind == 8) memmove(model->lines + at, model->lines + at + 1, 50 * sizeof *model->lines);
    if (kind == 9) model->lines[at] += 4;
    if (kind == 10) model->entry += pick(model, 5) - 2;
    if (pick(model, 8) == 0) model->status = (enum style_id)pick(model, STYLE_COUNT);
    if (pick(model, 20) == 0) model->panel = !model->panel;
}

/* Every fourth row is blank; before the text of the others is a margin. */
static void draw_line(unsigned seed, struct screen *screen) {
    struct model line = {.seed = seed * 7919};
    if (seed % 4 == 0) return;
    if (seed % 5)
        screen_fill(screen, 2, STYLE_TEXT);
    else
        screen_text(screen, SLICE("E "), STYLE_MARGIN);
    for (int i = pick(&line, 12); i >= 0; i--) {
        screen_text(screen, slice_of(pick_word(&line)), pick_style(&line));
        screen_fill(screen, 1, STYLE_TEXT);
    }
}

static void draw_page(const struct model *model, struct screen *screen) {
    int width = COLUMNS_OF_TEXT - (model->panel ? PANEL : 0);
    for (int row = 0; row < ROWS - 1; row++) {
        screen_begin(screen, row, 0, width, STYLE_TEXT);
        draw_line(model->lines[model->top + row], screen);
        screen_end(screen);
        if (!model->panel) continue;
        screen_begin(screen, row, width, PANEL, STYLE_PANEL);
        screen_rule(screen, '|', STYLE_PANEL);
        draw_line((unsigned)(100 + model->entry + row), screen);
        screen_end(screen);
    }
    screen_begin(screen, ROWS - 1, 0, COLUMNS_OF_TEXT, model->status);
    screen_text(screen, SLICE(" Baris "), model->status);
    screen_end(screen);
    screen_cursor(screen, model->top % (ROWS - 1), model->top % width);
}

/* How a text changes, and is drawn. */
struct play {
    void (*change)(struct model *model);
    void (*draw)(const struct model *model, struct screen *screen);
};

static struct shown shown_new(void) {
    struct shown shown = {.terminal = vterm_new(ROWS, COLUMNS_OF_TEXT)};
    vterm_set_utf8(shown.terminal, 1);
    shown.screen = vterm_obtain_screen(shown.terminal);
    vterm_screen_enable_altscreen(shown.screen, 1);
    vterm_screen_reset(shown.screen, 1);
    return shown;
}

/* Sends the frame, and what was sent to the screens. */
static void flush(struct screen *screen, struct shown *one, struct shown *other) {
    char bytes[65536];
    int fd = screen->terminal->output;
    lseek(fd, 0, SEEK_SET);
    screen_flush(screen);
    off_t n = lseek(fd, 0, SEEK_CUR);
    assert_true(n >= 0 && n < (off_t)sizeof bytes);
    assert_int_equal(pread(fd, bytes, (size_t)n, 0), n);
    vterm_input_write(one->terminal, bytes, (size_t)n);
    if (other) vterm_input_write(other->terminal, bytes, (size_t)n);
}

/* A blank has no letter, drawn or erased; the right half of a wide one nothing of its own. */
static void describe(const struct shown *shown, int row, int column, struct str *out) {
    VTermScreenCell cell;
    vterm_screen_get_cell(shown->screen, (VTermPos){.row = row, .col = column}, &cell);
    if (cell.chars[0] == (uint32_t)-1) return;
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
        str_append_rune(out, cell.chars[i]);
    if (!cell.chars[0]) str_append_byte(out, ' ');
    vterm_screen_convert_color_to_rgb(shown->screen, &cell.fg);
    vterm_screen_convert_color_to_rgb(shown->screen, &cell.bg);
    bool blank = !cell.chars[0] || cell.chars[0] == ' ';
    bool lined = cell.attrs.underline || cell.attrs.reverse || !blank;
    str_printf(out, "|%d%d%d%d|%02x%02x%02x", lined && cell.attrs.bold, lined && cell.attrs.italic,
               cell.attrs.underline, cell.attrs.reverse, cell.bg.rgb.red, cell.bg.rgb.green,
               cell.bg.rgb.blue);
    if (lined) str_printf(out, "|%02x%02x%02x", cell.fg.rgb.red, cell.fg.rgb.green, cell.fg.rgb.blue);
}

static void expect_same(const struct shown *shown, const struct shown *whole, const char *name, int frame) {
    VTermPos at, other;
    vterm_state_get_cursorpos(vterm_obtain_state(shown->terminal), &at);
    vterm_state_get_cursorpos(vterm_obtain_state(whole->terminal), &other);
    assert_int_equal(at.row, other.row);
    assert_int_equal(at.col, other.col);
    for (int row = 0; row < ROWS; row++)
        for (int column = 0; column < COLUMNS_OF_TEXT; column++) {
            struct str got = {0}, want = {0};
            describe(shown, row, column, &got);
            describe(whole, row, column, &want);
            if (!slice_equal(str_slice(&got), str_slice(&want)))
                fail_msg("%s, frame %d, row %d, column %d: %s, not %s", name, frame, row, column,
                         str_text(&got), str_text(&want));
            str_free(&got);
            str_free(&want);
        }
}

static size_t run_frames(struct terminal *terminal, const struct theme *theme, const char *name,
                         const struct play *play) {
    struct screen screen = {0};
    struct model model = {.seed = 7, .count = 40, .status = STYLE_STATUS};
    struct shown shown = shown_new();
    for (int i = 0; i < model.count; i++) {
        model.words[i].text = pick_word(&model);
        model.words[i].style = pick_style(&model);
    }
    for (unsigned i = 0; i < LINES_OF_TEXT; i++)
        model.lines[i] = i;
    screen_open(&screen, terminal, theme, true);
    for (int frame = 0; frame < FRAMES; frame++) {
        struct shown whole = shown_new();
        play->change(&model);
        play->draw(&model, &screen);
        flush(&screen, &shown, NULL);
        if (frame % 7 == 0) {
            struct shown kept = shown_new();
            attributes_leave(&terminal->attributes, &terminal->sending); /* the whole one tells all */
            moves_leave(&terminal->moves);
            str_clear(&terminal->sending);
            clearok(curscr, TRUE);
            play->draw(&model, &screen);
            flush(&screen, &whole, &kept);
            expect_same(&shown, &whole, name, frame);
            vterm_free(shown.terminal);
            shown = kept;
        }
        vterm_free(whole.terminal);
    }
    vterm_free(shown.terminal);
    screen_free(&screen);
    return terminal->attributes.blind;
}

static void play_on_all(const struct play *play) {
    static const char *const names[] = {"xterm-256color", "xterm", "vte-direct",  "putty", "linux", "screen",
                                        "tmux-256color",  "vt100", "xterm-direct"};
    static const char *const themes[] = {"themes/gelap.yaml", "themes/terang.yaml"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (size_t t = 0; t < sizeof themes / sizeof *themes; t++) {
            struct theme theme = {0};
            struct error e = {0};
            assert_true(theme_load(&theme, themes[t], &e));
            struct terminal terminal = {.frame = fdopen(memfd_create("frame", MFD_CLOEXEC), "w+"),
                                        .output = memfd_create("output", MFD_CLOEXEC)};
            SCREEN *screen = newterm(names[i], terminal.frame, stdin);
            assert_non_null(screen);
            nonl();
            typeahead(-1);
            idlok(stdscr, TRUE);
            attributes_open(&terminal.attributes, tigetnum("colors") > 0);
            terminal.attributes.rows = ROWS;
            terminal.moves.width = COLUMNS_OF_TEXT;
            bool blind = run_frames(&terminal, &theme, names[i], play);
            if (blind != (strcmp(names[i], "xterm-direct") == 0)) fail_msg("%s: %d", names[i], blind);
            endwin();
            delscreen(screen);
            fclose(terminal.frame);
            close(terminal.output);
            str_free(&terminal.sending);
            str_free(&terminal.drawn);
            str_free(&terminal.said);
            theme_free(&theme);
        }
}

static void frames_show_what_was_drawn(void **state) {
    (void)state;
    play_on_all(&(struct play){change, draw});
}

static void pages_show_what_was_drawn(void **state) {
    (void)state;
    play_on_all(&(struct play){turn, draw_page});
}

static void attributes_are_said_once(void **state) {
    (void)state;
    static const struct {
        bool ends_one;
        const char *frame, *sent;
    } rows[] = {
        {true, "\033[1;4mA\033[0;1mB\033[m", "\033[1;4mA\033[24mB"},
        {false, "\033[1;4mA\033[0;1mB\033[m", "\033[1;4mA\033[0;1mB"},
        {true, "\033(B\033[0;4m\033[38;5;210m\033[48;5;233mA\033(B\033[m\033[39;49m\033[3;7H",
         "\033[4;38;5;210;48;5;233mA\033[3;7H"},
        {true, "\033[2mA\033[0;1mB", "\033[2mA\033[0;1mB"},
        {true, "\033[32;41mA\033[39;49m\nB", "\033[32;41mA\033[m\nB"},
        {true, "\033[2;9r\033[9;1H\n\033[1;24r\033[1@", "\033[2;9r\033[9H\n\033[r\033[@"},
        {true, "\0337\033[7m\0338A\033[1;21H", "\0337\033[7m\0338\033[7mA\033[1;21H"},
        {true, "\033[38:5:7mA\033[mB\033[m", "\033[38:5:7mA\033[mB\033[m"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct attributes_sent sent;
        struct str out = {0};
        attributes_open(&sent, rows[i].ends_one);
        sent.rows = 24;
        sent.known = true;
        attributes_append(&sent, slice_of(rows[i].frame), &out);
        assert_string_equal(str_text(&out), rows[i].sent);
        str_free(&out);
    }
}

static void near_rows_are_reached_by_line_feeds(void **state) {
    (void)state;
    static const struct {
        const char *frame, *sent;
    } rows[] = {
        {"\033[3;1HA\033[4;1HB\033[6HC\033[9HD", "\033[3;1HA\r\nB\r\n\nC\033[9HD"},
        {"\033[3HA\r\033[4dB\r\033[A \r\033[5dC", "\033[3HA\r\nB\r\033[A \r\033[5dC"},
        {"\033[3H\033[K\033[4d\033[K\033[5dA\033[4dB", "\033[3H\033[K\n\033[K\nA\033[4dB"},
        {"\033[3H\033[1mA\033[K\033[4H\033[@B", "\033[3H\033[1mA\033[K\r\n\033[@B"},
        /* Nobody knows where the cursor is. */
        {"A\033[4HB\033[?25l\033[5HC", "A\033[4HB\033[?25l\033[5HC"},
        {"\033[3H0123456789\033[4HA", "\033[3H0123456789\033[4HA"},
        {"\033[3;9H漢\033[4HA", "\033[3;9H漢\033[4HA"},
        /* The row might scroll. */
        {"\033[2;4r\033[4HA\033[5HB\033[r\033[5HC\033[6HD", "\033[2;4r\033[4HA\033[5HB\033[r\033[5HC\r\nD"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct moves_sent sent = {.width = 10};
        struct str out = {0};
        moves_append(&sent, slice_of(rows[i].frame), &out);
        assert_string_equal(str_text(&out), rows[i].sent);
        str_free(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frames_show_what_was_drawn), cmocka_unit_test(pages_show_what_was_drawn),
        cmocka_unit_test(attributes_are_said_once), cmocka_unit_test(near_rows_are_reached_by_line_feeds)};
    setlocale(LC_CTYPE, "C.UTF-8");
    setenv("LINES", "12", 1);
    setenv("COLUMNS", "60", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
