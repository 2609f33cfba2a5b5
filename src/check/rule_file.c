#include "check/rule_file.h"

#include "check/messages.h"
#include "check/rule_example.h"
#include "config/messages.h"
#include "config/yaml_kept.h"

#include <stdlib.h>

/* The keys of a rule, after those of the house style that lead to it. */
struct rule_field {
    struct slice key, under; /* under: a language, or a key of one pattern; empty: none */
    struct slice third;      /* the language of a message of one pattern */
    size_t item;             /* mapping of the key under */
    const struct yaml_value *value;
};

struct rule_reader {
    struct rule_files *files;
    struct rule_file *file; /* the rule that is read */
    const char *path;
    size_t item; /* mapping of the pattern that is read */
    bool house;
    struct error *e;
};

#define REFUSE(reader, line, name, ...)                                                                      \
    error_set((reader)->e, name, (reader)->path, (size_t)(line), ##__VA_ARGS__)

void rule_file_free(struct rule_file *file) {
    if (!file) return;
    for (size_t lang = 0; lang < RULE_LANGS; lang++) {
        for (size_t i = 0; i < RULE_TEXTS; i++)
            free(file->texts[i][lang]);
        free(file->message[lang]);
    }
    for (size_t i = 0; i < file->patterns.count; i++) {
        struct rule_pattern *pattern = &file->patterns.items[i];
        free(pattern->source);
        for (size_t lang = 0; lang < RULE_LANGS; lang++)
            free(pattern->message[lang]);
        for (size_t k = 0; k < pattern->becomes.count; k++)
            free(pattern->becomes.items[k]);
        for (size_t k = 0; k < pattern->except.count; k++)
            free(pattern->except.items[k]);
        vec_free(&pattern->becomes);
        vec_free(&pattern->except);
    }
    for (size_t i = 0; i < file->except.count; i++)
        free(file->except.items[i]);
    for (size_t i = 0; i < file->examples.count; i++)
        free(file->examples.items[i].text);
    for (size_t i = 0; i < file->capitals.allowed.count; i++)
        free(file->capitals.allowed.items[i]);
    vec_free(&file->capitals.allowed);
    vec_free(&file->patterns);
    vec_free(&file->except);
    vec_free(&file->examples);
    free(file->name);
    free(file->path);
    free(file);
}

static void show(struct rule_file *file, enum rule_text kind, struct slice words) {
    for (size_t lang = 0; lang < RULE_LANGS; lang++)
        file->texts[kind][lang] = slice_copy(words);
}

/* The first example of this kind, without marks. */
static void show_first(struct rule_file *file, enum rule_text kind) {
    struct str plain = {0};
    for (size_t i = 0; i < file->examples.count && !plain.len; i++)
        if (file->examples.items[i].wrong == (kind == RULE_WRONG))
            rule_example_read(file->examples.items[i].text, &plain, NULL);
    show(file, kind, str_slice(&plain));
    str_free(&plain);
}

/* What is shown of a rule, in both languages: the first wrong example that says how to mend it, and that
 * mended, so that whoever reads sees what changes; else the first wrong and the first right one. */
static void show_examples(struct rule_file *file) {
    struct str plain = {0}, right = {0};
    for (size_t i = 0; i < file->examples.count && !right.len; i++) {
        str_clear(&plain);
        if (file->examples.items[i].wrong) rule_example_mend(file->examples.items[i].text, &plain, &right);
    }
    if (right.len) {
        show(file, RULE_WRONG, str_slice(&plain));
        show(file, RULE_RIGHT, str_slice(&right));
    } else {
        show_first(file, RULE_WRONG);
        show_first(file, RULE_RIGHT);
    }
    str_free(&plain);
    str_free(&right);
}

static void set_text(char **place, struct slice text) {
    free(*place);
    *place = slice_copy(text);
}

/* Sets a text in the language that `under` names, or in all. */
static bool take_words(struct rule_reader *reader, char *texts[RULE_LANGS], struct slice under,
                       const struct rule_field *field) {
    if (!field->value->text.len || !texts)
        return REFUSE(reader, field->value->line, RULE_FILE_EMPTY, SLICE_ARG(field->key));
    bool id = slice_equal_text(under, "id"), en = slice_equal_text(under, "en");
    if (under.len && !id && !en) return REFUSE(reader, field->value->line, RULE_FILE_KEY, SLICE_ARG(under));
    if (!en) set_text(&texts[LANG_ID], field->value->text);
    if (!id && (en || !texts[LANG_EN])) set_text(&texts[LANG_EN], field->value->text);
    return true;
}

static struct rule_pattern *add_pattern(struct rule_reader *reader, struct slice source, size_t line) {
    struct rule_pattern *pattern = vec_add(&reader->file->patterns);
    pattern->source = slice_copy(source);
    pattern->line = line;
    return pattern;
}

/* Several fixes are separated by " | ". */
static void add_fixes(struct rule_pattern *pattern, struct slice text) {
    while (text.len) {
        size_t bar = slice_find(text, SLICE(" | "), 0), end = bar == SIZE_MAX ? text.len : bar;
        vec_push(&pattern->becomes, slice_copy(slice_trim(slice_range(text, 0, end))));
        text = slice_range(text, bar == SIZE_MAX ? end : bar + 3, text.len);
    }
}

/* A key of one pattern: match, becomes, except, message. */
static bool take_pattern(struct rule_reader *reader, struct slice key, struct slice under, size_t item,
                         const struct rule_field *field) {
    size_t line = field->value->line;
    bool fresh = reader->item != item || !reader->file->patterns.count;
    reader->item = item;
    if (fresh) add_pattern(reader, SLICE(""), line);
    struct rule_pattern *pattern = vec_last(&reader->file->patterns);
    if (slice_equal_text(key, "match")) {
        if (*pattern->source) pattern = add_pattern(reader, SLICE(""), line);
        set_text(&pattern->source, field->value->text);
        pattern->line = line;
        return true;
    }
    if (slice_equal_text(key, "becomes"))
        add_fixes(pattern, field->value->text);
    else if (slice_equal_text(key, "except"))
        vec_push(&pattern->except, slice_copy(field->value->text));
    else if (slice_equal_text(key, "message"))
        return take_words(reader, pattern->message, under, field);
    else
        return REFUSE(reader, line, RULE_FILE_KEY, SLICE_ARG(key));
    return true;
}

static bool take_truth(struct rule_reader *reader, bool *place, const struct rule_field *field) {
    *place = slice_equal_text(field->value->text, "yes") || slice_equal_text(field->value->text, "true");
    return *place || slice_equal_text(field->value->text, "no") ||
           slice_equal_text(field->value->text, "false") ||
           REFUSE(reader, field->value->line, RULE_FILE_TRUTH, SLICE_ARG(field->key));
}

static bool take_severity(struct rule_reader *reader, const struct rule_field *field) {
    static const char *const names[] = {"hint", "warning", "error"};
    for (int i = SEVERITY_HINT; i <= SEVERITY_ERROR; i++)
        if (slice_equal_text(field->value->text, names[i])) {
            reader->file->rule.severity = (enum severity)i;
            return true;
        }
    return error_set(reader->e, SETTINGS_NO_SEVERITY, reader->path, field->value->line);
}

static bool take_within(struct rule_reader *reader, const struct rule_field *field) {
    static const char *const names[] = {"match", "sentence", "paragraph"};
    for (int i = WITHIN_MATCH; i <= WITHIN_PARAGRAPH; i++)
        if (slice_equal_text(field->value->text, names[i])) {
            reader->file->within = (enum rule_within)i;
            return true;
        }
    return REFUSE(reader, field->value->line, RULE_FILE_WITHIN);
}

static bool take_number(struct rule_reader *reader, size_t *place, const struct rule_field *field) {
    struct slice text = field->value->text;
    *place = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || i > 3)
            return REFUSE(reader, field->value->line, RULE_FILE_NUMBER, SLICE_ARG(field->key));
        *place = *place * 10 + (size_t)(text.data[i] - '0');
    }
    return *place || REFUSE(reader, field->value->line, RULE_FILE_NUMBER, SLICE_ARG(field->key));
}

