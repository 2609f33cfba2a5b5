#include "server/serve.h"

#include "base/memory.h"
#include "server/http_library.h"
#include "server/lt_answer.h"
#include "server/messages.h"

#include <arpa/inet.h>
#include <stdlib.h>

struct serving {
    struct http_library http;
    const struct host *host;
    const struct serve_options *options;
};

enum field {
    FIELD_TEXT,
    FIELD_DATA,
    FIELD_LANGUAGE,
    FIELD_LEVEL,
    FIELD_DISABLED_RULES,
    FIELD_DISABLED_CATEGORIES,
    FIELD_ENABLED_RULES,
    FIELD_ENABLED_CATEGORIES,
    FIELD_ENABLED_ONLY,
    FIELDS
};
static const char *const field_names[FIELDS] = {"text",          "data",
                                                "language",      "level",
                                                "disabledRules", "disabledCategories",
                                                "enabledRules",  "enabledCategories",
                                                "enabledOnly"};

/* What came of a request so far. */
struct request {
    const struct serving *serving;
    struct MHD_PostProcessor *form;
    struct str fields[FIELDS];
    bool too_large;
};

static struct str *field(struct request *request, const char *key) {
    for (size_t i = 0; i < FIELDS; i++)
        if (strcmp(key, field_names[i]) == 0) return &request->fields[i];
    return NULL;
}

static void add(struct request *request, const char *key, struct slice value) {
    struct str *into = field(request, key);
    if (!into) return;
    if (into->len + value.len > SERVE_BYTES)
        request->too_large = true;
    else
        str_append(into, value);
}

/* The library asks for all of these. NOLINTNEXTLINE(readability-function-size) */
static enum MHD_Result take_field(void *self, enum MHD_ValueKind kind, const char *key, const char *file,
                                  const char *type, const char *encoding, const char *value, uint64_t offset,
                                  size_t size) {
    (void)kind;
    (void)file;
    (void)type;
    (void)encoding;
    (void)offset;
    add(self, key, (struct slice){value, size});
    return MHD_YES;
}

static enum MHD_Result take_argument(void *self, enum MHD_ValueKind kind, const char *key,
                                     const char *value) {
    (void)kind;
    add(self, key, slice_of(value));
    return MHD_YES;
}

static const char *header(const struct serving *serving, struct MHD_Connection *connection,
                          const char *name) {
    return serving->http.MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

/* The host alone of "http://host:port". */
static struct slice host_of(struct slice s) {
    size_t scheme = slice_find(s, SLICE("://"), 0);
    if (scheme != SIZE_MAX) s = slice_range(s, scheme + 3, s.len);
    bool bracket = slice_starts(s, SLICE("["));
    size_t end = slice_find_byte(s, bracket ? ']' : ':', 0);
    return end == SIZE_MAX ? s : slice_range(s, 0, end + bracket);
}

static bool is_this_machine(const struct serving *serving, struct slice host) {
    static const char *const names[] = {"localhost", "127.0.0.1", "[::1]"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_equal_nocase(host, slice_of(names[i]))) return true;
    return serving->options->address && slice_equal_text(host, serving->options->address);
}

/* No header: a program, not a page. An add-on of a browser has an origin that no page can have. */
static bool may_ask(const struct serving *serving, const char *origin) {
    struct slice s = slice_of(origin);
    return !origin || slice_starts(s, SLICE("moz-extension://")) ||
           slice_starts(s, SLICE("chrome-extension://")) ||
           slice_starts(s, SLICE("safari-web-extension://")) ||
           (slice_starts(s, SLICE("http")) && is_this_machine(serving, host_of(s)));
}

static enum MHD_Result send_text(const struct serving *serving, struct MHD_Connection *connection,
                                 unsigned status, const char *type, char *body) {
    struct MHD_Response *response =
        serving->http.MHD_create_response_from_buffer(strlen(body), body, MHD_RESPMEM_MUST_FREE);
    const char *origin = header(serving, connection, "Origin");
    if (!response) return free(body), MHD_NO;
    serving->http.MHD_add_response_header(response, "Content-Type", type);
    serving->http.MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    if (origin && status != MHD_HTTP_FORBIDDEN) {
        serving->http.MHD_add_response_header(response, "Access-Control-Allow-Origin", origin);
        serving->http.MHD_add_response_header(response, "Vary", "Origin");
    }
    enum MHD_Result result = serving->http.MHD_queue_response(connection, status, response);
    serving->http.MHD_destroy_response(response);
    return result;
}

static enum MHD_Result send_json(const struct serving *serving, struct MHD_Connection *connection,
                                 json_t *value) {
    char *body = json_dumps(value, JSON_COMPACT);
    json_decref(value);
    return body ? send_text(serving, connection, MHD_HTTP_OK, "application/json", body) : MHD_NO;
}

/* LanguageTool says errors as text. */
static enum MHD_Result send_error(const struct serving *serving, struct MHD_Connection *connection,
                                  unsigned status, const char *why) {
    return send_text(serving, connection, status, "text/plain; charset=utf-8", slice_copy(slice_of(why)));
}

static enum MHD_Result check(const struct serving *serving, struct MHD_Connection *connection,
                             struct request *request) {
    struct str *const f = request->fields;
    if (f[FIELD_DATA].len && !lt_read_data(str_slice(&f[FIELD_DATA]), &f[FIELD_TEXT]))
        return send_error(serving, connection, MHD_HTTP_BAD_REQUEST,
                          "Error: the data parameter is no annotated text");
    const struct lt_request asked = {.text = str_slice(&f[FIELD_TEXT]),
                                     .language = str_slice(&f[FIELD_LANGUAGE]),
                                     .level = str_slice(&f[FIELD_LEVEL]),
                                     .disabled_rules = str_slice(&f[FIELD_DISABLED_RULES]),
                                     .disabled_categories = str_slice(&f[FIELD_DISABLED_CATEGORIES]),
                                     .enabled_rules = str_slice(&f[FIELD_ENABLED_RULES]),
                                     .enabled_categories = str_slice(&f[FIELD_ENABLED_CATEGORIES]),
                                     .enabled_only = str_slice(&f[FIELD_ENABLED_ONLY])};
    return send_json(serving, connection, lt_check(serving->host, &asked));
}

static enum MHD_Result answer(const struct serving *serving, struct MHD_Connection *connection,
                              const char *url, struct request *request) {
    const char *host = header(serving, connection, "Host");
    if (!host || !is_this_machine(serving, host_of(slice_of(host))) ||
        !may_ask(serving, header(serving, connection, "Origin")))
        return send_error(serving, connection, MHD_HTTP_FORBIDDEN, "Error: not from here");
    if (request->too_large)
        return send_error(serving, connection, MHD_HTTP_CONTENT_TOO_LARGE, "Error: the text is too long");
    serving->http.MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, take_argument, request);
    if (strcmp(url, "/v2/check") == 0) return check(serving, connection, request);
    if (strcmp(url, "/v2/languages") == 0) return send_json(serving, connection, lt_languages());
    return send_error(serving, connection, MHD_HTTP_NOT_FOUND, "Error: there is /v2/check and /v2/languages");
}

