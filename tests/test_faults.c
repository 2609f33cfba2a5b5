/* Every system call and every allocation of load and save fails once, or from then on: the file on the disk
 * is the old or the new one, the result says which, nothing is left open or lying about. */
#include "draft/backup.h"
#include "draft/save.h"
#include "faults.h"
#include "workplace.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define LONG "Sebuah kalimat yang panjang supaya berkas ini tumbuh.\n"

static char large[300000]; /* bytes: more than are put together before they are written */

static int enter_with_large(void **state) {
    memset(large, 'a', sizeof large);
    for (size_t i = 79; i < sizeof large; i += 80)
        large[i] = '\n';
    return work_enter(state);
}

/* The ways of saving. */
static const struct way {
    const char *name;
    bool exists, linked;
    struct slice before, inserted;
    size_t removed;
} ways[] = {
    {"new file", false, false, SLICE(""), SLICE(LONG), 0},
    {"replaced", true, false, SLICE("satu\ndua\n"), SLICE(LONG LONG), 2},
    {"in place, longer", true, true, SLICE("satu\ndua\n"), SLICE(LONG LONG), 2},
    {"in place, shorter", true, true, SLICE(LONG LONG LONG), SLICE("x"), 90},
    {"large", true, false, {large, sizeof large}, SLICE(LONG), 2},
};

static void prepare(const struct way *way) {
    unlink("naskah.md");
    unlink("kembar.md");
    if (!way->exists) return;
    work_put("naskah.md", way->before);
    if (way->linked) assert_int_equal(link("naskah.md", "kembar.md"), 0);
}

/* The draft, edited, with the bytes of the new file in after. */
static struct draft *edited(const struct way *way, struct str *after) {
    struct draft *draft = way->exists ? draft_load("naskah.md", DRAFT_LIMIT, NULL) : draft_new("naskah.md");
    assert_non_null(draft);
    struct str removed = {0};
    text_copy(draft->text, 0, way->removed, &removed);
    struct edit edit = {.removed = str_slice(&removed), .inserted = way->inserted};
    text_apply(draft->text, &edit);
    str_free(&removed);
    draft_bytes(draft, after);
    return draft;
}

static bool file_is_old(const struct way *way) {
    return way->exists ? work_holds("naskah.md", way->before) : access("naskah.md", F_OK) != 0;
}

/* What is called a copy is one: what was there, and no other name of the file, which would change with it. */
static void check_copies(const struct way *way, const char *where) {
    struct versions versions = {0};
    struct stat file, copy;
    backups_list(&versions, "naskah.md");
    for (size_t i = 0; i < versions.list.count; i++) {
        const char *path = versions.list.items[i].path;
        if (!work_holds(path, way->before)) fail_msg("%s: a copy of something else", where);
        bool same = stat("naskah.md", &file) == 0 && stat(path, &copy) == 0 && file.st_ino == copy.st_ino;
        if (same && !faults_kept_a_file()) fail_msg("%s: the file itself as a copy of it", where);
        unlink(path);
    }
    versions_free(&versions);
}

/* What must hold after a save in which a call failed. */
static void check_outcome(const struct way *way, struct draft *draft, enum replaced result,
                          struct slice after, const struct error *e, const char *where) {
    bool is_new = work_holds("naskah.md", after), rescued = false;
    struct str rescue = {0};
    if (draft_rescue_find("naskah.md", &rescue)) {
        rescued = work_holds(str_text(&rescue), after);
        unlink(str_text(&rescue));
    }
    if (!is_new && !file_is_old(way) && !(rescued && strstr(str_text(&e->text), str_text(&rescue))))
        fail_msg("%s: the file is neither old nor new: %s", where, str_text(&e->text));
    if (result == REPLACED && !is_new) fail_msg("%s: said to be saved", where);
    if (result == REPLACED && draft_is_changed(draft)) fail_msg("%s: saved, and still changed", where);
    if (result == REPLACE_FAILED && !e->text.len) fail_msg("%s: failed without a sentence", where);
    if (result == REPLACE_FAILED && !is_new && !draft_is_changed(draft))
        fail_msg("%s: failed, and taken for saved", where);
    if (work_clean() && !faults_kept_a_file()) fail_msg("%s: a temporary file is left", where);
    str_free(&rescue);
}

/* What is wrong, in words for who writes; each goes on to say what to do. */
static bool is_told(int error, const char *sentence) {
    static const struct {
        int error;
        const char *words;
    } rows[] = {{ENOSPC, "the disk is full"},
                {EDQUOT, "quota is used up"},
                {EIO, "the disk reports an error"},
                {EROFS, "is read-only"},
                {EACCES, "may not write"}};
    if (strstr(sentence, "does not confirm") || strstr(sentence, "may be damaged")) return true;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].error == error) return strstr(sentence, rows[i].words) != NULL;
    return *sentence != 0;
}

