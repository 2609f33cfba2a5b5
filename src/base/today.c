#include "base/today.h"

#include <stdlib.h>
#include <time.h>

static bool is_date(const char *text) {
    static const char form[] = "0000-00-00";
    for (size_t i = 0; i < sizeof form; i++)
        if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i]) return false;
    return true;
}

void today_append(struct str *out) {
    const char *given = getenv("SUNTING_TODAY");
    char today[16];
    time_t now = time(NULL);
    struct tm day = {0};
    strftime(today, sizeof today, "%Y-%m-%d", localtime_r(&now, &day));
    str_append_text(out, given && is_date(given) ? given : today);
}
