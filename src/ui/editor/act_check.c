/* Walking the findings and doing something about them. */
#include "base/safe.h"
#include "ui/editor/action.h"
#include "ui/panels/form.h"
#include "ui/panels/side.h"

bool can_walk_findings(const struct editor *editor) {
    return editor->buffer && editor->buffer->shown.list.count;
}

/* The other place of the finding under the cursor; from there, back to the finding. */
static bool other_place(const struct editor *editor, size_t *start, size_t *end) {
    const struct finding *here = buffer_finding(editor->buffer);
    size_t cursor = buffer_cursor(editor->buffer);
    if (here && here->related.count) {
        *start = here->related.items[0].start;
        *end = here->related.items[0].end;
        return true;
    }
    for vec_each (const struct finding, finding, &editor->buffer->shown.list)
        for vec_each (const struct related, related, &finding->related)
            if (related->start <= cursor && cursor < related->end) {
            *start = finding->start;
            *end = finding->end;
            return true;
        }
    return false;
}

bool can_see_other(const struct editor *editor) {
    size_t start, end;
    return editor->buffer && other_place(editor, &start, &end);
}

/* Goes to the start of these words, with the end in view as well where there is room. */
static void show(struct editor *editor, size_t start, size_t end) {
    buffer_go(editor->buffer, end, false);
    view_follow(editor->buffer, editor_text_area(editor));
    buffer_go(editor->buffer, start, false);
}

/* Goes to the finding; one in the front matter is mended in the form. */
static void go_to(struct editor *editor, const struct finding *finding) {
    if (finding->start < editor->buffer->body)
        form_mend(editor, finding);
    else
        show(editor, finding->start, finding->end);
}

static void walk(struct editor *editor, bool back) {
    struct buffer *buffer = editor->buffer;
    size_t cursor = buffer_cursor(buffer);
    const struct finding *finding = buffer_next_finding(buffer, back);
    if (!back && finding->start <= cursor) editor_say(editor, WALKED_FROM_START);
    if (back && finding->start >= cursor) editor_say(editor, WALKED_FROM_END);
    go_to(editor, finding);
}

void run_next_finding(struct editor *editor) {
    walk(editor, false);
}

void run_previous_finding(struct editor *editor) {
    walk(editor, true);
}

void run_other_copy(struct editor *editor) {
    size_t start, end;
    if (!other_place(editor, &start, &end)) return;
    show(editor, start, end);
    editor->found = (struct match){start, end};
    editor_say(editor, JUMPED_TO_COPY);
}

static void explain(struct editor *editor, const struct list *list, const struct list_item *item,
                    struct str *out) {
    (void)list;
    const struct finding *finding = &editor->buffer->shown.list.items[item->value];
    const struct rule *rule = rule_get(finding->rule);
    safe_append(out, slice_of(finding->message ? finding->message : ""));
    str_append_text(out, "\n");
    str_append_text(out, message_text(editor->lang, rule->why));
    str_append_text(out, "\n");
    message(out, editor->lang, RULE_EXAMPLE, message_text(editor->lang, rule->wrong),
            message_text(editor->lang, rule->right));
    str_append_text(out, "\n");
    str_printf(out, "%s · %s", rule->name, message_text(editor->lang, rule->source));
}

void run_list_findings(struct editor *editor) {
    static const enum message_id hints[] = {MESSAGE_KEY_F8, MESSAGE_HINT_FIX, 0};
    struct list list = {.explain = explain, .hints = hints, .enter = MESSAGE_HINT_GO, .at_side = true};
    struct key key;
    side_fill(editor, &list);
    while (list.items.count && list_run(editor, &list, &key)) {
        const struct finding *finding =
            &editor->buffer->shown.list.items[list.items.items[list.chosen].value];
        bool fix = key.code == K_F0 + 8, in_front = finding->start < editor->buffer->body;
        if (key.code != K_ENTER && !fix) break;
        go_to(editor, finding);
        if (!fix) break;
        if (!in_front && buffer_finding(editor->buffer)) run_fix(editor);
        side_fill(editor, &list);
        if (list.chosen >= list.items.count && list.chosen) list.chosen = list.items.count - 1;
    }
    list_free(&list);
}
