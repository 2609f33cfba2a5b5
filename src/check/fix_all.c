#include "check/fix_all.h"

#include "check/fix.h"
#include "draft/front/draft_edit.h"

/* A fix uncovers another now and then, hardly ever a third. The limit is for two rules that would undo each
 * other. */
enum { ROUNDS = 8 };

struct edits {
    VEC(struct draft_edit) list;
};

/* Copies: the fixes live in findings that the first edit drops. Of two that overlap the first is made. */
static void collect(struct checker *checker, const struct text *text, struct edits *edits) {
    const struct findings *findings = checker_findings(checker);
    size_t end = 0;
    vec_each(const struct finding, finding, &findings->list) {
        struct fix fix;
        if (!fix_sure(checker_document(checker), finding, &fix) || fix.start < end) continue;
        struct draft_edit *made = vec_add(&edits->list);
        str_append(&made->inserted, fix.text);
        draft_edit_finish(made, text, fix.start, fix.end);
        end = fix.end;
    }
}

/* From the last to the first, so that the places of those before hold. */
static void apply(struct checker *checker, struct text *text, struct edits *edits) {
    for (size_t i = edits->list.count; i-- > 0;) {
        struct draft_edit *made = &edits->list.items[i];
        struct change change = text_apply(text, &made->edit);
        checker_edited(checker, &made->edit, &change);
        draft_edit_free(made);
    }
    vec_clear(&edits->list);
}

size_t fix_round(struct checker *checker, struct text *text) {
    struct edits edits = {0};
    checker_run(checker, 0, NULL, NULL);
    collect(checker, text, &edits);
    size_t count = edits.list.count;
    apply(checker, text, &edits);
    vec_free(&edits.list);
    return count;
}

size_t fix_all(struct checker *checker, struct text *text) {
    size_t count = 0;
    for (size_t round = 0, made = 1; made && round < ROUNDS; round++)
        count += made = fix_round(checker, text);
    checker_run(checker, 0, NULL, NULL);
    return count;
}
