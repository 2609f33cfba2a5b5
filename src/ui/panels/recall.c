#include "ui/panels/recall.h"

#include "config/own_words.h"
#include "language/spelling/speller.h"
#include "ui/panels/desk.h"
#include "ui/panels/messages.h"

void recall_note(struct desk *desk, enum recall_kind kind, struct slice word) {
    struct recall *recall = &desk->recall;
    recall->kind = kind;
    recall->revision = desk->buffer->revision;
    str_clear(&recall->word);
    str_append(&recall->word, word);
}

bool recall_possible(const struct desk *desk) {
    return desk->buffer && desk->recall.kind != RECALL_NOTHING &&
           desk->recall.revision == desk->buffer->revision;
}

static void forget_word(struct desk *desk, struct slice word) {
    struct error e = {.lang = desk->lang};
    bool found;
    speller_remove(language_speller(desk->language), word);
    if (desk->buffer->checker && desk->buffer->attached) checker_restart(desk->buffer->checker);
    if (own_words_remove(word, &found, &e))
        desk_say(desk, WORD_REMOVED, SLICE_ARG(word));
    else
        desk_complain(desk, &e);
    error_free(&e);
}

void recall_run(struct desk *desk) {
    enum recall_kind kind = desk->recall.kind;
    desk->recall.kind = RECALL_NOTHING;
    if (kind == RECALL_WORD) {
        forget_word(desk, str_slice(&desk->recall.word));
    } else if (kind == RECALL_HIDDEN && desk->buffer->ignored.count) {
        desk->buffer->ignored.count--;
        buffer_take_findings(desk->buffer);
        desk_say(desk, HIDDEN_SHOWN);
    }
    desk->stale = true;
}
