/* Whom an archive on a server trusts: what is not encrypted, or not the server that is meant, is told. */
#include "archives.h"
#include "cluster.h"
#include "program.h"

#include <arpa/inet.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define DIKE "Warga bergotong royong memperbaiki tanggul sungai yang jebol akibat hujan deras semalam."

/* A server that answers the one byte to who asks for TLS, and hangs up. Stores its port. */
static pid_t start_greeter(char answer, int *port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(fd, 8), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&address, &len), 0);
    *port = ntohs(address.sin_port);
    pid_t child = fork();
    while (child == 0) {
        char request[8];
        int client = accept(fd, NULL, NULL);
        if (client < 0) _exit(1);
        if (read(client, request, sizeof request) > 0 && write(client, &answer, 1) < 0) _exit(1);
        close(client);
    }
    close(fd);
    return child;
}

static void a_server_without_trust_is_told(void **state) {
    cluster_of(state);
    static const struct {
        char answer;
        const char *parameters, *says;
    } rows[] = {{'N', "sslmode=verify-full", "tidak melayani sambungan terenkripsi"},
                {'N', "sslmode=require", "tidak melayani sambungan terenkripsi"},
                {'S', "sslmode=verify-full&sslrootcert=/tiada/root.crt", "Sertifikat server arsip"}};
    struct place place;
    struct str out = {0}, address = {0};
    place_make(&place);
    place_write(&place, "naskah.md", "Naskah", "2026-11-20", "", DIKE);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int port;
        pid_t greeter = start_greeter(rows[i].answer, &port);
        str_clear(&address);
        str_printf(&address, "postgresql://sunting@127.0.0.1:%d/arsip?%s", port, rows[i].parameters);
        struct place other = {.folder = place.folder, .archive = str_text(&address)};
        place_complains(&other, "periksa @naskah.md", &out);
        if (!strstr(str_text(&out), rows[i].says)) print_error("%s", str_text(&out));
        assert_non_null(strstr(str_text(&out), rows[i].says));
        kill(greeter, SIGKILL);
        waitpid(greeter, NULL, 0);
    }
    str_free(&out);
    str_free(&address);
    place_remove(&place);
}

/* The connection is encrypted, and the server is the one that the address means. */
static void a_certificate_is_looked_at(void **state) {
    struct cluster *cluster = cluster_of(state);
    static const struct {
        const char *host, *authority, *mode, *says; /* says: NULL when it is right */
    } rows[] = {{"arsip.contoh.go.id", "ca.crt", "verify-full", NULL},
                {"lain.contoh.go.id", "ca.crt", "verify-full", "Sertifikat server arsip"},
                {"lain.contoh.go.id", "ca.crt", "verify-ca", NULL},
                {"arsip.contoh.go.id", "other.crt", "verify-full", "Sertifikat server arsip"},
                {"arsip.contoh.go.id", "ca.crt", "disable", "tidak mengizinkan Anda masuk"}};
    struct place place;
    struct str out = {0}, ip = {0}, address = {0};
    place_make(&place);
    place_write(&place, "lama/a.md", "Tanggul", "2024-09-09", "", DIKE);
    place_write(&place, "naskah.md", "Naskah", "2026-11-20", "", DIKE);
    cluster_start_tls(cluster, "arsip.contoh.go.id", &ip);
    place_run(&place, "arsip tambah @lama", 0, &out);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        str_clear(&address);
        str_printf(&address, "postgresql://sunting@%s/%s?hostaddr=%s&sslmode=%s&sslrootcert=%s/%s",
                   rows[i].host, place.folder + strlen("/tmp/"), str_text(&ip), rows[i].mode, cluster->folder,
                   rows[i].authority);
        struct place other = {.folder = place.folder, .archive = str_text(&address)};
        if (rows[i].says)
            place_complains(&other, "periksa @naskah.md", &out);
        else
            place_run(&other, "periksa @naskah.md", 0, &out);
        if (!strstr(str_text(&out), rows[i].says ? rows[i].says : "[archive.copy]"))
            print_error("%s\n%s\n", str_text(&address), str_text(&out));
        assert_non_null(strstr(str_text(&out), rows[i].says ? rows[i].says : "[archive.copy]"));
    }
    place_remove(&place);
    str_free(&out);
    str_free(&ip);
    str_free(&address);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_server_without_trust_is_told),
                                       cmocka_unit_test(a_certificate_is_looked_at)};
    return cmocka_run_group_tests(tests, cluster_enter, cluster_leave);
}
