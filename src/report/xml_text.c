#include "report/xml_text.h"

#include "base/utf8.h"

void xml_append(struct str *out, struct slice text) {
    for (size_t i = 0, n; i < text.len; i += n) {
        uint32_t rune = utf8_decode(text, i, &n);
        bool control = (rune < ' ' && rune != '\t' && rune != '\n') || (rune >= 0x7F && rune < 0xA0) ||
                       rune == 0xFFFE || rune == 0xFFFF;
        switch (rune) {
        case '&':
            str_append_text(out, "&amp;");
            break;
        case '<':
            str_append_text(out, "&lt;");
            break;
        case '>':
            str_append_text(out, "&gt;");
            break;
        case '"':
            str_append_text(out, "&quot;");
            break;
        case '\'':
            str_append_text(out, "&#39;");
            break;
        default:
            str_append_rune(out, control ? UTF8_INVALID : rune);
        }
    }
}
