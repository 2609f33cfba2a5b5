#include "program.h"

#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <sys/stat.h>

#include <cmocka.h>

static const char repeated[] = "Kegiatan ini ini dibuka wali kota.\n";

static json_t *check_json(const char *arguments, const char *input, int *status) {
    struct str out = {0};
    *status = program_run(arguments, input, &out);
    json_t *root = json_loadb(str_text(&out), out.len, 0, NULL);
    assert_non_null(root);
    str_free(&out);
    return root;
}

static void exit_status_says_what_came_out(void **state) {
    (void)state;
    static const struct {
        const char *arguments;
        int status;
    } rows[] = {
        {"check -", 0}, /* a warning is below the default */
        {"check --fail-on warning -", 1},
        {"check --fail-on=hint -", 1},
        {"periksa --fail-on warning", 1}, /* no path: standard input */
        {"check --fail-on warning --only spelling.repeated -", 1},
        {"check --fail-on warning --only spelling -", 1},
        {"check --fail-on hint --except spelling.repeated -", 0},
        {"check --fail-on never -", 0},
        {"check --fail-on hint --except spelling -- -", 0},
        {"check /nonexistent/draf.md", 2},
        {"check --fail-on hint /nonexistent/draf.md -", 2},
        {"check --only tidak.ada -", 2},
        {"check --only spell -", 2}, /* no family of that name */
        {"check --format nonsense -", 2},
        {"check --config /nonexistent.yaml -", 2},
        {"check --nonsense -", 2},
        {"check --fail-on", 2},
        {"nonsense", 2},
        {"--lang en nonsense", 2},
        {"--lang=en check --fail-on warning -", 1}, /* common options may stand before the command */
        {"--lang en periksa --fail-on warning -", 1},
        {"--la en -h check", 0},
        {"--format json check -", 2}, /* others may not */
        {"--version", 0},
        {"--help", 0},
        {"check --help", 0},
        {"kalimat -", 0},
        {"sentences /nonexistent", 2},
    };
    struct str out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int status = program_run(rows[i].arguments, repeated, &out);
        if (status != rows[i].status) print_error("sunting %s\n", rows[i].arguments);
        assert_int_equal(status, rows[i].status);
    }
    str_free(&out);
}

static const char hushed[] = "---\ntitle: Rapat\nsunting: {except: [spelling.repeated]}\n---\n\n"
                             "Kegiatan ini ini dibuka.\n\n"
                             "<!-- sunting: ignore spelling.nonstandard: kutipan -->\nIjin itu sah.\n";

/* Whoever silences a finding cannot hide that it was there. */
static void silencing_leaves_a_trace(void **state) {
    (void)state;
    static const char *const formats[] = {"text",  "json", "gnu",   "github", "csv",
                                          "sarif", "html", "junit", "gitlab"};
    static const char *const traces[] = {
        "2 temuan dibungkam oleh naskah (spelling.nonstandard 1, spelling.repeated 1)",
        "\"silenced\":2",
        ":1:1: note: 2 temuan dibungkam",
        "::notice file=-::2 temuan dibungkam",
        ",silenced,,,\"2 temuan dibungkam oleh naskah",
        "inSource",
        "2 temuan dibungkam oleh naskah",
        "<system-out>2 temuan dibungkam",
        "\"description\":\"2 temuan dibungkam"};
    struct str out = {0}, line = {0};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        str_clear(&line);
        str_printf(&line, "--lang id check --except metadata --format %s -", formats[i]);
        assert_int_equal(program_run(str_text(&line), hushed, &out), 0);
        if (!strstr(str_text(&out), traces[i])) fail_msg("%s: %s", formats[i], str_text(&out));
    }
    str_free(&out);
    str_free(&line);
}

/* --strict obeys the caller alone; --only wins over the front matter, not over what stands in the text. */
static void the_caller_decides(void **state) {
    (void)state;
    struct str out = {0};
    assert_int_equal(program_run("check --fail-on warning --only spelling -", hushed, &out), 1);
    assert_non_null(strstr(str_text(&out), "spelling.repeated]"));
    assert_null(strstr(str_text(&out), "spelling.nonstandard]"));
    assert_int_equal(program_run("check --fail-on warning --only spelling.nonstandard -", hushed, &out), 0);
    assert_int_equal(program_run("check --fail-on warning --strict -", hushed, &out), 1);
    assert_non_null(strstr(str_text(&out), "spelling.repeated]"));
    assert_non_null(strstr(str_text(&out), "spelling.nonstandard]"));
    assert_null(strstr(str_text(&out), "directive.unused"));
    assert_null(strstr(str_text(&out), "dibungkam"));

    char *folder = folder_make();
    struct str line = {0};
    file_make(folder, "a.md", slice_of(repeated));
    file_make(folder, ".sunting.yaml", SLICE("except: [spelling.repeated]\n"));
    str_printf(&line, "check --fail-on warning %s/a.md", folder);
    assert_int_equal(program_run(str_text(&line), NULL, &out), 0);
    str_append_text(&line, " --strict");
    assert_int_equal(program_run(str_text(&line), NULL, &out), 1);
    str_free(&line);
    str_free(&out);
    folder_remove(folder);
}

