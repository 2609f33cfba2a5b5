#include "check/fix_all.h"
#include "cli/cli.h"
#include "cli/draft_source.h"
#include "cli/jobs.h"
#include "cli/messages.h"
#include "cli/rule_choice.h"
#include "cli/setup.h"
#include "cli/unified.h"
#include "draft/save.h"
#include "report/messages.h"

/* sunting fix: what needs nobody's judgement is mended in the drafts themselves, or shown as a diff. */
struct fix_settings {
    struct rule_choice rules;
    bool dry_run;
    size_t jobs;
};

static const struct option_row options[] = {
    {.kind = OPTION_FLAG,
     .name = "dry-run",
     .letter = 'n',
     .at = offsetof(struct fix_settings, dry_run),
     .help = MESSAGE_HELP_DRY_RUN},
    OPTION_ONLY(offsetof(struct fix_settings, rules)),
    OPTION_EXCEPT(offsetof(struct fix_settings, rules)),
    {.kind = OPTION_NUMBER,
     .name = "jobs",
     .letter = 'j',
     .at = offsetof(struct fix_settings, jobs),
     .argument = MESSAGE_ARGUMENT_NUMBER,
     .help = MESSAGE_HELP_JOBS},
    {.kind = OPTION_END},
};

struct fix_run {
    struct cli *cli;
    const struct fix_settings *set;
    size_t fixes, drafts, left;
    bool files; /* some draft is no standard input */
};

/* What a job counts. */
enum { COUNT_FIXES, COUNT_LEFT };

static struct text *saved_text(const struct draft *draft) {
    struct str bytes = {0};
    draft_bytes(draft, &bytes);
    struct text *text = text_with(str_slice(&bytes));
    str_free(&bytes);
    return text;
}

/* Over the version that was read, with a backup as the settings say: as the editor saves. */
static bool save(struct cli *cli, struct draft *draft) {
    const struct setup *setup = cli_setup(cli, draft->path);
    const struct save_options how = {.over = SAVE_EXPECTED, .backups = settings_backups(&setup->settings)};
    str_clear(&draft->notices);
    enum replaced result = draft_save(draft, &how, &cli->error);
    for (struct slice notices = str_slice(&draft->notices); notices.len;)
        cli_warn(slice_cut(&notices, '\n'));
    if (result == REPLACE_CHANGED || result == REPLACE_GONE)
        error_set(&cli->error, FIX_CHANGED_MEANWHILE, draft->path);
    return result == REPLACED;
}

static void finish(struct fix_run *run, struct draft *draft, const struct text *before,
                   struct job_result *result) {
    struct cli *cli = run->cli;
    bool stdin_read = strcmp(draft->path, "-") == 0, changed = result->counts[COUNT_FIXES] > 0;
    if (run->set->dry_run) {
        struct text *after = saved_text(draft);
        unified_diff(&result->text, draft->path, before, after);
        text_free(after);
    } else if (stdin_read) {
        draft_bytes(draft, &result->text); /* goes to standard output, mended */
    } else if (changed && !save(cli, draft)) {
        str_append(&result->error, str_slice(&cli->error.text));
        str_clear(&cli->error.text);
    } else if (changed) {
        message(&result->text, cli->lang, FIX_DRAFT, draft->path, result->counts[COUNT_FIXES]);
        str_append_byte(&result->text, '\n');
    }
}

static size_t count_left(struct checker *checker) {
    const struct findings *findings = checker_findings(checker);
    size_t left = 0;
    vec_each(const struct finding, finding, &findings->list)
        left += finding->severity > SEVERITY_HINT;
    return left;
}

static void fix_draft(void *self, const char *path, struct job_result *result) {
    struct fix_run *run = self;
    struct cli *cli = run->cli;
    struct draft_source source;
    if (draft_source_read(&source, cli, path)) {
        struct rule_set rules = cli_setup(cli, path)->rules;
        rule_choice_apply(&run->set->rules, &rules, NULL);
        struct text *before = saved_text(source.draft);
        struct checker *checker = draft_source_check(&source, cli, &rules, HONOUR_ALL);
        /* Without a dictionary right words look wrong: then nothing is certain, and that was said. */
        if (!*language_problem(cli->setup->language)) {
            result->counts[COUNT_FIXES] = fix_all(checker, source.draft->text);
            result->counts[COUNT_LEFT] = count_left(checker);
            finish(run, source.draft, before, result);
        }
        checker_free(checker);
        text_free(before);
    } else {
        str_append(&result->error, str_slice(&cli->error.text));
        str_clear(&cli->error.text);
    }
    result->failed = cli->failed;
    draft_source_free(&source);
}

static void take_draft(void *self, const char *path, const struct job_result *result) {
    struct fix_run *run = self;
    struct cli *cli = run->cli;
    run->files |= strcmp(path, "-") != 0;
    cli->failed |= result->failed;
    run->left += result->counts[COUNT_LEFT];
    cli_print(cli, str_slice(&result->text));
    if (result->error.len) {
        str_append(&cli->error.text, str_slice(&result->error));
        cli_fail(cli);
        return;
    }
    run->fixes += result->counts[COUNT_FIXES];
    run->drafts += result->counts[COUNT_FIXES] > 0;
}

static void tell_sum(const struct fix_run *run, size_t walked) {
    struct cli *cli = run->cli;
    if (walked && !run->files) return; /* vim's ! takes standard error into the text as well */
    if (!walked)
        cli_say(cli, REPORT_NO_DRAFT);
    else if (!run->fixes)
        cli_say(cli, FIX_NOTHING, run->left);
    else if (run->set->dry_run)
        cli_say(cli, FIX_WOULD, run->fixes, run->drafts, run->left);
    else
        cli_say(cli, FIX_SUM, run->fixes, run->drafts, run->left);
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    const struct fix_settings *set = settings;
    struct fix_run fix = {.cli = cli, .set = set};
    if (!rule_choice_is_good(cli_setup(cli, count ? arguments[0] : "-")->book, &set->rules, &cli->error))
        return cli_fail(cli);
    struct walk walk = {0};
    walk_arguments(&walk, count, arguments);
    const struct jobs jobs = {
        .walk = &walk, .workers = set->jobs, .work = fix_draft, .take = take_draft, .self = &fix};
    if (walk.paths.count) cli_setup(cli, walk.paths.items[0]); /* what is wrong with it is said once */
    jobs_run(&jobs, cli->lang);
    tell_sum(&fix, walk.paths.count);
    int status = !walk.paths.count ? EXIT_FAILED : set->dry_run && fix.fixes ? EXIT_FOUND : 0;
    walk_free(&walk);
    return status;
}

const struct command command_fix = {.name = "fix",
                                    .indonesian = "perbaiki",
                                    .about = MESSAGE_ABOUT_FIX,
                                    .usage = MESSAGE_USAGE_PATHS,
                                    .details = MESSAGE_DETAILS_FIX,
                                    .options = options,
                                    .size = sizeof(struct fix_settings),
                                    .run = run};
