#include "draft/save.h"

#include "base/paths.h"
#include "draft/backup.h"
#include "draft/journal/places.h"
#include "draft/merge.h"
#include "draft/messages.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WHOLE_MAX = 4 * HASH_LONG /* bytes: putting so many together costs nothing that is noticed */ };

void draft_bytes(const struct draft *draft, struct str *out) {
    if (draft->encoded.mark == 3) str_append(out, SLICE("\xEF\xBB\xBF"));
    size_t lines = text_line_count(draft->text);
    str_reserve(out, text_length(draft->text) + (draft->crlf ? lines : 0));
    for (size_t i = 0; i < lines; i++) {
        str_append(out, text_line(draft->text, i));
        if (i + 1 < lines) str_append_text(out, draft->crlf ? "\r\n" : "\n");
    }
}

bool draft_is_changed(const struct draft *draft) {
    return !past_is(&draft->base, draft->text);
}

bool draft_rescue_find(const char *path, struct str *out) {
    struct str folder = {0};
    bool found = place_rescues(&folder) && file_rescue_find(path, str_text(&folder), out);
    str_free(&folder);
    return found;
}

static enum replaced write_bytes(struct replacement *request, struct file_identity *identity,
                                 struct error *e) {
    struct str rescue = {0};
    if (place_rescues(&rescue)) request->rescue = str_text(&rescue);
    enum replaced result = file_replace(request, identity, e);
    str_free(&rescue);
    return result;
}

/* The new content stands in the file. */
static void become_saved(struct draft *draft, const struct file_identity *identity) {
    draft->disk = *identity;
    draft->others = false;
    if (draft->encoded.encoding != ENCODING_MIXED)
        draft->encoded =
            (struct encoded){.encoding = ENCODING_UTF8, .mark = draft->encoded.mark == 3 ? 3 : 0};
    past_take(&draft->base, draft->text);
}

/* The file holds what this draft was neither loaded from nor saved as. What is no regular file is refused
 * elsewhere. */
static bool holds_others(const struct draft *draft, const char *path) {
    struct file_identity now;
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode) && !file_seems_same(path, &draft->disk) &&
           !(file_identify(path, &now) && file_is_version(&now, &draft->disk));
}

static void tell_of_backup(struct draft *draft, const struct error *e) {
    message(&draft->notices, e ? e->lang : LANG_ID, BACKUP_FAILED);
    str_append_byte(&draft->notices, '\n');
}

/* False: others wrote what would be replaced, and there is no place to keep it. */
static bool keep_others(struct draft *draft, const char *path, const struct save_options *options, bool *lost,
                        struct error *e) {
    bool replaces_others = options->over == SAVE_OVER && holds_others(draft, path);
    if (replaces_others && !backup_set_aside(path)) return error_set(e, SAVE_OTHERS_LOST, path);
    if (draft->others && !backup_set_aside(path)) *lost = true;
    return true;
}

static void copy_text(const void *of, size_t from, size_t to, struct str *out) {
    text_copy(of, from, to, out);
}

/* A large draft whose bytes are those of the text, as nearly all are, is not put together first. */
static bool copies_text(const struct draft *draft) {
    return !draft->crlf && draft->encoded.mark != 3 && text_length(draft->text) >= WHOLE_MAX;
}

static enum replaced replace(struct draft *draft, struct replacement *request, size_t backups,
                             struct error *e) {
    struct str bytes = {0};
    struct file_identity identity = {0};
    struct backup backup = {0};
    bool keeps = backups && backup_begin(&backup, request->path, backups);
    if (backups && !keeps) *request->lost = true;
    if (keeps && backup.path.len) request->keep = str_text(&backup.path);
    request->keep_made = backup.made;
    const struct content content = {text_length(draft->text), copy_text, draft->text};
    if (copies_text(draft))
        request->content = &content;
    else
        draft_bytes(draft, &bytes);
    request->bytes = str_slice(&bytes);
    enum replaced result = write_bytes(request, &identity, e);
    if (identity.exists) become_saved(draft, &identity);
    backup_end(&backup, identity.exists && !*request->lost);
    str_free(&bytes);
    return result;
}

static enum replaced save_to(struct draft *draft, const char *path, const struct file_identity *expected,
                             const struct save_options *options, struct error *e) {
    bool lost = false;
    struct replacement request = {.path = path,
                                  .expected = expected,
                                  .recreate = options->over != SAVE_EXPECTED,
                                  .lost = &lost,
                                  .ready = options->ready,
                                  .context = options->context};
    if (!path_is_within(path)) {
        error_set(e, FILE_OUTSIDE, path);
        return REPLACE_FAILED;
    }
    str_clear(&draft->notices); /* of an attempt before */
    if (!keep_others(draft, path, options, &lost, e)) return REPLACE_FAILED;
    enum replaced result = replace(draft, &request, options->backups, e);
    if (lost) tell_of_backup(draft, e);
    return result;
}

enum replaced draft_save(struct draft *draft, const struct save_options *options, struct error *e) {
    if (options->over == SAVE_EXPECTED && draft->disk.exists && !draft_is_changed(draft) &&
        draft_disk_state(draft) == DISK_SAME)
        return REPLACED;
    return save_to(draft, draft->path, options->over == SAVE_OVER ? NULL : &draft->disk, options, e);
}

enum replaced draft_save_as(struct draft *draft, const char *path, const struct save_options *options,
                            struct error *e) {
    static const struct file_identity none;
    struct file_identity before = draft->disk;
    draft->disk = none;
    enum replaced result = save_to(draft, path, options->over == SAVE_OVER ? NULL : &none, options, e);
    if (!draft->disk.exists) {
        draft->disk = before;
        return result;
    }
    char *own = slice_copy(slice_of(path));
    free(draft->path);
    draft->path = own;
    return result;
}
