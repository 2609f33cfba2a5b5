#include "language/spelling/morphology.h"

#include "language/spelling/affixes.h"

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

struct root_search {
    const struct morphology *morphology;
    struct word_form *best;
    bool found;
};

/* A root is better than another when the other has affixes of its own: the shorter one, or of two of about
 * the same length the one that is better known. */
static bool is_better(const struct word_form *a, const struct word_form *b) {
    size_t la = strlen(a->root), lb = strlen(b->root);
    if (la + 1 < lb || lb + 1 < la) return la < lb;
    return a->weight > b->weight;
}

static void set_root(struct root_search *search, const struct word_form *form, struct slice root,
                     unsigned weight) {
    struct word_form candidate = *form;
    memcpy(candidate.root, root.data, root.len);
    candidate.root[root.len] = '\0';
    candidate.weight = weight;
    if (search->found && !is_better(&candidate, search->best)) return;
    *search->best = candidate;
    search->found = true;
}

/* A prefix before the root, and after it a suffix that is no clitic. */
static bool is_enclosed(const struct word_form *form) {
    const char *suffix = form->suffix_count ? form->suffixes[0] : "";
    return form->prefix_count &&
           (strcmp(suffix, "-kan") == 0 || strcmp(suffix, "-i") == 0 || strcmp(suffix, "-an") == 0);
}

static void offer(struct root_search *search, const struct word_form *form, struct slice root) {
    if (root.len < STEM_SHORTEST || root.len > WORD_LIMIT) return;
    const struct morphology *morphology = search->morphology;
    unsigned weight = morphology->root_weight(morphology->by, root);
    if (!weight && is_enclosed(form)) weight = morphology->is_compound(morphology->by, root);
    if (weight) set_root(search, form, root, weight);
}

/* Offers root when prefix + root is written as stem. */
static void offer_if_joined(struct root_search *search, const struct word_form *form,
                            const struct prefix *prefix, struct slice root, struct slice stem) {
    if (root.len < ROOT_SHORTEST && !affix_is_one_syllable(root)) return;
    struct str written = {0};
    affix_join(prefix, root, &written);
    if (slice_equal(str_slice(&written), stem)) offer(search, form, root);
    str_free(&written);
}

/* The roots that prefix + root = stem may have: the rest after the prefix, with each letter that it may have
 * lost. */
static void try_prefix(struct root_search *search, const struct word_form *form, const struct prefix *prefix,
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
static void try_affixes(struct root_search *search, const struct word_form *outer, struct slice word) {
    for (size_t s = 0; s < SUFFIX_COUNT; s++) {
        struct slice suffix = slice_of(affix_suffixes[s].text);
        if (!slice_ends(word, suffix) || word.len < suffix.len + STEM_SHORTEST) continue;
        struct slice stem = slice_range(word, 0, word.len - suffix.len);
        if (affix_suffixes[s].set == I && stem.data[stem.len - 1] == 'i') continue;
        for (size_t p = 0; p < PREFIX_COUNT; p++) {
            if (!(affix_prefixes[p].suffixes & affix_suffixes[s].set)) continue;
            struct word_form form = *outer;
            put_prefixes(&form, &affix_prefixes[p]);
            put_suffix(&form, affix_suffixes[s].name);
            try_prefix(search, &form, &affix_prefixes[p], stem);
        }
    }
}

/* The same stem on both sides of the hyphen: buku-buku, menari-nari, disembunyi-sembunyikan, tolong-menolong.
 */
static void try_doubled(struct root_search *search, const struct word_form *outer, struct slice left,
                        struct slice right) {
    struct word_form form = *outer;
    form.doubled = true;
    if (slice_equal(left, right)) {
        offer(search, &form, left);
        try_affixes(search, &form, left);
        return;
    }
    for (size_t s = 0; s < SUFFIX_COUNT; s++) {
        struct slice suffix = slice_of(affix_suffixes[s].text);
        if (!slice_ends(right, suffix) || right.len < suffix.len + ROOT_SHORTEST) continue;
        struct slice stem = slice_range(right, 0, right.len - suffix.len);
        if (!slice_ends(left, stem)) continue;
        if (slice_equal(left, stem)) {
            struct word_form plain = form;
            put_suffix(&plain, affix_suffixes[s].name);
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
    struct root_search root = {search->morphology, &inner, false};
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
static void try_hyphened_prefix(struct root_search *search, const struct word_form *outer, struct slice left,
                                struct slice right) {
    for (size_t i = 0; i < PREFIX_COUNT; i++) {
        if (!affix_prefixes[i].names[0] || !slice_equal_text(left, affix_prefixes[i].text)) continue;
        struct word_form form = *outer;
        put_prefixes(&form, &affix_prefixes[i]);
        if (affix_prefixes[i].suffixes & BARE) offer(search, &form, right);
        for (size_t s = 0; s < SUFFIX_COUNT; s++) {
            struct slice suffix = slice_of(affix_suffixes[s].text), root = right;
            if (!suffix.len || !(affix_prefixes[i].suffixes & affix_suffixes[s].set) ||
                !slice_ends(right, suffix))
                continue;
            root.len -= suffix.len;
            if (root.len && root.data[root.len - 1] == '-') root.len--;
            struct word_form suffixed = form;
            put_suffix(&suffixed, affix_suffixes[s].name);
            offer(search, &suffixed, root);
        }
    }
}

/* The first syllable with an e, the root, -an: pepohonan, tetumbuhan. */
static void try_first_syllable(struct root_search *search, const struct word_form *outer, struct slice word) {
    struct slice tail = SLICE("an");
    if (word.len < tail.len + 6 || affix_is_vowel(word.data[0]) || word.data[1] != 'e' ||
        word.data[2] != word.data[0] || !slice_ends(word, tail))
        return;
    struct word_form form = *outer;
    form.doubled = true;
    put_suffix(&form, "-an");
    offer(search, &form, slice_range(word, 2, word.len - tail.len));
}

static void try_word(struct root_search *search, const struct word_form *outer, struct slice word) {
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
    if (!search->found) try_first_syllable(search, outer, word);
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

static void try_clitics(struct root_search *search, struct slice word) {
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
        struct root_search search = {morphology, &form, false};
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
    struct root_search search = {morphology, out, false};
    try_clitics(&search, word);
    return search.found || try_bound(morphology, word, out);
}
