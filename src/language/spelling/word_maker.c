#include "language/spelling/word_maker.h"

#include "base/vec.h"
#include "language/spelling/wordbook.h"

#include <stdlib.h>

struct made_affix {
    bool prefix;
    struct slice flag, strip, add, flags, condition; /* flags: of affixes that may follow */
};

enum { SUFFIXES_MOST = 2 };

struct word_maker {
    VEC(struct made_affix) affixes;
    size_t flag_size; /* bytes of a flag */
    bool understood;
    void (*each)(void *by, struct slice word);
    void *by;
};

static struct slice next_word(struct slice *line) {
    size_t start = 0;
    while (start < line->len && strchr(" \t\r", line->data[start]))
        start++;
    size_t end = start;
    while (end < line->len && !strchr(" \t\r", line->data[end]))
        end++;
    struct slice word = slice_range(*line, start, end);
    *line = slice_range(*line, end, line->len);
    return word;
}

/* "0" is nothing. */
static struct slice or_nothing(struct slice word) {
    return slice_equal_text(word, "0") ? SLICE("") : word;
}

/* PFX flag strip affix/flags condition; the line that begins a flag has Y or N and a number. */
static void read_affix(struct word_maker *maker, bool prefix, struct slice line) {
    struct made_affix affix = {.prefix = prefix, .flag = next_word(&line)};
    struct slice strip = next_word(&line), add = next_word(&line);
    affix.condition = next_word(&line);
    bool begins = slice_equal_text(strip, "Y") || slice_equal_text(strip, "N");
    if (begins && (!affix.condition.len || *affix.condition.data == '#')) return;
    affix.strip = or_nothing(strip);
    affix.add = or_nothing(slice_cut(&add, '/'));
    affix.flags = add;
    if (!affix.condition.len || *affix.condition.data == '#') affix.condition = SLICE(".");
    vec_push(&maker->affixes, affix);
}

static void read_line(struct word_maker *maker, struct slice line) {
    /* what changes nothing about which words are accepted, or only forbids some */
    static const char *const harmless[] = {"SET",       "TRY",       "WORDCHARS",    "CIRCUMFIX",
                                           "NEEDAFFIX", "KEY",       "REP",          "MAP",
                                           "LANG",      "NOSUGGEST", "PHONE",        "NAME",
                                           "HOME",      "VERSION",   "MAXNGRAMSUGS", "FORBIDDENWORD"};
    struct slice name = next_word(&line);
    if (!name.len || *name.data == '#') return;
    if (slice_equal_text(name, "FLAG")) {
        maker->flag_size = 2;
        maker->understood &= slice_equal_text(next_word(&line), "long");
        return;
    }
    bool prefix = slice_equal_text(name, "PFX");
    if (prefix || slice_equal_text(name, "SFX")) {
        read_affix(maker, prefix, line);
        return;
    }
    bool known = false;
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
        known |= slice_equal_text(name, harmless[i]);
    maker->understood &= known;
}

/* Takes one byte, "." or "[...]" or "[^...]" off the front of the condition, and says whether c is that. */
static bool fits(struct slice *condition, char c) {
    if (condition->data[0] != '[') {
        char wanted = condition->data[0];
        *condition = slice_range(*condition, 1, condition->len);
        return wanted == '.' || wanted == c;
    }
    size_t end = slice_find_byte(*condition, ']', 0);
    if (end == SIZE_MAX) end = condition->len;
    bool none = condition->len > 1 && condition->data[1] == '^';
    struct slice set = slice_range(*condition, none ? 2 : 1, end);
    *condition = slice_range(*condition, end < condition->len ? end + 1 : end, condition->len);
    return (slice_find_byte(set, c, 0) != SIZE_MAX) != none;
}

static size_t count_fits(struct slice condition) {
    size_t count = 0;
    for (; condition.len; count++)
        fits(&condition, '\0');
    return count;
}

static bool may_take(const struct made_affix *affix, struct slice word) {
    struct slice condition = affix->condition;
    if (word.len < affix->strip.len || !(affix->prefix ? slice_starts : slice_ends)(word, affix->strip))
        return false;
    if (slice_equal_text(condition, ".")) return true;
    size_t letters = count_fits(condition);
    if (letters > word.len) return false;
    size_t at = affix->prefix ? 0 : word.len - letters;
    while (condition.len)
        if (!fits(&condition, word.data[at++])) return false;
    return true;
}

