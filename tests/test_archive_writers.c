/* An archive while others write: killed at any moment, out of room, fifty at once. */
#include "archive/batch.h"
#include "archives.h"
#include "program.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define DIKE "Warga bergotong royong memperbaiki tanggul sungai yang jebol akibat hujan deras semalam."
#define RICE "Dinas pertanian mencatat dua puluh hektare sawah terendam lumpur setinggi lutut orang dewasa."
#define SECRET "Kuperatora lengkuasi di dermaga lama ditutup setelah zulfikarno mencabut izinnya pekan lalu."

/* At every moment, from the first read to after the end. */
static void killed_while_it_is_written(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write_many(&place, 60);
    for (long turn = 0; turn < 12; turn++) {
        pid_t child = place_spawn(&place, turn % 3 == 2 ? "arsip rawat" : "arsip tambah @lama", 0);
        wait_ms(5 + turn * 24);
        kill(child, SIGKILL);
        place_wait(child);
        place_run(&place, "arsip rawat --periksa", 0, &out); /* by who may write nothing */
        if (turn % 3 == 0) place_write_many(&place, 60 + (size_t)turn);
    }
    place_run(&place, "arsip tambah @lama", 0, &out);
    place_is_whole(&place);
    place_run(&place, "arsip cari kampung", 0, &out);
    assert_non_null(strstr(str_text(&out), "dari 69 tulisan."));
    place_remove(&place);
    str_free(&out);
}

/* Puts the text with the secret in; the arguments that take it out again. */
static void add_secret(const struct place *place, struct str *remove) {
    struct str out = {0};
    place_write(place, "lama/rahasia.md", "Penutupan", "2024-01-01", "", SECRET);
    place_run(place, "arsip tambah @lama", 0, &out);
    assert_true(place_holds(place, "lengkuasi"));
    json_t *root = place_json(place, "arsip cari kuperatora", 0);
    json_t *id = json_object_get(json_array_get(json_object_get(root, "results"), 0), "id");
    str_clear(remove);
    str_printf(remove, "arsip hapus %lld --alasan=uji", (long long)json_integer_value(id));
    json_decref(root);
    str_free(&out);
}

/* The text is there, or there is nothing of it. */
static bool is_in_or_out(const struct place *place) {
    struct str out = {0};
    place_run(place, "arsip cari kuperatora", 0, &out);
    bool in = strstr(str_text(&out), "1 dari 1 tulisan.");
    /* the text goes first, then the files are cleaned: by the next who writes, when that was cut off */
    if (!in) place_run(place, places_on_server() ? "arsip rawat" : "arsip tambah @lama/00000.md", 0, &out);
    if (!in) assert_false(place_holds(place, "lengkuasi"));
    if (!in) assert_false(place_holds(place, "zulfikarno"));
    str_free(&out);
    return in;
}

static void killed_while_a_text_is_removed(void **state) {
    (void)state;
    struct place place;
    struct str out = {0}, remove = {0};
    size_t in = 0, gone = 0;
    place_make(&place);
    place_write_many(&place, 200);
    for (long turn = 0, step = places_on_server() ? 3 : 1; turn < 12; turn += step) {
        add_secret(&place, &remove);
        pid_t child = place_spawn(&place, str_text(&remove), 0);
        wait_ms(turn * 10 * step);
        kill(child, SIGKILL);
        place_wait(child);
        place_is_whole(&place);
        *(is_in_or_out(&place) ? &in : &gone) += 1;
        if (turn % 4 == 3) place_run(&place, "arsip rawat", 0, &out);
    }
    print_message("still in: %zu, gone: %zu\n", in, gone);
    place_remove(&place);
    str_free(&out);
    str_free(&remove);
}

/* No file of the program may be larger than the archive and this. */
static int with_room(const struct place *place, const char *arguments, rlim_t more) {
    struct str path = {0};
    struct stat st;
    str_printf(&path, "%s/arsip.db", place->folder);
    assert_int_equal(stat(str_text(&path), &st), 0);
    str_free(&path);
    return place_wait(place_spawn(place, arguments, (rlim_t)st.st_size + more));
}

static void no_room_to_add(void **state) {
    (void)state;
    if (places_on_server()) skip();
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write(&place, "lama/satu.md", "Satu", "2024-01-01", "", DIKE " " RICE);
    place_run(&place, "arsip tambah @lama", 0, &out);
    place_write_many(&place, 200);
    for (rlim_t room = 1; room <= 5; room += 2) {
        assert_int_equal(with_room(&place, "arsip tambah @lama", room * 40000), 2);
        place_is_whole(&place);
        place_run(&place, "arsip cari tanggul", 0, &out);
        assert_non_null(strstr(str_text(&out), "1 dari 1 tulisan."));
        place_run(&place, "arsip cari kampung", 0, &out);
        assert_non_null(strstr(str_text(&out), "0 dari 0 tulisan."));
    }
    place_remove(&place);
    str_free(&out);
}

/* What is written first is the journal, a file of its own: bytes is what either may have. */
static void no_room_to_remove_or_rebuild(void **state) {
    (void)state;
    if (places_on_server()) skip();
    struct place place;
    struct str remove = {0};
    size_t in = 0, gone = 0;
    place_make(&place);
    place_write_many(&place, 200);
    for (rlim_t bytes = 1; bytes < 4000000; bytes *= 3) {
        add_secret(&place, &remove);
        int status = place_wait(place_spawn(&place, str_text(&remove), bytes));
        place_is_whole(&place);
        bool still = is_in_or_out(&place);
        if (!status) assert_false(still);
        *(still ? &in : &gone) += 1;
        status = place_wait(place_spawn(&place, "arsip rawat", bytes));
        assert_true(status == 0 || status == 2);
        place_is_whole(&place);
        assert_int_equal(is_in_or_out(&place), still);
    }
    print_message("still in: %zu, gone: %zu\n", in, gone);
    assert_true(in && gone);
    place_remove(&place);
    str_free(&remove);
}

