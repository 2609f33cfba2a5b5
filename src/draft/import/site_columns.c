#include "base/utf8.h"
#include "draft/import/site_post.h"

/* What site_columns.def says; of columns, the earlier is preferred. */
enum entry_kind { NOUN, BESIDE, COLUMN, WEAK, REFUSED };

static const struct entry {
    enum entry_kind kind;
    enum site_field field;
    const char *name;
} entries[] = {
#define NOUN(word) {NOUN, SITE_FIELDS, word},
#define BESIDE(word) {BESIDE, SITE_FIELDS, word},
#define COLUMN(name, field) {COLUMN, SITE_##field, name},
#define WEAK(name, field) {WEAK, SITE_##field, name},
#define REFUSED(field, value) {REFUSED, SITE_##field, value},
#include "draft/import/site_columns.def"
};

enum { ENTRIES = sizeof entries / sizeof *entries, NO_COLUMN = ENTRIES };

static bool is_word(enum entry_kind kind, struct slice word) {
    for (size_t i = 0; i < ENTRIES; i++)
        if (entries[i].kind == kind && slice_equal_text(word, entries[i].name)) return true;
    return false;
}

/* isiberita, beritajudul: without the noun. */
static struct slice unglued(struct slice word) {
    for (size_t i = 0; i < ENTRIES; i++) {
        struct slice noun = slice_of(entries[i].name);
        if (entries[i].kind != NOUN || word.len < noun.len + 2) continue;
        if (slice_starts(word, noun)) return slice_range(word, noun.len, word.len);
        if (slice_ends(word, noun)) return slice_range(word, 0, word.len - noun.len);
    }
    return word;
}

/* What the name says when it is taken for granted that it speaks of a text: "" of berita, isi of isi_berita.
 */
static void append_rest(struct str *out, struct slice lower) {
    while (lower.len) {
        struct slice word = slice_cut(&lower, '_');
        if (is_word(NOUN, word)) continue;
        if (out->len) str_append_byte(out, '_');
        str_append(out, unglued(word));
    }
}

static size_t entry_of(struct slice name) {
    for (size_t i = 0; i < ENTRIES; i++)
        if ((entries[i].kind == COLUMN || entries[i].kind == WEAK) && slice_equal_text(name, entries[i].name))
            return i;
    return NO_COLUMN;
}

static size_t column_entry(struct slice name) {
    struct str lower = {0}, rest = {0};
    str_append_lower(&lower, slice_trim(name));
    append_rest(&rest, str_slice(&lower));
    size_t entry = lower.len ? entry_of(str_slice(&lower)) : NO_COLUMN;
    if (lower.len && entry == NO_COLUMN) entry = entry_of(str_slice(&rest));
    str_free(&lower);
    str_free(&rest);
    return entry;
}

enum site_field site_columns_field(const struct site_columns *columns, size_t i) {
    size_t entry = i < columns->entries.count ? columns->entries.items[i] : NO_COLUMN;
    return entry == NO_COLUMN ? SITE_FIELDS : entries[entry].field;
}

void site_columns_add(struct site_columns *columns, struct slice name) {
    size_t entry = column_entry(name);
    for (size_t i = 0; entry != NO_COLUMN && i < columns->entries.count; i++) {
        if (site_columns_field(columns, i) != entries[entry].field) continue;
        if (columns->entries.items[i] <= entry)
            entry = NO_COLUMN;
        else
            columns->entries.items[i] = NO_COLUMN;
    }
    vec_push(&columns->entries, entry);
}

bool site_columns_have_text(const struct site_columns *columns, bool table_of_texts) {
    bool text = false, weak_text = false, title = false;
    for (size_t i = 0; i < columns->entries.count; i++) {
        enum site_field field = site_columns_field(columns, i);
        bool weak = field != SITE_FIELDS && entries[columns->entries.items[i]].kind == WEAK;
        text |= (field == SITE_TEXT || field == SITE_LEAD) && !weak;
        weak_text |= field == SITE_TEXT && weak;
        title |= field == SITE_TITLE && (!weak || table_of_texts);
    }
    return text || (weak_text && title);
}

/* tbl_berita, wp_posts, siaran-pers; not kategori_berita, berita_foto. */
bool site_table_of_texts(struct slice name) {
    struct str lower = {0};
    str_append_lower(&lower, name);
    bool last = false, other = false;
    for (size_t i = 0; i < lower.len; i++)
        if (lower.data[i] == '-') lower.data[i] = '_';
    for (struct slice rest = str_slice(&lower); rest.len;) {
        struct slice word = slice_cut(&rest, '_');
        last = is_word(NOUN, word);
        other |= is_word(BESIDE, word);
    }
    str_free(&lower);
    return last && !other;
}

bool site_is_refused(enum site_field field, struct slice value) {
    if (field == SITE_POST_TYPE) return value.len && !site_table_of_texts(value);
    for (size_t i = 0; i < ENTRIES; i++)
        if (entries[i].kind == REFUSED && entries[i].field == field &&
            slice_equal_nocase(value, slice_of(entries[i].name)))
            return true;
    return false;
}
