#include "driver.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

struct pty {
    int fd;
    pid_t pid;
    int status; /* of the ended program; -1 while it runs */
    int rows, columns;
    VTerm *terminal;
    VTermScreen *screen;
    struct str output;
    size_t shown; /* bytes of output that the screen has got */
};

static long now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long)(t.tv_sec * 1000 + t.tv_nsec / 1000000);
}

/*
 * A time zone in which it is midday now: what a test calls "today" is not yesterday because midnight passed.
 * Two programs of one test, started some time apart, live on the same day by the same zone.
 */
static void set_midday(void) {
    time_t now = time(NULL);
    struct tm t;
    char zone[16];
    gmtime_r(&now, &t);
    snprintf(zone, sizeof zone, "UJI%+d", t.tm_hour - 12); /* POSIX counts westward */
    setenv("TZ", zone, 1);
}

static void set_environment(const char *home, const char *const *extra) {
    static const char *const pinned[][2] = {{"TERM", "xterm-256color"},
                                            {"LC_ALL", "C.UTF-8"},
                                            {"LANG", "id_ID.UTF-8"},
                                            {"SUNTING_TODAY", "2026-11-23"}};
    static const char *const folders[][2] = {
        {"XDG_CONFIG_HOME", "config"}, {"XDG_DATA_HOME", "data"}, {"XDG_STATE_HOME", "state"}};
    static const char *const absent[] = {"SSH_CONNECTION", "NO_COLOR", "COLUMNS",
                                         "LINES",          "TMUX",     "COLORTERM"};
    for (size_t i = 0; i < sizeof pinned / sizeof *pinned; i++)
        setenv(pinned[i][0], pinned[i][1], 1);
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        unsetenv(absent[i]);
    setenv("HOME", home, 1);
    set_midday();
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        struct str path = {0};
        str_printf(&path, "%s/%s", home, folders[i][1]);
        setenv(folders[i][0], str_text(&path), 1);
        str_free(&path);
    }
    for (; extra && *extra; extra++)
        putenv(slice_copy(slice_of(*extra)));
}

struct pty *pty_start(char *const argv[], const char *home, int rows, int columns, const char *const *extra) {
    struct pty *pty = memory_zero(1, sizeof *pty);
    pty->rows = rows;
    pty->columns = columns;
    pty->status = -1;
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    pty->pid = forkpty(&pty->fd, NULL, NULL, &size);
    if (pty->pid < 0) {
        perror("forkpty");
        exit(1);
    }
    if (pty->pid == 0) {
        set_environment(home, extra);
        execvp(argv[0], argv);
        perror(argv[0]);
        _exit(127);
    }
    fcntl(pty->fd, F_SETFD, FD_CLOEXEC);
    pty->terminal = vterm_new(rows, columns);
    vterm_set_utf8(pty->terminal, 1);
    pty->screen = vterm_obtain_screen(pty->terminal);
    vterm_screen_enable_altscreen(pty->screen, 1);
    vterm_screen_reset(pty->screen, 1);
    return pty;
}

/* Where the last character that is there begins, when not all of its bytes are. libvterm 0.1 forgets the
 * first of them. */
static size_t whole_characters(struct slice bytes) {
    for (size_t back = 1; back <= 3 && back <= bytes.len; back++) {
        unsigned char c = (unsigned char)bytes.data[bytes.len - back];
        size_t need = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
        if (c >= 0xC0) return back < need ? bytes.len - back : bytes.len;
        if (c < 0x80) break;
    }
    return bytes.len;
}

/* Takes in what there is within timeout ms; false when nothing came or the program has closed its end. */
static bool take(struct pty *pty, int timeout) {
    struct pollfd p = {.fd = pty->fd, .events = POLLIN};
    if (poll(&p, 1, timeout) <= 0) return false;
    char bytes[65536];
    ssize_t n = read(pty->fd, bytes, sizeof bytes);
    if (n <= 0) return false;
    str_append(&pty->output, (struct slice){bytes, (size_t)n});
    size_t end = whole_characters(str_slice(&pty->output));
    vterm_input_write(pty->terminal, pty->output.data + pty->shown, end - pty->shown);
    pty->shown = end;
    return true;
}

int pty_exit(struct pty *pty, int timeout) {
    long end = now_ms() + timeout;
    while (pty->status < 0 && waitpid(pty->pid, &pty->status, WNOHANG) == 0) {
        pty->status = -1;
        if (now_ms() > end) return -1;
        if (!take(pty, 10)) usleep(2000);
    }
    while (take(pty, 0))
        continue;
    return pty->status;
}

void pty_free(struct pty *pty) {
    if (pty->fd >= 0) close(pty->fd);
    for (int i = 0; i < 500 && pty->status < 0; i++) {
        if (waitpid(pty->pid, &pty->status, WNOHANG) != 0) break;
        pty->status = -1;
        usleep(10000);
    }
    if (pty->status < 0) {
        kill(pty->pid, SIGKILL);
        waitpid(pty->pid, &pty->status, 0);
    }
    vterm_free(pty->terminal);
    str_free(&pty->output);
    free(pty);
}

void pty_send(struct pty *pty, struct slice bytes) {
    while (bytes.len) {
        struct pollfd p = {.fd = pty->fd, .events = POLLIN | POLLOUT};
        if (poll(&p, 1, 5000) <= 0) return;
        if (p.revents & POLLIN && !take(pty, 0)) return;
        if (!(p.revents & POLLOUT)) continue;
        /* A terminal queue holds 4 KB: more at once would wait for the program to read. */
        ssize_t n = write(pty->fd, bytes.data, bytes.len > 1024 ? 1024 : bytes.len);
        if (n < 0 && errno != EAGAIN && errno != EINTR) return;
        if (n > 0) bytes = slice_range(bytes, (size_t)n, bytes.len);
    }
}

