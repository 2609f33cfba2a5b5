#include "training/attempt.h"

#include "base/disk.h"
#include "training/messages.h"
#include "training/participant.h"

#include <time.h>
#include <unistd.h>

static const char FOLDER[] = "latihan";
enum { MINUTE = 60 };

static const char *const modes[] = {
    [ATTEMPT_GUIDED] = "", [ATTEMPT_UNMARKED] = "", [ATTEMPT_BLIND] = MODE_BLIND, [ATTEMPT_OWN] = MODE_OWN};

/* The flaws as they were when the session before ended. */
static void go_on(struct attempt *attempt, const struct result *before) {
    struct result *result = &attempt->result;
    free(result->attempt);
    result->attempt = slice_copy(slice_of(before->attempt));
    result->begun = before->begun;
    attempt->before = before->seconds;
    for (size_t i = 0; i < result->flaws.count; i++) {
        result->flaws.items[i].hint = before->flaws.items[i].hint;
        result->flaws.items[i].first = before->flaws.items[i].first;
    }
    suspects_copy(&result->marks, &before->marks);
    suspects_copy(&result->first, &before->first);
    result->answered = before->answered;
    result->first_accused = before->first_accused;
    result->own = before->own;
}

static enum attempt_mode mode_of(const struct lesson *lesson, bool blind) {
    return lesson->keyless ? ATTEMPT_OWN
           : lesson->test  ? ATTEMPT_UNMARKED
           : blind         ? ATTEMPT_BLIND
                           : ATTEMPT_GUIDED;
}

static const char *test_name(const struct lesson *lesson) {
    return lesson->test == LESSON_BEFORE ? "sebelum" : lesson->test == LESSON_AFTER ? "sesudah" : "";
}

static void begin(struct attempt *attempt) {
    struct str id = {0};
    struct lesson *lesson = attempt->lesson;
    attempt->opened = (int64_t)time(NULL);
    str_printf(&id, "%llx-%x", (unsigned long long)attempt->opened, (unsigned)getpid());
    attempt->result = (struct result){.attempt = str_steal(&id),
                                      .lesson = slice_copy(slice_of(lesson->name)),
                                      .test = slice_copy(slice_of(test_name(lesson))),
                                      .mode = slice_copy(slice_of(modes[attempt->mode])),
                                      .begun = attempt->opened};
    participant_read(&attempt->result.user, &attempt->result.name, &attempt->result.office);
    vec_each(const struct flaw, flaw, &lesson->flaws)
        vec_push(&attempt->result.flaws, (struct flaw_result){.rule = slice_copy(str_slice(&flaw->rule))});
}

struct attempt *attempt_open(struct lesson *lesson, const struct rule_set *rules, bool blind) {
    struct attempt *attempt = memory_zero(1, sizeof *attempt);
    struct results own = {0};
    attempt->lesson = lesson;
    attempt->mode = mode_of(lesson, blind);
    attempt->rules = *rules;
    lesson_take_rules(lesson, &attempt->rules, NULL);
    begin(attempt);
    results_read_own(&own);
    const struct result *before = results_open(&own, lesson->name, modes[attempt->mode]);
    if (before && before->flaws.count == lesson->flaws.count) go_on(attempt, before);
    results_free(&own);
    return attempt;
}

/* What is marked is the draft as it was planted, not the one that was edited. */
bool attempt_path(const struct attempt *attempt, struct str *out, struct error *e) {
    struct str name = {0};
    str_printf(&name, attempt->mode == ATTEMPT_BLIND ? "%s-tandai.md" : "%s.md", attempt->lesson->name);
    str_clear(out);
    str_printf(out, "%s/%s", FOLDER, str_text(&name));
    bool there = access(str_text(out), F_OK) == 0 && attempt->mode != ATTEMPT_BLIND;
    bool made = there || disk_put(FOLDER, str_text(&name), str_slice(&attempt->lesson->draft));
    if (!made) error_set(e, LESSON_UNWRITABLE, str_text(out));
    str_free(&name);
    return made;
}

int64_t attempt_left(const struct attempt *attempt) {
    if (!attempt->lesson->minutes) return INT64_MAX;
    int64_t spent = (int64_t)attempt->before + (int64_t)time(NULL) - attempt->opened;
    return (int64_t)attempt->lesson->minutes * MINUTE - spent;
}

