#include "training/lesson.h"

#include "base/file.h"
#include "base/paths.h"
#include "base/today.h"
#include "draft/front/front_matter.h"
#include "training/messages.h"
#include "training/own.h"

#include <dirent.h>
#include <sys/stat.h>

enum { LESSON_BYTES = 1 << 20, FLAW_PARTS = 4 };
static const char STYLE_LETTER = 'Y', OWN_RULE[] = "kata", ENDING[] = ".md";

bool flaw_is_of_words(const struct flaw *flaw) {
    return slice_equal_text(str_slice(&flaw->rule), OWN_RULE);
}

bool flaw_is_found_by(const struct flaw *flaw, const struct finding *finding) {
    return strcmp(str_text(&flaw->rule), finding_rule(finding)->name) == 0;
}

/* Turns "text#2" into the text, and says which one is meant. */
static size_t take_number(struct str *words) {
    size_t mark = words->len;
    while (mark > 0 && words->data[mark - 1] >= '0' && words->data[mark - 1] <= '9')
        mark--;
    if (mark < 2 || mark == words->len || words->data[mark - 1] != '#') return 1;
    size_t number = strtoul(words->data + mark, NULL, 10);
    str_splice(words, mark - 1, words->len - mark + 1, SLICE(""));
    return number;
}

static bool find_words(const struct lesson *lesson, struct flaw *flaw, size_t number) {
    struct slice draft = str_slice(&lesson->draft);
    size_t at = SIZE_MAX;
    for (size_t from = 0; number--; from = at + 1)
        if ((at = slice_find(draft, str_slice(&flaw->words), from)) == SIZE_MAX) return false;
    flaw->start = at;
    flaw->end = at + flaw->words.len;
    return true;
}

static bool read_flaw(struct lesson *lesson, struct slice line, struct error *e) {
    struct slice parts[FLAW_PARTS] = {0}, rest = line;
    for (size_t i = 0; i < FLAW_PARTS; i++)
        parts[i] = slice_trim(i + 1 < FLAW_PARTS ? slice_cut(&rest, '|') : rest);
    struct flaw *flaw = vec_add(&lesson->flaws);
    str_append(&flaw->rule, parts[0]);
    str_append(&flaw->words, parts[1]);
    str_append(&flaw->right, parts[2]);
    str_append(&flaw->hint, parts[3]);
    size_t number = take_number(&flaw->words);
    if (!flaw->rule.len || !flaw->words.len || !flaw->hint.len)
        return error_set(e, LESSON_FLAW, lesson->name, SLICE_ARG(line));
    if (!find_words(lesson, flaw, number))
        return error_set(e, LESSON_NO_WORDS, lesson->name, SLICE_ARG(str_slice(&flaw->words)));
    return true;
}

static int by_place(const void *left, const void *right) {
    const struct flaw *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

/* Which paragraph of the body each flaw stands in. */
static void number_paragraphs(struct lesson *lesson) {
    struct text *text = text_with(str_slice(&lesson->draft));
    size_t front = front_matter_lines(text), paragraph = 0, line = 0;
    vec_each(struct flaw, flaw, &lesson->flaws) {
        for (size_t end = text_line_at(text, flaw->start); line <= end; line++)
            paragraph += line >= front && slice_trim(text_line(text, line)).len > 0;
        flaw->paragraph = paragraph;
    }
    text_free(text);
}

static bool read_flaws(struct lesson *lesson, const struct front_matter *front, struct error *e) {
    const struct front_key *key = front_matter_key(front, "flaws");
    if (!key || key->kind != FRONT_SEQUENCE || !key->only_scalars || !key->items.count)
        return error_set(e, LESSON_NO_FLAWS, lesson->name);
    vec_each(const struct front_item, item, &key->items)
        if (!read_flaw(lesson, str_slice(&item->value), e)) return false;
    qsort(lesson->flaws.items, lesson->flaws.count, sizeof *lesson->flaws.items, by_place);
    number_paragraphs(lesson);
    return true;
}

static void read_lists(struct lesson *lesson, const struct front_matter *front) {
    const struct front_key *also = front_matter_key(front, "also"), *steps = front_matter_key(front, "steps");
    for (size_t i = 0; also && i < also->items.count; i++)
        str_append(vec_add(&lesson->also), str_slice(&also->items.items[i].value));
    for (size_t i = 0; steps && i < steps->items.count; i++)
        str_append(vec_add(&lesson->steps), str_slice(&steps->items.items[i].value));
}

/* The draft has a front matter of its own: what the writer of a release has. */
static void make_draft(struct lesson *lesson, const struct front_matter *front, const struct text *text) {
    struct slice headline = front_matter_text(front, "headline"), date = front_matter_text(front, "date");
    if (!headline.len) headline = str_slice(&lesson->title);
    str_printf(&lesson->draft, "---\ntitle: \"%.*s\"\ndate: %.*s\nstatus: draf\n---\n", SLICE_ARG(headline),
               SLICE_ARG(date));
    text_copy(text, text_line_start(text, front->lines), text_length(text), &lesson->draft);
}

/* A text that was handed out. */
static bool take_text(struct lesson *lesson, const struct front_matter *front, const struct text *text) {
    struct slice title = front_matter_text(front, "title");
    lesson->keyless = true;
    str_append(&lesson->title, title.len ? title : slice_of(lesson->name));
    text_copy(text, 0, text_length(text), &lesson->draft);
    return true;
}

static bool read_lesson(struct lesson *lesson, const struct text *text, struct error *e) {
    struct front_matter front = {0};
    front_matter_parse(&front, text, e ? e->lang : LANG_ID);
    if (!front.broken && !front_matter_key(&front, "flaws") && !front_matter_key(&front, "goal")) {
        take_text(lesson, &front, text);
        front_matter_free(&front);
        return true;
    }
    bool ok = front.lines && !front.broken && front.lines < text_line_count(text);
    struct slice test = front_matter_text(&front, "test");
    lesson->test = slice_equal_text(test, "sebelum")   ? LESSON_BEFORE
                   : slice_equal_text(test, "sesudah") ? LESSON_AFTER
                                                       : LESSON_PRACTICE;
    str_append(&lesson->title, front_matter_text(&front, "title"));
    str_append(&lesson->goal, front_matter_text(&front, "goal"));
    struct str minutes = {0};
    str_append(&minutes, front_matter_text(&front, "minutes"));
    lesson->minutes = strtoul(str_text(&minutes), NULL, 10);
    str_free(&minutes);
    if (!ok || !lesson->title.len || !lesson->goal.len || !front_matter_text(&front, "date").len)
        ok = error_set(e, LESSON_BROKEN, lesson->name, front.broken ? str_text(&front.problem) : "");
    if (ok) {
        make_draft(lesson, &front, text);
        read_lists(lesson, &front);
        ok = read_flaws(lesson, &front, e);
    }
    front_matter_free(&front);
    return ok;
}

static char *name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    struct slice name = slice_of(slash ? slash + 1 : path);
    if (slice_ends(name, slice_of(ENDING))) name.len -= strlen(ENDING);
    return slice_copy(name);
}

