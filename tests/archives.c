#include "archives.h"

#include "cluster.h"
#include "program.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void append_arguments(const struct place *place, const char *arguments, struct str *out) {
    for (const char *c = arguments; *c; c++)
        if (*c == '@')
            str_printf(out, "%s/", place->folder);
        else
            str_append_byte(out, *c);
    if (*place->archive)
        str_printf(out, " '--arsip=%s'", place->archive);
    else
        str_printf(out, " --arsip=%s/arsip.db", place->folder);
}

bool places_on_server(void) {
    return getenv("SUNTING_TEST_SERVER") != NULL;
}

static void find_cluster(struct cluster *cluster) {
    *cluster = (struct cluster){.folder = getenv("SUNTING_TEST_SERVER")};
    str_append_text(&cluster->programs, getenv("SUNTING_TEST_PROGRAMS"));
}

/* The name of its folder is that of its database. */
static const char *database_of(const char *folder) {
    return folder + strlen("/tmp/");
}

static char *address_of_place(const char *folder) {
    struct str address = {0};
    struct cluster cluster;
    find_cluster(&cluster);
    cluster_database(&cluster, database_of(folder), NULL, &address);
    str_free(&cluster.programs);
    return str_steal(&address);
}

static void ask_server(const struct place *place, const char *sql, struct str *out) {
    struct cluster cluster;
    find_cluster(&cluster);
    cluster_ask(&cluster, database_of(place->folder), sql, out);
    str_free(&cluster.programs);
}

void place_make(struct place *place) {
    struct str path = {0};
    *place = (struct place){.folder = folder_make()};
    place->address = places_on_server() ? address_of_place(place->folder) : NULL;
    place->archive = place->address ? place->address : "";
    str_printf(&path, "%s/lama", place->folder);
    mkdir(str_text(&path), 0700);
    setenv("XDG_CONFIG_HOME", place->folder, 1);
    setenv("SUNTING_TODAY", "2026-11-23", 1);
    place_run(place, "arsip buat", 0, &path);
    str_free(&path);
}

void place_remove(struct place *place) {
    folder_remove(place->folder);
    free(place->address);
}

void place_write(const struct place *place, const char *name, const char *title, const char *date,
                 const char *extra, const char *body) {
    struct str text = {0};
    str_printf(&text, "---\ntitle: %s\ndate: %s\n%s---\n\n%s\n", title, date, extra, body);
    file_make(place->folder, name, str_slice(&text));
    str_free(&text);
}

void place_run(const struct place *place, const char *arguments, int status, struct str *out) {
    struct str line = {0};
    append_arguments(place, arguments, &line);
    int got = program_run(str_text(&line), "", out);
    if (got != status) print_error("sunting %s: %d\n%s\n", str_text(&line), got, str_text(out));
    assert_int_equal(got, status);
    str_free(&line);
}

json_t *place_json(const struct place *place, const char *arguments, int status) {
    struct str line = {0}, out = {0};
    str_printf(&line, "%s -f json", arguments);
    place_run(place, str_text(&line), status, &out);
    json_t *root = json_loadb(str_text(&out), out.len, 0, NULL);
    if (!root) print_error("%s\n", str_text(&out));
    assert_non_null(root);
    str_free(&line);
    str_free(&out);
    return root;
}

void place_complains(const struct place *place, const char *arguments, struct str *out) {
    struct str line = {0};
    append_arguments(place, arguments, &line);
    program_complains(str_text(&line), out);
    str_free(&line);
}

pid_t place_spawn(const struct place *place, const char *arguments, rlim_t limit) {
    struct str line = {0};
    str_printf(&line, "exec %s ", SUNTING_PROGRAM);
    append_arguments(place, arguments, &line);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        if (limit) setrlimit(RLIMIT_FSIZE, &(struct rlimit){limit, limit});
        if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr)) _exit(3);
        execl("/bin/sh", "sh", "-c", str_text(&line), (char *)NULL);
        _exit(4);
    }
    str_free(&line);
    return child;
}

int place_wait(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool place_holds(const struct place *place, const char *bytes) {
    struct str line = {0}, oid = {0};
    if (places_on_server()) {
        ask_server(place, "CHECKPOINT; SELECT oid FROM pg_database WHERE datname = current_database()", &oid);
        str_printf(&line, "grep -rqia -- '%s' %s/data/base/%d", bytes, getenv("SUNTING_TEST_SERVER"),
                   atoi(str_text(&oid)));
    } else {
        str_printf(&line, "grep -qia -- '%s' %s/arsip.db*", bytes, place->folder);
    }
    int status = system(str_text(&line));
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) < 2);
    str_free(&line);
    str_free(&oid);
    return status == 0;
}

void place_sql(const struct place *place, const char *sql) {
    struct str out = {0};
    if (place->address) {
        ask_server(place, sql, &out);
    } else {
        sqlite3 *db = NULL;
        str_printf(&out, "%s/arsip.db", place->folder);
        assert_int_equal(sqlite3_open(str_text(&out), &db), SQLITE_OK);
        assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
        assert_int_equal(sqlite3_close(db), SQLITE_OK);
    }
    str_free(&out);
}

void place_is_whole(const struct place *place) {
    struct str out = {0};
    place_run(place, "arsip rawat --periksa", 0, &out);
    assert_non_null(strstr(str_text(&out), ": 0 hilang, 0 berlebih; hitungan kata meleset 0."));
    str_free(&out);
}

static const char *const who[] = {"Camat",    "Lurah",  "Kepala puskesmas", "Guru",
                                  "Penyuluh", "Petani", "Nelayan"};
static const char *const does[] = {"menanam",      "memeriksa", "memperbaiki", "membagikan",
                                   "mengumpulkan", "menimbang", "mencatat",    "menjemur",
                                   "mengangkut",   "memotret",  "mengecat"};
static const char *const what[] = {"bibit mangga",    "obat malaria", "pintu irigasi", "buku pelajaran",
                                   "jaring ikan",     "karung beras", "papan nama",    "tiang lampu",
                                   "kandang ayam",    "perahu kayu",  "pompa air",     "meja belajar",
                                   "selang kebakaran"};
static const char *const where[] = {
    "balai desa",   "lereng bukit",  "muara sungai",  "pasar lama",    "sekolah dasar", "tepi danau",
    "kebun kopi",   "simpang tiga",  "dermaga kecil", "lapangan bola", "hutan bakau",   "gudang beku",
    "terminal bus", "rumah singgah", "kantor pos",    "museum kota",   "taman baca"};
#define PICK(list, n) list[(n) % (sizeof list / sizeof *list)]

void place_write_many(const struct place *place, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct str body = {0}, name = {0}, title = {0}, date = {0};
        for (size_t k = 0; k < 6; k++) {
            size_t n = i * 6 + k;
            str_printf(&body, "%s %s %s di %s bersama %zu warga kampung nomor %zu, lalu %s %s di %s. ",
                       PICK(who, n), PICK(does, n), PICK(what, n), PICK(where, n), n % 89 + 2, n,
                       PICK(does, n / 11 + k), PICK(what, n / 7 + 3), PICK(where, n / 13 + 5));
        }
        str_printf(&name, "lama/%05zu.md", i);
        str_printf(&title, "Kegiatan ke-%zu", i);
        str_printf(&date, "20%02zu-%02zu-%02zu", i % 20 + 5, i % 12 + 1, i % 28 + 1);
        place_write(place, str_text(&name), str_text(&title), str_text(&date), "", str_text(&body));
        str_free(&body);
        str_free(&name);
        str_free(&title);
        str_free(&date);
    }
}
