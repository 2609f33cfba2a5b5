/* An archive in PostgreSQL: the tests of an archive once more, and what only a server can do to it. */
#include "archive/store.h"
#include "archives.h"
#include "base/clock.h"
#include "base/paths.h"
#include "cluster.h"
#include "program.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#define DIKE "Warga bergotong royong memperbaiki tanggul sungai yang jebol akibat hujan deras semalam."
#define RICE "Dinas pertanian mencatat dua puluh hektare sawah terendam lumpur setinggi lutut orang dewasa."

/* One server for all tests of this program, NULL: left out. */
static struct cluster *cluster_of(void **state) {
    struct cluster *cluster = *state;
    if (!cluster->folder) skip();
    return cluster;
}

static int start_cluster(void **state) {
    struct cluster *cluster = calloc(1, sizeof *cluster);
    *state = cluster;
    if (!cluster_make(cluster)) return 0;
    setenv("SUNTING_TEST_SERVER", cluster->folder, 1);
    setenv("SUNTING_TEST_PROGRAMS", str_text(&cluster->programs), 1);
    return 0;
}

static int stop_cluster(void **state) {
    cluster_remove(*state);
    free(*state);
    return 0;
}

/* The programs that test the archive in a file, with SUNTING_TEST_SERVER set. */
static void run_program(const char *name) {
    struct str line = {0};
    str_append(&line, path_folder(slice_of(SUNTING_PROGRAM)));
    str_printf(&line, "/tests/%s 2>&1", name);
    fflush(NULL);
    assert_int_equal(system(str_text(&line)), 0);
    str_free(&line);
}

static void the_tests_of_an_archive_hold(void **state) {
    cluster_of(state);
    run_program("test_archive");
    run_program("test_archive_upkeep");
    run_program("test_archive_writers");
}

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

/* Byte for byte, over the same texts, entered and changed in the same order. */
static void both_engines_say_the_same(void **state) {
    cluster_of(state);
    struct place place;
    struct str out = {0}, other = {0};
    place_make(&place);
    struct place file = {.folder = place.folder, .archive = ""};
    place_run(&file, "arsip buat", 0, &out);
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

static void what_is_wrong_is_one_sentence(void **state) {
    struct cluster *cluster = cluster_of(state);
    static const struct {
        const char *address, *says; /* @: the folder of the server */
    } rows[] = {{"postgresql://sunting@/tiada?host=@", "tidak ada di server itu"},
                {"postgresql://asing@/kosong?host=@", "tidak mengizinkan Anda masuk"},
                {"postgresql://sunting@/kosong?host=@", "belum berisi arsip"},
                {"postgresql://sunting@/asing?host=@", "bukan buatan Sunting"},
                {"postgresql://sunting@/nanti?host=@", "versi lain Sunting (bentuk 99)"},
                {"postgresql://sunting@/latin?host=@", "tidak memakai UTF-8"},
                {"postgresql://sunting@/kosong?host=@/tiada", "tidak terhubung"},
                {"postgresql://sunting@127.0.0.1:1/kosong", "tidak terhubung"},
                {"postgresql://sunting@/kosong?salah=1", "tidak dimengerti"},
                {"postgresql://sunting:rahasia@/kosong?host=@", "memuat kata sandi"},
                {"postgresql://sunting@/kosong?host=@&password=rahasia", "memuat kata sandi"}};
    struct place place;
    struct str out = {0}, address = {0};
    place_make(&place);
    place_write(&place, "naskah.md", "Naskah", "2026-11-20", "", DIKE);
    for (size_t i = 0; i < 3; i++)
        cluster_database(cluster, (const char *const[]){"kosong", "asing", "nanti"}[i], NULL, &address);
    cluster_ask(cluster, "kosong", "CREATE DATABASE latin ENCODING LATIN1 TEMPLATE template0", &out);
    cluster_ask(cluster, "asing", "CREATE TABLE artikel(x int)", &out);
    struct place later = {.folder = place.folder, .archive = str_text(&address)};
    place_run(&later, "arsip buat", 0, &out);
    cluster_ask(cluster, "nanti", "UPDATE arsip SET nilai = '99' WHERE kunci = 'bentuk'", &out);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice rest = slice_of(rows[i].address);
        str_clear(&address);
        str_append(&address, slice_cut(&rest, '@'));
        str_append_byte(&address, '@'); /* that of the user */
        str_append(&address, slice_cut(&rest, '@'));
        if (strstr(rows[i].address, "host=@")) str_append_text(&address, cluster->folder);
        str_append(&address, rest);
        struct place other = {.folder = place.folder, .archive = str_text(&address)};
        place_complains(&other, "periksa @naskah.md", &out);
        if (!strstr(str_text(&out), rows[i].says)) print_error("%s: %s", rows[i].address, str_text(&out));
        assert_non_null(strstr(str_text(&out), rows[i].says));
        assert_null(strstr(str_text(&out), "rahasia"));
        assert_ptr_equal(strchr(str_text(&out), '\n'), strrchr(str_text(&out), '\n'));
    }
    place_complains(&place, "arsip buat", &out);
    assert_non_null(strstr(str_text(&out), "sudah ada"));
    place_remove(&place);
    str_free(&out);
    str_free(&address);
}

