#include "fix_trial.h"

#include "check/fix_all.h"
#include "text/undo.h"

/* A finding as it stood before a fix. */
struct place {
    enum rule_id rule;
    enum severity severity;
    size_t start, end;
};

struct places {
    VEC(struct place) list;
};

struct run {
    struct fix_trial *trial;
    const char *name;
    struct text *text;
    struct checker *checker;
    struct undo *undo;
    struct str original;
    struct findings before; /* copies */
    struct places places;
    const struct finding *finding; /* which is being mended */
};

static void collect(const struct findings *findings, struct places *places) {
    vec_clear(&places->list);
    vec_each(const struct finding, f, &findings->list)
        vec_push(&places->list, (struct place){f->rule, f->severity, f->start, f->end});
}

static void copy_findings(const struct findings *from, struct findings *to) {
    vec_each(const struct finding, f, &from->list) {
        struct finding *copy = finding_add(to, f->rule, f->start, f->end);
        copy->severity = f->severity;
        for (size_t i = 0; i < f->suggestions.count; i++)
            finding_suggest(copy, slice_of(f->suggestions.items[i]));
    }
}

static void apply(void *context, const struct edit *edit) {
    struct run *run = context;
    struct change change = text_apply(run->text, edit);
    checker_edited(run->checker, edit, &change);
}

static void complain(struct run *run, const struct fix *fix, const char *what) {
    const struct finding *f = run->finding;
    run->trial->broken++;
    str_printf(&run->trial->complaints, "%s: %s: %s \"%.*s\" -> \"%.*s\"\n", run->name, what,
               finding_rule(f)->name, (int)(f->end - f->start), run->original.data + f->start,
               SLICE_ARG(fix->text));
}

/* Whether a finding after the edit stood there before it, its place moved along, as another one than except.
 */
static bool stood_there(const struct run *run, const struct edit *edit, const struct finding *after,
                        const struct finding *except) {
    vec_each(const struct place, place, &run->places.list) {
        /* a sentence that was nearly a twin may now be one to the letter */
        bool same = place->rule == after->rule ||
                    ((place->rule == RULE_DUPLICATE_SIMILAR || place->rule == RULE_DUPLICATE_QUOTED) &&
                     after->rule == RULE_DUPLICATE_EXACT);
        size_t start = edit_moves(edit, place->start, false), end = edit_moves(edit, place->end, true);
        if (except && place->start == except->start && place->rule == except->rule) continue;
        if (same && after->start <= end && start <= after->end) return true;
    }
    return false;
}

/* The same rule does not speak of the new words. */
static bool is_gone(const struct run *run, const struct edit *edit, const struct findings *after) {
    size_t end = edit->offset + edit->inserted.len;
    vec_each(const struct finding, f, &after->list)
        if (f->rule == run->finding->rule && f->start < end && edit->offset < f->end &&
            !stood_there(run, edit, f, run->finding))
            return false;
    return true;
}

static const struct finding *new_finding(const struct run *run, const struct edit *edit,
                                         const struct findings *after, bool error) {
    vec_each(const struct finding, f, &after->list)
        if ((f->severity == SEVERITY_ERROR) == error && !stood_there(run, edit, f, NULL)) return f;
    return NULL;
}

/* How far the marks of a text are from being paired. */
static size_t unpaired(struct slice s) {
    static const char marks[] = "()[]\"*";
    size_t count[6] = {0}, curly = 0, closed = 0;
    for (size_t i = 0; i < s.len; i++) {
        const char *mark = s.data[i] ? strchr(marks, s.data[i]) : NULL;
        if (mark) count[mark - marks]++;
        struct slice rest = slice_range(s, i, s.len); /* two single ones may stand for a double one */
        curly += slice_starts(rest, SLICE("“")) || slice_starts(rest, SLICE("‘’")) ||
                 slice_starts(rest, SLICE("‘‘"));
        closed += slice_starts(rest, SLICE("”")) ||
                  (slice_starts(rest, SLICE("’’")) && (i < 3 || memcmp(s.data + i - 3, "‘", 3) != 0));
    }
    size_t round = count[0] > count[1] ? count[0] - count[1] : count[1] - count[0];
    size_t square = count[2] > count[3] ? count[2] - count[3] : count[3] - count[2];
    return round + square + count[4] % 2 + count[5] % 2 + (curly > closed ? curly - closed : closed - curly);
}

static void judge(struct run *run, const struct fix *fix, const struct edit *edit) {
    const struct findings *after = checker_findings(run->checker);
    struct str now = {0};
    text_copy(run->text, 0, text_length(run->text), &now);
    const struct finding *error = new_finding(run, edit, after, true), *other;
    if (!is_gone(run, edit, after))
        complain(run, fix, "not gone");
    else if (unpaired(str_slice(&now)) > unpaired(str_slice(&run->original)))
        complain(run, fix, "unpaired");
    else if (error)
        complain(run, fix, finding_rule(error)->name);
    other = new_finding(run, edit, after, false);
    run->trial->warned += other != NULL;
    if (other && getenv("SHOW_WARNED"))
        printf("%s: %s -> \"%.*s\": now %s: %s\n", run->name, finding_rule(run->finding)->name,
               SLICE_ARG(fix->text), finding_rule(other)->name, other->message);
    str_free(&now);
}

static bool is_as_before(struct run *run) {
    struct str now = {0};
    struct places places = {0};
    text_copy(run->text, 0, text_length(run->text), &now);
    collect(checker_findings(run->checker), &places);
    bool same = slice_equal(str_slice(&now), str_slice(&run->original)) &&
                places.list.count == run->places.list.count;
    for (size_t i = 0; same && i < places.list.count; i++)
        same = places.list.items[i].rule == run->places.list.items[i].rule &&
               places.list.items[i].start == run->places.list.items[i].start &&
               places.list.items[i].end == run->places.list.items[i].end;
    str_free(&now);
    vec_free(&places.list);
    return same;
}

