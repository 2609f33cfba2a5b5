#include "draft/import/site.h"

#include "draft/import/csv.h"
#include "draft/import/messages.h"
#include "draft/import/readers.h"
#include "draft/import/site_post.h"

enum site_kind site_recognise(const char *path) {
    static const struct {
        const char *ending;
        enum site_kind kind;
    } kinds[] = {{".xml", SITE_WORDPRESS}, {".csv", SITE_CSV}, {".json", SITE_JSON}, {".sql", SITE_SQL}};
    struct slice s = slice_of(path);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t n = strlen(kinds[i].ending);
        if (s.len > n && slice_equal_nocase(slice_range(s, s.len - n, s.len), slice_of(kinds[i].ending)))
            return kinds[i].kind;
    }
    return SITE_NONE;
}

void site_set(struct site *site, enum site_field field, struct slice value) {
    if (field == SITE_FIELDS || site->post.fields[field].len) return;
    str_append(&site->post.fields[field], field == SITE_TEXT ? value : slice_trim(value));
}

/* [caption ...], [/caption], [gallery ids="..."]: of a plug-in, no text. */
static size_t shortcode(struct slice s, size_t at) {
    size_t end = slice_find_byte(s, ']', at), i = at + 1;
    if (end == SIZE_MAX) return at;
    bool closing = i < end && s.data[i] == '/', letters = false, value = false;
    for (i += closing; i < end; i++) {
        char c = s.data[i];
        value |= c == '=';
        if (c == '[' || c == '\n') return at;
        letters |= c >= 'a' && c <= 'z';
    }
    return letters && (closing || value) ? end + 1 : at;
}

static bool is_blank(struct slice s) {
    for (size_t i = 0; i < s.len; i++)
        if (s.data[i] != ' ' && s.data[i] != '\t' && s.data[i] != '\r') return false;
    return true;
}

/* WordPress and others make a paragraph of what stands between empty lines. */
static void append_with_paragraphs(struct str *out, struct slice s) {
    size_t breaks = 0, newline = 0, bracket = 0;
    for (size_t at = 0, end; at < s.len; at = end) {
        if (newline <= at) newline = slice_find_byte(s, '\n', at);
        if (bracket <= at) bracket = slice_find_byte(s, '[', at);
        end = newline < bracket ? newline : bracket;
        if (end > s.len) end = s.len;
        if (end > at && !is_blank(slice_range(s, at, end))) breaks = 0;
        if (end == at && at == bracket) {
            end = shortcode(s, at);
            if (end > at) continue;
            breaks = 0;
        }
        if (end == at && at == newline && ++breaks == 2) str_append_text(out, "<p>");
        if (end == at) end++;
        str_append(out, slice_range(s, at, end));
    }
}

static void read_as_page(struct str *field) {
    struct str page = {0}, made = {0};
    append_with_paragraphs(&page, str_slice(field));
    html_read(str_slice(&page), &made);
    str_free(&page);
    str_free(field);
    *field = made;
}

/* A name with &#8211; in it is HTML too. */
static void read_title(struct str *title) {
    read_as_page(title);
    struct str made = {0};
    str_append(&made, slice_trim(str_slice(title)));
    str_free(title);
    *title = made;
}

/* The beginning of a text that a site keeps apart (Joomla's introtext). */
static void join_lead(struct site_post *post) {
    struct str *lead = &post->fields[SITE_LEAD], *text = &post->fields[SITE_TEXT];
    if (!lead->len) return;
    if (text->len) str_append_text(lead, "\n\n");
    str_append(lead, str_slice(text));
    str_free(text);
    *text = *lead;
    *lead = (struct str){0};
}

static bool is_published(const struct site_post *post) {
    for (size_t i = 0; i < SITE_FIELDS; i++)
        if (site_is_refused((enum site_field)i, str_slice(&post->fields[i]))) return false;
    return true;
}

/* "#" and "berita-1" would be the address of every text. */
static bool is_address(struct slice url) {
    return slice_find(url, SLICE("://"), 0) != SIZE_MAX || (url.len > 1 && url.data[0] == '/');
}

void site_give(struct site *site) {
    struct site_post *post = &site->post;
    join_lead(post);
    if (!is_address(str_slice(&post->fields[SITE_URL]))) str_clear(&post->fields[SITE_URL]);
    if (post->fields[SITE_TEXT].len && !site->stopped) {
        site->texts++;
        post->published = is_published(post);
        if (post->published) read_as_page(&post->fields[SITE_TEXT]);
        if (post->published) read_title(&post->fields[SITE_TITLE]);
        site->stopped = !site->take(site->self, post);
    }
    for (size_t i = 0; i < SITE_FIELDS; i++)
        str_clear(&post->fields[i]);
}

struct csv_reading {
    struct site *site;
    struct site_columns columns;
    size_t rows;
};

/* The first row names the columns. */
static bool read_row(void *self, const struct csv_row *row) {
    struct csv_reading *reading = self;
    for (size_t i = 0; i < row->cells.count; i++) {
        struct slice cell = str_slice(&row->cells.items[i]);
        if (!reading->rows)
            site_columns_add(&reading->columns, cell);
        else
            site_set(reading->site, site_columns_field(&reading->columns, i), cell);
    }
    if (!reading->rows++) return site_columns_have_text(&reading->columns, false);
    site_give(reading->site);
    return !reading->site->stopped;
}

bool site_read_csv(struct site *site, struct slice text) {
    struct csv_reading reading = {.site = site};
    csv_each(text, CSV_TABLE, read_row, &reading);
    vec_free(&reading.columns.entries);
    return true;
}

bool site_read(enum site_kind kind, const char *path, struct slice text,
               bool (*take)(void *self, struct site_post *post), void *self, struct error *e) {
    static bool (*const readers[])(struct site *, struct slice) = {[SITE_WORDPRESS] = site_read_wordpress,
                                                                   [SITE_CSV] = site_read_csv,
                                                                   [SITE_JSON] = site_read_json,
                                                                   [SITE_SQL] = site_read_sql};
    struct site site = {.path = path, .take = take, .self = self, .e = e};
    bool ok = readers[kind](&site, text);
    for (size_t i = 0; i < SITE_FIELDS; i++)
        str_free(&site.post.fields[i]);
    return ok && (site.texts || error_set(e, SITE_NO_TEXTS, path));
}
