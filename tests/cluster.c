#include "cluster.h"

#include "program.h"

#include <dirent.h>
#include <grp.h>
#include <pwd.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static bool has_program(const char *folder, const char *name) {
    struct str path = {0};
    str_printf(&path, "%s/%s", folder, name);
    bool there = access(str_text(&path), X_OK) == 0;
    str_free(&path);
    return there;
}

/* The newest of Debian's, or what stands in /usr/bin. */
static bool find_programs(struct str *programs) {
    struct dirent **entries = NULL;
    int count = scandir("/usr/lib/postgresql", &entries, NULL, versionsort);
    str_append_text(programs, "/usr/bin");
    for (int i = 0; i < count; i++) {
        struct str folder = {0};
        str_printf(&folder, "/usr/lib/postgresql/%s/bin", entries[i]->d_name);
        if (has_program(str_text(&folder), "initdb")) {
            str_free(programs);
            *programs = folder;
        } else {
            str_free(&folder);
        }
        free(entries[i]);
    }
    free(entries);
    return has_program(str_text(programs), "initdb");
}

/* Through sh, as nobody when we are root. */
static int run_as_other(const struct cluster *cluster, const char *line) {
    const struct passwd *nobody = geteuid() == 0 ? getpwnam("nobody") : NULL;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        if (nobody && (setgroups(0, NULL) != 0 || setgid(nobody->pw_gid) != 0 || setuid(nobody->pw_uid) != 0))
            _exit(3);
        if (chdir(cluster->folder) != 0) _exit(4);
        execl("/bin/sh", "sh", "-c", line, (char *)NULL);
        _exit(5);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void must(const struct cluster *cluster, const char *format, const char *argument) {
    struct str line = {0};
    str_printf(&line, "PATH=%s:$PATH; exec >>%s/tells 2>&1; ", str_text(&cluster->programs), cluster->folder);
    for (const char *c = format; *c; c++)
        if (*c == '@')
            str_append_text(&line, cluster->folder);
        else if (*c == '$')
            str_append_text(&line, argument);
        else
            str_append_byte(&line, *c);
    int status = run_as_other(cluster, str_text(&line));
    if (status) print_error("%s: %d\n", str_text(&line), status);
    assert_int_equal(status, 0);
    str_free(&line);
}

bool cluster_make(struct cluster *cluster) {
    const struct passwd *nobody = getpwnam("nobody");
    *cluster = (struct cluster){0};
    if (!find_programs(&cluster->programs)) {
        print_message("left out: the server of PostgreSQL is not installed here (Debian: postgresql)\n");
        return false;
    }
    if (access(SUNTING_PROGRAM "-arsip-pg", X_OK) != 0) {
        print_message("left out: sunting-arsip-pg is not built, libpq is not here (Debian: libpq-dev)\n");
        return false;
    }
    cluster->folder = folder_make();
    if (geteuid() == 0 && chown(cluster->folder, nobody->pw_uid, nobody->pw_gid) != 0) abort();
    must(cluster, "initdb -D @/data -U sunting --auth=trust -E UTF8 --locale=C --no-sync --no-instructions",
         "");
    cluster_start(cluster);
    return true;
}

void cluster_remove(struct cluster *cluster) {
    if (!cluster->folder) return;
    cluster_stop(cluster, "immediate");
    folder_remove(cluster->folder);
    str_free(&cluster->programs);
    str_free(&cluster->options);
}

void cluster_start(struct cluster *cluster) {
    must(cluster,
         "pg_ctl -D @/data -l @/log -w -t 300 -o \"-k @ -c listen_addresses='' -c fsync=off -c "
         "max_connections=150 -c shared_buffers=32MB -c autovacuum=off $\" start",
         str_text(&cluster->options));
}

void cluster_stop(struct cluster *cluster, const char *how) {
    must(cluster, "pg_ctl -D @/data -w -t 300 -m $ stop", how);
}

#define NEW_KEY "openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "

void cluster_start_tls(struct cluster *cluster, const char *host, struct str *address) {
    if (system("command -v openssl >/dev/null 2>&1") != 0) skip();
    /* of the many addresses of this machine one that no other test takes: the port is that of the socket */
    str_clear(address);
    str_printf(address, "127.7.%d.%d", (int)getpid() / 250 % 250 + 1, (int)getpid() % 250 + 1);
    str_clear(&cluster->options);
    str_printf(&cluster->options, "-c ssl=on -c listen_addresses=%s", str_text(address));
    must(cluster, NEW_KEY "-x509 -days 36 -subj /CN=$ -keyout @/ca.key -out @/ca.crt", "satu");
    must(cluster, NEW_KEY "-x509 -days 36 -subj /CN=$ -keyout @/other.key -out @/other.crt", "dua");
    must(cluster, NEW_KEY "-subj /CN=$ -keyout @/data/server.key -out @/csr", host);
    must(cluster, "echo subjectAltName=DNS:$ > @/names", host);
    must(
        cluster,
        "openssl x509 -req -in @/csr -CA @/ca.crt -CAkey @/ca.key -CAcreateserial -days 36 -extfile @/names -out "
        "@/data/server.crt",
        "");
    must(cluster, "printf 'local all all trust\nhostssl all all samehost trust\n' > @/data/pg_hba.conf", "");
    cluster_stop(cluster, "fast");
    cluster_start(cluster);
}

void cluster_database(const struct cluster *cluster, const char *name, const char *user,
                      struct str *address) {
    if (!user) must(cluster, "createdb -h @ -U sunting $", name);
    str_clear(address);
    str_printf(address, "postgresql://%s@/%s?host=%s", user ? user : "sunting", name, cluster->folder);
}

void cluster_ask(const struct cluster *cluster, const char *database, const char *sql, struct str *out) {
    char buffer[4096];
    struct str line = {0};
    file_make(cluster->folder, "ask.sql", slice_of(sql));
    str_printf(&line, "%s/psql -X -A -t -q -v ON_ERROR_STOP=1 -h %s -U sunting -f %s/ask.sql %s 2>&1",
               str_text(&cluster->programs), cluster->folder, cluster->folder, database);
    FILE *pipe = popen(str_text(&line), "r");
    assert_non_null(pipe);
    str_clear(out);
    for (size_t n; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        str_append(out, (struct slice){buffer, n});
    int status = pclose(pipe);
    if (status) print_error("%s\n%s\n", sql, str_text(out));
    assert_int_equal(status, 0);
    str_free(&line);
}

void cluster_signal(const struct cluster *cluster, int signal) {
    struct str path = {0};
    str_printf(&path, "%s/data/postmaster.pid", cluster->folder);
    FILE *file = fopen(str_text(&path), "r");
    int parent = 0;
    assert_true(file && fscanf(file, "%d", &parent) == 1);
    fclose(file);
    str_clear(&path);
    str_printf(&path, "/proc/%d/task/%d/children", parent, parent);
    file = fopen(str_text(&path), "r");
    assert_non_null(file);
    kill(parent, signal); /* so that it makes no more of them */
    for (int child; fscanf(file, "%d", &child) == 1;)
        kill(child, signal);
    fclose(file);
    str_free(&path);
}

int cluster_enter(void **state) {
    struct cluster *cluster = calloc(1, sizeof *cluster);
    *state = cluster;
    if (!cluster_make(cluster)) return 0;
    setenv("SUNTING_TEST_SERVER", cluster->folder, 1);
    setenv("SUNTING_TEST_PROGRAMS", str_text(&cluster->programs), 1);
    return 0;
}

int cluster_leave(void **state) {
    cluster_remove(*state);
    free(*state);
    return 0;
}

struct cluster *cluster_of(void **state) {
    struct cluster *cluster = *state;
    if (!cluster->folder) skip();
    return cluster;
}
