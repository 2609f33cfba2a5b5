#include "cli/cli.h"
#include "cli/draft_source.h"
#include "cli/setup.h"
#include "cli/walk.h"
#include "report/report.h"

#include <sys/ioctl.h>
#include <unistd.h>

/* sunting check: the findings of all drafts, in the format asked for. */
struct check_settings {
    const char *format, *only, *except;
    size_t colour;  /* enum colour */
    size_t fail_on; /* enum severity, FAIL_NEVER, or FAIL_UNSET */
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
    {.kind = OPTION_TEXT,
     .name = "format",
     .letter = 'f',
     .at = offsetof(struct check_settings, format),
     .argument = MESSAGE_ARGUMENT_FORMAT,
     .help = MESSAGE_HELP_FORMAT},
    {.kind = OPTION_TEXT,
     .name = "only",
     .at = offsetof(struct check_settings, only),
     .argument = MESSAGE_ARGUMENT_RULES,
     .help = MESSAGE_HELP_ONLY},
    {.kind = OPTION_TEXT,
     .name = "except",
     .at = offsetof(struct check_settings, except),
     .argument = MESSAGE_ARGUMENT_RULES,
     .help = MESSAGE_HELP_EXCEPT},
    {.kind = OPTION_CHOICE,
     .name = "fail-on",
     .at = offsetof(struct check_settings, fail_on),
     .choices = severities,
     .help = MESSAGE_HELP_FAIL_ON},
    {.kind = OPTION_CHOICE,
     .name = "color",
     .at = offsetof(struct check_settings, colour),
     .choices = colours,
     .optional = true,
     .help = MESSAGE_HELP_COLOUR},
    {.kind = OPTION_END},
};

static const struct check_settings defaults = {
    .format = "text", .fail_on = FAIL_UNSET, .colour = COLOUR_AUTO};

struct check_run {
    struct cli *cli;
    const struct report_format *format;
    struct report_style style;
    const struct check_settings *set;
    struct summary summary;
    bool found; /* something at or above --fail-on */
};

/* --only and --except, over what the settings say. */
static bool choose_rules(const struct check_settings *set, struct rule_set *rules, struct error *e) {
    if (set->only) memset(rules->enabled, 0, sizeof rules->enabled);
    return (!set->only || rules_select(rules->enabled, slice_of(set->only), true, e)) &&
           (!set->except || rules_select(rules->enabled, slice_of(set->except), false, e));
}

static size_t choose_fail_on(const struct check_settings *set, const struct settings *settings) {
    if (set->fail_on != FAIL_UNSET) return set->fail_on;
    for (size_t i = 0; settings->fail_on && severities[i]; i++)
        if (strcmp(settings->fail_on, severities[i]) == 0) return i;
    return SEVERITY_ERROR;
}

static const struct report_format *find_format(const char *name, struct error *e) {
    struct str names = {0};
    for (size_t i = 0; report_formats[i]; i++) {
        if (strcmp(report_formats[i]->name, name) == 0) {
            str_free(&names);
            return report_formats[i];
        }
        str_printf(&names, "%s%s", i ? ", " : "", report_formats[i]->name);
    }
    error_set(e, OPTION_CHOICE, name, "format", str_text(&names));
    str_free(&names);
    return NULL;
}

static void check_draft(struct check_run *check, const char *path, struct str *out) {
    struct cli *cli = check->cli;
    struct report_entry entry = {.path = path};
    struct draft_source source;
    struct checker *checker = NULL;
    check->summary.files++;
    if (draft_source_read(&source, cli, path)) {
        const struct setup *setup = cli_setup(cli, path);
        struct rule_set rules = setup->rules;
        choose_rules(check->set, &rules, NULL);
        checker = draft_source_check(&source, cli, &rules);
        entry.positions = &source.positions;
        entry.findings = checker_findings(checker);
        metrics_of(checker_document(checker), &entry.metrics);
        summary_count(&check->summary, entry.findings);
        size_t fail_on = choose_fail_on(check->set, &setup->settings);
        for (size_t i = 0; i < entry.findings->list.count; i++)
            check->found |= (size_t)entry.findings->list.items[i].severity >= fail_on;
    } else {
        entry.error = str_text(&cli->error.text);
        vec_push(&check->summary.failures, (struct report_failure){slice_copy(slice_of(path)),
                                                                   slice_copy(str_slice(&cli->error.text))});
    }
    check->format->entry(&check->style, &entry, out);
    if (entry.error) cli_fail(cli);
    checker_free(checker);
    draft_source_free(&source);
}

static void check_all(struct check_run *check, const struct walk *walk) {
    const struct report_format *format = check->format;
    struct str *out = &check->cli->out, entry = {0};
    bool between = false;
    if (format->begin) format->begin(&check->style, out);
    for (size_t i = 0; i < walk->paths.count; i++) {
        str_clear(&entry);
        check_draft(check, walk->paths.items[i], &entry);
        if (between && entry.len && format->between) str_append_text(out, format->between);
        between |= entry.len > 0;
        str_append(out, str_slice(&entry));
        cli_flush(check->cli);
    }
    if (format->end) format->end(&check->style, &check->summary, out);
    str_free(&entry);
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

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    const struct check_settings *set = settings;
    struct check_run check = {.cli = cli, .set = set, .style = choose_style(cli, (enum colour)set->colour)};
    check.format = find_format(set->format, &cli->error);
    struct rule_set rules;
    rule_set_default(&rules);
    if (!check.format || !choose_rules(set, &rules, &cli->error)) return cli_fail(cli);
    struct walk walk = {0};
    for (int i = 0; i < count; i++)
        walk_add(&walk, arguments[i]);
    if (count == 0) walk_add(&walk, "-");
    check_all(&check, &walk);
    int status = check.found ? EXIT_FOUND : 0;
    summary_free(&check.summary);
    walk_free(&walk);
    return status;
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
