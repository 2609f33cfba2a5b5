#include "cli/draft_source.h"

#include "archive/archive.h"
#include "cli/messages.h"
#include "cli/setup.h"
#include "ui/editor/messages.h"

#include <unistd.h>

bool draft_source_read(struct draft_source *source, struct cli *cli, const char *path) {
    if (strcmp(path, "-") == 0 && isatty(STDIN_FILENO))
        cli_say(cli, READING_TYPED); /* without a word it would look as if the program hung */
    *source = (struct draft_source){.path = path, .draft = draft_load(path, DRAFT_LIMIT, &cli->error)};
    if (!source->draft) return false;
    for (struct slice notices = str_slice(&source->draft->notices); notices.len;)
        cli_warn(slice_cut(&notices, '\n'));
    positions_make(&source->positions, source->draft);
    return true;
}

void draft_source_free(struct draft_source *source) {
    positions_free(&source->positions);
    draft_free(source->draft);
    source->draft = NULL;
}

/* Without its dictionaries Sunting misses what it is there to find. Said once. */
static void tell_problem(struct cli *cli) {
    const char *problem = language_problem(cli->setup->language);
    if (!*problem || cli->setup->problem_told) return;
    cli->setup->problem_told = true;
    error_set(&cli->error, DICTIONARIES_INCOMPLETE, problem);
    cli_fail(cli);
}

struct checker *draft_source_check(const struct draft_source *source, struct cli *cli,
                                   const struct rule_set *rules, enum honour honour) {
    static const bool none[RULE_COUNT];
    struct checker *checker = checker_new(cli_setup(cli, source->path)->language, cli->lang, none);
    if (rules) checker_rules(checker, rules);
    checker_honour(checker, honour);
    checker_suggest(checker, true);
    checker_name(checker, source->path);
    struct archive *archive = rules ? cli_archive(cli) : NULL;
    if (archive) checker_archive(checker, archive);
    checker_attach(checker, source->draft->text);
    checker_run(checker, 0, NULL, NULL);
    if (archive && *archive_trouble(archive)) {
        str_append_text(&cli->error.text, archive_trouble(archive));
        cli_fail(cli);
    }
    tell_problem(cli);
    return checker;
}
