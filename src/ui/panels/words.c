#include "ui/panels/words.h"

#include "config/own_words.h"
#include "language/spelling/speller.h"

void words_add(struct editor *editor, struct slice word) {
    struct error e = {.lang = editor->lang};
    speller_add(language_speller(editor->options->language), word, SLICE(""), WORD_OWN);
    if (editor->buffer->checker && editor->buffer->attached) checker_restart(editor->buffer->checker);
    if (own_words_add(word, &e))
        editor_say(editor, WORD_ADDED, SLICE_ARG(word));
    else
        editor_say(editor, WORD_NOT_KEPT, SLICE_ARG(word), str_text(&e.text));
    error_free(&e);
}
