/* An archive in which any bytes stand elsewhere: it is refused, or a question fails with a sentence; nothing
 * crashes or hangs, and nothing is written into it. The input: places and what is written there, four bytes
 * each. */
#include "archive/batch.h"
#include "archive/find.h"
#include "archive/upkeep.h"
#include "base/file.h"
#include "check/checker.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define require(condition) ((condition) ? (void)0 : (fprintf(stderr, "not so: %s\n", #condition), abort()))

static const char *const texts[] = {
    "Bupati Ani Wulandari membuka pasar murah di halaman kantor camat pada Senin pagi.\n\n\"Harga beras turun "
    "seribu rupiah,\" kata Ani.\n\nPasar itu diikuti empat puluh pedagang dari enam desa di pesisir.\n",
    "Kepala Dinas Pertanian Budi Hartono menyerahkan benih padi kepada dua belas kelompok tani.\n\nBenih itu "
    "tahan genangan dan dapat dipanen sesudah seratus hari menurut petugas penyuluh.\n",
    "Warga memperbaiki tanggul sungai yang jebol akibat hujan deras semalam bersama petugas.\n\nPasar itu "
    "diikuti empat puluh pedagang dari enam desa di pesisir.\n",
};

struct base {
    struct language *language;
    struct rule_book *book;
    struct str file;
    char path[64];
};

static void fill(struct base *base) {
    struct error e = {0};
    struct archive *archive = archive_enter(base->path, STORE_MAKE, 0, base->language, &e);
    require(archive);
    struct batch *batch = batch_begin(archive, &e);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct entry entry = {0};
        str_printf(&entry.origin, "/situs/%zu.md", i);
        str_printf(&entry.date, "2024-0%zu-01", i + 1);
        str_append_text(&entry.title, "Judul");
        str_append_text(&entry.text, texts[i]);
        require(batch_add(batch, &entry, &e) == ADD_NEW);
        entry_free(&entry);
    }
    require(batch_end(batch, &e));
    archive_leave(archive);
    require(file_read(base->path, SIZE_MAX / 2, &base->file, &e));
    error_free(&e);
}

static void make(struct base *base) {
    base->language = language_new("dictionaries", LANG_ID);
    base->book = rule_book_new(base->language, "dictionaries");
    snprintf(base->path, sizeof base->path, "%s/fuzz-archive-%d",
             access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm", (int)getpid());
    fill(base);
}

static void write_damaged(const struct base *base, const uint8_t *data, size_t size) {
    struct str file = {0};
    str_append(&file, str_slice(&base->file));
    for (; size >= 4; data += 4, size -= 4) {
        size_t at = ((size_t)data[0] << 16 | (size_t)data[1] << 8 | data[2]) % file.len;
        file.data[at] = (char)data[3];
    }
    FILE *f = fopen(base->path, "wb");
    require(f && fwrite(file.data, 1, file.len, f) == file.len && fclose(f) == 0);
    str_free(&file);
}

static void check(const struct base *base, struct archive *archive) {
    struct rule_set set;
    rule_set_default(&set, base->book);
    struct text *text = text_with(slice_of(texts[0]));
    struct checker *checker = checker_new(base->language, LANG_ID, set.enabled);
    checker_rules(checker, &set);
    checker_archive(checker, archive);
    checker_attach(checker, text);
    require(checker_run(checker, 0, NULL, NULL));
    checker_free(checker);
    text_free(text);
}

static void ask(const struct base *base, struct archive *archive) {
    static char word[] = "pasar", phrase[] = "hujan deras";
    char *const words[] = {word, phrase};
    struct error e = {0};
    struct archive_state state;
    struct find_results results = {0};
    const struct find find = {.since = SLICE(""), .until = SLICE(""), .office = SLICE(""), .most = 5};
    struct upkeep upkeep = {0};
    archive_state(archive, &state, &e);
    archive_is_current(archive, &e);
    if (archive_refresh(archive, &e)) check(base, archive);
    find_texts(archive, &find, words, 2, &results, &e);
    find_results_free(&results);
    archive_verify(archive, &upkeep, &e);
    str_free(&upkeep.problems);
    error_free(&e);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct base base;
    struct error e = {0};
    if (!base.language) make(&base);
    write_damaged(&base, data, size);
    struct archive *archive = archive_enter(base.path, STORE_READ, 0, base.language, &e);
    require(archive || e.text.len);
    if (archive) ask(&base, archive);
    archive_leave(archive);
    error_free(&e);
    unlink(base.path);
    return 0;
}
