#include "archive/find.h"

#include "archive/search_words.h"

#include <stdlib.h>

/* Every word in quotation marks, so that none of its letters is a sign of the engine's own language. */
static void append_query(struct str *out, char *const *words, size_t count, const char *between) {
    for (size_t i = 0; i < count; i++) {
        if (i) str_append_text(out, between);
        str_append_byte(out, '"');
        for (const char *c = words[i]; *c; c++)
            str_append_byte(out, *c == '"' ? ' ' : *c);
        str_append_byte(out, '"');
    }
}

struct finding_texts {
    struct find_results *results;
    struct slice query;
};

static char *snippet_of(struct slice text, struct slice query) {
    struct str snippet = {0};
    search_snippet(&snippet, text, query);
    for (size_t i = 0; i < snippet.len; i++)
        if (strchr("\n\r\t", snippet.data[i])) snippet.data[i] = ' ';
    return str_steal(&snippet);
}

static void take_result(void *self, const struct store_value *columns) {
    const struct finding_texts *finding = self;
    vec_push(&finding->results->list,
             (struct find_result){columns[0].number, slice_copy(columns[1].bytes),
                                  slice_copy(columns[2].bytes), slice_copy(columns[3].bytes),
                                  slice_copy(columns[4].bytes),
                                  snippet_of(columns[5].bytes, finding->query)});
}

static void take_total(void *self, const struct store_value *columns) {
    ((struct find_results *)self)->total = columns[0].number;
}

static bool ask(struct archive *archive, const struct find *find, const struct str *query, bool count,
                struct find_results *results, struct error *e) {
    const struct store_value arguments[] = {store_text(str_slice(query)), store_text(find->since),
                                            store_text(find->until), store_text(find->office),
                                            store_number(find->most)};
    enum statement statement = find->by_relevance ? STATEMENT_SEARCH_BEST : STATEMENT_SEARCH_NEWEST;
    struct store *store = archive_store(archive);
    struct finding_texts finding = {results, str_slice(query)};
    if (!store_run(store, statement, arguments, 5, take_result, &finding, e)) return false;
    results->total = (int64_t)results->list.count;
    return !count || store_run(store, STATEMENT_SEARCH_COUNT, arguments, 1, take_total, results, e);
}

bool find_texts(struct archive *archive, const struct find *find, char *const *words, size_t count,
                struct find_results *results, struct error *e) {
    struct str query = {0};
    append_query(&query, words, count, " ");
    bool ok = ask(archive, find, &query, true, results, e);
    str_free(&query);
    return ok;
}

bool find_related(struct archive *archive, const struct find *find, char *const *words, size_t count,
                  struct find_results *results, struct error *e) {
    struct str query = {0};
    append_query(&query, words, count, " OR ");
    bool ok = !count || ask(archive, find, &query, false, results, e);
    str_free(&query);
    return ok;
}

void find_results_free(struct find_results *results) {
    vec_each(struct find_result, result, &results->list) {
        free(result->title);
        free(result->date);
        free(result->office);
        free(result->url);
        free(result->snippet);
    }
    vec_free(&results->list);
}
