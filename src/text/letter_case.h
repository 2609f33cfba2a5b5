#ifndef SUNTING_TEXT_LETTER_CASE_H
#define SUNTING_TEXT_LETTER_CASE_H

#include "base/str.h"

/* Appends the text in the next case of a round: small letters become Words With Capitals, those CAPITALS, and
 * all else small letters. */
void letter_case_next(struct slice text, struct str *out);

#endif
