#include "check/rule_kinds.h"

#include "base/utf8.h"

#include <stdlib.h>

bool kind_is_wide(const struct rule_file *file) {
    return file->kind == RULE_AGREES || file->kind == RULE_DEFINES;
}

static const struct kind_seen *find(const struct kinds *kinds, const struct rule_file *file, size_t pattern,
                                    struct slice text) {
    vec_each(const struct kind_seen, seen, &kinds->seen)
        if (seen->file == file && seen->pattern == pattern && slice_equal_text(text, seen->text)) return seen;
    return NULL;
}

static void remember(struct kinds *kinds, const struct rule_file *file, size_t pattern, struct slice text) {
    vec_push(&kinds->seen, (struct kind_seen){file, pattern, slice_copy(text)});
}

static bool has_letters_only(struct slice text) {
    for (size_t at = 0, n; at < text.len; at += n)
        if (!rune_is_letter(utf8_decode(text, at, &n))) return false;
    return true;
}

static void settle_repeats(const struct rule_file *file, struct kind_matches *matches) {
    struct slice before = {0};
    size_t start = 0, count = 0;
    vec_each(struct kind_match, match, &matches->list) {
        bool same =
            file->ignore_case ? slice_equal_nocase(match->text, before) : slice_equal(match->text, before);
        same = same && match->text.len && (!file->letters_only || has_letters_only(match->text));
        before = match->text;
        count = same ? count + 1 : 0;
        if (!count) start = match->start;
        if (count <= file->more_than) continue;
        match->reported = true;
        match->start = start;
        before = (struct slice){0}; /* the third is no second finding */
    }
}

static void settle_agrees(struct kinds *kinds, const struct rule_file *file, struct kind_matches *matches) {
    vec_each(struct kind_match, match, &matches->list) {
        match->reported = find(kinds, file, match->pattern ^ 1, SLICE("")) != NULL;
        if (!match->reported && !find(kinds, file, match->pattern, SLICE("")))
            remember(kinds, file, match->pattern, SLICE(""));
    }
}

/* What the block itself defines counts all over it, as Vale has it. */
static void settle_defines(struct kinds *kinds, const struct rule_file *file, struct kind_matches *matches) {
    vec_each(const struct kind_match, definition, &matches->list)
        if (definition->pattern == 1 && !find(kinds, file, 1, definition->text))
            remember(kinds, file, 1, definition->text);
    vec_each(struct kind_match, match, &matches->list)
        match->reported = match->pattern == 0 && !find(kinds, file, 1, match->text);
}

void kinds_settle(struct kinds *kinds, const struct rule_file *file, struct kind_matches *matches) {
    if (file->kind == RULE_REPEATS) settle_repeats(file, matches);
    if (file->kind == RULE_AGREES) settle_agrees(kinds, file, matches);
    if (file->kind == RULE_DEFINES) settle_defines(kinds, file, matches);
}

void kinds_free(struct kinds *kinds) {
    for (size_t i = 0; i < kinds->seen.count; i++)
        free(kinds->seen.items[i].text);
    vec_free(&kinds->seen);
}
