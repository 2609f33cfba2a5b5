#include "draft/forget.h"
#include "cli/messages.h"
#include "ui/editor/messages.h"

#include "cli/cli.h"
#include "ui/editor/recent.h"

/* sunting forget: what is kept of a draft outside its file. */
struct forget_settings {
    bool unsaved, unnamed;
};

static const struct option_row options[] = {
    {.kind = OPTION_FLAG,
     .name = "unsaved",
     .at = offsetof(struct forget_settings, unsaved),
     .help = MESSAGE_OPTION_UNSAVED},
    {.kind = OPTION_FLAG,
     .name = "unnamed",
     .at = offsetof(struct forget_settings, unnamed),
     .help = MESSAGE_OPTION_UNNAMED},
    {.kind = OPTION_END},
};

static void forget(struct cli *cli, const char *path, bool unsaved) {
    struct forgotten forgotten;
    const char *name = *path ? path : message_text(cli->lang, MESSAGE_UNNAMED);
    if (!draft_forget(path, unsaved, &forgotten, &cli->error)) {
        cli_fail(cli);
        return;
    }
    if (*path) recent_remove(path);
    if (forgotten.copies + forgotten.asides + forgotten.journals)
        message(&cli->out, cli->lang, FORGOTTEN, name, forgotten.copies, forgotten.asides,
                forgotten.journals);
    else
        message(&cli->out, cli->lang, FORGOTTEN_NOTHING, name);
    str_append_byte(&cli->out, '\n');
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    const struct forget_settings *set = settings;
    if (!count && !set->unnamed) {
        struct error *e = &cli->error;
        error_set(e, FORGET_USAGE);
        return cli_fail(cli);
    }
    for (int i = 0; i < count; i++)
        forget(cli, arguments[i], set->unsaved);
    if (set->unnamed) forget(cli, "", set->unsaved);
    return 0;
}

const struct command command_forget = {.name = "forget",
                                       .indonesian = "lupakan",
                                       .about = MESSAGE_ABOUT_FORGET,
                                       .usage = MESSAGE_USAGE_FORGET,
                                       .details = MESSAGE_DETAILS_FORGET,
                                       .options = options,
                                       .size = sizeof(struct forget_settings),
                                       .run = run};
