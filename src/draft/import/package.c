#include "draft/import/package.h"

#include "base/memory.h"
#include "draft/import/messages.h"

#include <minizip/unzip.h>
#include <stdlib.h>

struct package {
    struct slice bytes;
    size_t at; /* of the reading */
    const char *path;
    unzFile zip;
};

/* minizip reads through these: from memory, since a draft may come from a pipe. */
static voidpf memory_open(voidpf self, const void *name, int mode) {
    (void)name;
    return mode & ZLIB_FILEFUNC_MODE_WRITE ? NULL : self;
}

static uLong memory_read(voidpf self, voidpf stream, void *into, uLong size) {
    struct package *archive = self;
    (void)stream;
    size_t left = archive->bytes.len - archive->at, n = size < left ? size : left;
    if (n) memcpy(into, archive->bytes.data + archive->at, n);
    archive->at += n;
    return (uLong)n;
}

static ZPOS64_T memory_tell(voidpf self, voidpf stream) {
    (void)stream;
    return ((struct package *)self)->at;
}

static long memory_seek(voidpf self, voidpf stream, ZPOS64_T offset, int origin) {
    struct package *archive = self;
    (void)stream;
    size_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? archive->at
                  : origin == ZLIB_FILEFUNC_SEEK_END ? archive->bytes.len
                                                     : 0;
    if (offset > archive->bytes.len - from) return -1;
    archive->at = from + (size_t)offset;
    return 0;
}

static int memory_close(voidpf self, voidpf stream) {
    (void)self;
    (void)stream;
    return 0;
}

struct package *package_open(struct slice bytes, const char *path, struct error *e) {
    struct package *archive = memory_zero(1, sizeof *archive);
    *archive = (struct package){.bytes = bytes, .path = path};
    zlib_filefunc64_def files = {.zopen64_file = memory_open,
                                 .zread_file = memory_read,
                                 .ztell64_file = memory_tell,
                                 .zseek64_file = memory_seek,
                                 .zclose_file = memory_close,
                                 .zerror_file = memory_close,
                                 .opaque = archive};
    unz_global_info64 info = {0};
    archive->zip = unzOpen2_64(path, &files);
    if (!archive->zip || unzGetGlobalInfo64(archive->zip, &info) != UNZ_OK)
        error_set(e, IMPORT_BROKEN, path);
    else if (info.number_entry > PACKAGE_ENTRIES)
        error_set(e, IMPORT_TOO_LARGE, path);
    else
        return archive;
    package_close(archive);
    return NULL;
}

void package_close(struct package *archive) {
    if (!archive) return;
    if (archive->zip) unzClose(archive->zip);
    free(archive);
}

const char *package_path(const struct package *archive) {
    return archive->path;
}

bool package_has(struct package *archive, const char *part) {
    enum { CASE = 1 };
    return unzLocateFile(archive->zip, part, CASE) == UNZ_OK;
}

static bool is_too_large(const unz_file_info64 *info) {
    return info->uncompressed_size > PACKAGE_PART_BYTES ||
           (info->uncompressed_size > PACKAGE_RATIO_FROM &&
            info->uncompressed_size / PACKAGE_RATIO > info->compressed_size);
}

/* Of the open part: no more than it said, whatever it holds. False: broken. */
static bool inflate_part(unzFile zip, size_t size, struct str *out) {
    str_reserve(out, size + 1);
    size_t done = 0;
    for (int n = 1; n > 0 && done < size; done += (size_t)n) {
        n = unzReadCurrentFile(zip, out->data + out->len + done, (unsigned)(size - done));
        if (n < 0) break;
    }
    char more;
    bool whole = done == size && unzReadCurrentFile(zip, &more, 1) == 0;
    out->len += done;
    out->data[out->len] = 0;
    return unzCloseCurrentFile(zip) == UNZ_OK && whole; /* closing tells of a wrong checksum */
}

bool package_read(struct package *archive, const char *part, struct str *out, struct error *e) {
    unz_file_info64 info = {0};
    enum { ENCRYPTED = 1 };
    if (!package_has(archive, part)) return error_set(e, IMPORT_NO_PART, archive->path, part);
    if (unzGetCurrentFileInfo64(archive->zip, &info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
        return error_set(e, IMPORT_BROKEN, archive->path);
    if (is_too_large(&info)) return error_set(e, IMPORT_TOO_LARGE, archive->path);
    if (info.flag & ENCRYPTED) return error_set(e, IMPORT_LOCKED, archive->path);
    if (unzOpenCurrentFile(archive->zip) != UNZ_OK ||
        !inflate_part(archive->zip, (size_t)info.uncompressed_size, out))
        return error_set(e, IMPORT_BROKEN, archive->path);
    return true;
}
