#ifndef SUNTING_REPORT_REPORT_H
#define SUNTING_REPORT_REPORT_H

#include "check/checker.h"
#include "check/rule_book.h"
#include "report/position.h"

/*
 * Findings for people and programs: one file per format, all driven alike. The text of one draft depends on
 * no other draft, so that drafts may be checked by several processes and printed in order:
 *
 *     format->begin(...); for each draft: format->entry(...), joined by format->between; format->end(...);
 */
struct metrics {
    size_t words, sentences, paragraphs;
};

/* What came out for one draft. */
struct report_entry {
    const char *path;
    const char *error;               /* why it could not be read; then nothing below is set */
    const struct document *document; /* may be NULL */
    const struct positions *positions;
    const struct findings *findings;
    const struct findings *silenced; /* by directives in the draft: told, but not counted as found */
    struct metrics metrics;
};

struct report_failure {
    char *path, *error; /* owned */
};

struct summary {
    size_t errors, warnings, hints, silenced, files;
    bool archive;             /* drafts were compared with one */
    int64_t archive_articles; /* texts in it */
    char archive_newest[11];  /* date of the newest, YYYY-MM-DD */
    VEC(struct report_failure) failures;
    struct str notes;      /* what the format noted of the drafts, one after the other */
    struct str incomplete; /* why findings may be missing: a sentence, mostly "" */
};

struct report_style {
    enum lang lang;
    bool colour;
    bool hints; /* hints are for people who ask for them; programs get all, with their severity */
    const struct rule_book *book; /* the rules there are; NULL: those of the program */
    int columns;                  /* width of the terminal; 0 when there is none */
};

struct report_format {
    const char *between; /* stands between two entries that are not empty; NULL: nothing */
    void (*begin)(const struct report_style *style, struct str *out); /* may be NULL */
    void (*entry)(const struct report_style *style, const struct report_entry *entry, struct str *out);
    /* Notes of a draft what end wants to know; NULL: nothing. */
    void (*note)(const struct report_entry *entry, struct str *out);
    void (*end)(const struct report_style *style, const struct summary *summary, struct str *out);
};

/* All formats, those of formats.def, and their names in the same order; ended by NULL. */
extern const struct report_format *const report_formats[];
extern const char *const report_format_names[];
/* The one for people; whatever it takes from a draft is safe for a terminal. */
extern const struct report_format report_text;

void metrics_of(const struct document *document, struct metrics *metrics);
void summary_free(struct summary *summary);
/* Appends "3 temuan dibungkam oleh naskah (spelling.nonstandard 2, typography.space 1)". */
void silenced_append(struct str *out, enum lang lang, const struct findings *silenced);
/* "error", "warning", "hint": as in JSON and in --fail-on. */
const char *severity_name(enum severity severity);
/* The same for people. */
const char *severity_word(enum lang lang, enum severity severity);
/* The same as compilers and SARIF call them: a hint is a "note". */
const char *level_name(enum severity severity);

#endif
