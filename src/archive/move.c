#include "archive/move.h"

#include "archive/batch.h"
#include "archive/messages.h"
#include "archive/upkeep.h"

struct moving {
    struct archive *to;
    struct batch *batch;
    struct moved *moved;
};

static bool move_text(void *self, const struct archive_text *text, struct error *e) {
    const struct moving *moving = self;
    struct archive_text there;
    error_begin(e);
    bool known = archive_text(moving->to, text->id, &there, e);
    bool ok = known || !e || !e->text.len;
    if (known && there.digest != text->digest) {
        ok = error_set(e, ARCHIVE_OTHER_TEXTS, archive_where(moving->to), (long long)text->id);
    } else if (known) {
        moving->moved->there++;
    } else if (ok) {
        ok = batch_move(moving->batch, text, e);
        moving->moved->texts += ok;
    }
    archive_text_free(&there);
    return ok;
}

struct moving_gone {
    struct store *to;
    struct error *e;
    bool ok;
};

static void move_gone(void *self, const struct store_value *columns) {
    struct moving_gone *moving = self;
    moving->ok = moving->ok && store_run(moving->to, STATEMENT_GONE_ADD, columns, 3, NULL, NULL, moving->e);
}

bool archive_move(struct archive *from, struct archive *to, struct moved *moved, struct error *e) {
    *moved = (struct moved){0};
    if (archive_salted(from, 0) == archive_salted(to, 0)) /* each archive has a salt of its own */
        return error_set(e, ARCHIVE_SAME, archive_where(from), archive_where(to));
    struct moving moving = {.to = to, .batch = batch_begin(to, e), .moved = moved};
    if (moving.batch) batch_expect_many(moving.batch);
    struct moving_gone gone = {archive_store(to), e, true};
    bool ok = moving.batch && archive_each_text(from, move_text, &moving, e) &&
              store_run(archive_store(from), STATEMENT_GONE_LIST, NULL, 0, move_gone, &gone, e) && gone.ok;
    if (ok) return batch_end(moving.batch, e);
    batch_abandon(moving.batch);
    return false;
}
