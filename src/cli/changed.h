#ifndef SUNTING_CLI_CHANGED_H
#define SUNTING_CLI_CHANGED_H

#include "base/map.h"
#include "check/checker.h"

/*
 * What a draft was in an earlier commit, so that only what was written since is reported: by sentence,
 * wherever it stands now. A draft that was not there then is new as a whole.
 */
struct changed {
    struct map known; /* its sentences, and the lines of what has none */
};

/* Asks git, which must be installed, for the draft at path in the commit rev. False with a sentence in e:
 * there is no git, no repository, no such commit. */
bool changed_read(struct changed *changed, const char *rev, const char *path, struct language *language,
                  struct error *e);
/* Whether what the finding is about stood there then: its own words, and what it refers to. */
bool changed_has(const struct changed *changed, const struct document *document,
                 const struct finding *finding);
void changed_free(struct changed *changed);

#endif