/* Returns whether the fault struck. */
static bool save_with(const void *context, struct fault fault) {
    const struct way *way = context;
    struct str after = {0};
    struct error e = {.lang = LANG_EN};
    char where[120];
    int named = snprintf(where, sizeof where, "%s, ", way->name);
    fault_describe(fault, where + named, sizeof where - (size_t)named);
    prepare(way);
    struct draft *draft = edited(way, &after);
    size_t open_before = work_open_files();
    faults_begin(fault);
    enum replaced result = draft_save(draft, &(struct save_options){.backups = 1}, &e);
    bool struck;
    faults_end(&struck);
    if (work_open_files() != open_before) fail_msg("%s: a file stays open", where);
    if (result == REPLACE_FAILED && !is_told(fault.error, str_text(&e.text)))
        fail_msg("%s: %s", where, str_text(&e.text));
    check_outcome(way, draft, result, str_slice(&after), &e, where);
    check_copies(way, where);
    draft_free(draft);
    str_free(&after);
    error_free(&e);
    return struck;
}

static void test_saving(void **state) {
    (void)state;
    int runs = 0;
    for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
        bool struck;
        prepare(&ways[w]);
        struct str after = {0};
        struct draft *draft = edited(&ways[w], &after);
        faults_begin((struct fault){0});
        assert_int_equal(draft_save(draft, &(struct save_options){.backups = 1}, NULL), REPLACED);
        int calls = faults_end(&struck);
        draft_free(draft);
        str_free(&after);
        runs += faults_each(calls + 20, save_with, &ways[w]);
    }
    print_message("%d saves with a fault\n", runs);
}

/* A write that is interrupted or short must not be noticed at all. */
static void test_interruptions_are_no_failure(void **state) {
    (void)state;
    for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
        struct str after = {0};
        struct error e = {.lang = LANG_EN};
        prepare(&ways[w]);
        struct draft *draft = edited(&ways[w], &after);
        faults_begin((struct fault){.at = 1, .persistent = true, .kind = FAULT_SHORT});
        enum replaced result = draft_save(draft, &(struct save_options){0}, &e);
        bool struck;
        faults_end(&struck);
        if (result != REPLACED) fail_msg("%s: %s", ways[w].name, str_text(&e.text));
        assert_true(struck);
        assert_true(work_holds("naskah.md", str_slice(&after)));
        draft_free(draft);
        str_free(&after);
        error_free(&e);
    }
}

/* All of it is loaded, or nothing, with a sentence. */
static bool load_with(const void *context, struct fault fault) {
    const struct way *way = context;
    struct error e = {.lang = LANG_EN};
    size_t open_before = work_open_files();
    faults_begin(fault);
    struct draft *draft = draft_load("naskah.md", DRAFT_LIMIT, &e);
    bool struck;
    faults_end(&struck);
    assert_int_equal(work_open_files(), open_before);
    assert_true(draft || e.text.len);
    if (draft) {
        struct str bytes = {0};
        draft_bytes(draft, &bytes);
        assert_true(slice_equal(str_slice(&bytes), way->before));
        str_free(&bytes);
    }
    draft_free(draft);
    error_free(&e);
    return struck;
}

static void test_loading(void **state) {
    (void)state;
    prepare(&ways[3]);
    faults_each(12, load_with, &ways[3]);
    assert_true(file_is_old(&ways[3]));
}

/*
 * Saves in a child whose allocation number at fails, which ends it. Returns its exit status. The draft is
 * loaded before there is a child: after it, the file may be the new one already.
 */
static int save_without_memory(const struct way *way, int at, struct str *after) {
    prepare(way);
    struct draft *draft = edited(way, after);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(null, STDERR_FILENO);
        faults_allocation(at);
        enum replaced result = draft_save(draft, &(struct save_options){.backups = 1}, NULL);
        _exit(result == REPLACED ? 0 : 1);
    }
    draft_free(draft);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void test_allocations(void **state) {
    (void)state;
    for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
        int at = 1, status = 2;
        for (; status != 0 && at < 500; at++) {
            struct str after = {0};
            status = save_without_memory(&ways[w], at, &after);
            bool is_new = work_holds("naskah.md", str_slice(&after));
            if (!is_new && !file_is_old(&ways[w])) fail_msg("%s: allocation %d", ways[w].name, at);
            if (status == 0) assert_true(is_new);
            work_clean();
            str_free(&after);
        }
        assert_int_equal(status, 0);
        assert_true(at > 5);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_saving),
        cmocka_unit_test(test_interruptions_are_no_failure),
        cmocka_unit_test(test_loading),
        cmocka_unit_test(test_allocations),
    };
    return cmocka_run_group_tests(tests, enter_with_large, work_leave);
}
