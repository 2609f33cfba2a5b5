#ifndef SUNTING_BASE_HEX_H
#define SUNTING_BASE_HEX_H

/* What a hexadecimal digit is worth; -1: it is none. */
static inline int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    int letter = c | ' ';
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

#endif
