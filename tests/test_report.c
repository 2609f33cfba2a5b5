#include "base/utf8.h"
#include "cli/messages.h"
#include "report/excerpt.h"
#include "report/report.h"

#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* A draft with one finding on the word between brackets, and what a format makes of it. */
static void report(const char *format, const char *path, const char *content, struct str *out) {
    struct draft draft = {.encoded = {.encoding = ENCODING_UTF8}};
    size_t len = strlen(content), from = 0, to = 0;
    char *bytes = memory_alloc(len + 1);
    memcpy(bytes, content, len + 1);
    draft.text = text_from(bytes, len);
    struct slice s = slice_of(content);
    from = slice_find_byte(s, '[', 0);
    to = slice_find_byte(s, ']', from) + 1;

    struct findings findings = {0};
    struct finding *finding = finding_add(&findings, RULE_SPELLING_REPEATED, from, to);
    finding->message = slice_copy(SLICE("Pesan \"satu\",\ndua%:"));
    finding_suggest(finding, SLICE("usul"));
    finding_relate(finding, 0, 1)->message = slice_copy(SLICE("di sini"));
    struct positions positions;
    positions_make(&positions, &draft);
    const struct report_entry entry = {
        .path = path, .positions = &positions, .findings = &findings, .silenced = &findings};
    const struct report_entry failed = {.path = "hilang.md", .error = "Tidak ada."};
    struct summary summary = {.files = 2, .warnings = 1};
    vec_push(&summary.failures,
             (struct report_failure){slice_copy(SLICE("hilang.md")), slice_copy(SLICE("Tidak ada."))});
    const struct report_style style = {.lang = LANG_ID};
    const struct report_format *f = NULL;
    for (size_t i = 0; report_formats[i]; i++)
        if (strcmp(report_format_names[i], format) == 0) f = report_formats[i];
    assert_non_null(f);
    str_clear(out);
    if (f->begin) f->begin(&style, out);
    f->entry(&style, &entry, out);
    struct str second = {0};
    f->entry(&style, &failed, &second);
    if (second.len && f->between) str_append_text(out, f->between);
    str_append(out, str_slice(&second));
    if (f->end) f->end(&style, &summary, out);
    str_free(&second);
    summary_free(&summary);
    positions_free(&positions);
    findings_free(&findings);
    text_free(draft.text);
}

static const char draft[] = "Judul\n\nIni \xE2\x80\x9C[kata]\xE2\x80\x9D \x1B[31m naskah.\n";

static void json_is_what_the_interface_says(void **state) {
    (void)state;
    struct str out = {0};
    report("json", "a \xFF.md", draft, &out); /* a name that is no UTF-8 */
    json_error_t error;
    json_t *root = json_loadb(out.data, out.len, 0, &error);
    assert_non_null(root);
    json_t *file = json_array_get(json_object_get(root, "files"), 0);
    json_t *finding = json_array_get(json_object_get(file, "findings"), 0);
    json_t *start = json_object_get(finding, "start"), *end = json_object_get(finding, "end");
    assert_int_equal(json_integer_value(json_object_get(root, "version")), 1);
    assert_string_equal(json_string_value(json_object_get(file, "path")), "a \xEF\xBF\xBD.md");
    assert_string_equal(json_string_value(json_object_get(finding, "rule")), "spelling.repeated");
    assert_string_equal(json_string_value(json_object_get(finding, "severity")), "warning");
    assert_string_equal(json_string_value(json_object_get(finding, "text")), "[kata]");
    assert_int_equal(json_integer_value(json_object_get(start, "offset")), 14);
    assert_int_equal(json_integer_value(json_object_get(start, "line")), 3);
    assert_int_equal(json_integer_value(json_object_get(start, "column")), 6);
    assert_int_equal(json_integer_value(json_object_get(end, "column")), 12);
    assert_int_equal(json_array_size(json_object_get(finding, "related")), 1);
    json_t *failed = json_array_get(json_object_get(root, "files"), 1);
    assert_string_equal(json_string_value(json_object_get(failed, "error")), "Tidak ada.");
    assert_null(json_object_get(failed, "findings"));
    assert_int_equal(json_integer_value(json_object_get(json_object_get(root, "summary"), "warnings")), 1);
    json_decref(root);
    str_free(&out);
}

