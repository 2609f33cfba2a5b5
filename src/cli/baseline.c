#include "cli/baseline.h"

#include "base/messages.h"
#include "base/replace.h"
#include "check/rule.h"
#include "check/sentence_of.h"
#include "cli/messages.h"

#include <stdlib.h>
#include <unistd.h>

enum { BASELINE_BYTES = 64 << 20, SHOWN_BYTES = 60 };

/* The part of a line that tells one finding from others. */
static struct slice key_of(struct slice line) {
    struct slice rest = line, rule = slice_cut(&rest, '\t'), hash = slice_cut(&rest, '\t');
    return slice_range(line, 0, rule.len + 1 + hash.len < line.len ? rule.len + 1 + hash.len : line.len);
}

bool baseline_open(struct baseline *baseline, const char *path, bool prune, struct error *e) {
    struct str bytes = {0};
    *baseline = (struct baseline){.path = path, .prune = prune, .writes = prune};
    if (!path) return true;
    if (access(path, F_OK) != 0) {
        if (prune) return error_set(e, FILE_MISSING, path);
        return baseline->writes = true;
    }
    bool ok = file_read(path, BASELINE_BYTES, &bytes, e);
    for (struct slice rest = str_slice(&bytes); rest.len;) {
        struct slice line = slice_trim(slice_cut(&rest, '\n'));
        if (line.len && line.data[0] != '#') *map_put(&baseline->known, key_of(line)) = true;
    }
    str_free(&bytes);
    return ok;
}

void baseline_free(struct baseline *baseline) {
    map_free(&baseline->known);
}

static void append_key(const struct finding *finding, struct slice sentence, struct str *out) {
    str_printf(out, "%s\t%016llx", finding_rule(finding)->name, (unsigned long long)slice_hash(sentence));
}

bool baseline_has(const struct baseline *baseline, const struct document *document,
                  const struct finding *finding) {
    struct str sentence = {0}, key = {0};
    sentence_append(document, finding->start, finding->end, &sentence);
    append_key(finding, str_slice(&sentence), &key);
    bool has = map_has(&baseline->known, str_slice(&key));
    str_free(&sentence);
    str_free(&key);
    return has;
}

void baseline_append(const struct document *document, const struct finding *finding, struct str *out) {
    struct str sentence = {0};
    sentence_append(document, finding->start, finding->end, &sentence);
    append_key(finding, str_slice(&sentence), out);
    size_t shown = sentence.len < SHOWN_BYTES ? sentence.len : SHOWN_BYTES;
    while (shown < sentence.len && shown > 0 && (sentence.data[shown] & 0xC0) == 0x80)
        shown--;
    str_append_byte(out, '\t');
    str_append(out, slice_range(str_slice(&sentence), 0, shown));
    str_append_byte(out, '\n');
    str_free(&sentence);
}

static int by_bytes(const void *left, const void *right) {
    return slice_compare(*(const struct slice *)left, *(const struct slice *)right);
}

bool baseline_write(const struct baseline *baseline, struct slice lines, size_t *count, struct error *e) {
    VEC(struct slice) list = {0};
    struct map seen = {0};
    struct str out = {0};
    while (lines.len) {
        struct slice line = slice_cut(&lines, '\n');
        uintptr_t *place = map_put(&seen, key_of(line));
        if (!(*place)++) vec_push(&list, line);
    }
    if (list.count) qsort(list.items, list.count, sizeof *list.items, by_bytes);
    message(&out, e->lang, BASELINE_HEAD);
    vec_each(const struct slice, line, &list) {
        str_append(&out, *line);
        str_append_byte(&out, '\n');
    }
    struct file_identity identity;
    const struct replacement request = {.path = baseline->path, .bytes = str_slice(&out), .recreate = true};
    *count = list.count;
    bool ok = file_replace(&request, &identity, e) == REPLACED;
    vec_free(&list);
    map_free(&seen);
    str_free(&out);
    return ok;
}
