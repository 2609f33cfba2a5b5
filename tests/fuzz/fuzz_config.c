/* Themes and settings of arbitrary bytes: a sentence or a success, never a crash or a long wait. */
#include "config/settings.h"
#include "config/theme.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    struct slice yaml = {(const char *)bytes, len};
    struct error e = {.lang = LANG_ID};
    struct theme theme = {0};
    theme_default(&theme);
    if (!theme_parse(&theme, yaml, "tema.yaml", &e) && !e.text.len) abort();
    theme_free(&theme);
    for (enum settings_from from = SETTINGS_USER; from <= SETTINGS_DRAFT;
         from = (enum settings_from)(from * 2)) {
        struct settings settings = {0};
        str_clear(&e.text);
        if (!settings_parse(&settings, from, yaml, "config.yaml", &e) && !e.text.len) abort();
        settings_free(&settings);
    }
    error_free(&e);
    return 0;
}
