#include "script_steps.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ARGUMENTS = 16 };

bool script_fail(struct script *s, const char *what, struct slice detail) {
    str_printf(s->report, "%s: %s %.*s\n", s->folder, what, SLICE_ARG(detail));
    return false;
}

static bool step_limit(struct script *s, struct slice bytes) {
    char *text = slice_copy(bytes);
    s->limit = (rlim_t)atoll(text);
    free(text);
    struct rlimit limit;
    if (!s->pty) return true;
    prlimit(pty_pid(s->pty), RLIMIT_FSIZE, NULL, &limit);
    limit.rlim_cur = s->limit ? s->limit : limit.rlim_max;
    return prlimit(pty_pid(s->pty), RLIMIT_FSIZE, &limit, NULL) == 0 || errno == ESRCH;
}

static bool step_another(struct script *s, struct slice nothing) {
    (void)nothing;
    struct pty *other = s->other;
    s->other = s->pty;
    s->pty = other;
    return true;
}

static bool step_size(struct script *s, struct slice size) {
    char *text = slice_copy(size), *x = strchr(text, 'x');
    s->columns = atoi(text);
    s->rows = x ? atoi(x + 1) : 24;
    free(text);
    if (s->pty) pty_resize(s->pty, s->rows, s->columns);
    return true;
}

static bool step_env(struct script *s, struct slice variable) {
    if (s->variables + 1 >= sizeof s->environment / sizeof *s->environment)
        return script_fail(s, "too many", variable);
    str_append(&s->environment[s->variables++], variable);
    return true;
}

static bool step_run(struct script *s, struct slice arguments) {
    const char *extra[sizeof s->environment / sizeof *s->environment + 1] = {0};
    char *argv[ARGUMENTS] = {slice_copy(slice_of(s->program))};
    size_t count = 1;
    for (size_t i = 0; i < s->variables; i++)
        extra[i] = str_text(&s->environment[i]);
    while (arguments.len && count + 1 < ARGUMENTS)
        argv[count++] = slice_copy(slice_cut(&arguments, ' '));
    if (s->pty) pty_free(s->pty);
    if (count > 1 && !script_know(s)) return script_fail(s, "state", slice_of(s->home));
    char before[4096];
    if (!getcwd(before, sizeof before) || chdir(s->home) != 0)
        return script_fail(s, "chdir", slice_of(s->home));
    struct rlimit usual;
    getrlimit(RLIMIT_FSIZE, &usual);
    struct rlimit limited = {s->limit ? s->limit : usual.rlim_cur, usual.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limited); /* the program inherits it */
    s->pty = pty_start(argv, s->home, s->rows, s->columns, extra);
    setrlimit(RLIMIT_FSIZE, &usual);
    if (chdir(before) != 0) return script_fail(s, "chdir", slice_of(before));
    for (size_t i = 0; i < count; i++)
        free(argv[i]);
    return true;
}

/* As long as nothing happens, or for that long. */
static bool step_pause(struct script *s, struct slice ms) {
    char *text = slice_copy(ms);
    pty_settle(s->pty, atoi(text), atoi(text));
    free(text);
    return true;
}

static bool step_wait(struct script *s, struct slice text) {
    char *copy = slice_copy(text);
    bool found = pty_wait(s->pty, copy, PATIENCE);
    free(copy);
    return found || script_fail(s, "never shown:", text);
}

static bool step_gone(struct script *s, struct slice text) {
    char *copy = slice_copy(text);
    bool found = true;
    for (int i = 0; i < PATIENCE / 50 && found; i++) {
        pty_settle(s->pty, 50, 50);
        found = pty_wait(s->pty, copy, 0);
    }
    free(copy);
    return !found || script_fail(s, "still shown:", text);
}

typedef void (*look_at)(struct pty *, struct str *);

/* Until it looks like that. */
static bool compare(struct script *s, struct slice name, struct slice golden, look_at look) {
    struct str seen = {0};
    bool ok = false;
    for (int waited = 0; waited < PATIENCE && !ok; waited += 50) {
        str_clear(&seen);
        look(s->pty, &seen);
        ok = script_matches(golden, str_slice(&seen));
        if (!ok) pty_settle(s->pty, 50, 50);
    }
    if (!ok)
        str_printf(s->report, "%s: %.*s differs; seen:\n%s\n", s->folder, SLICE_ARG(name), str_text(&seen));
    str_free(&seen);
    return ok;
}

/* Writes the golden file anew, or compares. */
static bool hold_golden(struct script *s, struct slice name, look_at look,
                        bool (*keep)(struct script *, struct slice, struct slice),
                        bool (*expect)(struct script *, struct slice, struct str *)) {
    struct str bytes = {0};
    bool ok;
    if (script_updates()) {
        pty_settle(s->pty, 400, 3000);
        look(s->pty, &bytes);
        ok = keep(s, name, str_slice(&bytes));
    } else {
        ok = expect(s, name, &bytes) && compare(s, name, str_slice(&bytes), look);
    }
    str_free(&bytes);
    return ok;
}

static bool read_golden(struct script *s, struct slice name, struct str *out) {
    return script_read(s, s->folder, name, out);
}

static bool compare_golden(struct script *s, struct slice name, look_at look) {
    return hold_golden(s, name, look, script_update, read_golden);
}

