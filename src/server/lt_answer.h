#ifndef SUNTING_SERVER_LT_ANSWER_H
#define SUNTING_SERVER_LT_ANSWER_H

#include "server/host.h"

#include <jansson.h>

/*
 * Answers of LanguageTool's HTTP interface, version 2 (https://languagetool.org/http-api/): programs that
 * take a server of it, such as LibreOffice, editors and browsers' add-ons, then check Indonesian. Offsets and
 * lengths count units of UTF-16, as Java does.
 */

/* What /v2/check may be asked; not owned, empty where nothing is said. Lists have commas between. */
struct lt_request {
    struct slice text;
    struct slice language; /* "id", "id-ID", "auto"; a text in another is not looked at */
    struct slice level;    /* "picky": hints too */
    struct slice disabled_rules, disabled_categories;
    struct slice enabled_rules, enabled_categories, enabled_only; /* enabled_only: "true" or "yes" */
};

json_t *lt_check(const struct host *host, const struct lt_request *request);
/* The text of data=, a JSON with texts and markup between them; what is markup becomes blanks of the same
 * length, so that places stay. False: it is none. */
bool lt_read_data(struct slice data, struct str *text);
/* What /v2/languages says. */
json_t *lt_languages(void);

#endif
