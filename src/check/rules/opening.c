#include "base/utf8.h"
#include "check/rule.h"
#include "check/rules/messages.h"
#include "language/sentence/words.h"

/* style.title, style.title_length, style.lead: what a reader sees of a text before reading it. */
enum {
    TITLE_MOST = 80,  /* characters; search engines cut at some 60, newsrooms allow 80 */
    LEAD_MOST = 35,   /* words; the usual limit of an inverted pyramid */
    LAST_SHORTEST = 4 /* letters of the last word, so that it is no short form: Tbk., dkk., S.H. */
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

static void check_lead(const struct check_context *context, const struct block *block, struct findings *out) {
    const struct analysis *a = &block->analysis;
    size_t words = 0, most = limit_of(context, RULE_STYLE_LEAD, LEAD_MOST);
    if (!a->sentences.count) return;
    const struct sentence *s = &a->sentences.items[0];
    for (size_t i = s->first_token; i < s->first_token + s->tokens; i++)
        words += token_is_kind(a, i, TOKEN_WORD) || token_is_number(a, i);
    if (words > most)
        finding_say(finding_add(out, RULE_STYLE_LEAD, block->start + s->start, block->start + s->end),
                    context->lang, STYLE_LEAD, words, most);
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
    bool titled = false;
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = document->blocks.items[i];
        if (block->kind == BLOCK_FRONT) {
            const struct block *title = block->values.count ? block->values.items[0] : NULL;
            if (title && title->kind == BLOCK_HEADING) check_title(context, title->text, title->start, out);
            titled = true; /* by the front matter, whatever it says */
        } else if (block->kind == BLOCK_HEADING && !titled) {
            struct slice text = heading_text(block);
            check_title(context, text, block->start + (size_t)(text.data - block->text.data), out);
            titled = true;
        } else if (block->kind == BLOCK_PROSE) {
            check_lead(context, block, out);
            return true;
        }
    }
    return true;
}

const struct check check_of_opening = {.document = check_document};
