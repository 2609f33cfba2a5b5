#include "completions.h"

#include "cli/cli.h"
#include "cli/common.h"

static const char note[] = "# Made from the tables of the program by `make man`.\n";

/* visit(out, row, command) for each option of the command, those of all commands included. */
static void each_option(struct str *out, const struct command *command,
                        void (*visit)(struct str *out, const struct option_row *row,
                                      const struct command *command)) {
    const struct option_row *const tables[] = {command ? command->options : NULL, common_options};
    for (size_t i = 0; i < 2; i++)
        for (const struct option_row *row = tables[i]; row && row->kind != OPTION_END; row++)
            visit(out, row, command);
}

static void append_choices(struct str *out, const struct option_row *row) {
    for (size_t i = 0; row->choices[i]; i++)
        str_printf(out, "%s%s", i ? " " : "", row->choices[i]);
}

static void bash_option(struct str *out, const struct option_row *row, const struct command *command) {
    (void)command;
    str_printf(out, " --%s%s", row->name, row->kind == OPTION_FLAG || row->optional ? "" : "=");
}

static void bash_value(struct str *out, const struct option_row *row, const struct command *command) {
    if (row->kind != OPTION_CHOICE) return;
    str_printf(out, "        %s\\ --%s) words='", command->name, row->name);
    append_choices(out, row);
    str_append_text(out, "' ;;\n");
}

static void append_bash(struct str *out) {
    str_printf(
        out,
        "%s_sunting() {\n    local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\" command='' options='' words='' i\n"
        "    for ((i = 1; i < COMP_CWORD; i++)); do\n        case ${COMP_WORDS[i]} in\n",
        note);
    for (size_t i = 0; commands[i]; i++)
        str_printf(out, "        %s | %s) command=%s; break ;;\n", commands[i]->name, commands[i]->indonesian,
                   commands[i]->name);
    str_append_text(
        out,
        "        esac\n    done\n    [ \"$before\" != = ] || before=\"${COMP_WORDS[COMP_CWORD-2]}\"\n"
        "    [ \"$word\" != = ] || { word=''; before=\"${COMP_WORDS[COMP_CWORD-1]}\"; }\n    case \"$command $before\" in\n");
    for (size_t i = 0; commands[i]; i++)
        each_option(out, commands[i], bash_value);
    str_append_text(
        out,
        "    esac\n    if [ -n \"$words\" ]; then\n        COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n        return\n    fi\n"
        "    case $command in\n    '') options='");
    each_option(out, NULL, bash_option);
    str_append_text(out, "' words='");
    for (size_t i = 0; commands[i]; i++)
        str_printf(out, "%s%s %s", i ? " " : "", commands[i]->indonesian, commands[i]->name);
    str_append_text(out, "' ;;\n");
    for (size_t i = 0; commands[i]; i++) {
        str_printf(out, "    %s) options='", commands[i]->name);
        each_option(out, commands[i], bash_option);
        str_append_text(out, "' ;;\n");
    }
    str_append_text(
        out,
        "    esac\n    case $word in\n    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
        "    *) COMPREPLY=($(compgen -W \"$words\" -- \"$word\") $(compgen -f -- \"$word\")) ;;\n    esac\n"
        "    [[ ${COMPREPLY[0]} != *= ]] || compopt -o nospace\n}\ncomplete -o filenames -F _sunting sunting\n");
}

/* In single quotes; brackets and colons mean something to zsh. */
static void append_quoted(struct str *out, const char *text, const char *escaped) {
    for (; *text; text++) {
        if (*text == '\'') {
            str_append_text(out, "'\\''");
            continue;
        }
        if (strchr(escaped, *text)) str_append_byte(out, '\\');
        str_append_byte(out, *text);
    }
}

static void zsh_option(struct str *out, const struct option_row *row, const struct command *command) {
    (void)command;
    bool takes = row->kind != OPTION_FLAG;
    str_printf(out, " \\\n            '--%s%s[", row->name, takes ? row->optional ? "=-" : "=" : "");
    append_quoted(out, message_text(LANG_ID, row->help), "[]:\\");
    str_append_byte(out, ']');
    if (row->kind == OPTION_CHOICE) {
        str_append_text(out, ": :(");
        append_choices(out, row);
        str_append_byte(out, ')');
    } else if (takes) {
        str_append_text(out, ": :_files");
    }
    str_append_byte(out, '\'');
}

static void append_zsh(struct str *out) {
    str_printf(out, "#compdef sunting\n%s_sunting() {\n    local -a names\n    names=(\n", note);
    for (size_t i = 0; commands[i]; i++) {
        str_printf(out, "        '%s:", commands[i]->indonesian);
        append_quoted(out, message_text(LANG_ID, commands[i]->about), ":\\");
        str_append_text(out, "'\n");
    }
    str_append_text(
        out,
        "    )\n    if ((CURRENT == 2)); then\n        _describe sunting names\n        _files\n        return\n    fi\n"
        "    case $words[2] in\n");
    for (size_t i = 0; commands[i]; i++) {
        str_printf(out, "    %s|%s)\n        shift words\n        ((CURRENT--))\n        _arguments",
                   commands[i]->indonesian, commands[i]->name);
        each_option(out, commands[i], zsh_option);
        str_append_text(out, " \\\n            '*: :_files'\n        ;;\n");
    }
    str_append_text(out, "    *) _files ;;\n    esac\n}\n_sunting \"$@\"\n");
}

static void fish_option(struct str *out, const struct option_row *row, const struct command *command) {
    str_append_text(out, "complete -c sunting");
    if (command)
        str_printf(out, " -n '__fish_seen_subcommand_from %s %s'", command->indonesian, command->name);
    str_printf(out, " -l %s", row->name);
    if (row->letter) str_printf(out, " -s %c", row->letter);
    if (row->kind != OPTION_FLAG && !row->optional) str_append_text(out, " -r");
    if (row->kind == OPTION_CHOICE) {
        str_append_text(out, " -f -a '");
        append_choices(out, row);
        str_append_byte(out, '\'');
    }
    str_append_text(out, " -d '");
    for (const char *c = message_text(LANG_ID, row->help); *c; c++)
        str_printf(out, *c == '\'' || *c == '\\' ? "\\%c" : "%c", *c);
    str_append_text(out, "'\n");
}

static void append_fish(struct str *out) {
    str_append_text(out, note);
    for (size_t i = 0; commands[i]; i++) {
        str_printf(out, "complete -c sunting -n __fish_use_subcommand -a %s -d '", commands[i]->indonesian);
        append_quoted(out, message_text(LANG_ID, commands[i]->about), "");
        str_append_text(out, "'\n");
    }
    for (const struct option_row *row = common_options; row->kind != OPTION_END; row++)
        fish_option(out, row, NULL);
    for (size_t i = 0; commands[i]; i++)
        for (const struct option_row *row = commands[i]->options; row && row->kind != OPTION_END; row++)
            fish_option(out, row, commands[i]);
}

const struct completion completions[COMPLETIONS] = {{"completions/sunting.bash", append_bash},
                                                    {"completions/_sunting", append_zsh},
                                                    {"completions/sunting.fish", append_fish}};
