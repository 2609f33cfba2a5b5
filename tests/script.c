#include "script.h"

#include "base/file.h"
#include "base/replace.h"
#include "base/utf8.h"
#include "driver.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATIENCE = 30000 /* ms: for a busy machine, under sanitizers */, ARGUMENTS = 16 };

struct session {
    const char *folder, *program;
    char home[64];
    int rows, columns;
    struct str environment[8];
    size_t variables;
    struct pty *pty, *other;
    rlim_t limit; /* 0: none */
    struct str *report;
};

static const struct {
    const char *name, *bytes;
} keys[] = {{"Up", "\033[A"},
            {"Down", "\033[B"},
            {"Right", "\033[C"},
            {"Left", "\033[D"},
            {"Home", "\033[H"},
            {"End", "\033[F"},
            {"PgUp", "\033[5~"},
            {"PgDn", "\033[6~"},
            {"Del", "\033[3~"},
            {"Ins", "\033[2~"},
            {"Enter", "\r"},
            {"Tab", "\t"},
            {"Esc", "\033"},
            {"Backspace", "\177"},
            {"Space", " "},
            {"F1", "\033OP"},
            {"F2", "\033OQ"},
            {"F3", "\033OR"},
            {"F4", "\033OS"},
            {"F5", "\033[15~"},
            {"F6", "\033[17~"},
            {"F7", "\033[18~"},
            {"F8", "\033[19~"},
            {"F9", "\033[20~"},
            {"F10", "\033[21~"},
            {"F12", "\033[24~"},
            {"Shift+F7", "\033[18;2~"},
            {"Shift+Up", "\033[1;2A"},
            {"Shift+Down", "\033[1;2B"},
            {"Shift+Right", "\033[1;2C"},
            {"Shift+Left", "\033[1;2D"},
            {"Ctrl+Right", "\033[1;5C"},
            {"Ctrl+Left", "\033[1;5D"},
            {"Ctrl+Home", "\033[1;5H"},
            {"Ctrl+End", "\033[1;5F"},
            {"Shift+End", "\033[1;2F"},
            {"Shift+Home", "\033[1;2H"},
            {"Alt+Enter", "\033\r"},
            {"Shift+Tab", "\033[Z"},
            {"Shift+F3", "\033[13;2~"}};

static bool fail(struct session *s, const char *what, struct slice detail) {
    str_printf(s->report, "%s: %s %.*s\n", s->folder, what, SLICE_ARG(detail));
    return false;
}

static void path_in(struct str *path, const char *folder, struct slice name) {
    str_clear(path);
    str_printf(path, "%s/%.*s", folder, SLICE_ARG(name));
}

static bool read_in(struct session *s, const char *folder, struct slice name, struct str *bytes) {
    struct str path = {0};
    struct error e = {0};
    path_in(&path, folder, name);
    bool ok = file_read(str_text(&path), 64 << 20, bytes, &e);
    if (!ok) fail(s, str_text(&e.text), name);
    str_free(&path);
    error_free(&e);
    return ok;
}

static bool write_in(const char *folder, struct slice name, struct slice bytes) {
    struct str path = {0};
    path_in(&path, folder, name);
    FILE *f = fopen(str_text(&path), "wb");
    bool ok = f && fwrite(bytes.data, 1, bytes.len, f) == bytes.len;
    if (f) ok = fclose(f) == 0 && ok;
    str_free(&path);
    return ok;
}

static bool do_copy(struct session *s, struct slice name) {
    struct str bytes = {0};
    bool ok = read_in(s, s->folder, name, &bytes) && write_in(s->home, name, str_slice(&bytes));
    str_free(&bytes);
    return ok;
}

/* Two names separated by a space. */
static bool do_rescue(struct session *s, struct slice names) {
    struct slice name = slice_cut(&names, ' ');
    struct str bytes = {0}, path = {0}, folder = {0}, copy = {0};
    static const char *const parts[] = {"state", "state/sunting", "state/sunting/rescue"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        path_in(&folder, s->home, slice_of(parts[i]));
        mkdir(str_text(&folder), 0700);
    }
    path_in(&path, s->home, name);
    file_rescue_find(str_text(&path), str_text(&folder), &copy);
    bool ok = read_in(s, s->folder, names, &bytes) && write_in("", str_slice(&copy), str_slice(&bytes));
    struct str *strings[] = {&bytes, &path, &folder, &copy};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        str_free(strings[i]);
    return ok;
}

static bool do_replace(struct session *s, struct slice names) {
    struct slice name = slice_cut(&names, ' ');
    struct str bytes = {0};
    bool ok = read_in(s, s->folder, names, &bytes) && write_in(s->home, name, str_slice(&bytes));
    str_free(&bytes);
    return ok;
}

static bool do_remove(struct session *s, struct slice name) {
    struct str path = {0};
    path_in(&path, s->home, name);
    bool ok = unlink(str_text(&path)) == 0;
    str_free(&path);
    return ok;
}