struct lesson *lesson_load(const char *path, struct error *e) {
    struct str bytes = {0};
    if (!file_read(path, LESSON_BYTES, &bytes, e)) {
        str_free(&bytes);
        return NULL;
    }
    struct lesson *lesson = memory_zero(1, sizeof *lesson);
    lesson->name = name_of(path);
    struct text *text = text_with(str_slice(&bytes));
    if (!read_lesson(lesson, text, e)) {
        lesson_free(lesson);
        lesson = NULL;
    }
    text_free(text);
    str_free(&bytes);
    return lesson;
}

struct lesson *lesson_own(enum lang lang) {
    struct lesson *lesson = memory_zero(1, sizeof *lesson);
    lesson->name = slice_copy(SLICE(OWN_LESSON));
    lesson->keyless = true;
    str_append_text(&lesson->title, message_text(lang, MESSAGE_OWN_TITLE));
    str_append_text(&lesson->draft, "---\ntitle: \"\"\ndate: ");
    today_append(&lesson->draft);
    str_append_text(&lesson->draft, "\nstatus: draf\n---\n\n");
    return lesson;
}

bool lesson_take_rules(const struct lesson *lesson, struct rule_set *rules, struct error *e) {
    bool named[RULE_COUNT] = {false};
    const struct str *unknown = NULL;
    vec_each(const struct str, also, &lesson->also)
        if (!rules_select(rules->book, named, str_slice(also), true, NULL)) unknown = also;
    vec_each(const struct flaw, flaw, &lesson->flaws) {
        if (flaw_is_of_words(flaw)) continue;
        if (rule_book_named(rules->book, str_slice(&flaw->rule)))
            rules_select(rules->book, named, str_slice(&flaw->rule), true, NULL);
        else
            unknown = &flaw->rule;
    }
    for (size_t id = 0; id < RULE_COUNT; id++) {
        const struct rule *rule = rule_book_rule(rules->book, id);
        bool style = rule && rule->letter == STYLE_LETTER && !lesson->keyless;
        rules->enabled[id] = named[id] || (rules->enabled[id] && !style);
    }
    return !unknown || error_set(e, LESSON_NO_RULE, lesson->name, SLICE_ARG(str_slice(unknown)));
}

void lesson_free(struct lesson *lesson) {
    if (!lesson) return;
    vec_each(struct flaw, flaw, &lesson->flaws) {
        str_free(&flaw->rule);
        str_free(&flaw->words);
        str_free(&flaw->right);
        str_free(&flaw->hint);
    }
    vec_each(struct str, step, &lesson->steps)
        str_free(step);
    vec_each(struct str, also, &lesson->also)
        str_free(also);
    vec_free(&lesson->also);
    vec_free(&lesson->flaws);
    vec_free(&lesson->steps);
    str_free(&lesson->title);
    str_free(&lesson->goal);
    str_free(&lesson->draft);
    free(lesson->name);
    free(lesson);
}

static int is_lesson(const struct dirent *entry) {
    return entry->d_name[0] != '.' && slice_ends(slice_of(entry->d_name), slice_of(ENDING));
}

static void find_folder(const char *folder, struct str *out) {
    str_clear(out);
    if (folder)
        str_append_text(out, folder);
    else
        path_data(out, "lessons");
}

void lesson_names_find(const char *from, struct lesson_names *names) {
    struct str folder = {0};
    struct dirent **entries = NULL;
    find_folder(from, &folder);
    int count = scandir(str_text(&folder), &entries, is_lesson, alphasort);
    for (int i = 0; i < count; i++) {
        vec_push(&names->list, name_of(entries[i]->d_name));
        free(entries[i]);
    }
    free(entries);
    str_free(&folder);
}

void lesson_names_free(struct lesson_names *names) {
    for (size_t i = 0; i < names->list.count; i++)
        free(names->list.items[i]);
    vec_free(&names->list);
}

bool lesson_path(const char *folder, const char *name, struct str *out) {
    struct stat st;
    find_folder(folder, out);
    str_printf(out, "/%s%s", name, ENDING);
    if (!strchr(name, '/') && stat(str_text(out), &st) == 0) return true;
    str_clear(out);
    str_append_text(out, name);
    return path_is_within(name) && stat(name, &st) == 0 && S_ISREG(st.st_mode);
}
