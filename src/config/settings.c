#include "config/settings.h"

#include "base/file.h"
#include "base/paths.h"
#include "config/messages.h"
#include "config/yaml_values.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

const struct setting_key setting_keys[] = {
    {"lang", SETTINGS_USER, MESSAGE_SETTING_LANG},
    {"theme", SETTINGS_USER, MESSAGE_SETTING_THEME},
    {"arsip", SETTINGS_USER, MESSAGE_SETTING_ARCHIVE},
    {"backups", SETTINGS_USER, MESSAGE_SETTING_BACKUPS},
    {"history", SETTINGS_USER, MESSAGE_SETTING_HISTORY},
    {"mouse", SETTINGS_USER, MESSAGE_SETTING_MOUSE},
    {"keys", SETTINGS_USER, MESSAGE_SETTING_KEYS},
    {"fail-on", SETTINGS_USER | SETTINGS_HOUSE, MESSAGE_SETTING_FAIL_ON},
    {"only", SETTINGS_USER | SETTINGS_HOUSE, MESSAGE_SETTING_ONLY},
    {"except", SETTINGS_USER | SETTINGS_HOUSE | SETTINGS_DRAFT, MESSAGE_SETTING_EXCEPT},
    {"also", SETTINGS_USER | SETTINGS_HOUSE, MESSAGE_SETTING_ALSO},
    {"severity", SETTINGS_USER | SETTINGS_HOUSE, MESSAGE_SETTING_SEVERITY},
    {"limits", SETTINGS_USER | SETTINGS_HOUSE, MESSAGE_SETTING_LIMITS},
    {"abbreviations", SETTINGS_HOUSE, MESSAGE_SETTING_ABBREVIATIONS},
    {"fields", SETTINGS_HOUSE, MESSAGE_SETTING_FIELDS},
    {"patterns", SETTINGS_HOUSE, MESSAGE_SETTING_PATTERNS},
    {"words", SETTINGS_USER | SETTINGS_HOUSE, MESSAGE_SETTING_WORDS},
    {"exclude", SETTINGS_HOUSE, MESSAGE_SETTING_EXCLUDE},
    {"vale", SETTINGS_HOUSE, MESSAGE_SETTING_VALE},
    {0},
};

struct settings_reading {
    struct settings *settings;
    enum settings_from from;
    const char *file;
    struct error *e;
};

static void set_text(char **place, struct slice text) {
    free(*place);
    *place = slice_copy(text);
}

static void add(struct settings_list *list, const struct settings_reading *reading, struct slice name,
                const char *value, size_t line) {
    vec_push(&list->items, (struct setting){.name = slice_copy(name),
                                            .value = value ? slice_copy(slice_of(value)) : NULL,
                                            .file = slice_copy(slice_of(reading->file)),
                                            .line = line,
                                            .from = reading->from});
}

static bool known_key(const struct settings_reading *reading, struct slice key) {
    for (const struct setting_key *row = setting_keys; row->name; row++)
        if (slice_equal_text(key, row->name)) return row->from & reading->from;
    return false;
}

static bool is_severity(struct slice text) {
    return slice_equal_text(text, "hint") || slice_equal_text(text, "warning") ||
           slice_equal_text(text, "error");
}

static bool is_count(struct slice text) {
    int value = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || i > 2) return false;
        value = value * 10 + (text.data[i] - '0');
    }
    return text.len && value <= SETTINGS_BACKUPS_MAX;
}

size_t settings_backups(const struct settings *settings) {
    return settings->backups ? strtoul(settings->backups, NULL, 10) : SETTINGS_BACKUPS;
}

bool settings_forget(const struct settings *settings) {
    return settings->history && strcmp(settings->history, "off") == 0;
}

bool settings_mouse(const struct settings *settings) {
    return settings->mouse && strcmp(settings->mouse, "on") == 0;
}

static bool take_switch(struct settings_reading *reading, char **place, const struct yaml_value *value) {
    if (!slice_equal_text(value->text, "on") && !slice_equal_text(value->text, "off"))
        return error_set(reading->e, SETTINGS_NO_SWITCH, reading->file, value->line);
    set_text(place, value->text);
    return true;
}

static bool take_severity(struct settings_reading *reading, const struct yaml_value *value) {
    if (value->depth != 2 || !is_severity(value->text))
        return error_set(reading->e, SETTINGS_NO_SEVERITY, reading->file, value->line);
    char *text = slice_copy(value->text);
    add(&reading->settings->severity, reading, value->keys[1], text, value->line);
    free(text);
    return true;
}

static bool take_limit(struct settings_reading *reading, const struct yaml_value *value) {
    size_t digits = 0;
    while (digits < value->text.len && value->text.data[digits] >= '0' && value->text.data[digits] <= '9')
        digits++;
    if (value->depth != 2 || !digits || digits > 4 || digits < value->text.len || value->text.data[0] == '0')
        return error_set(reading->e, SETTINGS_NO_LIMIT, reading->file, value->line);
    char *text = slice_copy(value->text);
    add(&reading->settings->limits, reading, value->keys[1], text, value->line);
    free(text);
    return true;
}

