#ifndef SUNTING_CHECK_RULES_CAPITAL_USE_H
#define SUNTING_CHECK_RULES_CAPITAL_USE_H

#include "check/rule.h"

/* The part of typography.capital that counts decide: common words raised between small ones (akan Menyusun),
 * names and abbreviations in small letters (gubernur jambi, sejumlah opd), function words in a title (Jalan
 * Dan Jembatan). */
void capital_use_check(const struct check_context *context, const struct block *block, struct findings *out);

#endif
