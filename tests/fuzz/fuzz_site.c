/* Any bytes as what a site exports: reading never crashes or hangs; what is refused is refused with a
 * sentence, what is given has a text. The first byte says of which kind it is. */
#include "draft/import/site.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define require(condition) ((condition) ? (void)0 : (fprintf(stderr, "not so: %s\n", #condition), abort()))

static bool take(void *self, struct site_post *post) {
    for (size_t i = 0; i < SITE_FIELDS; i++)
        require(!post->fields[i].len || post->fields[i].data);
    require(!post->fields[SITE_LEAD].len);
    return ++*(size_t *)self < 1000;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const enum site_kind kinds[] = {SITE_WORDPRESS, SITE_CSV, SITE_JSON, SITE_SQL};
    if (!size) return 0;
    struct slice rest = {(const char *)data + 1, size - 1};
    struct error e = {0};
    size_t given = 0;
    bool ok = site_read(kinds[data[0] % 4], "situs", rest, take, &given, &e);
    require(ok || e.text.len);
    require(ok == !e.text.len);
    error_free(&e);
    return 0;
}
