#include "archive/batch.h"
#include "base/file.h"
#include "cli/archive.h"
#include "cli/draft_source.h"
#include "cli/messages.h"
#include "cli/walk.h"
#include "draft/encoding.h"
#include "draft/import/site.h"

/* sunting archive add: published texts, from files. */
struct adding {
    struct cli *cli;
    const struct archive_settings *set;
    struct batch *batch;
    size_t counts[ADD_SAME + 1], left_out;
    bool failed; /* the archive, not a text */
};

static void leave_out(struct adding *adding) {
    cli_remark(adding->cli);
    adding->left_out++;
}

static void tell_beyond(struct adding *adding) {
    const struct batch_beyond *beyond;
    while (!adding->failed && (beyond = batch_next_beyond(adding->batch)))
        cli_say(adding->cli, ARCHIVE_BEYOND, beyond->origin, beyond->units);
}

static void put(struct adding *adding, struct entry *entry) {
    if (adding->set->office) {
        str_clear(&entry->office);
        str_append_text(&entry->office, adding->set->office);
    }
    enum added added = batch_add(adding->batch, entry, &adding->cli->error);
    adding->counts[added]++;
    adding->failed = added == ADD_FAILED;
    tell_beyond(adding);
}

static void add_file(struct adding *adding, const char *path) {
    struct draft_source source;
    struct entry entry = {0};
    bool read = draft_source_read(&source, adding->cli, path);
    if (!read)
        cli_fail(adding->cli);
    else if (entry_from_draft(&entry, source.draft->text, path, &adding->cli->error))
        put(adding, &entry);
    else
        leave_out(adding);
    entry_free(&entry);
    draft_source_free(&source);
}

struct site_adding {
    struct adding *adding;
    const char *path;
    struct slice bytes;
    size_t posts;
};

/* An export may be larger than memory, and is read once. */
static void forget_what_was_read(struct site_adding *site) {
    enum { OFTEN = 512 };
    if (++site->posts % OFTEN == 0) file_forget(site->bytes);
}

static bool add_post(void *self, struct site_post *post) {
    struct site_adding *site = self;
    struct entry entry = {0};
    if (entry_from_post(&entry, post, site->path))
        put(site->adding, &entry);
    else
        site->adding->left_out++;
    entry_free(&entry);
    forget_what_was_read(site);
    return !site->adding->failed;
}

/* An export may be as large as memory: what is UTF-8 is not copied. */
static struct slice text_of(struct slice bytes, struct str *decoded) {
    struct encoded encoded = encoding_recognise(bytes);
    switch (encoded.encoding) {
    case ENCODING_NONE:
        return SLICE("");
    case ENCODING_UTF8:
    case ENCODING_MIXED:
        return slice_range(bytes, encoded.mark, bytes.len);
    default:
        encoding_decode(encoded, bytes, decoded);
        return str_slice(decoded);
    }
}

static void add_site(struct adding *adding, const char *path, enum site_kind kind) {
    struct slice bytes;
    struct str decoded = {0};
    if (!file_map(path, SITE_BYTES, &bytes, &adding->cli->error)) {
        cli_fail(adding->cli);
        return;
    }
    struct site_adding site = {.adding = adding, .path = path, .bytes = bytes};
    struct slice text = text_of(bytes, &decoded);
    if (!site_read(kind, path, text, add_post, &site, &adding->cli->error) && !adding->failed)
        cli_fail(adding->cli);
    str_free(&decoded);
    file_unmap(&bytes);
}

static void report(struct adding *adding) {
    message(&adding->cli->out, adding->cli->lang, ARCHIVE_ADDED, adding->counts[ADD_NEW],
            adding->counts[ADD_CHANGED], adding->counts[ADD_SAME], adding->left_out);
    str_append_byte(&adding->cli->out, '\n');
}

/* A process more for each processor is worth it then. */
static bool are_many(const struct walk *walk) {
    enum { MANY = 8 };
    bool site = false;
    for (size_t i = 0; i < walk->paths.count && !site; i++)
        site = site_recognise(walk->paths.items[i]);
    return site || walk->paths.count >= MANY;
}

static bool add_all(struct adding *adding, const struct walk *walk) {
    if (are_many(walk)) batch_expect_many(adding->batch);
    for (size_t i = 0; !adding->failed && i < walk->paths.count; i++)
        if (site_recognise(walk->paths.items[i]))
            add_site(adding, walk->paths.items[i], site_recognise(walk->paths.items[i]));
        else
            add_file(adding, walk->paths.items[i]);
    adding->failed = adding->failed || !batch_settle(adding->batch, &adding->cli->error);
    tell_beyond(adding);
    if (!adding->failed) return batch_end(adding->batch, &adding->cli->error);
    batch_abandon(adding->batch);
    return false;
}

int archive_add(struct cli *cli, const struct archive_settings *set, int count, char **arguments) {
    struct adding adding = {.cli = cli, .set = set};
    struct archive *archive = archive_meant(cli, STORE_WRITE);
    adding.batch = archive ? batch_begin(archive, &cli->error) : NULL;
    struct walk walk = {0};
    int status = 0;
    walk_arguments(&walk, count, arguments);
    if (!adding.batch || !add_all(&adding, &walk))
        status = cli_fail(cli);
    else
        report(&adding);
    walk_complain(&walk, cli);
    walk_free(&walk);
    archive_leave(archive);
    return status;
}
