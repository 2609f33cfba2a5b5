#include "base/utf8.h"
#include "language/spelling/messages.h"
#include "language/spelling/word_maker.h"
#include "language/spelling/wordbook_parts.h"

#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

static const char *const folders[] = {
    "/usr/share/hunspell",      "/usr/local/share/hunspell", "/opt/homebrew/share/hunspell",
    "/usr/share/myspell/dicts", "/usr/share/myspell",        "/Library/Spelling",
};

/* Sets path to FOLDER/NAME.dic when that and its affix file can be read. */
static bool locate_in(struct slice folder, const char *name, struct str *affixes, struct str *path) {
    str_clear(affixes);
    str_clear(path);
    str_printf(affixes, "%.*s/%s.aff", SLICE_ARG(folder), name);
    str_printf(path, "%.*s/%s.dic", SLICE_ARG(folder), name);
    return access(str_text(affixes), R_OK) == 0 && access(str_text(path), R_OK) == 0;
}

static bool locate(const char *name, struct str *affixes, struct str *path) {
    struct slice own = slice_of(getenv("DICPATH"));
    while (own.len)
        if (locate_in(slice_cut(&own, ':'), name, affixes, path)) return true;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (locate_in(slice_of(folders[i]), name, affixes, path)) return true;
    return false;
}

bool wordbook_load(struct wordbook *book) {
    static const char *const names[] = {HUNSPELL_FUNCTIONS(LIBRARY_NAME) NULL};
    struct hunspell_library *hunspell = &book->hunspell;
    if (book->asked) return book->handle != NULL;
    book->asked = true;
    if (!library_open(&hunspell->handle, HUNSPELL_LIBRARY, hunspell, names))
        return error_set(book->problem, WORDBOOK_LIBRARY, HUNSPELL_LIBRARY);
    book->handle = hunspell->Hunspell_create(book->affixes, book->path);
    if (book->handle)
        book->utf8 = strcasecmp(hunspell->Hunspell_get_dic_encoding(book->handle), "UTF-8") == 0;
    return book->handle != NULL;
}

static void take_prepared(struct wordbook *book, const struct prepared *prepared) {
    if (!prepared_is_fresh(prepared, SECTION_AFFIXES, book->affixes) ||
        !prepared_is_fresh(prepared, SECTION_WORDS, book->path))
        return;
    book->forms.edges = prepared_section(prepared, SECTION_FORMS);
    book->entries.edges = prepared_section(prepared, SECTION_ENTRIES);
    book->ascii = prepared_section(prepared, SECTION_ASCII).len > 0;
}

bool wordbook_is_prepared(const struct wordbook *book) {
    return book->forms.edges.len && book->entries.edges.len;
}

struct wordbook *wordbook_open(const char *name, const struct prepared *prepared, struct error *e) {
    struct str affixes = {0}, path = {0};
    struct wordbook *book = NULL;
    if (locate(name, &affixes, &path)) {
        book = memory_zero(1, sizeof *book);
        book->affixes = str_steal(&affixes);
        book->path = str_steal(&path);
        book->problem = e;
        take_prepared(book, prepared);
    }
    if (!book) error_set(e, WORDBOOK_MISSING, name);
    if (book && !wordbook_is_prepared(book) && !wordbook_load(book)) {
        if (book->hunspell.handle) error_set(e, WORDBOOK_MISSING, name);
        wordbook_close(book);
        book = NULL;
    }
    str_free(&affixes);
    str_free(&path);
    return book;
}

void wordbook_close(struct wordbook *book) {
    if (!book) return;
    if (book->handle) book->hunspell.Hunspell_destroy(book->handle);
    library_close(&book->hunspell.handle);
    free(book->affixes);
    free(book->path);
    free(book);
}

bool wordbook_is_blind(const struct wordbook *book) {
    return book->asked && !book->handle;
}

void wordbook_keep_library(void) {
    library_keep(HUNSPELL_LIBRARY);
}

const char *wordbook_path(const struct wordbook *book) {
    return book->path;
}

enum { ENCODED_LONGEST = 4 }; /* bytes of a letter */

/* Writes the word as the dictionary spells it; false when it cannot be written so, or is too long. */
static bool encode(const struct wordbook *book, struct slice word, char out[WORD_LIMIT + 1]) {
    size_t length = 0, n;
    for (size_t i = 0; i < word.len; i += n) {
        uint32_t rune = utf8_decode(word, i, &n);
        if (rune == 0x2019 || rune == 0x2BC) rune = '\'';
        if (rune < 0x20 || rune == UTF8_INVALID || length + ENCODED_LONGEST > WORD_LIMIT) return false;
        if (book->utf8)
            length += utf8_encode(rune, out + length);
        else if (rune < 0x100)
            out[length++] = (char)rune;
        else
            return false;
    }
    out[length] = '\0';
    return length > 0;
}