/* A word as far as it is made, and the flags of the affixes it may take: those of its entry, and of each
 * affix that it has. */
struct made_word {
    struct slice word, flags[2 + SUFFIXES_MOST];
    size_t affixes, suffixes;
    bool prefix;
};

static void make_all(const struct word_maker *maker, struct made_word made);

static void take(const struct word_maker *maker, struct made_word made, const struct made_affix *affix) {
    char bytes[WORD_LIMIT + 1];
    struct slice stem = affix->prefix ? slice_range(made.word, affix->strip.len, made.word.len)
                                      : slice_range(made.word, 0, made.word.len - affix->strip.len);
    size_t len = stem.len + affix->add.len;
    if (!len || len > WORD_LIMIT) return;
    memcpy(bytes + (affix->prefix ? affix->add.len : 0), stem.data, stem.len);
    if (affix->add.len) memcpy(bytes + (affix->prefix ? 0 : stem.len), affix->add.data, affix->add.len);
    made.word = (struct slice){bytes, len};
    made.flags[++made.affixes] = affix->flags;
    made.suffixes += !affix->prefix;
    made.prefix |= affix->prefix;
    make_all(maker, made);
}

static bool is_small(struct slice word, size_t i) {
    return i < word.len && word.data[i] >= 'a' && word.data[i] <= 'z';
}

bool word_is_plain(struct slice word) {
    for (size_t i = 0; i < word.len; i++) {
        char c = word.data[i];
        bool inner = c == '.' && is_small(word, i - 1) && is_small(word, i + 1);
        if (!is_small(word, i) && (c < '0' || c > '9') && c != '-' && c != '\'' && !inner) return false;
    }
    return word.len > 0;
}

/* The affixes of a flag. A suffix may be taken by the flags of what was taken last, a prefix
 * also by those before: berakhirlah has its ber- by the empty suffix, which lets -lah follow. */
static void take_each(const struct word_maker *maker, const struct made_word *made, struct slice flag,
                      bool last) {
    size_t first =
        vec_before(const struct made_affix, affix, &maker->affixes, slice_compare(affix->flag, flag) < 0);
    for (size_t i = first; i < maker->affixes.count; i++) {
        const struct made_affix *affix = &maker->affixes.items[i];
        if (!slice_equal(affix->flag, flag)) break;
        if (affix->prefix ? made->prefix : !last || made->suffixes == SUFFIXES_MOST) continue;
        if (may_take(affix, made->word)) take(maker, *made, affix);
    }
}

static void make_all(const struct word_maker *maker, struct made_word made) {
    if (word_is_plain(made.word)) maker->each(maker->by, made.word);
    for (size_t i = 0; i <= made.affixes; i++)
        for (struct slice flags = made.flags[i]; flags.len >= maker->flag_size;
             flags = slice_range(flags, maker->flag_size, flags.len))
            take_each(maker, &made, slice_range(flags, 0, maker->flag_size), i == made.affixes);
}

static int compare_flags(const void *a, const void *b) {
    const struct made_affix *left = a, *right = b;
    return slice_compare(left->flag, right->flag);
}

bool word_maker_run(struct slice affixes, struct slice entries, void (*each)(void *by, struct slice word),
                    void *by) {
    struct word_maker maker = {.flag_size = 1, .understood = true, .each = each, .by = by};
    while (affixes.len)
        read_line(&maker, slice_cut(&affixes, '\n'));
    if (maker.affixes.count)
        qsort(maker.affixes.items, maker.affixes.count, sizeof *maker.affixes.items, compare_flags);
    slice_cut(&entries, '\n'); /* their number */
    while (entries.len) {
        struct slice line = slice_cut(&entries, '\n'), fields = next_word(&line);
        struct slice word = slice_cut(&fields, '/');
        if (word.len && word.len <= WORD_LIMIT)
            make_all(&maker, (struct made_word){.word = word, .flags = {fields}});
    }
    vec_free(&maker.affixes);
    return maker.understood;
}