/* Processes, not threads: each opens the file for itself, as fifty editors do. */
static void fifty_read_while_one_writes(void **state) {
    (void)state;
    enum { READERS = 50, TURNS = 1, WRITTEN = 10 };
    struct place place;
    struct str out = {0};
    pid_t readers[READERS];
    place_make(&place);
    place_write_many(&place, 100);
    place_write(&place, "lama/satu.md", "Satu", "2024-01-01", "", DIKE " " RICE);
    place_run(&place, "arsip tambah @lama", 0, &out);
    place_write(&place, "naskah.md", "Naskah", "2026-11-20", "status: draf\n", DIKE "\n\n" RICE);
    for (size_t turn = 0; turn < TURNS; turn++) {
        /* a finding is exit status 1: who could not read the archive finds nothing */
        for (size_t i = 0; i < READERS; i++)
            readers[i] = place_spawn(&place, "periksa --only archive.copy --fail-on warning @naskah.md", 0);
        for (size_t i = 0; i < WRITTEN; i++) {
            char name[] = "baru-00.md";
            name[5] = (char)('0' + turn);
            name[6] = (char)('a' + i);
            str_clear(&out);
            str_printf(&out, "arsip tambah @%s", name);
            struct str arguments = out, said = {0};
            place_write(&place, name, "Baru", "2024-02-02", "",
                        "Perpustakaan keliling menambah judul buku cerita bagi pelajar kampung nelayan.");
            place_run(&place, str_text(&arguments), 0, &said);
            str_free(&said);
        }
        for (size_t i = 0; i < READERS; i++)
            assert_int_equal(place_wait(readers[i]), 1);
    }
    place_is_whole(&place);
    place_run(&place, "arsip cari perpustakaan", 0, &out);
    assert_non_null(strstr(str_text(&out), "dari 10 tulisan."));
    place_remove(&place);
    str_free(&out);
}

/* One by one each text is read by the program itself; many are read by processes of their own. */
static void who_reads_makes_no_difference(void **state) {
    (void)state;
    static const char *const questions[] = {
        "arsip statistik -f json", "arsip cari kampung -f json --jumlah=50", "arsip orang camat -f json",
        "arsip rawat --periksa", "periksa --only archive -f json @naskah.md"};
    struct place place;
    struct str out = {0}, other = {0}, line = {0};
    place_make(&place);
    place_write_many(&place, 40);
    place_write(&place, "naskah.md", "Naskah", "2026-11-20", "status: draf\n", DIKE " " RICE);
    place_write(&place, "lama/satu.md", "Satu", "2024-01-01", "",
                RICE " " DIKE "\n\n\"Siap,\" kata Camat Budi Hamzah.");
    place_run(&place, "arsip tambah @lama", 0, &out);
    str_printf(&line, "%s/lain.db", place.folder);
    struct place single = {.folder = place.folder, .archive = str_text(&line)};
    place_run(&single, "arsip buat", 0, &out);
    for (int i = 0; i <= 40; i++) {
        str_clear(&other);
        str_printf(&other, i < 40 ? "arsip tambah @lama/%05d.md" : "arsip tambah @lama/satu.md", i);
        place_run(&single, str_text(&other), 0, &out);
    }
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        place_run(&place, questions[i], 0, &out);
        place_run(&single, questions[i], 0, &other);
        assert_string_equal(str_text(&out), str_text(&other));
    }
    place_remove(&place);
    str_free(&out);
    str_free(&other);
    str_free(&line);
}

static void kill_children(void) {
    char path[64];
    int child;
    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    FILE *file = fopen(path, "r");
    while (file && fscanf(file, "%d", &child) == 1)
        kill(child, SIGKILL);
    if (file) fclose(file);
}

/* What they had is read again. */
static void those_who_read_are_killed(void **state) {
    (void)state;
    struct place place;
    struct str body = {0}, path = {0};
    if (places_on_server()) skip(); /* its helper would be killed as well */
    place_make(&place);
    struct language *language = language_new("dictionaries", LANG_ID);
    str_printf(&path, "%s/arsip.db", place.folder);
    struct archive *archive = archive_enter(str_text(&path), STORE_WRITE, 1000, language, NULL);
    struct batch *batch = batch_begin(archive, NULL);
    for (int i = 0; i < 60; i++) {
        struct entry entry = {0};
        str_printf(&entry.origin, "%d", i);
        str_printf(&entry.text, RICE " Nomor %d. " DIKE, i);
        assert_int_equal(batch_add(batch, &entry, NULL), ADD_NEW);
        entry_free(&entry);
        if (i % 20 == 15) kill_children();
    }
    assert_true(batch_end(batch, NULL));
    archive_leave(archive);
    language_free(language);
    place_is_whole(&place);
    place_run(&place, "arsip cari sawah", 0, &body);
    assert_non_null(strstr(str_text(&body), "dari 60 tulisan."));
    place_remove(&place);
    str_free(&body);
    str_free(&path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(killed_while_it_is_written),
        cmocka_unit_test(killed_while_a_text_is_removed),
        cmocka_unit_test(no_room_to_add),
        cmocka_unit_test(no_room_to_remove_or_rebuild),
        cmocka_unit_test(fifty_read_while_one_writes),
        cmocka_unit_test(who_reads_makes_no_difference),
        cmocka_unit_test(those_who_read_are_killed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
