#include "language/affixes.h"

enum kind { PLAIN, ROLLED, NASAL };

static const struct prefix {
    const char *form;
    enum kind kind;
    char dropped; /* the first sound of a root that this form may have swallowed */
} prefixes[] = {
    {.form = ""},
    {.form = "di"},
    {.form = "ter", .kind = ROLLED},
    {.form = "te", .kind = ROLLED},
    {.form = "ber", .kind = ROLLED},
    {.form = "be", .kind = ROLLED},
    {.form = "per", .kind = ROLLED},
    {.form = "ke"},
    {.form = "se"},
    {.form = "diper"},
    {.form = "memper"},
    {.form = "menge", .kind = NASAL},
    {.form = "meng", .kind = NASAL, .dropped = 'k'},
    {.form = "meny", .kind = NASAL, .dropped = 's'},
    {.form = "men", .kind = NASAL, .dropped = 't'},
    {.form = "mem", .kind = NASAL, .dropped = 'p'},
    {.form = "me", .kind = NASAL},
    {.form = "penge", .kind = NASAL},
    {.form = "peng", .kind = NASAL, .dropped = 'k'},
    {.form = "peny", .kind = NASAL, .dropped = 's'},
    {.form = "pen", .kind = NASAL, .dropped = 't'},
    {.form = "pem", .kind = NASAL, .dropped = 'p'},
    {.form = "pe", .kind = NASAL},
};

static const char *const suffixes[] = {"",       "nya",   "lah",  "kah", "ku", "mu",
                                       "kannya", "annya", "inya", "kan", "an", "i"};

static bool is_vowel(char c) {
    return c && strchr("aiueo", c);
}

/* One vowel group: bom, cek, las. */
static bool is_short(struct slice root) {
    size_t groups = 0;
    for (size_t i = 0; i < root.len; i++)
        groups += is_vowel(root.data[i]) && (i == 0 || !is_vowel(root.data[i - 1]));
    return groups < 2;
}

void nasal_append(struct str *out, char letter, struct slice root) {
    char first = root.data[0], second = root.len > 1 ? root.data[1] : '\0';
    bool drops = is_vowel(second); /* in a cluster the first sound stays: memprotes, menstabilkan */
    str_append_byte(out, letter);
    str_append_byte(out, 'e');
    if (is_short(root) && !strchr("lrmnwy", first)) {
        str_append_text(out, "nge");
    } else if (strchr("bfvp", first)) {
        str_append_byte(out, 'm');
        if (first == 'p' && drops) root = slice_range(root, 1, root.len);
    } else if (strchr("cdjzt", first) || (first == 's' && !drops)) {
        str_append_byte(out, 'n');
        if (first == 't' && drops) root = slice_range(root, 1, root.len);
    } else if (first == 's') {
        str_append_text(out, "ny");
        root = slice_range(root, 1, root.len);
    } else if (strchr("kghaiueo", first)) {
        str_append_text(out, "ng");
        if (first == 'k' && drops) root = slice_range(root, 1, root.len);
    }
    str_append(out, root);
}

static void build(struct str *out, const struct prefix *prefix, struct slice root, const char *suffix) {
    if (prefix->kind == NASAL) {
        nasal_append(out, prefix->form[0], root);
    } else {
        struct slice form = slice_of(prefix->form);
        if (prefix->kind == ROLLED) form.len = 2;
        str_append(out, form);
        if (prefix->kind == ROLLED && root.data[0] != 'r') str_append_byte(out, 'r');
        str_append(out, root);
    }
    str_append_text(out, suffix);
}

static bool try_root(const struct prefix *prefix, struct slice rest, affixes_replace *replace, void *context,
                     struct slice *other) {
    if (replace(context, rest, other)) return true;
    if (!prefix->dropped || !is_vowel(rest.data[0])) return false;
    struct str root = {0};
    str_append_byte(&root, prefix->dropped);
    str_append(&root, rest);
    bool taken = replace(context, str_slice(&root), other);
    str_free(&root);
    return taken;
}

bool affixes_move(struct slice word, affixes_replace *replace, void *context, struct str *out) {
    for (size_t p = 0; p < sizeof prefixes / sizeof *prefixes; p++) {
        struct slice form = slice_of(prefixes[p].form), other;
        if (!slice_starts(word, form)) continue;
        struct slice rest = slice_range(word, form.len, word.len);
        for (size_t s = 0; s < sizeof suffixes / sizeof *suffixes; s++) {
            struct slice suffix = slice_of(suffixes[s]);
            if ((!form.len && !suffix.len) || !slice_ends(rest, suffix) || rest.len < suffix.len + 3)
                continue;
            if (!try_root(&prefixes[p], slice_range(rest, 0, rest.len - suffix.len), replace, context,
                          &other))
                continue;
            build(out, &prefixes[p], other, suffixes[s]);
            return true;
        }
    }
    return false;
}
