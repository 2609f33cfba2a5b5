#include "draft/front/front_list.h"

#include "draft/front/front_parts.h"
#include "draft/front/yaml_quote.h"

/* The items [first, old_end) of a list become the values [first, new_end): what stands around them is equal.
 */
struct change_of_list {
    const struct text *text;
    const struct front_key *key;
    const struct slice *values;
    size_t first, old_end, new_end;
};

static struct change_of_list find_change(const struct text *text, const struct front_key *key,
                                         const struct slice *values, size_t count) {
    size_t old = key->items.count, first = 0, last = 0;
    const struct front_item *items = key->items.items;
    while (first < old && first < count && slice_equal(str_slice(&items[first].value), values[first]))
        first++;
    while (last < old - first && last < count - first &&
           slice_equal(str_slice(&items[old - 1 - last].value), values[count - 1 - last]))
        last++;
    return (struct change_of_list){text, key, values, first, old - last, count - last};
}

/* The item among those that change whose value this is: it is copied as it was. NULL: it is a new one. */
static const struct front_item *item_before(const struct change_of_list *change, struct slice value) {
    for (size_t i = change->first; i < change->old_end; i++)
        if (slice_equal(str_slice(&change->key->items.items[i].value), value))
            return &change->key->items.items[i];
    return NULL;
}

/* A value in the style of the item whose place it takes, or of the last one. */
static void append_value(struct str *out, const struct change_of_list *change, size_t n, bool flow) {
    size_t last = change->key->items.count - 1;
    const struct front_item *like = &change->key->items.items[n < last ? n : last];
    yaml_append(out, change->values[n], (struct yaml_style){.quotes = like->quotes, .flow = flow});
}

/* Where the lines of an item end: at the next item, or after its last line. */
static size_t lines_end(const struct change_of_list *change, const struct front_item *item) {
    return text_line_start(change->text, text_line_at(change->text, item->end) + 1);
}

static size_t lines_start(const struct change_of_list *change, const struct front_item *item) {
    return text_line_start(change->text, text_line_at(change->text, item->start));
}

static bool replace_lines(struct draft_edit *made, const struct change_of_list *change) {
    const struct front_item *items = change->key->items.items;
    size_t indent = change->key->start - lines_start(change, &items[0]), old = change->key->items.count;
    size_t start =
        change->first < old ? lines_start(change, &items[change->first]) : lines_end(change, &items[old - 1]);
    size_t end = change->first < change->old_end ? lines_end(change, &items[change->old_end - 1]) : start;
    for (size_t i = change->first; i < change->new_end; i++) {
        const struct front_item *before = item_before(change, change->values[i]);
        if (before) {
            text_copy(change->text, lines_start(change, before), lines_end(change, before), &made->inserted);
            continue;
        }
        str_append_repeated(&made->inserted, ' ', indent);
        str_append_text(&made->inserted, "- ");
        append_value(&made->inserted, change, i, false);
        str_append_text(&made->inserted,
                        text_newline(change->text, text_line_at(change->text, items[0].start)));
    }
    return draft_edit_finish(made, change->text, start, end);
}

static bool replace_between(struct draft_edit *made, const struct change_of_list *change) {
    const struct front_item *items = change->key->items.items;
    size_t first = change->first, old_end = change->old_end;
    bool removes = old_end > first, adds = change->new_end > first;
    /* What goes or comes takes along the comma before it; at the start of the list, the one after it. */
    size_t start = first ? items[first - 1].end : items[0].start, end = start;
    if (removes && adds) start = items[first].start;
    if (removes) end = first || adds ? items[old_end - 1].end : items[old_end].start;
    if (adds && !removes && first) str_append_text(&made->inserted, ", ");
    for (size_t i = first; i < change->new_end; i++) {
        const struct front_item *before = item_before(change, change->values[i]);
        if (i > first) str_append_text(&made->inserted, ", ");
        if (before)
            text_copy(change->text, before->start, before->end, &made->inserted);
        else
            append_value(&made->inserted, change, i, true);
    }
    if (adds && !removes && !first) str_append_text(&made->inserted, ", ");
    return draft_edit_finish(made, change->text, start, end);
}

static bool replace_all(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                        const struct front_key *key, const char *name, const struct slice *values,
                        size_t count) {
    bool like_before = key && key->kind == FRONT_SEQUENCE && key->items.count;
    str_append_byte(&made->inserted, '[');
    for (size_t i = 0; i < count; i++) {
        if (i) str_append_text(&made->inserted, ", ");
        yaml_append(&made->inserted, values[i],
                    (struct yaml_style){.quotes = like_before ? key->items.items[0].quotes : FRONT_PLAIN,
                                        .flow = true});
    }
    str_append_byte(&made->inserted, ']');
    return front_edit_place(made, text, front, key, name);
}

/* True when each item begins on a line of its own, after nothing but its dash. */
static bool items_stand_on_lines(const struct text *text, const struct front_key *key) {
    size_t before = key->line;
    for (size_t i = 0; i < key->items.count; i++) {
        const struct front_item *item = &key->items.items[i];
        size_t line = text_line_at(text, item->start);
        struct slice lead = slice_range(text_line(text, line), 0, item->start - text_line_start(text, line));
        if (line <= before || !slice_equal_text(slice_trim(lead), "-")) return false;
        before = text_line_at(text, item->end);
    }
    return true;
}

bool front_edit_set_list(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                         const char *name, const struct slice *values, size_t count) {
    const struct front_key *key = front_matter_key(front, name);
    if (!front_edit_begin(made, front, key)) return false;
    bool items = key && key->kind == FRONT_SEQUENCE && key->only_scalars && key->items.count && count;
    if (items) {
        struct change_of_list change = find_change(text, key, values, count);
        bool nothing = change.first == change.old_end && change.first == change.new_end;
        if (nothing) return draft_edit_finish(made, text, key->start, key->start);
        bool lines = !key->flow && items_stand_on_lines(text, key);
        if ((lines && replace_lines(made, &change)) || (key->flow && replace_between(made, &change)))
            if (front_edit_is_safe(made, text, front, name, NULL, values, count)) return true;
        draft_edit_free(made);
    }
    return replace_all(made, text, front, key, name, values, count) &&
           front_edit_is_safe(made, text, front, name, NULL, values, count);
}
