#include "ui/panels/list.h"

#include "base/utf8.h"
#include "ui/panels/list_draw.h"

struct list_item *list_add(struct list *list, struct slice text, size_t value) {
    struct list_item *item = vec_add(&list->items);
    item->value = value;
    item->left_style = STYLE_PANEL;
    str_append(&item->text, text);
    return item;
}

void list_add_choice(struct desk *desk, struct list *list, message_id text, size_t value, const char *key) {
    struct list_item *item = list_add(list, slice_of(message_text(desk->lang, text)), value);
    str_append_text(&item->right, key);
}

void list_clear(struct list *list) {
    vec_each(struct list_item, item, &list->items) {
        str_free(&item->left);
        str_free(&item->text);
        str_free(&item->right);
    }
    vec_clear(&list->items);
}

void list_free(struct list *list) {
    list_clear(list);
    vec_free(&list->seen);
    str_free(&list->filter);
    vec_free(&list->items);
}

/* --- what is seen --- */

static bool matches(const struct list_item *item, struct slice lower) {
    struct str text = {0};
    str_append_lower(&text, str_slice(&item->left));
    str_append_byte(&text, ' ');
    str_append_lower(&text, str_slice(&item->text));
    bool found = slice_find(str_slice(&text), lower, 0) != SIZE_MAX;
    str_free(&text);
    return found;
}

/* A heading is seen with the first item below it. */
void list_see(struct list *list) {
    struct str lower = {0};
    size_t heading = SIZE_MAX;
    str_append_lower(&lower, str_slice(&list->filter));
    vec_clear(&list->seen);
    for (size_t i = 0; i < list->items.count; i++) {
        const struct list_item *item = &list->items.items[i];
        if (item->heading && lower.len) {
            heading = i;
        } else if (!lower.len || (!item->inert && matches(item, str_slice(&lower)))) {
            if (heading != SIZE_MAX) vec_push(&list->seen, heading);
            heading = SIZE_MAX;
            vec_push(&list->seen, i);
        }
    }
    str_free(&lower);
}

size_t list_place(const struct list *list) {
    for (size_t i = 0; i < list->seen.count; i++)
        if (list->seen.items[i] >= list->chosen) return i;
    return list->seen.count ? list->seen.count - 1 : 0;
}

bool list_can_choose(const struct list *list, size_t place) {
    const struct list_item *item = &list->items.items[list->seen.items[place]];
    return !item->heading && !item->inert;
}

/* --- choosing --- */

/* The nearest that can be chosen, from this place on in this direction; the count of places when there is
 * none. */
static size_t nearest(const struct list *list, size_t place, bool back) {
    while (place < list->seen.count && !list_can_choose(list, place))
        place = back ? place - 1 : place + 1; /* before 0 comes SIZE_MAX */
    return place < list->seen.count ? place : list->seen.count;
}

static void choose(struct list *list, long step) {
    size_t count = list->seen.count;
    if (!count) return;
    long to = (long)list_place(list) + step;
    to = to < 0 ? 0 : to >= (long)count ? (long)count - 1 : to;
    size_t found = nearest(list, (size_t)to, step < 0);
    if (found == count) found = nearest(list, (size_t)to, step >= 0);
    if (found < count) list->chosen = list->seen.items[found];
}

static void filtered(struct list *list) {
    list_see(list);
    list->top = 0;
    choose(list, 0);
}

/* An item whose key is this letter. */
static bool choose_letter(struct list *list, struct key key) {
    for (size_t i = 0; i < list->items.count; i++) {
        const struct str *name = &list->items.items[i].right;
        if (name->len != 1 || rune_lower(key.code) != rune_lower((unsigned char)name->data[0])) continue;
        list->chosen = i;
        return true;
    }
    return false;
}

/* True when the list is to be closed with this letter. */
static bool take_letter(struct list *list, struct key *key) {
    if (list->filters) {
        str_append_rune(&list->filter, key->code);
        filtered(list);
        return false;
    }
    if (!choose_letter(list, *key)) return false; /* what means nothing here falls into no draft */
    *key = (struct key){K_ENTER, 0};
    return true;
}

static bool move(const struct desk *desk, struct list *list, struct key key) {
    long page = list_rows(desk, list) / 2, count = (long)list->items.count;
    if (key.mods) return false;
    switch (key.code) {
    case K_UP:
        choose(list, -1);
        return true;
    case K_DOWN:
        choose(list, 1);
        return true;
    case K_PAGE_UP:
        choose(list, -page);
        return true;
    case K_PAGE_DOWN:
        choose(list, page);
        return true;
    case K_HOME:
        choose(list, -count);
        return true;
    case K_END:
        choose(list, count);
        return true;
    default:
        return false;
    }
}

static bool is_own(const struct list *list, struct key key) {
    for (const uint32_t *own = list->own; own && *own; own++)
        if (key_is(key, *own)) return true;
    return false;
}

enum taken { TAKEN, TAKEN_CHOSEN, TAKEN_CLOSED };

static enum taken take_key(struct desk *desk, struct list *list, struct key *key) {
    bool can_choose = list->seen.count && list_can_choose(list, list_place(list));
    if (move(desk, list, *key)) return TAKEN;
    if (is_own(list, *key) && !(key->code == K_BACKSPACE && list->filter.len)) return TAKEN_CHOSEN;
    if (key_is_text(*key)) return take_letter(list, key) ? TAKEN_CHOSEN : TAKEN;
    if (key_is(*key, K_ENTER)) return can_choose ? TAKEN_CHOSEN : TAKEN;
    if (key_is(*key, K_BACKSPACE)) {
        size_t to = grapheme_previous(str_slice(&list->filter), list->filter.len);
        str_splice(&list->filter, to, list->filter.len - to, SLICE(""));
        filtered(list);
        return TAKEN;
    }
    if (key->code == K_ESCAPE && list->filter.len) {
        str_clear(&list->filter);
        filtered(list);
        return TAKEN;
    }
    if (key_closes(*key)) return TAKEN_CLOSED;
    if (list->stays) return TAKEN;
    desk->passed = *key;
    return TAKEN_CLOSED;
}

bool list_run(struct desk *desk, struct list *list, struct key *key) {
    struct overlay overlay;
    enum taken taken = TAKEN;
    if (desk->passed.code) return false; /* the panel over this one has closed for it */
    filtered(list);
    desk_open_overlay(desk, &overlay, list_draw, list);
    while (taken == TAKEN && desk_key(desk, key, NULL)) {
        str_clear(&desk->notice);
        size_t before = list->chosen;
        taken = take_key(desk, list, key);
        if (taken == TAKEN && list->chosen != before && list->moved) list->moved(desk, list);
    }
    desk_close_overlay(desk);
    return taken == TAKEN_CHOSEN && !desk->leaving;
}
