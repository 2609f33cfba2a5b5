#include "check/rule_book.h"

#include "base/file.h"
#include "check/capitals.h"
#include "check/messages.h"
#include "check/rule_patterns.h"
#include "check/rule_prepared.h"
#include "check/vale.h"

#include <stdlib.h>

struct rule_book {
    struct language *language;
    struct patterns *patterns;
    bool compiled; /* the patterns were, beforehand, and wait for their entries */
    struct rule_files files;
    struct rule_entries entries;
    const struct rule_file *builtin[RULE_BUILTIN]; /* files of rules of the program */
    VEC(const struct rule_file *) loaded;          /* those after them, by id - RULE_BUILTIN */
    struct house house;
    struct str left_out; /* names of rule files that this program cannot read */
};

/* The first $n of a fix that asks for a group the pattern has not; 0: none. */
static int group_missing(const struct rule_book *book, const char *fix) {
    size_t groups = patterns_groups(book->patterns, patterns_count(book->patterns) - 1);
    for (; *fix; fix++)
        if (fix[0] == '$' && fix[1] >= '1' && fix[1] <= '9' && (size_t)(fix[1] - '0') > groups)
            return fix[1] - '0';
    return 0;
}

/* The fixes of the pattern that was added last. */
static bool fixes_fit(const struct rule_book *book, const struct rule_file *file,
                      const struct rule_pattern *pattern, struct error *e) {
    for (size_t i = 0; i < pattern->becomes.count; i++) {
        int missing = group_missing(book, pattern->becomes.items[i]);
        if (missing)
            return error_set(e, RULE_FILE_GROUP, file->path, pattern->line, pattern->becomes.items[i],
                             missing);
    }
    return true;
}

/* Compiles one pattern; its entry tells whose it is. */
static bool add(struct rule_book *book, const struct rule_file *file, size_t pattern, const char *source,
                bool except, struct error *e) {
    struct error why = {.lang = e ? e->lang : LANG_ID};
    size_t line = pattern < file->patterns.count ? file->patterns.items[pattern].line : file->line;
    bool ok = book->compiled ? book->entries.list.count < patterns_count(book->patterns)
                             : patterns_add(book->patterns, slice_of(source), &why) != SIZE_MAX;
    if (ok)
        vec_push(&book->entries.list, (struct rule_entry){file, pattern, except});
    else
        error_set(e, RULE_FILE_PATTERN, file->path, line, source, str_text(&why.text));
    error_free(&why);
    return ok;
}

static bool add_all_patterns(struct rule_book *book, const struct rule_file *file, struct error *e) {
    for (size_t i = 0; i < file->patterns.count; i++) {
        const struct rule_pattern *pattern = &file->patterns.items[i];
        if (!add(book, file, i, pattern->source, false, e)) return false;
        if (!book->compiled && !fixes_fit(book, file, pattern, e)) return false;
        for (size_t k = 0; k < pattern->except.count; k++)
            if (!add(book, file, i, pattern->except.items[k], true, e)) return false;
    }
    for (size_t k = 0; k < file->except.count; k++)
        if (!add(book, file, SIZE_MAX, file->except.items[k], true, e)) return false;
    return true;
}

/* All, or none: the automaton keeps what it has learnt, but nobody asks for it. */
static bool add_patterns(struct rule_book *book, const struct rule_file *file, struct error *e) {
    size_t first = book->entries.list.count;
    if (add_all_patterns(book, file, e)) return true;
    for (size_t i = first; i < book->entries.list.count; i++)
        book->entries.list.items[i].file = NULL;
    return false;
}

/* Gives the rule its number; a rule of the program has one. */
static bool enter(struct rule_book *book, struct rule_file *file, struct error *e) {
    const struct rule *builtin = rule_named(slice_of(file->name));
    if (builtin) {
        if (book->builtin[builtin->id])
            return error_set(e, RULE_FILE_TWICE, file->path, file->line, file->name);
        file->rule = *builtin;
        file->rule.file = file;
        if (!add_patterns(book, file, e)) return false;
        book->builtin[builtin->id] = file;
        return true;
    }
    for (size_t i = 0; i < book->loaded.count; i++)
        if (strcmp(book->loaded.items[i]->name, file->name) == 0)
            return error_set(e, RULE_FILE_TWICE, file->path, file->line, file->name);
    if (RULE_BUILTIN + book->loaded.count >= RULE_COUNT)
        return error_set(e, RULE_FILE_MANY, file->path, file->line, (size_t)(RULE_COUNT - RULE_BUILTIN));
    file->rule.id = (enum rule_id)(RULE_BUILTIN + book->loaded.count);
    if (!add_patterns(book, file, e)) return false;
    vec_push(&book->loaded, file);
    return true;
}

/* Those from first on; one that is wrong is left out. */
static bool enter_all(struct rule_book *book, size_t first, struct error *e) {
    bool ok = true;
    for (size_t i = first; i < book->files.list.count; i++)
        if (!enter(book, book->files.list.items[i], ok ? e : NULL)) ok = false;
    return ok;
}

/* One of a newer version, mostly. */
static void leave_out(struct rule_book *book, const char *name) {
    struct slice rule = slice_of(name);
    rule.len -= strlen(RULE_FILE_ENDING);
    str_printf(&book->left_out, "%s%.*s", book->left_out.len ? ", " : "", SLICE_ARG(rule));
}