/* As sunting-archive(7) gives rights: a group reads, an account writes, the owner cleans. */
static void rights_are_those_of_the_server(void **state) {
    struct cluster *cluster = cluster_of(state);
    struct place place;
    struct str out = {0}, address = {0};
    place_make(&place);
    place_write(&place, "lama/a.md", "Tanggul", "2024-09-09", "", DIKE);
    place_write(&place, "lama/b.md", "Sawah", "2024-09-10", "", RICE);
    place_run(&place, "arsip tambah @lama/a.md", 0, &out);
    place_write(&place, "naskah.md", "Naskah", "2026-11-20", "", DIKE);
    const char *database = place.folder + strlen("/tmp/");
    cluster_ask(cluster, database,
                "CREATE ROLE pembaca LOGIN; CREATE ROLE penerbit LOGIN; CREATE ROLE orang_lain LOGIN;"
                "GRANT SELECT ON ALL TABLES IN SCHEMA public TO pembaca;"
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO penerbit;",
                &out);
    struct place other = {.folder = place.folder};
    cluster_database(cluster, database, "orang_lain", &address);
    other.archive = str_text(&address);
    place_complains(&other, "periksa @naskah.md", &out);
    assert_non_null(strstr(str_text(&out), "tidak berhak membacanya"));
    cluster_database(cluster, database, "pembaca", &address);
    other.archive = str_text(&address);
    place_run(&other, "periksa --only archive @naskah.md", 0, &out);
    assert_non_null(strstr(str_text(&out), "[archive.copy]"));
    place_complains(&other, "arsip tambah @lama/b.md", &out);
    assert_non_null(strstr(str_text(&out), "hanya boleh membaca"));
    cluster_database(cluster, database, "penerbit", &address);
    other.archive = str_text(&address);
    place_run(&other, "arsip tambah @lama/b.md", 0, &out);
    place_complains(&other, "arsip hapus 1 --alasan=uji", &out);
    assert_non_null(strstr(str_text(&out), "Hanya pemilik tabel"));
    place_run(&place, "arsip rawat", 0, &out);
    assert_false(place_holds(&place, "bergotong"));
    place_remove(&place);
    str_free(&out);
    str_free(&address);
}

