#include "ui/terminal/terminal.h"

#include "ui/terminal/fatal.h"
#include "ui/terminal/messages.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>

enum { ESCAPE_MS = 25, ESCAPE_REMOTE_MS = 100, COPY_BYTES_MAX = 100000, PATIENCE_MS = 500, PAUSE_MS = 50 };

/* A description of the terminal that is the editor's alone, so that not waiting for it is not passed on to
 * the shell. Without one, writing waits. */
static int open_output(void) {
    enum { FLAGS = O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC };
    int fd = tcgetsid(STDOUT_FILENO) >= 0 ? open("/dev/tty", FLAGS) : -1;
    const char *name = fd < 0 ? ttyname(STDOUT_FILENO) : NULL;
    return name ? open(name, FLAGS) : fd;
}

bool terminal_waits(const struct terminal *terminal) {
    return terminal->sent < terminal->sending.len;
}

int terminal_output(const struct terminal *terminal) {
    return terminal->output >= 0 ? terminal->output : STDOUT_FILENO;
}

void terminal_send(struct terminal *terminal) {
    while (terminal_waits(terminal)) {
        ssize_t n = write(terminal_output(terminal), terminal->sending.data + terminal->sent,
                          terminal->sending.len - terminal->sent);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && errno == EAGAIN) return;
        if (n <= 0) break; /* the terminal is gone: the loop will hear of it */
        terminal->sent += (size_t)n;
    }
    str_clear(&terminal->sending);
    terminal->sent = 0;
}

/* Before the terminal is given back. One that takes nothing keeps nobody waiting. */
static bool send_all(struct terminal *terminal) {
    struct pollfd fd = {.fd = terminal_output(terminal), .events = POLLOUT};
    terminal_send(terminal);
    for (int i = 0; i < PATIENCE_MS / PAUSE_MS && terminal_waits(terminal); i++) {
        poll(&fd, 1, PAUSE_MS);
        terminal_send(terminal);
    }
    bool sent = !terminal_waits(terminal);
    str_clear(&terminal->sending);
    terminal->sent = 0;
    return sent;
}

static void send_text(struct terminal *terminal, const char *text) {
    str_append_text(&terminal->sending, text);
    terminal_send(terminal);
}

void terminal_flush(struct terminal *terminal) {
    fflush(terminal->frame);
    int fd = fileno(terminal->frame);
    off_t end = lseek(fd, 0, SEEK_CUR);
    if (end <= 0) return;
    str_clear(&terminal->drawn);
    str_reserve(&terminal->drawn, (size_t)end);
    ssize_t n = pread(fd, terminal->drawn.data, (size_t)end, 0);
    lseek(fd, 0, SEEK_SET);
    if (n > 0) terminal->drawn.len = (size_t)n;
    str_clear(&terminal->said);
    attributes_append(&terminal->attributes, str_slice(&terminal->drawn), &terminal->said);
    moves_append(&terminal->moves, str_slice(&terminal->said), &terminal->sending);
    terminal_send(terminal);
}

/* A file that needs no disk where the system has such. */
static FILE *open_frame(void) {
    int fd = memfd_create("sunting", MFD_CLOEXEC);
    return fd < 0 ? tmpfile() : fdopen(fd, "w+");
}

/* Text is drawn as UTF-8: terminals that are not are long gone, while a locale that says nothing (LANG=C over
 * SSH) is common. */
static void want_utf8(void) {
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
    if (!setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "en_US.UTF-8");
}

int terminal_not_with_colour(void) {
    int bits = tigetnum("ncv");
    return bits > 0 ? bits : 0;
}

static bool has_capability(const char *name) {
    const char *value = tigetstr(name);
    return value && value != (const char *)-1;
}

/* Asked before newterm(), which leaks what it made for a terminal that it does not know. */
static bool is_described(const char *name) {
    int answer;
    if (setupterm(name, STDOUT_FILENO, &answer) != OK) return false;
    del_curterm(cur_term);
    return true;
}

/* Terminals that say xterm-256color and, in COLORTERM, that they show any colour. Of the descriptions with
 * true colour this one separates its numbers by semicolons, which all of them read; "" when it may not be
 * taken. */
static const char *direct_name(const char *name) {
    const char *said = getenv("COLORTERM");
    bool direct = said && (strcmp(said, "truecolor") == 0 || strcmp(said, "24bit") == 0);
    return direct && name && strcmp(name, "xterm-256color") == 0 ? "vte-direct" : "";
}

static bool ask_size(struct winsize *size) {
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, size) == 0 && size->ws_row && size->ws_col;
}

/* newterm() writes to a file, which has no size, and then asks these. Without them it lets only the 24 rows
 * of the description move, and some terminals delete no characters below. */
static void tell_size(void) {
    struct winsize size;
    char number[8];
    if (!ask_size(&size)) return;
    snprintf(number, sizeof number, "%d", size.ws_row);
    setenv("LINES", number, 1);
    snprintf(number, sizeof number, "%d", size.ws_col);
    setenv("COLUMNS", number, 1);
}

/* A terminal that curses can use, or NULL. */
static SCREEN *open_screen(FILE *frame) {
    const char *name = getenv("TERM");
    const char *const names[] = {direct_name(name), name ? name : "", "xterm-256color", "xterm", "vt100"};
    SCREEN *screen = NULL;
    tell_size();
    for (size_t i = 0; i < sizeof names / sizeof *names && !screen; i++)
        if (*names[i] && is_described(names[i])) screen = newterm(names[i], frame, stdin);
    return screen;
}

