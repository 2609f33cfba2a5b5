/* sunting lsp: the findings of `sunting check` in another editor, as the text is typed there. */
#include "base/str.h"
#include "peer.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define URI "file:///tidak/ada/berita.md"

static const char draft[] =
    "---\ntitle: Rapat\n---\n\nKota 😀 Baru — Kegiatan ini ini dibuka dengan aktifitas.\n\n"
    "Warga di sampingi petugas.\n\nKegiatan itu selesai pada sore hari di balai kota.\n\n"
    "Kegiatan itu selesai pada sore hari di balai kota.\n";

static void begin(struct peer *peer, const char *encoding) {
    static const char *const arguments[] = {"lsp", NULL};
    peer_start(peer, arguments);
    json_t *answer =
        peer_ask(peer, "initialize",
                 json_pack("{s:{s:{s:[s]}}}", "capabilities", "general", "positionEncodings", encoding));
    const json_t *capabilities = json_object_get(json_object_get(answer, "result"), "capabilities");
    assert_string_equal(json_string_value(json_object_get(capabilities, "positionEncoding")), encoding);
    json_decref(answer);
    peer_notify(peer, "initialized", json_object());
}

static void open_draft(struct peer *peer, const char *text) {
    peer_notify(peer, "textDocument/didOpen",
                json_pack("{s:{s:s, s:s, s:i, s:s}}", "textDocument", "uri", URI, "languageId", "markdown",
                          "version", 1, "text", text));
}

static json_t *range(int line, int from, int end_line, int to) {
    return json_pack("{s:{s:i, s:i}, s:{s:i, s:i}}", "start", "line", line, "character", from, "end", "line",
                     end_line, "character", to);
}

static json_t *at(int line, int character) {
    return json_pack("{s:{s:s}, s:{s:i, s:i}}", "textDocument", "uri", URI, "position", "line", line,
                     "character", character);
}

static int end(struct peer *peer) {
    json_t *answer = peer_ask(peer, "shutdown", json_null());
    assert_true(json_is_null(json_object_get(answer, "result")));
    json_decref(answer);
    peer_notify(peer, "exit", json_null());
    return peer_end(peer);
}

/* What the JSON of `sunting check` says, in the words of the protocol. */
static void expect_same_as_check(const json_t *diagnostics, const char *text) {
    struct str out = {0};
    program_run("check --format json -", text, &out);
    json_t *root = json_loadb(str_text(&out), out.len, 0, NULL);
    const json_t *findings = json_object_get(json_array_get(json_object_get(root, "files"), 0), "findings"),
                 *finding;
    size_t i;
    assert_int_equal(json_array_size(diagnostics), json_array_size(findings));
    assert_true(json_array_size(findings) >= 4);
    json_array_foreach(findings, i, finding) {
        const json_t *diagnostic = json_array_get(diagnostics, i);
        assert_string_equal(json_string_value(json_object_get(diagnostic, "code")),
                            json_string_value(json_object_get(finding, "rule")));
        assert_string_equal(json_string_value(json_object_get(diagnostic, "message")),
                            json_string_value(json_object_get(finding, "message")));
        assert_int_equal(json_integer_value(json_object_get(
                             json_object_get(json_object_get(diagnostic, "range"), "start"), "line")),
                         json_integer_value(json_object_get(json_object_get(finding, "start"), "line")) - 1);
    }
    json_decref(root);
    str_free(&out);
}

static const json_t *find_code(const json_t *diagnostics, const char *code) {
    size_t i;
    const json_t *one;
    json_array_foreach(diagnostics, i, one) if (strcmp(json_string_value(json_object_get(one, "code")),
                                                       code) == 0) return one;
    fail_msg("no %s", code);
    return NULL;
}

static json_int_t character_of(const json_t *diagnostic, const char *which) {
    return json_integer_value(
        json_object_get(json_object_get(json_object_get(diagnostic, "range"), which), "character"));
}

static void diagnostics_are_the_findings_of_check(void **state) {
    (void)state;
    static const struct {
        const char *encoding;
        json_int_t start;
    } rows[] = {{"utf-16", 46}, {"utf-8", 50}}; /* of "aktifitas": 😀 is 2 or 4 units, — 1 or 3 */
    for (size_t i = 0; i < 2; i++) {
        struct peer peer;
        begin(&peer, rows[i].encoding);
        open_draft(&peer, draft);
        json_t *params = peer_wait(&peer, "textDocument/publishDiagnostics");
        const json_t *diagnostics = json_object_get(params, "diagnostics");
        assert_string_equal(json_string_value(json_object_get(params, "uri")), URI);
        expect_same_as_check(diagnostics, draft);
        const json_t *word = find_code(diagnostics, "spelling.nonstandard");
        assert_int_equal(character_of(word, "start"), rows[i].start);
        assert_int_equal(character_of(word, "end"), rows[i].start + 9);
        assert_int_equal(
            json_array_size(json_object_get(find_code(diagnostics, "duplicate.exact"), "relatedInformation")),
            1);
        json_decref(params);
        assert_int_equal(end(&peer), 0);
    }
}

static void change(struct peer *peer, int version, json_t *where, const char *text) {
    peer_notify(peer, "textDocument/didChange",
                json_pack("{s:{s:s, s:i}, s:[{s:o, s:s}]}", "textDocument", "uri", URI, "version", version,
                          "contentChanges", "range", where, "text", text));
}

