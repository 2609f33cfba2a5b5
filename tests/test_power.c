/* The power fails at every flush, and before every change, of a save. A model of the disk knows what was
 * flushed; what was not may be there, missing or garbled. Afterwards the file must be the old one or the new
 * one, or, where it is written in place, a rescue copy must hold the new one. */
#include "base/disk.h"
#include "base/vec.h"
#include "workplace.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

enum { OUTCOMES = 40 };

struct write_made {
    size_t at;
    struct str bytes;
    bool cuts; /* a new length, at */
};

/* A file, whatever it is called. */
struct node {
    ino_t inode;
    struct str durable;
    VEC(struct write_made) pending;
};

/* name in folder is from now on node; SIZE_MAX: nothing. */
struct name_change {
    ino_t folder;
    char name[300];
    size_t node;
};

/* One change of a folder; a rename is two changes that happen together. */
struct folder_change {
    struct name_change changes[2];
    size_t count;
};

static struct {
    bool on;
    VEC(struct node) nodes;
    VEC(struct name_change) names; /* durable; the last one of a name counts */
    VEC(struct folder_change) pending;
    struct slice old, new;
    bool existed;
    ino_t folder, rescue_folder;
    char rescue_name[40];
    uint64_t seed;
    int failures;
} disk;

static uint32_t random_below(uint32_t n) {
    disk.seed = disk.seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(disk.seed >> 33) % n;
}

static size_t node_of(ino_t inode) {
    for (size_t i = disk.nodes.count; i-- > 0;)
        if (disk.nodes.items[i].inode == inode) return i;
    return SIZE_MAX;
}

static ino_t folder_of(int folder, const char *path, const char **name) {
    struct stat st;
    const char *slash = strrchr(path, '/');
    *name = slash ? slash + 1 : path;
    char *part = slash ? slice_copy((struct slice){path, (size_t)(slash - path)}) : slice_copy(SLICE("."));
    int failed = fstatat(folder, part, &st, 0);
    free(part);
    return failed ? 0 : st.st_ino;
}

static struct name_change name_change(ino_t folder, const char *name, size_t node) {
    struct name_change change = {.folder = folder, .node = node};
    snprintf(change.name, sizeof change.name, "%s", name);
    return change;
}

static void apply(struct str *content, const struct write_made *made, bool garbled) {
    if (made->cuts && made->at < content->len) content->len = made->at;
    while (content->len < made->at)
        str_append_byte(content, 0);
    if (made->cuts) return;
    size_t over = content->len - made->at < made->bytes.len ? content->len - made->at : made->bytes.len;
    str_splice(content, made->at, over, str_slice(&made->bytes));
    for (size_t i = 0; garbled && i < made->bytes.len; i++)
        content->data[made->at + i] = (char)random_below(256);
}

/* The node that a name leads to when the first changes of folders have reached the disk. */
static size_t find_node(ino_t folder, const char *name, size_t names) {
    size_t node = SIZE_MAX;
    for (size_t i = 0; i < disk.names.count; i++)
        if (disk.names.items[i].folder == folder && !strcmp(disk.names.items[i].name, name))
            node = disk.names.items[i].node;
    for (size_t i = 0; i < names; i++)
        for (size_t k = 0; k < disk.pending.items[i].count; k++) {
            const struct name_change *change = &disk.pending.items[i].changes[k];
            if (change->folder == folder && !strcmp(change->name, name)) node = change->node;
        }
    return node;
}

/* outcome 0: nothing that was not flushed is there; 1: only names are; 2: all is; else chance. */
static bool content_is(size_t node, int outcome, struct slice a, struct slice b) {
    struct str content = {0};
    const struct node *n = &disk.nodes.items[node];
    str_append(&content, str_slice(&n->durable));
    for (size_t i = 0; i < n->pending.count; i++) {
        uint32_t fate = outcome < 2 ? 0 : outcome == 2 ? 1 : random_below(3);
        if (fate) apply(&content, &n->pending.items[i], fate == 2);
    }
    bool is = slice_equal(str_slice(&content), a) || slice_equal(str_slice(&content), b);
    str_free(&content);
    return is;
}

