#include "training/password.h"

#include "base/file.h"
#include "base/paths.h"
#include "base/vec.h"
#include "training/messages.h"

#include <errno.h>
#include <sys/random.h>

enum { WORDS_BYTES = 1 << 16, NUMBERS = 100 };

struct password_words {
    struct str bytes;
    VEC(struct slice) list;
};

static bool words_read(struct password_words *words, struct error *e) {
    struct str path = {0};
    path_data(&path, "dictionaries");
    str_append_text(&path, "/password_words.tsv");
    bool ok = file_read(str_text(&path), WORDS_BYTES, &words->bytes, e);
    for (struct slice rest = str_slice(&words->bytes); ok && rest.len;) {
        struct slice line = slice_trim(slice_cut(&rest, '\n'));
        if (line.len && *line.data != '#') vec_push(&words->list, line);
    }
    str_free(&path);
    return ok && words->list.count;
}

static void words_free(struct password_words *words) {
    vec_free(&words->list);
    str_free(&words->bytes);
}

/* Each below limit is as likely as any other. */
static bool choose(uint32_t limit, uint32_t *chosen, struct error *e) {
    uint32_t bits, fair = UINT32_MAX - UINT32_MAX % limit;
    do
        if (getrandom(&bits, sizeof bits, 0) != (ssize_t)sizeof bits)
            return error_set(e, PASSWORD_NO_CHANCE, error_reason(e, errno));
    while (bits >= fair);
    *chosen = bits % limit;
    return true;
}

bool password_make(struct str *out, struct error *e) {
    struct password_words words = {0};
    uint32_t first, second, number;
    bool ok = words_read(&words, e) && choose((uint32_t)words.list.count, &first, e) &&
              choose((uint32_t)words.list.count, &second, e) && choose(NUMBERS, &number, e);
    if (ok)
        str_printf(out, "%.*s%.*s%02u", SLICE_ARG(words.list.items[first]),
                   SLICE_ARG(words.list.items[second]), (unsigned)number);
    words_free(&words);
    return ok;
}
