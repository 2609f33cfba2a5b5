#include "language/spelling/wordbook.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "language/spelling/messages.h"

#include <hunspell.h>
#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

struct wordbook {
    Hunhandle *handle;
    char *path;
    bool utf8; /* the dictionary is in UTF-8, otherwise in ISO-8859-1 */
};

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

struct wordbook *wordbook_open(const char *name, struct error *e) {
    struct str affixes = {0}, path = {0};
    struct wordbook *book = NULL;
    Hunhandle *handle = NULL;
    if (locate(name, &affixes, &path)) handle = Hunspell_create(str_text(&affixes), str_text(&path));
    if (handle) {
        book = memory_zero(1, sizeof *book);
        book->handle = handle;
        book->path = str_steal(&path);
        book->utf8 = strcasecmp(Hunspell_get_dic_encoding(handle), "UTF-8") == 0;
    } else {
        error_set(e, WORDBOOK_MISSING, name);
    }
    str_free(&affixes);
    str_free(&path);
    return book;
}

void wordbook_close(struct wordbook *book) {
    if (!book) return;
    Hunspell_destroy(book->handle);
    free(book->path);
    free(book);
}

const char *wordbook_path(const struct wordbook *book) {
    return book->path;
}

/* Writes the word as the dictionary spells it; false when it cannot be written so, or is too long. */
static bool encode(const struct wordbook *book, struct slice word, char out[WORD_LIMIT + 1]) {
    size_t length = 0, n;
    for (size_t i = 0; i < word.len; i += n) {
        uint32_t rune = utf8_decode(word, i, &n);
        if (rune == 0x2019 || rune == 0x2BC) rune = '\'';
        if (rune < 0x20 || rune == UTF8_INVALID || length + 4 > WORD_LIMIT) return false;
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

bool wordbook_has(struct wordbook *book, struct slice word) {
    char bytes[WORD_LIMIT + 1];
    return book && encode(book, word, bytes) && Hunspell_spell(book->handle, bytes) != 0;
}

bool wordbook_has_entry(struct wordbook *book, struct slice word) {
    char bytes[WORD_LIMIT + 1], **stems;
    if (!book || !encode(book, word, bytes)) return false;
    int count = Hunspell_stem(book->handle, &stems, bytes);
    bool found = false;
    for (int i = 0; i < count; i++)
        found = found || strcmp(stems[i], bytes) == 0;
    Hunspell_free_list(book->handle, &stems, count);
    return found;
}
