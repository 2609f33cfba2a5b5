#ifndef SUNTING_LANGUAGE_QUOTES_ATTRIBUTION_DESK_H
#define SUNTING_LANGUAGE_QUOTES_ATTRIBUTION_DESK_H

#include "language/quotes/attribution.h"
#include "language/quotes/statement.h"

/*
 * What the files attribution*.c share while one draft is read: attribution.c goes through the passages,
 * attribution_before.c keeps who spoke last, attribution_place.c tells what surrounds a quotation,
 * attribution_excuse.c which need no speaker, attribution_doubt.c which may need none, and
 * attribution_quote.c judges it.
 */

/* What stood last before the place that is being read. */
struct before {
    struct cue said;         /* of the last sentence: who is reported to say something */
    struct cue said_earlier; /* of the one before it, when the last one speaks of nobody */
    const struct reading *earlier_reading;
    size_t about; /* the person it is about; PERSON_NONE: nobody */
    bool thinks;  /* who thinks something in it, or says it by a weak verb: Rina meyakini ... */
    const struct reading *reading;
    size_t quote;         /* index + 1 when the last sentence is a quotation with its attribution */
    bool same_passage;    /* that quotation stands in the passage being read */
    struct stretch colon; /* the last sentence, when it ends in a colon */
};

struct attributor {
    struct language *language;
    const struct passage *passages;
    struct reading *readings;
    size_t count;
    struct attribution *out;
    struct before before;
    size_t salient;      /* the person who spoke, or was spoken of, last */
    bool stranger;       /* since then another has spoken, whom the draft does not name */
    struct slice office; /* of the stranger; "" when unknown */
    size_t open_to;      /* before this passage, no quotation that runs on is ever closed */
};

/* One quotation as the marks give it; from passage first to passage last. */
struct span {
    size_t first, last;
    const struct quotation *begin, *end;
};

size_t desk_sentence_at(const struct analysis *a, size_t offset);
/* The next quotation that stands in no other, at or after index i. */
size_t desk_next_outer(const struct analysis *a, size_t i);
/* From the start of the sentence, at or after token floor, to the opening mark. */
struct stretch desk_lead(const struct reading *r, const struct quotation *q, size_t floor);
struct statement_place desk_place(const struct attributor *desk, const struct span *span, size_t floor,
                                  size_t next);

/* Nothing stands after the quotation in its passage but a full stop. */
bool desk_ends_passage(const struct reading *last, const struct statement_place *place);

/* What stands in marks is no speech: a translation, a gloss, the words of a picture. */
bool desk_is_no_speech(const struct attributor *desk, const struct span *span,
                       const struct statement_place *place);
/* What stands before speaks of the quotation (Dengan kata-katanya sendiri, "..."), or, when it is the last of
 * its passage, the sentence after: "Begitu pesan ...", "Pertanyaan itu ...", (QS ...). */
bool desk_is_spoken_of(const struct attributor *desk, const struct span *span,
                       const struct statement_place *place, bool last_here);

/* Nobody is said to say it, but a reader may know whose words they are: what a work named before it says, or
 * what the sentence before says too. */
bool desk_is_doubtful(const struct attributor *desk, const struct span *span,
                      const struct statement_place *place);
/* The phrase with the name in it that only the draft's own persons show: "Kepala Desa Lina". */
struct mention desk_meant(struct attributor *desk, const struct reading *r, struct mention m);
/* The person meant, or PERSON_NONE. */
size_t desk_resolve(struct attributor *desk, const struct reading *r, const struct mention *m);
/* The sentences between two tokens that hold no quotation. */
void desk_read_sentences(struct attributor *desk, const struct reading *r, size_t first, size_t end);
/* The sentence of a term in quotation marks: who it is about speaks next, but it announces no quotation. */
void desk_read_around_term(struct attributor *desk, const struct reading *r, size_t first, size_t end);

/* Judges one quotation. Returns the token of the last passage up to which its attribution reaches. */
size_t desk_read_quotation(struct attributor *desk, const struct span *span, size_t floor, size_t next);
/* The quotation goes on from the one before: "A," ujar X. "B." */
void desk_inherit(struct attributor *desk, struct quote *quote, size_t from);

#endif
