#include "training/blind.h"

#include "training/messages.h"

const struct flaw_kind flaw_kinds[FLAW_KINDS] = {{"duplicate", MESSAGE_KIND_DUPLICATE, RULE_DUPLICATE_EXACT},
                                                 {"attribution", MESSAGE_KIND_SOURCE, RULE_ATTRIBUTION_QUOTE},
                                                 {"spelling", MESSAGE_KIND_SPELLING, RULE_SPELLING_UNKNOWN},
                                                 {"typography", MESSAGE_KIND_MARKS, RULE_TYPOGRAPHY_SPACE},
                                                 {"style", MESSAGE_KIND_STYLE, RULE_STYLE_ABBREVIATION},
                                                 {"fact", MESSAGE_KIND_FACT, RULE_FACT_WEEKDAY}};
enum { KIND_STYLE = 4 };

const struct flaw_kind *flaw_kind_of(const char *family) {
    struct slice name = slice_of(family);
    name = slice_cut(&name, '.');
    for (size_t i = 0; i < FLAW_KINDS; i++)
        if (slice_equal_text(name, flaw_kinds[i].family)) return &flaw_kinds[i];
    return &flaw_kinds[KIND_STYLE];
}

const struct flaw_kind *flaw_kind(const struct flaw *flaw) {
    return flaw_kind_of(str_text(&flaw->rule));
}

static bool touches(const struct flaw *flaw, const struct suspect *mark) {
    return mark->start < flaw->end && flaw->start < mark->end;
}

bool blind_touches(const struct lesson *lesson, const struct suspect *mark) {
    vec_each(const struct flaw, flaw, &lesson->flaws)
        if (touches(flaw, mark)) return true;
    return false;
}

static bool is_found(const struct flaw *flaw, const struct suspects *marks) {
    vec_each(const struct suspect, mark, &marks->list)
        if (touches(flaw, mark) && flaw_kind(flaw) == flaw_kind_of(mark->kind)) return true;
    return false;
}

struct blind_count blind_judge(const struct lesson *lesson, const struct suspects *marks, bool *found) {
    struct blind_count count = {0};
    for (size_t i = 0; i < lesson->flaws.count; i++) {
        bool is = is_found(&lesson->flaws.items[i], marks);
        count.found += is;
        if (found) found[i] = is;
    }
    count.missed = lesson->flaws.count - count.found;
    vec_each(const struct suspect, mark, &marks->list)
        count.accused += !blind_touches(lesson, mark);
    return count;
}

static void suspect_free(struct suspect *mark) {
    free(mark->kind);
}

void suspects_remove(struct suspects *marks, const struct suspect *mark) {
    size_t at = (size_t)(mark - marks->list.items);
    suspect_free(&marks->list.items[at]);
    vec_remove(&marks->list, at, 1);
}

void suspects_add(struct suspects *marks, size_t start, size_t end, const char *family) {
    size_t at = 0;
    while (at < marks->list.count && marks->list.items[at].start < start)
        at++;
    if (at < marks->list.count && marks->list.items[at].start == start)
        suspects_remove(marks, &marks->list.items[at]);
    vec_open(&marks->list, at, 1);
    marks->list.items[at] = (struct suspect){start, end, slice_copy(slice_of(family))};
}

const struct suspect *suspects_at(const struct suspects *marks, size_t place) {
    vec_each(const struct suspect, mark, &marks->list)
        if (mark->start <= place && place <= mark->end) return mark;
    return NULL;
}

void suspects_copy(struct suspects *to, const struct suspects *from) {
    suspects_free(to);
    vec_each(const struct suspect, mark, &from->list)
        suspects_add(to, mark->start, mark->end, mark->kind);
}

void suspects_show(const struct suspects *marks, enum lang lang, struct findings *out) {
    findings_free(out);
    vec_each(const struct suspect, mark, &marks->list) {
        const struct flaw_kind *kind = flaw_kind_of(mark->kind);
        struct finding *finding = finding_add(out, kind->stand_in, mark->start, mark->end);
        finding_say(finding, lang, MARKED_AS, message_text(lang, kind->name));
    }
}
