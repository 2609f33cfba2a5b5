#ifndef SUNTING_CHECK_CONFLICT_H
#define SUNTING_CHECK_CONFLICT_H

#include "check/rule.h"

/*
 * Who wins when two rules speak of the same bytes: the one with the higher rank in rules.def. A rank of 0
 * neither wins nor yields, and rules of one rank stand side by side.
 */

/* Takes from list, which is in the order of the places, what a finding of a higher rank covers in part or
 * whole, and what one rule tells twice of one place. Frees nothing: the list owns as little as it did. */
void conflicts_settle(struct findings *list);

#endif
