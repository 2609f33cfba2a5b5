#include "draft/front/brief.h"

#include "draft/front/front_matter.h"

#include <fcntl.h>
#include <unistd.h>

void brief_read(struct brief *brief, const char *path) {
    char bytes[BRIEF_BYTES];
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    ssize_t n = fd >= 0 ? read(fd, bytes, sizeof bytes) : 0;
    struct front_matter front;
    str_clear(&brief->title);
    str_clear(&brief->status);
    if (fd >= 0) close(fd);
    struct text *text = text_with((struct slice){bytes, n > 0 ? (size_t)n : 0});
    front_matter_parse(&front, text, LANG_ID);
    str_append(&brief->title, front_matter_text(&front, "title"));
    str_append(&brief->status, front_matter_text(&front, "status"));
    front_matter_free(&front);
    text_free(text);
}

void brief_free(struct brief *brief) {
    str_free(&brief->title);
    str_free(&brief->status);
}
