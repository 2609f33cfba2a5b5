#include "server/lsp.h"

#include "server/lsp_answer.h"
#include "server/wire.h"

/* Error codes of JSON-RPC 2.0 and of the protocol. */
enum {
    ERROR_PARSE = -32700,
    ERROR_METHOD = -32601,
    ERROR_PARAMS = -32602,
    ERROR_NOT_INITIALIZED = -32002,
    ERROR_REQUEST = -32600
};

struct lsp {
    const struct host *host;
    struct wire wire;
    struct lsp_documents documents;
    enum place_unit unit;
    bool initialized, shut, left;
};

static void respond(struct lsp *lsp, const json_t *id, json_t *result) {
    json_t *message = json_object();
    json_object_set_new(message, "jsonrpc", json_string("2.0"));
    json_object_set(message, "id", (json_t *)(uintptr_t)id);
    json_object_set_new(message, "result", result);
    wire_write(&lsp->wire, message);
}

static void refuse(struct lsp *lsp, const json_t *id, int code, const char *why) {
    json_t *message = json_object();
    json_object_set_new(message, "jsonrpc", json_string("2.0"));
    if (id)
        json_object_set(message, "id", (json_t *)(uintptr_t)id);
    else
        json_object_set_new(message, "id", json_null());
    json_object_set_new(message, "error", json_pack("{s:i, s:s}", "code", code, "message", why));
    wire_write(&lsp->wire, message);
}

static void notify(struct lsp *lsp, const char *method, json_t *params) {
    wire_write(&lsp->wire,
               json_pack("{s:s, s:s, s:o}", "jsonrpc", "2.0", "method", method, "params", params));
}

/* UTF-8 is what the text is in; where the editor knows only UTF-16, which it must, that. */
static void choose_unit(struct lsp *lsp, const json_t *params) {
    const json_t *general = json_object_get(json_object_get(params, "capabilities"), "general"), *one;
    size_t index;
    lsp->unit = PLACE_UTF16;
    json_array_foreach(json_object_get(general, "positionEncodings"), index, one) {
        const char *name = json_string_value(one);
        if (name && strcmp(name, "utf-8") == 0) lsp->unit = PLACE_UTF8;
    }
}

static json_t *initialize(struct lsp *lsp, const json_t *params) {
    choose_unit(lsp, params);
    lsp->initialized = true;
    return json_pack("{s:{s:s, s:{s:b, s:i, s:b}, s:b, s:{s:[s]}}, s:{s:s, s:s}}", "capabilities",
                     "positionEncoding", lsp->unit == PLACE_UTF8 ? "utf-8" : "utf-16", "textDocumentSync",
                     "openClose", 1, "change", 2, "save", 0, "hoverProvider", 1, "codeActionProvider",
                     "codeActionKinds", "quickfix", "serverInfo", "name", "sunting", "version",
                     SUNTING_VERSION);
}

static struct lsp_document *document_of(struct lsp *lsp, const json_t *params) {
    const char *uri = json_string_value(json_object_get(json_object_get(params, "textDocument"), "uri"));
    return uri ? lsp_document_find(&lsp->documents, uri) : NULL;
}

static void did_open(struct lsp *lsp, const json_t *params) {
    const json_t *document = json_object_get(params, "textDocument"),
                 *text = json_object_get(document, "text");
    const char *uri = json_string_value(json_object_get(document, "uri"));
    if (!uri || !json_is_string(text)) return;
    lsp_document_open(&lsp->documents, uri, (struct slice){json_string_value(text), json_string_length(text)},
                      json_integer_value(json_object_get(document, "version")));
}

static void did_change(struct lsp *lsp, const json_t *params) {
    struct lsp_document *document = document_of(lsp, params);
    if (!document) return;
    lsp_document_change(document, json_object_get(params, "contentChanges"), lsp->unit);
    document->version =
        json_integer_value(json_object_get(json_object_get(params, "textDocument"), "version"));
}

static void did_close(struct lsp *lsp, const json_t *params) {
    struct lsp_document *document = document_of(lsp, params);
    if (!document) return;
    notify(lsp, "textDocument/publishDiagnostics",
           json_pack("{s:s, s:[]}", "uri", document->uri, "diagnostics"));
    lsp_document_close(&lsp->documents, document);
}

