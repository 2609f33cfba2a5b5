#include "check/rules/site_page.h"

#include "base/paths.h"

/* berita, _posts, berita-desa, siaran_pers: by its first word. */
static bool is_news_folder(struct language *language, struct slice folder) {
    if (slice_starts(folder, SLICE("_"))) folder = slice_range(folder, 1, folder.len);
    size_t len = 0;
    while (len < folder.len && folder.data[len] != '-' && folder.data[len] != '_')
        len++;
    return language_word_in(language, slice_range(folder, 0, len), CLASS_NEWS_FOLDER);
}

static bool is_page_folder(struct slice folder) {
    static const char *const pages[] = {"content", "pages", "halaman", "docs"};
    bool is = slice_starts(folder, SLICE("_"));
    for (size_t i = 0; i < sizeof pages / sizeof *pages && !is; i++)
        is = slice_equal_text(folder, pages[i]);
    return is;
}

static bool take_folder(struct slice *path, struct slice *folder) {
    size_t slash = slice_find_byte(*path, '/', 0);
    if (slash == SIZE_MAX) return false;
    *folder = slice_range(*path, 0, slash);
    *path = slice_range(*path, slash + 1, path->len);
    return true;
}

/* In the tree of a site's pages, and in no folder of news there. */
static bool is_among_pages(struct language *language, const char *path) {
    struct slice rest = slice_of(path ? path : ""), folder;
    bool pages = false, news = false;
    while (take_folder(&rest, &folder)) {
        if (is_page_folder(folder)) pages = true, news = false;
        news = news || is_news_folder(language, folder);
    }
    return pages && !news;
}

/* One folder right inside the other somewhere on the path. */
static bool lies_in(const char *path, const char *outer, const char *inner) {
    struct slice rest = slice_of(path ? path : ""), folder;
    bool inside = false;
    while (take_folder(&rest, &folder)) {
        if (inside && slice_equal_text(folder, inner)) return true;
        inside = slice_equal_text(folder, outer);
    }
    return false;
}

bool site_page_has_schema(const char *path) {
    return lies_in(path, "src", "content");
}

bool site_page_opens_itself(const char *path) {
    return lies_in(path, "source", "_posts") || lies_in(path, "source", "_drafts");
}

bool site_page_is_section(struct language *language, const char *path, const struct front_matter *front) {
    static const char *const marks[] = {"permalink", "menu", "nav_order", "weight", "cascade"};
    struct slice name = slice_of(path ? path_name(path) : "");
    if (slice_starts(name, SLICE("_index.")) || slice_starts(name, SLICE("README."))) return true;
    if (is_among_pages(language, path)) return true;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (front_matter_key(front, marks[i])) return true;
    const struct front_key *layout = front_matter_key(front, "layout");
    if (!layout) layout = front_matter_key(front, "type");
    return layout && layout->kind == FRONT_SCALAR &&
           !is_news_folder(language, slice_trim(str_slice(&layout->value)));
}
