#include "language/sentence/analysis.h"

void analysis_make(struct analysis *analysis, struct language *language, struct slice text) {
    analysis_make_in(analysis, language, text, NULL);
}

void analysis_make_in(struct analysis *analysis, struct language *language, struct slice text,
                      const struct map *labels) {
    *analysis = (struct analysis){.text = text};
    markup_find(&analysis->markup, text, labels, NULL);
    tokens_find(analysis);
    words_find(analysis, language);
    speech_find(analysis, language);
    quotations_find(analysis, language);
    sentences_find(analysis, language);
}

void analysis_free(struct analysis *analysis) {
    markup_free(&analysis->markup);
    vec_free(&analysis->tokens);
    vec_free(&analysis->forms);
    vec_free(&analysis->words);
    vec_free(&analysis->speech);
    vec_free(&analysis->sentences);
    vec_free(&analysis->quotations);
}
