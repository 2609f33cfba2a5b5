#ifndef SUNTING_CHECK_FIX_ALL_H
#define SUNTING_CHECK_FIX_ALL_H

#include "check/checker.h"

/* Makes every sure fix (check/fix.h) of the findings there are now; of two that overlap the first. Brings the
 * findings up to date before. text is what the checker is attached to. Returns how many were made. */
size_t fix_round(struct checker *checker, struct text *text);

/* Makes every sure fix (check/fix.h) of the rules that are on, again and again until none is left: what one
 * uncovers is made too. */
size_t fix_all(struct checker *checker, struct text *text);

#endif