static void leave(struct lsp *lsp, const json_t *params) {
    (void)params;
    lsp->left = true;
}

static json_t *shut_down(struct lsp *lsp, const json_t *params) {
    (void)params;
    lsp->shut = true;
    return json_null();
}

/* The answer is about the text as it is now, so it is checked first. */
static json_t *hover(struct lsp *lsp, const json_t *params) {
    struct lsp_document *document = document_of(lsp, params);
    size_t offset;
    if (!document || !place_read(document->text, json_object_get(params, "position"), lsp->unit, &offset))
        return NULL;
    lsp_document_check(&lsp->documents, document, lsp->host, NULL, NULL);
    return lsp_hover(document, offset, lsp->unit, lsp->host->lang);
}

static json_t *code_action(struct lsp *lsp, const json_t *params) {
    struct lsp_document *document = document_of(lsp, params);
    size_t start, end;
    if (!document ||
        !place_read_range(document->text, json_object_get(params, "range"), lsp->unit, &start, &end))
        return NULL;
    lsp_document_check(&lsp->documents, document, lsp->host, NULL, NULL);
    return lsp_actions(document, start, end, lsp->unit, lsp->host->lang);
}

static const struct {
    const char *method;
    json_t *(*answer)(struct lsp *lsp, const json_t *params); /* NULL from it: the params are wrong */
} requests[] = {{"initialize", initialize},
                {"shutdown", shut_down},
                {"textDocument/hover", hover},
                {"textDocument/codeAction", code_action}};

static const struct {
    const char *method;
    void (*take)(struct lsp *lsp, const json_t *params);
} notifications[] = {{"textDocument/didOpen", did_open},
                     {"textDocument/didChange", did_change},
                     {"textDocument/didClose", did_close},
                     {"exit", leave}};

static void take_request(struct lsp *lsp, const json_t *id, const char *method, const json_t *params) {
    bool first = strcmp(method, "initialize") == 0;
    if (lsp->shut || first == lsp->initialized) {
        refuse(lsp, id, lsp->shut || first ? ERROR_REQUEST : ERROR_NOT_INITIALIZED, "not now");
        return;
    }
    for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) {
        if (strcmp(requests[i].method, method) != 0) continue;
        json_t *answer = requests[i].answer(lsp, params);
        if (answer)
            respond(lsp, id, answer);
        else
            refuse(lsp, id, ERROR_PARAMS, method);
        return;
    }
    refuse(lsp, id, ERROR_METHOD, method);
}

static void take(struct lsp *lsp, const json_t *message) {
    const char *method = json_string_value(json_object_get(message, "method"));
    const json_t *id = json_object_get(message, "id"), *params = json_object_get(message, "params");
    if (!method) return; /* an answer, and nothing was asked */
    if (id) {
        take_request(lsp, id, method, params);
        return;
    }
    for (size_t i = 0; i < sizeof notifications / sizeof *notifications; i++)
        if (strcmp(notifications[i].method, method) == 0 &&
            (lsp->initialized || notifications[i].take == leave))
            notifications[i].take(lsp, params);
}

static bool something_came(void *lsp) {
    return wire_has_more(&((struct lsp *)lsp)->wire);
}

/* While nothing else is to be done; typing goes on while a long draft is checked. */
static void check_stale(struct lsp *lsp) {
    vec_each(struct lsp_document, document, &lsp->documents.list) {
        if (!document->stale) continue;
        if (something_came(lsp) ||
            !lsp_document_check(&lsp->documents, document, lsp->host, something_came, lsp))
            return;
        document->stale = false;
        notify(lsp, "textDocument/publishDiagnostics", lsp_diagnostics(document, lsp->unit));
    }
}

int lsp_run(const struct host *host, int in, int out) {
    struct lsp lsp = {.host = host, .wire = {.in = in, .out = out}};
    while (!lsp.left && !lsp.wire.ended) {
        bool broken;
        json_t *message = wire_read(&lsp.wire, &broken);
        if (broken) refuse(&lsp, NULL, ERROR_PARSE, "no JSON");
        if (message) take(&lsp, message);
        json_decref(message);
        if (!lsp.left && !lsp.wire.ended) check_stale(&lsp);
    }
    lsp_documents_free(&lsp.documents);
    wire_free(&lsp.wire);
    return lsp.left && lsp.shut ? 0 : 1;
}
