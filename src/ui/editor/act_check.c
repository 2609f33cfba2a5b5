/* Walking the findings and doing something about them. */
#include "base/safe.h"
#include "ui/editor/action.h"
#include "ui/editor/messages.h"
#include "ui/panels/form.h"
#include "ui/panels/side.h"

bool can_walk_findings(const struct editor *editor) {
    return editor->desk.buffer && editor->desk.buffer->shown.list.count;
}

bool can_seek_findings(const struct editor *editor) {
    return can_walk_findings(editor) || (editor->desk.buffer && buffer_in_parts(editor->desk.buffer));
}

static void mend_in_form(struct editor *editor, const struct finding *finding) {
    if (form_mend(&editor->desk, finding) == FORM_SAVE) run_save(editor);
}

/* Goes to the finding; one in the front matter is mended in the form. */
static void go_to(struct editor *editor, const struct finding *finding) {
    if (finding->start < editor->desk.buffer->body)
        mend_in_form(editor, finding);
    else
        desk_show(&editor->desk, finding->start, finding->end);
}

/* With what is wrong there: the notice stands in its place. */
static void say_around(struct editor *editor, const struct finding *finding, bool back) {
    desk_tell(&editor->desk, back ? MESSAGE_WALKED_FROM_END : MESSAGE_WALKED_FROM_START);
    if (!finding->message) return;
    str_append_byte(&editor->desk.notice, ' ');
    safe_append(&editor->desk.notice, slice_of(finding->message));
}

void check_show(struct editor *editor, const struct finding *finding, bool back, bool around) {
    if (around) say_around(editor, finding, back);
    go_to(editor, finding);
}

/* The next finding, around the ends of the draft; of a draft that is checked in parts, not around. */
static const struct finding *next_finding(const struct buffer *buffer, bool back) {
    size_t cursor = buffer_cursor(buffer);
    if (buffer_in_parts(buffer) && !checker_reaches(buffer->checker, text_line_at(buffer->text, cursor)))
        return NULL;
    const struct finding *next = buffer_finding_beside(buffer, back ? cursor : cursor + 1, back);
    return next || buffer_in_parts(buffer) ? next : buffer_finding_beside(buffer, back ? SIZE_MAX : 0, back);
}

/* Who mends by F7, F8, F7, F8 would miss each finding that mending leads on to: F7 there shows it first. */
static bool shows_led_to(struct editor *editor) {
    const struct finding *here = buffer_finding(editor->desk.buffer);
    bool led = here && here->message && editor->led_to == buffer_cursor(editor->desk.buffer) + 1;
    editor->led_to = 0;
    if (!led) return false;
    str_clear(&editor->desk.notice);
    safe_append(&editor->desk.notice, slice_of(here->message));
    return true;
}

static void walk(struct editor *editor, bool back) {
    struct buffer *buffer = editor->desk.buffer;
    size_t cursor = buffer_cursor(buffer);
    if (!back && shows_led_to(editor)) return;
    const struct finding *finding = next_finding(buffer, back);
    bool around = finding && (back ? finding->start >= cursor : finding->start <= cursor);
    if (finding)
        check_show(editor, finding, back, around && buffer->shown.list.count > 1);
    else
        seek_begin(editor, back);
}

void check_go_on(struct editor *editor) {
    const struct buffer *buffer = editor->desk.buffer;
    const struct finding *here = buffer_finding(buffer); /* it may begin in what was mended: ", kata nya" */
    bool goes_on = here && here->end > buffer_cursor(buffer);
    const struct finding *next = goes_on ? here : next_finding(buffer, false);
    bool in_text = next && next->start >= buffer->body;
    if (in_text) desk_show(&editor->desk, next->start, next->end);
    if (in_text) editor->led_to = buffer_cursor(buffer) + 1;
    if (!next && buffer_in_parts(buffer)) {
        seek_begin(editor, false);
        return;
    }
    if (!next && !editor->desk.notice.len) desk_say(&editor->desk, ALL_MENDED);
}

bool can_show_hidden(const struct editor *editor) {
    return editor->desk.buffer && editor->desk.buffer->ignored.count;
}

void run_show_hidden(struct editor *editor) {
    vec_clear(&editor->desk.buffer->ignored);
    buffer_take_findings(editor->desk.buffer);
    desk_say(&editor->desk, HIDDEN_ALL_SHOWN);
}

void run_next_finding(struct editor *editor) {
    walk(editor, false);
}

void run_previous_finding(struct editor *editor) {
    walk(editor, true);
}

static void explain(struct desk *desk, const struct list *list, const struct list_item *item,
                    struct str *out) {
    (void)list;
    const struct finding *finding = &desk->buffer->shown.list.items[item->value];
    const struct rule *rule = finding_rule(finding);
    safe_append(out, slice_of(finding->message ? finding->message : ""));
    str_append_text(out, "\n");
    str_append_text(out, rule_text(rule, RULE_WHY, desk->lang));
    str_append_text(out, "\n");
    message(out, desk->lang, RULE_EXAMPLE, rule_text(rule, RULE_WRONG, desk->lang),
            rule_text(rule, RULE_RIGHT, desk->lang));
    str_append_text(out, "\n");
    str_printf(out, "%s · %s", rule->name, rule_text(rule, RULE_SOURCE, desk->lang));
}

void run_list_findings(struct editor *editor) {
    static const message_id hints[] = {MESSAGE_KEY_F8, MESSAGE_HINT_FIX, 0};
    static const uint32_t own[] = {K_F0 + 8, 0};
    struct list list = {.explain = explain,
                        .hints = hints,
                        .enter = MESSAGE_HINT_GO,
                        .at_side = true,
                        .filters = true,
                        .own = own};
    struct key key;
    side_fill(&editor->desk, &list);
    while (list.items.count && list_run(&editor->desk, &list, &key)) {
        const struct finding *finding =
            &editor->desk.buffer->shown.list.items[list.items.items[list.chosen].value];
        bool fix = key.code == K_F0 + 8, in_front = finding->start < editor->desk.buffer->body;
        go_to(editor, finding);
        if (!fix) break;
        if (!in_front && buffer_finding(editor->desk.buffer)) run_fix(editor);
        side_fill(&editor->desk, &list);
        if (list.chosen >= list.items.count && list.chosen) list.chosen = list.items.count - 1;
    }
    list_free(&list);
}
