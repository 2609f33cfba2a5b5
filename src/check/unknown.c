#include "base/map.h"
#include "check/rule.h"
#include "language/nonstandard.h"
#include "language/speller.h"

/*
 * spelling.unknown: a word that no dictionary and no rule of word formation knows.
 *
 * Capitals in mid-sentence and acronyms are names and are left alone. A capital at the start of a sentence
 * may be a name as well: the word is reported only when it is a slip of a common word, and stands nowhere
 * else with a capital. Words in italics are foreign or coined; words of a dateline and of a sign-off
 * ("(rel/tsa)") are names of media and initials.
 */
enum {
    SIGN_OFF_TOKENS = 8, /* as many at most, brackets included */
    DATELINE_TOKENS = 10,
    COMMON_START = 100, /* articles that have the word which a capital one is a slip of */
    START_SHORTEST = 7  /* shorter ones are too often names */
};

static bool is_mark(const struct analysis *a, size_t i, char mark) {
    return i < a->tokens.count && a->tokens.items[i].kind == TOKEN_PUNCTUATION &&
           token_text(a, &a->tokens.items[i]).data[0] == mark;
}

static bool is_dash(const struct analysis *a, size_t i) {
    struct slice text = token_text(a, &a->tokens.items[i]);
    return slice_equal_text(text, "—") || slice_equal_text(text, "–") || slice_equal_text(text, "-");
}

/* First token behind "Padang, pasbana —"; 0 when the paragraph has no dateline. */
static size_t dateline_end(const struct analysis *a) {
    for (size_t i = 1; i < a->tokens.count && i < DATELINE_TOKENS; i++) {
        const struct token *token = &a->tokens.items[i];
        if (token->kind == TOKEN_WORD || is_mark(a, i, ',') || is_mark(a, i, '.') || is_mark(a, i, '(') ||
            is_mark(a, i, ')') || is_mark(a, i, '/') || token->kind == TOKEN_NUMBER)
            continue;
        return is_dash(a, i) && (token->flags & TOKEN_SPACE_BEFORE) ? i : 0;
    }
    return 0;
}

/* The bracket that opens "(rel/tsa)" at the end of the paragraph; the number of tokens when there is none. */
static size_t sign_off_start(const struct analysis *a) {
    size_t count = a->tokens.count, end = count;
    while (end > 0 && (is_mark(a, end - 1, '.') || is_mark(a, end - 1, '*') || is_mark(a, end - 1, '_')))
        end--;
    if (end == 0 || !is_mark(a, end - 1, ')')) return count;
    for (size_t i = end - 1; i > 0 && end - i < SIGN_OFF_TOKENS; i--)
        if (is_mark(a, i - 1, '('))
            return i == 1 || is_mark(a, i - 2, '.') || is_mark(a, i - 2, '"') || is_mark(a, i - 2, '?') ||
                           is_mark(a, i - 2, '!') ||
                           slice_equal_text(token_text(a, &a->tokens.items[i - 2]), "”")
                       ? i - 1
                       : count;
    return count;
}

/* Walks the words of a block that are prose. */
struct walk {
    const struct analysis *a;
    size_t at, end;
    size_t sentence;
    char italics; /* the mark that is open, or 0 */
};

static struct walk walk_start(const struct analysis *a) {
    return (struct walk){.a = a, .at = dateline_end(a), .end = sign_off_start(a)};
}

/* *word* and _word_: a mark opens before a letter and closes behind one. */
static void follow_italics(struct walk *walk, size_t i) {
    const struct token *token = &walk->a->tokens.items[i];
    for (const char *mark = "*_"; *mark; mark++) {
        if (!is_mark(walk->a, i, *mark)) continue;
        bool space_behind =
            i + 1 >= walk->a->tokens.count || (walk->a->tokens.items[i + 1].flags & TOKEN_SPACE_BEFORE) != 0;
        if (walk->italics == *mark)
            walk->italics = 0;
        else if (!walk->italics && !space_behind &&
                 (i == 0 || (token->flags & TOKEN_SPACE_BEFORE) ||
                  walk->a->tokens.items[i - 1].kind == TOKEN_PUNCTUATION))
            walk->italics = *mark;
    }
}

/* Index of the next word, or SIZE_MAX; *starts tells whether a sentence, or a quotation, starts with it. */
static size_t walk_next(struct walk *walk, bool *starts) {
    const struct analysis *a = walk->a;
    while (walk->at < walk->end) {
        size_t i = walk->at++;
        const struct token *token = &a->tokens.items[i];
        follow_italics(walk, i);
        while (walk->sentence + 1 < a->sentences.count &&
               a->sentences.items[walk->sentence + 1].first_token <= i)
            walk->sentence++;
        if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_DIGIT | TOKEN_DOTTED)) || walk->italics)
            continue;
        size_t first = a->sentences.count ? a->sentences.items[walk->sentence].first_token : 0;
        while (first < i && a->tokens.items[first].kind != TOKEN_WORD)
            first++;
        *starts = first == i || (i > 0 && a->tokens.items[i - 1].kind != TOKEN_WORD &&
                                 !is_mark(a, i - 1, ',') && !is_mark(a, i - 1, '-'));
        return i;
    }
    return SIZE_MAX;
}