static void sarif_names_rule_place_and_failure(void **state) {
    (void)state;
    struct str out = {0};
    report("sarif", "folder/a b.md", draft, &out);
    json_t *root = json_loadb(out.data, out.len, 0, NULL);
    assert_non_null(root);
    json_t *run = json_array_get(json_object_get(root, "runs"), 0),
           *results = json_object_get(run, "results");
    assert_int_equal(json_array_size(results), 2); /* the failed draft has none, and leaves no comma */
    json_t *result = json_array_get(results, 0), *silenced = json_array_get(results, 1);
    json_t *suppression = json_array_get(json_object_get(silenced, "suppressions"), 0);
    assert_null(json_object_get(result, "suppressions"));
    assert_string_equal(json_string_value(json_object_get(suppression, "kind")), "inSource");
    json_t *rules = json_object_get(json_object_get(json_object_get(run, "tool"), "driver"), "rules");
    assert_int_equal(json_array_size(rules), RULE_BUILTIN);
    json_t *rule = json_array_get(rules, (size_t)json_integer_value(json_object_get(result, "ruleIndex")));
    assert_string_equal(json_string_value(json_object_get(rule, "id")), "spelling.repeated");
    json_t *place =
        json_object_get(json_array_get(json_object_get(result, "locations"), 0), "physicalLocation");
    assert_string_equal(json_string_value(json_object_get(json_object_get(place, "artifactLocation"), "uri")),
                        "folder/a%20b.md");
    assert_int_equal(json_integer_value(json_object_get(json_object_get(place, "region"), "startColumn")), 6);
    json_t *invocation = json_array_get(json_object_get(run, "invocations"), 0);
    assert_true(json_is_false(json_object_get(invocation, "executionSuccessful")));
    json_decref(root);
    str_free(&out);
}

static void gitlab_has_a_fingerprint_for_each(void **state) {
    (void)state;
    struct str out = {0}, moved = {0};
    report("gitlab", "a.md", draft, &out);
    json_t *root = json_loadb(out.data, out.len, 0, NULL);
    assert_int_equal(json_array_size(root), 3);
    json_t *finding = json_array_get(root, 0), *silenced = json_array_get(root, 1),
           *failed = json_array_get(root, 2);
    assert_string_equal(json_string_value(json_object_get(silenced, "check_name")), "silenced");
    assert_string_equal(json_string_value(json_object_get(finding, "check_name")), "spelling.repeated");
    assert_string_equal(json_string_value(json_object_get(finding, "severity")), "minor");
    json_t *lines = json_object_get(json_object_get(finding, "location"), "lines");
    assert_int_equal(json_integer_value(json_object_get(lines, "begin")), 3);
    assert_string_equal(json_string_value(json_object_get(failed, "description")), "Tidak ada.");
    report("gitlab", "a.md", "Baris lain.\nIni [kata] naskah.\n", &moved); /* the place is no part of it */
    json_t *other = json_loadb(moved.data, moved.len, 0, NULL);
    assert_true(json_equal(json_object_get(json_array_get(other, 0), "fingerprint"),
                           json_object_get(finding, "fingerprint")));
    json_decref(root);
    root = other;
    str_clear(
        &moved); /* another draft has other fingerprints, of what is silenced too; no path begins with ./ */
    report("gitlab", "./b.md", draft, &moved);
    other = json_loadb(moved.data, moved.len, 0, NULL);
    assert_string_equal(
        json_string_value(json_object_get(json_object_get(json_array_get(other, 0), "location"), "path")),
        "b.md");
    str_clear(&out);
    report("gitlab", "a.md", draft, &out);
    json_decref(root);
    root = json_loadb(out.data, out.len, 0, NULL);
    for (size_t i = 0; i < 2; i++)
        assert_false(json_equal(json_object_get(json_array_get(other, i), "fingerprint"),
                                json_object_get(json_array_get(root, i), "fingerprint")));
    json_decref(root);
    json_decref(other);
    str_free(&out);
    str_free(&moved);
}

static void junit_and_html_escape_what_is_from_outside(void **state) {
    (void)state;
    static const char hostile[] = "<script>alert(1)</script> & [ini <b>] \x1B\xFF.\n";
    struct str out = {0};
    report("junit", "a\"<&>.md", hostile, &out);
    assert_non_null(
        strstr(str_text(&out), "<testsuite name=\"a&quot;&lt;&amp;&gt;.md\" tests=\"1\" failures=\"1\""));
    assert_non_null(strstr(str_text(&out), "1:29: [ini &lt;b&gt;]</failure>"));
    assert_non_null(strstr(str_text(&out), "<error message=\"Tidak ada.\"/>"));
    report("html", "a\"<&>.md", hostile, &out);
    assert_null(strstr(str_text(&out), "<script"));
    assert_null(strchr(str_text(&out), 0x1B));
    assert_true(utf8_valid(str_slice(&out)));
    assert_non_null(
        strstr(str_text(&out), "&lt;script&gt;alert(1)&lt;/script&gt; &amp; <mark class=\"warning\""));
    assert_non_null(strstr(str_text(&out), ">[ini &lt;b&gt;]</mark>"));
    str_free(&out);
}

