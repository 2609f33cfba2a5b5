/* An archive in PostgreSQL says what one in a file says, byte for byte, and moves from one to the other. */
#include "archives.h"
#include "cluster.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define DIKE "Warga bergotong royong memperbaiki tanggul sungai yang jebol akibat hujan deras semalam."
#define RICE "Dinas pertanian mencatat dua puluh hektare sawah terendam lumpur setinggi lutut orang dewasa."

static void write_corpus(const struct place *place) {
    static const char *const names[] = {"Budi Hamzah", "Budi Hamzah", "Budi Hamzah",
                                        "Sri Wahyuni", "Budi Hamzah", "Budi Hamzah"};
    struct str body = {0}, name = {0};
    place_write_many(place, 120);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        str_clear(&body);
        str_clear(&name);
        str_printf(&name, "lama/nama-%zu.md", i);
        str_printf(&body, "Panen raya ke-%zu dibuka Kepala Dinas Pertanian %s di ladang percontohan.\n\n", i,
                   names[i]);
        str_printf(&body, "\"Panen kali ini naik %zu ton berkat pupuk kandang,\" kata %s.\n\n%s", i + 3,
                   names[i], i % 2 ? DIKE : RICE);
        place_write(place, str_text(&name), "Panen Raya", "2025-03-04", "kantor: Dinas Pertanian\n",
                    str_text(&body));
    }
    str_free(&body);
    str_free(&name);
}

/* Drafts that copy a little or much, word for word or changed, and write a name otherwise. */
static void write_drafts(const struct place *place) {
    struct str all = {0}, path = {0}, body = {0};
    for (size_t i = 0; i < 24; i++) {
        char name[] = "naskah-aa.md";
        name[7] = (char)('a' + i / 8);
        name[8] = (char)('a' + i % 8);
        str_clear(&path);
        str_clear(&all);
        str_printf(&path, "sed -e '1,5d' -e 's/bersama %s warga/bersama warga/' %s/lama/%05zu.md",
                   i % 3 ? "[0-9]*" : "delapan", place->folder, i * 5);
        FILE *pipe = popen(str_text(&path), "r");
        char line[4096];
        for (size_t n; (n = fread(line, 1, sizeof line, pipe)) > 0;)
            str_append(&all, (struct slice){line, n});
        pclose(pipe);
        str_clear(&body);
        str_printf(&body, "Rapat dibuka Kepala Dinas Pertanian Budi Hamzar pagi tadi.\n\n%.*s\n\n" DIKE " %s",
                   i % 2 ? (int)all.len : (int)all.len / 3, str_text(&all), i % 4 ? RICE : "");
        place_write(place, name, "Naskah", "2026-11-20", "status: draf\n", str_text(&body));
    }
    str_free(&all);
    str_free(&path);
    str_free(&body);
}

/* What is asked of both; % stands for FOLDER/naskah-. */
static const char *const questions[] = {
    "periksa --only archive --jobs=1 -f json %*.md",
    "periksa --only archive --jobs=2 %*.md",
    "arsip statistik -f json",
    "arsip cari kampung -f json --jumlah=40",
    "arsip cari 'panen raya' -f json",
    "arsip cari panen pupuk --sejak=2025-01-01 --kantor='Dinas Pertanian'",
    "arsip cari TANGGUL -f json",
    "arsip cari 08.00 -f json",
    "arsip cari panén kandang",
    "arsip cari '\"' -f json",
    "arsip cari kampung balai --urut=relevansi -f json --jumlah=40",
    "arsip terkait %aa.md -f json",
    "arsip orang Budi Hamzar -f json",
    "arsip orang sri",
    "arsip ralat 1 '" RICE "' -f json",
    "arsip ralat 1 'pupuk kandang' -f json",
    "arsip rawat --periksa"};

static void answer(const struct place *place, const char *question, struct str *out) {
    struct str line = {0};
    struct slice rest = slice_of(question);
    str_append(&line, slice_cut(&rest, '%'));
    if (strchr(question, '%')) str_printf(&line, "%s/naskah-", place->folder);
    str_append(&line, rest);
    place_run(place, str_text(&line), 0, out);
    str_free(&line);
}

