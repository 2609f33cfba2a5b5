#include "ui/panels/fix.h"

#include "base/safe.h"
#include "check/fix.h"
#include "language/spelling/speller.h"
#include "ui/page/kinds.h"
#include "ui/panels/archive_text.h"
#include "ui/panels/ignored.h"
#include "ui/panels/list.h"
#include "ui/panels/messages.h"
#include "ui/panels/twins.h"
#include "ui/panels/words.h"

enum {
    DO_SUGGESTION,
    DO_REMOVE = 100,
    DO_ALL,
    DO_OTHER,
    DO_COMPARE,
    DO_COMPARE_OLD,
    DO_READ_OLD,
    DO_IGNORE_HERE,
    DO_IGNORE_ALL,
    DO_ADD_WORD,
    DO_NOTHING
};

/* The sentence is a repeated one that can be taken out whole. */
static bool get_removal(struct desk *desk, const struct finding *finding, struct fix *fix) {
    return fix_get(checker_document(desk->buffer->checker), finding, finding->suggestions.count, fix);
}

/* The findings of this rule about the same words, from the last to the first: what is replaced moves none of
 * the others. */
struct places {
    VEC(size_t) starts;
};

static void find_same(const struct desk *desk, const struct finding *finding, struct places *same) {
    const struct buffer *buffer = desk->buffer;
    struct str words = {0}, other = {0};
    text_copy(buffer->text, finding->start, finding->end, &words);
    for (size_t i = buffer->shown.list.count; i-- > 0;) {
        const struct finding *there = &buffer->shown.list.items[i];
        if (there->rule != finding->rule || there->start < buffer->body) continue;
        str_clear(&other);
        text_copy(buffer->text, there->start, there->end, &other);
        if (slice_equal(str_slice(&words), str_slice(&other))) vec_push(&same->starts, there->start);
    }
    str_free(&words);
    str_free(&other);
}

static void add_all(struct desk *desk, struct list *list, const struct finding *finding) {
    struct places same = {0};
    struct str text = {0}, shown = {0};
    bool words =
        finding->suggestions.count && finding->suggestions.items[0][0] && finding->end > finding->start;
    if (words) find_same(desk, finding, &same);
    if (same.starts.count > 1) {
        safe_append(&shown, slice_of(finding->suggestions.items[0]));
        message(&text, desk->lang, FIX_REPLACE_ALL, same.starts.count, str_text(&shown));
        str_append_text(&list_add(list, str_slice(&text), DO_ALL)->right, "A");
    }
    vec_free(&same.starts);
    str_free(&text);
    str_free(&shown);
}

static void fill_rows(struct desk *desk, struct list *list, const struct finding *finding) {
    for (size_t i = 0; i < finding->suggestions.count; i++) {
        struct str text = {0}, shown = {0};
        safe_append(&shown, slice_of(finding->suggestions.items[i]));
        if (shown.len)
            message(&text, desk->lang, FIX_REPLACE, str_text(&shown));
        else
            message(&text, desk->lang, FIX_REMOVE);
        struct list_item *item = list_add(list, str_slice(&text), DO_SUGGESTION + i);
        str_printf(&item->right, "%zu", i + 1);
        str_free(&text);
        str_free(&shown);
    }
    add_all(desk, list, finding);
    struct fix removal;
    if (get_removal(desk, finding, &removal))
        list_add_choice(desk, list, MESSAGE_FIX_REMOVE_COPY, DO_REMOVE, "H");
    if (finding->archived.count) {
        list_add_choice(desk, list, MESSAGE_FIX_COMPARE_OLD, DO_COMPARE_OLD, "B");
        list_add_choice(desk, list, MESSAGE_FIX_READ_OLD, DO_READ_OLD, "T");
    }
    if (finding->related.count) list_add_choice(desk, list, MESSAGE_FIX_SEE_OTHER, DO_OTHER, "L");
    if (finding_rule(finding)->letter == 'G' && finding->related.count)
        list_add_choice(desk, list, MESSAGE_FIX_COMPARE, DO_COMPARE, "B");
    if (!list->items.count) list_add_choice(desk, list, MESSAGE_FIX_BY_HAND, DO_NOTHING, "U");
    if (finding_is_unknown_word(finding)) list_add_choice(desk, list, MESSAGE_FIX_ADD_WORD, DO_ADD_WORD, "K");
    list_add_choice(desk, list, MESSAGE_FIX_IGNORE_HERE, DO_IGNORE_HERE, "I");
    list_add_choice(desk, list, MESSAGE_FIX_IGNORE_ALL, DO_IGNORE_ALL, "S");
}

/* Suggestions for a misspelling cost milliseconds, so they are made only when they are asked for. */
static void ask_speller(struct desk *desk, struct finding *finding) {
    struct buffer *buffer = desk->buffer;
    if (finding->suggestions.count || !finding_is_unknown_word(finding) || !buffer->checker) return;
    struct str word = {0};
    struct suggestions found = {0};
    text_copy(buffer->text, finding->start, finding->end, &word);
    speller_suggest(language_speller(desk->language), str_slice(&word), SLICE(""), SLICE(""), &found);
    for (size_t i = 0; i < found.count; i++)
        finding_suggest(finding, slice_of(found.items[i]));
    suggestions_free(&found);
    str_free(&word);
}

