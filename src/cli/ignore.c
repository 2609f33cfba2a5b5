#include "cli/ignore.h"

#include "base/file.h"
#include "base/paths.h"
#include "config/settings.h"

#include <fnmatch.h>
#include <unistd.h>

enum { IGNORE_BYTES = 1 << 20 };

/* Folders that hold what programs made: packages of npm, and the sites that Jekyll and Hugo build. */
static bool is_made(struct slice name) {
    static const char *const names[] = {"node_modules", "_site", "public", "resources"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_equal_text(name, names[i])) return true;
    return false;
}

static void add(struct ignore *ignore, const char *folder, struct slice line) {
    struct ignore_rule rule = {0};
    while (line.len && strchr(" \t\r", line.data[line.len - 1]))
        line.len--;
    if (!line.len || line.data[0] == '#') return;
    rule.back = line.data[0] == '!';
    if (rule.back) line = slice_range(line, 1, line.len);
    rule.folders = slice_ends(line, SLICE("/"));
    if (rule.folders) line.len--;
    if (slice_starts(line, SLICE("**/"))) /* as without it: at any depth */
        line = slice_range(line, 3, line.len);
    else
        rule.tied = slice_find_byte(line, '/', 0) != SIZE_MAX;
    if (slice_starts(line, SLICE("/"))) line = slice_range(line, 1, line.len);
    if (!line.len) return;
    struct str base = {0};
    str_printf(&base, "%s%s", folder, slice_ends(slice_of(folder), SLICE("/")) ? "" : "/");
    rule.base = str_steal(&base);
    rule.pattern = slice_copy(line);
    vec_push(&ignore->list, rule);
}

static void read_git(struct ignore *ignore, const char *folder) {
    struct str path = {0}, bytes = {0};
    str_printf(&path, "%s/.gitignore", folder);
    if (access(str_text(&path), R_OK) == 0 && file_read(str_text(&path), IGNORE_BYTES, &bytes, NULL))
        for (struct slice rest = str_slice(&bytes); rest.len;)
            add(ignore, folder, slice_cut(&rest, '\n'));
    str_free(&path);
    str_free(&bytes);
}

/* Those of the house style at path, which stands in folder. What is wrong with it is said when drafts are
 * read. */
static void read_house(struct ignore *ignore, const char *path, const char *folder) {
    struct settings settings = {0};
    settings_load(&settings, SETTINGS_HOUSE, path, NULL);
    vec_each(const struct setting, setting, &settings.exclude.items)
        add(ignore, folder, slice_of(setting->name));
    settings_free(&settings);
}

static void folder_of(struct str *out, const char *path) {
    str_clear(out);
    str_append(out, path_folder(slice_of(path)));
}

void ignore_read(struct ignore *ignore, const char *folder) {
    struct str inside = {0}, house = {0}, where = {0};
    read_git(ignore, folder);
    str_printf(&inside, "%s/.", folder);
    if (settings_find_house(str_text(&inside), &house)) {
        folder_of(&where, str_text(&house));
        if (strcmp(str_text(&where), folder) == 0) read_house(ignore, str_text(&house), folder);
    }
    str_free(&inside);
    str_free(&house);
    str_free(&where);
}

/* Those of .gitignore from the root of the repository down to before this folder, which lies in one. */
static void read_repository(struct ignore *ignore, const char *folder) {
    struct str git = {0}, above = {0};
    str_printf(&git, "%s/.git", folder);
    if (access(str_text(&git), F_OK) != 0 && strcmp(folder, "/") != 0) {
        folder_of(&above, folder);
        read_repository(ignore, str_text(&above));
        read_git(ignore, str_text(&above));
    }
    str_free(&git);
    str_free(&above);
}

static bool in_repository(const char *folder) {
    struct str git = {0};
    str_append_text(&git, folder);
    bool found = false;
    for (size_t len = git.len; !found && len > 0;) {
        git.len = len;
        str_append_text(&git, "/.git");
        found = access(str_text(&git), F_OK) == 0;
        while (len > 0 && git.data[len - 1] != '/')
            len--;
        if (len) len--;
    }
    str_free(&git);
    return found;
}

void ignore_read_above(struct ignore *ignore, const char *folder) {
    struct str inside = {0}, house = {0}, where = {0};
    if (in_repository(folder)) read_repository(ignore, folder);
    str_printf(&inside, "%s/.", folder);
    if (settings_find_house(str_text(&inside), &house)) {
        folder_of(&where, str_text(&house));
        if (strcmp(str_text(&where), folder) != 0) read_house(ignore, str_text(&house), str_text(&where));
    }
    str_free(&inside);
    str_free(&house);
    str_free(&where);
}

static bool rule_matches(const struct ignore_rule *rule, struct slice path, const char *name) {
    struct slice base = slice_of(rule->base);
    if (!slice_starts(path, base)) return false;
    const char *rest = path.data + base.len;
    bool any = strstr(rule->pattern, "**") != NULL;
    return fnmatch(rule->pattern, rule->tied ? rest : name, rule->tied && !any ? FNM_PATHNAME : 0) == 0;
}

bool ignore_matches(const struct ignore *ignore, const char *path, bool folder) {
    const char *name = path_name(path);
    bool matches = folder && is_made(slice_of(name));
    vec_each(const struct ignore_rule, rule, &ignore->list)
        if ((folder || !rule->folders) && rule_matches(rule, slice_of(path), name)) matches = !rule->back;
    return matches;
}

void ignore_cut(struct ignore *ignore, size_t count) {
    while (ignore->list.count > count) {
        struct ignore_rule *rule = vec_last(&ignore->list);
        free(rule->base);
        free(rule->pattern);
        ignore->list.count--;
    }
}

void ignore_free(struct ignore *ignore) {
    ignore_cut(ignore, 0);
    vec_free(&ignore->list);
}
