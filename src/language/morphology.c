#include "language/morphology.h"

/* How a prefix changes at the border to the root. */
enum shape {
    SHAPE_PLAIN, /* joined as it is: di-, se- */
    SHAPE_R,     /* ends in r, which falls away before r and before a first syllable in -er-: ber-, ter- */
    SHAPE_NASAL  /* ends in a nasal that depends on the root: meN-, peN- */
};

enum suffix_set { BARE = 1, KAN = 2, I = 4, AN = 8 };

struct suffix {
    enum suffix_set set;
    const char *text, *name;
};

static const struct suffix suffixes[] = {
    {BARE, "", NULL}, {KAN, "kan", "-kan"}, {I, "i", "-i"}, {AN, "an", "-an"}};

/* Prefixes with the suffixes they go with. A chain of prefixes is one row: only these chains live. */
struct prefix {
    const char *text; /* SHAPE_NASAL: without the nasal; SHAPE_R: with the r */
    enum shape shape;
    unsigned suffixes; /* of enum suffix_set */
    const char *names[3];
};

static const struct prefix prefixes[] = {
    {"me", SHAPE_NASAL, BARE | KAN | I, {"meN-"}},
    {"di", SHAPE_PLAIN, BARE | KAN | I, {"di-"}},
    {"ber", SHAPE_R, BARE | KAN | AN, {"ber-"}},
    {"ter", SHAPE_R, BARE | KAN | I, {"ter-"}},
    {"pe", SHAPE_NASAL, BARE | AN, {"peN-"}},
    {"pe", SHAPE_PLAIN, BARE, {"pe-"}},
    {"per", SHAPE_R, BARE | KAN | I | AN, {"per-"}},
    {"se", SHAPE_PLAIN, BARE, {"se-"}},
    {"ke", SHAPE_PLAIN, AN, {"ke-"}},
    {"", SHAPE_PLAIN, KAN | I | AN, {NULL}},
    {"memper", SHAPE_R, BARE | KAN | I, {"meN-", "per-"}},
    {"diper", SHAPE_R, BARE | KAN | I, {"di-", "per-"}},
    {"member", SHAPE_R, KAN, {"meN-", "ber-"}},
    {"diber", SHAPE_R, KAN, {"di-", "ber-"}},
    {"pember", SHAPE_R, AN, {"peN-", "ber-"}},
    {"pemer", SHAPE_PLAIN, BARE, {"peN-", "per-"}},
    {"keber", SHAPE_R, AN, {"ke-", "ber-"}},
    {"keter", SHAPE_R, AN, {"ke-", "ter-"}},
    {"kese", SHAPE_PLAIN, AN, {"ke-", "se-"}},
    {"kepe", SHAPE_NASAL, BARE | AN, {"ke-", "peN-"}},
    {"menge", SHAPE_PLAIN, KAN | I, {"meN-", "ke-"}},
    {"dike", SHAPE_PLAIN, KAN | I, {"di-", "ke-"}},
    {"penge", SHAPE_PLAIN, AN, {"peN-", "ke-"}},
    {"berke", SHAPE_PLAIN, AN, {"ber-", "ke-"}},
    {"berpe", SHAPE_NASAL, BARE | AN, {"ber-", "peN-"}},
    {"seper", SHAPE_R, BARE | AN, {"se-", "per-"}},
    {"sepe", SHAPE_NASAL, BARE | AN, {"se-", "peN-"}},
    {"ku", SHAPE_PLAIN, BARE | KAN | I, {"ku-"}},
    {"kau", SHAPE_PLAIN, BARE | KAN | I, {"kau-"}},
};