static bool do_limit(struct session *s, struct slice bytes) {
    char *text = slice_copy(bytes);
    s->limit = (rlim_t)atoll(text);
    free(text);
    return true;
}

static bool do_another(struct session *s, struct slice nothing) {
    (void)nothing;
    struct pty *other = s->other;
    s->other = s->pty;
    s->pty = other;
    return true;
}

static bool do_size(struct session *s, struct slice size) {
    char *text = slice_copy(size), *x = strchr(text, 'x');
    s->columns = atoi(text);
    s->rows = x ? atoi(x + 1) : 24;
    free(text);
    if (s->pty) pty_resize(s->pty, s->rows, s->columns);
    return true;
}

static bool do_env(struct session *s, struct slice variable) {
    if (s->variables + 1 >= sizeof s->environment / sizeof *s->environment)
        return fail(s, "too many", variable);
    str_append(&s->environment[s->variables++], variable);
    return true;
}

static bool do_run(struct session *s, struct slice arguments) {
    const char *extra[sizeof s->environment / sizeof *s->environment + 1] = {0};
    char *argv[ARGUMENTS] = {slice_copy(slice_of(s->program))};
    size_t count = 1;
    for (size_t i = 0; i < s->variables; i++)
        extra[i] = str_text(&s->environment[i]);
    while (arguments.len && count + 1 < ARGUMENTS)
        argv[count++] = slice_copy(slice_cut(&arguments, ' '));
    if (s->pty) pty_free(s->pty);
    char before[4096];
    if (!getcwd(before, sizeof before) || chdir(s->home) != 0) return fail(s, "chdir", slice_of(s->home));
    struct rlimit usual;
    getrlimit(RLIMIT_FSIZE, &usual);
    struct rlimit limited = {s->limit ? s->limit : usual.rlim_cur, usual.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limited); /* the program inherits it */
    s->pty = pty_start(argv, s->home, s->rows, s->columns, extra);
    setrlimit(RLIMIT_FSIZE, &usual);
    if (chdir(before) != 0) return fail(s, "chdir", slice_of(before));
    for (size_t i = 0; i < count; i++)
        free(argv[i]);
    return true;
}

/* As long as nothing happens, or for that long. */
static bool do_pause(struct session *s, struct slice ms) {
    char *text = slice_copy(ms);
    pty_settle(s->pty, atoi(text), atoi(text));
    free(text);
    return true;
}

static bool do_type(struct session *s, struct slice text) {
    pty_send(s->pty, text);
    return true;
}

/* Keys come one by one, as from a hand: the program must have drawn its answer before the next. */
static bool do_keys(struct session *s, struct slice names) {
    while (names.len) {
        struct slice name = slice_cut(&names, ' '), bytes = {0};
        char control;
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
            if (slice_equal_text(name, keys[i].name)) bytes = slice_of(keys[i].bytes);
        if (name.len == 2 && name.data[0] == '^') {
            control = (char)(name.data[1] & 31);
            bytes = (struct slice){&control, 1};
        }
        if (!bytes.len) return fail(s, "no such key", name);
        pty_send(s->pty, bytes);
        pty_answer(s->pty);
    }
    return true;
}

static bool do_paste(struct session *s, struct slice name) {
    struct str bytes = {0};
    if (!read_in(s, s->folder, name, &bytes)) return false;
    pty_send(s->pty, SLICE("\033[200~"));
    pty_send(s->pty, str_slice(&bytes));
    pty_send(s->pty, SLICE("\033[201~"));
    str_free(&bytes);
    return true;
}

static bool do_wait(struct session *s, struct slice text) {
    char *copy = slice_copy(text);
    bool found = pty_wait(s->pty, copy, PATIENCE);
    free(copy);
    return found || fail(s, "never shown:", text);
}

static bool do_gone(struct session *s, struct slice text) {
    char *copy = slice_copy(text);
    bool found = true;
    for (int i = 0; i < PATIENCE / 50 && found; i++) {
        pty_settle(s->pty, 50, 50);
        found = pty_wait(s->pty, copy, 0);
    }
    free(copy);
    return !found || fail(s, "still shown:", text);
}

static bool matches(struct slice golden, struct slice seen) {
    size_t g = 0, i = 0, n, m;
    for (; g < golden.len && i < seen.len; g += n, i += m) {
        uint32_t want = utf8_decode(golden, g, &n), have = utf8_decode(seen, i, &m);
        if (want != have && (want != 0x2591 || have == '\n')) return false;
    }
    return g == golden.len && i == seen.len;
}

static bool compare_golden(struct session *s, struct slice name, void (*look)(struct pty *, struct str *)) {
    struct str golden = {0}, seen = {0};
    bool update = getenv("UPDATE_GOLDEN") != NULL, ok = false;
    if (update) {
        pty_settle(s->pty, 400, 3000);
        look(s->pty, &seen);
        ok = write_in(s->folder, name, str_slice(&seen));
    } else if (read_in(s, s->folder, name, &golden)) {
        for (int waited = 0; waited < PATIENCE && !ok; waited += 50) {
            str_clear(&seen);
            look(s->pty, &seen);
            ok = matches(str_slice(&golden), str_slice(&seen));
            if (!ok) pty_settle(s->pty, 50, 50);
        }
        if (!ok)
            str_printf(s->report, "%s: %.*s differs; seen:\n%s\n", s->folder, SLICE_ARG(name),
                       str_text(&seen));
    }
    str_free(&golden);
    str_free(&seen);
    return ok;
}

