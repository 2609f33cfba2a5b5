#include "base/utf8.h"
#include "cli/listing.h"
#include "cli/setup.h"
#include "report/json_value.h"
#include "report/report.h"

/* sunting rules: what is looked for, why, and by which source. */
static void append_line(struct cli *cli, const struct rule_set *set, size_t id) {
    const struct rule *rule = rule_get((enum rule_id)id);
    str_printf(&cli->out, "%c%c %-26s %-11s %s\n", set->enabled[id] ? '*' : ' ', rule->sure ? 'p' : ' ',
               rule->name, severity_word(cli->lang, set->severity[id]), message_text(cli->lang, rule->about));
}

static void append_details(struct cli *cli, const struct rule_set *set, size_t id) {
    const struct rule *rule = rule_get((enum rule_id)id);
    static const enum message_id heads[] = {MESSAGE_RULES_WHY, MESSAGE_RULES_WRONG, MESSAGE_RULES_RIGHT,
                                            MESSAGE_RULES_SOURCE};
    const enum message_id texts[] = {rule->why, rule->wrong, rule->right, rule->source};
    str_printf(&cli->out, "%s (%s, %s)\n%s\n\n", rule->name, severity_word(cli->lang, set->severity[id]),
               message_text(cli->lang, set->enabled[id] ? MESSAGE_RULES_ON : MESSAGE_RULES_OFF),
               message_text(cli->lang, rule->about));
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        const char *head = message_text(cli->lang, heads[i]);
        str_printf(&cli->out, "  %s%*s %s\n", head, (int)(8 - utf8_count(slice_of(head))), "",
                   message_text(cli->lang, texts[i]));
    }
    str_append_byte(&cli->out, '\n');
}

static json_t *rule_object(enum lang lang, const struct rule_set *set, size_t id) {
    const struct rule *rule = rule_get((enum rule_id)id);
    json_t *object = json_object();
    json_object_set_new(object, "rule", json_string(rule->name));
    json_object_set_new(object, "severity", json_string(severity_name(set->severity[id])));
    json_object_set_new(object, "on", json_boolean(set->enabled[id]));
    json_object_set_new(object, "sure", json_boolean(rule->sure));
    json_object_set_new(object, "about", json_string(message_text(lang, rule->about)));
    json_object_set_new(object, "why", json_string(message_text(lang, rule->why)));
    json_object_set_new(object, "wrong", json_string(message_text(lang, rule->wrong)));
    json_object_set_new(object, "right", json_string(message_text(lang, rule->right)));
    json_object_set_new(object, "source", json_string(message_text(lang, rule->source)));
    return object;
}

static void append_json(struct cli *cli, const struct rule_set *set, const bool shown[RULE_COUNT]) {
    json_t *root = json_object(), *list = json_array();
    for (size_t id = 0; id < RULE_COUNT; id++)
        if (shown[id]) json_array_append_new(list, rule_object(cli->lang, set, id));
    json_object_set_new(root, "version", json_number(1));
    json_object_set_new(root, "rules", list);
    json_write(root, &cli->out);
    str_append_byte(&cli->out, '\n');
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    const struct listing_settings *chosen = settings;
    const struct rule_set *set = &cli_setup(cli, "-")->rules;
    bool shown[RULE_COUNT];
    memset(shown, count == 0, sizeof shown);
    for (int i = 0; i < count; i++)
        if (!rules_select(shown, slice_of(arguments[i]), true, &cli->error)) return cli_fail(cli);
    if (chosen->format == LISTING_JSON) {
        append_json(cli, set, shown);
        return 0;
    }
    for (size_t id = 0; id < RULE_COUNT; id++) {
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
                                      .options = listing_options,
                                      .size = sizeof(struct listing_settings),
                                      .run = run};