static void replace(struct desk *desk, size_t start, size_t end, struct slice text) {
    struct buffer *buffer = desk->buffer;
    buffer_select(buffer, start, end);
    buffer_insert(buffer, text, UNDO_ALONE);
    undo_close(buffer->undo);
}

static void replace_all(struct desk *desk, const struct finding *finding) {
    struct buffer *buffer = desk->buffer;
    struct places same = {0};
    size_t len = finding->end - finding->start;
    find_same(desk, finding, &same);
    undo_close(buffer->undo);
    undo_begin(buffer->undo);
    for (size_t i = 0; i < same.starts.count; i++)
        buffer_edit(buffer, same.starts.items[i], len, slice_of(finding->suggestions.items[0]), UNDO_ALONE);
    undo_end(buffer->undo);
    undo_close(buffer->undo);
    if (!buffer->refused) desk_say(desk, REPLACED_COUNT, same.starts.count);
    vec_free(&same.starts);
}

static void apply_row(struct desk *desk, const struct finding *finding, size_t value) {
    struct str word = {0};
    text_copy(desk->buffer->text, finding->start, finding->end, &word);
    struct fix fix;
    switch (value) {
    case DO_REMOVE:
        if (get_removal(desk, finding, &fix)) replace(desk, fix.start, fix.end, fix.text);
        break;
    case DO_ALL:
        replace_all(desk, finding);
        break;
    case DO_OTHER:
        twins_jump(desk);
        break;
    case DO_ADD_WORD:
        words_add(desk, str_slice(&word));
        break;
    case DO_IGNORE_HERE:
        ignore_here(desk, finding);
        break;
    case DO_IGNORE_ALL:
        ignore_all(desk, finding);
        break;
    default:
        replace(desk, finding->start, finding->end,
                slice_of(finding->suggestions.items[value - DO_SUGGESTION]));
        break;
    }
    str_free(&word);
}

static bool choose_row(struct desk *desk, struct list *list, size_t *value) {
    struct key key;
    *value = DO_NOTHING;
    if (!list_run(desk, list, &key)) return false;
    *value = list->items.items[list->chosen].value;
    return true;
}

/* What the panels of the archive read. */
static void copy_archived(struct finding *finding, const struct archived *shown) {
    struct archived *archived = finding_archive(finding, shown->id);
    archived->start = shown->start;
    archived->end = shown->end;
    archived->title = slice_copy(slice_of(shown->title));
    archived->date = slice_copy(slice_of(shown->date));
}

/* The two side by side, and what is asked for there. True: nothing, so the choices come again. */
static bool compare(struct desk *desk, const struct finding *finding, size_t *value) {
    struct fix removal;
    enum twins_end end = twins_show(desk, finding, get_removal(desk, finding, &removal));
    *value = end == TWINS_REMOVE ? DO_REMOVE : end == TWINS_JUMP ? DO_OTHER : DO_NOTHING;
    return end == TWINS_CLOSED;
}

/* What was chosen only looks at something, and the choices come again. */
static bool looks(struct desk *desk, const struct finding *finding, size_t *value) {
    if (*value == DO_COMPARE) return compare(desk, finding, value);
    if (*value == DO_COMPARE_OLD) twins_show_archived(desk, finding);
    if (*value == DO_READ_OLD) archive_show_text(desk, finding);
    return *value == DO_COMPARE_OLD || *value == DO_READ_OLD;
}

bool fix_show(struct desk *desk) {
    const struct finding *shown = buffer_finding(desk->buffer);
    struct findings own = {0};
    struct finding *finding = finding_add(&own, shown->rule, shown->start, shown->end);
    finding->loaded = shown->loaded;
    for (size_t i = 0; i < shown->suggestions.count; i++)
        finding_suggest(finding, slice_of(shown->suggestions.items[i]));
    for (size_t i = 0; i < shown->related.count; i++)
        finding_relate(finding, shown->related.items[i].start, shown->related.items[i].end);
    for (size_t i = 0; i < shown->archived.count; i++)
        copy_archived(finding, &shown->archived.items[i]);
    ask_speller(desk, finding);
    struct rect area = desk_text_area(desk);
    struct list list = {.enter = MESSAGE_HINT_CHOOSE,
                        .about = view_row(desk->buffer, area, finding->start),
                        .about_end = view_row(desk->buffer, area, finding->end)};
    struct str title = {0}, said = {0};
    message(&title, desk->lang, FIX_TITLE, message_text(desk->lang, kind_of(finding)->name));
    safe_append(&said, slice_of(shown->message ? shown->message : ""));
    list.title = str_slice(&title);
    list.intro = str_slice(&said);
    fill_rows(desk, &list, finding);
    size_t value;
    while (choose_row(desk, &list, &value) && looks(desk, finding, &value))
        continue;
    bool chosen = value != DO_NOTHING && !desk->leaving;
    if (chosen) apply_row(desk, finding, value);
    list_free(&list);
    findings_free(&own);
    str_free(&title);
    str_free(&said);
    return chosen && value != DO_OTHER && !desk->buffer->refused;
}
