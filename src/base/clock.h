#ifndef SUNTING_BASE_CLOCK_H
#define SUNTING_BASE_CLOCK_H

#include <stdint.h>

/* Time that passes, whatever the clock on the wall is set to: from any moment on. */
int64_t clock_us(void);
static inline int64_t clock_ms(void) {
    return clock_us() / 1000;
}

#endif
