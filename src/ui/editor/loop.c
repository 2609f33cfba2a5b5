/* Waiting for the next key, and what is done meanwhile. */
#include "archive/archive.h"
#include "base/safe.h"
#include "base/utf8.h"
#include "language/spelling/speller.h"
#include "report/report.h"
#include "ui/editor/editor.h"
#include "ui/editor/left.h"
#include "ui/editor/messages.h"
#include "ui/editor/mouse.h"
#include "ui/editor/outside.h"
#include "ui/editor/session.h"
#include "ui/editor/train.h"

#include <errno.h>
#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

enum {
    SETTLE_MS = 150,
    REST_MS = 400, /* between two keys of one word it takes nobody so long */
    PASTE_MS = 5000,
    PART_MS = 500,
    LATE_MS = 1000, /* a connection that stops between two bytes of a key for longer is one that hangs */
    SLICE_MS = 10,
    MENDED_MS = 100, /* the next finding may wait so long for the check of what was mended */
    LOOK_US = 100,
    FAULTS_MOST = 160, /* of 64 KB each: 10 MB; at 240 the peak was 2 to 5 MB higher */
    READ_BYTES = 4096, /* a terminal hands over no more at once, and all of it is cleared for each key */
    READS_AT_END = 64
};

static bool paste_is_due(const struct editor *editor, int64_t now) {
    return editor->pasted && now - editor->pasted >= PART_MS;
}

struct slice_of_work {
    const struct editor *editor;
    int64_t until;  /* ms; 0: until all is done */
    int64_t looked; /* us of the last look for keys */
    long faults;    /* pages that came into memory until prepared ones were last given back */
};

static long faults_so_far(void) {
    struct rusage usage;
    return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_minflt : 0;
}

/* A large draft takes memory enough. The system brings what was prepared into memory 64 KB at a time: a part
 * of 256 KB would have 36 MB of it at its end. */
static void rest(struct slice_of_work *work) {
    if (!buffer_in_parts(work->editor->desk.buffer)) return;
    long faults = faults_so_far();
    if (faults - work->faults < FAULTS_MOST) return;
    language_rest(work->editor->options->language);
    work->faults = faults;
}

/* Keys, signals and the journal come before any check. A check that is interrupted begins anew, so the clock
 * alone interrupts none: one that takes longer than a slice would never end. Checks ask thousands of times a
 * second; looking ten times a millisecond keeps no key waiting. */
static bool work_is_over(void *context) {
    struct slice_of_work *work = context;
    int64_t now_us = clock_us(), now = now_us / 1000;
    if (now_us - work->looked < LOOK_US) return false;
    work->looked = now_us;
    rest(work);
    const struct journal *journal = work->editor->desk.buffer->journal;
    struct pollfd fds[3] = {{.fd = STDIN_FILENO, .events = POLLIN},
                            {.fd = signals_fd(work->editor->signals), .events = POLLIN},
                            {.fd = journal ? journal_fd(journal) : -1, .events = POLLIN}};
    if (poll(fds, 3, 0) != 0) return true;
    return (journal && journal_due(journal, now) == 0) || paste_is_due(work->editor, now) ||
           (work->until && now >= work->until);
}

/* Editing goes on without the archive; why, is said once. */
static void tell_archive(struct editor *editor) {
    const char *trouble = editor->desk.archive ? archive_trouble(editor->desk.archive) : "";
    if (!*trouble) trouble = editor->options->archive_problem;
    if (!trouble || slice_equal_text(str_slice(&editor->archive_told), trouble)) return;
    str_clear(&editor->archive_told);
    str_append_text(&editor->archive_told, trouble);
    if (!*trouble) return;
    str_clear(&editor->desk.notice);
    safe_append(&editor->desk.notice, slice_of(trouble));
    editor->desk.alarm = true;
}

void editor_count(struct editor *editor) {
    struct metrics metrics = {0};
    editor->checked = true;
    if (!buffer_in_parts(editor->desk.buffer))
        metrics_of(checker_document(editor->desk.buffer->checker), &metrics);
    editor->words = metrics.words;
    editor->sentences = metrics.sentences;
}

