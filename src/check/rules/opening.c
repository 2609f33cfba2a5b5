#include "base/utf8.h"
#include "check/rule.h"
#include "check/rules/messages.h"
#include "check/rules/prose.h"

/* style.title, style.title_length, style.lead, style.lead_title, style.dateline: what a reader sees of a text
 * before reading it. */
enum {
    TITLE_MOST = 80,     /* characters; search engines cut at some 60, newsrooms allow 80 */
    LEAD_MOST = 35,      /* words; the usual limit of an inverted pyramid */
    LEAD_LEAST = 6,      /* words; "SIARAN PERS" and "Nomor: 12/2026" stand above the lead */
    DATELINE_TOKENS = 8, /* in which "PADANG, HUMAS (12/3) -" ends */
    TITLE_LEAST = 4,     /* words of a title that a lead can copy */
    SAME_OF = 5,         /* a lead copies its title when four words in five of the two are in both: */
    SAME_LEAST = 4,      /* what newsrooms take for the same (Jaccard 0.8) */
    LAST_SHORTEST = 4    /* letters of the last word, so that it is no short form: Tbk., dkk., S.H. */
};

struct words {
    const struct word **items;
    size_t count, capacity;
};

static size_t limit_of(const struct check_context *context, enum rule_id rule, size_t usual) {
    return context->limits && context->limits[rule] ? context->limits[rule] : usual;
}

/* Ends in one full stop behind a word of some length. */
static bool ends_in_stop(struct slice title) {
    size_t letters = 0, at = title.len ? title.len - 1 : 0;
    if (!title.len || title.data[at] != '.') return false;
    while (at > 0) {
        size_t n, before = utf8_previous(title, at);
        if (!rune_is_letter(utf8_decode(title, before, &n))) break;
        letters++;
        at = before;
    }
    return letters >= LAST_SHORTEST && !(at > 0 && title.data[at - 1] == '.');
}

static void check_title(const struct check_context *context, struct slice title, size_t start,
                        struct findings *out) {
    size_t length = utf8_count(title), most = limit_of(context, RULE_STYLE_TITLE_LENGTH, TITLE_MOST);
    if (ends_in_stop(title)) {
        struct finding *f = finding_add(out, RULE_STYLE_TITLE, start + title.len - 1, start + title.len);
        finding_say(f, context->lang, STYLE_TITLE);
        finding_suggest(f, SLICE(""));
    }
    if (length > most)
        finding_say(finding_add(out, RULE_STYLE_TITLE_LENGTH, start, start + title.len), context->lang,
                    STYLE_TITLE_LENGTH, length, most);
}

static bool words_have(const struct words *words, const struct word *word) {
    for (size_t i = 0; i < words->count; i++)
        if (words->items[i] == word) return true;
    return false;
}

/* The words of a sentence, folded, each once. */
static void collect_words(const struct analysis *a, size_t first, size_t end, struct words *out) {
    for (size_t i = first; i < end; i++) {
        if (!token_is_kind(a, i, TOKEN_WORD) && !token_is_number(a, i)) continue;
        const struct word *word = token_form(a, i)->folded;
        if (!words_have(out, word)) vec_push(out, word);
    }
}

/* Says what its title has said, and nothing else. */
static bool copies(const struct analysis *lead, const struct sentence *s, const struct analysis *title) {
    struct words first = {0}, second = {0};
    size_t dash = dateline_dash(lead), both = 0;
    collect_words(title, 0, title->tokens.count, &first);
    collect_words(lead, dash ? dash : s->first_token, s->first_token + s->tokens, &second);
    for (size_t i = 0; i < first.count; i++)
        both += words_have(&second, first.items[i]);
    bool same =
        first.count >= TITLE_LEAST && both * SAME_OF >= (first.count + second.count - both) * SAME_LEAST;
    vec_free(&first);
    vec_free(&second);
    return same;
}

/* The dash or hyphen behind "PADANG", "Padang, pasbana": "PADANG- Warga" has one too; 0: there is none. */
static size_t place_dash(const struct analysis *a) {
    for (size_t i = 1; i < DATELINE_TOKENS; i++) {
        if (token_is_dash(a, i)) return i;
        if (!token_is_capital(a, i) && !token_is_number(a, i) && !token_is_mark(a, i, ",.()/*_")) return 0;
    }
    return 0;
}