static bool record(struct attempt *attempt, struct error *e) {
    attempt->result.when = (int64_t)time(NULL);
    attempt->result.seconds = attempt->before + (size_t)(attempt->result.when - attempt->opened);
    if (attempt_left(attempt) >= 0) attempt->result.in_time = result_mended(&attempt->result);
    return result_append(&attempt->result, e);
}

bool attempt_judge(struct attempt *attempt, const struct text *text, const struct findings *findings,
                   struct error *e) {
    judge(&attempt->judgement, attempt->lesson, text, findings);
    bool changed = !attempt->judged || attempt->result.others != attempt->judgement.others;
    for (size_t i = 0; i < attempt->result.flaws.count; i++) {
        changed |= attempt->result.flaws.items[i].mended != attempt->judgement.mended.items[i];
        attempt->result.flaws.items[i].mended = attempt->judgement.mended.items[i];
    }
    attempt->result.others = attempt->judgement.others;
    attempt->judged = true;
    if (changed) record(attempt, e);
    return changed;
}

bool attempt_measure(struct attempt *attempt, const struct document *document,
                     const struct findings *findings, struct language *language, struct error *e) {
    bool changed = own_measure(&attempt->result.own, document, findings, language) || !attempt->judged;
    attempt->result.others = attempt->result.own.after;
    attempt->judged = true;
    if (changed) record(attempt, e);
    return changed;
}

struct blind_count attempt_count(const struct attempt *attempt, bool first) {
    return blind_judge(attempt->lesson, first ? &attempt->result.first : &attempt->result.marks, NULL);
}

/* mended means found. */
static void take_count(struct attempt *attempt) {
    struct result *result = &attempt->result;
    bool *found = memory_zero(attempt->lesson->flaws.count + 1, sizeof *found);
    result->accused = blind_judge(attempt->lesson, &result->marks, found).accused;
    for (size_t i = 0; i < result->flaws.count; i++)
        result->flaws.items[i].mended = found[i];
    free(found);
    attempt->judged = true;
}

void attempt_mark(struct attempt *attempt, size_t start, size_t end, const char *family, struct error *e) {
    const struct suspect *old = family ? NULL : suspects_at(&attempt->result.marks, start);
    if (family)
        suspects_add(&attempt->result.marks, start, end, family);
    else if (old)
        suspects_remove(&attempt->result.marks, old);
    take_count(attempt);
    record(attempt, e);
}

void attempt_answer(struct attempt *attempt, struct error *e) {
    struct result *result = &attempt->result;
    if (result->answered) return;
    take_count(attempt);
    result->answered = true;
    result->first_accused = result->accused;
    suspects_copy(&result->first, &result->marks);
    vec_each(struct flaw_result, flaw, &result->flaws)
        flaw->first = flaw->mended;
    record(attempt, e);
}

void attempt_hint(struct attempt *attempt, size_t flaw, struct error *e) {
    struct flaw_result *result = &attempt->result.flaws.items[flaw];
    if (result->hint >= HINTS) return;
    result->hint++;
    record(attempt, e);
}

void attempt_append_hints(const struct attempt *attempt, size_t flaw, enum lang lang, struct str *out) {
    const struct flaw *planted = &attempt->lesson->flaws.items[flaw];
    unsigned degree = attempt->result.flaws.items[flaw].hint;
    if (degree > 0) str_printf(out, "%s\n", str_text(&planted->hint));
    if (degree > 1 && planted->paragraph)
        message(out, lang, HINT_PARAGRAPH, planted->paragraph);
    else if (degree > 1)
        message(out, lang, HINT_FRONT);
    if (degree > 1) str_append_byte(out, '\n');
    if (degree > 2) {
        if (planted->right.len)
            message(out, lang, HINT_ANSWER, str_text(&planted->words), str_text(&planted->right));
        else
            message(out, lang, HINT_REMOVE, str_text(&planted->words));
        str_append_byte(out, '\n');
    }
}

size_t attempt_mended(const struct attempt *attempt) {
    return attempt->judged ? result_mended(&attempt->result) : 0;
}

void attempt_close(struct attempt *attempt, bool done) {
    if (!attempt) return;
    attempt->result.done = done;
    if (attempt->judged) record(attempt, NULL);
    result_free(&attempt->result);
    judgement_free(&attempt->judgement);
    findings_free(&attempt->shown);
    lesson_free(attempt->lesson);
    free(attempt);
}
