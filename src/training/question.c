#include "training/question.h"

#include "check/checker.h"

static void add_answers(struct question_line *line, const struct findings *findings, size_t start,
                        size_t end) {
    vec_each(const struct finding, finding, &findings->list) {
        if (finding->severity == SEVERITY_HINT || finding->start >= end || finding->end <= start) continue;
        if (line->answer.len) str_append_byte(&line->answer, ' ');
        str_append_text(&line->answer, finding->message);
    }
}

static void add_block(struct notice *notice, const struct block *block, const struct findings *findings) {
    vec_each(const struct sentence, s, &block->analysis.sentences) {
        if (notice->lines.count == QUESTION_SENTENCES) return;
        struct question_line *line = vec_add(&notice->lines);
        str_append(&line->text, slice_range(block->text, s->start, s->end));
        add_answers(line, findings, block->start + s->start, block->start + s->end);
    }
}

void question_make(struct notice *notice, struct slice draft, struct language *language, enum lang lang) {
    struct rule_set rules;
    struct text *text = text_with(draft);
    rule_set_default(&rules, NULL);
    struct checker *checker = checker_new(language, lang, rules.enabled);
    checker_rules(checker, &rules);
    checker_attach(checker, text);
    checker_run(checker, 0, NULL, NULL);
    const struct findings *findings = checker_findings(checker);
    const struct document *document = checker_document(checker);
    for (size_t i = 0; i < document->blocks.count; i++)
        add_block(notice, document->blocks.items[i], findings);
    checker_free(checker);
    text_free(text);
}
