#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/common.h"
#include "cli/messages.h"

enum { HELP_COLUMN = 30 }; /* where what an option does begins */

static void pad_to(struct str *out, size_t start, size_t column) {
    size_t width = utf8_count(slice_range(str_slice(out), start, out->len));
    do
        str_append_byte(out, ' ');
    while (++width < column);
}

static void append_option(const struct option_row *row, enum lang lang, struct str *out) {
    size_t start = out->len;
    if (row->letter)
        str_printf(out, "  -%c, --%s", row->letter, row->name);
    else
        str_printf(out, "      --%s", row->name);
    if (row->optional) str_append_byte(out, '[');
    if (row->kind == OPTION_CHOICE)
        for (size_t i = 0; row->choices[i]; i++)
            str_printf(out, "%c%s", i ? '|' : '=', row->choices[i]);
    else if (row->kind != OPTION_FLAG)
        str_printf(out, "=%s", message_text(lang, row->argument));
    if (row->optional) str_append_byte(out, ']');
    if (utf8_count(slice_range(str_slice(out), start, out->len)) >= HELP_COLUMN) {
        str_append_byte(out, '\n');
        start = out->len;
    }
    pad_to(out, start, HELP_COLUMN);
    str_printf(out, "%s\n", message_text(lang, row->help));
}

static void append_options(const struct option_row *rows, enum lang lang, struct str *out) {
    for (; rows && rows->kind != OPTION_END; rows++)
        append_option(rows, lang, out);
}

void command_help(const struct command *command, enum lang lang, struct str *out) {
    message(out, lang, HELP_USAGE, lang == LANG_ID ? command->indonesian : command->name,
            message_text(lang, command->usage));
    str_printf(out, "\n%s\n", message_text(lang, command->about));
    const char *details = message_text(lang, command->details);
    if (*details) str_printf(out, "\n%s\n", details);
    str_printf(out, "\n%s\n", message_text(lang, MESSAGE_HELP_OPTIONS));
    append_options(command->options, lang, out);
    append_options(common_options, lang, out);
}

void commands_help(enum lang lang, struct str *out) {
    str_printf(out, "%s\n", message_text(lang, MESSAGE_HELP_TOP));
    for (size_t i = 0; commands[i]; i++) {
        size_t start = out->len;
        const char *first = commands[i]->name, *second = commands[i]->indonesian;
        bool one = strcmp(first, second) == 0;
        str_printf(out, "  sunting %s", lang == LANG_ID ? second : first);
        if (!one) str_printf(out, ", %s", lang == LANG_ID ? first : second);
        pad_to(out, start, HELP_COLUMN);
        str_printf(out, "%s\n", message_text(lang, commands[i]->about));
    }
    str_printf(out, "\n%s\n", message_text(lang, MESSAGE_HELP_OPTIONS));
    append_options(common_options, lang, out);
    str_printf(out, "\n%s\n", message_text(lang, MESSAGE_HELP_STATUS));
}
