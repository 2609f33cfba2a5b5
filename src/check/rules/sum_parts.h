#ifndef SUNTING_CHECK_RULES_SUM_PARTS_H
#define SUNTING_CHECK_RULES_SUM_PARTS_H

#include "check/rule.h"
#include "language/sentence/words.h"

/* Numbers of a sentence that are counts, and what they come to. */
struct sum {
    long total;
    size_t parts, separators;
    bool unsure;
};

/* The value of the number at token i, and the token after it; 0 for none, and for one that counts nothing:
 * a decimal, a time, a year, a percentage, an amount in millions. */
long sum_number_at(const struct check_context *context, const struct analysis *a, size_t i, size_t *end);
/* Adds up the numbers from token from to before end. Something that no number stands before makes it unsure.
 * After parts that come to what is said other things may be counted: 30 siswa, terdiri atas 14 putra dan 16
 * putri, dengan 2 kelas. */
struct sum sum_of_parts(const struct check_context *context, const struct analysis *a, size_t from,
                        size_t end, long said);
/* Nothing is left out of them, and they are so near that what is said is surely of them. */
bool sum_differs(const struct sum *sum, long said);

#endif
