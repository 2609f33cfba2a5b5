/* A dictionary of arbitrary bytes, as a damaged installation or a user's own words would have it: look-ups
 * end, and what they give lies inside the file. */
#include "language/spelling/speller.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require_inside(const struct lexicon *lexicon, struct slice s) {
    struct slice all = lexicon->facts;
    if (s.len && (s.data < all.data || s.data + s.len > all.data + all.len)) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    struct lexicon lexicon = {0};
    char path[64]; /* two runs at once do not share it */
    snprintf(path, sizeof path, "/tmp/sunting-fuzz-lexicon-%ld.tsv", (long)getpid());
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0 || write(fd, bytes, len) != (ssize_t)len) abort();
    close(fd);
    if (!lexicon_load(&lexicon, path, NULL)) abort();
    struct slice key, fields;
    unlink(path);
    size_t lines = 0;
    for (size_t at = 0; lexicon_next(&lexicon, &at, &key, &fields); lines++) {
        require_inside(&lexicon, key);
        require_inside(&lexicon, fields);
        require_inside(&lexicon, lexicon_field(fields, 2));
        if (lines < 64 && lexicon_find(&lexicon, key, &fields)) require_inside(&lexicon, fields);
        if (lines > len + 1) abort();
    }
    lexicon_find(&lexicon, SLICE("kata"), NULL);
    lexicon_find(&lexicon, SLICE(""), NULL);
    lexicon_free(&lexicon);
    return 0;
}
