#ifndef SUNTING_CHECK_RULES_NAMES_WRITTEN_H
#define SUNTING_CHECK_RULES_NAMES_WRITTEN_H

#include "check/rule.h"

/* Names that one draft writes joined and apart (Wakapolres, Waka Polres), with a hyphen and without
 * (Al-Haris, Al Haris), or with a capital and without before another (Wali Kota Padang, Wali kota Padang).
 * False: interrupted. */
bool names_written_check(const struct check_context *context, const struct document *document,
                         struct findings *out);

/* Names of places: joined (Muarasabaktimur), and one slip away from one of the kind that stands before them
 * (Kabupaten Kerawang). False: interrupted. */
bool names_place_check(const struct check_context *context, const struct document *document,
                       struct findings *out);

/* text, which should be written so. other: where it is, when the draft has it. */
struct finding *names_report(const struct check_context *context, size_t start, size_t end, struct slice text,
                             struct slice right, struct findings *out);

#endif
