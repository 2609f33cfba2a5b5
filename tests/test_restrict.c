#include "base/restrict.h"
#include "ways_out.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <poll.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/paths.h"
#include "base/restrict_calls.h"
#include "draft/journal/journal.h"
#include "draft/save.h"

#include <cmocka.h>

struct place {
    char root[64], inside[96], outside[96], secret[128], readable[256];
};

/*
 * An older kernel: restrict_apply() asks for the version of Landlock through syscall(), which comes here
 * first (--wrap), and a version knows nothing of what came later. What a ruleset does not handle, this kernel
 * treats as those did: REFER is always refused, the others are not Landlock's business.
 */
static int kernel_abi; /* 0: as it is; -1: without Landlock */

static bool knows(int abi, const uint64_t *attributes, size_t size) {
    static const struct {
        uint64_t files;
        size_t size;
    } versions[] = {{0, 0}, {0x1FFF, 8}, {0x3FFF, 8}, {0x7FFF, 8}, {0x7FFF, 16}, {0xFFFF, 16}, {0xFFFF, 24}};
    if (abi >= (int)(sizeof versions / sizeof *versions)) return true;
    errno = size > versions[abi].size ? E2BIG : EINVAL;
    return size <= versions[abi].size && (attributes[0] & ~versions[abi].files) == 0;
}

long __real_syscall(long number, ...);
long __wrap_syscall(long number, ...);
/* Reads more than what most calls pass, as the C library's syscall() does: no business of AddressSanitizer.
 */
