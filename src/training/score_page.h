#ifndef SUNTING_TRAINING_SCORE_PAGE_H
#define SUNTING_TRAINING_SCORE_PAGE_H

#include "training/score.h"

/* What the tables of the page of results are made of. Text from outside is made safe for HTML. */
void page_html(struct str *out, const char *text);
void page_cell(struct str *out, const char *text);
/* What the rule finds, in words, and its name; the name alone when no rule of the program is called so. */
void page_rule(struct str *out, const char *name, enum lang lang);
void page_number(struct str *out, size_t number);
/* "5/7"; nothing of nothing. */
void page_tally(struct str *out, struct tally tally);
void page_title(struct str *out, enum lang lang, message_id title);
/* Begins a table with its title and its row of heads: names stand at the left, numbers at the right. */
void page_table(struct str *out, enum lang lang, message_id title, const message_id *heads, size_t count);
/* Begins a row with who the person is. */
void page_person(struct str *out, const struct score_person *person);

#endif
