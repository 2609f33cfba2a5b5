#include "cli/check.h"
#include "archive/archive.h"
#include "cli/baseline.h"
#include "cli/changed.h"
#include "cli/draft_source.h"
#include "cli/jobs.h"
#include "cli/messages.h"
#include "cli/rule_choice.h"
#include "cli/setup.h"
#include "cli/walk.h"
#include "report/report.h"
#include "ui/editor/messages.h"

#include <sys/ioctl.h>
#include <unistd.h>

/* sunting check: the findings of all drafts, in the format asked for. */
struct check_settings {
    size_t format; /* of report_formats */
    struct rule_choice rules;
    size_t jobs;
    size_t colour;  /* enum colour */
    size_t fail_on; /* enum severity, FAIL_NEVER, or FAIL_UNSET */
    bool strict, hints;
    const char *stdin_name; /* --stdin-filename, or NULL */
    const char *baseline;
    bool prune;
    const char *since; /* --changed-since, or NULL */
};

enum { FAIL_NEVER = SEVERITY_ERROR + 1, FAIL_UNSET };
static const char *const severities[] = {[SEVERITY_HINT] = "hint",
                                         [SEVERITY_WARNING] = "warning",
                                         [SEVERITY_ERROR] = "error",
                                         [FAIL_NEVER] = "never",
                                         NULL};

enum colour { COLOUR_ALWAYS, COLOUR_AUTO, COLOUR_NEVER };
static const char *const colours[] = {
    [COLOUR_ALWAYS] = "always", [COLOUR_AUTO] = "auto", [COLOUR_NEVER] = "never", NULL};

static const struct option_row options[] = {
    {.kind = OPTION_CHOICE,
     .name = "format",
     .letter = 'f',
     .at = offsetof(struct check_settings, format),
     .choices = report_format_names,
     .help = MESSAGE_HELP_FORMAT},
    OPTION_ONLY(offsetof(struct check_settings, rules)),
    OPTION_EXCEPT(offsetof(struct check_settings, rules)),
    {.kind = OPTION_CHOICE,
     .name = "fail-on",
     .at = offsetof(struct check_settings, fail_on),
     .choices = severities,
     .help = MESSAGE_HELP_FAIL_ON},
    {.kind = OPTION_FLAG,
     .name = "strict",
     .at = offsetof(struct check_settings, strict),
     .help = MESSAGE_HELP_STRICT},
    {.kind = OPTION_FLAG,
     .name = "hints",
     .at = offsetof(struct check_settings, hints),
     .help = MESSAGE_HELP_HINTS},
    {.kind = OPTION_TEXT,
     .name = "baseline",
     .at = offsetof(struct check_settings, baseline),
     .argument = MESSAGE_ARGUMENT_FILE,
     .help = MESSAGE_HELP_BASELINE},
    {.kind = OPTION_FLAG,
     .name = "prune",
     .at = offsetof(struct check_settings, prune),
     .help = MESSAGE_HELP_PRUNE},
    {.kind = OPTION_TEXT,
     .name = "changed-since",
     .at = offsetof(struct check_settings, since),
     .argument = MESSAGE_ARGUMENT_COMMIT,
     .help = MESSAGE_HELP_CHANGED},
    {.kind = OPTION_TEXT,
     .name = "stdin-filename",
     .at = offsetof(struct check_settings, stdin_name),
     .argument = MESSAGE_ARGUMENT_FILE,
     .help = MESSAGE_HELP_STDIN_FILENAME},
    {.kind = OPTION_CHOICE,
     .name = "color",
     .at = offsetof(struct check_settings, colour),
     .choices = colours,
     .optional = true,
     .help = MESSAGE_HELP_COLOUR},
    {.kind = OPTION_NUMBER,
     .name = "jobs",
     .letter = 'j',
     .at = offsetof(struct check_settings, jobs),
     .argument = MESSAGE_ARGUMENT_NUMBER,
     .help = MESSAGE_HELP_JOBS},
    {.kind = OPTION_END},
};

static const struct check_settings defaults = {.fail_on = FAIL_UNSET, .colour = COLOUR_AUTO};

struct check_run {
    struct cli *cli;
    const struct report_format *format;
    struct report_style style;
    const struct check_settings *set;
    struct summary summary;
    struct baseline baseline;
    struct str collected; /* the lines of a baseline that is written */
    bool found;           /* something at or above --fail-on */
    bool between;         /* an entry was printed */
};

/* What the caller names on the command line, no draft switches off as a whole. */
static enum honour honour_of(const struct check_settings *set) {
    return set->strict ? HONOUR_NOTHING : set->rules.only ? HONOUR_PLACES : HONOUR_ALL;
}

static size_t choose_fail_on(const struct check_settings *set, const struct settings *settings) {
    if (set->fail_on != FAIL_UNSET) return set->fail_on;
    for (size_t i = 0; settings->fail_on && severities[i]; i++)
        if (strcmp(settings->fail_on, severities[i]) == 0) return i;
    return SEVERITY_ERROR;
}

