#include "server/lsp_document.h"

static int hex(char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* file:///a%20b is /a b; others have no path. */
static char *path_of(const char *uri) {
    struct slice s = slice_of(uri);
    struct str path = {0};
    if (!slice_starts(s, SLICE("file:///"))) return slice_copy(SLICE(""));
    for (size_t i = strlen("file://"); i < s.len; i++) {
        bool escaped =
            s.data[i] == '%' && i + 2 < s.len && hex(s.data[i + 1]) >= 0 && hex(s.data[i + 2]) >= 0;
        char c = escaped ? (char)(hex(s.data[i + 1]) * 16 + hex(s.data[i + 2])) : s.data[i];
        if (!c) break;
        str_append_byte(&path, c);
        if (escaped) i += 2;
    }
    return str_steal(&path);
}

struct lsp_document *lsp_document_find(struct lsp_documents *documents, const char *uri) {
    vec_each(struct lsp_document, document, &documents->list)
        if (strcmp(document->uri, uri) == 0) return document;
    return NULL;
}

static void free_document(struct lsp_document *document) {
    checker_free(document->checker);
    text_free(document->text);
    free(document->uri);
    free(document->path);
}

void lsp_document_open(struct lsp_documents *documents, const char *uri, struct slice text,
                       json_int_t version) {
    struct lsp_document *document = lsp_document_find(documents, uri);
    if (document) {
        free_document(document);
        memset(document, 0, sizeof *document);
    } else {
        document = vec_add(&documents->list);
    }
    *document = (struct lsp_document){.uri = slice_copy(slice_of(uri)),
                                      .path = path_of(uri),
                                      .text = text_with(text),
                                      .version = version,
                                      .stale = true};
}

void lsp_document_close(struct lsp_documents *documents, struct lsp_document *document) {
    free_document(document);
    vec_remove(&documents->list, (size_t)(document - documents->list.items), 1);
}

static void apply(struct lsp_document *document, size_t start, size_t end, struct slice inserted) {
    struct str removed = {0};
    text_copy(document->text, start, end, &removed);
    const struct edit edit = {start, str_slice(&removed), inserted};
    struct change change = text_apply(document->text, &edit);
    if (document->checker) checker_edited(document->checker, &edit, &change);
    str_free(&removed);
}

void lsp_document_change(struct lsp_document *document, const json_t *changes, enum place_unit unit) {
    size_t index;
    const json_t *change;
    json_array_foreach(changes, index, change) {
        const json_t *range = json_object_get(change, "range"), *text = json_object_get(change, "text");
        size_t start = 0, end = text_length(document->text);
        if (!json_is_string(text) || (range && !place_read_range(document->text, range, unit, &start, &end)))
            continue;
        apply(document, start, end, (struct slice){json_string_value(text), json_string_length(text)});
    }
    document->stale = true;
}

/* They were made with the rules of another house style, which are gone. */
static void drop_checkers(struct lsp_documents *documents) {
    vec_each(struct lsp_document, document, &documents->list) {
        checker_free(document->checker);
        document->checker = NULL;
    }
}

bool lsp_document_check(struct lsp_documents *documents, struct lsp_document *document,
                        const struct host *host, bool (*interrupted)(void *), void *by) {
    struct host_rules rules = host->rules(host->self, document->path);
    if (rules.generation != documents->generation) drop_checkers(documents);
    documents->generation = rules.generation;
    if (!document->checker) document->checker = host_checker(host, &rules, document->path, document->text);
    return checker_run(document->checker, 0, interrupted, by);
}

void lsp_documents_free(struct lsp_documents *documents) {
    vec_each(struct lsp_document, document, &documents->list)
        free_document(document);
    vec_free(&documents->list);
}
