#include "training/result.h"

#include "base/crc32c.h"
#include "base/disk.h"
#include "base/file.h"
#include "base/paths.h"
#include "report/json_value.h"
#include "training/messages.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

enum { RESULTS_BYTES = 64 << 20, SUM_DIGITS = 8 };

static json_t *suspects_json(const struct suspects *marks) {
    json_t *list = json_array();
    vec_each(const struct suspect, mark, &marks->list) {
        json_t *one = json_object();
        json_object_set_new(one, "start", json_number(mark->start));
        json_object_set_new(one, "end", json_number(mark->end));
        json_object_set_new(one, "kind", json_of(slice_of(mark->kind)));
        json_array_append_new(list, one);
    }
    return list;
}

static void append_blind(const struct result *result, json_t *root) {
    json_object_set_new(root, "marks", suspects_json(&result->marks));
    json_object_set_new(root, "first", suspects_json(&result->first));
    json_object_set_new(root, "answered", json_boolean(result->answered));
    json_object_set_new(root, "accused", json_number(result->accused));
    json_object_set_new(root, "first_accused", json_number(result->first_accused));
}

static void append_own(const struct own_result *own, json_t *root) {
    json_object_set_new(root, "before", json_number(own->before));
    json_object_set_new(root, "after", json_number(own->after));
    json_object_set_new(root, "words", json_number(own->words));
    json_object_set_new(root, "sentences", json_number(own->sentences));
    json_object_set_new(root, "sources", json_number(own->sources));
}

static void append_line(const struct result *result, struct str *line) {
    struct str text = {0};
    json_t *root = json_object(), *flaws = json_array();
    vec_each(const struct flaw_result, flaw, &result->flaws)
        json_array_append_new(flaws, json_pack("{s:s, s:b, s:i, s:b}", "rule", flaw->rule, "mended",
                                               flaw->mended, "hint", (int)flaw->hint, "first", flaw->first));
    json_object_set_new(root, "version", json_number(1));
    json_object_set_new(root, "attempt", json_of(slice_of(result->attempt)));
    json_object_set_new(root, "user", json_of(slice_of(result->user)));
    json_object_set_new(root, "name", json_of(slice_of(result->name)));
    json_object_set_new(root, "office", json_of(slice_of(result->office)));
    json_object_set_new(root, "lesson", json_of(slice_of(result->lesson)));
    json_object_set_new(root, "test", json_of(slice_of(result->test)));
    json_object_set_new(root, "mode", json_of(slice_of(result->mode)));
    if (strcmp(result->mode, MODE_BLIND) == 0) append_blind(result, root);
    if (strcmp(result->mode, MODE_OWN) == 0) append_own(&result->own, root);
    json_object_set_new(root, "begun", json_number((size_t)result->begun));
    json_object_set_new(root, "when", json_number((size_t)result->when));
    json_object_set_new(root, "seconds", json_number(result->seconds));
    json_object_set_new(root, "in_time", json_number(result->in_time));
    json_object_set_new(root, "others", json_number(result->others));
    json_object_set_new(root, "flaws", flaws);
    json_object_set_new(root, "done", json_boolean(result->done));
    json_write(root, &text);
    str_printf(line, "%08x %s\n", (unsigned)crc32c(0, str_slice(&text)), str_text(&text));
    str_free(&text);
}

/* A line that was cut off by a full disk or a power failure ends where the next begins. */
static bool write_line(int fd, struct slice line) {
    char last = '\n';
    off_t end = lseek(fd, 0, SEEK_END);
    if (end > 0 && pread(fd, &last, 1, end - 1) != 1) return false;
    if (last != '\n' && !disk_write(fd, SLICE("\n"))) return false;
    return disk_write(fd, line) && disk_sync(fd);
}

bool result_append(const struct result *result, struct error *e) {
    struct str path = {0}, line = {0};
    if (!path_user(&path, PATH_STATE, "results")) return true; /* no home: nowhere to keep it */
    path_make_folders(str_text(&path));
    append_line(result, &line);
    int fd = open(str_text(&path), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    bool ok = fd >= 0 && flock(fd, LOCK_EX) == 0 && write_line(fd, str_slice(&line));
    int saved = errno;
    if (fd >= 0 && close(fd) != 0) ok = false;
    if (!ok) error_set(e, RESULT_UNWRITABLE, str_text(&path), error_reason(e, saved));
    str_free(&path);
    str_free(&line);
    return ok;
}

static char *text_of(const json_t *root, const char *key) {
    const char *text = json_string_value(json_object_get(root, key));
    return slice_copy(slice_of(text ? text : ""));
}

static size_t number_of(const json_t *root, const char *key) {
    json_int_t number = json_integer_value(json_object_get(root, key));
    return number > 0 ? (size_t)number : 0;
}

static void take_suspects(struct suspects *marks, const json_t *list) {
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        vec_push(&marks->list,
                 (struct suspect){number_of(one, "start"), number_of(one, "end"), text_of(one, "kind")});
    }
}

