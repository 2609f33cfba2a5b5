#include "program.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int run_shell(const char *line, struct str *out) {
    char buffer[4096];
    str_clear(out);
    FILE *pipe = popen(line, "r");
    if (!pipe) return -1;
    for (size_t n; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        str_append(out, (struct slice){buffer, n});
    int status = pclose(pipe);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int program_run(const char *arguments, const char *input, struct str *out) {
    char *folder = folder_make();
    struct str line = {0};
    file_make(folder, "input", slice_of(input ? input : ""));
    str_printf(&line, SUNTING_PROGRAM " %s <%s/input 2>/dev/null", arguments, folder);
    int status = run_shell(str_text(&line), out);
    str_free(&line);
    folder_remove(folder);
    return status;
}

int program_complains(const char *arguments, struct str *out) {
    struct str line = {0};
    str_printf(&line, SUNTING_PROGRAM " %s </dev/null 2>&1 >/dev/null", arguments);
    int status = run_shell(str_text(&line), out);
    str_free(&line);
    return status;
}

char *folder_make(void) {
    char *folder = slice_copy(SLICE("/tmp/sunting-test-XXXXXX"));
    if (!mkdtemp(folder)) abort();
    return folder;
}

void folder_remove(char *folder) {
    struct str line = {0}, out = {0};
    str_printf(&line, "rm -rf '%s'", folder);
    run_shell(str_text(&line), &out);
    str_free(&line);
    str_free(&out);
    free(folder);
}

char *test_folder;

int folder_enter(void **state) {
    (void)state;
    test_folder = folder_make();
    return 0;
}

int folder_leave(void **state) {
    (void)state;
    folder_remove(test_folder);
    return 0;
}

void file_make(const char *folder, const char *name, struct slice content) {
    struct str path = {0};
    str_printf(&path, "%s/%s", folder, name);
    FILE *file = fopen(str_text(&path), "wb");
    if (!file || fwrite(content.data, 1, content.len, file) != content.len || fclose(file)) abort();
    str_free(&path);
}

void wait_ms(long ms) {
    nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL);
}