static bool take_rank(struct rule_reader *reader, const struct rule_field *field) {
    size_t rank = 0;
    if (!take_number(reader, &rank, field)) return false;
    if (rank > RULE_RANK_MOST) return REFUSE(reader, field->value->line, RULE_FILE_RANK, RULE_RANK_MOST);
    reader->file->rule.rank = (uint8_t)rank;
    return true;
}

static bool take_example(struct rule_reader *reader, bool wrong, const struct rule_field *field) {
    if (reader->file->examples.count == RULE_EXAMPLES)
        return REFUSE(reader, field->value->line, RULE_FILE_MANY, (size_t)RULE_EXAMPLES);
    vec_push(&reader->file->examples,
             (struct rule_example){slice_copy(field->value->text), wrong, field->value->line});
    return true;
}

/* replace: {dalam rangka: untuk} */
static bool take_replacement(struct rule_reader *reader, const struct rule_field *field) {
    if (!field->under.len) return REFUSE(reader, field->value->line, RULE_FILE_KEY, SLICE_ARG(field->key));
    add_fixes(add_pattern(reader, field->under, field->value->line), field->value->text);
    return true;
}

static bool take_text(struct rule_reader *reader, const struct rule_field *field, bool *known) {
    static const char *const names[RULE_TEXTS] = {
        [RULE_ABOUT] = "about", [RULE_WHY] = "why", [RULE_SOURCE] = "source"};
    *known = true;
    for (size_t i = 0; i < RULE_TEXTS; i++)
        if (names[i] && slice_equal_text(field->key, names[i]))
            return take_words(reader, reader->file->texts[i], field->under, field);
    if (slice_equal_text(field->key, "message"))
        return take_words(reader, reader->file->message, field->under, field);
    *known = false;
    return false;
}