/* "KOMPAS-Warga" is a word: what stands before it may be a dateline all the same. */
static bool has_joint(const struct analysis *a) {
    for (size_t i = 0; i < DATELINE_TOKENS && i < a->tokens.count; i++)
        if (a->tokens.items[i].flags & TOKEN_HYPHEN) return true;
    return false;
}

static void check_dateline(const struct check_context *context, const struct block *block,
                           const struct sentence *s, struct findings *out) {
    const struct analysis *a = &block->analysis;
    size_t dash = place_dash(a);
    const struct token *tokens = a->tokens.items, *at = &tokens[dash ? dash : s->first_token];
    size_t last = dash;
    if (dash ? !token_is_mark(a, dash, "-") : has_joint(a)) return;
    while (dash && token_is_dash(a, last + 1))
        last++; /* -- */
    size_t end = dash ? tokens[last].end : at->end;
    struct finding *f = finding_add(out, RULE_STYLE_DATELINE, block->start + at->start, block->start + end);
    if (!dash) {
        finding_say(f, context->lang, STYLE_DATELINE);
        return;
    }
    struct str right = {0};
    bool word_follows = token_is_joined(a, last + 1) && token_is_kind(a, last + 1, TOKEN_WORD);
    str_printf(&right, "%s\xE2\x80\x94%s", token_is_joined(a, dash) ? " " : "", word_follows ? " " : "");
    finding_say(f, context->lang, STYLE_DATELINE_DASH);
    finding_suggest(f, str_slice(&right));
    str_free(&right);
}

static size_t words_of(const struct analysis *a, const struct sentence *s) {
    size_t words = 0;
    for (size_t i = s->first_token; i < s->first_token + s->tokens; i++)
        words += token_is_kind(a, i, TOKEN_WORD) || token_is_number(a, i);
    return words;
}

/* False: this paragraph has no lead, the next one may. */
static bool check_lead(const struct check_context *context, const struct block *block,
                       const struct block *title, struct findings *out) {
    const struct analysis *a = &block->analysis;
    const struct sentence *s = a->sentences.items;
    size_t most = limit_of(context, RULE_STYLE_LEAD, LEAD_MOST);
    size_t words = a->sentences.count ? words_of(a, s) : 0;
    if (words < LEAD_LEAST || slice_starts(block->text, SLICE("!["))) return false;
    if (words > most)
        finding_say(finding_add(out, RULE_STYLE_LEAD, block->start + s->start, block->start + s->end),
                    context->lang, STYLE_LEAD, words, most);
    if (title && copies(a, s, &title->analysis))
        finding_say(finding_add(out, RULE_STYLE_LEAD_TITLE, block->start + s->start, block->start + s->end),
                    context->lang, STYLE_LEAD_TITLE);
    check_dateline(context, block, s, out);
    return true;
}

/* A heading without its # and blanks. */
static struct slice heading_text(const struct block *block) {
    struct slice s = block->text;
    while (s.len && (s.data[0] == '#' || s.data[0] == ' '))
        s = slice_range(s, 1, s.len);
    return slice_trim(s);
}

/* The title is that of the front matter, else the heading that the text begins with. */
static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    const struct block *title = NULL;
    bool titled = false;
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = document->blocks.items[i];
        if (block->kind == BLOCK_FRONT) {
            const struct block *value = block->values.count ? block->values.items[0] : NULL;
            if (value && value->kind == BLOCK_HEADING) {
                check_title(context, value->text, value->start, out);
                title = value;
            }
            titled = true; /* by the front matter, whatever it says */
        } else if (block->kind == BLOCK_HEADING && !titled) {
            struct slice text = heading_text(block);
            check_title(context, text, block->start + (size_t)(text.data - block->text.data), out);
            title = block;
            titled = true;
        } else if (block->kind == BLOCK_PROSE && block->english) {
            return true; /* spelling.foreign says that it is not looked at */
        } else if (block->kind == BLOCK_PROSE && check_lead(context, block, title, out)) {
            return true;
        }
    }
    return true;
}

const struct check check_of_opening = {.document = check_document};