static bool take_value(void *self, const struct yaml_value *value) {
    struct settings_reading *reading = self;
    struct settings *settings = reading->settings;
    struct yaml_value here = *value;
    if (reading->from == SETTINGS_DRAFT) { /* the front matter: all but "sunting" is the draft's own */
        if (!value->depth || !slice_equal_text(value->keys[0], "sunting")) return true;
        memmove(here.keys, here.keys + 1, (YAML_DEPTH - 1) * sizeof *here.keys);
        here.depth--;
    }
    if (here.depth == 0 && here.text.len == 0) return true; /* an empty file */
    if (here.depth == 0 || !known_key(reading, here.keys[0]))
        return error_set(reading->e, SETTINGS_UNKNOWN, reading->file, value->line,
                         SLICE_ARG(here.depth ? here.keys[0] : here.text));
    struct slice key = here.keys[0];
    if (slice_equal_text(key, "severity")) return take_severity(reading, &here);
    if (slice_equal_text(key, "limits")) return take_limit(reading, &here);
    if (slice_equal_text(key, "patterns")) return true; /* check/rule_file.h reads them */
    if (slice_equal_text(key, "fields") || slice_equal_text(key, "abbreviations"))
        return true; /* check/house.h reads them */
    if (here.depth > 1)
        return error_set(reading->e, SETTINGS_NO_LIST, reading->file, value->line, SLICE_ARG(key));
    if (slice_equal_text(key, "lang")) {
        set_text(&settings->lang, here.text);
    } else if (slice_equal_text(key, "theme")) {
        set_text(&settings->theme, here.text);
    } else if (slice_equal_text(key, "arsip")) {
        set_text(&settings->archive, here.text);
    } else if (slice_equal_text(key, "backups")) {
        if (!is_count(here.text))
            return error_set(reading->e, SETTINGS_NO_COUNT, reading->file, value->line, SETTINGS_BACKUPS_MAX);
        set_text(&settings->backups, here.text);
    } else if (slice_equal_text(key, "history")) {
        return take_switch(reading, &settings->history, &here);
    } else if (slice_equal_text(key, "mouse")) {
        return take_switch(reading, &settings->mouse, &here);
    } else if (slice_equal_text(key, "keys")) {
        set_text(&settings->keys, here.text);
    } else if (slice_equal_text(key, "fail-on")) {
        set_text(&settings->fail_on, here.text);
    } else if (slice_equal_text(key, "words")) {
        add(&settings->words, reading, here.text, NULL, value->line);
    } else if (slice_equal_text(key, "exclude")) {
        add(&settings->exclude, reading, here.text, NULL, value->line);
    } else if (slice_equal_text(key, "vale")) {
        add(&settings->vale, reading, here.text, NULL, value->line);
    } else {
        char *rule = slice_copy(here.text);
        add(&settings->rules, reading, key, rule, value->line);
        free(rule);
    }
    return true;
}

bool settings_parse(struct settings *settings, enum settings_from from, struct slice yaml, const char *file,
                    struct error *e) {
    struct settings_reading reading = {settings, from, file, e};
    return yaml_values(yaml, file, take_value, &reading, e);
}

bool settings_load(struct settings *settings, enum settings_from from, const char *path, struct error *e) {
    if (access(path, F_OK) != 0) return true;
    struct str bytes = {0};
    bool ok =
        file_read(path, YAML_BYTES, &bytes, e) && settings_parse(settings, from, str_slice(&bytes), path, e);
    str_free(&bytes);
    return ok;
}

static void list_free(struct settings_list *list) {
    for (size_t i = 0; i < list->items.count; i++) {
        free(list->items.items[i].name);
        free(list->items.items[i].value);
        free(list->items.items[i].file);
    }
    vec_free(&list->items);
}

void settings_free(struct settings *settings) {
    free(settings->lang);
    free(settings->theme);
    free(settings->archive);
    free(settings->backups);
    free(settings->history);
    free(settings->mouse);
    free(settings->keys);
    free(settings->fail_on);
    list_free(&settings->rules);
    list_free(&settings->severity);
    list_free(&settings->limits);
    list_free(&settings->words);
    list_free(&settings->exclude);
    list_free(&settings->vale);
    *settings = (struct settings){0};
}

/* The folder of the draft as an absolute path; false when it is not there. */
static bool folder_of(const char *draft, struct str *out) {
    char *folder = slice_copy(path_folder(slice_of(draft)));
    char *real = realpath(folder, NULL);
    str_clear(out);
    str_append(out, slice_of(real));
    free(folder);
    free(real);
    return out->len > 0;
}

static bool may_rule(const char *path, uid_t owner) {
    struct stat st;
    return lstat(path, &st) == 0 && S_ISREG(st.st_mode) &&
           (st.st_uid == 0 || st.st_uid == geteuid() || st.st_uid == owner);
}

bool settings_find_house(const char *draft, struct str *path) {
    struct stat st;
    uid_t owner = stat(draft, &st) == 0 ? st.st_uid : geteuid();
    struct str folder = {0};
    bool found = false;
    if (folder_of(draft, &folder))
        for (size_t len = folder.len; !found;) {
            str_clear(path);
            str_append(path, slice_range(str_slice(&folder), 0, len));
            str_append_text(path, len > 1 ? "/.sunting.yaml" : ".sunting.yaml");
            if (!path_is_within(str_text(path))) break;
            found = may_rule(str_text(path), owner);
            if (len <= 1) break;
            while (len > 1 && folder.data[len - 1] != '/')
                len--;
            if (len > 1) len--;
        }
    str_free(&folder);
    return found;
}
