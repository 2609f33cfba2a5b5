#ifndef SUNTING_UI_PAGE_KINDS_H
#define SUNTING_UI_PAGE_KINDS_H

#include "base/message.h"
#include "check/finding.h"
#include "config/theme.h"

/* The kinds of findings: the letter in the margin, the look, the name. In the order in which they are told.
 */
struct kind {
    char letter;
    enum style_id style;
    message_id name;
};

enum { KINDS = 8 };
extern const struct kind kinds[KINDS];

const struct kind *kind_of(const struct finding *finding);

#endif