static bool take_field(struct rule_reader *reader, const struct rule_field *field) {
    struct slice key = field->key;
    size_t line = field->value->line;
    bool known, ok = take_text(reader, field, &known);
    if (known) return ok;
    if (reader->file->patterns.count >= RULE_PATTERNS)
        return REFUSE(reader, line, RULE_FILE_MANY, (size_t)RULE_PATTERNS);
    if (slice_equal_text(key, "patterns")) {
        if (field->under.len) return take_pattern(reader, field->under, field->third, field->item, field);
        add_pattern(reader, field->value->text, line);
        return true;
    }
    if (slice_equal_text(key, "replace")) return take_replacement(reader, field);
    if (field->under.len) return REFUSE(reader, line, RULE_FILE_KEY, SLICE_ARG(field->under));
    if (slice_equal_text(key, "match") || slice_equal_text(key, "becomes"))
        return take_pattern(reader, key, SLICE(""), 0, field);
    if (slice_equal_text(key, "except")) {
        vec_push(&reader->file->except, slice_copy(field->value->text));
        return true;
    }
    if (slice_equal_text(key, "severity")) return take_severity(reader, field);
    if (slice_equal_text(key, "on")) return take_truth(reader, &reader->file->rule.on, field);
    if (slice_equal_text(key, "sure")) return take_truth(reader, &reader->file->rule.sure, field);
    if (slice_equal_text(key, "rank")) return take_rank(reader, field);
    if (slice_equal_text(key, "quotations")) return take_truth(reader, &reader->file->quotations, field);
    if (slice_equal_text(key, "headings")) return take_truth(reader, &reader->file->headings, field);
    if (slice_equal_text(key, "within")) return take_within(reader, field);
    if (slice_equal_text(key, "more-than")) return take_number(reader, &reader->file->more_than, field);
    if (slice_equal_text(key, "wrong") || slice_equal_text(key, "right"))
        return take_example(reader, slice_equal_text(key, "wrong"), field);
    return REFUSE(reader, line, RULE_FILE_KEY, SLICE_ARG(key));
}

/* Letters, digits, dots, hyphens and lines below: a name that stands in settings and comments. */
static bool is_name(struct slice name) {
    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c && strchr(".-_", c)))) return false;
    }
    return name.len > 0 && name.len < 60;
}

/* The margin of the editor shows the family. */
static char letter_of(struct slice name) {
    static const struct {
        const char *family;
        char letter;
    } families[] = {{"attribution.", 'S'}, {"spelling.", 'E'}, {"typography.", 'T'},
                    {"fact.", 'F'},        {"metadata.", 'M'}, {"duplicate.", 'G'}};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (slice_starts(name, slice_of(families[i].family))) return families[i].letter;
    return 'Y';
}

