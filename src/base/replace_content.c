#include "base/disk.h"
#include "base/replace_parts.h"

#include <fcntl.h>

enum {
    PART = 4 * HASH_LONG,
    PARTS_UNFLUSHED = 16 /* 4 MB: the disk is busy while the rest is copied */
};

size_t content_length(const struct replacement *request) {
    return request->content ? request->content->length : request->bytes.len;
}

/* Only begins: disk_sync() tells whether it went well. */
static void begin_flush(int fd, size_t from, size_t to) {
    sync_file_range(fd, (off_t)from, (off_t)(to - from), SYNC_FILE_RANGE_WRITE);
}

static bool write_parts(int fd, const struct content *content, uint64_t *hash) {
    struct str part = {0};
    struct hash all = HASH_START;
    bool ok = true;
    for (size_t at = 0, end; ok && at < content->length; at = end) {
        end = content->length - at > PART ? at + PART : content->length;
        str_clear(&part);
        content->copy(content->of, at, end, &part);
        ok = disk_write(fd, str_slice(&part));
        if (end == content->length)
            *hash = hash_end(&all, str_slice(&part));
        else
            hash_add(&all, str_slice(&part));
        if (ok && end % (PART * PARTS_UNFLUSHED) == 0) begin_flush(fd, end - PART * PARTS_UNFLUSHED, end);
    }
    str_free(&part);
    return ok;
}

bool content_write(int fd, const struct replacement *request, uint64_t *hash) {
    if (request->content) return write_parts(fd, request->content, hash);
    *hash = slice_hash(request->bytes);
    return disk_write(fd, request->bytes);
}