static void fail_power(void) {
    if (!disk.on) return;
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        size_t pending = disk.pending.count, names = 0;
        if (outcome == 1 || outcome == 2)
            names = pending;
        else if (outcome)
            names = random_below((uint32_t)pending + 1);
        size_t node = find_node(disk.folder, "naskah.md", names);
        size_t rescue = find_node(disk.rescue_folder, disk.rescue_name, names);
        bool good = node == SIZE_MAX ? !disk.existed : content_is(node, outcome, disk.old, disk.new);
        if (!good && rescue != SIZE_MAX) good = content_is(rescue, outcome, disk.new, disk.new);
        if (!good) disk.failures++;
    }
}

static void flush_node(struct node *node) {
    for (size_t i = 0; i < node->pending.count; i++) {
        apply(&node->durable, &node->pending.items[i], false);
        str_free(&node->pending.items[i].bytes);
    }
    vec_clear(&node->pending);
}

static void flush_folder(ino_t folder) {
    size_t kept = 0;
    for (size_t i = 0; i < disk.pending.count; i++) {
        struct folder_change *change = &disk.pending.items[i];
        if (change->changes[0].folder != folder) {
            disk.pending.items[kept++] = *change;
            continue;
        }
        for (size_t k = 0; k < change->count; k++)
            vec_push(&disk.names, change->changes[k]);
    }
    disk.pending.count = kept;
}

static void note_write(int fd, struct slice bytes, off_t at, bool cuts) {
    struct stat st;
    if (!disk.on || fstat(fd, &st) != 0 || node_of(st.st_ino) == SIZE_MAX) return;
    struct write_made *made = vec_add(&disk.nodes.items[node_of(st.st_ino)].pending);
    made->at = (size_t)at;
    made->cuts = cuts;
    str_append(&made->bytes, bytes);
}

int __real_openat(int folder, const char *name, int flags, ...);
int __wrap_openat(int folder, const char *name, int flags, ...);
int __wrap_openat(int folder, const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = va_arg(arguments, mode_t);
    va_end(arguments);
    int fd = __real_openat(folder, path, flags, mode);
    struct stat st;
    if (!disk.on || fd < 0 || !(flags & O_CREAT) || fstat(fd, &st) != 0) return fd;
    fail_power();
    const char *name;
    ino_t in = folder_of(folder, path, &name);
    vec_push(&disk.nodes, (struct node){.inode = st.st_ino});
    vec_push(&disk.pending,
             (struct folder_change){.changes = {name_change(in, name, disk.nodes.count - 1)}, .count = 1});
    return fd;
}

ssize_t __real_write(int fd, const void *from, size_t n);
ssize_t __wrap_write(int fd, const void *from, size_t n);
ssize_t __wrap_write(int fd, const void *from, size_t n) {
    fail_power();
    if (disk.on) note_write(fd, (struct slice){from, n}, lseek(fd, 0, SEEK_CUR), false);
    return __real_write(fd, from, n);
}

ssize_t __real_pwrite(int fd, const void *from, size_t n, off_t at);
ssize_t __wrap_pwrite(int fd, const void *from, size_t n, off_t at);
ssize_t __wrap_pwrite(int fd, const void *from, size_t n, off_t at) {
    fail_power();
    note_write(fd, (struct slice){from, n}, at, false);
    return __real_pwrite(fd, from, n, at);
}

int __real_ftruncate(int fd, off_t len);
int __wrap_ftruncate(int fd, off_t len);
int __wrap_ftruncate(int fd, off_t len) {
    fail_power();
    note_write(fd, (struct slice){"", 0}, len, true);
    return __real_ftruncate(fd, len);
}

int __wrap_fsync(int fd);
int __wrap_fsync(int fd) {
    struct stat st;
    fail_power();
    if (!disk.on || fstat(fd, &st) != 0) return 0;
    if (S_ISDIR(st.st_mode))
        flush_folder(st.st_ino);
    else if (node_of(st.st_ino) != SIZE_MAX)
        flush_node(&disk.nodes.items[node_of(st.st_ino)]);
    fail_power();
    return 0;
}