/* Forms that live only before another word and are joined to it (EYD V, gabungan kata). */
static const char *const bound_forms[] = {
    "adi-",   "aero-",   "agro-",    "antar-", "anti-",  "audio-", "bio-",   "catur-", "dasa-",  "dwi-",
    "eko-",   "ekstra-", "elektro-", "etno-",  "foto-",  "geo-",   "hidro-", "hiper-", "infra-", "inter-",
    "intra-", "kontra-", "maha-",    "makro-", "mikro-", "mini-",  "mono-",  "multi-", "narko-", "nara-",
    "neo-",   "nir-",    "non-",     "panca-", "para-",  "pasca-", "poli-",  "pra-",   "pramu-", "proto-",
    "psiko-", "purna-",  "sapta-",   "semi-",  "sosio-", "sub-",   "super-", "supra-", "swa-",   "tata-",
    "tele-",  "trans-",  "tri-",     "tuna-",  "ultra-",
};

static const char *const particles[] = {"lah", "-lah", "kah", "-kah", "pun", "-pun", "tah", "-tah"};
static const char *const possessives[] = {"nya", "-nya", "ku", "-ku", "mu", "-mu"};

enum { ROOT_SHORTEST = 3, STEM_SHORTEST = 2 };

struct search {
    const struct morphology *morphology;
    struct word_form *best;
    bool found;
};

static bool is_vowel(char c) {
    return c && strchr("aeiou", c) != NULL;
}

static bool starts_with_any(struct slice s, const char *const list[], size_t count) {
    for (size_t i = 0; i < count; i++)
        if (slice_starts(s, slice_of(list[i]))) return true;
    return false;
}

/* One syllable: meN- and peN- become menge-, penge- (mengecat, pengeboman). */
static bool is_one_syllable(struct slice root) {
    size_t vowels = 0;
    for (size_t i = 0; i < root.len; i++)
        vowels += is_vowel(root.data[i]);
    return vowels == 1;
}

/* The nasal with which meN- and peN- stand before root; *drop is set when its first letter is lost. */
static const char *nasal_before(struct slice root, bool *drop) {
    static const char *const clusters[] = {"pr", "pl", "tr", "st", "sp", "sk", "sy",
                                           "kr", "kl", "ps", "kh", "sw", "sl"};
    char first = root.len ? root.data[0] : '\0';
    bool cluster = starts_with_any(root, clusters, sizeof clusters / sizeof *clusters);
    *drop = strchr("ptks", first) && first && !cluster;
    if (is_one_syllable(root)) {
        *drop = false;
        return "nge";
    }
    if (is_vowel(first) || strchr("kghqx", first)) return "ng";
    if (strchr("pbfv", first)) return "m";
    if (first == 's' && *drop) return "ny";
    if (strchr("tdcjzs", first)) return "n";
    return "";
}

static bool r_falls_before(struct slice root) {
    if (root.len && root.data[0] == 'r') return true;
    /* kerja, serta, pergi: the first syllable ends in -er before a consonant */
    return root.len > 4 && !is_vowel(root.data[0]) && root.data[1] == 'e' && root.data[2] == 'r' &&
           !is_vowel(root.data[3]);
}

static void join(const struct prefix *prefix, struct slice root, struct str *out) {
    struct slice text = slice_of(prefix->text);
    bool drop = false;
    if (prefix->shape == SHAPE_R) {
        if (slice_equal(root, SLICE("ajar"))) {
            str_append(out, slice_range(text, 0, text.len - 1));
            str_append_byte(out, 'l');
        } else {
            str_append(out, slice_range(text, 0, text.len - r_falls_before(root)));
        }
    } else {
        str_append(out, text);
        if (prefix->shape == SHAPE_NASAL) str_append_text(out, nasal_before(root, &drop));
    }
    str_append(out, slice_range(root, drop, root.len));
}

void morphology_join(const char *name, struct slice root, struct str *out) {
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (prefixes[i].names[0] && strcmp(prefixes[i].names[0], name) == 0 && !prefixes[i].names[1]) {
            join(&prefixes[i], root, out);
            return;
        }
    str_append(out, slice_range(slice_of(name), 0, strlen(name) - 1));
    str_append(out, root);
}

/* A root is better than another when the other has affixes of its own: the shorter one, or of two of about
 * the same length the one that is better known. */
