#include "cli/cli.h"
#include "cli/messages.h"
#include "cli/setup.h"
#include "training/attempt.h"
#include "training/fit.h"

#include <stdio.h>
#include <unistd.h>

/* sunting train: lessons in the editor, and whether a lesson can be used. */
struct train_settings {
    bool again, fits;
};

static const struct option_row options[] = {{.kind = OPTION_FLAG,
                                             .name = "ulang",
                                             .at = offsetof(struct train_settings, again),
                                             .help = MESSAGE_HELP_AGAIN},
                                            {.kind = OPTION_FLAG,
                                             .name = "uji",
                                             .at = offsetof(struct train_settings, fits),
                                             .help = MESSAGE_HELP_TRY},
                                            {.kind = OPTION_END}};

/* Without a terminal: what there is. */
static int print_list(struct cli *cli) {
    struct lesson_names names = {0};
    struct str path = {0};
    lesson_names_find(&names);
    for (size_t i = 0; i < names.list.count; i++) {
        struct lesson *lesson =
            lesson_path(names.list.items[i], &path) ? lesson_load(str_text(&path), &cli->error) : NULL;
        if (lesson)
            str_printf(&cli->out, "%-24s %s\n", lesson->name, str_text(&lesson->title));
        else
            cli_fail(cli);
        lesson_free(lesson);
    }
    str_free(&path);
    lesson_names_free(&names);
    return 0;
}

static int try_lesson(struct cli *cli, const struct lesson *lesson) {
    const struct setup *setup = cli_setup(cli, "-");
    struct rule_set rules = setup->rules;
    for (size_t i = 0; i < RULE_BUILTIN; i++)
        rules.enabled[i] |= lesson->also[i];
    struct text *text = text_with(str_slice(&lesson->draft));
    struct checker *checker = checker_new(setup->language, cli->lang, rules.enabled);
    checker_rules(checker, &rules);
    checker_attach(checker, text);
    checker_run(checker, 0, NULL, NULL);
    bool fits = lesson_fits(lesson, checker_findings(checker), cli->lang, &cli->out);
    if (fits) {
        message(&cli->out, cli->lang, LESSON_FITS, lesson->name, lesson->flaws.count);
        str_append_byte(&cli->out, '\n');
    }
    checker_free(checker);
    text_free(text);
    return fits ? 0 : EXIT_FOUND;
}

/* The draft so far gets another name, and the attempt ends. */
static void begin_again(struct lesson *lesson) {
    struct str path = {0}, aside = {0};
    struct rule_set rules;
    rule_set_default(&rules, NULL);
    struct attempt *attempt = attempt_open(lesson, &rules);
    if (attempt_path(attempt, &path, NULL)) {
        for (int n = 1; n < 1000; n++) {
            str_clear(&aside);
            str_printf(&aside, "%.*s-%d.md", (int)path.len - 3, str_text(&path), n);
            if (access(str_text(&aside), F_OK) != 0) break;
        }
        rename(str_text(&path), str_text(&aside));
    }
    attempt->judged = true; /* so that its end is written down */
    attempt_close(attempt, true);
    str_free(&path);
    str_free(&aside);
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    const struct train_settings *set = settings;
    struct str path = {0};
    if (!count) return isatty(STDOUT_FILENO) && !set->fits ? cli->lesson(cli, NULL) : print_list(cli);
    int status = 0;
    struct lesson *lesson = NULL;
    if (!lesson_path(arguments[0], &path))
        status = (error_set(&cli->error, LESSON_UNKNOWN, arguments[0]), cli_fail(cli));
    else if (!(lesson = lesson_load(str_text(&path), &cli->error)))
        status = cli_fail(cli);
    else if (set->fits)
        status = try_lesson(cli, lesson);
    if (lesson && set->again && !set->fits) {
        begin_again(lesson);
        lesson = NULL;
    }
    lesson_free(lesson);
    if (!status && !set->fits) status = cli->lesson(cli, str_text(&path));
    str_free(&path);
    return status;
}

const struct command command_train = {.name = "train",
                                      .indonesian = "latihan",
                                      .about = MESSAGE_ABOUT_TRAIN,
                                      .usage = MESSAGE_USAGE_TRAIN,
                                      .details = MESSAGE_DETAILS_TRAIN,
                                      .options = options,
                                      .size = sizeof(struct train_settings),
                                      .run = run};
