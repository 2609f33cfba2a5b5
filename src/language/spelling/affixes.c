#include "language/spelling/affixes.h"

const struct suffix affix_suffixes[] = {
    {BARE, "", NULL}, {KAN, "kan", "-kan"}, {I, "i", "-i"}, {AN, "an", "-an"}};

const struct prefix affix_prefixes[] = {
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

_Static_assert(sizeof affix_suffixes / sizeof *affix_suffixes == SUFFIX_COUNT, "the header says how many");
_Static_assert(sizeof affix_prefixes / sizeof *affix_prefixes == PREFIX_COUNT, "the header says how many");

bool affix_is_vowel(char c) {
    return c && strchr("aeiou", c) != NULL;
}

static bool starts_with_any(struct slice s, const char *const list[], size_t count) {
    for (size_t i = 0; i < count; i++)
        if (slice_starts(s, slice_of(list[i]))) return true;
    return false;
}

bool affix_is_one_syllable(struct slice root) {
    size_t vowels = 0;
    for (size_t i = 0; i < root.len; i++)
        vowels += affix_is_vowel(root.data[i]);
    return vowels == 1;
}

/* The nasal with which meN- and peN- stand before root; *drop is set when its first letter is lost. */
static const char *nasal_before(struct slice root, bool *drop) {
    static const char *const clusters[] = {"pr", "pl", "tr", "st", "sp", "sk", "sy",
                                           "kr", "kl", "ps", "kh", "sw", "sl"};
    char first = root.len ? root.data[0] : '\0';
    bool cluster = starts_with_any(root, clusters, sizeof clusters / sizeof *clusters);
    *drop = strchr("ptks", first) && first && !cluster;
    if (affix_is_one_syllable(root)) {
        *drop = false;
        return "nge";
    }
    if (affix_is_vowel(first) || strchr("kghqx", first)) return "ng";
    if (strchr("pbfv", first)) return "m";
    if (first == 's' && *drop) return "ny";
    if (strchr("tdcjzs", first)) return "n";
    return "";
}

static bool r_falls_before(struct slice root) {
    if (root.len && root.data[0] == 'r') return true;
    /* kerja, serta, pergi: the first syllable ends in -er before a consonant */
    return root.len > 4 && !affix_is_vowel(root.data[0]) && root.data[1] == 'e' && root.data[2] == 'r' &&
           !affix_is_vowel(root.data[3]);
}

void affix_join(const struct prefix *prefix, struct slice root, struct str *out) {
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
