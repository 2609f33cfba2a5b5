#ifndef SUNTING_LANGUAGE_QUOTES_STATEMENT_H
#define SUNTING_LANGUAGE_QUOTES_STATEMENT_H

#include "language/quotes/cue.h"

/* What surrounds a quotation in its sentence. */
struct statement_place {
    struct stretch inner; /* its words */
    struct stretch lead;  /* from the start of the sentence, or the quotation before, to the opening mark */
    struct stretch tail;  /* from the closing mark to the end of the sentence, or the quotation after */
    bool fresh;           /* the tail is a sentence of its own */
};

/* Ends in a mark that ends a sentence, inside the marks. */
bool statement_ended(const struct reading *r, const struct statement_place *place);
/* Ends in any mark that somebody who speaks would hear: a full stop or a comma. */
bool statement_pointed(const struct reading *r, const struct statement_place *place);
/* Every Word But The Small Ones Begins With a Capital. */
bool statement_is_title(const struct reading *r, const struct statement_place *place);
/* Number of words inside. */
size_t statement_words(const struct reading *r, const struct statement_place *place);
/* A term, title, slogan or name rather than something said: "Gerakan Pangan Murah". */
bool statement_is_term(const struct reading *r, const struct statement_place *place, const struct cue *cue);

#endif
