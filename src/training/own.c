#include "training/own.h"

#include "check/rules/quotes.h"
#include "report/report.h"

static size_t count_sources(const struct document *document, struct language *language) {
    struct attribution found = {0};
    VEC(struct slice) named = {0};
    document_quotes(document, language, &found, NULL, NULL);
    vec_each(const struct quote, quote, &found.quotes) {
        struct slice who = quote->person.len ? quote->person : quote->speaker;
        bool known = !who.len;
        vec_each(const struct slice, other, &named)
            known |= slice_equal(*other, who);
        if (!known) vec_push(&named, who);
    }
    size_t count = named.count;
    vec_free(&named);
    attribution_free(&found);
    return count;
}

bool own_measure(struct own_result *own, const struct document *document, const struct findings *findings,
                 struct language *language) {
    struct own_result now = {.before = own->before};
    struct metrics metrics;
    metrics_of(document, &metrics);
    vec_each(const struct finding, finding, &findings->list)
        now.after += finding->severity > SEVERITY_HINT;
    if (now.after > now.before) now.before = now.after;
    now.words = metrics.words;
    now.sentences = metrics.sentences;
    now.sources = count_sources(document, language);
    bool changed = now.before != own->before || now.after != own->after || now.words != own->words ||
                   now.sources != own->sources || now.sentences != own->sentences;
    *own = now;
    return changed;
}
