/* The power fails at every flush, and before every change, of a save. Afterwards the file must be the old one
 * or the new one, or, where it is written in place, a rescue copy must hold the new one. And what was there
 * is kept as a copy before it can be gone. */
#include "base/disk.h"
#include "draft/forget.h"
#include "power_calls.h"
#include "workplace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

enum { OUTCOMES = 40 };

/* The save that is being watched. */
static struct {
    struct slice old, new;
    bool existed;
    ino_t folder, rescue_folder, home;
    char copies[60]; /* below home; made by the save */
    char rescue_name[40];
    int failures, not_kept;
} save;

static bool a_copy_holds(struct power_disk *disk, size_t names, int outcome) {
    size_t folder = power_find_path(disk, save.home, save.copies, names);
    return folder != NODE_NONE &&
           power_folder_holds(disk, disk->nodes.items[folder].inode, names, outcome, save.old);
}

/* A copy of what was there is on the disk, where that is not what the file holds. */
static bool is_kept(struct power_disk *disk, size_t node, size_t names, int outcome) {
    return !save.existed ||
           (node != NODE_NONE && power_content_is(disk, node, outcome, save.old, save.old)) ||
           a_copy_holds(disk, names, outcome);
}

static void fail_power(struct power_disk *disk) {
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        size_t names = power_names(disk, outcome);
        size_t node = power_find(disk, save.folder, "naskah.md", names);
        size_t rescue = power_find(disk, save.rescue_folder, save.rescue_name, names);
        bool good =
            node == NODE_NONE ? !save.existed : power_content_is(disk, node, outcome, save.old, save.new);
        if (!good && rescue != NODE_NONE) good = power_content_is(disk, rescue, outcome, save.new, save.new);
        if (!good) save.failures++;
        if (!is_kept(disk, node, names, outcome)) save.not_kept++;
    }
}

/* The disk holds the file as it is now, and nothing is pending. */
static void begin_disk(struct power_disk *disk, struct slice old, struct slice new, bool exists) {
    save.old = old;
    save.new = new;
    save.existed = exists;
    save.failures = save.not_kept = 0;
    save.folder = work_inode(".");
    disk_make_folder("../sunting/rescue");
    save.rescue_folder = work_inode("../sunting/rescue");
    char *real = realpath("naskah.md", NULL);
    draft_forget("naskah.md", true, &(struct forgotten){0}, NULL);
    rmdir("../sunting/backup");
    save.home = work_inode("../sunting");
    snprintf(save.copies, sizeof save.copies, "backup/%016llx",
             (unsigned long long)slice_hash(slice_of(real ? real : "naskah.md")));
    snprintf(save.rescue_name, sizeof save.rescue_name, "%016llx",
             (unsigned long long)slice_hash(slice_of(real ? real : "naskah.md")));
    free(real);
    if (exists) power_has(disk, save.folder, "naskah.md", work_inode("naskah.md"), old);
    disk->on = true;
}

#define LONG "Sebuah kalimat yang panjang supaya berkas ini tumbuh.\n"

static const struct {
    const char *name;
    bool exists, linked;
    struct slice old, new;
} ways[] = {
    {"new", false, false, SLICE(""), SLICE(LONG)},
    {"replaced", true, false, SLICE("satu\ndua\n"), SLICE(LONG LONG)},
    {"in place, longer", true, true, SLICE("satu\ndua\n"), SLICE(LONG LONG)},
    {"in place, shorter", true, true, SLICE(LONG LONG LONG), SLICE("satu\n")},
};

static void save_in_all_ways(struct power_disk *disk) {
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        unlink("naskah.md");
        unlink("kembar.md");
        if (ways[i].exists) {
            work_put("naskah.md", ways[i].old);
            if (ways[i].linked) assert_int_equal(link("naskah.md", "kembar.md"), 0);
        }
        struct draft *draft =
            ways[i].exists ? draft_load("naskah.md", DRAFT_LIMIT, NULL) : draft_new("naskah.md");
        struct str whole = {0};
        text_copy(draft->text, 0, text_length(draft->text), &whole);
        text_apply(draft->text, &(struct edit){.removed = str_slice(&whole), .inserted = ways[i].new});
        str_free(&whole);
        begin_disk(disk, ways[i].old, ways[i].new, ways[i].exists);
        enum replaced result = draft_save(draft, &(struct save_options){.backups = 2}, NULL);
        fail_power(disk);
        /* Said to be saved: then nothing may be lost any more. */
        size_t node = power_find(disk, save.folder, "naskah.md", 0);
        bool kept = node != NODE_NONE && power_content_is(disk, node, OUTCOME_NOTHING, save.new, save.new);
        power_forget(disk);
        assert_int_equal(result, REPLACED);
        if (save.failures) fail_msg("%s: %d outcomes lose the draft", ways[i].name, save.failures);
        if (!kept) fail_msg("%s: saved, but not flushed", ways[i].name);
        if (save.not_kept) fail_msg("%s: %d outcomes without a copy", ways[i].name, save.not_kept);
        draft_free(draft);
    }
}

static void test_power_failures(void **state) {
    (void)state;
    struct power_disk *disk = power_calls(fail_power);
    for (enum power_links links = POWER_LINKS; links <= POWER_SHARED_BLOCKS; links++) {
        power_links(links);
        save_in_all_ways(disk);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_power_failures)};
    return cmocka_run_group_tests(tests, work_enter, work_leave);
}
