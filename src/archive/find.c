#include "archive/find.h"

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

static char *clean(struct slice text) {
    char *copy = slice_copy(text);
    for (char *c = copy; *c; c++)
        if (*c == '\n' || *c == '\r' || *c == '\t') *c = ' ';
    return copy;
}

static void take_result(void *self, const struct store_value *columns) {
    struct find_results *results = self;
    vec_push(&results->list, (struct find_result){columns[0].number, slice_copy(columns[1].bytes),
                                                  slice_copy(columns[2].bytes), slice_copy(columns[3].bytes),
                                                  slice_copy(columns[4].bytes), clean(columns[5].bytes)});
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
    if (!store_run(store, statement, arguments, 5, take_result, results, e)) return false;
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
