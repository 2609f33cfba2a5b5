/* What the tables of the page are made of. */
#include "training/score_page.h"

#include "check/rule.h"
#include "report/xml_text.h"
#include "training/messages.h"

void page_html(struct str *out, const char *text) {
    xml_append(out, slice_of(text));
}

void page_cell(struct str *out, const char *text) {
    str_append_text(out, "<td>");
    page_html(out, *text ? text : "-");
    str_append_text(out, "</td>");
}

void page_rule(struct str *out, const char *name, enum lang lang) {
    const struct rule *rule = rule_named(slice_of(name));
    if (rule) page_html(out, rule_text(rule, RULE_ABOUT, lang));
    str_append_text(out, rule ? " (" : "");
    page_html(out, name);
    str_append_text(out, rule ? ")" : "");
}

void page_number(struct str *out, size_t number) {
    str_printf(out, "<td class=n>%zu</td>", number);
}

void page_tally(struct str *out, struct tally tally) {
    if (tally.planted)
        str_printf(out, "<td class=n>%zu/%zu</td>", tally.mended, tally.planted);
    else
        str_append_text(out, "<td class=n></td>");
}

void page_title(struct str *out, enum lang lang, message_id title) {
    str_printf(out, "<h2>%s</h2>\n", message_text(lang, title));
}

void page_table(struct str *out, enum lang lang, message_id title, const message_id *heads, size_t count) {
    page_title(out, lang, title);
    str_append_text(out, "<table><tr>");
    for (size_t i = 0; i < count; i++) {
        bool name = heads[i] == MESSAGE_SCORE_NAME || heads[i] == MESSAGE_SCORE_OFFICE;
        str_printf(out, "<th%s>%s</th>", name ? "" : " class=n", message_text(lang, heads[i]));
    }
    str_append_text(out, "</tr>\n");
}

void page_person(struct str *out, const struct score_person *person) {
    str_append_text(out, "<tr>");
    page_cell(out, person_name(person));
    page_cell(out, person->office);
}