static void check_is_done(struct editor *editor) {
    tell_archive(editor);
    editor_count(editor);
    train_judge(editor);
    const char *problem = language_problem(editor->options->language);
    const char *left_out = rule_book_left_out(editor->options->rules->book);
    if ((!*problem && !*left_out) || editor->problem_told) return;
    editor->problem_told = true;
    if (*problem)
        desk_say(&editor->desk, DICTIONARIES_INCOMPLETE, problem);
    else
        desk_say(&editor->desk, RULES_LEFT_OUT, left_out);
    editor->desk.alarm = true;
}

/* The line that checking begins with. */
static size_t looked_at(const struct editor *editor) {
    return editor->seek.on ? editor->seek.line : view_top_line(editor->desk.buffer);
}

static bool needs_checking(const struct editor *editor) {
    const struct buffer *buffer = editor->desk.buffer;
    return buffer && buffer->checker &&
           (!buffer->attached || editor->seek.on || !checker_done(buffer->checker) ||
            !checker_reaches(buffer->checker, looked_at(editor)));
}

/* The cursor is after a letter that was just typed. */
static bool is_in_word(const struct buffer *buffer) {
    size_t cursor = buffer_cursor(buffer), line = text_line_at(buffer->text, cursor);
    size_t at = cursor - text_line_start(buffer->text, line);
    unsigned char last = at ? (unsigned char)text_line(buffer->text, line).data[at - 1] : ' ';
    return buffer->typed && (last >= 0x80 || rune_is_letter(last));
}

/* Until what was typed is checked. A word is judged when it is whole: to check its paragraph after each
 * letter of it is nearly all that somebody who types costs a server. */
static int check_ms(const struct editor *editor) {
    return editor->desk.buffer->attached && is_in_word(editor->desk.buffer) ? REST_MS : SETTLE_MS;
}

static void check_from(struct editor *editor, size_t line, struct slice_of_work *work) {
    struct buffer *buffer = editor->desk.buffer;
    bool moves = !checker_reaches(buffer->checker, line); /* what is shown is of another part then */
    bool done = checker_run(buffer->checker, line, work_is_over, work);
    if (!done && !work->until && !moves) return;
    buffer_take_findings(buffer);
    if (done) check_is_done(editor);
    editor->desk.stale = true;
}

/* What is in view is checked and drawn first; then all the rest. */
static void check_slice(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    struct slice_of_work work = {.editor = editor};
    if (!editor->loaded) {
        editor->loaded = !speller_load_part(language_speller(editor->options->language));
        return;
    }
    if (!editor->desk.buffer->attached) {
        checker_name(buffer->checker, buffer->draft->path ? buffer->draft->path : "");
        checker_archive(buffer->checker, editor->desk.attempt ? NULL : editor->desk.archive);
        checker_attach(buffer->checker, buffer->text);
        editor->desk.buffer->attached = true;
        work.until = clock_ms() + SLICE_MS;
    }
    check_from(editor, looked_at(editor), &work);
    if (editor->seek.on && checker_done(buffer->checker)) seek_step(editor);
    /* A large draft takes memory enough; the pages come back in a millisecond. */
    if (buffer_in_parts(buffer) && !needs_checking(editor)) language_rest(editor->options->language);
}

void editor_check_mended(struct editor *editor) {
    const struct buffer *buffer = editor->desk.buffer;
    struct slice_of_work work = {.editor = editor, .until = clock_ms() + MENDED_MS};
    if (needs_checking(editor) && buffer->attached)
        check_from(editor, text_line_at(buffer->text, buffer_cursor(buffer)), &work);
}

void editor_finish_check(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    if (!needs_checking(editor)) return;
    if (!buffer->attached) checker_attach(buffer->checker, buffer->text);
    buffer->attached = true;
    checker_run(buffer->checker, 0, NULL, NULL);
    buffer_take_findings(buffer);
    check_is_done(editor);
}

