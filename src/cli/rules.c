#include "base/file.h"
#include "base/utf8.h"
#include "check/rule_try.h"
#include "cli/listing.h"
#include "cli/messages.h"
#include "cli/setup.h"
#include "draft/front/yaml_limits.h"
#include "report/json_value.h"
#include "report/report.h"

/* sunting rules: what is looked for, why, and by which source. */
struct rules_settings {
    size_t format; /* enum listing_format */
    const char *test;
    bool classes;
};

static const char *const formats[] = {[LISTING_TEXT] = "text", [LISTING_JSON] = "json", NULL};

static const struct option_row options[] = {
    {.kind = OPTION_CHOICE,
     .name = "format",
     .letter = 'f',
     .at = offsetof(struct rules_settings, format),
     .choices = formats,
     .help = MESSAGE_HELP_FORMAT},
    {.kind = OPTION_TEXT,
     .name = "test",
     .at = offsetof(struct rules_settings, test),
     .argument = MESSAGE_ARGUMENT_FILE,
     .help = MESSAGE_HELP_RULES_TEST},
    {.kind = OPTION_TEXT,
     .name = "uji",
     .at = offsetof(struct rules_settings, test),
     .argument = MESSAGE_ARGUMENT_FILE,
     .help = MESSAGE_HELP_RULES_TEST},
    {.kind = OPTION_FLAG,
     .name = "classes",
     .at = offsetof(struct rules_settings, classes),
     .help = MESSAGE_HELP_RULES_CLASSES},
    {.kind = OPTION_END},
};

static void append_line(struct cli *cli, const struct rule_set *set, size_t id) {
    const struct rule *rule = rule_book_rule(set->book, id);
    str_printf(&cli->out, "%c%c %-26s %-11s %s\n", set->enabled[id] ? '*' : ' ', rule->sure ? 'p' : ' ',
               rule->name, severity_word(cli->lang, set->severity[id]),
               rule_text(rule, RULE_ABOUT, cli->lang));
}

/* Those that are not shown yet. */
static void append_examples(struct cli *cli, const struct rule *rule, const struct rule_file *file) {
    const char *head = message_text(cli->lang, MESSAGE_RULES_EXAMPLES);
    bool shown[2] = {rule->id < RULE_BUILTIN, rule->id < RULE_BUILTIN};
    vec_each(const struct rule_example, example, &file->examples) {
        if (!shown[example->wrong]) { /* the first of its kind is */
            shown[example->wrong] = true;
            continue;
        }
        if (*head) str_printf(&cli->out, "\n  %s\n", head);
        head = "";
        str_printf(&cli->out, "  %s %s\n", example->wrong ? "x" : "-", example->text);
    }
}

static void append_details(struct cli *cli, const struct rule_set *set, size_t id) {
    const struct rule *rule = rule_book_rule(set->book, id);
    static const message_id heads[] = {MESSAGE_RULES_WHY, MESSAGE_RULES_WRONG, MESSAGE_RULES_RIGHT,
                                       MESSAGE_RULES_SOURCE};
    str_printf(&cli->out, "%s (%s, %s)\n%s\n\n", rule->name, severity_word(cli->lang, set->severity[id]),
               message_text(cli->lang, set->enabled[id] ? MESSAGE_RULES_ON : MESSAGE_RULES_OFF),
               rule_text(rule, RULE_ABOUT, cli->lang));
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        const char *head = message_text(cli->lang, heads[i]);
        const char *text = rule_text(rule, (enum rule_text)(RULE_WHY + i), cli->lang);
        if (!*text) continue;
        str_printf(&cli->out, "  %s%*s %s\n", head, (int)(8 - utf8_count(slice_of(head))), "", text);
    }
    const struct rule_file *file = rule_book_file(set->book, id);
    if (file) append_examples(cli, rule, file);
    str_append_byte(&cli->out, '\n');
}

static json_t *rule_object(enum lang lang, const struct rule_set *set, size_t id) {
    const struct rule *rule = rule_book_rule(set->book, id);
    json_t *object = json_object();
    json_object_set_new(object, "rule", json_string(rule->name));
    json_object_set_new(object, "severity", json_string(severity_name(set->severity[id])));
    json_object_set_new(object, "on", json_boolean(set->enabled[id]));
    json_object_set_new(object, "sure", json_boolean(rule->sure));
    json_object_set_new(object, "about", json_string(rule_text(rule, RULE_ABOUT, lang)));
    json_object_set_new(object, "why", json_string(rule_text(rule, RULE_WHY, lang)));
    json_object_set_new(object, "wrong", json_string(rule_text(rule, RULE_WRONG, lang)));
    json_object_set_new(object, "right", json_string(rule_text(rule, RULE_RIGHT, lang)));
    json_object_set_new(object, "source", json_string(rule_text(rule, RULE_SOURCE, lang)));
    return object;
}

