#include "cli/setup.h"

#include "base/file.h"
#include "base/messages.h"
#include "base/paths.h"
#include "cli/messages.h"
#include "draft/front/yaml_limits.h"
#include "draft/messages.h"
#include "language/spelling/speller.h"
#include "ui/editor/messages.h"

#include <dirent.h>
#include <unistd.h>

static bool load_user(const struct cli *cli, struct settings *settings, struct error *e) {
    struct str path = {0};
    if (cli->config && !path_is_within(cli->config)) return error_set(e, FILE_OUTSIDE, cli->config);
    if (cli->config && access(cli->config, F_OK) != 0) return error_set(e, FILE_MISSING, cli->config);
    if (cli->config)
        str_append_text(&path, cli->config);
    else
        path_user(&path, PATH_CONFIG, "config.yaml");
    bool ok = !path.len || settings_load(settings, SETTINGS_USER, str_text(&path), e);
    str_free(&path);
    return ok;
}

void cli_set_lang(struct cli *cli) {
    struct settings settings = {0};
    load_user(cli, &settings, NULL); /* cli_setup() says what is wrong */
    if (settings.lang) cli->lang = cli->error.lang = lang_of_environment(settings.lang);
    settings_free(&settings);
}

static struct language *load_language(struct cli *cli, const struct settings *settings) {
    struct str folder = {0};
    path_data(&folder, "dictionaries");
    struct language *language = language_new(str_text(&folder), cli->lang);
    str_free(&folder);
    for (size_t i = 0; i < settings->words.items.count; i++) {
        const struct setting *setting = &settings->words.items.items[i];
        struct slice example = slice_of(setting->name), word = slice_cut(&example, '=');
        speller_add(language_speller(language), word, example,
                    setting->from == SETTINGS_USER ? WORD_OWN : WORD_HOUSE);
    }
    return language;
}

/* Those of one folder, below that of the house style and nowhere else; what is left out of them is said. */
static void load_vale(struct cli *cli, const struct setup *setup, struct rule_book *book, const char *name) {
    struct str folder = {0};
    struct dirent **entries = NULL;
    size_t slash = setup->house.len;
    while (slash > 0 && setup->house.data[slash - 1] != '/')
        slash--;
    str_append(&folder, slice_range(str_slice(&setup->house), 0, slash));
    str_append_text(&folder, name);
    bool below = *name && *name != '/' && !strstr(name, "..") && path_is_within(str_text(&folder));
    int count = below ? scandir(str_text(&folder), &entries, NULL, alphasort) : -1;
    if (count < 0) {
        error_set(&cli->error, VALE_NO_FOLDER, str_text(&setup->house), name);
        cli_fail(cli);
    }
    for (int i = 0; i < count; i++) {
        struct str path = {0}, yaml = {0};
        str_printf(&path, "%s/%s", str_text(&folder), entries[i]->d_name);
        if (slice_ends(str_slice(&path), SLICE(".yml")) &&
            !(file_read(str_text(&path), YAML_BYTES, &yaml, &cli->error) &&
              rule_book_add_vale(book, str_slice(&yaml), str_text(&path), &cli->error)))
            cli_remark(cli);
        str_free(&path);
        str_free(&yaml);
        free(entries[i]);
    }
    free(entries);
    str_free(&folder);
}

/* told: what is wrong with the house style has been said. */
static struct rule_book *load_book(struct cli *cli, const struct setup *setup, bool told) {
    struct str folder = {0}, yaml = {0};
    path_data(&folder, "dictionaries");
    struct rule_book *book = rule_book_new(setup->language, str_text(&folder));
    if (*rule_book_left_out(book) && !cli->left_out_told)
        cli_say(cli, RULES_LEFT_OUT, rule_book_left_out(book));
    cli->left_out_told = true;
    if (setup->house.len && file_read(str_text(&setup->house), YAML_BYTES, &yaml, NULL) &&
        !rule_book_add_house(book, str_slice(&yaml), str_text(&setup->house), told ? NULL : &cli->error) &&
        !told)
        cli_fail(cli);
    vec_each(const struct setting, setting, &setup->settings.vale.items)
        load_vale(cli, setup, book, setting->name);
    str_free(&folder);
    str_free(&yaml);
    return book;
}

static struct setup *setup_for(struct cli *cli, const char *path) {
    struct setup *setup = cli->setup;
    if (!setup) setup = cli->setup = memory_zero(1, sizeof *setup);
    struct str house = {0};
    if (cli->alone || !settings_find_house(path, &house)) str_clear(&house);
    if (setup->made && slice_equal(str_slice(&house), str_slice(&setup->house))) {
        str_free(&house);
        return setup;
    }
    setup_free(setup);
    *setup = (struct setup){.house = house, .made = true};
    if (!load_user(cli, &setup->settings, &cli->error)) cli_fail(cli);
    setup->bad_house =
        house.len && !settings_load(&setup->settings, SETTINGS_HOUSE, str_text(&house), &cli->error);
    if (setup->bad_house) cli_fail(cli);
    return setup;
}

const struct setup *cli_settings(struct cli *cli, const char *path) {
    return setup_for(cli, path);
}

const struct setup *cli_setup(struct cli *cli, const char *path) {
    struct setup *setup = setup_for(cli, path);
    if (setup->book) return setup;
    setup->language = load_language(cli, &setup->settings);
    setup->book = load_book(cli, setup, setup->bad_house);
    rule_set_default(&setup->rules, setup->book);
    if (!rule_set_apply(&setup->rules, &setup->settings, &cli->error)) cli_fail(cli);
    return setup;
}

/* It stands in the user's own config.yaml, so any setup has it. */
const char *cli_archive_where(struct cli *cli) {
    if (cli->archive) return cli->archive;
    return (cli->setup ? cli->setup : cli_setup(cli, "."))->settings.archive;
}

bool cli_archive_may_open(const char *where, struct error *e) {
    bool within = path_is_within(store_is_remote(slice_of(where)) ? "/" : where);
    return within || error_set(e, ARCHIVE_OUTSIDE, where);
}

struct archive *cli_archive_open(struct cli *cli, enum store_mode mode, int patience, struct error *e) {
    const char *where = cli_archive_where(cli);
    if (!where) return NULL;
    /* restricted: one that the command line names was let in with the folder */
    if (!cli->archive && !cli_archive_may_open(where, e)) return NULL;
    struct language *language = (cli->setup ? cli->setup : cli_setup(cli, "."))->language;
    struct archive *archive = archive_enter(where, mode, patience, language, e);
    if (archive && archive_has_come(archive)) archive_is_current(archive, e);
    return archive;
}

struct archive *cli_archive(struct cli *cli) {
    struct setup *setup = cli->setup;
    if (!cli_archive_where(cli) || cli->archive_unusable || setup->archive_tried) return setup->archive;
    setup->archive_tried = true;
    setup->archive = cli_archive_open(cli, STORE_READ, ARCHIVE_PATIENCE, &cli->error);
    if (!setup->archive) cli_fail(cli);
    str_clear(&cli->error.text); /* what it lacks was said before there were several processes */
    return setup->archive;
}

void setup_free(struct setup *setup) {
    if (!setup) return;
    archive_leave(setup->archive);
    settings_free(&setup->settings);
    rule_book_free(setup->book);
    language_free(setup->language);
    str_free(&setup->house);
}
