#ifndef SUNTING_CHECK_VALE_H
#define SUNTING_CHECK_VALE_H

#include "check/rule_file.h"

/*
 * A rule of a style of Vale (https://vale.sh/docs), one a file, as it is. It becomes a rule called
 * vale.STYLE.NAME, after its folder and file. Read are extends: existence, substitution, occurrence,
 * repetition, consistency, conditional and capitalization. Tokens are words, [A-Z] and the like as a whole
 * word, groups of alternatives, what may be absent, and \b around; what a pattern over words cannot say is
 * refused.
 */
bool vale_read(struct rule_files *files, struct slice yaml, const char *path, struct error *e);

#endif
