/* sunting serve: LanguageTool's /v2/check, for this machine alone, with the findings of `sunting check`. */
#include "base/str.h"
#include "program.h"

#include <arpa/inet.h>
#include <jansson.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static pid_t process;
static int port;

static int connect_to(int to) {
    struct sockaddr_in place = {
        .sin_family = AF_INET, .sin_port = htons((uint16_t)to), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(fd, (struct sockaddr *)&place, sizeof place) == 0) return fd;
    close(fd);
    return -1;
}

static int free_port(void) {
    struct sockaddr_in place = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof place;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&place, size), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&place, &size), 0);
    close(fd);
    return ntohs(place.sin_port);
}

static int start(void **state) {
    (void)state;
    char number[16];
    port = free_port();
    snprintf(number, sizeof number, "%d", port);
    process = fork();
    if (!process) {
        if (!freopen("/dev/null", "w", stderr)) _exit(127);
        execl(SUNTING_PROGRAM, SUNTING_PROGRAM, "serve", "--port", number, (char *)NULL);
        _exit(127);
    }
    for (int i = 0; i < 600; i++) { /* a minute: it reads the dictionaries first */
        int fd = connect_to(port);
        if (fd >= 0) return close(fd);
        usleep(100000);
    }
    return -1;
}

static int stop(void **state) {
    (void)state;
    int status = 0;
    kill(process, SIGTERM);
    waitpid(process, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : -1;
}

/* Sends the request; its answer replaces out; returns the status. */
static int ask(const char *request, struct str *out) {
    int fd = connect_to(port);
    char bytes[4096];
    assert_true(fd >= 0);
    assert_int_equal(write(fd, request, strlen(request)), (ssize_t)strlen(request));
    str_clear(out);
    for (ssize_t n; (n = read(fd, bytes, sizeof bytes)) > 0;)
        str_append(out, (struct slice){bytes, (size_t)n});
    close(fd);
    return out->len > 12 ? atoi(str_text(out) + 9) : 0;
}

static int post(const char *heads, const char *body, struct str *out) {
    struct str request = {0};
    str_printf(&request,
               "POST /v2/check HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\nContent-Type: "
               "application/x-www-form-urlencoded\r\n%sContent-Length: %zu\r\n\r\n%s",
               port, heads, strlen(body), body);
    int status = ask(str_text(&request), out);
    str_free(&request);
    return status;
}

static json_t *body_of(const struct str *out) {
    const char *body = strstr(str_text(out), "\r\n\r\n");
    assert_non_null(body);
    json_t *root = json_loads(body + 4, 0, NULL);
    assert_non_null(root);
    return root;
}

#define FORM "language=id&text=Kota+%F0%9F%98%80+ini+ini+aktifitas+yang+di+sampingi.%0A%0ADapat+dinilai+baik."
static const char text[] = "Kota 😀 ini ini aktifitas yang di sampingi.\n\nDapat dinilai baik.";

static void matches_are_the_findings_of_check(void **state) {
    (void)state;
    struct str out = {0}, checked = {0};
    assert_int_equal(post("", FORM "&level=picky", &out), 200);
    json_t *root = body_of(&out);
    const json_t *matches = json_object_get(root, "matches"), *match;
    program_run("check --format json -", text, &checked);
    json_t *reference = json_loadb(str_text(&checked), checked.len, 0, NULL);
    const json_t *findings =
        json_object_get(json_array_get(json_object_get(reference, "files"), 0), "findings");
    size_t i;
    assert_true(json_array_size(findings) >= 3);
    assert_int_equal(json_array_size(matches), json_array_size(findings));
    json_array_foreach(matches, i, match) {
        const json_t *finding = json_array_get(findings, i);
        assert_string_equal(json_string_value(json_object_get(json_object_get(match, "rule"), "id")),
                            json_string_value(json_object_get(finding, "rule")));
        assert_string_equal(json_string_value(json_object_get(match, "message")),
                            json_string_value(json_object_get(finding, "message")));
    }
    const json_t *first = json_array_get(matches, 0);
    assert_int_equal(json_integer_value(json_object_get(first, "offset")), 8); /* 😀 counts two, as in Java */
    assert_int_equal(json_integer_value(json_object_get(first, "length")), 7);
    json_decref(root);
    json_decref(reference);
    str_free(&out);
    str_free(&checked);
}

static size_t count_matches(const char *body) {
    struct str out = {0};
    assert_int_equal(post("", body, &out), 200);
    json_t *root = body_of(&out);
    size_t count = json_array_size(json_object_get(root, "matches"));
    json_decref(root);
    str_free(&out);
    return count;
}

static void annotated_text_keeps_its_places(void **state) {
    (void)state;
    struct str out = {0};
    assert_int_equal(
        post(
            "",
            "language=id&data=%7B%22annotation%22%3A%5B%7B%22markup%22%3A%22%3Cb%3E%22%7D%2C%7B%22text%22%3A%22Ini"
            "+ini+dibuka.%22%7D%5D%7D",
            &out),
        200); /* {"annotation":[{"markup":"<b>"},{"text":"Ini ini dibuka."}]} */
    json_t *root = body_of(&out);
    const json_t *match = json_array_get(json_object_get(root, "matches"), 0);
    assert_int_equal(json_integer_value(json_object_get(match, "offset")), 3);
    json_decref(root);
    assert_int_equal(post("", "data=%7B", &out), 400);
    assert_int_equal(count_matches("language=id&text="), 0);
    assert_int_equal(count_matches("language=id"), 0);
    str_free(&out);
}

/* The parameters that LanguageTool documents, and what its clients read. */
static void it_answers_as_languagetool_does(void **state) {
    (void)state;
    struct str out = {0};
    assert_int_equal(post("", "language=id-ID&text=Rapat+usai.+Warga+ijin+dulu.+Lalu+pulang.", &out), 200);
    json_t *root = body_of(&out), *match = json_array_get(json_object_get(root, "matches"), 0);
    assert_string_equal(json_string_value(json_object_get(match, "sentence")), "Warga ijin dulu.");
    assert_string_equal(json_string_value(json_object_get(json_object_get(match, "type"), "typeName")),
                        "Other");
    assert_true(json_is_false(json_object_get(json_object_get(root, "warnings"), "incompleteResults")));
    assert_true(json_is_string(json_object_get(json_object_get(root, "software"), "buildDate")));
    json_decref(root);
#define TWO "text=Warga+itu+itu+ijin.&language="
    assert_int_equal(count_matches(TWO "auto"), 2);
    assert_int_equal(count_matches(TWO "id"), 2);
    assert_int_equal(count_matches(TWO "en-US"), 0); /* LibreOffice asks paragraph by paragraph */
    assert_int_equal(count_matches(TWO "id&disabledRules=spelling.nonstandard,x"), 1);
    assert_int_equal(count_matches(TWO "id&disabledCategories=SPELLING"), 0);
    assert_int_equal(count_matches(TWO "id&enabledRules=spelling.repeated&enabledOnly=true"), 1);
    assert_int_equal(ask("GET /v2/languages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", &out),
                     200);
    assert_non_null(strstr(str_text(&out), "\"longCode\":\"id-ID\"")); /* the locale of its documents */
    assert_int_equal(
        ask("GET /v2/check?language=id&text=Warga+ijin. HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            &out),
        200);
    assert_non_null(strstr(str_text(&out), "spelling.nonstandard"));
    str_free(&out);
}

static void only_who_may_ask_is_answered(void **state) {
    (void)state;
    static const struct {
        const char *heads;
        int status;
    } rows[] = {{"Origin: https://jahat.example\r\n", 403},
                {"Origin: null\r\n", 403},
                {"Origin: http://localhost.jahat.example\r\n", 403},
                {"Origin: http://localhost:3000\r\n", 200},
                {"Origin: http://[::1]:3000\r\n", 200},
                {"Origin: moz-extension://0b1c\r\n", 200}};
    struct str out = {0}, request = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(post(rows[i].heads, FORM, &out), rows[i].status);
    str_printf(&request,
               "GET /v2/check?text=x HTTP/1.1\r\nHost: jahat.example:%d\r\nConnection: close\r\n\r\n", port);
    assert_int_equal(ask(str_text(&request), &out), 403);
    assert_int_equal(ask("GET /v2/languages HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", &out),
                     200);
    assert_int_equal(ask("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", &out), 404);
    assert_int_equal(ask("DELETE /v2/check HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", &out),
                     405);
    str_free(&out);
    str_free(&request);
}

static void texts_that_are_too_long_are_refused(void **state) {
    (void)state;
    enum { MOST = 1 << 20 };
    struct str body = {0}, out = {0};
    str_append_text(&body, "text=");
    str_append_repeated(&body, '.', MOST + 1);
    assert_int_equal(post("", str_text(&body), &out), 413);
    str_free(&body);
    str_free(&out);
}

static void addresses_that_cannot_be_used_are_named(void **state) {
    (void)state;
    struct str arguments = {0}, out = {0};
    str_printf(&arguments, "serve --port %d", port); /* taken */
    assert_int_equal(program_complains(str_text(&arguments), &out), 2);
    assert_non_null(strstr(str_text(&out), "--port"));
    assert_int_equal(program_complains("serve --address kantor", &out), 2);
    assert_int_equal(program_complains("serve --port 70000", &out), 2);
    str_free(&arguments);
    str_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_are_the_findings_of_check),
        cmocka_unit_test(annotated_text_keeps_its_places),
        cmocka_unit_test(it_answers_as_languagetool_does),
        cmocka_unit_test(only_who_may_ask_is_answered),
        cmocka_unit_test(texts_that_are_too_long_are_refused),
        cmocka_unit_test(addresses_that_cannot_be_used_are_named),
    };
    setenv("LC_ALL", "C", 1);
    return cmocka_run_group_tests(tests, start, stop);
}
