#include "ui/panels/overview.h"

#include "base/safe.h"
#include "check/rules/quotes.h"
#include "report/report.h"
#include "ui/page/passage.h"
#include "ui/panels/list.h"
#include "ui/panels/messages.h"

/* Bytes of a paragraph, and of a quotation, that a row has any room for. */
enum { SHOWN_BYTES = 160 };

/* Nobody waits for what is left to check of a draft that is no larger; what is made of it is complete. */
enum { AT_ONCE_BYTES = 200000 };

static bool is_ready(struct desk *desk) {
    struct buffer *buffer = desk->buffer;
    bool attached = buffer->checker && buffer->attached;
    if (buffer_in_parts(buffer)) {
        desk_say(desk, OVERVIEW_PART);
        return false;
    }
    bool ready = attached && (checker_done(buffer->checker) || (text_length(buffer->text) <= AT_ONCE_BYTES &&
                                                                checker_run(buffer->checker, 0, NULL, NULL)));
    if (ready) buffer_take_findings(buffer);
    if (!ready && buffer->checker)
        desk_say(desk, OVERVIEW_WAIT);
    else if (!ready)
        desk_say(desk, OVERVIEW_UNCHECKED);
    return ready;
}

/* One row of what stands between two offsets. */
static void append_words(const struct desk *desk, struct str *out, size_t start, size_t end) {
    struct str words = {0};
    text_copy(desk->buffer->text, start, end - start > SHOWN_BYTES ? start + SHOWN_BYTES : end, &words);
    for (size_t i = 0; i < words.len; i++)
        if (words.data[i] == '\n' || words.data[i] == '\r' || words.data[i] == '\t') words.data[i] = ' ';
    safe_append(out, str_slice(&words));
    str_free(&words);
}

static struct list_item *add_place(struct desk *desk, struct list *list, size_t start, size_t end) {
    struct str text = {0};
    append_words(desk, &text, start, end);
    struct list_item *item = list_add(list, str_slice(&text), start);
    str_printf(&item->left, "%4zu", buffer_line_number(desk->buffer, start));
    str_free(&text);
    return item;
}

/* Runs the list, and goes to the place of the item that is chosen: its value. none: said when there is none.
 */
static void go_through(struct desk *desk, struct list *list, message_id none) {
    struct key key;
    list->enter = MESSAGE_HINT_THERE;
    list->filters = true;
    if (!list->items.count) {
        desk_tell(desk, none);
    } else if (list_run(desk, list, &key)) {
        size_t start = list->items.items[list->chosen].value;
        desk_show(desk, start, start);
    }
    list_free(list);
}

/* --- quotations --- */

static void add_quotation(struct desk *desk, struct list *list, const struct quote *quote) {
    struct slice who = quote->person.len ? quote->person : quote->speaker;
    struct str name = {0}, shown = {0};
    if (!who.len)
        message_append(&name, desk->lang, MESSAGE_QUOTATION_NOBODY);
    else
        str_printf(&name, "%.*s%s", SLICE_ARG(who), quote->standing == QUOTE_IMPLICIT ? "?" : "");
    safe_append(&shown, str_slice(&name));
    str_append_text(&shown, ": ");
    append_words(desk, &shown, quote->start, quote->end);
    struct list_item *item = list_add(list, str_slice(&shown), quote->start);
    str_printf(&item->left, "%4zu", buffer_line_number(desk->buffer, quote->start));
    item->left_style = who.len ? STYLE_PANEL_FAINT : STYLE_ALARM;
    str_free(&name);
    str_free(&shown);
}

/* The whole quotation and who says it, as the draft names and describes them. */
static void explain_quotation(struct desk *desk, const struct list *list, const struct list_item *item,
                              struct str *out) {
    const struct attribution *found = list->context;
    vec_each(const struct quote, quote, &found->quotes) {
        if (quote->start != item->value) continue;
        struct str words = {0}, who = {0};
        if (quote->person.len || quote->speaker.len)
            str_printf(&who, "%.*s%s%.*s", SLICE_ARG(quote->person.len ? quote->person : quote->speaker),
                       quote->role.len ? ", " : "", SLICE_ARG(quote->role));
        text_copy(desk->buffer->text, quote->start, quote->end, &words);
        safe_append(out, str_slice(&who));
        if (who.len) str_append_byte(out, '\n');
        safe_append(out, str_slice(&words));
        str_free(&words);
        str_free(&who);
        return;
    }
}

void overview_quotations(struct desk *desk) {
    struct attribution found = {0};
    if (!is_ready(desk)) return;
    struct list list = {.title = slice_of(message_text(desk->lang, MESSAGE_QUOTATIONS_TITLE)),
                        .explain = explain_quotation,
                        .context = &found};
    document_quotes(checker_document(desk->buffer->checker), desk->language, &found, NULL, NULL);
    vec_each(const struct quote, quote, &found.quotes)
        add_quotation(desk, &list, quote);
    go_through(desk, &list, MESSAGE_QUOTATIONS_NONE);
    attribution_free(&found);
}

