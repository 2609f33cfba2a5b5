#ifndef SUNTING_LANGUAGE_SENTENCE_CLAUSE_H
#define SUNTING_LANGUAGE_SENTENCE_CLAUSE_H

#include "language/sentence/words.h"

/*
 * What a word does in its clause, told by its form and by dictionaries/classes.tsv alone: enough to see where
 * a noun phrase ends and a verb begins, not to parse a sentence. Any index may be asked, as in words.h.
 */

/* A verb by its form, in small letters: memimpin, digelar, bertujuan, terlihat. */
bool clause_is_verb(const struct analysis *a, size_t i);
/* A verb, or what stands for one between two nouns: adalah, merupakan, ialah. */
bool clause_is_predicate(const struct analysis *a, size_t i);
/* The predicate that begins at token i, after akan, juga, telah ...; SIZE_MAX when none does. */
size_t clause_predicate(const struct analysis *a, size_t i);
/* ini, itu, tersebut: a noun phrase ends there. */
bool clause_is_pointer(const struct analysis *a, size_t i);
/* May stand inside a noun phrase: a word that is no verb, joins nothing and tells no time. */
bool clause_is_noun(const struct analysis *a, size_t i);
/* Whether the tokens from first to before end are one noun phrase that is closed by a name or a pointer:
 * Bupati Agam Rina Sari, Posyandu Keluarga, kegiatan ini, Kapolres Agam yang hadir di aula itu. */
bool clause_is_noun_phrase(const struct analysis *a, size_t first, size_t end);
/* Whether a predicate stands among them. */
bool clause_has_predicate(const struct analysis *a, size_t first, size_t end);

#endif
