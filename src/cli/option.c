#include "cli/option.h"

#include "base/memory.h"
#include "cli/messages.h"

#include <getopt.h>
#include <stdlib.h>

enum { LONG_ONLY = 256 }; /* getopt_long gives LONG_ONLY * (set + 1) + index of the row; below are letters */

static size_t rows_count(const struct option_row *options) {
    size_t n = 0;
    while (options && options[n].kind != OPTION_END)
        n++;
    return n;
}

static void append_choices(struct str *out, const struct option_row *row) {
    for (size_t i = 0; row->choices[i]; i++)
        str_printf(out, "%s%s", i ? ", " : "", row->choices[i]);
}

static bool choose(const struct option_row *row, size_t *chosen, const char *value, struct error *e) {
    for (size_t i = 0; row->choices[i]; i++)
        if (strcmp(row->choices[i], value) == 0) {
            *chosen = i;
            return true;
        }
    struct str choices = {0};
    append_choices(&choices, row);
    error_set(e, OPTION_CHOICE, value, row->name, str_text(&choices));
    str_free(&choices);
    return false;
}

static bool set_value(const struct option_row *row, void *settings, const char *value, struct error *e) {
    void *place = (char *)settings + row->at;
    switch (row->kind) {
    case OPTION_FLAG:
        *(bool *)place = true;
        return true;
    case OPTION_TEXT:
        *(const char **)place = value ? value : "";
        return true;
    case OPTION_CHOICE:
        return choose(row, place, value ? value : row->choices[0], e);
    case OPTION_NUMBER: {
        char *end;
        unsigned long number = strtoul(value, &end, 10);
        if (*value < '0' || *value > '9' || *end || number > 1000000)
            return error_set(e, OPTION_NO_NUMBER, row->name, value);
        *(size_t *)place = number;
        return true;
    }
    case OPTION_END:
        break;
    }
    return true;
}

/* The tables that getopt_long wants. */
static struct option *tables_make(const struct option_set sets[OPTION_SETS], struct str *letters) {
    size_t n = rows_count(sets[0].rows) + rows_count(sets[1].rows), made = 0;
    struct option *longs = memory_zero(n + 1, sizeof *longs);
    str_append_text(letters, ":");
    for (int set = 0; set < OPTION_SETS; set++)
        for (size_t i = 0; i < rows_count(sets[set].rows); i++) {
            const struct option_row *row = &sets[set].rows[i];
            int takes = row->kind == OPTION_FLAG ? no_argument
                        : row->optional          ? optional_argument
                                                 : required_argument;
            longs[made++] =
                (struct option){.name = row->name, .has_arg = takes, .val = LONG_ONLY * (set + 1) + (int)i};
            if (row->letter)
                str_printf(letters, "%c%s", row->letter,
                           takes == no_argument         ? ""
                           : takes == required_argument ? ":"
                                                        : "::");
        }
    return longs;
}

static bool set_got(const struct option_set sets[OPTION_SETS], int got, const char *value, struct error *e) {
    for (int set = 0; set < OPTION_SETS; set++)
        for (size_t i = 0; i < rows_count(sets[set].rows); i++) {
            const struct option_row *row = &sets[set].rows[i];
            if (got == LONG_ONLY * (set + 1) + (int)i || got == row->letter)
                return set_value(row, sets[set].settings, value, e);
        }
    return true;
}

/* Which argument getopt_long complained of: a letter inside argv[optind], or the argument before. */
static bool complain(int got, char **argv, const char *command, struct error *e) {
    struct str name = {0};
    const char *apart = command ? " " : "";
    if (optopt > 0 && optopt < LONG_ONLY)
        str_printf(&name, "-%c", optopt);
    else
        str_append_text(&name, argv[optind - 1]);
    if (got == ':')
        error_set(e, OPTION_NO_VALUE, str_text(&name), apart, command ? command : "");
    else
        error_set(e, OPTION_UNKNOWN, str_text(&name), apart, command ? command : "");
    str_free(&name);
    return false;
}

bool options_read(const struct option_set sets[OPTION_SETS], int *argc, char **argv, const char *command,
                  struct error *e) {
    struct str letters = {0};
    struct option *longs = tables_make(sets, &letters);
    bool ok = true;
    opterr = 0;
    optind = 0; /* glibc and musl: start afresh */
    for (int got; ok && (got = getopt_long(*argc, argv, str_text(&letters), longs, NULL)) != -1;) {
        if (got == '?' || got == ':')
            ok = complain(got, argv, command, e);
        else
            ok = set_got(sets, got, optarg, e);
    }
    if (ok) {
        memmove(argv + 1, argv + optind, (size_t)(*argc - optind + 1) * sizeof *argv); /* and the NULL */
        *argc -= optind - 1;
    }
    str_free(&letters);
    free(longs);
    return ok;
}

/* The row that an argument such as --lang, --lang=en, --la or -h names, or NULL. */
static const struct option_row *row_named(const struct option_row *rows, struct slice argument) {
    bool full = slice_starts(argument, SLICE("--"));
    struct slice name = slice_range(argument, full ? 2 : 1, argument.len);
    if (full) name = slice_cut(&name, '=');
    for (; name.len && rows->kind != OPTION_END; rows++)
        if (full ? slice_starts(slice_of(rows->name), name) : rows->letter == name.data[0]) return rows;
    return NULL;
}

int options_skip(const struct option_row *rows, int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        struct slice argument = slice_of(argv[i]);
        if (argument.len < 2 || argument.data[0] != '-') return i;
        const struct option_row *row = row_named(rows, argument);
        if (!row) return argc;
        bool apart = row->kind != OPTION_FLAG && !row->optional;
        if (apart && slice_find_byte(argument, '=', 0) == SIZE_MAX) i++;
    }
    return argc;
}
