#include "base/paths.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(const struct str *path) {
    struct stat st;
    return stat(str_text(path), &st) == 0 && S_ISDIR(st.st_mode);
}

static void set_path(struct str *out, struct slice folder, const char *between, const char *name) {
    str_clear(out);
    str_append(out, folder);
    str_printf(out, "%s/%s", between, name);
}

/* The folder of the running program; empty when /proc does not say. */
static struct slice program_folder(char *buffer, size_t size) {
    ssize_t n = readlink("/proc/self/exe", buffer, size);
    if (n <= 0 || (size_t)n >= size) return SLICE("");
    while (n > 0 && buffer[n - 1] != '/')
        n--;
    return (struct slice){buffer, n ? (size_t)n - 1 : 0};
}

void path_data(struct str *out, const char *name) {
    /* As installed, from build/sunting, from build/tests/test_x. */
    static const char *const beside[] = {"/../share/sunting", "/..", "/../.."};
    const char *set = getenv("SUNTING_DATA");
    if (set && *set) {
        set_path(out, slice_of(set), "", name);
        if (is_folder(out)) return;
    }
    char buffer[PATH_MAX];
    struct slice folder = program_folder(buffer, sizeof buffer);
    for (size_t i = 0; folder.len && i < sizeof beside / sizeof *beside; i++) {
        set_path(out, folder, beside[i], name);
        if (is_folder(out)) return;
    }
    set_path(out, SLICE(SUNTING_DATA), "", name);
}

bool path_user(struct str *out, enum path_user kind, const char *name) {
    static const struct {
        const char *variable, *fallback;
    } places[] = {[PATH_CONFIG] = {"XDG_CONFIG_HOME", "/.config"},
                  [PATH_DATA] = {"XDG_DATA_HOME", "/.local/share"},
                  [PATH_STATE] = {"XDG_STATE_HOME", "/.local/state"}};
    const char *folder = getenv(places[kind].variable), *below = "/sunting";
    str_clear(out);
    if (folder && *folder == '/') { /* a relative path is to be ignored, says the XDG specification */
        str_append_text(out, folder);
    } else {
        folder = getenv("HOME");
        if (!folder || *folder != '/') return false;
        str_printf(out, "%s%s", folder, places[kind].fallback);
    }
    str_printf(out, "%s/%s", below, name);
    return true;
}

/* Without ".", ".." and double slashes, by the name alone: no link is followed. */
static void append_plain(struct str *out, struct slice path) {
    while (path.len) {
        struct slice name = slice_cut(&path, '/');
        if (!name.len || slice_equal_text(name, ".")) continue;
        if (slice_equal_text(name, "..")) {
            while (out->len && out->data[out->len - 1] != '/')
                out->len--;
            if (out->len) out->len--;
            continue;
        }
        str_append_byte(out, '/');
        str_append(out, name);
    }
}

bool path_is_within(const char *path) {
    const char *folder = getenv(RESTRICTED_VARIABLE);
    if (!folder || !*folder) return true;
    struct str plain = {0};
    char here[PATH_MAX];
    if (*path != '/' && getcwd(here, sizeof here)) append_plain(&plain, slice_of(here));
    append_plain(&plain, slice_of(path));
    struct slice rest = str_slice(&plain);
    bool within = slice_starts(rest, slice_of(folder));
    if (within) rest = slice_range(rest, strlen(folder), rest.len);
    within = within && (!rest.len || *rest.data == '/');
    str_free(&plain);
    return within;
}

void path_make_folders(const char *path) {
    char *folder = slice_copy(slice_of(path));
    for (char *slash = strchr(folder + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(folder, 0700);
        *slash = '/';
    }
    free(folder);
}

struct slice path_folder(struct slice path) {
    for (size_t i = path.len; i-- > 0;)
        if (path.data[i] == '/') return i ? slice_range(path, 0, i) : SLICE("/");
    return SLICE(".");
}

const char *path_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* The home folder without a slash at its end; empty when there is none. */
static struct slice home_folder(void) {
    struct slice home = slice_of(getenv("HOME"));
    while (home.len && home.data[home.len - 1] == '/')
        home.len--;
    return home;
}

/* path begins with this folder, or is it. */
static bool is_below(struct slice path, struct slice folder) {
    return folder.len && slice_starts(path, folder) &&
           (path.len == folder.len || path.data[folder.len] == '/');
}

void path_short(struct str *out, struct slice path) {
    struct slice home = home_folder();
    bool below = is_below(path, home);
    str_clear(out);
    if (below) str_append_byte(out, '~');
    str_append(out, slice_range(path, below ? home.len : 0, path.len));
}

void path_meant(struct str *out, struct slice written) {
    struct slice home = home_folder();
    bool below = home.len && is_below(written, SLICE("~"));
    str_clear(out);
    if (below) str_append(out, home);
    str_append(out, slice_range(written, below ? 1 : 0, written.len));
}
