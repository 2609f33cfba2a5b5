#ifndef SUNTING_CHECK_RULE_BOOK_H
#define SUNTING_CHECK_RULE_BOOK_H

#include "check/house.h"
#include "check/rule_file.h"

/*
 * All rules that there are: those of the program (rules.def), and after them those of dictionaries/rules and
 * of a house style, whose patterns are one automaton. A file of dictionaries/rules that has the name of a
 * rule of the program gives it patterns and examples.
 */
struct rule_book;

/* Reads the rule files of the folder dictionaries (NULL: none). Never fails: a file that cannot be
 * read is told to language_errors(); one that this program does not understand is left out. The language must
 * outlive the book. */
struct rule_book *rule_book_new(struct language *language, const char *dictionaries);
/* Adds what rule_book_new() reads of the folder, and its patterns as they were compiled. */
void rule_book_prepare(const char *dictionaries, struct prepared_writer *writer);
/* The rules that were left out, separated by commas; "". book may be NULL. */
const char *rule_book_left_out(const struct rule_book *book);
/* Adds all that a house style says; what is wrong is a sentence in e, the rest counts. */
bool rule_book_add_house(struct rule_book *book, struct slice yaml, const char *path, struct error *e);
/* Adds a rule of a style of Vale (check/vale.h). False with a sentence in e that says why it is left out. */
bool rule_book_add_vale(struct rule_book *book, struct slice yaml, const char *path, struct error *e);
/* Adds one rule file. */
bool rule_book_add_file(struct rule_book *book, struct slice yaml, const char *path, struct error *e);
void rule_book_free(struct rule_book *book);

/* Rule number id, or NULL after the last one; book may be NULL: the rules of the program alone. */
const struct rule *rule_book_rule(const struct rule_book *book, size_t id);
/* The rule that is called so, or NULL. */
const struct rule *rule_book_named(const struct rule_book *book, struct slice name);
/* Its file, or NULL. */
const struct rule_file *rule_book_file(const struct rule_book *book, size_t id);

/* What the house style says beside its rules; lives as long as the book. book may be NULL. */
const struct house *rule_book_house(const struct rule_book *book);

/* Reports what the patterns of the rules that are on match in a block; positions from its start. */
void rule_book_check(struct rule_book *book, const struct check_context *context, struct block *block,
                     struct findings *out);
/* What the whole document must be asked for; positions in the file. False: interrupted. */
bool rule_book_check_wide(struct rule_book *book, const struct check_context *context,
                          const struct document *document, struct findings *out);

#endif
