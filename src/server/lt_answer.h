#ifndef SUNTING_SERVER_LT_ANSWER_H
#define SUNTING_SERVER_LT_ANSWER_H

#include "server/host.h"

#include <jansson.h>

/*
 * Answers of LanguageTool's HTTP interface, version 2 (https://languagetool.org/http-api/): programs that
 * take a server of it, such as LibreOffice, editors and browsers' add-ons, then check Indonesian. Offsets and
 * lengths count units of UTF-16, as Java does.
 */

/* What /v2/check says of the text. picky: with hints, as level=picky asks. */
json_t *lt_check(const struct host *host, struct slice text, bool picky);
/* The text of data=, a JSON with texts and markup between them; what is markup becomes blanks of the same
 * length, so that places stay. False: it is none. */
bool lt_read_data(struct slice data, struct str *text);
/* What /v2/languages says. */
json_t *lt_languages(void);

#endif
