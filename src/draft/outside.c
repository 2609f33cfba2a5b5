#include "draft/merge.h"

#include <unistd.h>

enum disk_state draft_disk_state(const struct draft *draft) {
    if (file_seems_same(draft->path, &draft->disk)) return DISK_SAME;
    struct str bytes = {0};
    struct file_identity now = {0};
    enum disk_state state;
    if (access(draft->path, F_OK) != 0)
        state = draft->disk.exists ? DISK_GONE : DISK_SAME;
    else if (!file_read_version(draft->path, DRAFT_LIMIT, &bytes, &now, NULL))
        state = DISK_UNREADABLE;
    else
        state = draft->disk.exists && now.size == draft->disk.size && now.hash == draft->disk.hash
                    ? DISK_SAME
                    : DISK_CHANGED;
    str_free(&bytes);
    return state;
}

void draft_take_over(struct draft *draft, const struct draft *theirs) {
    draft->disk = theirs->disk;
    draft->encoded = theirs->encoded;
    draft->crlf = theirs->crlf;
    draft->others = true;
    draft_remember(draft, slice_copy(theirs->base), theirs->base.len);
}
