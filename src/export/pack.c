#include "export/pack.h"

#include <minizip/zip.h>

/* minizip writes through these. It goes back only to complete what it wrote of a part. */
struct memory {
    struct str *out;
    size_t from, at;
};

static voidpf open_memory(voidpf self, const void *name, int mode) {
    (void)name;
    (void)mode;
    return self;
}

static uLong read_memory(voidpf self, voidpf stream, void *into, uLong size) {
    (void)self;
    (void)stream;
    (void)into;
    (void)size;
    return 0;
}

static uLong write_memory(voidpf self, voidpf stream, const void *bytes, uLong size) {
    struct memory *memory = self;
    (void)stream;
    size_t place = memory->from + memory->at, left = memory->out->len - place;
    str_splice(memory->out, place, size < left ? size : left, (struct slice){bytes, size});
    memory->at += size;
    return size;
}

static ZPOS64_T tell_memory(voidpf self, voidpf stream) {
    (void)stream;
    return ((struct memory *)self)->at;
}

static long seek_memory(voidpf self, voidpf stream, ZPOS64_T offset, int origin) {
    struct memory *memory = self;
    (void)stream;
    size_t end = memory->out->len - memory->from;
    size_t from = origin == ZLIB_FILEFUNC_SEEK_CUR ? memory->at : origin == ZLIB_FILEFUNC_SEEK_END ? end : 0;
    if (offset > end - from) return -1;
    memory->at = from + (size_t)offset;
    return 0;
}

static int close_memory(voidpf self, voidpf stream) {
    (void)self;
    (void)stream;
    return 0;
}

bool pack_write(const struct pack_part *parts, size_t count, struct str *out) {
    enum { LEVEL = 6 };
    struct memory memory = {.out = out, .from = out->len};
    zlib_filefunc64_def files = {.zopen64_file = open_memory,
                                 .zread_file = read_memory,
                                 .zwrite_file = write_memory,
                                 .ztell64_file = tell_memory,
                                 .zseek64_file = seek_memory,
                                 .zclose_file = close_memory,
                                 .zerror_file = close_memory,
                                 .opaque = &memory};
    zipFile zip = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &files);
    zip_fileinfo info = {.tmz_date = {.tm_mday = 1, .tm_year = 1980}};
    bool ok = zip != NULL;
    for (size_t i = 0; ok && i < count; i++)
        ok = zipOpenNewFileInZip(zip, parts[i].name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED, LEVEL) ==
                 ZIP_OK &&
             zipWriteInFileInZip(zip, parts[i].content.data, (unsigned)parts[i].content.len) == ZIP_OK &&
             zipCloseFileInZip(zip) == ZIP_OK;
    return zip && zipClose(zip, NULL) == ZIP_OK && ok;
}