static void suspend(struct editor *editor) {
    terminal_suspend(&editor->terminal);
    signals_suspend(editor->signals);
    terminal_resume(&editor->terminal);
    screen_resize(&editor->desk.screen);
    outside_look(editor); /* who leaves for the shell may change the file there */
}

static void read_terminal(struct editor *editor) {
    char bytes[READ_BYTES];
    ssize_t n = read(STDIN_FILENO, bytes, sizeof bytes);
    if (n > 0) {
        if (clock_ms() - editor->touched > LATE_MS) editor->input.escaped = false;
        input_add(&editor->input, (struct slice){bytes, (size_t)n});
        editor->touched = clock_ms();
    } else if (n == 0 || (errno != EINTR && errno != EAGAIN)) {
        editor->gone = editor->desk.leaving = true;
    }
}

/* What was typed before the program was told to end. */
static void read_what_waits(struct editor *editor) {
    struct pollfd fd = {.fd = STDIN_FILENO, .events = POLLIN};
    for (int i = 0; i < READS_AT_END && !editor->gone && poll(&fd, 1, 0) > 0 && fd.revents & POLLIN; i++)
        read_terminal(editor);
}

static void handle_signals(struct editor *editor) {
    enum signal_event event;
    while ((event = signals_next(editor->signals))) {
        if (event == SIGNAL_HANGUP || event == SIGNAL_TERMINATE || event == SIGNAL_STOP)
            session_rescue(editor);
        if (event == SIGNAL_HANGUP || event == SIGNAL_TERMINATE) {
            read_what_waits(editor);
            editor->desk.leaving = true;
        }
        if (event == SIGNAL_HANGUP) editor->gone = true;
        if (event == SIGNAL_STOP) suspend(editor);
        if (event == SIGNAL_RESIZE) {
            terminal_measure(&editor->terminal);
            screen_resize(&editor->desk.screen);
        }
        editor->desk.stale = true;
    }
}

static int earlier(int wait, int64_t due, int64_t now) {
    int left = due > now ? (int)(due - now) : 0;
    return wait < 0 || left < wait ? left : wait;
}

/* Until title, status and hints are told anew: at once after most keys, but whoever types is left in peace.
 */
static int rest_ms(const struct editor *editor) {
    return editor->desk.buffer && editor->desk.buffer->typed ? PAUSE_MS : SETTLE_MS;
}

static void settle(struct editor *editor, int64_t now) {
    struct buffer *buffer = editor->desk.buffer;
    editor->settled = editor->desk.stale = true;
    if (!buffer || !buffer->checker || !buffer->attached) return;
    buffer->now = now;
    if (buffer->held) buffer_take_findings(buffer);
}

/* How long what has come of a sequence waits for its rest. */
static int patience_ms(const struct editor *editor) {
    if (editor->input.pasting) return PASTE_MS;
    return input_has_begun(&editor->input) ? LATE_MS : editor->terminal.escape_ms;
}

/* How long to sleep: -1 when nothing is pending. */
static int time_to_sleep(const struct editor *editor, int64_t now) {
    int wait = -1;
    if (input_waits(&editor->input)) wait = earlier(wait, editor->touched + patience_ms(editor), now);
    if (editor->pasted) wait = earlier(wait, editor->pasted + PART_MS, now);
    if (needs_checking(editor)) wait = earlier(wait, editor->touched + check_ms(editor), now);
    if (!editor->rested) wait = earlier(wait, editor->touched + REST_MS, now);
    if (!editor->settled) wait = earlier(wait, editor->touched + rest_ms(editor), now);
    if (editor->desk.tick.run) wait = earlier(wait, editor->desk.tick.due, now);
    int due = editor->desk.buffer && editor->desk.buffer->journal
                  ? journal_due(editor->desk.buffer->journal, now)
                  : -1;
    if (due >= 0) wait = earlier(wait, now + due, now);
    return wait;
}