static void take_result(struct result *result, const json_t *root) {
    *result =
        (struct result){.attempt = text_of(root, "attempt"),
                        .user = text_of(root, "user"),
                        .name = text_of(root, "name"),
                        .office = text_of(root, "office"),
                        .lesson = text_of(root, "lesson"),
                        .test = text_of(root, "test"),
                        .mode = text_of(root, "mode"),
                        .answered = json_is_true(json_object_get(root, "answered")),
                        .accused = number_of(root, "accused"),
                        .first_accused = number_of(root, "first_accused"),
                        .own = {number_of(root, "before"), number_of(root, "after"), number_of(root, "words"),
                                number_of(root, "sentences"), number_of(root, "sources")},
                        .begun = (int64_t)number_of(root, "begun"),
                        .when = (int64_t)number_of(root, "when"),
                        .seconds = number_of(root, "seconds"),
                        .in_time = number_of(root, "in_time"),
                        .others = number_of(root, "others"),
                        .done = json_is_true(json_object_get(root, "done"))};
    take_suspects(&result->marks, json_object_get(root, "marks"));
    take_suspects(&result->first, json_object_get(root, "first"));
    const json_t *flaws = json_object_get(root, "flaws");
    for (size_t i = 0; i < json_array_size(flaws); i++) {
        const json_t *flaw = json_array_get(flaws, i);
        vec_push(&result->flaws, (struct flaw_result){.rule = text_of(flaw, "rule"),
                                                      .mended = json_is_true(json_object_get(flaw, "mended")),
                                                      .hint = (unsigned)number_of(flaw, "hint"),
                                                      .first = json_is_true(json_object_get(flaw, "first"))});
    }
}

static void add_result(struct results *results, struct result fresh) {
    vec_each(struct result, result, &results->list)
        if (strcmp(result->attempt, fresh.attempt) == 0 && strcmp(result->user, fresh.user) == 0) {
            result_free(result);
            *result = fresh;
            return;
        }
    vec_push(&results->list, fresh);
}

static bool read_line(struct results *results, struct slice line) {
    char digits[SUM_DIGITS + 1] = {0};
    if (line.len < SUM_DIGITS + 2 || line.data[SUM_DIGITS] != ' ') return false;
    memcpy(digits, line.data, SUM_DIGITS);
    struct slice text = slice_range(line, SUM_DIGITS + 1, line.len);
    if (strtoul(digits, NULL, 16) != crc32c(0, text)) return false;
    json_t *root = json_loadb(text.data, text.len, JSON_REJECT_DUPLICATES, NULL);
    if (!root) return false;
    struct result result;
    take_result(&result, root);
    json_decref(root);
    add_result(results, result);
    return true;
}

bool results_read(struct results *results, const char *path, struct error *e) {
    struct str bytes = {0};
    bool ok = file_read(path, RESULTS_BYTES, &bytes, e);
    for (struct slice rest = str_slice(&bytes); ok && rest.len;) {
        struct slice line = slice_cut(&rest, '\n');
        if (line.len && !read_line(results, line)) results->damaged++;
    }
    str_free(&bytes);
    return ok;
}

void results_read_own(struct results *results) {
    struct str path = {0};
    if (path_user(&path, PATH_STATE, "results") && access(str_text(&path), F_OK) == 0)
        results_read(results, str_text(&path), NULL);
    str_free(&path);
}

const struct result *results_open(const struct results *results, const char *lesson, const char *mode) {
    const struct result *latest = NULL;
    vec_each(const struct result, result, &results->list)
        if (strcmp(result->lesson, lesson) == 0 && strcmp(result->mode, mode) == 0 &&
            (!latest || result->when >= latest->when))
            latest = result;
    return latest && !latest->done ? latest : NULL;
}

void suspects_free(struct suspects *marks) {
    vec_each(struct suspect, mark, &marks->list)
        free(mark->kind);
    vec_free(&marks->list);
}

size_t result_mended(const struct result *result) {
    size_t mended = 0;
    vec_each(const struct flaw_result, flaw, &result->flaws)
        mended += flaw->mended;
    return mended;
}

void result_free(struct result *result) {
    vec_each(struct flaw_result, flaw, &result->flaws)
        free(flaw->rule);
    vec_free(&result->flaws);
    free(result->attempt);
    free(result->user);
    free(result->name);
    free(result->office);
    free(result->lesson);
    free(result->test);
    free(result->mode);
    suspects_free(&result->marks);
    suspects_free(&result->first);
    *result = (struct result){0};
}

void results_free(struct results *results) {
    vec_each(struct result, result, &results->list)
        result_free(result);
    vec_free(&results->list);
}
