#include "cli/archive.h"

#include "archive/removal.h"
#include "base/disk.h"
#include "base/paths.h"
#include "cli/check.h"
#include "cli/listing.h"
#include "cli/messages.h"
#include "cli/setup.h"
#include "config/settings_write.h"

#include <stdlib.h>
#include <sys/stat.h>

static const char *const formats[] = {[LISTING_TEXT] = "text", [LISTING_JSON] = "json", NULL};
static const char *const orders[] = {[ORDER_DATE] = "tanggal", [ORDER_RELEVANCE] = "relevansi", NULL};

#define TEXT_OPTION(name_, field, argument_, help_)                                                          \
    {                                                                                                        \
        .kind = OPTION_TEXT, .name = name_, .at = offsetof(struct archive_settings, field),                  \
        .argument = argument_, .help = help_                                                                 \
    }

static const struct option_row options[] = {
    TEXT_OPTION("kantor", office, MESSAGE_ARGUMENT_NAME, MESSAGE_HELP_ARCHIVE_OFFICE),
    TEXT_OPTION("sejak", since, MESSAGE_ARGUMENT_DATE, MESSAGE_HELP_ARCHIVE_SINCE),
    TEXT_OPTION("sampai", until, MESSAGE_ARGUMENT_DATE, MESSAGE_HELP_ARCHIVE_UNTIL),
    TEXT_OPTION("alasan", reason, MESSAGE_ARGUMENT_REASON, MESSAGE_HELP_ARCHIVE_REASON),
    {.kind = OPTION_FLAG,
     .name = "periksa",
     .at = offsetof(struct archive_settings, check),
     .help = MESSAGE_HELP_ARCHIVE_ONLY_CHECK},
    {.kind = OPTION_CHOICE,
     .name = "urut",
     .at = offsetof(struct archive_settings, order),
     .choices = orders,
     .help = MESSAGE_HELP_ARCHIVE_ORDER},
    {.kind = OPTION_NUMBER,
     .name = "jumlah",
     .at = offsetof(struct archive_settings, most),
     .argument = MESSAGE_ARGUMENT_NUMBER,
     .help = MESSAGE_HELP_ARCHIVE_MOST},
    {.kind = OPTION_CHOICE,
     .name = "format",
     .letter = 'f',
     .at = offsetof(struct archive_settings, format),
     .choices = formats,
     .help = MESSAGE_HELP_FORMAT},
    {.kind = OPTION_END},
};

enum { RESULTS = 10 };
static const struct archive_settings defaults = {.most = RESULTS};

static const struct {
    const char *name, *indonesian;
    int (*run)(struct cli *cli, const struct archive_settings *set, int count, char **arguments);
    int least; /* arguments */
} verbs[] = {{"create", "buat", archive_create, 0},         {"add", "tambah", archive_add, 1},
             {"search", "cari", archive_search, 1},         {"check", "periksa", archive_check, 0},
             {"related", "terkait", archive_related, 1},    {"person", "orang", archive_person, 1},
             {"correct", "ralat", archive_correct, 2},      {"remove", "hapus", archive_remove, 1},
             {"stats", "statistik", archive_statistics, 0}, {"maintain", "rawat", archive_maintain, 0},
             {"move", "pindah", archive_move_from, 1}};

struct archive *archive_meant(struct cli *cli, enum store_mode mode) {
    struct archive *archive = cli_archive_open(cli, mode, ARCHIVE_PATIENCE, &cli->error);
    if (archive && cli->error.text.len) cli_remark(cli);
    if (!archive && !cli->error.text.len) error_set(&cli->error, ARCHIVE_WHICH);
    if (archive && mode == STORE_WRITE) removal_resume(archive);
    return archive;
}

/* A folder stands for FOLDER/arsip.db; without a place it is the user's own. */
static bool place_of_new(const char *where, struct str *path) {
    struct stat st;
    if (!where) {
        if (!path_user(path, PATH_DATA, "arsip.db")) return false;
        char *folder = slice_copy(path_folder(str_slice(path)));
        bool ok = disk_make_folder(folder);
        free(folder);
        return ok;
    }
    str_append_text(path, where);
    if (stat(where, &st) == 0 && S_ISDIR(st.st_mode)) str_append_text(path, "/arsip.db");
    return true;
}

/* Every command uses it from now on, unless config.yaml has named another. */
static void note_in_config(struct cli *cli, const char *path) {
    struct str config = {0};
    char *real = store_is_remote(slice_of(path)) ? slice_copy(slice_of(path)) : realpath(path, NULL);
    if (cli->config)
        str_append_text(&config, cli->config);
    else
        path_user(&config, PATH_CONFIG, "config.yaml");
    if (!real || !config.len) error_set(&cli->error, ARCHIVE_NOT_NOTED, path);
    if (!cli->error.text.len && settings_write(str_text(&config), "arsip", slice_of(real), &cli->error))
        message(&cli->out, cli->lang, ARCHIVE_NOTED, str_text(&config));
    if (cli->error.text.len) cli_remark(cli);
    free(real);
    str_free(&config);
}

int archive_create(struct cli *cli, const struct archive_settings *set, int count, char **arguments) {
    (void)set;
    struct str path = {0};
    bool named = cli->archive != NULL;
    const char *known = cli_archive_where(cli);
    if (!place_of_new(count ? arguments[0] : known, &path)) error_set(&cli->error, ARCHIVE_WHICH);
    cli->archive = str_text(&path);
    struct archive *archive = cli->error.text.len ? NULL : archive_meant(cli, STORE_MAKE);
    int status = archive ? 0 : cli_fail(cli);
    if (archive) {
        message(&cli->out, cli->lang, ARCHIVE_MADE, str_text(&path));
        if (!named && !known) note_in_config(cli, str_text(&path));
        if (!named && known) message(&cli->out, cli->lang, ARCHIVE_STILL, known, str_text(&path));
        str_append_byte(&cli->out, '\n');
    }
    archive_leave(archive);
    cli->archive = NULL;
    str_free(&path);
    return status;
}

int archive_check(struct cli *cli, const struct archive_settings *set, int count, char **arguments) {
    if (!cli_archive_where(cli)) {
        error_set(&cli->error, ARCHIVE_WHICH);
        return cli_fail(cli);
    }
    return check_with(cli, formats[set->format], "archive", count, arguments);
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    const size_t known = sizeof verbs / sizeof *verbs;
    size_t verb = 0;
    while (count && verb < known && strcmp(arguments[0], verbs[verb].name) != 0 &&
           strcmp(arguments[0], verbs[verb].indonesian) != 0)
        verb++;
    if (!count || verb == known || count - 1 < verbs[verb].least) {
        error_set(&cli->error, ARCHIVE_USAGE);
        return cli_fail(cli);
    }
    return verbs[verb].run(cli, settings, count - 1, arguments + 1);
}

const struct command command_archive = {.name = "archive",
                                        .indonesian = "arsip",
                                        .about = MESSAGE_ABOUT_ARCHIVE,
                                        .usage = MESSAGE_USAGE_ARCHIVE,
                                        .details = MESSAGE_DETAILS_ARCHIVE,
                                        .options = options,
                                        .size = sizeof(struct archive_settings),
                                        .defaults = &defaults,
                                        .run = run};
