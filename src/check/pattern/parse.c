#include "base/utf8.h"
#include "check/pattern/code.h"
#include "check/pattern/messages.h"
#include "language/lexicon/language.h"
#include "language/sentence/speech.h"

enum { DEPTH = 32 /* groups within each other */ };

struct parser {
    struct slice source;
    size_t at, depth, groups;
    bool reported; /* the part to report has been read */
    struct atoms *atoms;
    struct nodes *nodes;
    struct error *e;
};

static const struct keyword {
    const char *name;
    uint32_t look;
} keywords[] = {
    {"KATA", LOOK_WORD},    {"WORD", LOOK_WORD},   {"ANGKA", LOOK_NUMBER},    {"NUMBER", LOOK_NUMBER},
    {"TANDA", LOOK_MARK},   {"MARK", LOOK_MARK},   {"APA", LOOK_ANY},         {"ANY", LOOK_ANY},
    {"KECIL", LOOK_SMALL},  {"SMALL", LOOK_SMALL}, {"BESAR", LOOK_UPPER},     {"UPPER", LOOK_UPPER},
    {"NAMA", LOOK_NAME},    {"NAME", LOOK_NAME},   {"KAPITAL", LOOK_CAPITAL}, {"CAPITAL", LOOK_CAPITAL},
    {"AWAL", LOOK_START},   {"START", LOOK_START}, {"AKHIR", LOOK_END},       {"END", LOOK_END},
    {"TANGGAL", LOOK_DATE}, {"DATE", LOOK_DATE},   {"ULANG", LOOK_DOUBLED},   {"DOUBLED", LOOK_DOUBLED},
};

