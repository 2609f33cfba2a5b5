#ifndef SUNTING_DRAFT_FRONT_FRONT_MATTER_H
#define SUNTING_DRAFT_FRONT_FRONT_MATTER_H

#include "base/message.h"
#include "base/vec.h"
#include "draft/front/front_find.h"
#include "draft/front/yaml_limits.h"

/*
 * The front matter: a first line "---", YAML, a line "---" or "...". It is read with libyaml's event
 * interface, and drafts come from anywhere, so there are limits (draft/front/yaml_limits.h), and no
 * directives or repeated keys; reading stops at the first violation. Anchors and aliases are read as they
 * stand and never expanded. Offsets and lines are those of the text.
 *
 * Keys are changed by edits (text/text.h) that leave every byte outside the value as it was; front_edit.h.
 */
enum front_kind { FRONT_SCALAR, FRONT_SEQUENCE, FRONT_MAPPING, FRONT_ALIAS };
enum front_quotes { FRONT_PLAIN, FRONT_SINGLE, FRONT_DOUBLE, FRONT_LITERAL, FRONT_FOLDED };

struct front_item {
    struct str value;
    size_t start, end; /* bytes of the value, quotation marks included */
    enum front_quotes quotes;
};

/* A key of the top level. */
struct front_key {
    char *name;
    size_t line;  /* of its name, from 0 */
    size_t colon; /* the place after the colon, or SIZE_MAX in the explicit form "? key" */
    enum front_kind kind;
    size_t start, end; /* bytes of the value; for an empty one both are the place after the colon */
    bool referenced; /* an anchor, alias or tag belongs to the value: a change would reach further than it */

    /* of a scalar */
    struct str value; /* quotation marks and escapes resolved */
    enum front_quotes quotes;

    /* of a sequence: its items, when all are scalars; else empty */
    VEC(struct front_item) items;
    bool only_scalars;
    bool flow; /* of a sequence or mapping: [a, b] */
};

struct front_matter {
    struct front_place place;
    size_t lines;               /* place.lines; 0: the draft has none */
    size_t start, end;          /* the YAML between the two lines; nothing in another form */
    size_t indent;              /* columns before the keys, mostly 0 */
    size_t flow_end;            /* of a top level in {}: the offset of the }, else SIZE_MAX */
    VEC(struct front_key) keys; /* in their order; none when it is broken, or no YAML */
    bool broken;                /* it cannot be read: problem says why */
    size_t problem_line;        /* from 0 */
    struct str problem;         /* a sentence that names the line */
};

/* Reads the front matter; messages are in lang. Release with front_matter_free(). */
void front_matter_parse(struct front_matter *front, const struct text *text, enum lang lang);
void front_matter_free(struct front_matter *front);
void front_keys_free(struct front_matter *front);
void front_items_free(struct front_key *key);

/* The key with this name, or NULL. */
const struct front_key *front_matter_key(const struct front_matter *front, const char *name);
/* The key that holds the title: title, or judul. */
const struct front_key *front_title_key(const struct front_matter *front);
/* The value of the scalar with this name as its reader sees it; empty when there is none. */
struct slice front_matter_text(const struct front_matter *front, const char *name);
/* The value of a scalar as its reader sees it: without the line ends that a "|" or ">" adds at its end. */
struct slice front_key_text(const struct front_key *key);
/* True for a plain scalar that YAML reads as nothing: "", ~, null. */
bool front_key_is_null(const struct front_key *key);

#endif
