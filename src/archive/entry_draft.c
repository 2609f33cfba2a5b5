#include "archive/entry.h"

#include "archive/messages.h"
#include "base/today.h"
#include "check/rules/draft_date.h"
#include "check/rules/metadata_date.h"
#include "draft/front/front_title.h"
#include "draft/import/site.h"

#include <stdlib.h>

static struct slice value_of(const struct front_matter *front, const char *const *names) {
    for (; *names; names++) {
        const struct front_key *key = front_matter_key(front, *names);
        if (key && key->kind == FRONT_SCALAR && !front_key_is_null(key))
            return slice_trim(front_key_text(key));
    }
    return SLICE("");
}

/* A date as its first ten bytes, YYYY-MM-DD; nothing when it is none. */
static void append_date(struct str *out, struct slice value) {
    char iso[11] = "";
    enum date_form form = date_recognise(value, iso);
    if (iso[0])
        str_append_text(out, iso);
    else if (form == DATE_GOOD && value.len >= 10)
        str_append(out, slice_range(value, 0, 10));
}

static void append_date_of(struct str *out, const struct front_matter *front, const char *path) {
    const struct front_key *key = draft_date_key(front);
    struct date date;
    if (key && key->kind == FRONT_SCALAR) append_date(out, slice_trim(front_key_text(key)));
    if (!out->len && draft_date_in_name(path, &date))
        str_printf(out, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* The file as it is known from any working folder. */
static void append_origin(struct str *out, const char *path) {
    char *real = realpath(path, NULL);
    str_append_text(out, real ? real : path);
    free(real);
}

static bool says(struct slice value, const char *what) {
    return slice_equal_nocase(value, slice_of(what));
}

/* The day is today or was. */
static bool is_past(struct slice date) {
    struct str today = {0};
    today_append(&today);
    bool past = slice_compare(date, str_slice(&today)) <= 0;
    str_free(&today);
    return past;
}

/* Only what is published, now, goes into an archive. */
static bool is_published(const struct front_matter *front, const char *path, struct error *e) {
    static const char *const statuses[] = {"status", NULL}, *const drafts[] = {"draft", NULL},
                             *const embargoes[] = {"embargo", NULL};
    struct slice status = value_of(front, statuses), embargo = value_of(front, embargoes);
    if (says(status, "draf") || says(status, "draft") || says(status, "sunting") || says(status, "siap") ||
        says(value_of(front, drafts), "true"))
        return error_set(e, ENTRY_DRAFT, path);
    if (!embargo.len) return true;
    struct str until = {0};
    append_date(&until, embargo);
    bool over = until.len && is_past(str_slice(&until));
    str_free(&until);
    return over || error_set(e, ENTRY_EMBARGO, path, SLICE_ARG(embargo));
}

bool entry_from_draft(struct entry *entry, const struct text *text, const char *path, struct error *e) {
    static const char *const titles[] = {"title", "judul", NULL},
                             *const offices[] = {"kantor", "office", NULL},
                             *const urls[] = {"url", "permalink", "canonical", NULL},
                             *const corrects[] = {"ralat", NULL};
    struct front_matter front;
    front_matter_parse(&front, text, e ? e->lang : LANG_ID);
    bool ok = is_published(&front, path, e);
    if (ok) {
        str_append(&entry->title, value_of(&front, titles));
        if (!entry->title.len) front_title_suggest(text, &entry->title);
        append_date_of(&entry->date, &front, path);
        str_append(&entry->office, value_of(&front, offices));
        str_append(&entry->url, value_of(&front, urls));
        str_append(&entry->corrects, value_of(&front, corrects));
        append_origin(&entry->origin, path);
        size_t lines = front_matter_hidden(text), last = text_line_count(text);
        size_t from = lines < last ? text_line_start(text, lines) : text_length(text);
        text_copy(text, from, text_length(text), &entry->text);
        ok = slice_trim(str_slice(&entry->text)).len || error_set(e, ENTRY_EMPTY, path);
    }
    front_matter_free(&front);
    return ok;
}

/* Where a site says no address, the file, the table, and the number or the title in it. */
static void append_post_origin(struct str *out, const struct site_post *post, const char *path) {
    const struct str *name = &post->fields[SITE_ID];
    if (!name->len) name = &post->fields[SITE_TITLE];
    if (post->fields[SITE_URL].len) {
        str_append(out, str_slice(&post->fields[SITE_URL]));
        return;
    }
    append_origin(out, path);
    str_append_byte(out, '#');
    str_append(out, str_slice(&post->fields[SITE_TABLE]));
    if (post->fields[SITE_TABLE].len) str_append_byte(out, '/');
    str_append(out, str_slice(name));
}

bool entry_from_post(struct entry *entry, struct site_post *post, const char *path) {
    append_date(&entry->date, str_slice(&post->fields[SITE_DATE]));
    if (!post->published || !slice_trim(str_slice(&post->fields[SITE_TEXT])).len) return false;
    if (entry->date.len && !is_past(str_slice(&entry->date))) return false;
    append_post_origin(&entry->origin, post, path);
    str_append(&entry->title, str_slice(&post->fields[SITE_TITLE]));
    str_append(&entry->office, str_slice(&post->fields[SITE_OFFICE]));
    str_append(&entry->url, str_slice(&post->fields[SITE_URL]));
    str_append(&entry->text, str_slice(&post->fields[SITE_TEXT]));
    return true;
}