__attribute__((no_sanitize_address)) long __wrap_syscall(long number, ...) {
    long a[6];
    va_list arguments;
    va_start(arguments, number);
    for (size_t i = 0; i < 6; i++)
        a[i] = va_arg(arguments, long);
    va_end(arguments);
    if (number == SYS_landlock_create_ruleset && kernel_abi) {
        errno = ENOSYS;
        if (kernel_abi < 0) return -1;
        if (a[2] == LANDLOCK_CREATE_RULESET_VERSION) return kernel_abi;
        if (!knows(kernel_abi, (const uint64_t *)a[0], (size_t)a[1])) return -1;
    }
    return __real_syscall(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

static void write_file(const char *path, const char *text) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    close(fd);
}

static void write_below(const char *folder, const char *name, const char *text) {
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    write_file(path, text);
}

static int set_up(void **state) {
    struct place *p = calloc(1, sizeof *p);
    char path[160];
    *state = p;
    snprintf(p->root, sizeof p->root, "/var/tmp/sunting-restrict-XXXXXX");
    if (!mkdtemp(p->root)) return -1;
    snprintf(p->inside, sizeof p->inside, "%s/inside", p->root);
    snprintf(p->outside, sizeof p->outside, "%s/outside", p->root);
    snprintf(p->secret, sizeof p->secret, "%s/secret", p->outside);
    mkdir(p->inside, 0700);
    mkdir(p->outside, 0700);
    snprintf(path, sizeof path, "%s/empty", p->outside);
    mkdir(path, 0700);
    snprintf(path, sizeof path, "%s/sunting", p->outside);
    write_file(p->secret, "rahasia\n");
    write_below(p->outside, "id_ID.dic", "rahasia\n");
    snprintf(path, sizeof path, "%s/themes", p->outside);
    mkdir(path, 0700);
    write_below(path, "siang.yaml", "rahasia\n");
    write_below(p->inside, "draft", "Naskah.\n");
    write_below(p->inside, "tool", "#!/bin/sh\nexit 0\n");
    snprintf(path, sizeof path, "%s/tool", p->inside);
    chmod(path, 0755);
    snprintf(path, sizeof path, "%s/link", p->inside);
    if (symlink(p->secret, path) != 0) return -1;
    snprintf(path, sizeof path, "%s/linked", p->inside);
    setenv("OUTSIDE", p->outside, 1);
    struct str data = {0};
    path_data(&data, "dictionaries");
    snprintf(p->readable, sizeof p->readable, "%s/.sunting-test-%d", str_text(&data), (int)getpid());
    str_free(&data);
    write_file(p->readable, "kata\n");
    setenv("READABLE", p->readable, 1);
    return symlink(p->outside, path);
}

static int tear_down(void **state) {
    struct place *p = *state;
    char command[128];
    unlink(p->readable);
    snprintf(command, sizeof command, "rm -rf %s", p->root);
    int failed = system(command);
    free(p);
    return failed;
}

/* The version of Landlock that this kernel has; less than 1: none. Without filters of calls, as in some
 * containers, the program refuses to be restricted as it does without Landlock. */
static int real_abi(void) {
    if (!restrict_calls_possible()) {
        print_message("left out: no filter of system calls here (kernel, container or processor)\n");
        return 0;
    }
    return (int)__real_syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

enum { REFUSED = 40, ESCAPED, NOT_RESTRICTED };

static int status_of(pid_t pid) {
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int try_way(const struct place *p, size_t way, bool restricted) {
    pid_t pid = fork();
    if (pid == 0) {
        if (restricted && !restrict_apply(p->inside, NULL, 0, NULL)) _exit(NOT_RESTRICTED);
        if (!restricted && chdir(p->inside) != 0) _exit(NOT_RESTRICTED);
        _exit(ways_out[way].escapes(p->secret) ? ESCAPED : REFUSED);
    }
    return status_of(pid);
}

static void assert_holds(const char *path, const char *expected) {
    struct str bytes = {0};
    assert_true(file_read(path, 100, &bytes, NULL));
    assert_string_equal(str_text(&bytes), expected);
    str_free(&bytes);
}

/* Under every version of Landlock up to that of this kernel. */
static void every_way_out_is_refused(void **state) {
    const struct place *p = *state;
    if (real_abi() < 1) skip();
    for (kernel_abi = real_abi(); kernel_abi > 0; kernel_abi--)
        for (size_t i = 0; ways_out[i].name; i++) {
            int status = try_way(p, i, true);
            if (status != REFUSED) print_error("Landlock %d, %s: %d\n", kernel_abi, ways_out[i].name, status);
            assert_int_equal(status, REFUSED);
        }
    assert_holds(p->secret, "rahasia\n");
    assert_holds(p->readable, "kata\n");
}

/* The ways lead out where nothing restricts them; otherwise the test above would prove nothing. */
static void ways_lead_out_without_restriction(void **state) {
    static const char *const simple[] = {
        "open_absolute",   "open_to_write",  "open_relative",  "follow_symlink",       "make_symlink",
        "hard_link_in",    "proc_root",      "proc_cwd",       "list_outside",         "fork_process",
        "open_socket",     "spawn",          "signal_parent",  "load_draft",           "state_path",
        "dictionary_path", "theme_variable", "create_outside", "change_mode_or_owner", "open_data_to_empty"};
    for (size_t i = 0; ways_out[i].name; i++)
        for (size_t k = 0; k < sizeof simple / sizeof *simple; k++)
            if (strcmp(simple[k], ways_out[i].name) == 0) {
                int status = try_way(*state, i, false);
                if (status != ESCAPED) print_error("%s: %d\n", ways_out[i].name, status);
                assert_int_equal(status, ESCAPED);
            }
}

static void *write_one(void *byte) {
    *(char *)byte = 1;
    return NULL;
}

/* What the program needs still works: 0, or the number of what does not. */
static int work_inside(void) {
    struct error e = {0};
    struct draft *draft = draft_load("draft", 1 << 20, &e);
    if (!draft) return 1;
    struct journal_found found;
    struct journal *journal = journal_open("draft", NULL, &draft->disk, draft->text, true, &found, &e);
    struct edit edit = {0, SLICE(""), SLICE("Baru. ")};
    text_apply(draft->text, &edit);
    journal_edit(journal, &edit, JOURNAL_EDIT, 0);
    if (!journal_sync(journal)) return 2;
    const struct save_options options = {.backups = 2};
    if (draft_save(draft, &options, &e) != REPLACED) return 3;
    journal_saved(journal, "draft", &draft->disk, draft->text, 0);
    journal_close(journal, JOURNAL_END_SAVED);
    if (draft_save_as(draft, "lain.md", &options, &e) != REPLACED) return 4;
    if (unlink("lain.md") != 0 || access(".local/state/sunting", F_OK) != 0) return 5;
    char ran = 0;
    pthread_t thread;
    if (pthread_create(&thread, NULL, write_one, &ran) != 0) return 6;
    pthread_join(thread, NULL);
    if (!ran) return 7;
    struct str path = {0};
    path_data(&path, "dictionaries");
    str_append_text(&path, "/abbreviations.tsv");
    if (!file_read(str_text(&path), 16 << 20, &path, &e)) return 8;
    if (!can_open("/dev/null", O_RDWR)) return 9;
    if (raise(SIGCONT) != 0) return 10;
    return 0;
}

static void work_inside_goes_on(void **state) {
    const struct place *p = *state;
    if (real_abi() < 1) skip();
    for (kernel_abi = real_abi(); kernel_abi > 0; kernel_abi--) {
        pid_t pid = fork();
        if (pid == 0) _exit(restrict_apply(p->inside, NULL, 0, NULL) ? work_inside() : NOT_RESTRICTED);
        assert_int_equal(status_of(pid), 0);
    }
}

/* A restricted session that does nothing gives the draft up to another, also a restricted one: its status is
 * 0. Says on its standard output when it holds the draft. */
static int hold_until_asked(void) {
    struct text *text = text_new();
    struct journal_found found;
    struct journal *journal =
        journal_open("draft", NULL, &(struct file_identity){0}, text, true, &found, NULL);
    struct edit edit = {0, SLICE(""), SLICE("Baru. ")};
    text_apply(text, &edit);
    journal_edit(journal, &edit, JOURNAL_EDIT, 0);
    journal_tick(journal, text, 5000, NULL);
    if (write(STDOUT_FILENO, "r", 1) != 1) return 3;
    struct pollfd fd = {.fd = journal_fd(journal), .events = POLLIN};
    do { /* other files come and go there too */
        if (poll(&fd, 1, 30000) != 1) return 2;
        journal_tick(journal, text, 5000, NULL);
    } while (!journal_taken_by(journal, &(struct str){0}, LANG_ID));
    return 0;
}

static void restricted_session_is_taken_over(void **state) {
    const struct place *p = *state;
    if (real_abi() < 1) skip();
    int ends[2];
    char ready;
    assert_int_equal(pipe(ends), 0);
    pid_t holder = fork();
    if (holder == 0) {
        dup2(ends[1], STDOUT_FILENO); /* others are closed */
        _exit(restrict_apply(p->inside, NULL, 0, NULL) ? hold_until_asked() : NOT_RESTRICTED);
    }
    close(ends[1]);
    assert_int_equal(read(ends[0], &ready, 1), 1);
    close(ends[0]);
    pid_t taker = fork();
    if (taker == 0) {
        if (!restrict_apply(p->inside, NULL, 0, NULL)) _exit(NOT_RESTRICTED);
        _exit(journal_take_over("draft", 30000, NULL) ? 0 : 1);
    }
    assert_int_equal(status_of(taker), 0);
    assert_int_equal(status_of(holder), 0);
}

/* Nobody learns from the sentence whether there is a file of that name outside. */
static bool tells_nothing(const struct place *p) {
    static const char *const missing = "/nowhere/at/all";
    struct error there = {0}, nowhere = {0};
    bool same =
        !draft_load(p->secret, 100, &there) && !draft_load(missing, 100, &nowhere) &&
        slice_starts(str_slice(&there.text), slice_of(p->secret)) &&
        slice_starts(str_slice(&nowhere.text), slice_of(missing)) &&
        strcmp(str_text(&there.text) + strlen(p->secret), str_text(&nowhere.text) + strlen(missing)) == 0;
    same &= path_is_within("draft") && path_is_within("./a/../draft") && path_is_within(p->inside);
    return same && !path_is_within("../outside/secret") && !path_is_within("a/../../inside2") &&
           !path_is_within("/") && !path_is_within("..");
}

static void what_is_outside_cannot_be_probed(void **state) {
    const struct place *p = *state;
    if (real_abi() < 1) skip();
    pid_t pid = fork();
    if (pid == 0) _exit(restrict_apply(p->inside, NULL, 0, NULL) ? !tells_nothing(p) : NOT_RESTRICTED);
    assert_int_equal(status_of(pid), 0);
}

/* The folder of a class: read, and no more. */
static bool reads_only(const struct place *p) {
    struct str made = {0};
    str_printf(&made, "%.*s/made", (int)(strrchr(p->secret, '/') - p->secret), p->secret);
    bool only = can_open(p->secret, O_RDONLY) && !can_open(p->secret, O_WRONLY) &&
                !can_open(str_text(&made), O_WRONLY | O_CREAT) && unlink(p->secret) != 0;
    str_free(&made);
    return only;
}

static void another_folder_is_only_read(void **state) {
    const struct place *p = *state;
    if (real_abi() < 1) skip();
    pid_t pid = fork();
    if (pid == 0) {
        struct slice outside = {p->secret, (size_t)(strrchr(p->secret, '/') - p->secret)};
        char *folder = slice_copy(outside);
        _exit(restrict_apply(p->inside, (const char *const[]){folder, NULL}, 0, NULL) ? !reads_only(p)
                                                                                      : NOT_RESTRICTED);
    }
    assert_int_equal(status_of(pid), 0);
}

static void without_landlock_nothing_runs(void **state) {
    const struct place *p = *state;
    struct error e = {.lang = LANG_EN};
    kernel_abi = -1;
    assert_false(restrict_apply(p->inside, NULL, 0, &e));
    kernel_abi = 0;
    assert_non_null(strstr(str_text(&e.text), "Landlock"));
    assert_true(can_open(p->secret, O_RDONLY));
    error_free(&e);
}

static void unfit_folders_are_refused(void **state) {
    (void)state;
    static const char *const folders[] = {"/", "/nowhere/at/all", "/etc/passwd", "/../"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        pid_t pid = fork();
        if (pid == 0) {
            struct error e = {0};
            _exit(restrict_apply(folders[i], NULL, 0, &e) ? ESCAPED : e.text.len ? REFUSED : NOT_RESTRICTED);
        }
        assert_int_equal(status_of(pid), REFUSED);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_way_out_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(ways_lead_out_without_restriction, set_up, tear_down),
        cmocka_unit_test_setup_teardown(work_inside_goes_on, set_up, tear_down),
        cmocka_unit_test_setup_teardown(restricted_session_is_taken_over, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_outside_cannot_be_probed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(another_folder_is_only_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_landlock_nothing_runs, set_up, tear_down),
        cmocka_unit_test(unfit_folders_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
