/* The sheet of logins: to be printed and cut, one strip a person. */
#include "report/xml_text.h"
#include "training/messages.h"
#include "training/prepare.h"

static const char style[] =
    "body{font:9.5pt/1.3 sans-serif;margin:1cm;color:#000}"
    ".s{border:1px dashed #666;padding:.35cm .5cm;margin-bottom:.3cm;break-inside:avoid}"
    ".k{font:bold 13pt/1.5 monospace}b{font-size:12pt}.w{float:right;color:#444}"
    "ol{margin:.15cm 0 0;padding-left:1.4em}.c{display:flex;gap:.8cm}.c>div{flex:1}h3{font-size:10pt;margin:.1cm 0 0}"
    "table{align-self:flex-start}td{padding-right:.6em;white-space:nowrap}@page{size:A4;margin:1cm}@media print{body{margin:0}}";

static void append_steps(struct str *out, enum lang lang, message_id title, const message_id *steps) {
    str_printf(out, "<div><h3>%s</h3><ol>", message_text(lang, title));
    for (; *steps; steps++)
        str_printf(out, "<li>%s</li>", message_text(lang, *steps));
    str_append_text(out, "</ol></div>");
}

static void append_row(struct str *out, enum lang lang, message_id label, struct slice value) {
    str_printf(out, "<tr><td>%s</td><td class=k>", message_text(lang, label));
    xml_append(out, value);
    str_append_text(out, "</td></tr>");
}

static void append_strip(const struct roster_person *person, const char *host, enum lang lang,
                         struct str *out) {
    static const message_id putty[] = {MESSAGE_PUTTY_HOST, MESSAGE_PUTTY_KEY, MESSAGE_PUTTY_USER,
                                       MESSAGE_PUTTY_PASSWORD, 0};
    static const message_id phone[] = {MESSAGE_PHONE_APP, MESSAGE_PHONE_HOST, MESSAGE_PHONE_KEY,
                                       MESSAGE_PHONE_KEYS, 0};
    str_append_text(out, "<section class=s><span class=w>");
    xml_append(out, str_slice(&person->office));
    str_append_text(out, "</span><b>");
    xml_append(out, str_slice(&person->name));
    str_append_text(out, "</b><div class=c><table>");
    append_row(out, lang, MESSAGE_SHEET_HOST, slice_of(host));
    append_row(out, lang, MESSAGE_SHEET_USER, str_slice(&person->login));
    append_row(out, lang, MESSAGE_SHEET_PASSWORD, str_slice(&person->password));
    str_append_text(out, "</table>");
    append_steps(out, lang, MESSAGE_PUTTY_TITLE, putty);
    append_steps(out, lang, MESSAGE_PHONE_TITLE, phone);
    str_append_text(out, "</div></section>\n");
}

void sheet_append(const struct roster *roster, const char *host, enum lang lang, struct str *out) {
    const char *title = message_text(lang, MESSAGE_SHEET_TITLE);
    str_printf(
        out,
        "<!DOCTYPE html>\n<html lang=%s><head><meta charset=utf-8><title>%s</title><style>%s</style></head>"
        "<body>\n",
        lang == LANG_EN ? "en" : "id", title, style);
    vec_each(const struct roster_person, person, &roster->people)
        append_strip(person, host, lang, out);
    str_append_text(out, "</body></html>\n");
}