static enum MHD_Result take(void *self, struct MHD_Connection *connection, const char *url,
                            const char *method, const char *version, const char *bytes, size_t *size,
                            void **slot) {
    const struct serving *serving = self;
    struct request *request = *slot;
    (void)version;
    if (!request) {
        request = *slot = memory_zero(1, sizeof *request);
        request->serving = serving;
        if (strcmp(method, "POST") == 0)
            request->form = serving->http.MHD_create_post_processor(connection, 4096, take_field, request);
        return MHD_YES;
    }
    if (*size) {
        if (request->form) serving->http.MHD_post_process(request->form, bytes, *size);
        *size = 0;
        return MHD_YES;
    }
    if (strcmp(method, "POST") != 0 && strcmp(method, "GET") != 0)
        return send_error(serving, connection, MHD_HTTP_METHOD_NOT_ALLOWED, "Error: POST or GET");
    return answer(serving, connection, url, request);
}

static void forget(void *self, struct MHD_Connection *connection, void **slot,
                   enum MHD_RequestTerminationCode how) {
    struct request *request = *slot;
    (void)self;
    (void)connection;
    (void)how;
    if (!request) return;
    if (request->form) request->serving->http.MHD_destroy_post_processor(request->form);
    for (size_t i = 0; i < FIELDS; i++)
        str_free(&request->fields[i]);
    free(request);
}

/* False: it is no IP address. */
static bool read_address(const char *address, size_t port, struct sockaddr_storage *out, unsigned *flags) {
    struct sockaddr_in *four = (struct sockaddr_in *)(void *)out;
    struct sockaddr_in6 *six = (struct sockaddr_in6 *)(void *)out;
    memset(out, 0, sizeof *out);
    if (inet_pton(AF_INET, address, &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons((uint16_t)port);
        return true;
    }
    six->sin6_family = AF_INET6;
    six->sin6_port = htons((uint16_t)port);
    *flags |= MHD_USE_IPv6;
    return inet_pton(AF_INET6, address, &six->sin6_addr) == 1;
}

bool serve_run(const struct host *host, const struct serve_options *options, struct error *e) {
    enum { WAIT_MS = 500, PORTS = 65535 };
    struct serving serving = {.host = host, .options = options};
    struct sockaddr_storage place;
    unsigned flags = MHD_NO_FLAG;
    const char *address = options->address ? options->address : "127.0.0.1";
    if (!read_address(address, options->port, &place, &flags)) return error_set(e, SERVE_ADDRESS, address);
    if (!http_library_open(&serving.http)) return error_set(e, SERVE_LIBRARY, HTTP_LIBRARY);
    struct MHD_Daemon *daemon =
        !options->port || options->port > PORTS
            ? NULL
            : serving.http.MHD_start_daemon(
                  flags, (uint16_t)options->port, NULL, NULL, take, &serving, MHD_OPTION_SOCK_ADDR, &place,
                  MHD_OPTION_CONNECTION_LIMIT, (unsigned)SERVE_CONNECTIONS, MHD_OPTION_CONNECTION_TIMEOUT,
                  (unsigned)SERVE_SECONDS, MHD_OPTION_NOTIFY_COMPLETED, forget, NULL, MHD_OPTION_END);
    if (!daemon) {
        http_library_close(&serving.http);
        return error_set(e, SERVE_FAILED, options->port, address);
    }
    options->ready(options->self);
    while (!options->ended() && serving.http.MHD_run_wait(daemon, WAIT_MS) == MHD_YES)
        ;
    serving.http.MHD_stop_daemon(daemon);
    http_library_close(&serving.http);
    return true;
}