/* As it was prepared, or as it is. One that cannot be opened was told; one that is wrong: false. */
static bool add_as_prepared(struct rule_book *book, const char *name, const char *path) {
    size_t first = book->files.list.count;
    struct slice kept = rules_prepared(language_prepared(book->language), name, book->compiled ? NULL : path);
    if (kept.len && rule_file_read_kept(&book->files, kept, path)) return enter_all(book, first, NULL);
    struct str yaml = {0};
    bool ok = !file_read(path, RULE_FILE_BYTES, &yaml, language_errors(book->language)) ||
              rule_book_add_file(book, str_slice(&yaml), path, NULL);
    str_free(&yaml);
    return ok;
}

static bool add_or_leave_out(void *self, const char *name, const char *path) {
    struct rule_book *book = self;
    if (!add_as_prepared(book, name, path)) leave_out(book, name);
    return true;
}

static struct rule_book *begin(struct language *language) {
    struct rule_book *book = memory_zero(1, sizeof *book);
    book->language = language;
    book->patterns = patterns_new(language);
    return book;
}

#define SECTION_PATTERNS "patterns"

/* Takes the patterns of all rule files as they were compiled, when the files and the classes of words are
 * those of which they were. */
static bool take_compiled(struct rule_book *book, const char *dictionaries) {
    const struct prepared *prepared = language_prepared(book->language);
    struct slice kept = prepared_section(prepared, SECTION_PATTERNS);
    return kept.len && language_lexicon(book->language, LEXICON_CLASSES)->keys.slots.len &&
           rules_are_all_prepared(prepared, dictionaries) && patterns_take(book->patterns, kept);
}

/* Whether each pattern has its rule. */
static bool is_whole(const struct rule_book *book) {
    return !book->left_out.len && book->entries.list.count == patterns_count(book->patterns);
}

static struct rule_book *book_compiled(struct language *language, const char *dictionaries) {
    struct rule_book *book = begin(language);
    book->compiled = take_compiled(book, dictionaries);
    bool whole = book->compiled && rules_each(dictionaries, add_or_leave_out, book) && is_whole(book);
    book->compiled = false;
    if (whole) return book;
    rule_book_free(book);
    return NULL;
}

struct rule_book *rule_book_new(struct language *language, const char *dictionaries) {
    struct rule_book *book = dictionaries ? book_compiled(language, dictionaries) : NULL;
    if (book) return book;
    book = begin(language);
    if (dictionaries) rules_each(dictionaries, add_or_leave_out, book);
    return book;
}

void rule_book_prepare(const char *dictionaries, struct prepared_writer *writer) {
    struct language *language = language_new(dictionaries, LANG_ID);
    struct rule_book *book = rule_book_new(language, dictionaries);
    struct str kept = {0};
    rules_prepare(dictionaries, writer);
    if (is_whole(book)) patterns_keep(book->patterns, &kept);
    if (kept.len) prepared_add(writer, SECTION_PATTERNS, str_slice(&kept));
    str_free(&kept);
    rule_book_free(book);
    language_free(language);
}

const char *rule_book_left_out(const struct rule_book *book) {
    return book ? str_text(&book->left_out) : "";
}

bool rule_book_add_vale(struct rule_book *book, struct slice yaml, const char *path, struct error *e) {
    size_t first = book->files.list.count;
    return vale_read(&book->files, yaml, path, e) && enter_all(book, first, e);
}

bool rule_book_add_house(struct rule_book *book, struct slice yaml, const char *path, struct error *e) {
    size_t first = book->files.list.count;
    bool ok = rule_files_read_house(&book->files, yaml, path, e);
    ok = enter_all(book, first, ok ? e : NULL) && ok;
    return house_read(&book->house, yaml, path, ok ? e : NULL) && ok;
}

const struct house *rule_book_house(const struct rule_book *book) {
    return book ? &book->house : NULL;
}

bool rule_book_add_file(struct rule_book *book, struct slice yaml, const char *path, struct error *e) {
    size_t first = book->files.list.count;
    return rule_file_read(&book->files, yaml, path, e) && enter_all(book, first, e);
}

void rule_book_free(struct rule_book *book) {
    if (!book) return;
    for (size_t i = 0; i < book->files.list.count; i++)
        rule_file_free(book->files.list.items[i]);
    vec_free(&book->files.list);
    house_free(&book->house);
    str_free(&book->left_out);
    vec_free(&book->loaded);
    vec_free(&book->entries.list);
    patterns_free(book->patterns);
    free(book);
}

const struct rule *rule_book_rule(const struct rule_book *book, size_t id) {
    if (id < RULE_BUILTIN) return rule_get((enum rule_id)id);
    id -= RULE_BUILTIN;
    return book && id < book->loaded.count ? &book->loaded.items[id]->rule : NULL;
}

const struct rule *rule_book_named(const struct rule_book *book, struct slice name) {
    const struct rule *rule;
    for (size_t i = 0; (rule = rule_book_rule(book, i)) != NULL; i++)
        if (slice_equal_text(name, rule->name)) return rule;
    return NULL;
}

const struct rule_file *rule_book_file(const struct rule_book *book, size_t id) {
    if (!book) return NULL;
    if (id < RULE_BUILTIN) return book->builtin[id];
    return id - RULE_BUILTIN < book->loaded.count ? book->loaded.items[id - RULE_BUILTIN] : NULL;
}

void rule_book_check(struct rule_book *book, const struct check_context *context, struct block *block,
                     struct findings *out) {
    if (!book) return;
    if (book->entries.list.count) rule_patterns_check(book->patterns, &book->entries, context, block, out);
    vec_each(const struct rule_file *const, file, &book->loaded)
        if ((*file)->kind == RULE_CAPITALS) capitals_check(*file, context, block, out);
}

bool rule_book_check_wide(struct rule_book *book, const struct check_context *context,
                          const struct document *document, struct findings *out) {
    return !book || rule_patterns_check_wide(book->patterns, &book->entries, context, document, out);
}
