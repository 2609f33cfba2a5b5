#include "training/score.h"
#include "base/paths.h"
#include "cli/cli.h"
#include "cli/messages.h"

#include <dirent.h>
#include <sys/stat.h>

/* sunting score: what came out of the lessons of a class. */
struct score_settings {
    size_t format; /* enum score_format */
};
enum score_format { SCORE_TEXT, SCORE_CSV, SCORE_HTML };
static const char *const formats[] = {
    [SCORE_TEXT] = "text", [SCORE_CSV] = "csv", [SCORE_HTML] = "html", NULL};
enum { SCORE_DEPTH = 3 }; /* folders within each other: /home, a participant, the folder of the drafts */

static const struct option_row options[] = {{.kind = OPTION_CHOICE,
                                             .name = "format",
                                             .letter = 'f',
                                             .at = offsetof(struct score_settings, format),
                                             .choices = formats,
                                             .help = MESSAGE_HELP_FORMAT},
                                            {.kind = OPTION_END}};

static bool is_kind(const char *path, mode_t kind) {
    struct stat st;
    return lstat(path, &st) == 0 && (st.st_mode & S_IFMT) == kind;
}

/* The results of whoever has this folder as home, or as the place of what the program keeps. */
static void add_folder(struct cli *cli, struct score *score, const char *folder, int depth) {
    static const char *const places[] = {"/.local/state/sunting/results", "/sunting/results", "/results"};
    struct str path = {0};
    struct dirent **entries = NULL;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        str_clear(&path);
        str_printf(&path, "%s%s", folder, places[i]);
        if (is_kind(str_text(&path), S_IFREG) && !score_add(score, str_text(&path), &cli->error))
            cli_fail(cli);
    }
    score_add_presence(score, folder);
    int count = depth < SCORE_DEPTH ? scandir(folder, &entries, NULL, alphasort) : 0;
    for (int i = 0; i < count; i++) {
        str_clear(&path);
        str_printf(&path, "%s/%s", folder, entries[i]->d_name);
        if (entries[i]->d_name[0] != '.' && is_kind(str_text(&path), S_IFDIR))
            add_folder(cli, score, str_text(&path), depth + 1);
        free(entries[i]);
    }
    free(entries);
    str_free(&path);
}

static void add_path(struct cli *cli, struct score *score, const char *path) {
    struct stat st;
    if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        add_folder(cli, score, path, 0);
    else if (!score_add(score, path, &cli->error))
        cli_fail(cli);
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    const struct score_settings *set = settings;
    struct score score = {0};
    struct str own = {0};
    if (!count && path_user(&own, PATH_STATE, "results") && is_kind(str_text(&own), S_IFREG))
        add_path(cli, &score, str_text(&own));
    for (int i = 0; i < count; i++)
        add_path(cli, &score, arguments[i]);
    score_make(&score);
    int status = 0;
    if (!score.people.count && !cli->failed) {
        error_set(&cli->error, SCORE_NONE);
        status = cli_fail(cli);
    } else if (set->format == SCORE_CSV) {
        score_append_csv(&score, &cli->out);
    } else if (set->format == SCORE_HTML) {
        score_append_html(&score, cli->lang, &cli->out);
    } else {
        score_append_text(&score, cli->lang, &cli->out);
    }
    score_free(&score);
    str_free(&own);
    return status;
}

const struct command command_score = {.name = "score",
                                      .indonesian = "nilai",
                                      .about = MESSAGE_ABOUT_SCORE,
                                      .usage = MESSAGE_USAGE_SCORE,
                                      .details = MESSAGE_DETAILS_SCORE,
                                      .options = options,
                                      .size = sizeof(struct score_settings),
                                      .run = run};
