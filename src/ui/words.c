#include "ui/words.h"

#include "base/paths.h"
#include "language/speller.h"
#include "ui/folders.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* One write to the end: two sessions that add a word each lose none. */
static bool append_line(const char *path, struct slice word) {
    int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) return false;
    struct str line = {0};
    str_append(&line, word);
    str_append_byte(&line, '\n');
    bool ok = write(fd, line.data, line.len) == (ssize_t)line.len;
    ok = close(fd) == 0 && ok;
    str_free(&line);
    return ok;
}

void words_add(struct editor *editor, struct slice word) {
    struct str path = {0};
    speller_add(language_speller(editor->options->language), word, SLICE(""), WORD_OWN);
    if (editor->buffer->checker && editor->attached) checker_restart(editor->buffer->checker);
    if (path_user(&path, PATH_DATA, "words.txt")) {
        folders_make(&path);
        if (append_line(str_text(&path), word))
            editor_say(editor, WORD_ADDED, SLICE_ARG(word));
        else
            editor_say(editor, WORD_NOT_KEPT, SLICE_ARG(word), strerror(errno));
    }
    str_free(&path);
}
