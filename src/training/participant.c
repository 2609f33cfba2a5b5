#include "training/participant.h"

#include "base/file.h"
#include "base/paths.h"

#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

enum { PARTICIPANT_BYTES = 4096 };

static char *session_login(void) {
    const char *name = getenv("LOGNAME");
    const struct passwd *entry = name && *name ? NULL : getpwuid(getuid());
    if (entry) name = entry->pw_name;
    return slice_copy(slice_of(name ? name : ""));
}

void participant_read(char **login, char **name, char **office) {
    struct str path = {0}, bytes = {0};
    if (path_user(&path, PATH_CONFIG, "peserta") && access(str_text(&path), F_OK) == 0)
        file_read(str_text(&path), PARTICIPANT_BYTES, &bytes, NULL);
    struct slice rest = str_slice(&bytes);
    *name = slice_copy(slice_trim(slice_cut(&rest, '\n')));
    *office = slice_copy(slice_trim(slice_cut(&rest, '\n')));
    struct slice own = slice_trim(slice_cut(&rest, '\n'));
    *login = own.len ? slice_copy(own) : session_login();
    str_free(&path);
    str_free(&bytes);
}
