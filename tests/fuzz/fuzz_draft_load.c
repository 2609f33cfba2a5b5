/* Any bytes as a file: loading never crashes; what is loaded as UTF-8 is written back byte for byte, and
 * every position of the text stands somewhere in the file. */
#include "draft/merge.h"
#include "draft/save.h"
#include "report/position.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define require(condition) ((condition) ? (void)0 : (fprintf(stderr, "not so: %s\n", #condition), abort()))

static void check(const struct draft *draft, struct slice bytes) {
    struct str written = {0};
    size_t length = text_length(draft->text), before = 0;
    draft_bytes(draft, &written);
    enum encoding encoding = draft->encoded.encoding;
    require(!draft_is_changed(draft));
    require(draft_disk_state(draft) == DISK_SAME);
    if (encoding == ENCODING_UTF8 || encoding == ENCODING_MIXED)
        require(slice_equal(str_slice(&written), bytes));
    else
        require(draft->notices.len);
    struct positions positions;
    positions_make(&positions, draft);
    require(position_of(&positions, length).offset == bytes.len);
    for (size_t at = 0; at <= length; at += length / 7 + 1) {
        size_t offset = position_of(&positions, at).offset;
        require(offset >= before && offset <= bytes.len);
        before = offset;
    }
    positions_free(&positions);
    str_free(&written);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char path[64];
    /* in memory, where a machine has that: the fuzzer writes thousands a second */
    const char *folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(path, sizeof path, "%s/sunting-fuzz-%ld", folder, (long)getpid());
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    require(fd >= 0 && write(fd, data, size) == (ssize_t)size);
    close(fd);
    struct error e = {0};
    struct draft *draft = draft_load(path, DRAFT_LIMIT, &e);
    require(draft || e.text.len);
    if (draft) check(draft, (struct slice){(const char *)data, size});
    draft_free(draft);
    error_free(&e);
    unlink(path);
    return 0;
}