/* --- outline --- */

static bool is_heading(const struct buffer *buffer, size_t start) {
    struct slice line = text_line(buffer->text, text_line_at(buffer->text, start));
    return line.len && line.data[0] == '#';
}

void overview_outline(struct desk *desk) {
    struct list list = {.title = slice_of(message_text(desk->lang, MESSAGE_OUTLINE_TITLE))};
    const struct buffer *buffer = desk->buffer;
    size_t cursor = buffer_cursor(buffer);
    struct range here = passage_paragraph(buffer, buffer->body);
    if (here.start == here.end) here = passage_paragraph_after(buffer, here);
    for (; here.start < here.end; here = passage_paragraph_after(buffer, here)) {
        struct list_item *item = add_place(desk, &list, here.start, here.end);
        item->left_style = is_heading(buffer, here.start) ? STYLE_PANEL_TITLE : STYLE_PANEL_FAINT;
        if (here.start <= cursor) list.chosen = list.items.count - 1;
    }
    go_through(desk, &list, MESSAGE_OUTLINE_NONE);
}

/* --- facts --- */

struct longest {
    size_t start, end, words;
};

static size_t words_of(const struct analysis *a, const struct sentence *sentence) {
    size_t words = 0;
    for (uint32_t i = 0; i < sentence->tokens; i++)
        words += a->tokens.items[sentence->first_token + i].kind == TOKEN_WORD;
    return words;
}

static struct longest find_longest(const struct document *document) {
    struct longest longest = {0};
    vec_each(struct block *, block, &document->blocks) {
        for (size_t i = 0; block_has_prose(*block) && i < (*block)->analysis.sentences.count; i++) {
            const struct sentence *sentence = &(*block)->analysis.sentences.items[i];
            size_t words = words_of(&(*block)->analysis, sentence);
            if (words > longest.words)
                longest = (struct longest){(*block)->start + sentence->start, (*block)->start + sentence->end,
                                           words};
        }
    }
    return longest;
}

static void add_fact(struct list *list, struct str *text) {
    list_add(list, str_slice(text), 0)->inert = true;
    str_clear(text);
}

static size_t quoted_bytes(const struct attribution *found) {
    size_t bytes = 0;
    vec_each(const struct quote, quote, &found->quotes)
        bytes += quote->end - quote->start;
    return bytes;
}

static void add_people(struct desk *desk, struct list *list, const struct attribution *found) {
    if (!found->people.list.count) return;
    list_add(list, slice_of(message_text(desk->lang, MESSAGE_FACTS_PEOPLE)), 0)->heading = true;
    vec_each(const struct person, person, &found->people.list) {
        struct str name = {0}, shown = {0};
        if (person->meant) continue;
        str_printf(&name, "%.*s%s%.*s", SLICE_ARG(person->name), person->role.len ? ", " : "",
                   SLICE_ARG(person->role));
        safe_append(&shown, str_slice(&name));
        list_add(list, str_slice(&shown), person->first_at);
        str_free(&name);
        str_free(&shown);
    }
}

static void fill_facts(struct desk *desk, struct list *list, const struct attribution *found) {
    const struct document *document = checker_document(desk->buffer->checker);
    struct metrics metrics;
    struct str text = {0};
    metrics_of(document, &metrics);
    size_t body = text_length(desk->buffer->text) - desk->buffer->body, nobody = 0;
    vec_each(const struct quote, quote, &found->quotes)
        nobody += !quote->speaker.len && !quote->person.len;
    message(&text, desk->lang, FACTS_SIZE, metrics.words, metrics.sentences, metrics.paragraphs);
    add_fact(list, &text);
    message(&text, desk->lang, FACTS_QUOTED, found->quotes.count, body ? 100 * quoted_bytes(found) / body : 0,
            nobody);
    add_fact(list, &text);
    struct longest longest = find_longest(document);
    if (longest.words) {
        message(&text, desk->lang, FACTS_LONGEST, longest.words);
        list_add(list, str_slice(&text), 0)->heading = true;
        add_place(desk, list, longest.start, longest.end);
    }
    add_people(desk, list, found);
    str_free(&text);
}

void overview_facts(struct desk *desk) {
    struct attribution found = {0};
    struct list list = {.title = slice_of(message_text(desk->lang, MESSAGE_FACTS_TITLE))};
    if (!is_ready(desk)) return;
    document_quotes(checker_document(desk->buffer->checker), desk->language, &found, NULL, NULL);
    fill_facts(desk, &list, &found);
    go_through(desk, &list, 0);
    attribution_free(&found);
}
