#include "check/rule_prepared.h"

#include "base/file.h"
#include "config/yaml_kept.h"

#include <dirent.h>
#include <stdlib.h>

#define SECTION_RULES "rules"

struct head {
    uint64_t name, values, size;
};

static int is_rule_file(const struct dirent *entry) {
    return slice_ends(slice_of(entry->d_name), SLICE(RULE_FILE_ENDING));
}

bool rules_each(const char *dictionaries, bool (*each)(void *self, const char *name, const char *path),
                void *self) {
    struct dirent **entries = NULL;
    struct str path = {0};
    bool ok = true;
    str_printf(&path, "%s/rules", dictionaries);
    int count = scandir(str_text(&path), &entries, is_rule_file, alphasort);
    for (int i = 0; i < count; i++) {
        str_clear(&path);
        str_printf(&path, "%s/rules/%s", dictionaries, entries[i]->d_name);
        ok = ok && each(self, entries[i]->d_name, str_text(&path));
        free(entries[i]);
    }
    free(entries);
    str_free(&path);
    return ok;
}

static bool keep(void *self, const char *name, const char *path) {
    struct str *rules = self, yaml = {0}, values = {0};
    if (file_read(path, RULE_FILE_BYTES, &yaml, NULL) && yaml_keep(str_slice(&yaml), &values)) {
        struct head head = {strlen(name), values.len, yaml.len};
        str_append(rules, (struct slice){(const char *)&head, sizeof head});
        str_append_text(rules, name);
        str_append(rules, str_slice(&values));
    }
    str_free(&yaml);
    str_free(&values);
    return true;
}

void rules_prepare(const char *dictionaries, struct prepared_writer *writer) {
    struct str rules = {0};
    rules_each(dictionaries, keep, &rules);
    prepared_add(writer, SECTION_RULES, str_slice(&rules));
    str_free(&rules);
}

/* Takes the next file off the front of *rest. */
static bool next(struct slice *rest, struct head *head, struct slice *name, struct slice *values) {
    if (rest->len < sizeof *head) return false;
    memcpy(head, rest->data, sizeof *head);
    size_t left = rest->len - sizeof *head;
    if (head->name > left || head->values > left - head->name) return false;
    size_t at = sizeof *head, after = at + (size_t)head->name, end = after + (size_t)head->values;
    *name = slice_range(*rest, at, after);
    *values = slice_range(*rest, after, end);
    *rest = slice_range(*rest, end, rest->len);
    return true;
}

struct slice rules_prepared(const struct prepared *prepared, const char *name, const char *path) {
    struct slice rest = prepared_section(prepared, SECTION_RULES), found, values;
    for (struct head head; next(&rest, &head, &found, &values);)
        if (slice_equal_text(found, name))
            return !path || prepared_is_since(prepared, head.size, path) ? values : SLICE("");
    return SLICE("");
}

struct comparing {
    const struct prepared *prepared;
    struct slice rest;
};

static bool is_next(void *self, const char *name, const char *path) {
    struct comparing *comparing = self;
    struct head head;
    struct slice found, values;
    return next(&comparing->rest, &head, &found, &values) && slice_equal_text(found, name) &&
           prepared_is_since(comparing->prepared, head.size, path);
}

bool rules_are_all_prepared(const struct prepared *prepared, const char *dictionaries) {
    struct comparing comparing = {prepared, prepared_section(prepared, SECTION_RULES)};
    return comparing.rest.len && rules_each(dictionaries, is_next, &comparing) && !comparing.rest.len;
}

static bool is_there(void *self, const char *name, const char *path) {
    struct str yaml = {0}, values = {0};
    bool there = rules_prepared(self, name, path).len > 0;
    if (!there) /* what cannot be read cannot be prepared */
        there = !file_read(path, RULE_FILE_BYTES, &yaml, NULL) || !yaml_keep(str_slice(&yaml), &values);
    str_free(&yaml);
    str_free(&values);
    return there;
}

bool rules_are_prepared(const struct prepared *prepared, const char *dictionaries) {
    return rules_each(dictionaries, is_there, (void *)(uintptr_t)prepared);
}
