#ifndef SUNTING_CHECK_RULES_LEAD_H
#define SUNTING_CHECK_RULES_LEAD_H

#include "check/rule.h"

/* The lead is the first sentence of some length: "SIARAN PERS" and "Nomor: 12/2026" stand above it. */
bool lead_stands_in(const struct analysis *a);
/* style.lead, style.lead_title, style.lead_event, style.lead_facts: what is said of the lead, the first
 * sentence of block. title: of the draft, or NULL. */
void lead_check(const struct check_context *context, const struct block *block, const struct block *title,
                struct findings *out);

#endif
