#ifndef SUNTING_DRAFT_MERGE_H
#define SUNTING_DRAFT_MERGE_H

#include "base/vec.h"
#include "draft/draft.h"
#include "draft/front/draft_edit.h"

/*
 * A file that something else changed while it was edited: what differs, and a merge paragraph by paragraph
 * (line by line, as a writer's paragraph is one line).
 *
 *     draft_disk_state(draft)      now and then, and before saving
 *     theirs = draft_load(path)    when it says DISK_CHANGED
 *     merge_make(&merge, draft_base(draft), draft->text, theirs->text)
 *     ... show merge.hunks; the user sets hunk->choice ...
 *     merge_edit(&made, &merge, draft->text)   applied like any edit, so it can be undone
 *     draft_take_over(draft, theirs)           saving now expects their version
 */
enum disk_state { DISK_SAME, DISK_CHANGED, DISK_GONE, DISK_UNREADABLE };
/* Reads the file only when the system says that it may have changed. */
enum disk_state draft_disk_state(const struct draft *draft);
/* What is on the disk now is what draft was loaded from: its version, its form, and the base of changes. */
void draft_take_over(struct draft *draft, const struct draft *theirs);

struct lines {
    size_t first, count;
};

enum merge_kind { MERGE_MINE, MERGE_THEIRS, MERGE_SAME, MERGE_CONFLICT };
enum merge_choice { CHOOSE_MINE, CHOOSE_THEIRS, CHOOSE_BOTH /* mine, then theirs */ };

/* Lines that differ between the three texts. */
struct merge_hunk {
    enum merge_kind kind; /* who changed them; SAME: both in the same way */
    struct lines base, mine, theirs;
    enum merge_choice choice; /* preset: the side that changed; both in a conflict, so that nothing is lost */
};

struct merge {
    struct text *base, *theirs; /* owned copies */
    VEC(struct merge_hunk) hunks;
};

void merge_make(struct merge *merge, struct slice base, const struct text *mine, const struct text *theirs);
void merge_free(struct merge *merge);
/* Appends the lines that both texts have: the base where none is known. Then every difference is something
 * that one of them, or both, have added. */
void merge_common(const struct text *mine, const struct text *theirs, struct str *base);
/* The edit that makes mine into what was chosen. False: nothing is to be changed. */
bool merge_edit(struct draft_edit *made, const struct merge *merge, const struct text *mine);

/* Lines of a and b that differ, in order; those between are equal. */
struct difference {
    struct lines a, b;
};
struct differences {
    VEC(struct difference) list;
};
void differences_find(struct differences *differences, const struct text *a, const struct text *b);

#endif