static void try_fix(struct run *run, const struct fix *fix) {
    struct str removed = {0};
    size_t cursor;
    text_copy(run->text, fix->start, fix->end, &removed);
    struct edit edit = {fix->start, str_slice(&removed), fix->text};
    run->trial->fixes++;
    undo_record(run->undo, &edit, UNDO_ALONE, fix->start, 0);
    undo_close(run->undo);
    apply(run, &edit);
    checker_run(run->checker, 0, NULL, NULL);
    judge(run, fix, &edit);
    undo_step(run->undo, apply, run, &cursor);
    checker_run(run->checker, 0, NULL, NULL);
    if (!is_as_before(run)) complain(run, fix, "undo");
    str_free(&removed);
}

static void try_all(struct run *run) {
    vec_each(const struct finding, finding, &run->before.list) {
        struct fix fix;
        size_t count = 0;
        run->finding = finding;
        for (; fix_get(checker_document(run->checker), finding, count, &fix); count++)
            try_fix(run, &fix);
        bool twin = finding->rule == RULE_DUPLICATE_EXACT || finding->rule == RULE_DUPLICATE_QUOTED ||
                    finding->rule == RULE_DUPLICATE_SIMILAR;
        run->trial->refused += twin && !count;
    }
}

void fix_trial_text(struct fix_trial *trial, const char *name, struct slice bytes) {
    struct rule_set rules;
    rule_set_default(&rules, trial->book);
    struct run run = {.trial = trial, .name = name, .text = text_with(bytes), .undo = undo_new()};
    run.checker = checker_new(trial->language, LANG_ID, rules.enabled);
    checker_rules(run.checker, &rules);
    str_append(&run.original, bytes);
    checker_suggest(run.checker, true);
    checker_attach(run.checker, run.text);
    checker_run(run.checker, 0, NULL, NULL);
    copy_findings(checker_findings(run.checker), &run.before);
    collect(checker_findings(run.checker), &run.places);
    trial->drafts++;
    trial->findings += run.before.list.count;
    try_all(&run);
    findings_free(&run.before);
    vec_free(&run.places.list);
    checker_free(run.checker);
    undo_free(run.undo);
    text_free(run.text);
    str_free(&run.original);
}

/* What the sure fixes of the findings there are should make of the text: each in its place, of two that
 * overlap the first, and every other byte as it was. */
static void make_all(struct checker *checker, struct slice before, struct str *wanted) {
    size_t at = 0;
    checker_run(checker, 0, NULL, NULL);
    vec_each(const struct finding, f, &checker_findings(checker)->list) {
        struct fix fix;
        if (!fix_sure(checker_document(checker), f, &fix) || fix.start < at) continue;
        str_append(wanted, slice_range(before, at, fix.start));
        str_append(wanted, fix.text);
        at = fix.end;
    }
    str_append(wanted, slice_range(before, at, before.len));
}

/* Mends round by round: each makes its own fixes and changes nothing else. */
static bool keeps_the_rest(struct checker *checker, struct text *text) {
    struct str before = {0}, wanted = {0}, after = {0};
    bool kept = true;
    for (size_t made = 1; made && kept;) {
        str_clear(&before);
        str_clear(&wanted);
        str_clear(&after);
        text_copy(text, 0, text_length(text), &before);
        make_all(checker, str_slice(&before), &wanted);
        made = fix_round(checker, text);
        text_copy(text, 0, text_length(text), &after);
        kept = slice_equal(str_slice(&wanted), str_slice(&after));
    }
    str_free(&before);
    str_free(&wanted);
    str_free(&after);
    return kept;
}

static bool same_text(const struct text *one, const struct text *other) {
    struct str first = {0}, second = {0};
    text_copy(one, 0, text_length(one), &first);
    text_copy(other, 0, text_length(other), &second);
    bool same = slice_equal(str_slice(&first), str_slice(&second));
    str_free(&first);
    str_free(&second);
    return same;
}

static size_t count_errors(struct checker *checker) {
    size_t errors = 0;
    vec_each(const struct finding, f, &checker_findings(checker)->list)
        errors += f->severity == SEVERITY_ERROR && f->rule != RULE_DUPLICATE_EXACT;
    return errors;
}

static struct checker *checker_for(const struct fix_trial *trial, const struct text *text) {
    struct rule_set rules;
    rule_set_default(&rules, trial->book);
    struct checker *checker = checker_new(trial->language, LANG_ID, rules.enabled);
    checker_rules(checker, &rules);
    checker_attach(checker, text);
    checker_run(checker, 0, NULL, NULL);
    return checker;
}

void fix_trial_all(struct fix_trial *trial, const char *name, struct slice bytes) {
    struct text *before = text_with(bytes), *rounds = text_with(bytes), *after = text_with(bytes);
    struct checker *old = checker_for(trial, before), *by_rounds = checker_for(trial, rounds),
                   *new = checker_for(trial, after);
    bool kept = keeps_the_rest(by_rounds, rounds);
    trial->sure += fix_all(new, after);
    const char *fault = !kept || !same_text(rounds, after)      ? "other bytes changed"
                        : count_errors(new) > count_errors(old) ? "new errors"
                                                                : NULL;
    checker_free(new);
    new = checker_for(trial, after); /* afresh: a second run of the command */
    if (fix_all(new, after)) fault = "not all at once";
    if (fault) {
        trial->broken++;
        str_printf(&trial->complaints, "%s: fix: %s\n", name, fault);
    }
    checker_free(old);
    checker_free(by_rounds);
    checker_free(new);
    text_free(before);
    text_free(rounds);
    text_free(after);
}