static bool begin_rule(struct rule_reader *reader, struct slice name, size_t line) {
    if (!is_name(name)) return REFUSE(reader, line, RULE_FILE_NAME, SLICE_ARG(name));
    struct str full = {0};
    str_printf(&full, "%s%.*s", reader->house ? "house." : "", SLICE_ARG(name));
    struct rule_file *file = memory_zero(1, sizeof *file);
    file->name = str_steal(&full);
    file->path = slice_copy(slice_of(reader->path));
    file->line = line;
    file->house = reader->house;
    file->quotations = !slice_starts(slice_of(file->name), SLICE("style."));
    file->rule = (struct rule){.name = file->name,
                               .severity = reader->house ? SEVERITY_WARNING : SEVERITY_HINT,
                               .letter = letter_of(slice_of(file->name)),
                               .on = true,
                               .file = file};
    vec_push(&reader->files->list, file);
    reader->file = file;
    reader->item = SIZE_MAX;
    return true;
}

/* A rule whose examples do not show both what it finds and what it leaves alone is none. */
static bool end_rule(struct rule_reader *reader) {
    struct rule_file *file = reader->file;
    bool wrong = false, right = false;
    if (!file) return true;
    for (size_t i = 0; i < file->examples.count; i++)
        *(file->examples.items[i].wrong ? &wrong : &right) = true;
    if (!wrong || !right) return REFUSE(reader, file->line, RULE_FILE_EXAMPLES, file->name);
    for (size_t i = 0; i < file->patterns.count; i++)
        if (!*file->patterns.items[i].source)
            return REFUSE(reader, file->patterns.items[i].line, RULE_FILE_NO_MATCH);
    if (!file->texts[RULE_ABOUT][LANG_ID] && !file->message[LANG_ID] && !rule_named(slice_of(file->name)))
        return REFUSE(reader, file->line, RULE_FILE_MESSAGE, file->name);
    show_examples(file);
    return true;
}

static bool take_file(void *self, const struct yaml_value *value) {
    struct rule_reader *reader = self;
    struct rule_field field = {.value = value};
    if (!value->depth) return REFUSE(reader, value->line, RULE_FILE_FIRST);
    if (slice_equal_text(value->keys[0], "rule")) {
        if (reader->file) return REFUSE(reader, value->line, RULE_FILE_FIRST);
        return begin_rule(reader, value->text, value->line);
    }
    if (!reader->file) return REFUSE(reader, value->line, RULE_FILE_FIRST);
    field.key = value->keys[0];
    if (value->depth > 1) field.under = value->keys[1];
    if (value->depth > 1) field.item = value->mappings[1];
    if (value->depth > 2) field.third = value->keys[2];
    return take_field(reader, &field);
}

static bool take_house(void *self, const struct yaml_value *value) {
    struct rule_reader *reader = self;
    struct rule_field field = {.value = value};
    if (!value->depth || !slice_equal_text(value->keys[0], "patterns")) return true; /* other settings */
    if (value->depth < 3) return REFUSE(reader, value->line, RULE_FILE_HOUSE);
    const char *name = reader->file ? reader->file->name + strlen("house.") : "";
    if (!slice_equal_text(value->keys[1], name)) {
        if (!end_rule(reader)) return false;
        if (reader->files->list.count >= HOUSE_RULES)
            return REFUSE(reader, value->line, RULE_FILE_MANY, (size_t)HOUSE_RULES);
        if (!begin_rule(reader, value->keys[1], value->line)) return false;
    }
    field.key = value->keys[2];
    if (value->depth > 3) field.under = value->keys[3];
    if (value->depth > 3) field.item = value->mappings[3];
    if (value->depth > 4) field.third = value->keys[4];
    return take_field(reader, &field);
}

/* values: all were taken. */
static bool end_file(struct rule_reader *reader, bool values) {
    if (values && end_rule(reader)) return true;
    if (reader->file) { /* what was read of a rule that is wrong */
        rule_file_free(reader->file);
        reader->files->list.count--;
    }
    return false;
}

bool rule_file_read(struct rule_files *files, struct slice yaml, const char *path, struct error *e) {
    struct rule_reader reader = {.files = files, .path = path, .e = e};
    return end_file(&reader, yaml_values(yaml, path, take_file, &reader, e));
}

bool rule_file_read_kept(struct rule_files *files, struct slice kept, const char *path) {
    struct rule_reader reader = {.files = files, .path = path};
    return end_file(&reader, yaml_kept_values(kept, take_file, &reader));
}

bool rule_files_read_house(struct rule_files *files, struct slice yaml, const char *path, struct error *e) {
    struct rule_reader reader = {.files = files, .path = path, .house = true, .e = e};
    return end_file(&reader, yaml_values(yaml, path, take_house, &reader, e));
}