static bool step_view(struct script *s, struct slice name) {
    return hold_golden(s, name, pty_colours, views_keep, views_expect);
}

static bool step_screen(struct script *s, struct slice name) {
    return compare_golden(s, name, pty_screen);
}

static bool step_looks(struct script *s, struct slice name) {
    return compare_golden(s, name, pty_looks);
}

static bool step_colours(struct script *s, struct slice name) {
    return compare_golden(s, name, pty_colours);
}

static bool step_signal(struct script *s, struct slice name) {
    static const struct {
        const char *name;
        int number;
    } signals[] = {
        {"HUP", SIGHUP}, {"TERM", SIGTERM}, {"KILL", SIGKILL}, {"STOP", SIGTSTP}, {"CONT", SIGCONT}};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (slice_equal_text(name, signals[i].name)) return kill(pty_pid(s->pty), signals[i].number) == 0;
    return script_fail(s, "no such signal", name);
}

static bool step_exit(struct script *s, struct slice want) {
    int status = pty_exit(s->pty, PATIENCE);
    if (status < 0) return script_fail(s, "the program did not end; wanted status", want);
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    char text[16];
    snprintf(text, sizeof text, "%d", code);
    return slice_equal_text(want, text) || script_fail(s, "wrong exit status", slice_of(text));
}

static bool step_include(struct script *s, struct slice name);

static const struct {
    const char *name;
    bool (*perform)(struct script *, struct slice);
    bool needs_program;
} steps[] = {{"size", step_size, false},
             {"env", step_env, false},
             {"copy", step_copy, false},
             {"repeat", step_repeat, false},
             {"run", step_run, false},
             {"type", step_type, true},
             {"mouse", step_mouse, true},
             {"pace", step_pace, false},
             {"keys", step_keys, true},
             {"paste", step_paste, true},
             {"paste-open", step_paste_open, true},
             {"resize", step_size, true},
             {"wait", step_wait, true},
             {"gone", step_gone, true},
             {"screen", step_screen, true},
             {"looks", step_looks, true},
             {"same", step_same, false},
             {"contains", step_contains, false},
             {"journalled", step_journalled, true},
             {"signal", step_signal, true},
             {"exit", step_exit, true},
             {"limit", step_limit, false},
             {"rescue", step_rescue, false},
             {"remove", step_remove, false},
             {"rename", step_rename, false},
             {"forget", step_forget, false},
             {"newcomer", step_newcomer, false},
             {"replace", step_replace, false},
             {"another", step_another, false},
             {"pause", step_pause, true},
             {"colours", step_colours, true},
             {"view", step_view, true},
             {"include", step_include, false}};

static bool perform(struct script *s, struct slice line) {
    struct slice rest = line, name = slice_cut(&rest, ' ');
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (slice_equal_text(name, steps[i].name))
            return steps[i].needs_program && !s->pty ? script_fail(s, "nothing runs yet:", line)
                                                     : steps[i].perform(s, rest);
    return script_fail(s, "no such step:", line);
}

/* file: that holds the steps, in the folder of the script. */
static bool perform_all(struct script *s, struct slice file, struct slice lines) {
    bool ok = true;
    for (int number = 1; ok && lines.len; number++) {
        struct slice line = slice_cut(&lines, '\n');
        if (!line.len || line.data[0] == '#') continue;
        ok = perform(s, line);
        if (!ok)
            str_printf(s->report, "%s/%.*s:%d: %.*s\n", s->folder, SLICE_ARG(file), number, SLICE_ARG(line));
    }
    return ok;
}

static bool step_include(struct script *s, struct slice name) {
    struct str lines = {0};
    bool ok = script_read(s, s->folder, name, &lines) && perform_all(s, name, str_slice(&lines));
    str_free(&lines);
    return ok;
}

static void clean_up(struct script *s) {
    if (s->pty) pty_free(s->pty);
    if (s->other) pty_free(s->other);
    for (size_t i = 0; i < s->variables; i++)
        str_free(&s->environment[i]);
    struct str command = {0};
    str_printf(&command, "rm -rf '%s'", s->home);
    if (system(str_text(&command)) != 0) perror("rm");
    str_free(&command);
}

bool script_session(struct script *s, struct slice lines) {
    if (!mkdtemp(s->home)) return script_fail(s, "mkdtemp", slice_of(s->home));
    bool ok = perform_all(s, SLICE("script"), lines);
    if (!ok && s->pty) {
        str_append_text(s->report, "The screen:\n");
        pty_screen(s->pty, s->report);
    }
    clean_up(s);
    return ok;
}

bool script_run(const char *folder, const char *program, struct str *report) {
    struct script s = {.folder = folder,
                       .program = program,
                       .home = "/tmp/sunting-test-XXXXXX",
                       .views = "/tmp/sunting-views-XXXXXX",
                       .rows = 24,
                       .columns = 80,
                       .report = report};
    struct str script = {0};
    bool ok = script_read(&s, folder, SLICE("script"), &script);
    struct slice lines = str_slice(&script), terminals = slice_cut(&lines, '\n');
    if (ok && slice_starts(terminals, SLICE("terms ")))
        ok = views_run(&s, slice_range(terminals, strlen("terms "), terminals.len), lines);
    else
        ok = ok && script_session(&s, str_slice(&script));
    str_free(&script);
    return ok;
}
