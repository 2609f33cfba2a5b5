#include "base/utf8.h"
#include "check/rule.h"
#include "check/rules/lead.h"
#include "check/rules/messages.h"
#include "check/rules/prose.h"

/* style.title, style.title_length, style.dateline: what a reader sees of a text before reading it; and the
 * lead, which lead.c reads. */
enum {
    TITLE_MOST = 80,  /* characters; search engines cut at some 60, newsrooms allow 80 */
    LAST_SHORTEST = 4 /* letters of the last word, so that it is no short form: Tbk., dkk., S.H. */
};

/* Ends in one full stop after a word of some length. */
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
    size_t length = utf8_count(title), most = rule_limit(context, RULE_STYLE_TITLE_LENGTH, TITLE_MOST);
    if (ends_in_stop(title)) {
        struct finding *f = finding_add(out, RULE_STYLE_TITLE, start + title.len - 1, start + title.len);
        finding_say(f, context->lang, STYLE_TITLE);
        finding_suggest(f, SLICE(""));
    }
    if (length > most)
        finding_say(finding_add(out, RULE_STYLE_TITLE_LENGTH, start, start + title.len), context->lang,
                    STYLE_TITLE_LENGTH, length, most);
}

/* The dash or hyphen after "PADANG", "Padang, pasbana": "PADANG- Warga" has one too; 0: there is none. */
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

/* False: this paragraph has no lead, the next one may. */
static bool check_opening(const struct check_context *context, const struct block *block,
                          const struct block *title, struct findings *out) {
    const struct analysis *a = &block->analysis;
    if (!a->sentences.count || slice_starts(block->text, SLICE("![")) || !lead_stands_in(a)) return false;
    lead_check(context, block, title, out);
    check_dateline(context, block, a->sentences.items, out);
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
    if (document->part) return true;
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
        } else if (block->kind == BLOCK_PROSE && block->foreign) {
            return true; /* spelling.foreign says that it is not looked at */
        } else if (block->kind == BLOCK_PROSE && check_opening(context, block, title, out)) {
            return true;
        }
    }
    return true;
}

const struct check check_of_opening = {.document = check_document};
