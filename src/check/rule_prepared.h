#ifndef SUNTING_CHECK_RULE_PREPARED_H
#define SUNTING_CHECK_RULE_PREPARED_H

#include "language/lexicon/prepared.h"

/*
 * The files of dictionaries/rules as they were read beforehand (config/yaml_kept.h), in the prepared file:
 * one section with, for each, the length of its name and of its values, its size (a uint64_t each), its name
 * and its values.
 */

/* Adds those of the folder of the dictionaries; one that is no YAML is not there. */
void rules_prepare(const char *dictionaries, struct prepared_writer *writer);
/* The values of the rule file of that name; empty when it is not there, or the file at path (NULL: it is
 * known to be the same) is another now. */
struct slice rules_prepared(const struct prepared *prepared, const char *name, const char *path);
/* Whether those that are there are all files of the folder, none of them another now. */
bool rules_are_all_prepared(const struct prepared *prepared, const char *dictionaries);
/* Whether all that could be prepared is there. */
bool rules_are_prepared(const struct prepared *prepared, const char *dictionaries);

/* The rule files of the folder, in the order of their names, until each() is false. False: it was. */
#define RULE_FILE_ENDING ".yaml"
enum { RULE_FILE_BYTES = 256 << 10 };
bool rules_each(const char *dictionaries, bool (*each)(void *self, const char *name, const char *path),
                void *self);

#endif
