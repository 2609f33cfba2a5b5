#include "cli/listing.h"
#include "cli/messages.h"
#include "report/json_value.h"

/* sunting sentences: one sentence a line. */
static void append_line(struct str *out, struct slice sentence) {
    size_t from = out->len;
    str_append(out, sentence);
    for (size_t at = from; at < out->len; at++) /* a paragraph wrapped by hand */
        if (out->data[at] == '\n' || out->data[at] == '\r') out->data[at] = ' ';
    str_append_byte(out, '\n');
}

static void append(struct cli *cli, const struct draft_source *source, struct checker *checker,
                   enum listing_format format, struct str *out) {
    (void)cli;
    const struct document *document = checker_document(checker);
    bool first = true;
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = document->blocks.items[i];
        for (size_t k = 0; k < block->analysis.sentences.count; k++, first = false) {
            const struct sentence *s = &block->analysis.sentences.items[k];
            if (format == LISTING_TEXT) {
                append_line(out, slice_range(block->text, s->start, s->end));
                continue;
            }
            str_append_text(out, first ? "{" : ",{");
            json_append_span(out, &source->positions, block->start + s->start, block->start + s->end);
            str_append_byte(out, '}');
        }
    }
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    static const struct listing listing = {.name = "sentences", .append = append};
    const struct listing_settings *set = settings;
    return listing_run(cli, &listing, (enum listing_format)set->format, count, arguments);
}

const struct command command_sentences = {.name = "sentences",
                                          .indonesian = "kalimat",
                                          .about = MESSAGE_ABOUT_SENTENCES,
                                          .usage = MESSAGE_USAGE_PATHS,
                                          .details = MESSAGE_NOTHING,
                                          .options = listing_options,
                                          .size = sizeof(struct listing_settings),
                                          .run = run};