enum known { KNOWN_NOT, KNOWN, KNOWN_UNSURE };

static bool is_number(struct slice word) {
    for (size_t i = 0; i < word.len; i++)
        if (word.data[i] < '0' || word.data[i] > '9') return false;
    return word.len > 0;
}

bool wordbook_is_ascii(struct slice bytes) {
    size_t i = 0;
    while (i < bytes.len && byte_is_ascii(bytes.data[i]))
        i++;
    return i == bytes.len;
}

/* What was prepared says of every word of plain bytes (word_maker.h) whether it is in the set. */
static enum known look_up(const struct wordbook *book, const struct word_graph *graph, struct slice word) {
    if (!graph->edges.len || !word.len || word.len > WORD_LIMIT || is_number(word)) return KNOWN_UNSURE;
    if (book->ascii && !wordbook_is_ascii(word)) return KNOWN_NOT;
    if (!word_is_plain(word)) return KNOWN_UNSURE;
    return word_graph_has(graph, word) ? KNOWN : KNOWN_NOT;
}

/* hunspell also accepts two of its words with a hyphen between, or one and a number; what has more hyphens,
 * it must be asked. */
static enum known look_up_parts(const struct wordbook *book, struct slice word) {
    const struct word_graph *graph = &book->forms;
    if (word.len + ENCODED_LONGEST > WORD_LIMIT) return KNOWN_UNSURE;
    if (graph->edges.len && is_number(word)) return KNOWN;
    enum known known = look_up(book, graph, word);
    size_t at = slice_find_byte(word, '-', 0);
    if (known != KNOWN_NOT || at == SIZE_MAX) return known;
    if (!at || at + 1 == word.len || slice_find_byte(word, '-', at + 1) != SIZE_MAX) return KNOWN_UNSURE;
    struct slice left = slice_range(word, 0, at), right = slice_range(word, at + 1, word.len);
    bool both = (is_number(left) || word_graph_has(graph, left)) &&
                (is_number(right) || word_graph_has(graph, right));
    return both ? KNOWN : KNOWN_NOT;
}

bool wordbook_ask(struct wordbook *book, struct slice word) {
    char bytes[WORD_LIMIT + 1];
    return wordbook_load(book) && encode(book, word, bytes) &&
           book->hunspell.Hunspell_spell(book->handle, bytes) != 0;
}

bool wordbook_ask_entry(struct wordbook *book, struct slice word) {
    char bytes[WORD_LIMIT + 1], **stems;
    if (!wordbook_load(book) || !encode(book, word, bytes)) return false;
    int count = book->hunspell.Hunspell_stem(book->handle, &stems, bytes);
    bool found = false;
    for (int i = 0; i < count; i++)
        found = found || strcmp(stems[i], bytes) == 0;
    book->hunspell.Hunspell_free_list(book->handle, &stems, count);
    return found;
}

/* With straight apostrophes, as encode() has them, in bytes. A longer word than any stays as it is. */
static struct slice straighten(struct slice word, char bytes[WORD_LIMIT + 1]) {
    static const char *const curly[] = {"\xe2\x80\x99", "\xca\xbc"};
    size_t len = 0;
    if (word.len > WORD_LIMIT) return word;
    for (size_t i = 0; i < word.len; len++) {
        size_t taken = 1;
        for (size_t k = 0; k < sizeof curly / sizeof *curly && word.data[i] & 0x80; k++)
            if (slice_starts(slice_range(word, i, word.len), slice_of(curly[k]))) taken = strlen(curly[k]);
        bytes[len] = taken > 1 ? '\'' : word.data[i];
        i += taken;
    }
    return (struct slice){bytes, len};
}

bool wordbook_has(struct wordbook *book, struct slice word) {
    char bytes[WORD_LIMIT + 1];
    if (!book) return false;
    enum known known = look_up_parts(book, straighten(word, bytes));
    return known == KNOWN_UNSURE ? wordbook_ask(book, word) : known == KNOWN;
}

bool wordbook_has_entry(struct wordbook *book, struct slice word) {
    char bytes[WORD_LIMIT + 1];
    if (!book) return false;
    enum known known = look_up(book, &book->entries, straighten(word, bytes));
    return known == KNOWN_UNSURE ? wordbook_ask_entry(book, word) : known == KNOWN;
}
