#ifndef SUNTING_ARCHIVE_ARCHIVE_H
#define SUNTING_ARCHIVE_ARCHIVE_H

#include "archive/store.h"
#include "base/map.h"
#include "language/lexicon/language.h"

/*
 * What an office has published, to compare a draft with. A second source of candidates for the comparison of
 * check/duplicate: the prints of a sentence (prints.h) propose sentences of the archive, compare_units()
 * decides.
 *
 *     struct archive *archive = archive_enter(path, STORE_READ, PATIENCE, language, &e);
 *     checker_archive(checker, archive);      rules archive.* look into it
 *     archive_leave(archive);
 */
struct archive;

enum {
    ARCHIVE_PATIENCE = 30000, /* ms that a command waits for who writes */
    ARCHIVE_UNITS = 256,      /* sentences of one text that are indexed */
    ARCHIVE_EACH_TEXT = -1    /* stands among the words of each text once: in how many an office has it is how
                                 many it has; counting them anew read every text */
};

/* The language must outlive it. NULL with a sentence in e. */
struct archive *archive_enter(const char *where, enum store_mode mode, int patience,
                              struct language *language, struct error *e);
void archive_leave(struct archive *archive);
/* False for one on a server that has not answered yet: a reader in the editor waits for it. */
bool archive_has_come(const struct archive *archive);
struct store *archive_store(struct archive *archive);
struct language *archive_language(const struct archive *archive);
/* Where it is, as it was opened. */
const char *archive_where(const struct archive *archive);

struct archive_state {
    int64_t articles;
    char newest[11]; /* date of the newest text, YYYY-MM-DD; "" */
};
bool archive_state(struct archive *archive, struct archive_state *state, struct error *e);
/* What is noted of the archive as a whole, by key; "" when nothing is. */
bool archive_note(struct archive *archive, const char *key, struct str *value, struct error *e);
bool archive_set_note(struct archive *archive, const char *key, const char *value, struct error *e);
/* Whether it was built with the word list in use; else it must be built anew before anything is added. */
bool archive_is_current(struct archive *archive, struct error *e);
/* Notes that it was. */
bool archive_mark_current(struct archive *archive, struct error *e);
/* Why the last check did not get its answers, as a sentence; "" when it did. */
const char *archive_trouble(const struct archive *archive);
void archive_set_trouble(struct archive *archive, struct slice sentence);
/* Forgets what was read, if somebody has written meanwhile. False when the archive cannot be read now. */
bool archive_refresh(struct archive *archive, struct error *e);
/* Tells others, in the same transaction, that something was written. */
bool archive_mark_change(struct archive *archive, struct error *e);
/* What was found out about sentences, until the next change: blocks from malloc, owned by the archive. */
struct map *archive_found(struct archive *archive);

/* A hash that only this archive makes of a number: the salt keeps prints from being guessed. */
uint64_t archive_salted(const struct archive *archive, uint64_t number);
/* In how many articles of the press the word with this hash stands; letters: its letters. */
uint32_t archive_rarity(struct archive *archive, uint32_t hash, struct slice letters);
/* The same where it was asked before and is remembered: the letters of a word cost more than the answer. */
bool archive_rarity_known(const struct archive *archive, uint32_t hash, uint32_t *documents);
/* Asks for the memory where that is: soon it is looked up. */
void archive_expect_rarity(const struct archive *archive, uint32_t hash);
/* Asks at once for what archive_worth() will be asked: on a server each question is a way. */
void archive_expect_words(struct archive *archive, int64_t office, const uint32_t *hashes, size_t count);
/* Goes through a draft so that few questions are asked of a server: again and again until pass() notes none,
 * which it goes by archive_notes() for: more of them afterwards, and what it found is not all. False: pass()
 * was. */
bool archive_ask_ahead(struct archive *archive, bool (*pass)(void *self, struct error *e), void *self,
                       struct error *e);
size_t archive_notes(const struct archive *archive);
/* The places that prints propose, as STATEMENT_PRINT_FIND gives them. */
bool archive_places(struct archive *archive, const int64_t *prints, size_t count, store_row *row, void *self,
                    struct error *e);
/* What a word is worth in a comparison with texts of this office: 1, and less the more of them have it. */
double archive_worth(struct archive *archive, int64_t office, uint32_t hash);

/* A text of the archive. All owned. */
struct archive_text {
    int64_t id, office, digest, version;
    int64_t corrects; /* the id of another, or 0 */
    char *office_name, *origin, *title, *date, *url;
    char *added;              /* day, YYYY-MM-DD */
    struct str text, borders; /* borders: borders.h */
};
/* Reads one; false with "" in e when there is none of this id. */
bool archive_text(struct archive *archive, int64_t id, struct archive_text *text, struct error *e);
void archive_text_free(struct archive_text *text);
/* Reads those that are not kept yet, at once, for archive_text_kept(). */
void archive_expect_texts(struct archive *archive, const int64_t *ids, size_t count);
/* The same, kept until the next refresh; NULL when it is not there. */
const struct archive_text *archive_text_kept(struct archive *archive, int64_t id);

#endif
