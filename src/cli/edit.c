#include "cli/edit.h"

#include "archive/archive.h"
#include "base/paths.h"
#include "base/vec.h"
#include "cli/setup.h"
#include "training/classroom.h"
#include "ui/editor/editor.h"

#include <unistd.h>

/* Takes ":NUMBER" off the end of path. */
static bool take_number(struct slice *path, size_t *number) {
    size_t at = path->len, value = 0, scale = 1;
    while (at > 0 && path->len - at < 9 && path->data[at - 1] >= '0' && path->data[at - 1] <= '9') {
        value += (size_t)(path->data[--at] - '0') * scale;
        scale *= 10;
    }
    if (at < 2 || at == path->len || path->data[at - 1] != ':') return false;
    path->len = at - 1;
    *number = value;
    return true;
}

/* FILE:LINE:COLUMN, unless there is a file of just that name. The path is a copy. */
static struct editor_file file_of(const char *argument) {
    struct editor_file file = {0};
    struct slice path = slice_of(argument);
    size_t last, before;
    if ((!path_is_within(argument) || access(argument, F_OK) != 0) && take_number(&path, &last)) {
        if (take_number(&path, &before)) {
            file.line = before;
            file.column = last;
        } else {
            file.line = last;
        }
    }
    file.path = slice_copy(path);
    return file;
}

bool edit_is_file(const char *argument) {
    return (path_is_within(argument) && access(argument, F_OK) == 0) || strpbrk(argument, "./:") != NULL;
}

/* No key waits for who writes to the archive longer than this. */
enum { KEY_PATIENCE = 20 };

struct opening {
    struct cli *cli;
    const char *house;
    struct archive *archive;
    struct error problem; /* of the archive */
};

/* Language, rules and archive: what the checks need, and no first screen does. */
static void prepare(struct editor_options *options, void *context) {
    struct opening *opening = context;
    const struct setup *setup = cli_setup(opening->cli, opening->house);
    options->language = setup->language;
    options->rules = &setup->rules;
    opening->archive = cli_archive_open(opening->cli, STORE_READ, KEY_PATIENCE, &opening->problem);
    options->archive = opening->archive;
    options->archive_problem = str_text(&opening->problem.text);
}

static int open_editor(struct cli *cli, struct editor_options *options, const char *house) {
    struct opening opening = {.cli = cli, .house = house, .problem = {.lang = cli->lang}};
    struct str themes = {0}, config = {0};
    path_data(&themes, "themes");
    if (!cli->config) path_user(&config, PATH_CONFIG, "config.yaml");
    const struct settings *settings = &cli_settings(cli, house)->settings;
    options->lang = cli->lang;
    options->prepare = prepare;
    options->context = &opening;
    options->config = cli->config ? cli->config : config.len ? str_text(&config) : NULL;
    options->themes = str_text(&themes);
    options->theme = settings->theme;
    options->keys = settings->keys;
    options->mouse = settings_mouse(settings);
    options->forgets = settings_forget(settings);
    options->backups = settings_backups(settings);
    cli->holds = true;
    int status = editor_main(options, &cli->error);
    cli_release(cli);
    archive_leave(opening.archive);
    error_free(&opening.problem);
    if (cli->error.text.len) status = cli_fail(cli);
    str_free(&themes);
    str_free(&config);
    return status;
}

int edit_run(struct cli *cli, int count, char **arguments) {
    VEC(struct editor_file) files = {0};
    for (int i = 0; i < count; i++)
        vec_push(&files, file_of(arguments[i]));
    struct editor_options options = {.files = files.items, .count = files.count};
    /* The house style of the first draft holds for all that are opened with it. */
    int status = open_editor(cli, &options, files.count ? files.items[0].path : "-");
    vec_each(struct editor_file, file, &files)
        free((void *)(uintptr_t)file->path);
    vec_free(&files);
    return status;
}

int edit_train(struct cli *cli, const struct train_start *start) {
    if (start->draft) return edit_run(cli, 1, (char *[]){(char *)(uintptr_t)start->draft});
    struct editor_options options = {.train = start};
    return open_editor(cli, &options, "-");
}
