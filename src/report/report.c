#include "report/report.h"

#include "check/messages.h"
#include "language/sentence/words.h"
#include "report/messages.h"

#include <stdlib.h>

#define FORMAT(name) extern const struct report_format report_##name;
#include "report/formats.def"
#undef FORMAT

const struct report_format *const report_formats[] = {
#define FORMAT(name) &report_##name,
#include "report/formats.def"
#undef FORMAT
    NULL};

const char *const report_format_names[] = {
#define FORMAT(name) #name,
#include "report/formats.def"
#undef FORMAT
    NULL};

void metrics_of(const struct document *document, struct metrics *metrics) {
    *metrics = (struct metrics){0};
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = document->blocks.items[i];
        metrics->words += words_count(&block->analysis, 0, block->analysis.tokens.count);
        if (block->kind == BLOCK_HEADING || !block->analysis.tokens.count) continue;
        metrics->sentences += block->analysis.sentences.count;
        metrics->paragraphs++;
    }
}

void summary_free(struct summary *summary) {
    for (size_t i = 0; i < summary->failures.count; i++) {
        free(summary->failures.items[i].path);
        free(summary->failures.items[i].error);
    }
    vec_free(&summary->failures);
    str_free(&summary->notes);
    str_free(&summary->incomplete);
}

void silenced_append(struct str *out, enum lang lang, const struct findings *silenced) {
    size_t counts[RULE_COUNT] = {0};
    const char *names[RULE_COUNT] = {0};
    message(out, lang, REPORT_SILENCED, silenced->list.count);
    vec_each(const struct finding, finding, &silenced->list) {
        counts[finding->rule]++;
        names[finding->rule] = finding_rule(finding)->name;
    }
    const char *before = " (";
    for (size_t i = 0; i < RULE_COUNT; i++) {
        if (!counts[i]) continue;
        str_printf(out, "%s%s %zu", before, names[i], counts[i]);
        before = ", ";
    }
    str_append_text(out, ")");
}

const char *severity_name(enum severity severity) {
    static const char *const names[] = {
        [SEVERITY_HINT] = "hint", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};
    return names[severity];
}

const char *severity_word(enum lang lang, enum severity severity) {
    static const message_id words[] = {[SEVERITY_HINT] = MESSAGE_SEVERITY_HINT,
                                       [SEVERITY_WARNING] = MESSAGE_SEVERITY_WARNING,
                                       [SEVERITY_ERROR] = MESSAGE_SEVERITY_ERROR};
    return message_text(lang, words[severity]);
}

const char *level_name(enum severity severity) {
    return severity == SEVERITY_HINT ? "note" : severity_name(severity);
}
