#include "check/rules/date_slip.h"

#include "base/utf8.h"
#include "check/rules/calendar.h"
#include "language/sentence/words.h"
#include "language/spelling/speller.h"
#include "language/spelling/word_index.h"

enum { SHORTEST = 3, LONGEST = 10, WEEKDAYS = 7, MONTHS = 12 };

static bool is_day(const struct analysis *a, size_t i) {
    struct slice day = token_word(a, i);
    return token_is_number(a, i) && day.len <= 2 && (day.len == 1 || day.data[0] < '4') &&
           rune_is_digit((unsigned char)day.data[day.len - 1]);
}

/* 3/12, 3/12/2026: one token or more. */
static bool is_date(const struct analysis *a, size_t i) {
    bool parted = is_day(a, i) && token_is_mark(a, i + 1, "/");
    return parted || (token_is_number(a, i) && slice_find_byte(token_word(a, i), '/', 0) != SIZE_MAX);
}

static bool is_year(const struct analysis *a, size_t i) {
    struct slice year = token_word(a, i);
    return token_is_number(a, i) && year.len == 4 &&
           (slice_starts(year, SLICE("19")) || slice_starts(year, SLICE("20")));
}

static struct slice one_near(struct slice word, struct slice found, const char *name) {
    if (edit_count(word, slice_of(name), 1) != 1) return found;
    return found.len ? SLICE("?") : slice_of(name);
}

struct slice date_slip(const struct check_context *context, const struct analysis *a, size_t i) {
    struct slice word = token_word(a, i), found = {0};
    if (!token_is_capital(a, i) || word.len < SHORTEST || word.len > LONGEST) return found;
    bool month = is_day(a, i - 1) && is_year(a, i + 1);
    bool weekday =
        (token_is_mark(a, i + 1, "(") && is_date(a, i + 2)) ||
        (token_is_mark(a, i + 1, ",") && is_day(a, i + 2) && month_named(token_word(a, i + 3)) != NO_MONTH);
    if ((!month && !weekday) || month_named(word) != NO_MONTH || weekday_named(word) != NO_WEEKDAY ||
        speller_look_word(language_speller(context->language), a->forms.items[i]) != WORD_UNKNOWN)
        return found;
    for (int k = 1; month && k <= MONTHS; k++)
        found = one_near(word, found, month_name(k));
    for (int k = 0; weekday && k < WEEKDAYS; k++)
        found = one_near(word, found, weekday_name(k));
    return found.len > 1 ? found : SLICE("");
}