/* With a password: asked for by the server, and found where libpq looks for it. */
static void a_password_comes_from_its_file(void **state) {
    struct cluster *cluster = cluster_of(state);
    struct place place;
    struct str out = {0}, address = {0}, path = {0};
    place_make(&place);
    const char *database = place.folder + strlen("/tmp/");
    cluster_ask(cluster, database, "CREATE ROLE berkunci SUPERUSER LOGIN PASSWORD 'rahasia'", &out);
    str_printf(&path, "%s/data/pg_hba.conf", cluster->folder);
    FILE *rules = fopen(str_text(&path), "w");
    assert_non_null(rules);
    fputs("local all berkunci scram-sha-256\nlocal all all trust\n", rules);
    fclose(rules);
    cluster_ask(cluster, database, "SELECT pg_reload_conf()", &out);
    cluster_database(cluster, database, "berkunci", &address);
    struct place other = {.folder = place.folder, .archive = str_text(&address)};
    setenv("PGPASSFILE", "/dev/null", 1);
    place_complains(&other, "arsip statistik", &out);
    assert_non_null(strstr(str_text(&out), "tidak mengizinkan Anda masuk"));
    file_make(place.folder, "salah", SLICE("*:*:*:*:keliru\n"));
    file_make(place.folder, "benar", SLICE("*:*:*:*:rahasia\n"));
    for (size_t i = 0; i < 2; i++) {
        str_clear(&path);
        str_printf(&path, "%s/%s", place.folder, i ? "benar" : "salah");
        chmod(str_text(&path), 0600);
        setenv("PGPASSFILE", str_text(&path), 1);
        place_run(&other, "arsip statistik", i ? 0 : 2, &out);
    }
    unsetenv("PGPASSFILE");
    place_remove(&place);
    str_free(&out);
    str_free(&address);
    str_free(&path);
}

static void wait_ms(long ms) {
    nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL);
}

/* The server goes while it is written to: said in a sentence, and the archive is old or new. */
static void a_server_that_goes_is_told(void **state) {
    struct cluster *cluster = cluster_of(state);
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write_many(&place, 200);
    for (long turn = 0; turn < 3; turn++) {
        pid_t child = place_spawn(&place, "arsip tambah @lama", 0);
        wait_ms(100 + turn * 150);
        cluster_stop(cluster, "immediate");
        int status = place_wait(child);
        assert_true(status == 0 || status == 2);
        place_complains(&place, "arsip statistik", &out);
        assert_non_null(strstr(str_text(&out), "tidak terhubung"));
        cluster_start(cluster);
        place_is_whole(&place);
    }
    place_run(&place, "arsip tambah @lama", 0, &out);
    place_is_whole(&place);
    place_run(&place, "arsip cari kampung", 0, &out);
    assert_non_null(strstr(str_text(&out), "dari 200 tulisan."));
    place_remove(&place);
    str_free(&out);
}

/* Who comes second waits for the first, and who waits too long is told. */
static void two_write_one_after_the_other(void **state) {
    struct cluster *cluster = cluster_of(state);
    struct place place;
    struct str out = {0}, line = {0};
    pid_t writers[4];
    place_make(&place);
    place_write_many(&place, 40);
    for (size_t i = 0; i < 4; i++) {
        str_clear(&line);
        for (size_t k = 0; k < 10; k++)
            str_printf(&line, "%s @lama/%05zu.md", k ? "" : "arsip tambah", i * 10 + k);
        writers[i] = place_spawn(&place, str_text(&line), 0);
    }
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(place_wait(writers[i]), 0);
    place_is_whole(&place);
    place_run(&place, "arsip cari kampung", 0, &out);
    assert_non_null(strstr(str_text(&out), "dari 40 tulisan."));
    str_clear(&line);
    str_printf(
        &line,
        "(echo 'BEGIN; LOCK TABLE arsip IN EXCLUSIVE MODE; SELECT 1;'; sleep 20) | %s/psql -X -q -h %s -U "
        "sunting %s >%s/held & while ! [ -s %s/held ]; do sleep 0.05; done",
        str_text(&cluster->programs), cluster->folder, place.folder + strlen("/tmp/"), place.folder,
        place.folder);
    assert_int_equal(system(str_text(&line)), 0);
    struct error e = {0};
    struct store *store = store_open(place.address, STORE_WRITE, 300, &e);
    assert_non_null(store);
    assert_false(store_begin(store, &e));
    assert_non_null(strstr(str_text(&e.text), "sedang ditulisi orang lain"));
    store_close(store);
    error_free(&e);
    place_run(&place, "arsip cari kampung", 0, &out); /* reading goes on */
    place_remove(&place);
    str_free(&out);
    str_free(&line);
}

/* The process whose parent is pid, 0: none. */
static pid_t child_of(pid_t pid) {
    char path[64];
    int child = 0;
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)pid, (int)pid);
    FILE *file = fopen(path, "r");
    if (file && fscanf(file, "%d", &child) != 1) child = 0;
    if (file) fclose(file);
    return child;
}

