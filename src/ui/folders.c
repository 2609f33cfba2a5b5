#include "ui/folders.h"

#include <sys/stat.h>

void folders_make(struct str *path) {
    for (size_t i = 1; i < path->len; i++) {
        if (path->data[i] != '/') continue;
        path->data[i] = 0;
        mkdir(path->data, 0700);
        path->data[i] = '/';
    }
}
