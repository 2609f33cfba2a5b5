#ifndef SUNTING_LANGUAGE_QUOTES_CUE_H
#define SUNTING_LANGUAGE_QUOTES_CUE_H

#include "language/people/mention.h"

/*
 * What ties a quotation to its speaker: a verb (kata X; X mengatakan; demikian disampaikan X; tegasnya), or
 * merely the place of the speaker beside the closing mark ("..." - Menteri X).
 */
struct cue {
    bool found;             /* the quotation has a source */
    size_t first, end;      /* bytes of the cue verb in the passage; equal when no verb stands there */
    struct mention speaker; /* MENTION_NONE with found: the one who spoke before (-nya) */
    size_t glued;           /* "kataKapolres": byte where the speaker begins, else 0 */
    bool weak; /* who speaks cannot be read: only a comma or colon leads to the quotation, or odd words follow
                */
};

/* Tokens between two places of a passage, beside a quotation. */
struct stretch {
    size_t first, end;
};

/* After the closing mark. ended: the quotation itself ends its sentence (an end mark inside, no comma).
 * tail: up to the end of the sentence or the next quotation. */
struct cue cue_after(const struct reading *r, struct stretch tail, bool ended);
/* Before the opening mark, in the same sentence; also for a sentence or paragraph before that ends in a
 * colon. */
struct cue cue_before(const struct reading *r, struct stretch lead);
/* Inside a quotation whose closing mark is missing: "Kami siap, kata Bupati. */
struct cue cue_inside(const struct reading *r, struct stretch words);
/* Inside a quotation whose closing mark stands too late: "Kami siap, kata Bupati." */
struct cue cue_swallowed(const struct reading *r, struct stretch words);
/* A quotation signed inside its marks: "Kita harus bersatu - Bupati Agam" */
struct cue cue_signed(const struct reading *r, struct stretch words);
/* A sentence that reports what somebody says, without a quotation: X menegaskan, menurut X, tutur X. */
struct cue cue_reported(const struct reading *r, struct stretch sentence);
/* A sentence or paragraph after the quotation: "Demikian disampaikan X", "Hal itu dikatakan X", "- Bupati
 * X", or a line that is only a name or an office. */
struct cue cue_following(const struct reading *r, struct stretch sentence, bool own_line);

#endif
