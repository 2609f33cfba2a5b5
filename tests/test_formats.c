/* check --format: all formats tell of the same findings; the JSON is what its schema says. */
#include "base/file.h"
#include "program.h"

#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const char draft[] =
    "---\ntitle: Ijin Usaha\n---\n\nRapat itu itu “dibuka” dengan aktifitas, <b> & \"x\".\n\n"
    "Kegiatan berlangsung meriah sejak pagi di lapangan.\n\nDinilai baik 😀 dan resiko kecil.\n\n"
    "<!-- sunting: ignore spelling.nonstandard: uji -->\nAda ijin.\n\n"
    "Kegiatan berlangsung meriah sejak pagi di lapangan.\n";

/* Rule and line of each finding, in their order. */
struct told {
    struct str lines;
    size_t count;
};

static void tell(struct told *told, const char *rule, long line) {
    if (strcmp(rule, "silenced") == 0) return; /* how many there are, a row of its own */
    str_printf(&told->lines, "%s %ld\n", rule, line);
    told->count++;
}

static json_t *parse(const struct str *out) {
    json_t *root = json_loadb(str_text(out), out->len, 0, NULL);
    assert_non_null(root);
    return root;
}

static void read_json(const struct str *out, struct told *told) {
    json_t *root = parse(out), *one;
    size_t i;
    json_array_foreach(json_object_get(json_array_get(json_object_get(root, "files"), 0), "findings"), i, one)
        tell(told, json_string_value(json_object_get(one, "rule")),
             (long)json_integer_value(json_object_get(json_object_get(one, "start"), "line")));
    json_decref(root);
}

static void read_sarif(const struct str *out, struct told *told) {
    json_t *root = parse(out), *one;
    size_t i;
    json_array_foreach(json_object_get(json_array_get(json_object_get(root, "runs"), 0), "results"), i, one) {
        const json_t *place = json_array_get(json_object_get(one, "locations"), 0);
        const json_t *region = json_object_get(json_object_get(place, "physicalLocation"), "region");
        if (json_object_get(one, "suppressions")) continue;
        tell(told, json_string_value(json_object_get(one, "ruleId")),
             (long)json_integer_value(json_object_get(region, "startLine")));
    }
    json_decref(root);
}

static void read_gitlab(const struct str *out, struct told *told) {
    json_t *root = parse(out), *one;
    size_t i;
    json_array_foreach(root, i, one) {
        const json_t *lines = json_object_get(json_object_get(one, "location"), "lines");
        tell(told, json_string_value(json_object_get(one, "check_name")),
             (long)json_integer_value(json_object_get(lines, "begin")));
    }
    json_decref(root);
}

/* The rule is the last word between these two; the line the first number after before. */
static void read_lines(const struct str *out, const char *before, const char *open, const char *close,
                       struct told *told) {
    for (struct slice rest = str_slice(out); rest.len;) {
        char *line = slice_copy(slice_cut(&rest, '\n'));
        const char *number = strstr(line, before), *rule = NULL;
        for (const char *at = line; (at = strstr(at, open)); at++)
            rule = at + strlen(open);
        const char *end = rule ? strstr(rule, close) : NULL;
        char *name = end ? slice_copy((struct slice){rule, (size_t)(end - rule)}) : NULL;
        if (number && name && strchr(name, '.')) tell(told, name, strtol(number + strlen(before), NULL, 10));
        free(name);
        free(line);
    }
}

static void read_gnu(const struct str *out, struct told *told) {
    read_lines(out, "-:", "[", "]", told);
}
static void read_github(const struct str *out, struct told *told) {
    read_lines(out, "line=", "title=", "::", told);
}
static void read_html(const struct str *out, struct told *told) {
    read_lines(out, "</b> line ", "<code>", "</code></li>", told);
}

static void every_format_tells_the_same(void **state) {
    (void)state;
    static const struct {
        const char *name;
        void (*read)(const struct str *out, struct told *told);
    } formats[] = {{"sarif", read_sarif},
                   {"gitlab", read_gitlab},
                   {"gnu", read_gnu},
                   {"github", read_github},
                   {"html", read_html}};
    struct str out = {0}, arguments = {0};
    struct told expected = {0};
    program_run("check --lang en -f json -", draft, &out);
    read_json(&out, &expected);
    assert_true(expected.count >= 5);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        struct told told = {0};
        str_clear(&arguments);
        str_printf(&arguments, "check --lang en -f %s -", formats[i].name);
        program_run(str_text(&arguments), draft, &out);
        formats[i].read(&out, &told);
        if (strcmp(str_text(&told.lines), str_text(&expected.lines)) != 0)
            print_error("%s:\n%s\n", formats[i].name, str_text(&out));
        assert_string_equal(str_text(&told.lines), str_text(&expected.lines));
        str_free(&told.lines);
    }
    str_free(&expected.lines);
    str_free(&arguments);
    str_free(&out);
}

static size_t count(const char *text, const char *words) {
    size_t n = 0;
    for (; (text = strstr(text, words)); text++)
        n++;
    return n;
}

/* In these, places stand otherwise: the number of findings is the same. */
static void the_others_tell_as_many(void **state) {
    (void)state;
    struct str out = {0};
    struct told expected = {0};
    program_run("check -f json -", draft, &out);
    read_json(&out, &expected);
    program_run("check -f junit -", draft, &out);
    assert_int_equal(count(str_text(&out), "<failure"), expected.count);
    program_run("check -f csv -", draft, &out);
    assert_int_equal(count(str_text(&out), "\r\n") - 2,
                     expected.count); /* the heads, and how many are silenced */
    program_run("check -f text --hints -", draft, &out);
    assert_int_equal(count(str_text(&out), "\n-:") - count(str_text(&out), "\n-: ") +
                         (strncmp(str_text(&out), "-:", 2) == 0),
                     expected.count);
    str_free(&expected.lines);
    str_free(&out);
}

