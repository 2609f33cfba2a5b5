/* What only a server does to an archive: it refuses, asks for a password, goes, hangs, and lets others write.
 */
#include "archive/store.h"
#include "archives.h"
#include "base/clock.h"
#include "cluster.h"
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
        cmocka_unit_test(what_is_wrong_is_one_sentence),  cmocka_unit_test(rights_are_those_of_the_server),
        cmocka_unit_test(a_password_comes_from_its_file), cmocka_unit_test(a_server_that_goes_is_told),
        cmocka_unit_test(neither_outlives_the_other),     cmocka_unit_test(a_key_ends_the_waiting),
        cmocka_unit_test(two_write_one_after_the_other),
    };
    return cmocka_run_group_tests(tests, cluster_enter, cluster_leave);
}