/* Of some ten thousand prints one falls on another of its sentence: with these salts none of this corpus
 * does, so that all archives count as many. */
#define SALT(salt) "UPDATE arsip SET nilai = '" salt "' WHERE kunci = 'garam'"

/* Byte for byte, over the same texts, entered and changed in the same order. */
static void both_engines_say_the_same(void **state) {
    cluster_of(state);
    struct place place;
    struct str out = {0}, other = {0};
    place_make(&place);
    struct place file = {.folder = place.folder, .archive = ""};
    place_run(&file, "arsip buat", 0, &out);
    place_sql(&file, SALT("0123456789abcdef"));
    place_sql(&place, SALT("123456789abcdef0"));
    write_corpus(&place);
    write_drafts(&place);
    for (size_t turn = 0; turn < 3; turn++) {
        static const char *const changes[] = {"arsip tambah @lama", "arsip hapus 7 --alasan=uji",
                                              "arsip rawat"};
        for (size_t i = 0; i < 2; i++)
            place_run(i ? &file : &place, changes[turn], 0, &out);
        for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
            answer(&place, questions[i], &out);
            answer(&file, questions[i], &other);
            if (strcmp(str_text(&out), str_text(&other)) != 0) print_error("%s\n", questions[i]);
            assert_string_equal(str_text(&out), str_text(&other));
            if (i == 0) assert_non_null(strstr(str_text(&out), "archive.published"));
            if (i == 0) assert_non_null(strstr(str_text(&out), "archive.name"));
        }
    }
    place_remove(&place);
    str_free(&out);
    str_free(&other);
}

/* A whole archive from a file to a server and back: its numbers, what was removed, what is found. */
static void an_archive_moves(void **state) {
    struct cluster *cluster = cluster_of(state);
    struct place place;
    struct str out = {0}, before = {0}, address = {0}, line = {0};
    place_make(&place);
    struct place file = {.folder = place.folder, .archive = ""};
    place_run(&file, "arsip buat", 0, &out);
    place_sql(&file, SALT("0123456789abcdef"));
    place_sql(&place, SALT("123456789abcdef0"));
    write_corpus(&place);
    write_drafts(&place);
    place_run(&file, "arsip tambah @lama", 0, &out);
    place_run(&file, "arsip hapus 3 126 --alasan=uji", 0, &out);
    place_run(&place, "arsip pindah @arsip.db", 0, &out);
    assert_non_null(strstr(str_text(&out), "124 tulisan dimasukkan, 0 sudah ada."));
    place_run(&place, "arsip pindah @arsip.db", 0, &out);
    assert_non_null(strstr(str_text(&out), "0 tulisan dimasukkan, 124 sudah ada."));
    cluster_database(cluster, "kembali", NULL, &address);
    struct place back = {.folder = place.folder, .archive = str_text(&address)};
    place_run(&back, "arsip buat", 0, &out);
    cluster_ask(cluster, "kembali", SALT("23456789abcdef01"), &out);
    str_printf(&line, "arsip pindah 'postgresql:///%s?host=%s&user=sunting'", place.folder + strlen("/tmp/"),
               cluster->folder); /* without @, which stands for the folder */
    place_run(&back, str_text(&line), 0, &out);
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        answer(&file, questions[i], &before);
        answer(&place, questions[i], &out);
        assert_string_equal(str_text(&out), str_text(&before));
        answer(&back, questions[i], &out);
        assert_string_equal(str_text(&out), str_text(&before));
    }
    place_write(&place, "lama/00001.md", "Lain", "2026-01-01", "", DIKE);
    place_run(&file, "arsip tambah @lama/00001.md", 0, &out);
    place_complains(&place, "arsip pindah @arsip.db", &out);
    assert_non_null(strstr(str_text(&out), "sudah berisi tulisan lain dengan nomor 2"));
    place_is_whole(&place);
    place_remove(&place);
    str_free(&out);
    str_free(&before);
    str_free(&address);
    str_free(&line);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_engines_say_the_same),
        cmocka_unit_test(an_archive_moves),
    };
    return cmocka_run_group_tests(tests, cluster_enter, cluster_leave);
}
