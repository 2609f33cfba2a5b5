#include "ui/panels/form.h"

#include "base/safe.h"
#include "check/rules/messages.h"
#include "ui/panels/field_rows.h"
#include "ui/panels/form_draw.h"
#include "ui/panels/messages.h"

static void choose(struct form *form, size_t field) {
    form_leave(form, form->chosen);
    form->chosen = field;
}

/* Up and down go through the rows of a field, and from its edges to the next one. */
static void go_row(const struct desk *desk, struct form *form, bool up) {
    if (field_rows_move(&form->fields[form->chosen], form_columns(desk), up)) return;
    choose(form, (form->chosen + (up ? FIELD_COUNT - 1 : 1)) % FIELD_COUNT);
}

/* What a key that the form does not keep for itself does to the chosen field. */
static void field_takes(struct form *form, struct key key) {
    bool arrow = key.code == K_LEFT || key.code == K_RIGHT || key.code == ' ';
    if (form_is_typed(form, form->chosen))
        field_key(&form->fields[form->chosen], key);
    else if (form->chosen == FIELD_STATUS && !form->fixed[FIELD_STATUS] && arrow && !key.mods)
        form_choose_status(form, key.code == K_LEFT);
}

/* True: the form goes on; else *end is what it comes to. */
static bool form_key(const struct desk *desk, struct form *form, struct key key, enum form_end *end) {
    if (key_equal(key, (struct key){'s', MOD_CTRL})) {
        *end = FORM_SAVE;
    } else if (!key.mods &&
               (key.code == K_F0 + 3 || (key.code == K_ENTER && form->chosen + 1 == FIELD_COUNT))) {
        *end = FORM_KEPT;
    } else if (key_is(key, K_F0 + 4)) {
        *end = FORM_RAW;
    } else if (key_closes(key)) {
        *end = FORM_DROPPED;
    } else {
        if (key.code == K_TAB && key.mods == MOD_SHIFT)
            choose(form, (form->chosen + FIELD_COUNT - 1) % FIELD_COUNT);
        else if (!key.mods && (key.code == K_TAB || key.code == K_ENTER))
            choose(form, (form->chosen + 1) % FIELD_COUNT);
        else if (!key.mods && (key.code == K_UP || key.code == K_DOWN))
            go_row(desk, form, key.code == K_UP);
        else
            field_takes(form, key);
        return true;
    }
    form_leave(form, form->chosen);
    return false;
}

/* What was typed is not dropped by one key. */
static enum form_end ask_dropping(struct desk *desk, const struct form *form) {
    static const message_id answers[] = {MESSAGE_ANSWER_KEEP, MESSAGE_ANSWER_DROP};
    if (!form_is_changed(form)) return FORM_DROPPED;
    int answer = ask(desk, slice_of(message_text(desk->lang, MESSAGE_ASK_FORM)), answers, 2, 0);
    return answer == 0 ? FORM_KEPT : answer == 1 ? FORM_DROPPED : FORM_OPEN;
}

static enum form_end run_form(struct desk *desk, struct form *form) {
    struct overlay overlay;
    struct key key;
    struct str pasted = {0};
    enum form_end end = FORM_OPEN;
    desk_open_overlay(desk, &overlay, form_draw, form);
    while (end == FORM_OPEN && desk_key(desk, &key, &pasted)) {
        if (pasted.len) {
            if (form_is_typed(form, form->chosen))
                field_insert(&form->fields[form->chosen], str_slice(&pasted));
            str_clear(&pasted);
        } else if (!form_key(desk, form, key, &end) && end == FORM_DROPPED) {
            end = ask_dropping(desk, form);
        }
    }
    desk_close_overlay(desk);
    str_free(&pasted);
    return desk->leaving ? FORM_DROPPED : end;
}

static void show_raw(struct desk *desk) {
    buffer_show_front(desk->buffer, true);
    desk_say(desk, FRONT_RAW);
}

/* What cannot be read is shown where it goes wrong. */
static void show_problem(struct desk *desk, const struct front_matter *front) {
    show_raw(desk);
    buffer_go(desk->buffer, text_line_start(desk->buffer->text, front->problem_line), false);
    str_clear(&desk->notice);
    str_append(&desk->notice, str_slice(&front->problem));
    desk->alarm = true;
}

static void show_other_form(struct desk *desk, enum front_form form) {
    static const message_id answers[] = {MESSAGE_ANSWER_CLOSE, MESSAGE_ANSWER_RAW};
    struct str question = {0};
    message(&question, desk->lang, FRONT_OTHER_FORM, front_form_name(form));
    if (ask(desk, str_slice(&question), answers, 2, -1) == 1) show_raw(desk);
    str_free(&question);
}

static enum form_end run(struct desk *desk, size_t line) {
    struct front_matter front = {0};
    struct form form = {0};
    enum form_end end = FORM_DROPPED;
    front_matter_parse(&front, desk->buffer->text, desk->lang);
    if (front.broken) {
        show_problem(desk, &front);
    } else if (front.lines && front.place.form != FRONT_YAML) {
        show_other_form(desk, front.place.form);
    } else {
        if (front.place.misplaced) desk_say(desk, FRONT_MISPLACED);
        form_read(&form, &front, desk->buffer->text, line);
        end = run_form(desk, &form);
        if (end != FORM_DROPPED) form_write(desk, &form);
        if (end == FORM_RAW) show_raw(desk);
        form_free(&form);
    }
    front_matter_free(&front);
    return end;
}

enum form_end form_mend(struct desk *desk, const struct finding *finding) {
    str_clear(&desk->notice);
    safe_append(&desk->notice, slice_of(finding->message ? finding->message : ""));
    desk->alarm = false;
    return run(desk, text_line_at(desk->buffer->text, finding->start));
}

enum form_end form_show(struct desk *desk) {
    if (!desk->buffer->show_front) return run(desk, SIZE_MAX);
    buffer_show_front(desk->buffer, false);
    return FORM_DROPPED;
}
