#include "training/notice.h"

#include "base/disk.h"
#include "base/file.h"
#include "report/json_value.h"
#include "training/messages.h"

#include <errno.h>

static const char FILE_NAME[] = "pesan";
enum { NOTICE_BYTES = 1 << 18, NOTICE_MODE = 0644 };

static void take_text(struct str *out, const json_t *root, const char *key) {
    const char *text = json_string_value(json_object_get(root, key));
    str_append_text(out, text ? text : "");
}

static size_t number_of(const json_t *root, const char *key) {
    json_int_t number = json_integer_value(json_object_get(root, key));
    return number > 0 ? (size_t)number : 0;
}

static void take(struct notice *notice, const json_t *root) {
    const json_t *lines = json_object_get(root, "lines");
    take_text(&notice->followed, root, "followed");
    take_text(&notice->title, root, "title");
    notice->handout = number_of(root, "handout");
    notice->question = number_of(root, "question");
    notice->answered = json_is_true(json_object_get(root, "answered"));
    for (size_t i = 0; i < json_array_size(lines) && i < QUESTION_SENTENCES; i++) {
        struct question_line *line = vec_add(&notice->lines);
        take_text(&line->text, json_array_get(lines, i), "text");
        take_text(&line->answer, json_array_get(lines, i), "answer");
    }
}

void notice_read(struct notice *notice, const char *shared) {
    struct str path = {0}, bytes = {0};
    str_printf(&path, "%s/%s", shared, FILE_NAME);
    notice_clear(notice);
    if (file_read(str_text(&path), NOTICE_BYTES, &bytes, NULL)) {
        json_t *root = json_loadb(str_text(&bytes), bytes.len, 0, NULL);
        take(notice, root);
        json_decref(root);
    }
    str_free(&path);
    str_free(&bytes);
}

bool notice_write(const struct notice *notice, const char *shared, struct error *e) {
    struct str text = {0};
    json_t *root = json_object(), *lines = json_array();
    vec_each(const struct question_line, line, &notice->lines) {
        json_t *one = json_object();
        json_object_set_new(one, "text", json_of(str_slice(&line->text)));
        json_object_set_new(one, "answer", json_of(str_slice(&line->answer)));
        json_array_append_new(lines, one);
    }
    json_object_set_new(root, "followed", json_of(str_slice(&notice->followed)));
    json_object_set_new(root, "title", json_of(str_slice(&notice->title)));
    json_object_set_new(root, "handout", json_number(notice->handout));
    json_object_set_new(root, "question", json_number(notice->question));
    json_object_set_new(root, "answered", json_boolean(notice->answered));
    json_object_set_new(root, "lines", lines);
    json_write(root, &text);
    bool ok = disk_publish(shared, FILE_NAME, str_slice(&text), NOTICE_MODE);
    if (!ok) error_set(e, CLASS_UNMADE, shared, error_reason(e, errno));
    str_free(&text);
    return ok;
}

void notice_clear(struct notice *notice) {
    vec_each(struct question_line, line, &notice->lines) {
        str_free(&line->text);
        str_free(&line->answer);
    }
    vec_free(&notice->lines);
    str_free(&notice->followed);
    str_free(&notice->title);
    *notice = (struct notice){0};
}