static bool do_screen(struct session *s, struct slice name) {
    return compare_golden(s, name, pty_screen);
}

static bool do_looks(struct session *s, struct slice name) {
    return compare_golden(s, name, pty_looks);
}

static bool do_same(struct session *s, struct slice names) {
    struct slice name = slice_cut(&names, ' ');
    struct str mine = {0}, other = {0};
    bool ok = read_in(s, s->home, name, &mine);
    if (ok && getenv("UPDATE_GOLDEN")) write_in(s->folder, names, str_slice(&mine));
    ok = ok && read_in(s, s->folder, names, &other);
    if (ok && !matches(str_slice(&other), str_slice(&mine)))
        ok = fail(s, "file differs; it holds:\n", str_slice(&mine));
    str_free(&mine);
    str_free(&other);
    return ok;
}

static bool do_contains(struct session *s, struct slice rest) {
    struct slice name = slice_cut(&rest, ' ');
    struct str bytes = {0};
    bool ok = read_in(s, s->home, name, &bytes);
    if (ok && slice_find(str_slice(&bytes), rest, 0) == SIZE_MAX) ok = fail(s, "not in the file:", rest);
    str_free(&bytes);
    return ok;
}

static bool do_signal(struct session *s, struct slice name) {
    static const struct {
        const char *name;
        int number;
    } signals[] = {
        {"HUP", SIGHUP}, {"TERM", SIGTERM}, {"KILL", SIGKILL}, {"STOP", SIGTSTP}, {"CONT", SIGCONT}};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (slice_equal_text(name, signals[i].name)) return kill(pty_pid(s->pty), signals[i].number) == 0;
    return fail(s, "no such signal", name);
}

static bool do_exit(struct session *s, struct slice want) {
    int status = pty_exit(s->pty, PATIENCE);
    if (status < 0) return fail(s, "the program did not end; wanted status", want);
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    char text[16];
    snprintf(text, sizeof text, "%d", code);
    return slice_equal_text(want, text) || fail(s, "wrong exit status", slice_of(text));
}

static const struct {
    const char *name;
    bool (*perform)(struct session *, struct slice);
    bool needs_program;
} steps[] = {{"size", do_size, false},     {"env", do_env, false},           {"copy", do_copy, false},
             {"run", do_run, false},       {"type", do_type, true},          {"keys", do_keys, true},
             {"paste", do_paste, true},    {"resize", do_size, true},        {"wait", do_wait, true},
             {"gone", do_gone, true},      {"screen", do_screen, true},      {"looks", do_looks, true},
             {"same", do_same, false},     {"contains", do_contains, false}, {"signal", do_signal, true},
             {"exit", do_exit, true},      {"limit", do_limit, false},       {"rescue", do_rescue, false},
             {"remove", do_remove, false}, {"replace", do_replace, false},   {"another", do_another, false},
             {"pause", do_pause, true}};

static bool perform(struct session *s, struct slice line) {
    struct slice rest = line, name = slice_cut(&rest, ' ');
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (slice_equal_text(name, steps[i].name))
            return steps[i].needs_program && !s->pty ? fail(s, "nothing runs yet:", line)
                                                     : steps[i].perform(s, rest);
    return fail(s, "no such step:", line);
}

static void clean_up(struct session *s) {
    if (s->pty) pty_free(s->pty);
    if (s->other) pty_free(s->other);
    for (size_t i = 0; i < s->variables; i++)
        str_free(&s->environment[i]);
    struct str command = {0};
    str_printf(&command, "rm -rf '%s'", s->home);
    if (system(str_text(&command)) != 0) perror("rm");
    str_free(&command);
}

bool script_run(const char *folder, const char *program, struct str *report) {
    struct session s = {.folder = folder,
                        .program = program,
                        .home = "/tmp/sunting-test-XXXXXX",
                        .rows = 24,
                        .columns = 80,
                        .report = report};
    struct str script = {0};
    if (!mkdtemp(s.home)) return fail(&s, "mkdtemp", slice_of(s.home));
    bool ok = read_in(&s, folder, SLICE("script"), &script);
    struct slice rest = str_slice(&script);
    for (int number = 1; ok && rest.len; number++) {
        struct slice line = slice_cut(&rest, '\n');
        if (!line.len || line.data[0] == '#') continue;
        ok = perform(&s, line);
        if (!ok) {
            str_printf(report, "%s/script:%d: %.*s\n", folder, number, SLICE_ARG(line));
            if (s.pty) {
                str_append_text(report, "The screen:\n");
                pty_screen(s.pty, report);
            }
        }
    }
    str_free(&script);
    clean_up(&s);
    return ok;
}
