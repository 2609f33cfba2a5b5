#include "cli/listing.h"

#include "cli/messages.h"
#include "cli/walk.h"
#include "report/json_value.h"

static const char *const formats[] = {[LISTING_TEXT] = "text", [LISTING_JSON] = "json", NULL};
static const char *const csv_formats[] = {
    [LISTING_TEXT] = "text", [LISTING_JSON] = "json", [LISTING_CSV] = "csv", NULL};

#define FORMAT_OPTION(choices_)                                                                              \
    {                                                                                                        \
        .kind = OPTION_CHOICE, .name = "format", .letter = 'f',                                              \
        .at = offsetof(struct listing_settings, format), .choices = choices_, .help = MESSAGE_HELP_FORMAT    \
    }

const struct option_row listing_options[] = {FORMAT_OPTION(formats), {.kind = OPTION_END}};
const struct option_row listing_csv_options[] = {FORMAT_OPTION(csv_formats), {.kind = OPTION_END}};

static void append_draft(struct cli *cli, const struct listing *listing, enum listing_format format,
                         const char *path) {
    struct draft_source source;
    bool json = format == LISTING_JSON;
    if (json) {
        str_append_text(&cli->out, "{\"path\":");
        json_append(&cli->out, slice_of(path));
        str_append_byte(&cli->out, ',');
    }
    if (draft_source_read(&source, cli, path)) {
        struct checker *checker = draft_source_check(&source, cli, NULL, HONOUR_ALL);
        if (json) str_printf(&cli->out, "\"%s\":[", listing->name);
        listing->append(cli, &source, checker, format, &cli->out);
        if (json) str_append_byte(&cli->out, ']');
        checker_free(checker);
    } else {
        if (json) str_append_text(&cli->out, "\"error\":");
        if (json) json_append(&cli->out, str_slice(&cli->error.text));
        cli_fail(cli);
    }
    if (json) str_append_byte(&cli->out, '}');
    draft_source_free(&source);
}

int listing_run(struct cli *cli, const struct listing *listing, enum listing_format format, int count,
                char **arguments) {
    struct walk walk = {.documents = true};
    walk_arguments(&walk, count, arguments);
    if (format == LISTING_JSON) str_append_text(&cli->out, "{\"version\":1,\"files\":[");
    if (format == LISTING_CSV) str_printf(&cli->out, "%s\r\n", listing->heads);
    for (size_t i = 0; i < walk.paths.count; i++) {
        if (i && format == LISTING_JSON) str_append_text(&cli->out, ",\n");
        if (i && format == LISTING_TEXT && listing->apart) str_append_byte(&cli->out, '\n');
        append_draft(cli, listing, format, walk.paths.items[i]);
        cli_flush(cli);
    }
    if (format == LISTING_JSON) str_append_text(&cli->out, "]}\n");
    walk_complain(&walk, cli);
    walk_free(&walk);
    return 0;
}
