#include "server/lsp_answer.h"

#include "check/fix.h"
#include "report/json_value.h"
#include "server/messages.h"

static const struct findings *findings_of(const struct lsp_document *document) {
    return checker_findings(document->checker);
}

/* DiagnosticSeverity of the protocol: 1 error, 2 warning, 4 hint. */
static json_int_t severity_number(enum severity severity) {
    return severity == SEVERITY_ERROR ? 1 : severity == SEVERITY_WARNING ? 2 : 4;
}

static json_t *related_of(const struct lsp_document *document, const struct finding *finding,
                          enum place_unit unit) {
    json_t *array = json_array();
    vec_each(const struct related, related, &finding->related) {
        json_t *location = json_object(), *one = json_object();
        json_object_set_new(location, "uri", json_of(slice_of(document->uri)));
        json_object_set_new(location, "range",
                            place_range(document->text, related->start, related->end, unit));
        json_object_set_new(one, "location", location);
        json_object_set_new(one, "message",
                            json_of(slice_of(related->message ? related->message : finding->message)));
        json_array_append_new(array, one);
    }
    return array;
}

static json_t *diagnostic_of(const struct lsp_document *document, const struct finding *finding,
                             enum place_unit unit) {
    json_t *diagnostic = json_object();
    json_object_set_new(diagnostic, "range", place_range(document->text, finding->start, finding->end, unit));
    json_object_set_new(diagnostic, "severity", json_integer(severity_number(finding->severity)));
    json_object_set_new(diagnostic, "code", json_string(finding_rule(finding)->name));
    json_object_set_new(diagnostic, "source", json_string("sunting"));
    json_object_set_new(diagnostic, "message", json_of(slice_of(finding->message)));
    if (finding->related.count)
        json_object_set_new(diagnostic, "relatedInformation", related_of(document, finding, unit));
    return diagnostic;
}

json_t *lsp_diagnostics(const struct lsp_document *document, enum place_unit unit) {
    json_t *params = json_object(), *array = json_array();
    vec_each(const struct finding, finding, &findings_of(document)->list)
        json_array_append_new(array, diagnostic_of(document, finding, unit));
    json_object_set_new(params, "uri", json_of(slice_of(document->uri)));
    json_object_set_new(params, "version", json_integer(document->version));
    json_object_set_new(params, "diagnostics", array);
    return params;
}

/* Markdown of another's words: a mark of it is a sign like others. */
static void append_escaped(struct str *out, const char *text) {
    for (; *text; text++) {
        if (strchr("\\`*_{}[]<>#", *text)) str_append_byte(out, '\\');
        str_append_byte(out, *text);
    }
}

static void append_reason(struct str *out, const struct finding *finding, enum lang lang) {
    const struct rule *rule = finding_rule(finding);
    const char *why = rule_text(rule, RULE_WHY, lang), *right = rule_text(rule, RULE_RIGHT, lang);
    if (out->len) str_append_text(out, "\n\n---\n\n");
    append_escaped(out, finding->message);
    if (*why) {
        str_append_text(out, "\n\n");
        append_escaped(out, why);
    }
    if (*right) {
        str_printf(out, "\n\n*%s* ", message_text(lang, MESSAGE_LSP_RIGHT));
        append_escaped(out, right);
    }
    str_printf(out, "\n\n`%s`", rule->name);
}

json_t *lsp_hover(const struct lsp_document *document, size_t offset, enum place_unit unit, enum lang lang) {
    struct str text = {0};
    size_t start = SIZE_MAX, end = 0;
    vec_each(const struct finding, finding, &findings_of(document)->list) {
        if (finding->start > offset || finding->end < offset) continue;
        append_reason(&text, finding, lang);
        if (finding->start < start) start = finding->start;
        if (finding->end > end) end = finding->end;
    }
    json_t *hover = json_null();
    if (text.len)
        hover = json_pack("{s:{s:s, s:o}, s:o}", "contents", "kind", "markdown", "value",
                          json_of(str_slice(&text)), "range", place_range(document->text, start, end, unit));
    str_free(&text);
    return hover;
}

