#include "ui/panels/words.h"

#include "config/own_words.h"
#include "language/spelling/speller.h"
#include "ui/panels/messages.h"

void words_add(struct desk *desk, struct slice word) {
    struct error e = {.lang = desk->lang};
    speller_add(language_speller(desk->language), word, SLICE(""), WORD_OWN);
    if (desk->buffer->checker && desk->buffer->attached) checker_restart(desk->buffer->checker);
    recall_note(desk, RECALL_WORD, word);
    if (own_words_add(word, &e))
        desk_say(desk, WORD_ADDED, SLICE_ARG(word));
    else
        desk_say(desk, WORD_NOT_KEPT, SLICE_ARG(word), str_text(&e.text));
    error_free(&e);
}
