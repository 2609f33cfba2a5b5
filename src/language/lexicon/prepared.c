#include "language/lexicon/prepared.h"

#include "base/crc32c.h"
#include "base/file.h"
#include "base/paths.h"
#include "base/replace.h"

#include <stdio.h>

enum { FILE_LIMIT = 256 << 20, SECTION_LIMIT = 1024, ALIGNMENT = 8, FORMAT = 2 };

struct header {
    char magic[8];
    uint32_t format, byte_order, sections, content; /* content: checksum of all that follows the table */
    uint64_t code, length;                          /* of the file, in bytes */
    uint32_t checksum;                              /* of the header with 0 here, and the table */
    uint32_t unused;
};

struct section {
    char name[SECTION_NAME];
    uint64_t start, len;
};

static const char magic[8] = "sunting\n";
enum { BYTE_ORDER_MARK = 0x01020304 };

#ifndef SUNTING_LANGUAGE_CODE
#define SUNTING_LANGUAGE_CODE 0
#endif

uint64_t prepared_code(void) {
    return SUNTING_LANGUAGE_CODE;
}

static uint32_t sum_head(struct header header, struct slice table) {
    header.checksum = 0;
    return crc32c(crc32c(0, (struct slice){(const char *)&header, sizeof header}), table);
}

static bool read_header(struct slice bytes, struct header *header, struct slice *table) {
    if (bytes.len < sizeof *header) return false;
    memcpy(header, bytes.data, sizeof *header);
    if (header->sections > SECTION_LIMIT) return false;
    size_t end = sizeof *header + header->sections * sizeof(struct section);
    if (end > bytes.len) return false;
    *table = slice_range(bytes, sizeof *header, end);
    return true;
}

bool prepared_open(struct prepared *prepared, const char *path, uint64_t code) {
    struct header header;
    struct slice table;
    struct stat st;
    if (stat(path, &st) != 0 || !file_map(path, FILE_LIMIT, &prepared->bytes, NULL)) return false;
    prepared->modified = st.st_mtim;
    bool good = read_header(prepared->bytes, &header, &table) &&
                memcmp(header.magic, magic, sizeof magic) == 0 && header.format == FORMAT &&
                header.byte_order == BYTE_ORDER_MARK && header.code == code &&
                header.length == prepared->bytes.len && header.checksum == sum_head(header, table);
    if (!good) prepared_close(prepared);
    return good;
}

void prepared_close(struct prepared *prepared) {
    file_unmap(&prepared->bytes);
}

struct slice prepared_section(const struct prepared *prepared, const char *name) {
    struct header header;
    struct slice table;
    char padded[SECTION_NAME] = {0};
    if (!read_header(prepared->bytes, &header, &table)) return SLICE("");
    memcpy(padded, name, strnlen(name, sizeof padded));
    for (struct section section; table.len; table = slice_range(table, sizeof section, table.len)) {
        if (memcmp(table.data, padded, sizeof padded) != 0) continue; /* a section begins with its name */
        memcpy(&section, table.data, sizeof section);
        size_t size = prepared->bytes.len;
        if (section.start > size || section.len > size - section.start || section.start % ALIGNMENT) break;
        size_t start = (size_t)section.start; /* within size, as its length is */
        return slice_range(prepared->bytes, start, start + (size_t)section.len);
    }
    return SLICE("");
}

bool prepared_is_whole(const struct prepared *prepared) {
    struct header header;
    struct slice table;
    if (!read_header(prepared->bytes, &header, &table)) return false;
    return crc32c(0, slice_range(prepared->bytes, sizeof header + table.len, prepared->bytes.len)) ==
           header.content;
}

void prepared_add(struct prepared_writer *writer, const char *name, struct slice bytes) {
    struct prepared_part *part = vec_add(&writer->parts);
    memcpy(part->name, name, strnlen(name, sizeof part->name - 1));
    part->start = writer->bytes.len;
    part->len = bytes.len;
    str_append(&writer->bytes, bytes);
    str_append_repeated(&writer->bytes, '\0', -bytes.len % ALIGNMENT);
}

static void append_table(const struct prepared_writer *writer, struct str *out) {
    size_t content = sizeof(struct header) + writer->parts.count * sizeof(struct section);
    vec_each(const struct prepared_part, part, &writer->parts) {
        struct section section = {.start = content + part->start, .len = part->len};
        memcpy(section.name, part->name, sizeof section.name);
        str_append(out, (struct slice){(const char *)&section, sizeof section});
    }
}

bool prepared_write(const struct prepared_writer *writer, const char *path, uint64_t code, struct error *e) {
    struct str table = {0}, all = {0};
    append_table(writer, &table);
    struct header header = {.format = FORMAT,
                            .byte_order = BYTE_ORDER_MARK,
                            .sections = (uint32_t)writer->parts.count,
                            .content = crc32c(0, str_slice(&writer->bytes)),
                            .code = code,
                            .length = sizeof header + table.len + writer->bytes.len};
    memcpy(header.magic, magic, sizeof magic);
    header.checksum = sum_head(header, str_slice(&table));
    str_append(&all, (struct slice){(const char *)&header, sizeof header});
    str_append(&all, str_slice(&table));
    str_append(&all, str_slice(&writer->bytes));
    path_make_folders(path);
    const struct replacement request = {.path = path, .bytes = str_slice(&all), .recreate = true};
    struct file_identity identity = {0};
    bool ok = file_replace(&request, &identity, e) == REPLACED;
    str_free(&table);
    str_free(&all);
    return ok;
}

void prepared_writer_free(struct prepared_writer *writer) {
    vec_free(&writer->parts);
    str_free(&writer->bytes);
}

static void name_source(char name[SECTION_NAME], const char *source) {
    snprintf(name, SECTION_NAME, "source %s", source);
}

void prepared_add_source(struct prepared_writer *writer, const char *name, const char *path) {
    struct stat st;
    char section[SECTION_NAME];
    uint64_t size = stat(path, &st) == 0 ? (uint64_t)st.st_size : 0;
    name_source(section, name);
    prepared_add(writer, section, (struct slice){(const char *)&size, sizeof size});
}

static bool is_newer(struct timespec a, struct timespec b) {
    return a.tv_sec > b.tv_sec || (a.tv_sec == b.tv_sec && a.tv_nsec > b.tv_nsec);
}

bool prepared_is_since(const struct prepared *prepared, uint64_t size, const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && size == (uint64_t)st.st_size && !is_newer(st.st_mtim, prepared->modified);
}

bool prepared_is_fresh(const struct prepared *prepared, const char *name, const char *path) {
    char section[SECTION_NAME];
    uint64_t size;
    name_source(section, name);
    struct slice noted = prepared_section(prepared, section);
    if (noted.len != sizeof size) return false;
    memcpy(&size, noted.data, sizeof size);
    return prepared_is_since(prepared, size, path);
}
