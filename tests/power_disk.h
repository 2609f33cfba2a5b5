#ifndef SUNTING_TESTS_POWER_DISK_H
#define SUNTING_TESTS_POWER_DISK_H

#include "base/str.h"
#include "base/vec.h"

#include <sys/types.h>

/*
 * A model of a disk: what was flushed is there after a power failure; what was not may be there, missing or
 * garbled. Whoever holds it tells of each change before it is made. Zero-initialised is empty, and takes no
 * notice of anything until it is on; release with power_forget().
 */
struct write_made {
    size_t at;
    struct str bytes;
    bool cuts; /* a new length, at */
};

/* A file or a folder, whatever it is called. */
struct node {
    ino_t inode;
    struct str durable;
    VEC(struct write_made) pending;
};

/* name in folder is from now on node; NODE_NONE: nothing. */
struct name_change {
    ino_t folder;
    char name[300];
    size_t node;
};
#define NODE_NONE SIZE_MAX

/* One change of a folder; a rename is two changes that happen together. */
struct folder_change {
    struct name_change changes[2];
    size_t count;
};

struct power_disk {
    bool on;
    bool broken; /* a flush fails */
    VEC(struct node) nodes;
    VEC(struct name_change) names; /* durable; the last one of a name counts */
    VEC(struct folder_change) pending;
    uint64_t seed; /* of what chance does */
};

/* A file that is there, flushed, with these bytes. */
void power_has(struct power_disk *disk, ino_t folder, const char *name, ino_t inode, struct slice bytes);
void power_forget(struct power_disk *disk);

/* A file or a folder was made, and is empty. path is seen from the open folder, here and below. */
void power_note_new(struct power_disk *disk, int folder, const char *path, ino_t inode);
/* cuts: at is the new length of the file, and bytes are none. */
void power_note_write(struct power_disk *disk, int fd, struct slice bytes, off_t at, bool cuts);
void power_note_rename(struct power_disk *disk, int a, const char *from, int b, const char *to);
/* Another name for what is there. */
void power_note_link(struct power_disk *disk, int a, const char *from, int b, const char *to);
void power_note_unlink(struct power_disk *disk, int folder, const char *path);
/* A file or a folder. */
void power_note_flush(struct power_disk *disk, int fd);

/* What comes back: nothing that was not flushed; only the names; everything; or, from there on, chance. */
enum { OUTCOME_NOTHING, OUTCOME_NAMES, OUTCOME_ALL, OUTCOME_CHANCE };
/* How many of the pending changes of names reach the disk. */
size_t power_names(struct power_disk *disk, int outcome);
/* The node that a name leads to, with so many pending changes of names, or NODE_NONE. */
size_t power_find(const struct power_disk *disk, ino_t folder, const char *name, size_t names);
/* The same for a path below the folder, all of whose folders were made while the disk was on. */
size_t power_find_path(const struct power_disk *disk, ino_t folder, const char *path, size_t names);
/* True when a file of the folder, whatever its name, holds the bytes. */
bool power_folder_holds(struct power_disk *disk, ino_t folder, size_t names, int outcome, struct slice bytes);
/* Appends what a node holds; chance differs from call to call. */
void power_content(struct power_disk *disk, size_t node, int outcome, struct str *content);
/* The content of a node is a or b. */
bool power_content_is(struct power_disk *disk, size_t node, int outcome, struct slice a, struct slice b);

#endif
