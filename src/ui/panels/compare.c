#include "ui/panels/compare.h"

#include "draft/front/front_find.h"
#include "ui/panels/messages.h"
#include "ui/panels/reader.h"

/* line: of the text, from 0; counted as the user sees it. */
static void add_heading(struct desk *desk, struct reader *reader, size_t number, size_t count,
                        const struct text *mine, size_t line) {
    struct str text = {0};
    size_t hidden = front_matter_hidden(mine);
    if (line >= hidden) line -= hidden;
    if (number > 1) reader_add(reader, SLICE(""), 0, STYLE_PANEL);
    message(&text, desk->lang, COMPARE_PLACE, number, count, line + 1);
    reader_add(reader, str_slice(&text), 0, STYLE_PANEL_TITLE)->begins = true;
    str_free(&text);
}

/* One side of a difference: its label, then its paragraphs. */
static void add_side(struct desk *desk, struct reader *reader, struct slice label, const struct text *text,
                     struct lines lines) {
    reader_add(reader, label, 1, STYLE_PANEL);
    for (size_t i = 0; i < lines.count; i++)
        reader_add(reader, text_line(text, lines.first + i), 5, STYLE_PANEL);
    if (!lines.count)
        reader_add(reader, slice_of(message_text(desk->lang, MESSAGE_COMPARE_NOTHING)), 5, STYLE_FAINT);
}

static void fill_differences(struct desk *desk, struct reader *reader, const struct text *mine,
                             const struct text *other, message_id mine_label, message_id other_label) {
    struct differences found;
    differences_find(&found, mine, other);
    for (size_t i = 0; i < found.list.count; i++) {
        const struct difference *difference = &found.list.items[i];
        add_heading(desk, reader, i + 1, found.list.count, mine, difference->a.first);
        add_side(desk, reader, slice_of(message_text(desk->lang, mine_label)), mine, difference->a);
        add_side(desk, reader, slice_of(message_text(desk->lang, other_label)), other, difference->b);
    }
    if (!found.list.count)
        reader_add(reader, slice_of(message_text(desk->lang, MESSAGE_COMPARE_EQUAL)), 0, STYLE_PANEL);
    vec_free(&found.list);
}

void compare_show(struct desk *desk, const struct text *mine, const struct text *other, message_id mine_label,
                  message_id other_label) {
    struct reader reader = {.title = slice_of(message_text(desk->lang, MESSAGE_COMPARE_TITLE))};
    struct key key;
    fill_differences(desk, &reader, mine, other, mine_label, other_label);
    while (reader_run(desk, &reader, &key) && !key_closes(key) && !key_is(key, K_ENTER)) {
    }
    reader_free(&reader);
}

/* --- merging --- */

/* The hunks that there is something to choose in: both sides alike is no question. */
static size_t count_open(const struct merge *merge) {
    size_t count = 0;
    for (size_t i = 0; i < merge->hunks.count; i++)
        count += merge->hunks.items[i].kind != MERGE_SAME;
    return count;
}

static struct merge_hunk *open_hunk(const struct merge *merge, size_t number) {
    for (size_t i = 0; i < merge->hunks.count; i++)
        if (merge->hunks.items[i].kind != MERGE_SAME && number-- == 0) return &merge->hunks.items[i];
    return NULL;
}

static void add_choice(struct desk *desk, struct reader *reader, message_id label, bool taken,
                       const struct text *text, struct lines lines) {
    struct str marked = {0};
    str_printf(&marked, "[%c] %s", taken ? 'x' : ' ', message_text(desk->lang, label));
    add_side(desk, reader, str_slice(&marked), text, lines);
    str_free(&marked);
}

static void fill_merge(struct desk *desk, struct reader *reader, const struct merge *merge,
                       const struct text *mine) {
    size_t count = count_open(merge);
    reader_clear(reader);
    for (size_t i = 0; i < count; i++) {
        const struct merge_hunk *hunk = open_hunk(merge, i);
        add_heading(desk, reader, i + 1, count, mine, hunk->mine.first);
        add_choice(desk, reader, MESSAGE_COMPARE_MINE, hunk->choice != CHOOSE_THEIRS, mine, hunk->mine);
        add_choice(desk, reader, MESSAGE_COMPARE_FILE, hunk->choice != CHOOSE_MINE, merge->theirs,
                   hunk->theirs);
    }
    if (!count) reader_add(reader, slice_of(message_text(desk->lang, MESSAGE_COMPARE_EQUAL)), 0, STYLE_PANEL);
}

bool compare_merge(struct desk *desk, struct merge *merge, const struct text *mine, message_id enter) {
    static const message_id hints[] = {MESSAGE_KEY_1,
                                       MESSAGE_HINT_MINE,
                                       MESSAGE_KEY_2,
                                       MESSAGE_HINT_FILE,
                                       MESSAGE_KEY_3,
                                       MESSAGE_HINT_BOTH,
                                       0};
    struct reader reader = {.title = slice_of(message_text(desk->lang, MESSAGE_MERGE_TITLE)),
                            .choosing = true,
                            .hints = hints,
                            .enter = enter};
    struct key key;
    bool accepted = false, open = true;
    while (open) {
        fill_merge(desk, &reader, merge, mine);
        open = reader_run(desk, &reader, &key);
        struct merge_hunk *hunk = open_hunk(merge, reader.section);
        if (!open || key_closes(key)) {
            open = false;
        } else if (key_is(key, K_ENTER)) {
            accepted = true;
            open = false;
        } else if (hunk && !key.mods && key.code >= '1' && key.code <= '3') {
            hunk->choice = (enum merge_choice)(key.code - '1' + CHOOSE_MINE);
        } else if (hunk && key_is(key, ' ')) {
            hunk->choice = hunk->choice == CHOOSE_MINE ? CHOOSE_THEIRS : CHOOSE_MINE;
        }
    }
    reader_free(&reader);
    return accepted;
}
