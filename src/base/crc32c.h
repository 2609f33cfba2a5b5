#ifndef SUNTING_BASE_CRC32C_H
#define SUNTING_BASE_CRC32C_H

#include "base/str.h"

/* CRC-32C (Castagnoli, RFC 3720 appendix B.4) of the bytes that gave crc (0 at the start) and these. */
uint32_t crc32c(uint32_t crc, struct slice bytes);

#endif
