#include "report/csv_field.h"

void csv_append(struct str *out, struct slice field) {
    str_append_byte(out, '"');
    if (field.len && strchr("=+-@\t\r", field.data[0])) str_append_byte(out, '\'');
    for (size_t i = 0; i < field.len; i++) {
        if (field.data[i] == '"') str_append_byte(out, '"');
        str_append_byte(out, field.data[i]);
    }
    str_append_byte(out, '"');
}
