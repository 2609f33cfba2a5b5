#ifndef SUNTING_LANGUAGE_SENTENCE_MARKUP_PARTS_H
#define SUNTING_LANGUAGE_SENTENCE_MARKUP_PARTS_H

#include "language/sentence/markup.h"

/* What markup.c, which goes through a passage, and its parts share. */
struct markup_run { /* of * or _ */
    uint32_t start, count;
    char mark;
    bool opens, closes;
};

struct markup_scan {
    struct slice s;
    const struct map *labels; /* see markup_find() */
    struct markup *out;
    VEC(struct markup_run) runs;
    VEC(size_t) brackets; /* offsets of [ that may begin a link; an image's is that of its ! */
    enum markup_open open;
    const char *waits_for;
    uint32_t italics; /* 1 + offset after an <i> or <em> that is open */
};

/* Bytes after its start in which a construct must end: it keeps a passage of nothing but signs linear. */
enum { MARKUP_REACH = 4000 };

/* The passage up to where what begins at at must end. */
static inline struct slice markup_reach(const struct markup_scan *scan, size_t at) {
    return slice_range(scan->s, 0, scan->s.len - at > MARKUP_REACH ? at + MARKUP_REACH : scan->s.len);
}

void markup_add(struct markup_scan *scan, size_t start, size_t end, enum markup_kind kind);

/* Each reads what may begin at offset at; returns where it ends, or at when it is none. */
size_t markup_html(struct markup_scan *scan, size_t at);
size_t markup_entity(struct markup_scan *scan, size_t at);
/* {% %}, {{ }}, {: .x}, [caption id="1"], $x^2$ */
size_t markup_site(struct markup_scan *scan, size_t at);
/* At the ] of a bracket: its target or label, and both brackets. */
size_t markup_link(struct markup_scan *scan, size_t at);

/* A run of * or _ at offset at; pairs are found when all of the passage is read. */
size_t markup_emphasis(struct markup_scan *scan, size_t at);
void markup_pair_emphasis(struct markup_scan *scan);

#endif
