#ifndef SUNTING_LANGUAGE_PEOPLE_PERSON_H
#define SUNTING_LANGUAGE_PEOPLE_PERSON_H

#include "base/map.h"
#include "language/people/mention.h"

/*
 * Who is who in one draft: every name with the office that stood beside it, so that a surname, a nickname or
 * an office alone leads back to the full name. Names and roles point into the passages, which must outlive
 * it. Zero-initialised is empty; release with people_free().
 */
struct person {
    struct slice name;    /* without rank */
    struct slice role;    /* the office or description beside it; "" when none was given so far */
    struct slice titled;  /* role and name as they stand together; "" when they do not */
    size_t first_at;      /* offset in the file of the first mention of this full name */
    size_t introduced_at; /* offset of the first mention that says who it is; SIZE_MAX: none */
    size_t words;         /* of the name */
    uint64_t letters;     /* that it has: name_letters() */
    size_t meant;         /* index + 1 of the person whose name this one holds after words of an office */
    bool headed;          /* an office stands directly before the name */
    struct str office;    /* role in small letters, short names written out; owned */
};

/* One word of a person's name; next: index + 1 in the chain of those with the same word, 0 at the end. */
struct person_word {
    size_t person, next;
};

struct people {
    VEC(struct person) list;
    VEC(struct person_word) words; /* chains of persons by word of their names */
    struct map by_name, by_word, nicknames;
    struct map told; /* words that stood in a phrase that says who somebody is: where first, + 1 */
    size_t latest;   /* index + 1 of the person named last; 0: none yet */
    size_t earlier;  /* the same of the other person named before that one */
};

#define PERSON_NONE SIZE_MAX

/* Bounds that keep long drafts linear: steps along a chain; bytes that a short form of a name has at least.
 */
enum { PEOPLE_CHAIN = 64, PEOPLE_NICKNAME = 4 };

/* Whether the draft has said, up to offset at, who bears this name or one that shares a word with it: by an
 * office, an age, an apposition, or by a full name in the story before the quotation. A slip (Chadir for
 * Chaidir) or a short form is no other name. */
bool people_introduced(const struct people *people, struct slice name, size_t at);

/* Adds all persons named in the passage. */
void people_read(struct people *people, const struct reading *reading);
/* When all are added: "Polkam Lina Suganda" of Menko Polkam is Lina Suganda, whom the draft names too. */
void people_settle(struct people *people, struct language *language);
void people_free(struct people *people);

/* The person meant by a name as written at offset at: the fullest name that holds its words, rather one named
 * before. PERSON_NONE when the draft has no such name. */
size_t people_find(struct people *people, struct slice name, size_t at);
/* The person of two words or more whom an office and a part of the name mean: "Kepala Desa Lina", though Lina
 * could be a village; head is the office. */
size_t people_titled(struct people *people, struct language *language, struct slice head, struct slice name,
                     size_t at);
/* The only person named before offset at; PERSON_NONE when there are none or several. */
size_t people_only(const struct people *people, size_t at);
/* The person who holds an office: "Presiden", "Kepala Negara", "Kadis". Looks at those named before offset
 * at, the latest first, then after. */
size_t people_holding(struct people *people, struct language *language, struct slice office, size_t at);

#endif
