/* Runs a fuzz target over its corpus, tests/fuzz/corpus/NAME, and over some hundred changed copies of its
 * files that are the same in every run: what `make test` can afford of `make fuzz`. */
#include "base/file.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

enum { COPIES = 600 };

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

/* The file itself, then changed copies of it. */
static void replay(const char *path, size_t copies) {
    struct str bytes = {0}, copy = {0};
    if (!file_read(path, 1 << 20, &bytes, NULL)) return;
    uint64_t seed = slice_hash(str_slice(&bytes));
    run(str_slice(&bytes));
    for (size_t i = 0; i < copies; i++) {
        str_clear(&copy);
        str_append(&copy, str_slice(&bytes));
        change(&copy, &seed);
        run(str_slice(&copy));
    }
    str_free(&bytes);
    str_free(&copy);
}

static int is_visible(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

int main(int argc, char **argv) {
    (void)argc;
    const char *mark = strstr(argv[0], "fuzz_");
    struct str folder = {0}, path = {0};
    struct dirent **entries = NULL;
    str_printf(&folder, "tests/fuzz/corpus/%s", mark ? mark + 5 : "");
    int files = scandir(str_text(&folder), &entries, is_visible, alphasort);
    for (int i = 0; i < files; i++) {
        str_clear(&path);
        str_printf(&path, "%s/%s", str_text(&folder), entries[i]->d_name);
        replay(str_text(&path), COPIES / (size_t)files);
        free(entries[i]);
    }
    free(entries);
    if (files > 0) printf("[       OK ] %s: %d files\n", str_text(&folder), files);
    str_free(&folder);
    str_free(&path);
    return files > 0 ? 0 : 1;
}
