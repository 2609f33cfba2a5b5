#include "roff.h"

void roff_append(struct str *out, const char *text) {
    for (; *text; text++) {
        if (*text == '-' || *text == '\\')
            str_printf(out, *text == '-' ? "\\-" : "\\e");
        else if ((*text == '.' || *text == '\'') && out->len && out->data[out->len - 1] == '\n')
            str_printf(out, "\\&%c", *text);
        else
            str_append_byte(out, *text);
    }
}

void roff_heading(struct str *out, enum lang lang, const char *indonesian, const char *english) {
    str_printf(out, ".SH %s\n", lang == LANG_ID ? indonesian : english);
}

void roff_paragraph(struct str *out, enum lang lang, const char *indonesian, const char *english) {
    roff_append(out, lang == LANG_ID ? indonesian : english);
    str_append_text(out, "\n.PP\n");
}

void roff_item(struct str *out, const char *name, const char *text) {
    str_append_text(out, ".TP\n.B ");
    roff_append(out, name);
    str_append_byte(out, '\n');
    roff_append(out, text);
    str_append_byte(out, '\n');
}

void roff_options(struct str *out, enum lang lang, const struct option_row *rows) {
    for (; rows && rows->kind != OPTION_END; rows++) {
        struct str name = {0};
        if (rows->letter) str_printf(&name, "-%c, ", rows->letter);
        str_printf(&name, "--%s", rows->name);
        if (rows->optional) str_append_byte(&name, '[');
        if (rows->kind == OPTION_CHOICE)
            for (size_t i = 0; rows->choices[i]; i++)
                str_printf(&name, "%c%s", i ? '|' : '=', rows->choices[i]);
        else if (rows->kind != OPTION_FLAG)
            str_printf(&name, "=%s", message_text(lang, rows->argument));
        if (rows->optional) str_append_byte(&name, ']');
        roff_item(out, str_text(&name), message_text(lang, rows->help));
        str_free(&name);
    }
}
