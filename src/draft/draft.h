#ifndef SUNTING_DRAFT_DRAFT_H
#define SUNTING_DRAFT_DRAFT_H

#include "base/file.h"
#include "draft/encoding.h"
#include "text/past.h"

/*
 * A draft: a file and the text that is edited. The text holds the whole file, front matter included as its
 * first lines, in UTF-8, with "\n" at the line ends and no byte order mark; what the file had instead is
 * remembered and written back (draft/save.h). A file whose line ends differ keeps its "\r" in the text.
 */
enum { DRAFT_LIMIT = 64 << 20 }; /* bytes of the largest file that is opened */

struct draft {
    char *path; /* as the user named it */
    struct text *text;
    struct encoded encoded;    /* of the file */
    bool crlf;                 /* every line of the file ends in "\r\n" */
    struct file_identity disk; /* the version of the file that text began as; zero for a new one */
    struct past base;          /* the text as loaded or last saved */
    bool imported;             /* made from the document of another program: it has no file of its own yet */
    bool others;               /* the file holds what others wrote: a copy is kept, whatever is set */
    struct str notices;        /* what the user should know about opening it: a sentence a line; mostly "" */
};

/* A draft for a file that does not exist yet: an empty text. */
struct draft *draft_new(const char *path);
/* Reads the file ("-": standard input), of at most limit bytes. A document of another program
 * (draft/import/import.h) becomes a draft that is called after it, with .md, beside it, and is no file yet:
 * path is that of none. NULL with a sentence in e, whose language notices are in as well. */
struct draft *draft_load(const char *path, size_t limit, struct error *e);
/* Whether a file in a folder is taken for a draft: .md, .markdown, .txt. */
bool draft_has_name(const char *name);
/* Appends the text as loaded or last saved. */
void draft_base(const struct draft *draft, struct str *out);
void draft_free(struct draft *draft);

#endif
