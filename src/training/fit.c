#include "training/fit.h"

#include "training/messages.h"

static bool is_here(const struct flaw *flaw, const struct finding *finding) {
    return finding->start < flaw->end && flaw->start < finding->end;
}

static bool is_planted(const struct lesson *lesson, const struct finding *finding) {
    if (finding->severity == SEVERITY_HINT) return true;
    vec_each(const struct flaw, flaw, &lesson->flaws)
        if (is_here(flaw, finding) && (flaw_is_of_words(flaw) || flaw_is_found_by(flaw, finding)))
            return true;
    return false;
}

static bool is_found(const struct flaw *flaw, const struct findings *findings) {
    if (flaw_is_of_words(flaw)) return true;
    vec_each(const struct finding, finding, &findings->list)
        if (flaw_is_found_by(flaw, finding) && is_here(flaw, finding)) return true;
    return false;
}

bool lesson_fits(const struct lesson *lesson, const struct findings *findings, enum lang lang,
                 struct str *out) {
    size_t before = out->len;
    vec_each(const struct finding, finding, &findings->list) {
        if (is_planted(lesson, finding)) continue;
        message(out, lang, LESSON_UNPLANTED, lesson->name, finding_rule(finding)->name, finding->message);
        str_append_byte(out, '\n');
    }
    vec_each(const struct flaw, flaw, &lesson->flaws) {
        if (is_found(flaw, findings)) continue;
        message(out, lang, LESSON_UNFOUND, lesson->name, str_text(&flaw->rule), str_text(&flaw->words));
        str_append_byte(out, '\n');
    }
    return out->len == before;
}
