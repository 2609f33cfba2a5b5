/* Runs a fuzz target over its corpus, tests/fuzz/corpus/NAME, and over changed copies of each file that are
 * the same in every run: what `make test` can afford of `make fuzz`. */
#include "base/file.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

enum { COPIES = 200 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint32_t random_below(uint64_t *seed, uint32_t n) {
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33) % n;
}

static void change(struct str *bytes, uint64_t *seed) {
    static const char signs[] = "-:\n \r#\"'[]{}&*!|>?@`%,\t\\<0a\xE2\x80\xFF\xFE";
    for (uint32_t n = 1 + random_below(seed, 4); n--;) {
        size_t at = random_below(seed, (uint32_t)bytes->len + 1);
        size_t removed = random_below(seed, 3) ? 0 : random_below(seed, 8);
        if (removed > bytes->len - at) removed = bytes->len - at;
        size_t inserted = random_below(seed, 3);
        str_splice(bytes, at, removed,
                   (struct slice){&signs[random_below(seed, sizeof signs - 2)], inserted});
    }
}

static void run(struct slice bytes) {
    uint8_t *exact = malloc(bytes.len ? bytes.len : 1); /* so that a byte too far is seen */
    if (!exact) abort();
    memcpy(exact, bytes.data, bytes.len);
    LLVMFuzzerTestOneInput(exact, bytes.len);
    free(exact);
}

int main(int argc, char **argv) {
    (void)argc;
    const char *mark = strstr(argv[0], "fuzz_");
    struct str folder = {0}, path = {0};
    str_printf(&folder, "tests/fuzz/corpus/%s", mark ? mark + 5 : "");
    DIR *d = opendir(str_text(&folder));
    size_t files = 0;
    for (struct dirent *entry; d && (entry = readdir(d));) {
        struct str bytes = {0}, copy = {0};
        str_clear(&path);
        str_printf(&path, "%s/%s", str_text(&folder), entry->d_name);
        if (file_read(str_text(&path), 1 << 20, &bytes, NULL)) {
            uint64_t seed = slice_hash(str_slice(&bytes));
            files++;
            run(str_slice(&bytes));
            for (size_t i = 0; i < COPIES; i++) {
                str_clear(&copy);
                str_append(&copy, str_slice(&bytes));
                change(&copy, &seed);
                run(str_slice(&copy));
            }
        }
        str_free(&bytes);
        str_free(&copy);
    }
    if (d) closedir(d);
    if (files) printf("[       OK ] %s: %zu files\n", str_text(&folder), files);
    str_free(&folder);
    str_free(&path);
    return files ? 0 : 1;
}