static void a_file_that_cannot_be_read_stops_no_other(void **state) {
    (void)state;
    int status;
    json_t *root =
        check_json("check --format json /nonexistent/a.md - --only spelling.repeated", repeated, &status);
    json_t *files = json_object_get(root, "files");
    assert_int_equal(status, 2);
    assert_int_equal(json_array_size(files), 2);
    assert_non_null(json_object_get(json_array_get(files, 0), "error"));
    assert_int_equal(json_array_size(json_object_get(json_array_get(files, 1), "findings")), 1);
    json_decref(root);
}

/* A gate that looks into the wrong folder does not pass. */
static void a_folder_without_drafts_is_no_work_done(void **state) {
    (void)state;
    char *folder = folder_make();
    static const char *const walking[] = {"check", "quotes", "sentences"};
    struct str out = {0};
    file_make(folder, "catatan.pdf", SLICE("x"));
    for (size_t i = 0; i < sizeof walking / sizeof *walking; i++) {
        struct str arguments = {0};
        str_printf(&arguments, "%s %s", walking[i], folder);
        assert_int_equal(program_run(str_text(&arguments), "", &out), 2);
        str_free(&arguments);
    }
    str_free(&out);
    folder_remove(folder);
}

static void a_folder_is_walked(void **state) {
    (void)state;
    char *folder = folder_make();
    struct str arguments = {0}, path = {0};
    static const char *const names[] = {"b.md", "a.txt", "c.markdown", "D.MD", "e.pdf", ".hidden.md"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        file_make(folder, names[i], slice_of(repeated));
    str_printf(&path, "%s/dalam", folder);
    assert_int_equal(mkdir(str_text(&path), 0700), 0);
    file_make(str_text(&path), "f.md", slice_of(repeated));
    str_printf(&arguments, "check --format json --only spelling.repeated %s", folder);
    int status;
    json_t *root = check_json(str_text(&arguments), NULL, &status), *files = json_object_get(root, "files");
    static const char *const expected[] = {"a.txt", "b.md", "c.markdown", "dalam/f.md", "D.MD"};
    assert_int_equal(json_array_size(files), 5);
    bool seen[5] = {false};
    for (size_t i = 0; i < 5; i++) {
        const char *got = json_string_value(json_object_get(json_array_get(files, i), "path"));
        for (size_t k = 0; k < 5; k++)
            seen[k] |= strcmp(got + strlen(folder) + 1, expected[k]) == 0;
    }
    for (size_t k = 0; k < 5; k++)
        assert_true(seen[k]);
    assert_int_equal(json_integer_value(json_object_get(json_object_get(root, "summary"), "warnings")), 5);
    json_decref(root);
    folder_remove(folder);
    str_free(&arguments);
    str_free(&path);
}

/* Findings do not depend on the front matter; their places move by its length. */
static void front_matter_shifts_and_hides_nothing(void **state) {
    (void)state;
    static const char front[] =
        "---\ntitle: Pelatihan menulis di kota\ndate: 2025-03-11\nstatus: draf\n---\n\n";
    static const char body[] =
        "Muara Jati — Sekretaris Daerah Ratna Widuri membuka \xE2\x80\x9Cpelatihan pelatihan\xE2\x80\x9D itu.\n"
        "Naskah itu itu di bahas bersama.\n\n- Peserta peserta menulis aktifitas.\n";
    struct str with = {0};
    str_printf(&with, "%s%s", front, body);
    int status;
    json_t *a = check_json("check --format json --only spelling -", body, &status);
    json_t *b = check_json("check --format json --only spelling -", str_text(&with), &status);
    json_t *left = json_object_get(json_array_get(json_object_get(a, "files"), 0), "findings");
    json_t *right = json_object_get(json_array_get(json_object_get(b, "files"), 0), "findings");
    assert_true(json_array_size(left) >= 3);
    assert_int_equal(json_array_size(left), json_array_size(right));
    for (size_t i = 0; i < json_array_size(left); i++) {
        json_t *l = json_array_get(left, i), *r = json_array_get(right, i);
        json_t *ls = json_object_get(l, "start"), *rs = json_object_get(r, "start");
        assert_true(json_equal(json_object_get(l, "rule"), json_object_get(r, "rule")));
        assert_true(json_equal(json_object_get(l, "message"), json_object_get(r, "message")));
        assert_int_equal(json_integer_value(json_object_get(ls, "offset")) + (int)strlen(front),
                         json_integer_value(json_object_get(rs, "offset")));
        assert_int_equal(json_integer_value(json_object_get(ls, "line")) + 6,
                         json_integer_value(json_object_get(rs, "line")));
        assert_true(json_equal(json_object_get(ls, "column"), json_object_get(rs, "column")));
    }
    json_decref(a);
    json_decref(b);
    str_free(&with);
}

/* However many processes work, the report is the same. */
static void processes_change_nothing(void **state) {
    (void)state;
    char *folder = folder_make();
    struct str name = {0}, arguments = {0}, one = {0}, many = {0};
    for (int i = 0; i < 9; i++) {
        str_clear(&name);
        str_printf(&name, "%d.md", i);
        file_make(folder, str_text(&name),
                  i == 4 ? SLICE("\0\0\0\0") : slice_of(i % 2 ? repeated : "Baik.\n"));
    }
    static const char *const forms[] = {"json", "text", "sarif"};
    for (size_t i = 0; i < 3; i++) {
        str_clear(&arguments);
        str_printf(&arguments,
                   "check --only spelling.repeated --fail-on hint --format %s %s /nonexistent.md --jobs 1",
                   forms[i], folder);
        int status = program_run(str_text(&arguments), NULL, &one);
        arguments.data[arguments.len - 1] = '4';
        assert_int_equal(program_run(str_text(&arguments), NULL, &many), status);
        assert_int_equal(status, 2);
        assert_string_equal(str_text(&one), str_text(&many));
    }
    str_free(&name);
    str_free(&arguments);
    str_free(&one);
    str_free(&many);
    folder_remove(folder);
}

static void a_full_disk_is_told_once(void **state) {
    (void)state;
    struct str out = {0};
    FILE *said = popen(SUNTING_PROGRAM " check --lang en samples samples 2>&1 >/dev/full", "r");
    char buffer[4096] = {0};
    size_t n = fread(buffer, 1, sizeof buffer - 1, said);
    assert_int_equal(pclose(said), 2 << 8);
    str_append(&out, (struct slice){buffer, n});
    assert_string_equal(str_text(&out), "sunting: The output cannot be written: the disk is full.\n");
    str_free(&out);
}

static void own_words_are_kept_and_obeyed(void **state) {
    (void)state;
    char *folder = folder_make();
    struct str out = {0};
    static const char draft[] = "Petugas menanam zubrakan di taman kota.\n";
    setenv("XDG_DATA_HOME", folder, 1);
    assert_int_equal(program_run("check --fail-on hint --only spelling.term -", draft, &out), 1);
    assert_int_equal(program_run("dictionary add zubrakan", NULL, &out), 0);
    assert_int_equal(program_run("check --fail-on hint --only spelling.term -", draft, &out), 0);
    assert_int_equal(program_run("kamus tambah zubrakan=tanam lain", NULL, &out),
                     0); /* another example: no second line */
    assert_int_equal(program_run("kamus daftar", NULL, &out), 0);
    assert_string_equal(str_text(&out), "zubrakan=tanam\nlain\n");
    assert_int_equal(program_run("dictionary remove Zubrakan", NULL, &out), 0);
    assert_int_equal(program_run("dictionary list", NULL, &out), 0);
    assert_string_equal(str_text(&out), "lain\n");
    assert_int_equal(program_run("dictionary remove zubrakan", NULL, &out), 2);
    assert_int_equal(program_run("dictionary add 'dua kata'", NULL, &out), 2);
    assert_int_equal(program_run("dictionary add \"$(printf 'a\\nb')\"", NULL, &out), 2);
    assert_int_equal(program_run("dictionary", NULL, &out), 2);
    unsetenv("XDG_DATA_HOME");
    folder_remove(folder);
    str_free(&out);
}

static void rules_are_explained(void **state) {
    (void)state;
    struct str out = {0};
    assert_int_equal(program_run("rules --lang en", NULL, &out), 0);
    assert_non_null(strstr(str_text(&out), "spelling.repeated"));
    assert_int_equal(program_run("rules spelling.repeated --lang en", NULL, &out), 0);
    assert_non_null(strstr(str_text(&out), "Why:"));
    assert_int_equal(program_run("rules nonsense", NULL, &out), 2);
    assert_int_equal(program_run("rules spelling --format json", NULL, &out), 0);
    json_t *root = json_loadb(str_text(&out), out.len, 0, NULL);
    assert_true(json_array_size(json_object_get(root, "rules")) > 1);
    json_decref(root);
    str_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exit_status_says_what_came_out),
        cmocka_unit_test(silencing_leaves_a_trace),
        cmocka_unit_test(the_caller_decides),
        cmocka_unit_test(a_file_that_cannot_be_read_stops_no_other),
        cmocka_unit_test(a_folder_without_drafts_is_no_work_done),
        cmocka_unit_test(a_folder_is_walked),
        cmocka_unit_test(front_matter_shifts_and_hides_nothing),
        cmocka_unit_test(processes_change_nothing),
        cmocka_unit_test(a_full_disk_is_told_once),
        cmocka_unit_test(own_words_are_kept_and_obeyed),
        cmocka_unit_test(rules_are_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
