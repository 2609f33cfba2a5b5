#include "training/attempt.h"

#include "base/disk.h"
#include "training/messages.h"
#include "training/participant.h"

#include <time.h>
#include <unistd.h>

static const char FOLDER[] = "latihan";

/* The flaws as they were when the session before ended. */
static void go_on(struct attempt *attempt, const struct result *before) {
    free(attempt->result.attempt);
    attempt->result.attempt = slice_copy(slice_of(before->attempt));
    attempt->result.begun = before->begun;
    attempt->before = before->seconds;
    for (size_t i = 0; i < attempt->result.flaws.count; i++)
        attempt->result.flaws.items[i].hint = before->flaws.items[i].hint;
}

struct attempt *attempt_open(struct lesson *lesson, const struct rule_set *rules) {
    struct attempt *attempt = memory_zero(1, sizeof *attempt);
    struct results own = {0};
    struct str id = {0};
    attempt->lesson = lesson;
    attempt->rules = *rules;
    for (size_t i = 0; i < RULE_COUNT; i++)
        attempt->rules.enabled[i] |= lesson->also[i];
    attempt->opened = (int64_t)time(NULL);
    str_printf(&id, "%llx-%x", (unsigned long long)attempt->opened, (unsigned)getpid());
    attempt->result = (struct result){.attempt = str_steal(&id),
                                      .lesson = slice_copy(slice_of(lesson->name)),
                                      .test = slice_copy(lesson->test == LESSON_BEFORE  ? SLICE("sebelum")
                                                         : lesson->test == LESSON_AFTER ? SLICE("sesudah")
                                                                                        : SLICE("")),
                                      .begun = attempt->opened};
    participant_read(&attempt->result.user, &attempt->result.name, &attempt->result.office);
    for
        vec_each(const struct flaw, flaw, &lesson->flaws) vec_push(
            &attempt->result.flaws, (struct flaw_result){.rule = slice_copy(slice_of(flaw_rule_name(flaw)))});
    results_read_own(&own);
    const struct result *before = results_open(&own, lesson->name);
    if (before && before->flaws.count == lesson->flaws.count) go_on(attempt, before);
    results_free(&own);
    return attempt;
}

bool attempt_path(const struct attempt *attempt, struct str *out, struct error *e) {
    str_clear(out);
    str_printf(out, "%s/%s.md", FOLDER, attempt->lesson->name);
    if (access(str_text(out), F_OK) == 0) return true;
    struct str name = {0};
    str_printf(&name, "%s.md", attempt->lesson->name);
    bool made = disk_put(FOLDER, str_text(&name), str_slice(&attempt->lesson->draft));
    if (!made) error_set(e, LESSON_UNWRITABLE, str_text(out));
    str_free(&name);
    return made;
}

static bool record(struct attempt *attempt, struct error *e) {
    attempt->result.when = (int64_t)time(NULL);
    attempt->result.seconds = attempt->before + (size_t)(attempt->result.when - attempt->opened);
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
    return attempt->judged ? attempt->lesson->flaws.count - attempt->judgement.open : 0;
}

void attempt_close(struct attempt *attempt, bool done) {
    if (!attempt) return;
    attempt->result.done = done;
    if (attempt->judged) record(attempt, NULL);
    result_free(&attempt->result);
    judgement_free(&attempt->judgement);
    lesson_free(attempt->lesson);
    free(attempt);
}
