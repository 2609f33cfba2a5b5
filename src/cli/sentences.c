#include "cli/cli.h"
#include "cli/draft_source.h"
#include "cli/walk.h"
#include "report/json_value.h"

/* sunting sentences: one sentence a line. */
struct sentences_settings {
    size_t format; /* index into formats */
};

enum { FORMAT_TEXT, FORMAT_JSON };
static const char *const formats[] = {[FORMAT_TEXT] = "text", [FORMAT_JSON] = "json", NULL};

static const struct option_row options[] = {
    {.kind = OPTION_CHOICE,
     .name = "format",
     .at = offsetof(struct sentences_settings, format),
     .choices = formats,
     .help = MESSAGE_HELP_FORMAT},
    {.kind = OPTION_END},
};

/* Calls visit for each sentence, with its place in the file. */
static void append_text(const struct document *document, struct str *out) {
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = document->blocks.items[i];
        for (size_t k = 0; k < block->analysis.sentences.count; k++) {
            const struct sentence *s = &block->analysis.sentences.items[k];
            size_t from = out->len;
            str_append(out, slice_range(block->text, s->start, s->end));
            for (size_t at = from; at < out->len; at++) /* a paragraph wrapped by hand */
                if (out->data[at] == '\n' || out->data[at] == '\r') out->data[at] = ' ';
            str_append_byte(out, '\n');
        }
    }
}

static json_t *json_sentences(const struct document *document, const struct positions *positions) {
    json_t *list = json_array();
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = document->blocks.items[i];
        for (size_t k = 0; k < block->analysis.sentences.count; k++) {
            const struct sentence *s = &block->analysis.sentences.items[k];
            json_t *object = json_object();
            json_set_span(object, positions, block->start + s->start, block->start + s->end);
            json_array_append_new(list, object);
        }
    }
    return list;
}

static void append_draft(struct cli *cli, const char *path, size_t format, struct str *out) {
    struct draft_source source;
    json_t *object = format == FORMAT_JSON ? json_object() : NULL;
    json_object_set_new(object, "path", json_of(slice_of(path)));
    if (draft_source_read(&source, cli, path)) {
        struct checker *checker = draft_source_check(&source, cli, NULL);
        const struct document *document = checker_document(checker);
        if (object)
            json_object_set_new(object, "sentences", json_sentences(document, &source.positions));
        else
            append_text(document, out);
        checker_free(checker);
    } else {
        json_object_set_new(object, "error", json_of(str_slice(&cli->error.text)));
        cli_fail(cli);
    }
    if (object) json_write(object, out);
    draft_source_free(&source);
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    const struct sentences_settings *set = settings;
    struct walk walk = {0};
    for (int i = 0; i < count; i++)
        walk_add(&walk, arguments[i]);
    if (count == 0) walk_add(&walk, "-");
    if (set->format == FORMAT_JSON) str_append_text(&cli->out, "{\"version\":1,\"files\":[");
    for (size_t i = 0; i < walk.paths.count; i++) {
        if (i && set->format == FORMAT_JSON) str_append_text(&cli->out, ",\n");
        append_draft(cli, walk.paths.items[i], set->format, &cli->out);
        cli_flush(cli);
    }
    if (set->format == FORMAT_JSON) str_append_text(&cli->out, "]}\n");
    walk_free(&walk);
    return 0;
}

const struct command command_sentences = {.name = "sentences",
                                          .indonesian = "kalimat",
                                          .about = MESSAGE_ABOUT_SENTENCES,
                                          .usage = MESSAGE_USAGE_PATHS,
                                          .details = MESSAGE_NOTHING,
                                          .options = options,
                                          .size = sizeof(struct sentences_settings),
                                          .run = run};
