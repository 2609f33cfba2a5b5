#include "draft/import/plain_words.h"

size_t plain_words_end(const unsigned char signs[256], struct slice s, size_t at) {
    unsigned before = SIGN_PLAIN;
    size_t i = at;
    for (; i < s.len; i++) {
        unsigned sign = signs[(unsigned char)s.data[i]];
        if (sign & (SIGN_OTHER | before)) break;
        before = sign;
    }
    return i - (before == SIGN_BLANK);
}