static json_t *edit_of(const struct lsp_document *document, size_t start, size_t end, struct slice text,
                       enum place_unit unit) {
    json_t *edit = json_object(), *edits = json_array(), *changes = json_object(), *workspace = json_object();
    json_object_set_new(edit, "range", place_range(document->text, start, end, unit));
    json_object_set_new(edit, "newText", json_of(text));
    json_array_append_new(edits, edit);
    json_object_set_new(changes, document->uri, edits);
    json_object_set_new(workspace, "changes", changes);
    return workspace;
}

static void add_action(json_t *actions, const struct str *title, json_t *diagnostic, json_t *edit,
                       bool preferred) {
    json_t *action = json_object(), *diagnostics = json_array();
    json_array_append(diagnostics, diagnostic);
    json_object_set_new(action, "title", json_of(str_slice(title)));
    json_object_set_new(action, "kind", json_string("quickfix"));
    json_object_set_new(action, "diagnostics", diagnostics);
    json_object_set_new(action, "edit", edit);
    if (preferred) json_object_set_new(action, "isPreferred", json_true());
    json_array_append_new(actions, action);
}

/* Bytes of the replacement that a menu has room for; no rune is cut. */
static int shown(struct slice s) {
    enum { SHOWN = 60 };
    size_t n = s.len < SHOWN ? s.len : SHOWN;
    while (n < s.len && n > 0 && ((unsigned char)s.data[n] & 0xC0) == 0x80)
        n--;
    return (int)n;
}

static void title_of(struct str *out, const struct lsp_document *document, const struct fix *fix,
                     enum lang lang) {
    struct str old = {0};
    text_copy(document->text, fix->start, fix->end, &old);
    if (!fix->text.len && fix->removes_twin)
        str_append_text(out, message_text(lang, MESSAGE_LSP_REMOVE_SENTENCE));
    else if (!fix->text.len)
        message(out, lang, LSP_REMOVE, shown(str_slice(&old)), str_text(&old));
    else
        message(out, lang, LSP_REPLACE, shown(fix->text), fix->text.data);
    str_free(&old);
}

/* A remark above the paragraph of the finding: its reason is left to the writer. */
static void add_silence(json_t *actions, const struct lsp_document *document, const struct finding *finding,
                        json_t *diagnostic, enum place_unit unit, enum lang lang) {
    const struct document *blocks = checker_document(document->checker);
    size_t begun = vec_before(struct block *const, block, &blocks->blocks, (*block)->start <= finding->start);
    const struct block *block = begun ? blocks->blocks.items[begun - 1] : NULL;
    if (!block || block->kind == BLOCK_FRONT) return;
    struct str title = {0}, remark = {0};
    const char *rule = finding_rule(finding)->name;
    message(&title, lang, LSP_SILENCE, rule);
    str_printf(&remark, "<!-- sunting: ignore %s: %s -->%s", rule, message_text(lang, MESSAGE_LSP_REASON),
               text_newline(document->text, block->line));
    add_action(actions, &title, diagnostic,
               edit_of(document, block->start, block->start, str_slice(&remark), unit), false);
    str_free(&title);
    str_free(&remark);
}

static void add_actions(json_t *actions, const struct lsp_document *document, const struct finding *finding,
                        enum place_unit unit, enum lang lang) {
    json_t *diagnostic = diagnostic_of(document, finding, unit);
    const struct document *checked = checker_document(document->checker);
    struct fix fix, sure;
    bool certain = fix_sure(checked, finding, &sure);
    for (size_t i = 0; fix_get(checked, finding, i, &fix); i++) {
        struct str title = {0};
        title_of(&title, document, &fix, lang);
        add_action(actions, &title, diagnostic, edit_of(document, fix.start, fix.end, fix.text, unit),
                   certain);
        str_free(&title);
    }
    add_silence(actions, document, finding, diagnostic, unit, lang);
    json_decref(diagnostic);
}

json_t *lsp_actions(const struct lsp_document *document, size_t start, size_t end, enum place_unit unit,
                    enum lang lang) {
    json_t *actions = json_array();
    vec_each(const struct finding, finding, &findings_of(document)->list)
        if (finding->start <= end && finding->end >= start)
            add_actions(actions, document, finding, unit, lang);
    return actions;
}
