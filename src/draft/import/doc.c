#include "draft/import/doc.h"

#include "base/filter.h"
#include "base/paths.h"
#include "draft/import/doc_book.h"
#include "draft/import/messages.h"

#include <unistd.h>

/* What it may take; of 167 documents of offices the largest took 0.1 s; one with bytes changed 2.5 s. */
enum { MEMORY = 1 << 30, OUTPUT = 64 << 20 /* as much as a draft may have */ };

static const char *const places[] = {"/usr/bin/antiword", "/usr/local/bin/antiword", NULL};
const struct doc_helper doc_antiword = {places, 10, OUTPUT};

static const char *find_program(const struct doc_helper *helper) {
    for (size_t i = 0; helper->places[i]; i++)
        if (access(helper->places[i], X_OK) == 0) return helper->places[i];
    return NULL;
}

bool doc_can_read(const struct doc_helper *helper) {
    return path_is_within("/") && find_program(helper);
}

/* Its parts are named in UTF-16. */
static bool has_part(struct slice bytes, const char *name) {
    struct str wide = {0};
    for (; *name; name++) {
        str_append_byte(&wide, *name);
        str_append_byte(&wide, 0);
    }
    str_append_repeated(&wide, 0, 2);
    bool has = slice_find(bytes, str_slice(&wide), 0) != SIZE_MAX;
    str_free(&wide);
    return has;
}

static bool has_other_part(struct slice bytes) {
    static const char *const others[] = {"Workbook", "Book", "PowerPoint Document"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (has_part(bytes, others[i])) return true;
    return false;
}

/* [MS-DOC] 2.5.2: the text begins, at the start of a sector, with 0xA5EC and, ten bytes on, says whether it
 * is encrypted. */
static bool is_encrypted(struct slice bytes) {
    enum { SECTOR = 512, FLAGS = 11, ENCRYPTED = 1 };
    for (size_t at = SECTOR; at + FLAGS < bytes.len; at += SECTOR)
        if (slice_starts(slice_range(bytes, at, bytes.len), SLICE("\xEC\xA5")))
            return bytes.data[at + FLAGS] & ENCRYPTED;
    return false;
}

/* The controls that XML does not have become blanks, and the type that stands before the book goes. */
static struct slice clean(struct str *book) {
    for (size_t i = 0; i < book->len; i++) {
        unsigned char c = (unsigned char)book->data[i];
        if (c < ' ' && c != '\t' && c != '\r' && c != '\n') book->data[i] = ' ';
    }
    size_t start = slice_find(str_slice(book), SLICE("<book"), 0);
    return start == SIZE_MAX ? SLICE("") : slice_range(str_slice(book), start, book->len);
}

static enum filter_end run(const struct doc_helper *helper, const char *program, const char *const *arguments,
                           struct slice bytes, struct str *out) {
    const struct filter filter = {program, arguments, helper->seconds, MEMORY, helper->output};
    return filter_run(&filter, bytes, out);
}

static bool refuse(enum filter_end end, const char *path, struct slice bytes, struct error *e) {
    if (end == FILTER_SLOW || end == FILTER_MUCH) return error_set(e, IMPORT_TOO_LARGE, path);
    if (is_encrypted(bytes)) return error_set(e, IMPORT_LOCKED, path);
    return error_set(e, IMPORT_BROKEN, path);
}

bool doc_read(const struct doc_helper *helper, const char *path, struct slice bytes, struct str *out,
              struct error *e) {
    static const char *const as_book[] = {"antiword", "-x", "db", FILTER_FILE, NULL};
    static const char *const as_text[] = {"antiword", "-m", "UTF-8.txt", "-w", "0", FILTER_FILE, NULL};
    if (has_part(bytes, "EncryptedPackage")) return error_set(e, IMPORT_LOCKED, path);
    bool word = has_part(bytes, "WordDocument");
    if (!word && has_other_part(bytes)) return error_set(e, IMPORT_NOT_WORD, path);
    if (!word) return error_set(e, IMPORT_BROKEN, path);
    if (!path_is_within("/")) return error_set(e, IMPORT_RESTRICTED, path);
    const char *program = find_program(helper);
    if (!program) return error_set(e, IMPORT_NO_ANTIWORD, path);
    struct str book = {0}, text = {0};
    enum filter_end end = run(helper, program, as_book, bytes, &book);
    bool ok = end == FILTER_DONE;
    if (ok) {
        run(helper, program, as_text, bytes, &text); /* without it, ends of lines and notes are missing */
        ok = doc_book_read(clean(&book), str_slice(&text), path, out, e);
    } else {
        refuse(end, path, bytes, e);
    }
    str_free(&book);
    str_free(&text);
    return ok;
}
