#include "base/paths.h"
#include "base/safe.h"
#include "base/utf8.h"
#include "check/rule_book.h"
#include "check/rule_prepared.h"
#include "cli/cli.h"
#include "cli/messages.h"
#include "cli/setup.h"
#include "config/own_words.h"
#include "language/spelling/speller.h"

/* sunting dictionary: the user's own words. One row for each thing to do with them. */
static bool add(struct cli *cli, const char *entry) {
    if (!own_words_add(slice_of(entry), &cli->error)) return false;
    message(&cli->out, cli->lang, WORDS_ADDED, entry);
    str_append_byte(&cli->out, '\n');
    return true;
}

static bool drop(struct cli *cli, const char *word) {
    bool found;
    if (!own_words_remove(slice_of(word), &found, &cli->error)) return false;
    if (!found) return error_set(&cli->error, WORDS_NOT_THERE, word);
    message(&cli->out, cli->lang, WORDS_REMOVED, word);
    str_append_byte(&cli->out, '\n');
    return true;
}

static void append_suggestions(struct cli *cli, struct speller *speller, struct slice word) {
    struct suggestions suggestions;
    speller_suggest(speller, word, SLICE(""), SLICE(""), &suggestions);
    for (size_t i = 0; i < suggestions.count; i++)
        str_printf(&cli->out, "%s%s", i ? ", " : "  -> ", suggestions.items[i]);
    if (suggestions.count) str_append_byte(&cli->out, '\n');
    suggestions_free(&suggestions);
}

/* Where the word is known from, and of what it is made. */
static bool explain(struct cli *cli, const char *word) {
    static const message_id sources[] = {
        [WORD_UNKNOWN] = MESSAGE_WORD_IS_UNKNOWN,   [WORD_OWN] = MESSAGE_WORD_IS_OWN,
        [WORD_HOUSE] = MESSAGE_WORD_IS_HOUSE,       [WORD_GOVERNMENT] = MESSAGE_WORD_IS_GOVERNMENT,
        [WORD_ATTESTED] = MESSAGE_WORD_IS_ATTESTED, [WORD_DICTIONARY] = MESSAGE_WORD_IS_IN_DICTIONARY,
        [WORD_FORMED] = MESSAGE_WORD_IS_FORMED,     [WORD_FOREIGN] = MESSAGE_WORD_IS_FOREIGN};
    struct speller *speller = language_speller(cli_setup(cli, ".")->language);
    enum word_source source = speller_look(speller, slice_of(word));
    struct str lower = {0};
    struct word_form form;
    str_append_lower(&lower, slice_of(word));
    safe_append(&cli->out, slice_of(word));
    str_printf(&cli->out, ": %s\n", message_text(cli->lang, sources[source]));
    if (speller_analyse(speller, str_slice(&lower), &form)) {
        str_append_text(&cli->out, "  ");
        word_form_describe(&form, &cli->out);
        str_append_byte(&cli->out, '\n');
    }
    if (source == WORD_UNKNOWN) append_suggestions(cli, speller, slice_of(word));
    str_free(&lower);
    return true;
}

static int list(struct cli *cli) {
    struct str words = {0};
    bool ok = own_words_list(&words, &cli->error);
    for (struct slice rest = str_slice(&words); rest.len;) {
        safe_append(&cli->out, slice_cut(&rest, '\n'));
        str_append_byte(&cli->out, '\n');
    }
    str_free(&words);
    return ok ? 0 : cli_fail(cli);
}

static bool is_prepared(const char *folder) {
    struct language *language = language_new(folder, LANG_ID);
    bool ready = rules_are_prepared(language_prepared(language), folder) &&
                 speller_is_prepared(language_speller(language));
    language_free(language);
    return ready;
}

/* What make did for the dictionaries as installed, done again where others lie. */
static int prepare(struct cli *cli) {
    struct str folder = {0};
    path_data(&folder, "dictionaries");
    bool ready = is_prepared(str_text(&folder));
    if (!ready && speller_prepare(str_text(&folder), rule_book_prepare, &cli->error))
        ready = is_prepared(str_text(&folder));
    if (ready) {
        message(&cli->out, cli->lang, WORDS_PREPARED, str_text(&folder));
        str_append_byte(&cli->out, '\n');
    } else if (!cli->error.text.len) {
        error_set(&cli->error, WORDS_NOT_PREPARED, str_text(&folder));
    }
    str_free(&folder);
    return ready ? 0 : cli_fail(cli);
}

static const struct {
    const char *name, *indonesian;
    bool (*each)(struct cli *cli, const char *word); /* NULL: it takes no words, and is */
    int (*alone)(struct cli *cli);
} verbs[] = {{"add", "tambah", add, NULL},
             {"remove", "hapus", drop, NULL},
             {"list", "daftar", NULL, list},
             {"explain", "jelaskan", explain, NULL},
             {"prepare", "siapkan", NULL, prepare}};

static int refuse(struct cli *cli) {
    struct error *e = &cli->error;
    error_set(e, WORDS_USAGE);
    return cli_fail(cli);
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    (void)settings;
    size_t verb = 0;
    while (count && verb < sizeof verbs / sizeof *verbs && strcmp(arguments[0], verbs[verb].name) != 0 &&
           strcmp(arguments[0], verbs[verb].indonesian) != 0)
        verb++;
    if (!count || verb == sizeof verbs / sizeof *verbs || (count == 1) != !verbs[verb].each)
        return refuse(cli);
    if (!verbs[verb].each) return verbs[verb].alone(cli);
    int status = 0;
    for (int i = 1; i < count; i++)
        if (!verbs[verb].each(cli, arguments[i])) status = cli_fail(cli);
    return status;
}

const struct command command_dictionary = {.name = "dictionary",
                                           .indonesian = "kamus",
                                           .about = MESSAGE_ABOUT_DICTIONARY,
                                           .usage = MESSAGE_USAGE_DICTIONARY,
                                           .details = MESSAGE_DETAILS_DICTIONARY,
                                           .run = run};
