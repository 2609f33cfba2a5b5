/*
 * What editors lose: each opens a draft of 20 KB, a word is typed, and two seconds later the connection
 * closes, or the process gets SIGTERM or SIGKILL. Then the word is looked for in every file of the session.
 * Prints a table in Markdown; editors that are not installed are left out.
 */
#include "driver.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define WORD "HALOZQJ"

static const struct editor {
    const char *name, *program, *begin; /* begin: keys before typing */
} editors[] = {
    {"sunting", NULL, ""},
    {"nano", "nano", ""},
    {"vim", "vim", "i"},
    {"micro", "micro", ""},
};

static const struct end {
    const char *name;
    int signal; /* 0: the connection closes */
} ends[] = {{"hang-up", 0}, {"SIGTERM", SIGTERM}, {"SIGKILL", SIGKILL}};

static bool installed(const char *program) {
    char command[128];
    snprintf(command, sizeof command, "command -v %s >/dev/null", program);
    return system(command) == 0;
}

static void write_draft(const char *path) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
    static const char line[] = "Desa menerima bibit padi dari dinas pertanian.\n\n";
    if (fd < 0 || write(fd, "---\ntitle: Uji\n---\n\n", 20) != 20) abort();
    for (size_t n = 0; n < 20000; n += sizeof line - 1)
        if (write(fd, line, sizeof line - 1) < 0) abort();
    close(fd);
}

/* Prints the files that hold the word, or that it is lost. */
static void tell(const char *home) {
    char command[256], path[512];
    snprintf(command, sizeof command, "cd %s && grep -rlaF " WORD " . | sort", home);
    FILE *found = popen(command, "r");
    bool any = false;
    while (found && fgets(path, sizeof path, found)) {
        path[strcspn(path, "\n")] = 0;
        printf("%s`%s`", any ? ", " : " ", path + 2);
        any = true;
    }
    if (found) pclose(found);
    printf(any ? " |" : " **lost** |");
}

static void try_end(const struct editor *editor, const struct end *end) {
    char home[] = "/tmp/sunting-compare-XXXXXX", draft[64], program[512];
    const char *ours = getenv("SUNTING");
    snprintf(program, sizeof program, "%s",
             editor->program ? editor->program
             : ours          ? ours
                             : SUNTING_PROGRAM);
    if (!mkdtemp(home)) exit(2);
    snprintf(draft, sizeof draft, "%s/draf.md", home);
    write_draft(draft);
    char *const argv[] = {program, draft, NULL};
    struct pty *pty = pty_start(argv, home, 24, 80, NULL);
    if (!pty_wait(pty, "Desa menerima", 10000)) exit(2);
    pty_settle(pty, 500, 5000);
    pty_send(pty, slice_of(editor->begin));
    pty_settle(pty, 100, 500);
    pty_send(pty, SLICE(WORD));
    pty_settle(pty, 2000, 2000);
    if (end->signal) {
        kill(pty_pid(pty), end->signal);
        pty_exit(pty, 3000);
    }
    pty_free(pty); /* hangs up, and waits */
    tell(home);
    char command[96];
    snprintf(command, sizeof command, "rm -rf %s", home);
    if (system(command) != 0) exit(2);
}

int main(void) {
    printf("| |");
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
        printf(" %s |", ends[k].name);
    printf("\n|---|---|---|---|\n");
    for (size_t i = 0; i < sizeof editors / sizeof *editors; i++) {
        if (editors[i].program && !installed(editors[i].program)) continue;
        printf("| %s |", editors[i].name);
        for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
            try_end(&editors[i], &ends[k]);
        printf("\n");
        fflush(stdout);
    }
    return 0;
}