static bool is_better(const struct word_form *a, const struct word_form *b) {
    size_t la = strlen(a->root), lb = strlen(b->root);
    if (la + 1 < lb || lb + 1 < la) return la < lb;
    return a->weight > b->weight;
}

static void set_root(struct search *search, const struct word_form *form, struct slice root,
                     unsigned weight) {
    struct word_form candidate = *form;
    memcpy(candidate.root, root.data, root.len);
    candidate.root[root.len] = '\0';
    candidate.weight = weight;
    if (search->found && !is_better(&candidate, search->best)) return;
    *search->best = candidate;
    search->found = true;
}

static void offer(struct search *search, const struct word_form *form, struct slice root) {
    if (root.len < STEM_SHORTEST || root.len > WORD_LIMIT) return;
    unsigned weight = search->morphology->root_weight(search->morphology->by, root);
    if (weight) set_root(search, form, root, weight);
}

/* Offers root when prefix + root is written as stem. */
static void offer_if_joined(struct search *search, const struct word_form *form, const struct prefix *prefix,
                            struct slice root, struct slice stem) {
    if (root.len < ROOT_SHORTEST && !is_one_syllable(root)) return;
    struct str written = {0};
    join(prefix, root, &written);
    if (slice_equal(str_slice(&written), stem)) offer(search, form, root);
    str_free(&written);
}

/* The roots that prefix + root = stem may have: the rest after the prefix, with each letter that it may have
 * lost. */
static void try_prefix(struct search *search, const struct word_form *form, const struct prefix *prefix,
                       struct slice stem) {
    struct slice text = slice_of(prefix->text);
    if (prefix->shape == SHAPE_R) text.len--;
    if (!slice_starts(stem, text)) return;
    struct slice rest = slice_range(stem, text.len, stem.len);
    if (prefix->shape == SHAPE_PLAIN) {
        if (rest.len >= ROOT_SHORTEST) offer(search, form, rest);
        return;
    }
    if (prefix->shape == SHAPE_R) {
        offer_if_joined(search, form, prefix, rest, stem);
        if (rest.len > 1) offer_if_joined(search, form, prefix, slice_range(rest, 1, rest.len), stem);
        return;
    }
    for (size_t nasal = 0; nasal <= 3 && nasal < rest.len; nasal++) {
        char root[WORD_LIMIT + 2];
        struct slice after = slice_range(rest, nasal, rest.len);
        offer_if_joined(search, form, prefix, after, stem);
        if (nasal == 0 || after.len > WORD_LIMIT) continue;
        for (const char *lost = "ptks"; *lost; lost++) {
            root[0] = *lost;
            memcpy(root + 1, after.data, after.len);
            offer_if_joined(search, form, prefix, (struct slice){root, after.len + 1}, stem);
        }
    }
}

static void push_suffix(struct word_form *form, const char *name) {
    if (name && form->suffix_count < WORD_PARTS) form->suffixes[form->suffix_count++] = name;
}

static void put_prefixes(struct word_form *form, const struct prefix *prefix) {
    for (size_t i = 0; i < 3 && prefix->names[i]; i++)
        if (form->prefix_count < WORD_PARTS) form->prefixes[form->prefix_count++] = prefix->names[i];
}

/* Puts name, the innermost suffix, before the clitics that the form already has. */
static void put_suffix(struct word_form *form, const char *name) {
    if (!name || form->suffix_count == WORD_PARTS) return;
    memmove(form->suffixes + 1, form->suffixes, form->suffix_count * sizeof *form->suffixes);
    form->suffixes[0] = name;
    form->suffix_count++;
}

/* Affixes around one root, no clitics. */
static void try_affixes(struct search *search, const struct word_form *outer, struct slice word) {
    for (size_t s = 0; s < sizeof suffixes / sizeof *suffixes; s++) {
        struct slice suffix = slice_of(suffixes[s].text);
        if (!slice_ends(word, suffix) || word.len < suffix.len + STEM_SHORTEST) continue;
        struct slice stem = slice_range(word, 0, word.len - suffix.len);
        if (suffixes[s].set == I && stem.data[stem.len - 1] == 'i') continue;
        for (size_t p = 0; p < sizeof prefixes / sizeof *prefixes; p++) {
            if (!(prefixes[p].suffixes & suffixes[s].set)) continue;
            struct word_form form = *outer;
            put_prefixes(&form, &prefixes[p]);
            put_suffix(&form, suffixes[s].name);
            try_prefix(search, &form, &prefixes[p], stem);
        }
    }
}