/* Sleeps until something happens, and does what time has made due. */
static void wait_for_event(struct editor *editor, bool *final) {
    int64_t now = clock_ms();
    struct journal *journal = editor->desk.buffer ? editor->desk.buffer->journal : NULL;
    int output = terminal_waits(&editor->terminal) ? terminal_output(&editor->terminal) : -1;
    struct pollfd fds[] = {{.fd = STDIN_FILENO, .events = POLLIN},
                           {.fd = signals_fd(editor->signals), .events = POLLIN},
                           {.fd = journal ? journal_fd(journal) : -1, .events = POLLIN},
                           {.fd = output, .events = POLLOUT},
                           {.fd = outside_fd(editor), .events = POLLIN}};
    int ready = poll(fds, sizeof fds / sizeof *fds, time_to_sleep(editor, now));
    if (ready < 0) return;
    if (fds[3].revents) terminal_send(&editor->terminal);
    if (fds[4].revents) outside_came(editor);
    if (fds[1].revents) handle_signals(editor);
    if (editor->desk.leaving) return; /* what was ready to be read has been: reading again would wait */
    now = clock_ms();
    session_tick(editor, now); /* also while keys keep coming in faster than they are handled */
    struct desk_tick *tick = &editor->desk.tick;
    if (tick->run && now >= tick->due) tick->due = now + tick->run(&editor->desk, tick->context);
    if (fds[0].revents) {
        read_terminal(editor);
        return;
    }
    int64_t quiet = now - editor->touched;
    if (input_waits(&editor->input) && quiet >= patience_ms(editor)) *final = true;
    if (quiet < SETTLE_MS) return;
    if (!editor->rested && quiet >= REST_MS) editor->rested = editor->desk.stale = true;
    if (!editor->settled && quiet >= rest_ms(editor)) settle(editor, now);
    if (!editor->left_told) left_tell(editor);
    if (needs_checking(editor) && quiet >= check_ms(editor)) check_slice(editor);
}

/* An open paste goes into the text part by part: its end may never come. */
static bool take_part(struct editor *editor, struct str *pasted) {
    int64_t now = clock_ms();
    bool due = paste_is_due(editor, now);
    if (!editor->input.pasting || !editor->input.paste.len)
        editor->pasted = 0;
    else if (pasted && !editor->pasted)
        editor->pasted = now;
    return due && pasted && input_take_part(&editor->input, pasted);
}

/* The program ends: what is left of a paste, or was typed before, is not lost. Up to the first key that is a
 * command. */
static void take_rest(struct editor *editor, struct str *pasted) {
    struct key key;
    enum input_event event;
    while (pasted && (event = input_next(&editor->input, true, &key))) {
        if (event == INPUT_PASTE)
            str_append(pasted, str_slice(&editor->input.paste));
        else if (key_is_text(key))
            str_append_rune(pasted, key.code);
        else if (key.code == K_ENTER)
            str_append_byte(pasted, '\n');
        else
            return;
    }
}

static void come_back(struct editor *editor) {
    editor->desk.stale = true;
    editor->seek.on = editor->settled = editor->rested = false;
    if (editor->desk.buffer) editor->desk.buffer->now = clock_ms();
}

bool editor_wait(struct desk *desk, struct key *key, struct str *pasted) {
    struct editor *editor = editor_of(desk);
    bool final = false;
    while (!editor->desk.leaving) {
        enum input_event event = input_next(&editor->input, final, key);
        bool part = event == INPUT_NONE && take_part(editor, pasted);
        final = false;
        if (event == INPUT_PASTE || part) *key = (struct key){K_NONE, 0};
        if (event == INPUT_PASTE || part) editor->pasted = 0;
        if (event == INPUT_PASTE && pasted && editor->input.paste.len) {
            str_append(pasted, str_slice(&editor->input.paste));
            str_settle(&editor->input.paste);
        }
        if (event == INPUT_KEY && desk->overlay) *key = mouse_for_panel(*key);
        if (event == INPUT_KEY || part || (event == INPUT_PASTE && pasted)) {
            come_back(editor);
            return true;
        }
        if (event == INPUT_PASTE) continue;
        if (editor->desk.stale && !terminal_waits(&editor->terminal)) {
            editor->desk.stale = false;
            editor_draw(editor);
        }
        editor_prepare(editor);
        wait_for_event(editor, &final);
    }
    take_rest(editor, pasted);
    return false;
}