static void lines_for_other_programs(void **state) {
    (void)state;
    struct str out = {0};
    report("gnu", "a.md", draft, &out);
    assert_string_equal(str_text(&out),
                        "a.md:3:6: warning: Pesan \"satu\", dua%: [spelling.repeated]\n"
                        "a.md:1:1: note: 1 temuan dibungkam oleh naskah (spelling.repeated 1)\n"
                        "hilang.md: error: Tidak ada.\n");
    report("github", "a,b.md", draft, &out);
    assert_string_equal(str_text(&out), "::warning file=a%2Cb.md,line=3,endLine=3,col=6,endColumn=12,"
                                        "title=spelling.repeated::Pesan \"satu\", dua%25:\n"
                                        "::notice file=a%2Cb.md::1 temuan dibungkam oleh naskah "
                                        "(spelling.repeated 1)\n"
                                        "::error file=hilang.md::Tidak ada.\n");
    report("csv", "=a.md", draft, &out);
    const char *row = strstr(str_text(&out), "\r\n");
    assert_non_null(row);
    assert_string_equal(row + 2, "\"'=a.md\",3,6,3,12,14,20,warning,spelling.repeated,\"[kata]\","
                                 "\"Pesan \"\"satu\"\",\ndua%:\",\"usul\"\r\n"
                                 "\"'=a.md\",,,,,,,silenced,,,"
                                 "\"1 temuan dibungkam oleh naskah (spelling.repeated 1)\",\r\n"
                                 "\"hilang.md\",,,,,,,error,,,\"Tidak ada.\",\r\n");
    str_free(&out);
}

static void text_lets_nothing_steer_the_terminal(void **state) {
    (void)state;
    struct str out = {0};
    report("text", "\x1B]0;judul\x07.md", draft, &out);
    assert_null(strchr(str_text(&out), '\x1B'));
    assert_null(strchr(str_text(&out), '\x07'));
    assert_non_null(strstr(str_text(&out), "    3 | Ini \xE2\x80\x9C[kata]\xE2\x80\x9D"));
    assert_non_null(strstr(str_text(&out), "\n      |      ^^^^^^\n"));
    str_free(&out);
}

static size_t width_of(struct slice s) {
    size_t width = 0;
    for (size_t at = 0, next; at < s.len; at = next) {
        next = grapheme_next(s, at);
        width += (size_t)grapheme_width(slice_range(s, at, next));
    }
    return width;
}

/* Wherever the finding is and however narrow the terminal, the excerpt fits and the caret stands below it. */
static void excerpts_fit_and_point(void **state) {
    (void)state;
    struct str line = {0};
    for (int i = 0; i < 60; i++)
        str_append_text(&line, i % 7 ? "kata " : "日本語 é́ 😀\t");
    struct slice s = str_slice(&line);
    for (size_t columns = 8; columns < 400; columns += 13)
        for (size_t start = 0; start < s.len; start = grapheme_next(s, start)) {
            struct excerpt excerpt;
            size_t end = grapheme_next(s, grapheme_next(s, start));
            excerpt_make(&excerpt, s, start, end, columns);
            assert_true(width_of(str_slice(&excerpt.text)) <= (columns < 12 ? 12 : columns));
            assert_true(excerpt.width >= 1);
            /* what stands at the caret is the cluster at start (a tab shows as a space) */
            size_t at = 0, column = 0;
            struct slice shown = str_slice(&excerpt.text);
            while (column < excerpt.column) {
                size_t next = grapheme_next(shown, at);
                column += (size_t)grapheme_width(slice_range(shown, at, next));
                at = next;
            }
            assert_int_equal(column, excerpt.column);
            if (s.data[start] != '\t') assert_int_equal(shown.data[at], s.data[start]);
            excerpt_free(&excerpt);
        }
    str_free(&line);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_is_what_the_interface_says),
        cmocka_unit_test(sarif_names_rule_place_and_failure),
        cmocka_unit_test(gitlab_has_a_fingerprint_for_each),
        cmocka_unit_test(junit_and_html_escape_what_is_from_outside),
        cmocka_unit_test(lines_for_other_programs),
        cmocka_unit_test(text_lets_nothing_steer_the_terminal),
        cmocka_unit_test(excerpts_fit_and_point),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