/* The same stem on both sides of the hyphen: buku-buku, menari-nari, disembunyi-sembunyikan, tolong-menolong.
 */
static void try_doubled(struct search *search, const struct word_form *outer, struct slice left,
                        struct slice right) {
    struct word_form form = *outer;
    form.doubled = true;
    if (slice_equal(left, right)) {
        offer(search, &form, left);
        try_affixes(search, &form, left);
        return;
    }
    for (size_t s = 0; s < sizeof suffixes / sizeof *suffixes; s++) {
        struct slice suffix = slice_of(suffixes[s].text);
        if (!slice_ends(right, suffix) || right.len < suffix.len + ROOT_SHORTEST) continue;
        struct slice stem = slice_range(right, 0, right.len - suffix.len);
        if (!slice_ends(left, stem)) continue;
        if (slice_equal(left, stem)) {
            struct word_form plain = form;
            put_suffix(&plain, suffixes[s].name);
            offer(search, &plain, left);
            continue;
        }
        struct str whole = {0};
        str_append(&whole, left);
        str_append(&whole, suffix);
        try_affixes(search, &form, str_slice(&whole));
        str_free(&whole);
    }
    struct word_form inner = {0};
    struct search root = {search->morphology, &inner, false};
    try_affixes(&root, &(struct word_form){0}, right);
    if (root.found && slice_equal_text(left, inner.root)) {
        inner.doubled = true;
        inner.base = outer->base;
        for (size_t i = 0; i < outer->suffix_count; i++)
            push_suffix(&inner, outer->suffixes[i]);
        *search->best = inner;
        search->found = true;
    }
}

/* A hyphen stands between a prefix and an acronym: di-PHK. */
static void try_hyphened_prefix(struct search *search, const struct word_form *outer, struct slice left,
                                struct slice right) {
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if (!prefixes[i].names[0] || !slice_equal_text(left, prefixes[i].text)) continue;
        struct word_form form = *outer;
        put_prefixes(&form, &prefixes[i]);
        if (prefixes[i].suffixes & BARE) offer(search, &form, right);
        for (size_t s = 0; s < sizeof suffixes / sizeof *suffixes; s++) {
            struct slice suffix = slice_of(suffixes[s].text), root = right;
            if (!suffix.len || !(prefixes[i].suffixes & suffixes[s].set) || !slice_ends(right, suffix))
                continue;
            root.len -= suffix.len;
            if (root.len && root.data[root.len - 1] == '-') root.len--;
            struct word_form suffixed = form;
            put_suffix(&suffixed, suffixes[s].name);
            offer(search, &suffixed, root);
        }
    }
}

static void try_word(struct search *search, const struct word_form *outer, struct slice word) {
    size_t hyphen = slice_find_byte(word, '-', 0);
    if (hyphen != SIZE_MAX) {
        try_hyphened_prefix(search, outer, slice_range(word, 0, hyphen),
                            slice_range(word, hyphen + 1, word.len));
        if (hyphen + 1 < word.len && slice_find_byte(word, '-', hyphen + 1) == SIZE_MAX)
            try_doubled(search, outer, slice_range(word, 0, hyphen), slice_range(word, hyphen + 1, word.len));
        return;
    }
    if (outer->suffix_count) offer(search, outer, word);
    try_affixes(search, outer, word);
    if (!search->found && outer->suffix_count && search->morphology->is_word(search->morphology->by, word))
        set_root(search, outer, word, 1);
}

