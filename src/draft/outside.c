#include "draft/merge.h"

#include <unistd.h>

enum disk_state draft_disk_state(const struct draft *draft) {
    if (file_seems_same(draft->path, &draft->disk)) return DISK_SAME;
    struct file_identity now;
    if (access(draft->path, F_OK) != 0) return draft->disk.exists ? DISK_GONE : DISK_SAME;
    if (!file_identify(draft->path, &now)) return DISK_UNREADABLE;
    return file_is_version(&now, &draft->disk) ? DISK_SAME : DISK_CHANGED;
}

void draft_take_over(struct draft *draft, const struct draft *theirs) {
    draft->disk = theirs->disk;
    draft->encoded = theirs->encoded;
    draft->crlf = theirs->crlf;
    draft->others = true;
    struct str base = {0};
    draft_base(theirs, &base);
    past_set(&draft->base, str_slice(&base));
    str_free(&base);
}
