#ifndef SUNTING_SERVER_LSP_DOCUMENT_H
#define SUNTING_SERVER_LSP_DOCUMENT_H

#include "base/vec.h"
#include "server/host.h"
#include "server/place.h"

/* Drafts that the editor at the other end has open: it holds the text, and tells of each change. */
struct lsp_document {
    char *uri, *path; /* owned; path "" where the URI is none of a file */
    struct text *text;
    struct checker *checker; /* NULL: to be made anew */
    json_int_t version;
    bool stale; /* its findings are to be told */
};

struct lsp_documents {
    VEC(struct lsp_document) list;
    unsigned generation; /* of the rules that the checkers were made with */
};

struct lsp_document *lsp_document_find(struct lsp_documents *documents, const char *uri);
/* Opens it, or takes a new text for one that is open. */
void lsp_document_open(struct lsp_documents *documents, const char *uri, struct slice text,
                       json_int_t version);
void lsp_document_close(struct lsp_documents *documents, struct lsp_document *document);
/* Applies the contentChanges of a notification, in their order. */
void lsp_document_change(struct lsp_document *document, const json_t *changes, enum place_unit unit);
/* Checks it, until done (true) or interrupted. */
bool lsp_document_check(struct lsp_documents *documents, struct lsp_document *document,
                        const struct host *host, bool (*interrupted)(void *), void *by);
void lsp_documents_free(struct lsp_documents *documents);

#endif
