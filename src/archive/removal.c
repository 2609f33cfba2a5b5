#include "archive/removal.h"

#include "archive/batch.h"
#include "archive/messages.h"
#include "base/today.h"

static const char *const KEY = "sisa", *const LEFT = "1", *const CLEAN = "0";

bool removal_note(struct archive *archive, struct error *e) {
    return archive_set_note(archive, KEY, LEFT, e);
}

bool removal_clean(struct archive *archive, bool (*clean)(struct store *store, struct error *e),
                   struct error *e) {
    return clean(archive_store(archive), e) && archive_set_note(archive, KEY, CLEAN, e);
}

void removal_resume(struct archive *archive) {
    struct str left = {0};
    if (archive_note(archive, KEY, &left, NULL) && slice_equal(str_slice(&left), slice_of(LEFT)))
        removal_clean(archive, store_scrub, NULL);
    str_free(&left);
}

static bool take_out(struct archive *archive, struct batch *batch, int64_t id, struct slice reason,
                     struct error *e) {
    struct str today = {0};
    bool gone = false;
    today_append(&today);
    const struct store_value row[] = {store_number(id), store_text(str_slice(&today)), store_text(reason)};
    bool ok = batch_remove(batch, id, &gone, e) && (gone || error_set(e, ARCHIVE_NO_TEXT, (long long)id)) &&
              STORE_RUN(archive_store(archive), GONE_ADD, row, NULL, NULL, e);
    str_free(&today);
    return ok;
}

bool archive_take_down(struct archive *archive, const int64_t *ids, size_t count, struct slice reason,
                       struct error *e) {
    struct store *store = archive_store(archive);
    struct batch *batch = batch_begin(archive, e);
    const struct store_value list[] = {store_numbers(ids, count)};
    bool ok = batch != NULL;
    for (size_t i = 0; ok && i < count; i++)
        ok = take_out(archive, batch, ids[i], reason, e);
    ok = ok && STORE_RUN(store, PRINT_SCRUB, list, NULL, NULL, e) &&
         store_run(store, STATEMENT_SEARCH_SCRUB, NULL, 0, NULL, NULL, e) && removal_note(archive, e);
    if (ok) return batch_end(batch, e) && removal_clean(archive, store_scrub, e);
    batch_abandon(batch);
    return false;
}