static void note_rename(int a, const char *from, int b, const char *to) {
    struct stat st;
    const char *old, *new;
    fail_power();
    if (!disk.on || fstatat(a, from, &st, 0) != 0) return;
    ino_t out = folder_of(a, from, &old), in = folder_of(b, to, &new);
    vec_push(&disk.pending, (struct folder_change){.changes = {name_change(in, new, node_of(st.st_ino)),
                                                               name_change(out, old, SIZE_MAX)},
                                                   .count = 2});
}

int __real_renameat(int a, const char *from, int b, const char *to);
int __wrap_renameat(int a, const char *from, int b, const char *to);
int __wrap_renameat(int a, const char *from, int b, const char *to) {
    note_rename(a, from, b, to);
    return __real_renameat(a, from, b, to);
}

int __real_renameat2(int a, const char *from, int b, const char *to, unsigned flags);
int __wrap_renameat2(int a, const char *from, int b, const char *to, unsigned flags);
int __wrap_renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
    note_rename(a, from, b, to);
    return __real_renameat2(a, from, b, to, flags);
}

int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to) {
    note_rename(AT_FDCWD, from, AT_FDCWD, to);
    return __real_rename(from, to);
}

static void note_unlink(int folder, const char *path) {
    const char *name;
    fail_power();
    if (!disk.on) return;
    ino_t in = folder_of(folder, path, &name);
    vec_push(&disk.pending, (struct folder_change){.changes = {name_change(in, name, SIZE_MAX)}, .count = 1});
}

int __real_unlink(const char *path);
int __wrap_unlink(const char *path);
int __wrap_unlink(const char *path) {
    note_unlink(AT_FDCWD, path);
    return __real_unlink(path);
}

int __real_unlinkat(int folder, const char *name, int flags);
int __wrap_unlinkat(int folder, const char *name, int flags);
int __wrap_unlinkat(int folder, const char *name, int flags) {
    note_unlink(folder, name);
    return __real_unlinkat(folder, name, flags);
}

static void forget_disk(void) {
    for (size_t i = 0; i < disk.nodes.count; i++) {
        flush_node(&disk.nodes.items[i]);
        vec_free(&disk.nodes.items[i].pending);
        str_free(&disk.nodes.items[i].durable);
    }
    vec_free(&disk.nodes);
    vec_free(&disk.names);
    vec_free(&disk.pending);
    memset(&disk, 0, sizeof disk);
}

/* The disk holds the file as it is now, and nothing is pending. */
static void begin_disk(struct slice old, struct slice new, bool exists) {
    disk.old = old;
    disk.new = new;
    disk.existed = exists;
    disk.folder = work_inode(".");
    disk_make_folder("../sunting/rescue");
    disk.rescue_folder = work_inode("../sunting/rescue");
    char *real = realpath("naskah.md", NULL);
    snprintf(disk.rescue_name, sizeof disk.rescue_name, "%016llx",
             (unsigned long long)slice_hash(slice_of(real ? real : "naskah.md")));
    free(real);
    disk.seed = 1;
    if (exists) {
        vec_push(&disk.nodes, (struct node){.inode = work_inode("naskah.md")});
        str_append(&disk.nodes.items[0].durable, old);
        vec_push(&disk.names, name_change(disk.folder, "naskah.md", 0));
    }
    disk.on = true;
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

static void test_power_failures(void **state) {
    (void)state;
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
        begin_disk(ways[i].old, ways[i].new, ways[i].exists);
        enum replaced result = draft_save(draft, &(struct save_options){.backups = 2}, NULL);
        fail_power();
        /* Said to be saved: then nothing may be lost any more. */
        size_t node = find_node(disk.folder, "naskah.md", 0);
        bool kept = node != SIZE_MAX && content_is(node, 0, disk.new, disk.new);
        int failures = disk.failures;
        forget_disk();
        assert_int_equal(result, REPLACED);
        if (failures) fail_msg("%s: %d outcomes lose the draft", ways[i].name, failures);
        if (!kept) fail_msg("%s: saved, but not flushed", ways[i].name);
        draft_free(draft);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_power_failures)};
    return cmocka_run_group_tests(tests, work_enter, work_leave);
}
