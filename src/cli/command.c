#include "cli/cli.h"

#include "language/spelling/word_index.h"

enum { SLIPS = 2 };

#define COMMAND(name) extern const struct command command_##name;
#include "cli/commands.def"
#undef COMMAND

const struct command *const commands[] = {
#define COMMAND(name) &command_##name,
#include "cli/commands.def"
#undef COMMAND
    NULL,
};

const struct command *command_find(const char *name) {
    for (size_t i = 0; commands[i]; i++)
        if (strcmp(name, commands[i]->name) == 0 || strcmp(name, commands[i]->indonesian) == 0)
            return commands[i];
    return NULL;
}

const char *command_near(const char *name, enum lang lang) {
    unsigned fewest = SLIPS + 1;
    const struct command *nearest = NULL;
    for (size_t i = 0; commands[i]; i++) {
        const char *const names[] = {commands[i]->name, commands[i]->indonesian};
        for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
            unsigned slips = edit_count(slice_of(name), slice_of(names[k]), SLIPS);
            if (slips >= fewest || slips >= strlen(name)) continue;
            fewest = slips;
            nearest = commands[i];
        }
    }
    if (!nearest) return NULL;
    return lang == LANG_ID ? nearest->indonesian : nearest->name;
}
