#include "base/file.h"
#include "base/paths.h"
#include "base/replace.h"
#include "cli/cli.h"
#include "cli/messages.h"
#include "cli/setup.h"
#include "training/attempt.h"
#include "training/classview.h"
#include "training/fit.h"
#include "training/prepare.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* sunting train: lessons in the editor, whether a lesson can be used, and a class set up. */
enum { LESSON_BYTES = 1 << 20 };

struct train_settings {
    bool again, fits;
    const char *classroom, *prepared, *host, *watched, *fresh;
};

#define AT(member) .at = offsetof(struct train_settings, member)
static const struct option_row options[] = {
    {.kind = OPTION_FLAG, .name = "ulang", AT(again), .help = MESSAGE_HELP_AGAIN},
    {.kind = OPTION_FLAG, .name = "uji", AT(fits), .help = MESSAGE_HELP_TRY},
    {.kind = OPTION_TEXT,
     .name = "baru",
     AT(fresh),
     .argument = MESSAGE_HELP_LESSON_FILE,
     .help = MESSAGE_HELP_NEW_LESSON},
    {.kind = OPTION_TEXT,
     .name = "siapkan",
     AT(prepared),
     .argument = MESSAGE_HELP_RESTRICTED_FOLDER,
     .help = MESSAGE_HELP_PREPARE},
    {.kind = OPTION_TEXT,
     .name = "host",
     AT(host),
     .argument = MESSAGE_HELP_HOST_NAME,
     .help = MESSAGE_HELP_HOST},
    {.kind = OPTION_TEXT,
     .name = "pantau",
     AT(watched),
     .argument = MESSAGE_HELP_RESTRICTED_FOLDER,
     .help = MESSAGE_HELP_WATCH},
    {.kind = OPTION_TEXT,
     .name = "kelas",
     AT(classroom),
     .argument = MESSAGE_HELP_RESTRICTED_FOLDER,
     .help = MESSAGE_HELP_CLASSROOM},
    {.kind = OPTION_END}};

/* Without a terminal: what there is. */
static int print_list(struct cli *cli) {
    struct lesson_names names = {0};
    struct str path = {0};
    lesson_names_find(NULL, &names);
    for (size_t i = 0; i < names.list.count; i++) {
        struct lesson *lesson =
            lesson_path(NULL, names.list.items[i], &path) ? lesson_load(str_text(&path), &cli->error) : NULL;
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
    lesson_take_rules(lesson, &rules, NULL);
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
    struct attempt *attempt = attempt_open(lesson, &rules, false);
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

/* The folder and the name of this machine, unless another one is given. */
static int prepare(struct cli *cli, const struct train_settings *set, const char *csv) {
    char here[HOST_NAME_MAX + 1] = "";
    struct str told = {0}, path = {0};
    if (*set->prepared != '/') {
        char *folder = getcwd(NULL, 0);
        str_printf(&path, "%s/", folder ? folder : "");
        free(folder);
    }
    str_append_text(&path, set->prepared);
    while (path.len > 1 && path.data[path.len - 1] == '/')
        str_splice(&path, path.len - 1, 1, SLICE(""));
    gethostname(here, sizeof here - 1);
    struct prepare made = {.folder = str_text(&path),
                           .csv = csv,
                           .host = set->host ? set->host
                                   : *here   ? here
                                             : "localhost"};
    bool ok = prepare_class(&made, &told, &cli->error);
    str_append(&cli->out, str_slice(&told));
    str_free(&told);
    str_free(&path);
    return ok ? 0 : cli_fail(cli);
}

/* What is wrong with the folder is said before the screen is taken. */
static int watch(struct cli *cli, const char *folder) {
    struct classview *view = classview_open(folder, &cli->error);
    if (!view) return cli_fail(cli);
    classview_close(view);
    return cli->train(cli, &(struct train_start){.watched = folder});
}

static bool make_file(const char *path, struct slice bytes, struct error *e) {
    struct file_identity none = {0}, identity;
    struct replacement request = {.path = path, .bytes = bytes, .expected = &none};
    return file_replace(&request, &identity, e) == REPLACED;
}

/* The example comes with the program; a file that is there is opened as it is. */
static int begin_lesson(struct cli *cli, const char *path) {
    struct str example = {0}, bytes = {0};
    path_data(&example, "lessons");
    str_append_text(&example, "/contoh.txt");
    bool ok = access(path, F_OK) == 0 || (file_read(str_text(&example), LESSON_BYTES, &bytes, &cli->error) &&
                                          make_file(path, str_slice(&bytes), &cli->error));
    str_free(&example);
    str_free(&bytes);
    if (!ok) return cli_fail(cli);
    message(&cli->out, cli->lang, LESSON_MADE, path, path);
    if (!isatty(STDOUT_FILENO)) return 0;
    return cli->train(cli, &(struct train_start){.draft = path});
}

/* Asked before the screen is there: it closes with the lesson, and nobody could read the complaint. */
static bool has_its_rules(struct cli *cli, const struct lesson *lesson) {
    struct rule_set rules = cli_setup(cli, "-")->rules;
    return lesson_take_rules(lesson, &rules, &cli->error);
}

/* With a lesson: it alone. */
static int run_lesson(struct cli *cli, const struct train_settings *set, const char *name) {
    struct classroom *classroom = classroom_open(set->classroom);
    struct str path = {0};
    struct lesson *lesson = NULL;
    int status = 0;
    if (!lesson_path(classroom_lessons(classroom), name, &path))
        status = (error_set(&cli->error, LESSON_UNKNOWN, name), cli_fail(cli));
    else if (!(lesson = lesson_load(str_text(&path), &cli->error)) || !has_its_rules(cli, lesson))
        status = cli_fail(cli);
    else if (set->fits)
        status = try_lesson(cli, lesson);
    if (!status && lesson && set->again && !set->fits) {
        begin_again(lesson);
        lesson = NULL;
    }
    lesson_free(lesson);
    classroom_close(classroom);
    if (!status && !set->fits)
        status =
            cli->train(cli, &(struct train_start){.lesson = str_text(&path), .classroom = set->classroom});
    str_free(&path);
    return status;
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    const struct train_settings *set = settings;
    if (set->prepared && count != 1) return (error_set(&cli->error, PREPARE_CSV), cli_fail(cli));
    if (set->prepared) return prepare(cli, set, arguments[0]);
    if (set->fresh) return begin_lesson(cli, set->fresh);
    if (set->watched) return watch(cli, set->watched);
    if (count) return run_lesson(cli, set, arguments[0]);
    if (!isatty(STDOUT_FILENO) || set->fits) return print_list(cli);
    return cli->train(cli, &(struct train_start){.classroom = set->classroom});
}

static const char **reads(void *settings) {
    return &((struct train_settings *)settings)->classroom;
}

const struct command command_train = {.name = "train",
                                      .indonesian = "latihan",
                                      .about = MESSAGE_ABOUT_TRAIN,
                                      .usage = MESSAGE_USAGE_TRAIN,
                                      .details = MESSAGE_DETAILS_TRAIN,
                                      .options = options,
                                      .size = sizeof(struct train_settings),
                                      .run = run,
                                      .reads = reads};
