#ifndef SUNTING_LANGUAGE_QUOTES_ATTRIBUTION_H
#define SUNTING_LANGUAGE_QUOTES_ATTRIBUTION_H

#include "language/people/person.h"
#include "language/sentence/analysis.h"

/*
 * Who says what in a draft: every direct quotation with its cue, its speaker as written and the person meant.
 * Terms, titles, slogans and names in quotation marks are left out. Cost: linear in the draft.
 *
 *     struct attribution attribution = {0};
 *     attribution_make(&attribution, language, passages, count, NULL, NULL);
 *     ...
 *     attribution_free(&attribution);
 *
 * All slices point into the passages; all positions are bytes from the start of the file.
 */
enum passage_kind { PASSAGE_PROSE, PASSAGE_HEADING, PASSAGE_LIST };

struct passage {
    size_t start; /* offset of its first byte in the file */
    const struct analysis *analysis;
    enum passage_kind kind;
};

enum quote_standing {
    QUOTE_ATTRIBUTED, /* a reader can name the speaker, or the quotation goes on from one that has */
    QUOTE_IMPLICIT,   /* only the sentence before suggests the speaker */
    QUOTE_UNATTRIBUTED
};

struct quote {
    enum quote_standing standing;
    size_t passage;                    /* where it begins */
    size_t start, end;                 /* both marks inside; may run over several passages */
    size_t cue_start, cue_end;         /* equal: no cue verb */
    size_t speaker_start, speaker_end; /* equal: none as written */
    struct slice cue, speaker;         /* "" when none */
    struct slice person, role;         /* "" when unknown */
    size_t who;                        /* index in people, or PERSON_NONE */
    bool named;                        /* the speaker is written as a name here */
    bool somebody;                     /* the speaker is a person or an office, no thing */
    bool personal;                     /* whoever says it speaks of himself: saya, kami */
    bool alone;      /* nothing else stands in its passage, or a comma shows that its end is lost */
    bool introduced; /* the draft has said by now who the named speaker is */
};

struct attribution {
    VEC(struct quote) quotes; /* in order */
    struct people people;
};

/* False when interrupted() said so; then nothing can be read from it. */
bool attribution_make(struct attribution *attribution, struct language *language,
                      const struct passage *passages, size_t count, bool (*interrupted)(void *), void *by);
void attribution_free(struct attribution *attribution);

#endif
