#ifndef SUNTING_CHECK_RULES_QUOTES_H
#define SUNTING_CHECK_RULES_QUOTES_H

#include "check/block.h"
#include "language/quotes/attribution.h"

/* The quotations of a document whose blocks are analysed, and who speaks them. False: interrupted. Valid as
 * long as the blocks; release with attribution_free(). */
bool document_quotes(const struct document *document, struct language *language,
                     struct attribution *attribution, bool (*interrupted)(void *), void *by);

#endif
