#include "check/vale_token.h"

#include "base/utf8.h"

enum { DEPTH = 32 /* groups within each other */ };

struct converter {
    struct str *out;
    struct slice regex;
    size_t at;
    struct vale_tokens how;
    bool glued;           /* what comes next would belong to the word before it */
    bool words;           /* there is one */
    bool captured;        /* the first group was met */
    bool captures[DEPTH]; /* by depth */
    size_t depth;
};

/* What a word may be, as a whole. A number of letters may follow: {2,5}. */
static const struct class {
    const char *regex, *pattern;
    bool counted;
} classes[] = {{"[A-Z][a-z]+", "CAPITAL", false},
               {"[A-Z][a-z]*", "CAPITAL", false},
               {"[A-Z]{", "UPPER", true},
               {"[A-Z]+", "UPPER", false},
               {"[a-z]+", "SMALL", false},
               {"\\d{", "#", true},
               {"[0-9]{", "#", true},
               {"\\d+", "#", false},
               {"[0-9]+", "#", false},
               {"\\w+", "WORD", false},
               {"[^\\s]+", "ANY", false},
               {"\\S+", "ANY", false}};

static const struct part {
    const char *regex, *pattern;
} parts[] = {{"\\b", ""},  {"\\s+", " "},      {"\\s", " "},       {"[ ]", " "},       {" ", " "},
             {"|", " | "}, {"\\.", " \".\" "}, {"\\(", " \"(\" "}, {"\\)", " \")\" "}, {",", " , "}};

static struct slice rest_of(const struct converter *c) {
    return slice_range(c->regex, c->at, c->regex.len);
}

static bool accept(struct converter *c, const char *text) {
    if (!slice_starts(rest_of(c), slice_of(text))) return false;
    c->at += strlen(text);
    return true;
}

static size_t accept_number(struct converter *c) {
    size_t number = 0;
    for (;
         c->at < c->regex.len && c->regex.data[c->at] >= '0' && c->regex.data[c->at] <= '9' && number < 1000;
         c->at++)
        number = number * 10 + (size_t)(c->regex.data[c->at] - '0');
    return number;
}

/* {3}, {3,5}, {3,}: after the brace. */
static bool append_count(struct converter *c) {
    enum { MANY = 99 /* letters; what a pattern may count to */ };
    size_t least = accept_number(c), most = least;
    if (accept(c, ",")) most = accept_number(c);
    if (!most) most = MANY;
    if (!least || most < least || !accept(c, "}")) return false;
    str_append_number(c->out, least);
    if (most > least) {
        str_append_byte(c->out, '-');
        str_append_number(c->out, most);
    }
    return true;
}

/* A class that stands for a whole word; with ignored case capitals say nothing. */
static const struct class *class_at(const struct converter *c) {
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (slice_starts(rest_of(c), slice_of(classes[i].regex))) return &classes[i];
    return NULL;
}

static bool append_class(struct converter *c, const struct class *class) {
    bool letters = class->pattern[0] != '#' && class->regex[0] == '[' && class->regex[1] != '^';
    if (c->glued || (c->how.ignore_case && letters)) return false;
    c->at += strlen(class->regex);
    str_append_text(c->out, class->pattern);
    c->glued = c->words = true;
    return !class->counted || append_count(c);
}

/* A word as it stands: quoted where its capitals count. */
static bool append_word(struct converter *c) {
    size_t end = c->at;
    for (size_t n; end < c->regex.len; end += n) {
        uint32_t rune = utf8_decode(c->regex, end, &n);
        bool inner = end > c->at && (rune == '-' || rune == '\'' || rune == 0x2019);
        if (!rune_is_letter(rune) && !rune_is_digit(rune) && !inner) break;
    }
    struct slice word = slice_range(c->regex, c->at, end);
    if (!word.len || c->glued) return false;
    if (c->how.ignore_case)
        str_append_lower(c->out, word);
    else
        str_printf(c->out, "\"%.*s\"", SLICE_ARG(word));
    c->at = end;
    c->glued = c->words = true;
    return true;
}

static bool append_opened(struct converter *c, bool plain) {
    if (c->depth == DEPTH) return false;
    bool captures = plain && c->how.captures && !c->captured;
    c->captured |= captures;
    c->captures[c->depth++] = captures;
    str_append_text(c->out, captures ? " [" : " (");
    return true;
}

static bool append_closed(struct converter *c) {
    if (!c->depth) return false;
    bool captures = c->captures[--c->depth];
    str_append_byte(c->out, captures ? ']' : ')');
    static const char *const repeats[] = {"?", "+", "*"};
    for (size_t i = 0; i < sizeof repeats / sizeof *repeats; i++)
        if (accept(c, repeats[i])) str_append_text(c->out, repeats[i]);
    return true;
}

static bool append_next(struct converter *c) {
    if (accept(c, "(?:")) return append_opened(c, false);
    if (slice_starts(rest_of(c), SLICE("(?"))) return false;
    if (accept(c, "(")) return append_opened(c, true);
    if (accept(c, ")")) return append_closed(c);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (accept(c, parts[i].regex)) {
            str_append_text(c->out, parts[i].pattern);
            c->glued = false;
            return true;
        }
    const struct class *class = class_at(c);
    return class ? append_class(c, class) : append_word(c);
}

/* The whole token is any word, however it is grouped. */
static bool is_any_word(struct slice regex) {
    static const char *const forms[] = {"\\b(\\w+)\\b", "\\b\\w+\\b", "\\w+",
                                        "[^\\s]+",      "\\S+",       "\\b(?:\\w+)\\b"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (slice_equal_text(regex, forms[i])) return true;
    return false;
}

bool vale_token_append(struct str *out, struct slice regex, struct vale_tokens how) {
    struct converter c = {.out = out, .regex = regex, .how = how};
    if (how.any_is_word && is_any_word(regex)) {
        str_append_text(out, "WORD");
        return true;
    }
    while (c.at < regex.len)
        if (!append_next(&c)) return false;
    return c.words && !c.depth && (c.captured || !how.captures);
}