static bool is_alive(pid_t pid) {
    char path[64], state = 'X';
    snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
    FILE *file = fopen(path, "r");
    if (file && fscanf(file, "%*d (%*[^)]) %c", &state) != 1) state = 'X';
    if (file) fclose(file);
    return state != 'X' && state != 'Z';
}

/* The helper is killed: a sentence. The writer is killed: the helper ends too. */
static void neither_outlives_the_other(void **state) {
    cluster_of(state);
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write_many(&place, 400);
    for (int turn = 0; turn < 2; turn++) {
        pid_t child = place_spawn(&place, "arsip tambah @lama", 0), helper = 0;
        for (int i = 0; i < 2000 && !helper && is_alive(child); i++) {
            wait_ms(5);
            helper = child_of(child);
        }
        assert_true(helper > 0);
        wait_ms(50);
        kill(turn ? child : helper, SIGKILL);
        assert_int_equal(place_wait(child), turn ? -1 : 2);
        for (int i = 0; i < 2000 && is_alive(helper); i++)
            wait_ms(5);
        assert_false(is_alive(helper));
        place_is_whole(&place);
    }
    place_remove(&place);
    str_free(&out);
}

static bool count_looks(void *looks) {
    return ++*(int *)looks > 3;
}

/* What the editor does when the server hangs, and when it comes back. */
static void a_key_ends_the_waiting(void **state) {
    struct cluster *cluster = cluster_of(state);
    struct place place;
    struct error e = {0};
    struct store_value key[] = {store_text(SLICE("bentuk"))};
    int looks = 0;
    place_make(&place);
    struct store *store = store_open(place.address, STORE_READ, 20, &e);
    assert_non_null(store);
    store_read_begin(store, NULL, NULL);
    assert_true(STORE_RUN(store, NOTE_GET, key, NULL, NULL, &e));
    store_read_end(store);
    cluster_signal(cluster, SIGSTOP);
    store_read_begin(store, count_looks, &looks);
    int64_t begun = clock_ms();
    size_t failures = store_failures(store);
    assert_false(STORE_RUN(store, NOTE_GET, key, NULL, NULL, &e));
    assert_int_equal(e.text.len, 0); /* interrupted, not failed */
    assert_int_equal(store_failures(store), failures + 1);
    assert_int_equal(looks, 4);
    assert_true(clock_ms() - begun < 20000);
    store_read_end(store);
    store_read_begin(store, NULL, NULL); /* no key: it is told once the time is up */
    assert_false(STORE_RUN(store, NOTE_GET, key, NULL, NULL, &e));
    assert_non_null(strstr(str_text(&e.text), "belum menjawab"));
    store_read_end(store);
    begun = clock_ms();
    for (int i = 0; i < 200; i++) { /* however often it is asked, nothing blocks and nothing piles up */
        looks = 0;
        store_read_begin(store, count_looks, &looks);
        STORE_RUN(store, NOTE_GET, key, NULL, NULL, &e);
        store_read_end(store);
    }
    assert_true(clock_ms() - begun < 20000);
    cluster_signal(cluster, SIGCONT);
    bool answered = false;
    for (int i = 0; i < 400 && !answered; i++) {
        store_read_begin(store, NULL, NULL);
        answered = STORE_RUN(store, NOTE_GET, key, NULL, NULL, &e);
        store_read_end(store);
        if (!answered) wait_ms(25);
    }
    assert_true(answered);
    store_close(store);
    error_free(&e);
    place_remove(&place);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_engines_say_the_same),      cmocka_unit_test(an_archive_moves),
        cmocka_unit_test(what_is_wrong_is_one_sentence),  cmocka_unit_test(rights_are_those_of_the_server),
        cmocka_unit_test(a_password_comes_from_its_file), cmocka_unit_test(a_server_that_goes_is_told),
        cmocka_unit_test(neither_outlives_the_other),     cmocka_unit_test(a_key_ends_the_waiting),
        cmocka_unit_test(two_write_one_after_the_other),  cmocka_unit_test(the_tests_of_an_archive_hold),
    };
    return cmocka_run_group_tests(tests, start_cluster, stop_cluster);
}
