#include "cli/common.h"

#include "cli/messages.h"

static const char *const langs[] = {[LANG_ID] = "id", [LANG_EN] = "en", NULL};

const struct option_row common_options[] = {
    {.kind = OPTION_TEXT,
     .name = "config",
     .at = offsetof(struct common, config),
     .argument = MESSAGE_ARGUMENT_FILE,
     .help = MESSAGE_HELP_CONFIG},
    {.kind = OPTION_TEXT,
     .name = "arsip",
     .at = offsetof(struct common, archive),
     .argument = MESSAGE_ARGUMENT_FILE,
     .help = MESSAGE_HELP_ARCHIVE},
    {.kind = OPTION_CHOICE,
     .name = "lang",
     .at = offsetof(struct common, lang),
     .choices = langs,
     .help = MESSAGE_HELP_LANG},
    {.kind = OPTION_TEXT,
     .name = "restricted",
     .at = offsetof(struct common, restricted),
     .optional = true,
     .argument = MESSAGE_HELP_RESTRICTED_FOLDER,
     .help = MESSAGE_HELP_RESTRICTED},
    {.kind = OPTION_FLAG,
     .name = "help",
     .letter = 'h',
     .at = offsetof(struct common, help),
     .help = MESSAGE_HELP_HELP},
    {.kind = OPTION_FLAG,
     .name = "version",
     .letter = 'V',
     .at = offsetof(struct common, version),
     .help = MESSAGE_HELP_VERSION},
    {.kind = OPTION_END},
};
