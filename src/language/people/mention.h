#ifndef SUNTING_LANGUAGE_PEOPLE_MENTION_H
#define SUNTING_LANGUAGE_PEOPLE_MENTION_H

#include "language/sentence/speech.h"

/*
 * A phrase that names whoever speaks: "Kepala Dinas Kesehatan Kota Padang, Siti Aminah", "politikus itu",
 * "dia", "laporan BPS". Positions are tokens of the reading; ends are exclusive.
 */
enum mention_kind {
    MENTION_NONE,
    MENTION_NAME,        /* holds a person's name */
    MENTION_OFFICE,      /* an office alone: Presiden, Kepala Dinas Kesehatan */
    MENTION_PRONOUN,     /* dia, beliau; and -nya */
    MENTION_DESCRIPTION, /* politikus itu, mantan camat ini */
    MENTION_BODY,        /* Pemerintah Kota Padang, BPBD */
    MENTION_DOCUMENT     /* Pasal 1, laporan LPEM FEB UI */
};

struct mention {
    enum mention_kind kind;
    size_t first, end;
    size_t name_first, name_end; /* equal without a name; a rank or "Pak" before it is inside */
    size_t bare_name;            /* where the name itself begins, after the rank */
    size_t role_first, role_end; /* equal without one */
    bool described;              /* an age, an origin or an apposition says who it is */
};

/* Reads the phrase that begins at token from, not beyond limit. */
struct mention mention_after(const struct reading *r, size_t from, size_t limit);
/* Whether a phrase can begin at token i. */
bool mention_begins(const struct reading *r, size_t i);

#endif