#define REFUSE(parser, name, ...)                                                                            \
    error_set((parser)->e, name, utf8_count(slice_range((parser)->source, 0, (parser)->at)) + 1,             \
              ##__VA_ARGS__)

static bool parse_either(struct parser *p, uint32_t *node);

static char peek(const struct parser *p) {
    return p->at < p->source.len ? p->source.data[p->at] : '\0';
}

static void skip_space(struct parser *p) {
    while (peek(p) == ' ' || peek(p) == '\n' || peek(p) == '\t')
        p->at++;
}

static bool accept(struct parser *p, char c) {
    bool there = peek(p) == c;
    p->at += there;
    return there;
}

static bool accept_gap(struct parser *p) {
    bool there = slice_starts(slice_range(p->source, p->at, p->source.len), SLICE(".."));
    if (there) p->at += strlen("..");
    return there;
}

static uint32_t add_node(struct parser *p, struct node node) {
    vec_push(&p->nodes->list, node);
    return (uint32_t)p->nodes->list.count - 1;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || (unsigned char)c >= 0x80 ||
           c == '-' || c == '\'' || c == '~';
}

/* A word, with hyphens and full stops inside; alone a hyphen is a mark. */
static struct slice word_at(struct parser *p) {
    size_t start = p->at;
    while (is_word_byte(peek(p)) || (peek(p) == '.' && p->at > start && p->at + 1 < p->source.len &&
                                     is_word_byte(p->source.data[p->at + 1])))
        p->at++;
    return slice_range(p->source, start, p->at);
}

static void add_predicate(struct parser *p, enum predicate_kind kind, uint32_t value) {
    vec_push(&p->atoms->predicates, (struct predicate){kind, value});
}

static bool parse_number(struct parser *p, uint32_t *number) {
    if (!is_digit(peek(p))) return REFUSE(p, PATTERN_NUMBER, (int)REPEAT_MOST);
    *number = 0;
    for (; is_digit(peek(p)) && *number <= REPEAT_MOST; p->at++)
        *number = *number * 10 + (uint32_t)(peek(p) - '0');
    return *number <= REPEAT_MOST || REFUSE(p, PATTERN_NUMBER, (int)REPEAT_MOST);
}

/* 16, or 4-6, after # and UPPER; # alone is any number. */
static bool parse_lengths(struct parser *p, enum predicate_kind kind) {
    uint32_t least = 0, most = 0;
    if (is_digit(peek(p)) && !parse_number(p, &least)) return false;
    most = least ? least : UINT16_MAX;
    if (least && p->at + 1 < p->source.len && peek(p) == '-' && is_digit(p->source.data[p->at + 1])) {
        p->at++;
        if (!parse_number(p, &most)) return false;
    }
    add_predicate(p, kind, least | most << 16);
    return true;
}

/* UPPER3-5: a word of three to five capitals. */
static bool accept_capitals(struct parser *p, struct slice word) {
    static const char *const names[] = {"UPPER", "BESAR"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t after = strlen(names[i]);
        if (!slice_starts(word, slice_of(names[i])) || word.len == after || !is_digit(word.data[after]))
            continue;
        p->at -= word.len - after;
        return true;
    }
    return false;
}

static bool parse_affixes(struct parser *p, struct slice word) {
    struct slice suffix = word, prefix = slice_cut(&suffix, '~');
    size_t number = atoms_affixes(p->atoms, prefix, suffix);
    if (prefix.len + suffix.len == 0 || slice_find_byte(suffix, '~', 0) != SIZE_MAX)
        return REFUSE(p, PATTERN_AFFIX);
    if (number == SIZE_MAX) return REFUSE(p, PATTERN_AFFIXES_MANY, (int)PATTERN_AFFIXES);
    add_predicate(p, PREDICATE_AFFIXES, (uint32_t)number);
    return true;
}

static bool parse_word(struct parser *p) {
    struct slice word = word_at(p);
    bool capital = word.data[0] >= 'A' && word.data[0] <= 'Z'; /* as that of every keyword */
    for (size_t i = 0; capital && i < sizeof keywords / sizeof *keywords; i++)
        if (slice_equal_text(word, keywords[i].name)) {
            add_predicate(p, PREDICATE_LOOK, keywords[i].look);
            return true;
        }
    if (accept_capitals(p, word)) return parse_lengths(p, PREDICATE_LETTERS);
    if (slice_find_byte(word, '~', 0) != SIZE_MAX) return parse_affixes(p, word);
    add_predicate(p, PREDICATE_WORD, atoms_word(p->atoms, word));
    return true;
}

static bool parse_class(struct parser *p) {
    size_t end = slice_find_byte(p->source, '>', p->at);
    if (end == SIZE_MAX) return REFUSE(p, PATTERN_UNCLOSED, ">");
    struct slice name = slice_range(p->source, p->at, end);
    size_t class = vocabulary_class(p->atoms->vocabulary, name);
    uint32_t speech = class == CLASS_LIMIT ? speech_class_named(name) : 0;
    if (speech) {
        add_predicate(p, PREDICATE_SPEECH, speech);
        p->at = end + 1;
        return true;
    }
    if (class == CLASS_LIMIT) return REFUSE(p, PATTERN_NO_CLASS, SLICE_ARG(name));
    add_predicate(p, PREDICATE_CLASS, (uint32_t) class);
    p->at = end + 1;
    return true;
}

static bool parse_exact(struct parser *p) {
    size_t end = slice_find_byte(p->source, '"', p->at);
    if (end == SIZE_MAX) return REFUSE(p, PATTERN_UNCLOSED, "\"");
    struct slice text = slice_range(p->source, p->at, end);
    if (text.len == 0 || slice_find_byte(text, ' ', 0) != SIZE_MAX) return REFUSE(p, PATTERN_ONE_WORD);
    add_predicate(p, PREDICATE_EXACT, atoms_exact(p->atoms, text));
    p->at = end + 1;
    return true;
}

static bool parse_predicate(struct parser *p) {
    if (accept(p, '#')) return parse_lengths(p, PREDICATE_DIGITS);
    if (accept(p, '<')) return parse_class(p);
    if (accept(p, '"')) return parse_exact(p);
    char c = peek(p);
    if (c && strchr(",.:;%/-", c) &&
        !(c == '-' && p->at + 1 < p->source.len && is_word_byte(p->source.data[p->at + 1]))) {
        add_predicate(p, PREDICATE_WORD, atoms_word(p->atoms, slice_range(p->source, p->at, p->at + 1)));
        p->at++;
        return true;
    }
    return is_word_byte(c) ? parse_word(p) : REFUSE(p, PATTERN_EXPECTED);
}

/* One predicate, or (a | b) of predicates alone, after ! or &. */
static bool parse_clause(struct parser *p, bool grouped) {
    struct clause clause = {.first = (uint32_t)p->atoms->predicates.count};
    clause.not = accept(p, '!');
    if ((clause.not || grouped) && accept(p, '(')) {
        do {
            skip_space(p);
            if (!parse_predicate(p)) return false;
            skip_space(p);
        } while (accept(p, '|'));
        if (!accept(p, ')')) return REFUSE(p, PATTERN_UNCLOSED, ")");
    } else if (!parse_predicate(p)) {
        return false;
    }
    clause.count = (uint32_t)p->atoms->predicates.count - clause.first;
    vec_push(&p->atoms->clauses, clause);
    return true;
}

static void add_look_clause(struct parser *p, uint32_t look, bool not ) {
    struct clause clause = {.not = not, .first = (uint32_t)p->atoms->predicates.count, .count = 1};
    add_predicate(p, PREDICATE_LOOK, look);
    vec_push(&p->atoms->clauses, clause);
}

static uint32_t close_atom(struct parser *p, uint32_t first) {
    struct atom atom = {.first = first, .count = (uint32_t)p->atoms->clauses.count - first};
    vec_push(&p->atoms->list, atom);
    return add_node(p, (struct node){.kind = NODE_ATOM, .value = (uint32_t)p->atoms->list.count - 1});
}

static bool parse_atom(struct parser *p, uint32_t *node) {
    uint32_t first = (uint32_t)p->atoms->clauses.count;
    if (accept(p, '=')) add_look_clause(p, LOOK_JOINED, false);
    if (accept(p, '_')) add_look_clause(p, LOOK_JOINED, true);
    bool grouped = p->atoms->clauses.count > first;
    do {
        if (!parse_clause(p, grouped)) return false;
        grouped = true;
    } while (accept(p, '&'));
    *node = close_atom(p, first);
    return true;
}

static uint32_t repeat(struct parser *p, uint32_t child, uint32_t least, uint32_t most) {
    return add_node(p, (struct node){.kind = NODE_REPEAT, .least = least, .most = most, .child = child + 1});
}

/* .. or ..3: tokens that the pattern says nothing of. */
static bool parse_gap(struct parser *p, uint32_t *node) {
    uint32_t first = (uint32_t)p->atoms->clauses.count, most = REPEAT_ALWAYS;
    add_look_clause(p, LOOK_ANY, false);
    uint32_t any = close_atom(p, first);
    if (is_digit(peek(p)) && !parse_number(p, &most)) return false;
    *node = repeat(p, any, 0, most);
    return true;
}

static bool parse_group(struct parser *p, uint32_t *node, bool report) {
    uint32_t number = 0, child;
    if (report && p->reported) return REFUSE(p, PATTERN_TWO_PARTS);
    if (!report && p->groups < PATTERN_GROUPS) number = (uint32_t)++p->groups;
    if (++p->depth > DEPTH) return REFUSE(p, PATTERN_TOO_LONG);
    p->reported |= report;
    if (!parse_either(p, &child)) return false;
    if (!accept(p, report ? ']' : ')')) return REFUSE(p, PATTERN_UNCLOSED, report ? "]" : ")");
    p->depth--;
    *node = number || report
                ? add_node(p, (struct node){.kind = NODE_GROUP, .value = number, .child = child + 1})
                : child;
    return true;
}

static bool parse_repeat(struct parser *p, uint32_t *node) {
    uint32_t least = 0, most = REPEAT_ALWAYS;
    if (accept(p, '?')) {
        most = 1;
    } else if (accept(p, '+')) {
        least = 1;
    } else if (accept(p, '{')) {
        if (!parse_number(p, &least)) return false;
        most = least;
        if (accept(p, ',')) {
            most = REPEAT_ALWAYS;
            if (is_digit(peek(p)) && !parse_number(p, &most)) return false;
        }
        if (!accept(p, '}')) return REFUSE(p, PATTERN_UNCLOSED, "}");
        if (most < least || !most) return REFUSE(p, PATTERN_NUMBER, (int)REPEAT_MOST);
    } else if (!accept(p, '*')) {
        return true;
    }
    *node = repeat(p, *node, least, most);
    return true;
}

static bool parse_item(struct parser *p, uint32_t *node) {
    bool ok = accept_gap(p)    ? parse_gap(p, node)
              : accept(p, '(') ? parse_group(p, node, false)
              : accept(p, '[') ? parse_group(p, node, true)
                               : parse_atom(p, node);
    return ok && parse_repeat(p, node);
}

/* Children of a node are chained by their next, which is 0 in each until it has a parent. */
static bool parse_sequence(struct parser *p, uint32_t *node) {
    uint32_t first = 0, last = 0, count = 0;
    for (skip_space(p); peek(p) && !strchr("|)]", peek(p)); skip_space(p), count++) {
        uint32_t item;
        if (!parse_item(p, &item)) return false;
        if (last)
            p->nodes->list.items[last - 1].next = item + 1;
        else
            first = item + 1;
        last = item + 1;
    }
    if (!count) return REFUSE(p, PATTERN_EXPECTED);
    *node = add_node(p, (struct node){.kind = NODE_SEQUENCE, .child = first});
    return true;
}

static bool parse_either(struct parser *p, uint32_t *node) {
    uint32_t first, last;
    if (!parse_sequence(p, &first)) return false;
    for (last = first; accept(p, '|');) {
        uint32_t other;
        if (!parse_sequence(p, &other)) return false;
        p->nodes->list.items[last].next = other + 1;
        last = other;
    }
    *node = last == first ? first : add_node(p, (struct node){.kind = NODE_EITHER, .child = first + 1});
    return true;
}

bool pattern_parse(struct slice source, struct atoms *atoms, struct nodes *nodes, uint32_t *root,
                   struct error *e) {
    struct parser parser = {.source = source, .atoms = atoms, .nodes = nodes, .e = e};
    if (source.len > PATTERN_BYTES) return error_set(e, PATTERN_LONG, (int)PATTERN_BYTES);
    if (!parse_either(&parser, root)) return false;
    return parser.at == source.len || REFUSE(&parser, PATTERN_EXPECTED);
}
