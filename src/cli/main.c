#include "archive/helper.h"
#include "archive/store.h"
#include "base/memory.h"
#include "base/restrict.h"
#include "cli/cli.h"
#include "cli/common.h"
#include "cli/edit.h"
#include "cli/messages.h"
#include "cli/setup.h"
#include "language/spelling/wordbook.h"

#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

static int refuse_command(struct cli *cli, const char *name) {
    const char *near = command_near(name, cli->lang);
    if (near)
        error_set(&cli->error, COMMAND_MEANT, name, near);
    else
        error_set(&cli->error, COMMAND_UNKNOWN, name);
    return cli_fail(cli);
}

/* What lies outside the folder of restricted mode and may be read all the same: only what stands on the
 * command line, which is the administrator's; never what a file in the folder names. The paths become real
 * ones, since the working directory will be another. */
enum { OUTSIDE = 2 };
static void name_outside(const char **const named[OUTSIDE], char *reads[OUTSIDE + 1]) {
    for (size_t i = 0, count = 0; i < OUTSIDE; i++) {
        char *real = named[i] && *named[i] ? realpath(*named[i], NULL) : NULL;
        if (real) *named[i] = reads[count++] = real;
    }
}

/* No program starts in restricted mode, so the one that asks an archive on a server does before. What is
 * wrong with it is told by who opens the archive. */
static bool start_helper(const char *archive) {
    return archive && store_is_remote(slice_of(archive)) && store_may_be_named(archive, NULL) &&
           helper_start_early(archive, NULL);
}

/* command: NULL for the editor; then word is the first argument that is no option, or NULL. */
static int run_command(struct cli *cli, const struct command *command, const char *word, int argc,
                       char **argv) {
    struct common common = {.lang = LANG_UNSET};
    void *settings = memory_zero(1, command ? command->size : 1);
    if (command && command->defaults) memcpy(settings, command->defaults, command->size);
    const struct option_set sets[OPTION_SETS] = {{common_options, &common},
                                                 {command ? command->options : NULL, settings}};
    int status = 0;
    bool read = options_read(sets, &argc, argv, command ? word : NULL, &cli->error);
    cli->config = common.config;
    if (common.lang != LANG_UNSET) cli->lang = cli->error.lang = (enum lang)common.lang;
    if (!read) options_read(sets, &argc, argv, command ? word : NULL, &cli->error); /* in that language */
    char *reads[OUTSIDE + 1] = {0};
    if (read && common.restricted) { /* before the settings are read: they are those of the folder */
        const char **const named[] = {command && command->reads ? command->reads(settings) : NULL,
                                      &common.archive};
        name_outside(named, reads);
        bool helped = start_helper(common.archive);
        wordbook_keep_library(); /* no library can be read afterwards */
        store_keep_library();
        read = restrict_apply(common.restricted, (const char *const *)reads, helped ? HELPER_FD + 1 : 0,
                              &cli->error);
    }
    cli->archive = common.archive;
    if (common.lang == LANG_UNSET) cli_set_lang(cli);
    if (!read)
        status = cli_fail(cli);
    else if (common.version)
        str_append_text(&cli->out, "sunting " SUNTING_VERSION "\n");
    else if (common.help && command)
        command_help(command, cli->lang, &cli->out);
    else if (command)
        status = command->run(cli, settings, argc - 1, argv + 1);
    else if (common.help || (argc == 1 && !isatty(STDOUT_FILENO)))
        commands_help(cli->lang, &cli->out);
    else if (word && !edit_is_file(word))
        status = refuse_command(cli, word);
    else
        status = edit_run(cli, argc - 1, argv + 1);
    free(settings);
    for (size_t i = 0; i < OUTSIDE; i++)
        free(reads[i]);
    return status;
}

/* A core file would hold what was being written, readable long after; where files may not grow, write() says
 * so, which is told in a sentence; and who starts this program may ignore its own ended children, which would
 * hide how git and antiword end. */
static void set_limits(void) {
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGCHLD, SIG_DFL);
}

int main(int argc, char **argv) {
    set_limits();
    setlocale(LC_CTYPE, "");
    struct cli cli = {.lang = lang_of_environment(NULL), .train = edit_train};
    cli.error.lang = cli.lang;
    int first = options_skip(common_options, argc, argv);
    const char *word = first < argc ? argv[first] : NULL;
    const struct command *command = word ? command_find(word) : NULL;
    if (command) /* the options before it go after it: its name takes the place of the program's */
        memmove(argv + 1, argv, (size_t)first * sizeof *argv), argc--, argv++;
    int status = run_command(&cli, command, word, argc, argv);
    cli_flush(&cli);
    if (cli.failed) status = EXIT_FAILED;
    setup_free(cli.setup);
    free(cli.setup);
    str_free(&cli.out);
    error_free(&cli.error);
    return status;
}