void pty_send_blind(struct pty *pty, struct slice bytes) {
    while (bytes.len) {
        struct pollfd p = {.fd = pty->fd, .events = POLLOUT};
        if (poll(&p, 1, 5000) <= 0) return;
        ssize_t n = write(pty->fd, bytes.data, bytes.len);
        if (n < 0 && errno != EAGAIN && errno != EINTR) return;
        if (n > 0) bytes = slice_range(bytes, (size_t)n, bytes.len);
    }
}

void pty_tell_size(struct pty *pty, int rows, int columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    ioctl(pty->fd, TIOCSWINSZ, &size);
}

void pty_resize(struct pty *pty, int rows, int columns) {
    pty->rows = rows;
    pty->columns = columns;
    vterm_set_size(pty->terminal, rows, columns);
    pty_tell_size(pty, rows, columns);
}

void pty_settle(struct pty *pty, int quiet, int timeout) {
    long end = now_ms() + timeout;
    while (now_ms() < end && take(pty, quiet))
        continue;
}

void pty_answer(struct pty *pty) {
    if (take(pty, 1000)) pty_settle(pty, 40, 400);
}

bool pty_wait(struct pty *pty, const char *text, int timeout) {
    long end = now_ms() + timeout;
    for (;;) {
        struct str screen = {0};
        pty_screen(pty, &screen);
        bool found = slice_find(str_slice(&screen), slice_of(text), 0) != SIZE_MAX;
        str_free(&screen);
        if (found || now_ms() > end) return found;
        take(pty, 20);
    }
}

pid_t pty_pid(const struct pty *pty) {
    return pty->pid;
}

size_t pty_written(const struct pty *pty) {
    return pty->output.len;
}

struct slice pty_output(const struct pty *pty) {
    return str_slice(&pty->output);
}

static void trim_row(struct str *out, size_t start, char blank) {
    while (out->len > start && out->data[out->len - 1] == blank)
        out->len--;
    str_append_byte(out, '\n');
}

static void append_letters(struct str *out, const VTermScreenCell *cell) {
    if (!cell->chars[0]) str_append_byte(out, ' ');
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
        str_append_rune(out, cell->chars[i]);
}

void pty_screen(struct pty *pty, struct str *out) {
    for (int row = 0; row < pty->rows; row++) {
        size_t start = out->len;
        for (int column = 0; column < pty->columns;) {
            VTermScreenCell cell;
            vterm_screen_get_cell(pty->screen, (VTermPos){.row = row, .col = column}, &cell);
            append_letters(out, &cell);
            column += cell.width > 0 ? cell.width : 1;
        }
        trim_row(out, start, ' ');
    }
}

static char look_of(VTermScreenCellAttrs attrs) {
    const char *names = "biur";
    bool on[] = {attrs.bold, attrs.italic, attrs.underline != 0, attrs.reverse};
    char look = '.';
    for (size_t i = 0; i < sizeof on; i++)
        if (on[i]) look = look == '.' ? names[i] : (char)(names[i] - 32);
    return look;
}

void pty_looks(struct pty *pty, struct str *out) {
    for (int row = 0; row < pty->rows; row++) {
        size_t start = out->len;
        for (int column = 0; column < pty->columns; column++) {
            VTermScreenCell cell;
            vterm_screen_get_cell(pty->screen, (VTermPos){.row = row, .col = column}, &cell);
            str_append_byte(out, look_of(cell.attrs));
        }
        trim_row(out, start, '.');
    }
}

static void append_colour(struct str *out, const VTermColor *colour) {
    if (VTERM_COLOR_IS_DEFAULT_FG(colour) || VTERM_COLOR_IS_DEFAULT_BG(colour))
        str_append_byte(out, '-');
    else if (VTERM_COLOR_IS_INDEXED(colour))
        str_printf(out, "%d", colour->indexed.idx);
    else
        str_printf(out, "#%02x%02x%02x", colour->rgb.red, colour->rgb.green, colour->rgb.blue);
}

void pty_colours(struct pty *pty, struct str *out) {
    struct str before = {0}, here = {0};
    for (int row = 0; row < pty->rows; row++) {
        size_t start = out->len;
        str_clear(&before);
        for (int column = 0; column < pty->columns;) {
            VTermScreenCell cell;
            vterm_screen_get_cell(pty->screen, (VTermPos){.row = row, .col = column}, &cell);
            str_clear(&here);
            str_append_byte(&here, '{');
            append_colour(&here, &cell.fg);
            str_append_byte(&here, '/');
            append_colour(&here, &cell.bg);
            if (look_of(cell.attrs) != '.') str_printf(&here, " %c", look_of(cell.attrs));
            str_append_byte(&here, '}');
            if (!slice_equal(str_slice(&here), str_slice(&before))) str_append(out, str_slice(&here));
            str_clear(&before);
            str_append(&before, str_slice(&here));
            append_letters(out, &cell);
            column += cell.width > 0 ? cell.width : 1;
        }
        trim_row(out, start, ' ');
    }
    str_free(&before);
    str_free(&here);
}

void pty_cursor(struct pty *pty, int *row, int *column) {
    VTermPos at;
    vterm_state_get_cursorpos(vterm_obtain_state(pty->terminal), &at);
    *row = at.row;
    *column = at.col;
}
