#ifndef SUNTING_ARCHIVE_FIND_H
#define SUNTING_ARCHIVE_FIND_H

#include "archive/archive.h"

/* Looking for texts by their words. */
struct find {
    struct slice office, since, until; /* "" : any; since and until: YYYY-MM-DD, both inside */
    bool by_relevance;                 /* else the newest first */
    size_t most;
};

struct find_result {
    int64_t id;
    char *title, *date, *office, *url, *snippet; /* owned */
};

struct find_results {
    VEC(struct find_result) list;
    int64_t total; /* texts that have the words, those left off and those of other offices included */
};

/* words: each must stand in the text; one that holds a space is a phrase. False with a sentence in e. */
bool find_texts(struct archive *archive, const struct find *find, char *const *words, size_t count,
                struct find_results *results, struct error *e);
/* Texts with the most of the words in common, the best first. */
bool find_related(struct archive *archive, const struct find *find, char *const *words, size_t count,
                  struct find_results *results, struct error *e);
void find_results_free(struct find_results *results);

#endif
