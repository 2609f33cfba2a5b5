#include "training/classroom.h"

#include "base/memory.h"

#include <stdlib.h>

struct classroom *classroom_open(const char *folder) {
    if (!folder) return NULL;
    struct classroom *classroom = memory_zero(1, sizeof *classroom);
    str_append_text(&classroom->folder, folder);
    str_printf(&classroom->lessons, "%s/%s", folder, CLASS_LESSONS);
    return classroom;
}

void classroom_free(struct classroom *classroom) {
    if (!classroom) return;
    str_free(&classroom->folder);
    str_free(&classroom->lessons);
    free(classroom);
}

const char *classroom_lessons(const struct classroom *classroom) {
    return classroom ? str_text(&classroom->lessons) : NULL;
}
