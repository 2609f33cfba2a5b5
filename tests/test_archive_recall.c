/* What is done to a sentence that comes back from an old release, and whether the archive still finds it. */
#include "archives.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static const char *const sources[] = {
    "Wali kota meresmikan jembatan gantung sepanjang 120 meter yang menghubungkan dua kampung nelayan",
    "Petugas karantina memusnahkan tiga kuintal daging beku tanpa dokumen di halaman pelabuhan",
    "Sebanyak 45 pengrajin anyaman pandan mengikuti pelatihan pemasaran daring selama empat hari",
    "Balai bahasa menyusun kamus dialek pesisir berisi 3.200 kata bersama para guru sejarah",
    "Dinas perhubungan mengalihkan arus kendaraan selama pengecoran badan jalan di simpang pasar ikan",
    "Puskesmas keliling memeriksa kesehatan gigi 210 murid sekolah dasar di pulau terluar",
    "Hujan lebat merobohkan pohon trembesi tua hingga menimpa atap gudang penyimpanan pupuk",
    "Koperasi simpan pinjam menyalurkan kredit lunak bagi 60 pembudidaya rumput laut dan penjemur garam",
    "Tim penyelamat mengevakuasi pendaki yang terkilir dari lereng gunung dengan tandu bambu",
    "Museum daerah memamerkan naskah kuno beraksara Jawi peninggalan kesultanan sampai akhir bulan depan",
    "Penyuluh kehutanan membagikan bibit sengon kepada kelompok tani penggarap lahan bekas tambang",
    "Kejaksaan mengembalikan kerugian negara sebesar Rp740 juta dari perkara pengadaan alat peraga",
};
enum { SOURCES = sizeof sources / sizeof *sources, WORDS = 32 };

/* The words of a sentence, in a buffer that they share. */
struct words {
    char bytes[256];
    char *list[WORDS];
    size_t count;
};

static void cut(struct words *words, const char *sentence) {
    snprintf(words->bytes, sizeof words->bytes, "%s", sentence);
    words->count = 0;
    for (char *word = strtok(words->bytes, " "); word && words->count < WORDS; word = strtok(NULL, " "))
        words->list[words->count++] = word;
}

static void join(struct str *out, const struct words *words, size_t first, size_t end, const char *mark) {
    for (size_t i = first; i < end; i++)
        str_printf(out, "%s%s", i > first ? " " : "", words->list[i]);
    str_append_text(out, mark);
}

/* A capital at the start of what begins at byte at. */
static void capitalise(struct str *out, size_t at) {
    if (out->data[at] >= 'a' && out->data[at] <= 'z') out->data[at] = (char)(out->data[at] - 'a' + 'A');
}

static void exact(struct str *out, struct words *w, size_t n) {
    (void)n;
    join(out, w, 0, w->count, ".");
}

static void figures(struct str *out, struct words *w, size_t n) {
    size_t at = out->len;
    join(out, w, 0, w->count, ".");
    for (size_t i = at; i < out->len; i++)
        if (out->data[i] >= '1' && out->data[i] <= '8') out->data[i] = (char)(out->data[i] + 1);
    (void)n;
}

static void reported(struct str *out, struct words *w, size_t n) {
    (void)n;
    str_append_text(out, "Pejabat itu mengatakan bahwa ");
    join(out, w, 0, w->count, ".");
}

static void reordered(struct str *out, struct words *w, size_t n) {
    size_t at = out->len, half = w->count / 2;
    join(out, w, half, w->count, ", ");
    join(out, w, 0, half, ".");
    capitalise(out, at);
    (void)n;
}

static void shortened(struct str *out, struct words *w, size_t n) {
    for (size_t i = 0; i < 3; i++) {
        size_t gone = 1 + (n * 5 + i * 3) % (w->count - 2);
        memmove(&w->list[gone], &w->list[gone + 1], (w->count - gone - 1) * sizeof *w->list);
        w->count--;
    }
    join(out, w, 0, w->count, ".");
}

static void merged(struct str *out, struct words *w, size_t n) {
    (void)n;
    join(out, w, 0, w->count, ", sedangkan ");
    str_append_text(out, "panitia lomba menyiapkan panggung terapung bagi penari cilik dari tujuh sanggar.");
}

static void changed(struct str *out, struct words *w, size_t n) {
    static char others[][16] = {"segera", "memindahkan", "kolam"};
    for (size_t i = 0; i < w->count / 5; i++)
        w->list[1 + (n * 7 + i * 5) % (w->count - 1)] = others[i % 3];
    join(out, w, 0, w->count, ".");
}

static size_t sentences_marked(json_t *root) {
    json_t *finding, *related,
        *findings = json_object_get(json_array_get(json_object_get(root, "files"), 0), "findings");
    size_t count = 0, i, k;
    json_array_foreach(findings, i, finding)
        json_array_foreach(json_object_get(finding, "related"), k, related) count +=
        json_object_get(related, "archive") != NULL;
    return count;
}

/* Each source in a draft of its own, where a sentence more than it would be a false mark. */
static void expect(const struct place *place, void (*change)(struct str *, struct words *, size_t),
                   size_t least) {
    size_t found = 0;
    for (size_t n = 0; n < SOURCES; n++) {
        struct str body = {0};
        struct words words;
        cut(&words, sources[n]);
        str_append_text(&body, "Kegiatan itu dihadiri pemuka adat.\n\n");
        change(&body, &words, n);
        str_append_text(&body, "\n\nAcara ditutup dengan doa lintas iman di tepi telaga.");
        place_write(place, "naskah.md", "Naskah", "2026-11-20", "status: draf\n", str_text(&body));
        json_t *root = place_json(place, "arsip periksa @naskah.md", 0);
        size_t marked = sentences_marked(root);
        if (marked != 1) print_message("%zu: %s\n", marked, str_text(&body));
        assert_true(marked <= 1);
        found += marked;
        json_decref(root);
        str_free(&body);
    }
    print_message("%zu of %d\n", found, SOURCES);
    assert_true(found >= least);
}

static void repetitions_are_found(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write_many(&place, 300);
    for (size_t n = 0; n < SOURCES; n++) {
        char name[] = "lama/a.md";
        name[5] = (char)('a' + n);
        str_clear(&out);
        str_printf(&out, "%s.", sources[n]);
        place_write(&place, name, "Tulisan", "2024-01-01", "", str_text(&out));
    }
    place_run(&place, "arsip tambah @lama", 0, &out);
    expect(&place, exact, SOURCES);
    expect(&place, figures, SOURCES);
    expect(&place, reported, SOURCES);
    expect(&place, reordered, SOURCES);
    expect(&place, shortened, SOURCES - 1);
    expect(&place, merged, SOURCES);
    expect(&place, changed, SOURCES - 2);
    place_remove(&place);
    str_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(repetitions_are_found)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
