#include "check/capitals.h"

#include "base/utf8.h"
#include "check/rule_patterns.h"
#include "language/sentence/words.h"

static bool is_allowed(const struct capitals *capitals, struct slice word) {
    for (size_t i = 0; i < capitals->allowed.count; i++)
        if (slice_equal_text(word, capitals->allowed.items[i])) return true;
    return false;
}

static bool has_capital(struct slice word) {
    for (size_t at = 0, n; at < word.len; at += n)
        if (rune_is_upper(utf8_decode(word, at, &n))) return true;
    return false;
}

static bool has_small(struct slice word) {
    for (size_t at = 0, n; at < word.len; at += n) {
        uint32_t rune = utf8_decode(word, at, &n);
        if (rune_upper(rune) != rune) return true;
    }
    return false;
}

static bool is_right(const struct capitals *capitals, const struct analysis *a, size_t i, bool opens) {
    struct slice word = token_word(a, i);
    bool upper = !has_small(word), capital = token_is_capital(a, i);
    if (is_allowed(capitals, word)) return true;
    switch (capitals->style) {
    case CAPITALS_UPPER:
        return upper;
    case CAPITALS_LOWER:
        return !has_capital(word);
    case CAPITALS_SENTENCE:
        return opens ? capital : upper || !has_capital(word);
    case CAPITALS_TITLE:
        return capital || (!opens && token_in(a, i, CLASS_TITLE_SMALL));
    }
    return true;
}

/* All in capitals or in small letters has no share: one word that is otherwise is enough. */
static double share_of(const struct capitals *capitals) {
    bool whole = capitals->style == CAPITALS_UPPER || capitals->style == CAPITALS_LOWER;
    return whole ? 1 : capitals->right_share;
}

static void check_words(const struct rule_file *file, const struct check_context *context,
                        const struct analysis *a, struct token_span span, struct findings *out) {
    size_t words = 0, right = 0;
    bool first_wrong = false;
    for (size_t i = span.first; i < span.end; i++) {
        if (!token_is_kind(a, i, TOKEN_WORD)) continue;
        bool ok = is_right(&file->capitals, a, i, words == 0);
        first_wrong |= words == 0 && !ok;
        words++;
        right += ok;
    }
    if (!words || (!first_wrong && (double)right >= share_of(&file->capitals) * (double)words)) return;
    rule_patterns_report(file, context, a, span, out);
}

void capitals_check(const struct rule_file *file, const struct check_context *context,
                    const struct block *block, struct findings *out) {
    const struct analysis *a = &block->analysis;
    bool heading = block->kind == BLOCK_HEADING;
    size_t level = 0;
    while (heading && level < block->text.len && block->text.data[level] == '#')
        level++;
    if (!context->enabled[file->rule.id] || heading == file->capitals.sentences) return;
    if (heading && file->capitals.level && file->capitals.level != level) return;
    vec_each(const struct sentence, sentence, &a->sentences) {
        struct token_span span = {sentence->first_token, sentence->first_token + sentence->tokens};
        if (sentence->tokens) check_words(file, context, a, span, out);
        if (heading) break; /* its first sentence, as good as always all of it */
    }
}
