#ifndef SUNTING_CLI_BASELINE_H
#define SUNTING_CLI_BASELINE_H

#include "base/map.h"
#include "check/block.h"

/*
 * Findings that are accepted for now, so that only new ones count. One is known by its rule and its sentence,
 * whatever the line and the draft it stands in: a sentence that is edited is looked at again. The file has a
 * line for each, in byte order: RULE, a tab, the hash of the sentence, a tab, its first words for people;
 * lines that begin with # are for people.
 */
struct baseline {
    const char *path; /* of --baseline; NULL: none */
    bool writes;      /* findings are collected: the file is not there yet, or is pruned */
    bool prune;       /* only what the file has already */
    struct map known; /* RULE, tab, hash */
};

/* Reads the file at path (NULL: none is used). False with a sentence in e when it cannot be read. */
bool baseline_open(struct baseline *baseline, const char *path, bool prune, struct error *e);
void baseline_free(struct baseline *baseline);
bool baseline_has(const struct baseline *baseline, const struct document *document,
                  const struct finding *finding);
/* Appends the line of the finding. */
void baseline_append(const struct document *document, const struct finding *finding, struct str *out);
/* Writes the file anew from such lines; *count gets how many different ones there are. */
bool baseline_write(const struct baseline *baseline, struct slice lines, size_t *count, struct error *e);

#endif