/* What a job counts. */
enum { COUNT_HINTS, COUNT_WARNINGS, COUNT_ERRORS, COUNT_FOUND, COUNT_SILENCED };

/* Those that are neither in the baseline nor about what stood there before; the items are borrowed. */
static void drop_known(const struct check_run *check, const struct changed *changed, struct checker *checker,
                       struct findings *left) {
    const struct document *document = checker_document(checker);
    vec_each(const struct finding, finding, &checker_findings(checker)->list) {
        bool known = check->baseline.path && baseline_has(&check->baseline, document, finding);
        if (!known && check->set->since) known = changed_has(changed, document, finding);
        if (!known) vec_push(&left->list, *finding);
    }
}

/* What of a draft goes into a baseline. */
static void collect(const struct check_run *check, struct checker *checker, struct str *out) {
    const struct document *document = checker_document(checker);
    vec_each(const struct finding, finding, &checker_findings(checker)->list)
        if (!check->baseline.prune || baseline_has(&check->baseline, document, finding))
            baseline_append(document, finding, out);
}

/* What standard input is called: its house style is that of the folder, its findings are reported under the
 * name. */
static const char *name_of(const struct check_settings *set, const char *path) {
    return set->stdin_name && strcmp(path, "-") == 0 ? set->stdin_name : path;
}

static void check_draft(void *self, const char *path, struct job_result *result) {
    struct check_run *check = self;
    struct cli *cli = check->cli;
    struct draft_source source;
    struct changed changed = {0};
    bool read = draft_source_read(&source, cli, path);
    path = source.path = name_of(check->set, path);
    if (read && check->set->since)
        read = changed_read(&changed, check->set->since, path, cli_setup(cli, path)->language, &cli->error);
    if (read) {
        const struct setup *setup = cli_setup(cli, path);
        struct rule_set rules = setup->rules;
        rule_choice_apply(&check->set->rules, &rules, NULL);
        struct checker *checker = draft_source_check(&source, cli, &rules, honour_of(check->set));
        struct findings left = {0};
        drop_known(check, &changed, checker, &left);
        struct report_entry entry = {.path = path,
                                     .document = checker_document(checker),
                                     .positions = &source.positions,
                                     .findings = &left,
                                     .silenced = checker_silenced(checker)};
        result->counts[COUNT_SILENCED] = entry.silenced->list.count;
        metrics_of(checker_document(checker), &entry.metrics);
        size_t fail_on = choose_fail_on(check->set, &setup->settings);
        for (size_t i = 0; i < entry.findings->list.count; i++) {
            enum severity severity = entry.findings->list.items[i].severity;
            result->counts[COUNT_HINTS + severity]++;
            result->counts[COUNT_FOUND] += severity >= fail_on;
        }
        if (check->baseline.writes)
            collect(check, checker, &result->text);
        else
            check->format->entry(&check->style, &entry, &result->text);
        if (check->format->note) check->format->note(&entry, &result->note);
        const char *problem = language_problem(setup->language);
        const char *left_out = rule_book_left_out(setup->book);
        if (*problem)
            message(&result->problem, cli->lang, DICTIONARIES_INCOMPLETE, problem);
        else if (*left_out)
            message(&result->problem, cli->lang, RULES_LEFT_OUT, left_out);
        vec_free(&left.list);
        checker_free(checker);
    } else {
        str_append(&result->error, str_slice(&cli->error.text));
        str_clear(&cli->error.text);
    }
    result->failed = cli->failed; /* also of settings that cannot be read */
    changed_free(&changed);
    draft_source_free(&source);
}

static void append_entry(struct check_run *check, struct slice text) {
    const char *between = check->format->between;
    if (check->between && text.len && between) str_append_text(&check->cli->out, between);
    check->between |= text.len > 0;
    cli_print(check->cli, text);
}

static void take_draft(void *self, const char *path, const struct job_result *result) {
    struct check_run *check = self;
    struct cli *cli = check->cli;
    struct summary *summary = &check->summary;
    path = name_of(check->set, path);
    summary->files++;
    summary->hints += result->counts[COUNT_HINTS];
    summary->warnings += result->counts[COUNT_WARNINGS];
    summary->silenced += result->counts[COUNT_SILENCED];
    summary->errors += result->counts[COUNT_ERRORS];
    check->found |= result->counts[COUNT_FOUND] > 0;
    str_append(&summary->notes, str_slice(&result->note));
    if (!summary->incomplete.len) str_append(&summary->incomplete, str_slice(&result->problem));
    cli->failed |= result->failed;
    if (!result->error.len && check->baseline.writes) {
        str_append(&check->collected, str_slice(&result->text));
        return;
    }
    if (!result->error.len) {
        append_entry(check, str_slice(&result->text));
        return;
    }
    struct str text = {0};
    const struct report_entry entry = {.path = path, .error = str_text(&result->error)};
    if (!check->baseline.writes) {
        check->format->entry(&check->style, &entry, &text);
        append_entry(check, str_slice(&text));
    }
    str_free(&text);
    vec_push(&summary->failures,
             (struct report_failure){slice_copy(slice_of(path)), slice_copy(str_slice(&result->error))});
    str_append(&cli->error.text, str_slice(&result->error));
    cli_fail(cli);
}

