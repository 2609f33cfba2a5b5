/* Keys out of arbitrary bytes, whole and cut at any place: the decoder takes at least one byte when nothing
 * more will come, never more than there are, and gives no control character as text. */
#include "ui/terminal/keys.h"

#include <stdlib.h>

enum { STRING_MAX = 4200 }; /* control strings are the longest sequences that are waited for */

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    struct slice all = {(const char *)bytes, len};
    for (size_t at = 0; at < len;) {
        struct key key, again;
        struct slice rest = slice_range(all, at, len);
        size_t waiting = key_decode(rest, false, &key), taken = key_decode(rest, true, &again);
        if (taken == 0 || taken > rest.len || waiting > rest.len) abort();
        if (waiting == 0 && rest.len > STRING_MAX) abort(); /* it would wait for ever */
        if (key_is_text(again) && (again.code < 0x20 || again.code == 0x7F)) abort();
        at += taken;
    }
    return 0;
}