/* The part of JSON Schema that ours uses. */
static void validate(const json_t *value, const json_t *schema, const json_t *root) {
    const char *reference = json_string_value(json_object_get(schema, "$ref")), *key;
    if (reference) {
        assert_int_equal(strncmp(reference, "#/$defs/", 8), 0);
        schema = json_object_get(json_object_get(root, "$defs"), reference + 8);
        assert_non_null(schema);
    }
    const char *type = json_string_value(json_object_get(schema, "type"));
    const json_t *one, *properties = json_object_get(schema, "properties"),
                       *choices = json_object_get(schema, "enum");
    json_t *item;
    size_t i;
    if (type && strcmp(type, "object") == 0) assert_true(json_is_object(value));
    if (type && strcmp(type, "array") == 0) assert_true(json_is_array(value));
    if (type && strcmp(type, "string") == 0) assert_true(json_is_string(value));
    if (type && strcmp(type, "integer") == 0)
        assert_true(json_is_integer(value) &&
                    json_integer_value(value) >= json_integer_value(json_object_get(schema, "minimum")));
    if (json_object_get(schema, "const")) assert_true(json_equal(value, json_object_get(schema, "const")));
    bool chosen = !choices;
    json_array_foreach(choices, i, one) chosen = chosen || json_equal(one, value);
    assert_true(chosen);
    json_array_foreach(json_object_get(schema, "required"), i, one)
        assert_non_null(json_object_get(value, json_string_value(one)));
    json_object_foreach((json_t *)(uintptr_t)value, key, item) {
        if (!json_object_get(properties, key)) print_error("%s\n", key);
        assert_non_null(json_object_get(properties, key));
        validate(item, json_object_get(properties, key), root);
    }
    json_array_foreach(value, i, one) validate(one, json_object_get(schema, "items"), root);
}

static void json_follows_its_schema(void **state) {
    (void)state;
    struct str text = {0}, out = {0};
    assert_true(file_read("schemas/sunting-check.json", 1 << 20, &text, NULL));
    json_t *schema = parse(&text);
    static const char *const runs[] = {"check -f json -", "check -f json - /nonexistent/a.md",
                                       "check -f json --only duplicate,spelling -"};
    for (size_t i = 0; i < 3; i++) {
        program_run(runs[i], draft, &out);
        json_t *value = parse(&out);
        validate(value, schema, schema);
        json_decref(value);
    }
    json_decref(schema);
    str_free(&text);
    str_free(&out);
}

/* Without its dictionaries a report does not look whole. */
static void what_is_missing_is_told_in_the_report(void **state) {
    (void)state;
    char *folder = folder_make();
    struct str out = {0}, text = {0}, command = {0};
    str_printf(&command, "mkdir %s/dictionaries", folder);
    assert_int_equal(system(str_text(&command)), 0);
    setenv("SUNTING_DATA", folder, 1);
    assert_int_equal(program_run("check -f json -", draft, &out), 2);
    json_t *value = parse(&out);
    assert_true(json_is_string(json_object_get(value, "incomplete")));
    assert_true(file_read("schemas/sunting-check.json", 1 << 20, &text, NULL));
    json_t *schema = parse(&text);
    validate(value, schema, schema);
    json_decref(value);
    assert_int_equal(program_run("check -f sarif -", draft, &out), 2);
    value = parse(&out);
    const json_t *run = json_array_get(json_object_get(value, "runs"), 0);
    assert_true(json_is_false(
        json_object_get(json_array_get(json_object_get(run, "invocations"), 0), "executionSuccessful")));
    json_decref(value);
    json_decref(schema);
    unsetenv("SUNTING_DATA");
    folder_remove(folder);
    str_free(&out);
    str_free(&text);
    str_free(&command);
}

static void an_archive_is_plotted(void **state) {
    (void)state;
    char *folder = folder_make();
    struct str arguments = {0}, out = {0};
    str_printf(&arguments, "check -f html %s", folder);
    file_make(folder, "a.md",
              SLICE("---\ntitle: A\ndate: 2026-01-05\nsource: Dinas <Satu>\n---\n\nAda aktifitas ini.\n"));
    program_run(str_text(&arguments), NULL, &out);
    assert_null(strstr(str_text(&out), "<polyline"));
    assert_null(strstr(str_text(&out), "menurut kantor"));
    file_make(
        folder, "b.md",
        SLICE("---\ntitle: B\ndate: 2026-02-05\nauthor: Dinas Dua\n---\n\nAda aktifitas dan resiko.\n"));
    program_run(str_text(&arguments), NULL, &out);
    assert_non_null(strstr(str_text(&out), "points=\"0,36 400,6\"")); /* one in January, two in February */
    assert_non_null(strstr(str_text(&out), "Dinas &lt;Satu&gt;</text>"));
    assert_non_null(strstr(str_text(&out), "2,00 (1 naskah)"));
    folder_remove(folder);
    str_free(&arguments);
    str_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_format_tells_the_same),
        cmocka_unit_test(the_others_tell_as_many),
        cmocka_unit_test(json_follows_its_schema),
        cmocka_unit_test(what_is_missing_is_told_in_the_report),
        cmocka_unit_test(an_archive_is_plotted),
    };
    setenv("LC_ALL", "C", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