/* What is wrong with the archive is said once, before there are several processes; each of them opens its
 * own. */
static void look_at_archive(struct check_run *check) {
    struct cli *cli = check->cli;
    struct archive *archive = cli_archive_open(cli, STORE_READ, ARCHIVE_PATIENCE, &cli->error);
    struct archive_state state = {0};
    if (archive && cli->error.text.len) cli_remark(cli);
    if (archive && archive_state(archive, &state, &cli->error)) {
        check->summary.archive = true;
        check->summary.archive_articles = state.articles;
        memcpy(check->summary.archive_newest, state.newest, sizeof state.newest);
    }
    archive_leave(archive);
    if (!cli->error.text.len) return;
    cli_fail(cli);
    cli->archive_unusable = true;
}

static void check_all(struct check_run *check, const struct walk *walk) {
    const struct report_format *format = check->format;
    struct cli *cli = check->cli;
    const struct jobs jobs = {
        .walk = walk, .workers = check->set->jobs, .work = check_draft, .take = take_draft, .self = check};
    if (format->begin && !check->baseline.writes) format->begin(&check->style, &cli->out);
    cli_flush(cli);
    if (walk->paths.count)
        cli_setup(cli, name_of(check->set, walk->paths.items[0])); /* what is wrong with it is said once */
    look_at_archive(check);
    jobs_run(&jobs, cli->lang);
    check->style.book = cli->setup ? cli->setup->book : NULL; /* another house style made another one */
    if (format->end && !check->baseline.writes) format->end(&check->style, &check->summary, &cli->out);
}

/* no-color.org: NO_COLOR, when it is not empty, turns colour off unless it was asked for. */
static struct report_style choose_style(const struct cli *cli, enum colour colour) {
    struct report_style style = {.lang = cli->lang, .colour = colour == COLOUR_ALWAYS};
    struct winsize size;
    if (!isatty(STDOUT_FILENO)) return style;
    const char *none = getenv("NO_COLOR"), *term = getenv("TERM");
    if (colour == COLOUR_AUTO && !(none && *none)) style.colour = term && strcmp(term, "dumb") != 0;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) style.columns = size.ws_col;
    return style;
}

/* The baseline itself, unless a draft is missing from it. */
static void write_baseline(struct check_run *check) {
    struct cli *cli = check->cli;
    size_t count;
    check->found = false;
    if (cli->failed)
        error_set(&cli->error, BASELINE_NOT_WRITTEN, check->baseline.path);
    else if (baseline_write(&check->baseline, str_slice(&check->collected), &count, &cli->error))
        cli_say(cli, BASELINE_WRITTEN, check->baseline.path, count);
    if (cli->error.text.len) cli_fail(cli);
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    const struct check_settings *set = settings;
    struct check_run check = {.cli = cli, .set = set, .style = choose_style(cli, (enum colour)set->colour)};
    check.format = report_formats[set->format];
    cli->alone = set->strict;
    check.style.hints = set->hints || set->rules.only || set->fail_on == SEVERITY_HINT;
    cli->painted = check.style.colour && check.format == &report_text;
    if (!rule_choice_is_good(cli_setup(cli, count ? arguments[0] : "-")->book, &set->rules, &cli->error))
        return cli_fail(cli);
    check.style.book = cli->setup->book;
    if (set->prune && !set->baseline) {
        error_set(&cli->error, BASELINE_MISSING);
        return cli_fail(cli);
    }
    if (!baseline_open(&check.baseline, set->baseline, set->prune, &cli->error)) return cli_fail(cli);
    struct walk walk = {.documents = true};
    walk_arguments(&walk, count, arguments);
    check_all(&check, &walk);
    if (check.baseline.writes) write_baseline(&check);
    walk_complain(&walk, cli);
    int status = check.found ? EXIT_FOUND : 0;
    baseline_free(&check.baseline);
    str_free(&check.collected);
    summary_free(&check.summary);
    walk_free(&walk);
    return status;
}

int check_with(struct cli *cli, const char *format, const char *rules, int count, char **arguments) {
    struct check_settings set = defaults;
    set.format = 0;
    while (report_format_names[set.format] && strcmp(report_format_names[set.format], format) != 0)
        set.format++;
    set.rules.only = rules;
    return run(cli, &set, count, arguments);
}

const struct command command_check = {.name = "check",
                                      .indonesian = "periksa",
                                      .about = MESSAGE_ABOUT_CHECK,
                                      .usage = MESSAGE_USAGE_PATHS,
                                      .details = MESSAGE_NOTHING,
                                      .options = options,
                                      .size = sizeof(struct check_settings),
                                      .defaults = &defaults,
                                      .run = run};