/* Whether the terminal takes OSC sequences without showing them. */
static bool takes_osc(void) {
    static const char *const families[] = {"xterm",     "tmux", "screen", "rxvt",
                                           "alacritty", "foot", "kitty",  "putty"};
    const char *name = getenv("TERM");
    for (size_t i = 0; name && i < sizeof families / sizeof *families; i++)
        if (strncmp(name, families[i], strlen(families[i])) == 0) return true;
    return false;
}

/* Presses, drags, and cells beyond the 223rd. */
#define MOUSE_ON "\033[?1000h\033[?1002h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1002l\033[?1000l"

void terminal_mouse(struct terminal *terminal, bool on) {
    if (terminal->mouse == on) return;
    terminal->mouse = on;
    if (terminal->open) send_text(terminal, on ? MOUSE_ON : MOUSE_OFF);
}

static void begin(struct terminal *terminal) {
    if (has_capability("rmkx"))
        send_text(terminal, tigetstr("rmkx")); /* as a program before may have left it */
    if (terminal->paste) send_text(terminal, "\033[?2004h");
    if (terminal->mouse) send_text(terminal, MOUSE_ON);
}

static void leave(struct terminal *terminal) {
    if (terminal->mouse) send_text(terminal, MOUSE_OFF);
    if (terminal->paste) send_text(terminal, "\033[?2004l");
    endwin();
    terminal_flush(terminal);
    attributes_leave(&terminal->attributes, &terminal->sending);
    moves_leave(&terminal->moves);
    tcsetattr(STDIN_FILENO, send_all(terminal) ? TCSADRAIN : TCSANOW, &terminal->before);
}

bool terminal_open(struct terminal *terminal, struct error *e) {
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || tcgetattr(STDIN_FILENO, &terminal->before) != 0)
        return error_set(e, TERMINAL_MISSING);
    want_utf8();
    terminal->frame = open_frame();
    SCREEN *screen = terminal->frame ? open_screen(terminal->frame) : NULL;
    if (!screen || !has_capability("cup")) {
        if (screen) delscreen(screen);
        if (terminal->frame) fclose(terminal->frame);
        return error_set(e, TERMINAL_UNKNOWN, getenv("TERM") ? getenv("TERM") : "");
    }
    terminal->curses = screen;
    terminal->raw = terminal->before;
    cfmakeraw(&terminal->raw);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal->raw);
    nonl();
    attributes_open(&terminal->attributes, tigetnum("colors") > 0);
    terminal_measure(terminal);
    typeahead(-1); /* a frame is always drawn whole; keys that wait are read together before the next one */
    idlok(stdscr, TRUE);
    const char *name = getenv("TERM");
    bool remote = getenv("SSH_CONNECTION") != NULL;
    terminal->escape_ms = remote ? ESCAPE_REMOTE_MS : ESCAPE_MS;
    terminal->clipboard = remote && takes_osc();
    terminal->paste = name && strncmp(name, "vt", 2) != 0;
    terminal->backspace_is_ctrl_h = terminal->before.c_cc[VERASE] == 8;
    terminal->output = open_output();
    terminal->open = true;
    fatal_guard(&terminal->before);
    begin(terminal);
    return true;
}

void terminal_close(struct terminal *terminal) {
    if (!terminal->open) return;
    terminal->open = false;
    fatal_release();
    leave(terminal);
    delscreen(terminal->curses);
    terminal->curses = NULL;
    fclose(terminal->frame);
    if (terminal->output >= 0) close(terminal->output);
    str_free(&terminal->sending);
    str_free(&terminal->drawn);
    str_free(&terminal->said);
}

void terminal_suspend(struct terminal *terminal) {
    leave(terminal);
}

void terminal_resume(struct terminal *terminal) {
    tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal->raw);
    begin(terminal);
    terminal_measure(terminal);
    clearok(curscr, TRUE);
}

/* What a terminal without an alternate screen (vt100, the Linux console) still shows of the editor. */
static void wipe(struct terminal *terminal) {
    if (!has_capability("smcup")) str_append_text(&terminal->sending, "\033[H\033[2J");
}

/* As the shell leaves it: no alternate screen, so that the terminal's own selection and scrolling work. */
void terminal_show(struct terminal *terminal, struct slice text, int fd) {
    struct pollfd fds[] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = fd, .events = POLLIN}};
    char c = 0;
    terminal_suspend(terminal);
    wipe(terminal);
    str_append(&terminal->sending, text);
    send_all(terminal);
    while (c != '\n' && poll(fds, 2, -1) > 0 && !fds[1].revents)
        if (read(STDIN_FILENO, &c, 1) <= 0) break;
    terminal_resume(terminal);
}

void terminal_measure(struct terminal *terminal) {
    struct winsize size;
    if (!ask_size(&size)) return;
    resizeterm(size.ws_row, size.ws_col);
    terminal->attributes.rows = size.ws_row;
    terminal->moves.width = size.ws_col;
}

bool terminal_copy(struct terminal *terminal, struct slice text) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if (!terminal->clipboard || text.len > COPY_BYTES_MAX) return false;
    struct str out = {0};
    str_append_text(&out, "\033]52;c;");
    for (size_t i = 0; i < text.len; i += 3) {
        uint32_t group = 0;
        for (size_t k = 0; k < 3; k++)
            group = group << 8 | (i + k < text.len ? (unsigned char)text.data[i + k] : 0);
        for (size_t k = 0; k < 4; k++)
            str_append_byte(&out, i + k <= text.len ? digits[group >> (18 - 6 * k) & 63] : '=');
    }
    str_append_byte(&out, 7);
    send_text(terminal, str_text(&out));
    str_free(&out);
    return true;
}