static void append_json(struct cli *cli, const struct rule_set *set, const bool shown[RULE_COUNT]) {
    json_t *root = json_object(), *list = json_array();
    for (size_t id = 0; rule_book_rule(set->book, id); id++)
        if (shown[id]) json_array_append_new(list, rule_object(cli->lang, set, id));
    json_object_set_new(root, "version", json_number(1));
    json_object_set_new(root, "rules", list);
    json_write(root, &cli->out);
    str_append_byte(&cli->out, '\n');
}

/* The words that a pattern may call <name>. */
static int list_classes(struct cli *cli) {
    const struct lexicon *classes = language_lexicon(cli_setup(cli, "-")->language, LEXICON_CLASSES);
    struct slice name, fields;
    for (size_t at = 0; lexicon_next(classes, &at, &name, &fields);) {
        struct slice about = lexicon_field(fields, 0), words = lexicon_field(fields, 1);
        str_printf(&cli->out, "<%.*s>  %.*s\n    %.*s\n", SLICE_ARG(name), SLICE_ARG(about),
                   SLICE_ARG(words));
    }
    return 0;
}

/* Runs the examples of a rule file, or of the patterns of a house style. */
static int test_file(struct cli *cli, const char *path) {
    struct str yaml = {0};
    struct language *language = cli_setup(cli, "-")->language;
    struct rule_book *book = rule_book_new(language, NULL);
    bool ok = file_read(path, YAML_BYTES, &yaml, &cli->error);
    bool house = slice_find(str_slice(&yaml), SLICE("patterns:"), 0) == 0 ||
                 slice_find(str_slice(&yaml), SLICE("\npatterns:\n  "), 0) != SIZE_MAX;
    bool file = slice_starts(str_slice(&yaml), SLICE("rule:")) ||
                slice_find(str_slice(&yaml), SLICE("\nrule:"), 0) != SIZE_MAX;
    if (ok && file) house = false;
    ok = ok && (house ? rule_book_add_house(book, str_slice(&yaml), path, &cli->error)
                      : rule_book_add_file(book, str_slice(&yaml), path, &cli->error));
    struct rule_tried tried = {0};
    for (size_t id = 0; rule_book_rule(book, id); id++)
        rule_try(&tried, book, language, cli->lang, id);
    str_append(&cli->out, str_slice(&tried.told));
    if (ok && !tried.failed) message(&cli->out, cli->lang, RULE_TRY_OK, tried.rules, tried.examples);
    str_free(&tried.told);
    rule_book_free(book);
    str_free(&yaml);
    if (!ok) return cli_fail(cli);
    return tried.failed ? EXIT_FOUND : 0;
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    const struct rules_settings *chosen = settings;
    if (chosen->classes) return list_classes(cli);
    if (chosen->test) return test_file(cli, chosen->test);
    const struct rule_set *set = &cli_setup(cli, "-")->rules;
    bool shown[RULE_COUNT];
    memset(shown, count == 0, sizeof shown);
    for (int i = 0; i < count; i++)
        if (!rules_select(set->book, shown, slice_of(arguments[i]), true, &cli->error)) return cli_fail(cli);
    if (chosen->format == LISTING_JSON) {
        append_json(cli, set, shown);
        return 0;
    }
    for (size_t id = 0; rule_book_rule(set->book, id); id++) {
        if (!shown[id]) continue;
        if (count)
            append_details(cli, set, id);
        else
            append_line(cli, set, id);
    }
    if (!count) str_printf(&cli->out, "\n%s\n", message_text(cli->lang, MESSAGE_RULES_LEGEND));
    return 0;
}

const struct command command_rules = {.name = "rules",
                                      .indonesian = "aturan",
                                      .about = MESSAGE_ABOUT_RULES,
                                      .usage = MESSAGE_USAGE_RULES,
                                      .details = MESSAGE_NOTHING,
                                      .options = options,
                                      .size = sizeof(struct rules_settings),
                                      .run = run};