/* The word beside the token at i, when nothing but space stands between them. */
static struct slice beside(const struct analysis *a, size_t i, bool next) {
    if (next ? i + 1 >= a->tokens.count : i == 0) return (struct slice){0};
    const struct token *other = &a->tokens.items[next ? i + 1 : i - 1];
    return other->kind == TOKEN_WORD ? token_text(a, other) : (struct slice){0};
}

static void report(const struct check_context *context, const struct block *block, size_t i, size_t offset,
                   struct findings *out) {
    const struct analysis *a = &block->analysis;
    const struct token *token = &a->tokens.items[i];
    struct slice text = token_text(a, token);
    struct finding *finding =
        finding_add(out, RULE_SPELLING_UNKNOWN, offset + token->start, offset + token->end);
    finding_say(finding, context->lang, SPELLING_UNKNOWN, SLICE_ARG(text));
    if (!context->suggest) return;
    struct suggestions suggestions;
    speller_suggest(language_speller(context->language), text, beside(a, i, false), beside(a, i, true),
                    &suggestions);
    for (size_t k = 0; k < suggestions.count; k++)
        finding_suggest(finding, slice_of(suggestions.items[k]));
    suggestions_free(&suggestions);
}

static bool is_unknown(const struct check_context *context, struct slice text) {
    return text.len > 1 && speller_look(language_speller(context->language), text) == WORD_UNKNOWN;
}

/* The rule that has a better word for it reports it. */
static bool is_reported_elsewhere(const struct check_context *context, struct slice text) {
    static const struct {
        enum rule_id rule;
        enum lexicon_name lexicon;
    } tables[] = {{RULE_SPELLING_NONSTANDARD, LEXICON_NONSTANDARD},
                  {RULE_SPELLING_PREPOSITION, LEXICON_PREPOSITIONS},
                  {RULE_SPELLING_COMPOUND, LEXICON_COMPOUNDS}};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (context->enabled[tables[i].rule] && language_has(context->language, tables[i].lexicon, text))
            return true;
    struct str right = {0};
    bool formed =
        context->enabled[RULE_SPELLING_NONSTANDARD] && nonstandard_find(context->language, text, &right);
    str_free(&right);
    return formed;
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    struct walk walk = walk_start(a);
    bool starts;
    for (size_t i; (i = walk_next(&walk, &starts)) != SIZE_MAX;) {
        struct slice text = token_text(a, &a->tokens.items[i]);
        if ((a->tokens.items[i].flags & TOKEN_LOWER) && is_unknown(context, text) &&
            !is_reported_elsewhere(context, text))
            report(context, block, i, 0, out);
    }
}

/* Counts how often each word stands with a capital; one in mid-sentence proves a name. */
static void count_capitals(const struct block *block, struct map *capitals) {
    const struct analysis *a = &block->analysis;
    struct walk walk = walk_start(a);
    bool starts;
    for (size_t i; (i = walk_next(&walk, &starts)) != SIZE_MAX;)
        if (a->tokens.items[i].flags & TOKEN_CAPITAL)
            *map_put(capitals, token_text(a, &a->tokens.items[i])) += starts ? 1 : 2;
}

static bool is_capital_slip(const struct check_context *context, const struct analysis *a, size_t i) {
    const struct token *token = &a->tokens.items[i];
    struct slice text = token_text(a, token);
    if (!(token->flags & TOKEN_CAPITAL) || (token->flags & (TOKEN_UPPER | TOKEN_HYPHEN)) ||
        text.len < START_SHORTEST || !is_unknown(context, text))
        return false;
    /* before another capital it is the first part of a name */
    if (i + 1 < a->tokens.count && (a->tokens.items[i + 1].flags & TOKEN_CAPITAL)) return false;
    struct str lower = {0};
    for (size_t k = 0; k < text.len; k++)
        str_append_byte(
            &lower, (char)(text.data[k] >= 'A' && text.data[k] <= 'Z' ? text.data[k] + 32 : text.data[k]));
    bool slip = speller_neighbour(language_speller(context->language), str_slice(&lower)) >= COMMON_START &&
                !is_reported_elsewhere(context, str_slice(&lower));
    str_free(&lower);
    return slip;
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    struct map capitals = {0};
    for
        vec_each(struct block *, block, &document->blocks) if (block_has_prose(*block))
            count_capitals(*block, &capitals);
    bool done = true, starts;
    for
        vec_each(struct block *, block, &document->blocks) {
            if (!block_has_prose(*block) || (*block)->kind == BLOCK_HEADING) continue;
            if (!(done = !check_interrupted(context))) break;
            const struct analysis *a = &(*block)->analysis;
            struct walk walk = walk_start(a);
            for (size_t i; (i = walk_next(&walk, &starts)) != SIZE_MAX;) {
                const uintptr_t *seen = map_get(&capitals, token_text(a, &a->tokens.items[i]));
                if (starts && seen && *seen == 1 && is_capital_slip(context, a, i))
                    report(context, *block, i, (*block)->start, out);
            }
        }
    map_free(&capitals);
    return done;
}

const struct check check_of_unknown = {.block = check_block, .document = check_document};
