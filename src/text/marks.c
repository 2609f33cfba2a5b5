#include "text/marks.h"

size_t marks_add(struct marks *marks, size_t offset, bool follow) {
    vec_push(&marks->list, (struct mark){offset, follow});
    return marks->list.count - 1;
}

void marks_edited(struct marks *marks, const struct edit *edit) {
    vec_each(struct mark, mark, &marks->list)
        mark->offset = edit_moves(edit, mark->offset, mark->follow);
}

void marks_free(struct marks *marks) {
    vec_free(&marks->list);
}