/* With each clitic of the list taken off the end, and without. A hyphen stands before it after an acronym. */
static bool take_clitic(const char *const list[], size_t count, size_t at, struct slice *word,
                        struct word_form *form) {
    if (at == count) return true;
    struct slice clitic = slice_of(list[at]);
    if (!slice_ends(*word, clitic) || word->len < clitic.len + ROOT_SHORTEST) return false;
    word->len -= clitic.len;
    if (word->data[word->len - 1] == '-') word->len--;
    put_suffix(form, list[at + 1]);
    return true;
}

static void try_clitics(struct search *search, struct slice word) {
    size_t particle_count = sizeof particles / sizeof *particles;
    size_t possessive_count = sizeof possessives / sizeof *possessives;
    for (size_t i = 0; i <= particle_count; i += 2)
        for (size_t k = 0; k <= possessive_count; k += 2) {
            struct word_form form = {0};
            struct slice inner = word;
            if (take_clitic(particles, particle_count, i, &inner, &form) &&
                take_clitic(possessives, possessive_count, k, &inner, &form)) {
                form.base = inner.len;
                try_word(search, &form, inner);
            }
        }
}

/* antarkelompok, pascapanen, nonformal; the second part may be formed itself. */
static bool try_bound(const struct morphology *morphology, struct slice word, struct word_form *out) {
    for (size_t i = 0; i < sizeof bound_forms / sizeof *bound_forms; i++) {
        struct slice bound = slice_of(bound_forms[i]);
        bound.len--;
        if (!slice_starts(word, bound) || word.len < bound.len + 4) continue;
        struct slice rest = slice_range(word, bound.len, word.len);
        if (rest.data[0] == '-') rest = slice_range(rest, 1, rest.len);
        struct word_form form = {0};
        struct search search = {morphology, &form, false};
        offer(&search, &(struct word_form){0}, rest);
        if (!search.found) try_clitics(&search, rest);
        if (!search.found && morphology->is_word(morphology->by, rest))
            set_root(&search, &(struct word_form){0}, rest, 1);
        if (!search.found || form.prefix_count == WORD_PARTS) continue;
        memmove(form.prefixes + 1, form.prefixes, form.prefix_count * sizeof *form.prefixes);
        form.prefixes[0] = bound_forms[i];
        form.prefix_count++;
        form.base = word.len;
        *out = form;
        return true;
    }
    return false;
}

bool morphology_analyse(const struct morphology *morphology, struct slice word, struct word_form *out) {
    *out = (struct word_form){0};
    if (word.len < STEM_SHORTEST + 2 || word.len > WORD_LIMIT) return false;
    struct search search = {morphology, out, false};
    try_clitics(&search, word);
    return search.found || try_bound(morphology, word, out);
}

void word_form_write(const struct word_form *form, struct slice root, struct str *out) {
    struct str inner = {0};
    str_append(&inner, root);
    for (size_t i = form->prefix_count; i-- > 0;) {
        struct str next = {0};
        /* per- keeps its p: memperluas */
        bool before_per = i + 1 < form->prefix_count && strcmp(form->prefixes[i + 1], "per-") == 0;
        if (before_per && strcmp(form->prefixes[i] + 1, "eN-") == 0)
            str_printf(&next, "%.2sm%s", form->prefixes[i], str_text(&inner));
        else
            morphology_join(form->prefixes[i], str_slice(&inner), &next);
        str_free(&inner);
        inner = next;
    }
    str_append(out, str_slice(&inner));
    if (form->doubled && !form->prefix_count) str_printf(out, "-%s", str_text(&inner));
    str_free(&inner);
    for (size_t i = 0; i < form->suffix_count; i++)
        str_append_text(out, form->suffixes[i] + 1);
}

void word_form_describe(const struct word_form *form, struct str *out) {
    for (size_t i = 0; i < form->prefix_count; i++)
        str_printf(out, "%s + ", form->prefixes[i]);
    str_append_text(out, form->root);
    if (form->doubled) str_printf(out, " (x2)");
    for (size_t i = 0; i < form->suffix_count; i++)
        str_printf(out, " + %s", form->suffixes[i]);
}
