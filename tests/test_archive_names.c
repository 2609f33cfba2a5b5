/* A name is found by every name that is one letter away, wherever that letter is, and by no other. */
#include "archive/names.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

struct asked {
    struct archive *archive;
    size_t failed;
};

static bool is_found(const struct asked *asked, const char *query, size_t len, const char *name) {
    struct names_near near = {0};
    struct error e = {0};
    assert_true(names_find(asked->archive, (struct slice){query, len}, &near, &e));
    bool found = near.list.count == 1 && strcmp(near.list.items[0].folded, name) == 0;
    names_near_free(&near);
    return found;
}

static void expect(struct asked *asked, const char *query, size_t len, const char *name) {
    if (is_found(asked, query, len, name)) return;
    print_error("%.*s does not find %s\n", (int)len, query, name);
    asked->failed++;
}

/* Each letter changed, left out, doubled, put before, and changed with the next. */
static void expect_slips(struct asked *asked, const char *name) {
    char slip[80];
    size_t len = strlen(name);
    expect(asked, name, len, name);
    for (size_t i = 0; i <= len; i++) {
        for (const char *letter = "zan"; *letter; letter++) {
            snprintf(slip, sizeof slip, "%.*s%c%s", (int)i, name, *letter, name + i);
            expect(asked, slip, len + 1, name);
            snprintf(slip, sizeof slip, "%s", name);
            slip[i] = *letter;
            if (i < len) expect(asked, slip, len, name);
        }
        if (i == len) continue;
        snprintf(slip, sizeof slip, "%.*s%s", (int)i, name, name + i + 1);
        if (len > 1) expect(asked, slip, len - 1, name);
        snprintf(slip, sizeof slip, "%s", name);
        slip[i] = name[i + 1];
        slip[i + 1] = name[i];
        if (i + 1 < len) expect(asked, slip, len, name);
    }
}

static void a_slip_leads_to_the_name(void **state) {
    (void)state;
    static const char *const names[] = {"annna baanna",
                                        "budi hamzah",
                                        "iram",
                                        "uju",
                                        "joo",
                                        "kk",
                                        "siti nurhaliza binti abdul rahman al mahmudi dari kota raya"};
    char path[320], *folder = folder_make();
    struct error e = {0};
    struct entry entry = {0};
    struct names_adding adding = {0};
    file_make(folder, "frequency.tsv", SLICE("# own\ndesa\t311\t5\t1\t0\tdasa\t12\n"));
    snprintf(path, sizeof path, "%s/arsip.db", folder);
    struct language *language = language_new(folder, LANG_EN);
    struct asked asked = {archive_enter(path, STORE_MAKE, 1000, language, &e), 0};
    assert_non_null(asked.archive);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        vec_push(&entry.persons,
                 (struct entry_person){slice_copy(slice_of(names[i])), slice_copy(slice_of(names[i])),
                                       slice_copy(SLICE("")), i});
    assert_true(names_add(asked.archive, &entry, 1, &adding, &e) && names_write(asked.archive, &adding, &e));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        expect_slips(&asked, names[i]);
    assert_int_equal(asked.failed, 0);
    assert_false(is_found(&asked, "budi hamzahh b", 14, "budi hamzah"));
    assert_false(is_found(&asked, "bude hamzal", 11, "budi hamzah"));
    names_adding_free(&adding);
    entry_free(&entry);
    archive_leave(asked.archive);
    language_free(language);
    folder_remove(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_slip_leads_to_the_name)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
