#ifndef SUNTING_CHECK_CHECKER_H
#define SUNTING_CHECK_CHECKER_H

#include "check/rule_set.h"
#include "check/suppress.h"

/*
 * Runs the rules over a draft, whole (`check`) or after each edit (the editor): the same code, the same
 * findings.
 *
 *     checker_attach(checker, text);              all blocks are pending
 *     text_apply(text, &edit) -> checker_edited(checker, &edit, &change);
 *     checker_run(checker, line, interrupted, x); in slices, until it returns true
 *     checker_findings(checker);
 *
 * What it remembers of a megabyte takes some twenty. Of a text larger than checker_in_parts() says it has
 * only the part around the line that it was run for last: findings are those of the part, by the rules that
 * need no more than that, and what is far away is forgotten.
 *
 * An edit costs the blocks it touches; checks of the whole document run when no block is pending. Findings
 * that an edit did not touch move along with their text and stay until the next run decides.
 */
struct checker;

/* enabled: by enum rule_id, copied. The language must outlive the checker. */
struct checker *checker_new(struct language *language, enum lang lang, const bool enabled[RULE_COUNT]);
void checker_free(struct checker *checker);

/* Other rules and severities; everything is pending again. */
void checker_rules(struct checker *checker, const struct rule_set *set);
/* Whether checks compute suggestions as they go (`check`), or leave them to be asked for (the editor). */
void checker_suggest(struct checker *checker, bool suggest);
/* Which of the directives in the draft count; HONOUR_ALL when nothing is said. */
void checker_honour(struct checker *checker, enum honour honour);
/* The file of the draft, whose name may hold its date; copied. Said again when it gets another name. */
void checker_name(struct checker *checker, const char *path);
/* What is compared with the archive, which must outlive the checker or the next call; NULL: nothing. */
void checker_archive(struct checker *checker, struct archive *archive);
/* Starts afresh with this text, which must outlive the checker or the next attach. */
void checker_attach(struct checker *checker, const struct text *text);
/* Tells of an edit that text_apply() has just made. */
void checker_edited(struct checker *checker, const struct edit *edit, const struct change *change);
/* What findings that are shown point to is where the edits so far have brought it; all that gives findings or
 * the document settles first. */
void checker_settle(struct checker *checker);
/* Everything is pending again: the dictionaries or the rules changed. */
void checker_restart(struct checker *checker);
/* Whether messages name lines of the body, as an editor that hides the front matter does, or of the file.
 * Checks again where that changes. */
void checker_count_from_body(struct checker *checker, bool from_body);

/* Texts larger than `whole` bytes are looked at in parts of about `bytes`; said before checker_attach().
 * Without it none are. */
void checker_in_parts(struct checker *checker, size_t whole, size_t bytes);
/* Whether it has only a part of the text. */
bool checker_is_part(const struct checker *checker);
/* Whether line, and what a screen shows below it, is well inside of what it has; always, of a whole text. */
bool checker_reaches(const struct checker *checker, size_t line);
/* The line to run it for so that it tells of what comes after (or, back, before) what it tells of now;
 * SIZE_MAX: nothing does. */
size_t checker_beyond(const struct checker *checker, bool back);

/* Works until all is up to date (true), or until interrupted() says so (false). Blocks at and after line
 * first; of a text in parts, in the part around it. interrupted may be NULL. */
bool checker_run(struct checker *checker, size_t line, bool (*interrupted)(void *), void *by);
/* True when nothing is pending. */
bool checker_done(const struct checker *checker);

/* All findings so far, sorted by start, positions in the file. Valid until the next call of any other
 * function. */
const struct findings *checker_findings(struct checker *checker);
/* Those that a directive in the draft silences; valid as long. */
const struct findings *checker_silenced(struct checker *checker);
/* The blocks, those not yet analysed included. Valid like the findings. */
const struct document *checker_document(struct checker *checker);

#endif