/* Typed piece by piece it comes to the same as read at once. */
static void changes_are_followed(void **state) {
    (void)state;
    struct peer peer;
    begin(&peer, "utf-16");
    open_draft(&peer, "Kota 😀 lama.\r\n\r\nx\r\n");
    json_t *params = peer_wait(&peer, "textDocument/publishDiagnostics");
    json_decref(params);
    change(&peer, 2, range(0, 8, 0, 12), "baru"); /* after the sign of two units */
    change(&peer, 3, range(2, 0, 99, 0), "");
    change(&peer, 4, range(0, 99, 1, 0), "\r\n"); /* after the end of the line is its end */
    change(&peer, 5, range(2, 0, 2, 0), "Kegiatan ini ini dibuka.");
    json_t *hover = peer_ask(&peer, "textDocument/hover", at(2, 10));
    const json_t *result = json_object_get(hover, "result");
    const char *said = json_string_value(json_object_get(json_object_get(result, "contents"), "value"));
    assert_non_null(said);
    assert_non_null(strstr(said, "tertulis dua kali"));
    assert_non_null(strstr(said, "`spelling.repeated`"));
    assert_int_equal(character_of(result, "start"), 9);
    json_decref(hover);
    params = peer_wait(&peer, "textDocument/publishDiagnostics");
    while (json_integer_value(json_object_get(params, "version")) < 5) {
        json_decref(params);
        params = peer_wait(&peer, "textDocument/publishDiagnostics");
    }
    assert_int_equal(json_array_size(json_object_get(params, "diagnostics")), 1);
    json_decref(params);
    hover = peer_ask(&peer, "textDocument/hover", at(0, 0));
    assert_true(json_is_null(json_object_get(hover, "result")));
    json_decref(hover);
    peer_notify(&peer, "textDocument/didClose", json_pack("{s:{s:s}}", "textDocument", "uri", URI));
    params = peer_wait(&peer, "textDocument/publishDiagnostics");
    assert_int_equal(json_array_size(json_object_get(params, "diagnostics")), 0);
    json_decref(params);
    assert_int_equal(end(&peer), 0);
}

static const json_t *action_called(const json_t *actions, const char *words) {
    size_t i;
    const json_t *one;
    json_array_foreach(actions, i,
                       one) if (strstr(json_string_value(json_object_get(one, "title")), words)) return one;
    fail_msg("no action %s", words);
    return NULL;
}

static const char *new_text(const json_t *action) {
    const json_t *changes = json_object_get(json_object_get(json_object_get(action, "edit"), "changes"), URI);
    return json_string_value(json_object_get(json_array_get(changes, 0), "newText"));
}

static void quick_fixes_are_offered(void **state) {
    (void)state;
    struct peer peer;
    begin(&peer, "utf-16");
    open_draft(&peer, draft);
    json_t *answer = peer_ask(&peer, "textDocument/codeAction",
                              json_pack("{s:{s:s}, s:o, s:{s:[]}}", "textDocument", "uri", URI, "range",
                                        range(4, 52, 4, 52), "context", "diagnostics"));
    const json_t *actions = json_object_get(answer, "result");
    const json_t *fix = action_called(actions, "aktivitas"),
                 *silence = action_called(actions, "spelling.nonstandard");
    assert_string_equal(new_text(fix), "aktivitas");
    assert_true(json_is_true(json_object_get(fix, "isPreferred")));
    assert_string_equal(new_text(silence), "<!-- sunting: ignore spelling.nonstandard: alasan -->\n");
    json_decref(answer);
    assert_int_equal(end(&peer), 0);
}

static json_int_t error_of(struct peer *peer, const char *method, json_t *params) {
    json_t *answer = peer_ask(peer, method, params);
    json_int_t code = json_integer_value(json_object_get(json_object_get(answer, "error"), "code"));
    json_decref(answer);
    return code;
}

static void what_is_out_of_order_is_refused(void **state) {
    (void)state;
    static const char *const arguments[] = {"lsp", NULL};
    struct peer peer;
    peer_start(&peer, arguments);
    assert_int_equal(error_of(&peer, "textDocument/hover", at(0, 0)), -32002);
    peer_send(&peer, "Content-Length: 3\r\n\r\n{x}");
    json_t *answer = peer_read(&peer);
    assert_int_equal(json_integer_value(json_object_get(json_object_get(answer, "error"), "code")), -32700);
    json_decref(answer);
    json_decref(peer_ask(&peer, "initialize", json_object()));
    assert_int_equal(error_of(&peer, "initialize", json_object()), -32600);
    assert_int_equal(error_of(&peer, "textDocument/rename", json_object()), -32601);
    assert_int_equal(error_of(&peer, "textDocument/hover", json_object()), -32602);
    assert_int_equal(error_of(&peer, "textDocument/hover", json_null()), -32602);
    peer_notify(&peer, "textDocument/didChange", json_array());
    peer_notify(&peer, "exit", json_null());
    assert_int_equal(peer_end(&peer), 1); /* without a shutdown before */
    peer_start(&peer, arguments);
    peer_send(&peer, "Content-Length: 999999999999\r\n\r\n");
    assert_int_equal(peer_end(&peer), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(diagnostics_are_the_findings_of_check),
        cmocka_unit_test(changes_are_followed),
        cmocka_unit_test(quick_fixes_are_offered),
        cmocka_unit_test(what_is_out_of_order_is_refused),
    };
    setenv("LC_ALL", "C", 1); /* messages in Indonesian */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
