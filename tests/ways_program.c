#include "ways_out.h"

#include "base/file.h"
#include "base/paths.h"
#include "draft/journal/journal.h"
#include "draft/save.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int load_draft(const char *secret) {
    struct error e = {0};
    struct draft *draft = draft_load(secret, 1 << 20, &e);
    error_free(&e);
    if (draft) draft_free(draft);
    return draft != NULL;
}

int save_draft_as(const char *secret) {
    struct error e = {0};
    struct draft *draft = draft_load("draft", 1 << 20, &e);
    if (!draft) return 1;
    const struct save_options options = {.over = SAVE_OVER};
    char path[512];
    snprintf(path, sizeof path, "%s-new", secret);
    int escaped = draft_save_as(draft, secret, &options, &e) == REPLACED ||
                  draft_save_as(draft, path, &options, &e) == REPLACED ||
                  draft_save_as(draft, "linked/new", &options, &e) == REPLACED;
    error_free(&e);
    draft_free(draft);
    return escaped;
}

int state_path(const char *secret) {
    struct str path = {0};
    (void)secret;
    setenv("XDG_STATE_HOME", "../outside", 1);
    setenv("XDG_STATE_HOME", getenv("OUTSIDE"), 1);
    struct text *text = text_new();
    struct journal_found found;
    struct journal *journal =
        journal_open("draft", NULL, &(struct file_identity){0}, text, true, &found, NULL);
    str_printf(&path, "%s/sunting", getenv("OUTSIDE"));
    return access(str_text(&path), F_OK) == 0 || journal == NULL;
}

int dictionary_path(const char *secret) {
    (void)secret;
    setenv("DICPATH", getenv("OUTSIDE"), 1);
    char path[512];
    snprintf(path, sizeof path, "%s/id_ID.dic", getenv("OUTSIDE"));
    return can_open(path, O_RDONLY);
}

int config_path(const char *secret) {
    struct str path = {0};
    (void)secret;
    setenv("XDG_CONFIG_HOME", getenv("OUTSIDE"), 1);
    path_user(&path, PATH_CONFIG, "config.yaml");
    return file_read(str_text(&path), 1 << 20, &path, NULL);
}

int theme_variable(const char *secret) {
    struct str path = {0};
    (void)secret;
    setenv("SUNTING_DATA", getenv("OUTSIDE"), 1);
    path_data(&path, "themes");
    str_append_text(&path, "/siang.yaml");
    int escaped = file_read(str_text(&path), 1 << 20, &path, NULL);
    return escaped && strstr(str_text(&path), "rahasia") != NULL;
}
