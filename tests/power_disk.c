#include "power_disk.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static uint32_t random_below(struct power_disk *disk, uint32_t n) {
    disk->seed = disk->seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(disk->seed >> 33) % n;
}

static size_t node_of(const struct power_disk *disk, ino_t inode) {
    for (size_t i = disk->nodes.count; i-- > 0;)
        if (disk->nodes.items[i].inode == inode) return i;
    return NODE_NONE;
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

static void apply(struct power_disk *disk, struct str *content, const struct write_made *made, bool garbled) {
    if (made->cuts && made->at < content->len) content->len = made->at;
    while (content->len < made->at)
        str_append_byte(content, 0);
    if (made->cuts) return;
    size_t over = content->len - made->at < made->bytes.len ? content->len - made->at : made->bytes.len;
    str_splice(content, made->at, over, str_slice(&made->bytes));
    for (size_t i = 0; garbled && i < made->bytes.len; i++)
        content->data[made->at + i] = (char)random_below(disk, 256);
}

static void flush_node(struct power_disk *disk, struct node *node) {
    for (size_t i = 0; i < node->pending.count; i++) {
        apply(disk, &node->durable, &node->pending.items[i], false);
        str_free(&node->pending.items[i].bytes);
    }
    vec_clear(&node->pending);
}

static void flush_folder(struct power_disk *disk, ino_t folder) {
    size_t kept = 0;
    for (size_t i = 0; i < disk->pending.count; i++) {
        struct folder_change *change = &disk->pending.items[i];
        if (change->changes[0].folder != folder) {
            disk->pending.items[kept++] = *change;
            continue;
        }
        for (size_t k = 0; k < change->count; k++)
            vec_push(&disk->names, change->changes[k]);
    }
    disk->pending.count = kept;
}

void power_has(struct power_disk *disk, ino_t folder, const char *name, ino_t inode, struct slice bytes) {
    vec_push(&disk->nodes, (struct node){.inode = inode});
    str_append(&vec_last(&disk->nodes)->durable, bytes);
    vec_push(&disk->names, name_change(folder, name, disk->nodes.count - 1));
}

void power_forget(struct power_disk *disk) {
    for (size_t i = 0; i < disk->nodes.count; i++) {
        flush_node(disk, &disk->nodes.items[i]);
        vec_free(&disk->nodes.items[i].pending);
        str_free(&disk->nodes.items[i].durable);
    }
    vec_free(&disk->nodes);
    vec_free(&disk->names);
    vec_free(&disk->pending);
    *disk = (struct power_disk){.seed = 1};
}

void power_note_new(struct power_disk *disk, int folder, const char *path, ino_t inode) {
    const char *name;
    if (!disk->on) return;
    ino_t in = folder_of(folder, path, &name);
    vec_push(&disk->nodes, (struct node){.inode = inode});
    vec_push(&disk->pending,
             (struct folder_change){.changes = {name_change(in, name, disk->nodes.count - 1)}, .count = 1});
}

void power_note_write(struct power_disk *disk, int fd, struct slice bytes, off_t at, bool cuts) {
    struct stat st;
    if (!disk->on || fstat(fd, &st) != 0 || node_of(disk, st.st_ino) == NODE_NONE) return;
    struct write_made *made = vec_add(&disk->nodes.items[node_of(disk, st.st_ino)].pending);
    made->at = (size_t)at;
    made->cuts = cuts;
    str_append(&made->bytes, bytes);
}

void power_note_rename(struct power_disk *disk, int a, const char *from, int b, const char *to) {
    struct stat st;
    const char *old, *new;
    if (!disk->on || fstatat(a, from, &st, 0) != 0) return;
    ino_t out = folder_of(a, from, &old), in = folder_of(b, to, &new);
    vec_push(&disk->pending,
             (struct folder_change){.changes = {name_change(in, new, node_of(disk, st.st_ino)),
                                                name_change(out, old, NODE_NONE)},
                                    .count = 2});
}

void power_note_link(struct power_disk *disk, int a, const char *from, int b, const char *to) {
    struct stat st;
    const char *name;
    if (!disk->on || fstatat(a, from, &st, AT_SYMLINK_NOFOLLOW) != 0) return;
    ino_t in = folder_of(b, to, &name);
    vec_push(&disk->pending, (struct folder_change){
                                 .changes = {name_change(in, name, node_of(disk, st.st_ino))}, .count = 1});
}

void power_note_unlink(struct power_disk *disk, int folder, const char *path) {
    const char *name;
    if (!disk->on) return;
    ino_t in = folder_of(folder, path, &name);
    vec_push(&disk->pending,
             (struct folder_change){.changes = {name_change(in, name, NODE_NONE)}, .count = 1});
}

void power_note_flush(struct power_disk *disk, int fd) {
    struct stat st;
    if (!disk->on || fstat(fd, &st) != 0) return;
    if (S_ISDIR(st.st_mode))
        flush_folder(disk, st.st_ino);
    else if (node_of(disk, st.st_ino) != NODE_NONE)
        flush_node(disk, &disk->nodes.items[node_of(disk, st.st_ino)]);
}

size_t power_names(struct power_disk *disk, int outcome) {
    size_t pending = disk->pending.count;
    if (outcome == OUTCOME_NOTHING) return 0;
    return outcome < OUTCOME_CHANCE ? pending : random_below(disk, (uint32_t)pending + 1);
}

size_t power_find(const struct power_disk *disk, ino_t folder, const char *name, size_t names) {
    size_t node = NODE_NONE;
    for (size_t i = 0; i < disk->names.count; i++)
        if (disk->names.items[i].folder == folder && !strcmp(disk->names.items[i].name, name))
            node = disk->names.items[i].node;
    for (size_t i = 0; i < names; i++)
        for (size_t k = 0; k < disk->pending.items[i].count; k++) {
            const struct name_change *change = &disk->pending.items[i].changes[k];
            if (change->folder == folder && !strcmp(change->name, name)) node = change->node;
        }
    return node;
}

static bool holds(struct power_disk *disk, const struct name_change *change, ino_t folder, size_t names,
                  int outcome, struct slice bytes) {
    if (change->folder != folder) return false;
    size_t node = power_find(disk, folder, change->name, names);
    return node != NODE_NONE && power_content_is(disk, node, outcome, bytes, bytes);
}

bool power_folder_holds(struct power_disk *disk, ino_t folder, size_t names, int outcome,
                        struct slice bytes) {
    for (size_t i = 0; i < disk->names.count; i++)
        if (holds(disk, &disk->names.items[i], folder, names, outcome, bytes)) return true;
    for (size_t i = 0; i < names; i++)
        for (size_t k = 0; k < disk->pending.items[i].count; k++)
            if (holds(disk, &disk->pending.items[i].changes[k], folder, names, outcome, bytes)) return true;
    return false;
}

size_t power_find_path(const struct power_disk *disk, ino_t folder, const char *path, size_t names) {
    struct slice rest = slice_of(path);
    size_t node = NODE_NONE;
    while (rest.len && folder) {
        char *name = slice_copy(slice_cut(&rest, '/'));
        node = power_find(disk, folder, name, names);
        folder = node == NODE_NONE ? 0 : disk->nodes.items[node].inode;
        free(name);
    }
    return rest.len ? NODE_NONE : node;
}

void power_content(struct power_disk *disk, size_t node, int outcome, struct str *content) {
    const struct node *n = &disk->nodes.items[node];
    str_append(content, str_slice(&n->durable));
    for (size_t i = 0; i < n->pending.count; i++) {
        uint32_t fate = outcome < OUTCOME_ALL ? 0 : outcome == OUTCOME_ALL ? 1 : random_below(disk, 3);
        if (fate) apply(disk, content, &n->pending.items[i], fate == 2);
    }
}

bool power_content_is(struct power_disk *disk, size_t node, int outcome, struct slice a, struct slice b) {
    struct str content = {0};
    power_content(disk, node, outcome, &content);
    bool is = slice_equal(str_slice(&content), a) || slice_equal(str_slice(&content), b);
    str_free(&content);
    return is;
}
