#ifndef SUNTING_DRAFT_FRONT_FRONT_MATTER_H
#define SUNTING_DRAFT_FRONT_FRONT_MATTER_H

#include "base/message.h"
#include "base/vec.h"
#include "draft/front/yaml_limits.h"
#include "text/text.h"

/*
 * The front matter: a first line "---", YAML, a line "---". It is read with libyaml's event interface, and
 * drafts come from anywhere, so there are limits (draft/front/yaml_limits.h), and no merge keys,
 * directives or repeated keys; reading stops at the first violation. Offsets and lines are those of the text.
 *
 * Keys are changed by edits (text/text.h) that leave every byte outside the value as it was; front_edit.h.
 */
enum front_kind { FRONT_SCALAR, FRONT_SEQUENCE, FRONT_MAPPING };
enum front_quotes { FRONT_PLAIN, FRONT_SINGLE, FRONT_DOUBLE, FRONT_BLOCK };

struct front_item {
    struct str value;
    size_t start, end; /* bytes of the value, quotation marks included */
    enum front_quotes quotes;
};

/* A key of the top level. */
struct front_key {
    char *name;
    size_t line;  /* of its name, from 0 */
    size_t colon; /* the place behind the colon, or SIZE_MAX in the explicit form "? key" */
    enum front_kind kind;
    size_t start, end; /* bytes of the value; for an empty one both are the place behind the colon */

    /* of a scalar */
    struct str value; /* quotation marks and escapes resolved */
    enum front_quotes quotes;

    /* of a sequence: its items, when all are scalars; else empty */
    VEC(struct front_item) items;
    bool only_scalars;
    bool flow; /* of a sequence or mapping: [a, b] */
};

struct front_matter {
    size_t lines;               /* with both "---"; 0: the draft has none */
    size_t start, end;          /* the YAML between the two lines */
    size_t indent;              /* columns before the keys, mostly 0 */
    size_t flow_end;            /* of a top level in {}: the offset of the }, else SIZE_MAX */
    VEC(struct front_key) keys; /* in their order; none when it is broken */
    bool broken;                /* it cannot be read: problem says why */
    size_t problem_line;        /* from 0 */
    struct str problem;         /* a sentence that names the line */
};

/* How many lines at the start of the text are front matter, both "---" included. 0 for none: a "---" at the
 * top that no "key:" follows is a line drawn by the writer. A front matter that never closes counts up to its
 * first empty line, and *closed (may be NULL) is false. */
size_t front_matter_lines(const struct text *text, bool *closed);

/* Reads the front matter; messages are in lang. Release with front_matter_free(). */
void front_matter_parse(struct front_matter *front, const struct text *text, enum lang lang);
void front_matter_free(struct front_matter *front);
void front_keys_free(struct front_matter *front);
void front_items_free(struct front_key *key);

/* The key with this name, or NULL. */
const struct front_key *front_matter_key(const struct front_matter *front, const char *name);
/* True for a plain scalar that YAML reads as nothing: "", ~, null. */
bool front_key_is_null(const struct front_key *key);

#endif
