#include "check/directive.h"

#include "check/rule.h"
#include "config/settings.h"
#include "language/sentence/markup.h"

#include <stdlib.h>

static const struct {
    const char *word;
    enum directive_kind kind;
} kinds[] = {{"off", DIRECTIVE_OFF}, {"on", DIRECTIVE_ON}, {"ignore", DIRECTIVE_IGNORE}};

/* Takes the next word, up to a space, comma or colon, off the front of *rest. */
static struct slice next_word(struct slice *rest) {
    size_t from = 0;
    while (from < rest->len && strchr(" \t\r\n,", rest->data[from]))
        from++;
    size_t end = from;
    while (end < rest->len && !strchr(" \t\r\n,:", rest->data[end]))
        end++;
    struct slice word = slice_range(*rest, from, end);
    *rest = slice_range(*rest, end, rest->len);
    return word;
}

static void set_unknown(struct directive *directive, struct slice text) {
    directive->unknown = true;
    free(directive->text);
    directive->text = slice_copy(text);
}

/* Takes words in quotation marks, straight or curly, off the front of *rest. */
static bool take_words(struct directive *directive, struct slice *rest) {
    static const char *const marks[][2] = {{"\"", "\""}, {"“", "”"}};
    struct slice s = *rest;
    while (s.len && strchr(" \t\r\n,", s.data[0]))
        s = slice_range(s, 1, s.len);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct slice opening = slice_of(marks[i][0]), closing = slice_of(marks[i][1]);
        size_t end = slice_starts(s, opening) ? slice_find(s, closing, opening.len) : SIZE_MAX;
        if (end == SIZE_MAX) continue;
        free(directive->words);
        directive->words = slice_copy(slice_range(s, opening.len, end));
        *rest = slice_range(s, end + closing.len, s.len);
        return true;
    }
    return false;
}

static void read_rules(struct directive *directive, const struct rule_book *book, struct slice rest) {
    size_t named = 0;
    while (!(rest.len && rest.data[0] == ':')) {
        if (directive->kind == DIRECTIVE_IGNORE && take_words(directive, &rest)) continue;
        struct slice word = next_word(&rest);
        if (!word.len) break;
        named++;
        if (!rules_select(book, directive->rules, word, true, NULL)) set_unknown(directive, word);
    }
    if (!named && directive->kind != DIRECTIVE_ON) set_unknown(directive, SLICE(""));
}

static void read_comment(struct directives *directives, const struct rule_book *book, struct slice text,
                         size_t start, size_t end) {
    struct slice rest = slice_trim(slice_range(text, start + strlen("<!--"), end - strlen("-->")));
    if (!slice_equal_text(next_word(&rest), "sunting") || !rest.len || rest.data[0] != ':') return;
    rest = slice_range(rest, 1, rest.len);
    struct slice verb = next_word(&rest);
    struct directive *directive = vec_add(&directives->list);
    *directive = (struct directive){.kind = DIRECTIVE_BAD, .start = start, .end = end};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (slice_equal_text(verb, kinds[i].word)) directive->kind = kinds[i].kind;
    if (directive->kind == DIRECTIVE_BAD)
        set_unknown(directive, verb);
    else
        read_rules(directive, book, rest);
}

void directives_find(struct directives *directives, const struct rule_book *book, struct slice text) {
    struct markup markup = {0};
    if (slice_find(text, SLICE("<!--"), 0) == SIZE_MAX) return; /* nearly always */
    markup_find(&markup, text, NULL, NULL);
    for (size_t i = 0; i < markup.spans.count; i++) {
        const struct markup_span *span = &markup.spans.items[i];
        struct slice comment = slice_range(text, span->start, span->end);
        if (span->kind == MARKUP_COMMENT && comment.len > strlen("<!-->") &&
            slice_ends(comment, SLICE("-->")))
            read_comment(directives, book, text, span->start, span->end);
    }
    markup_free(&markup);
}

/* Bytes of line (from 1) of the text. */
static void find_line(struct slice text, size_t line, size_t *start, size_t *end) {
    *start = 0;
    while (--line) {
        size_t newline = slice_find_byte(text, '\n', *start);
        if (newline == SIZE_MAX) break;
        *start = newline + 1;
    }
    *end = slice_find_byte(text, '\n', *start);
    if (*end == SIZE_MAX) *end = text.len;
}

void directives_find_front(struct directives *directives, const struct rule_book *book, struct slice text) {
    size_t first = slice_find_byte(text, '\n', 0), last = text.len;
    while (last > 0 && text.data[last - 1] != '\n')
        last--;
    if (first == SIZE_MAX || last <= first || slice_find(text, SLICE("sunting"), 0) == SIZE_MAX) return;
    struct settings settings = {0};
    /* What is broken here is for metadata.* to say. */
    settings_parse(&settings, SETTINGS_DRAFT, slice_range(text, first + 1, last), "", NULL);
    for (size_t i = 0; i < settings.rules.items.count; i++) {
        const struct setting *setting = &settings.rules.items.items[i];
        struct directive *directive = vec_add(&directives->list);
        directive->kind = DIRECTIVE_DRAFT;
        find_line(text, setting->line + 1, &directive->start, &directive->end);
        if (!rules_select(book, directive->rules, slice_of(setting->value), true, NULL))
            set_unknown(directive, slice_of(setting->value));
    }
    settings_free(&settings);
}

void directives_free(struct directives *directives) {
    vec_each(struct directive, directive, &directives->list) {
        free(directive->text);
        free(directive->words);
    }
    vec_free(&directives->list);
}
