#ifndef SUNTING_ARCHIVE_ENTRY_H
#define SUNTING_ARCHIVE_ENTRY_H

#include "archive/archive.h"
#include "archive/packed.h"
#include "text/text.h"

/* A text on its way into the archive, or out of it: what its file says of it, and what is kept to find it by.
 */
struct entry_print {
    int64_t print, unit; /* the number of the unit among those of the text */
};

struct entry_person {
    char *name, *folded, *role; /* owned; folded: small letters; role "" when none stands beside the name */
    size_t at;                  /* bytes in the text */
};

struct entry_quote {
    size_t start, end;
    size_t person; /* index, or SIZE_MAX */
};

struct entry {
    struct str title, date, office, url, origin, text; /* date: YYYY-MM-DD or "" */
    struct str corrects; /* id or address of the text that this one corrects; "" */
    struct str borders;
    VEC(struct entry_print) prints;
    VEC(int64_t) words; /* salted, each once */
    VEC(struct entry_person) persons;
    VEC(struct entry_quote) quotes;
    size_t beyond; /* units that are not indexed, being beyond ARCHIVE_UNITS */
};

/* Reads what a published file says of itself: its front matter, else its first heading and its name. False
 * with a sentence in e when it is not to be archived: a draft, or under embargo. path may be "-". */
bool entry_from_draft(struct entry *entry, const struct text *text, const char *path, struct error *e);
/* Takes over a text of a site's export; path: of the file it came in, for its origin. False when it is not to
 * be archived: not published, or not yet. */
struct site_post;
bool entry_from_post(struct entry *entry, struct site_post *post, const char *path);
/* Fills in what is found by reading entry->text. */
void entry_analyse(struct entry *entry, struct archive *archive);
/* Moves what entry_analyse() filled in from one to another that has none of it. */
void entry_take_analysis(struct entry *entry, struct entry *from);
/* Of a text that the archive has: its prints, words and names as they would be entered now. */
void entry_read_again(struct entry *entry, struct archive *archive, const struct archive_text *text);
/* Appends the prints of the entry, as those of this text. */
void entry_append_prints(const struct entry *entry, int64_t article, struct packed *out);
void entry_free(struct entry *entry);

#endif
