#include "export/export.h"
#include "export/messages.h"

#include "base/utf8.h"

/*
 * Captions: the sentences of the draft, whole, as many as a network takes, and its tags. Lengths are counted
 * as the network counts them:
 *
 *     X          280; an address counts 23, signs beyond the ranges of twitter-text 3 count 2
 *     Instagram  2,200 signs and 30 tags (help.instagram.com: "Add hashtags")
 *     Facebook   63,206 signs; more than 477 are folded away, so as many whole sentences as stay in sight
 */
struct network {
    const char *name;
    size_t limit;
    size_t tags; /* at the most */
    bool weighs; /* as X does */
};
static const struct network networks[] = {
    {"X", 280, 3, true}, {"Instagram", 2200, 30, false}, {"Facebook", 477, 5, false}};

enum { ADDRESS = 23 };

static size_t address_at(struct slice s, size_t at) {
    struct slice rest = slice_range(s, at, s.len);
    if (!slice_starts(rest, SLICE("https://")) && !slice_starts(rest, SLICE("http://"))) return 0;
    size_t n = 0;
    while (n < rest.len && (unsigned char)rest.data[n] > ' ')
        n++;
    return n;
}

static bool is_light(uint32_t rune) {
    return rune <= 4351 || (rune >= 8192 && rune <= 8205) || (rune >= 8208 && rune <= 8223) ||
           (rune >= 8242 && rune <= 8247);
}

static size_t length_of(struct slice s, const struct network *network) {
    size_t length = 0;
    for (size_t at = 0, n; at < s.len; at += n) {
        uint32_t rune = utf8_decode(s, at, &n);
        size_t address = network->weighs ? address_at(s, at) : 0;
        if (address) n = address;
        length += address ? ADDRESS : network->weighs && !is_light(rune) ? 2 : 1;
    }
    return length;
}

/* "pasar murah" is #PasarMurah: letters and digits, each word with a capital. */
static void append_tag(struct str *out, struct slice tag) {
    bool begins = true;
    str_append_byte(out, '#');
    for (size_t at = 0, n; at < tag.len; at += n) {
        uint32_t rune = utf8_decode(tag, at, &n);
        if (!rune_is_letter(rune) && !rune_is_digit(rune)) {
            begins = true;
            continue;
        }
        str_append_rune(out, begins ? rune_upper(rune) : rune);
        begins = false;
    }
}

static void append_tags(const struct manuscript *m, const struct network *network, struct str *out) {
    for (size_t i = 0; i < m->tags.count && i < network->tags; i++) {
        str_append_text(out, i ? " " : "\n\n");
        append_tag(out, slice_of(m->tags.items[i]));
    }
}

/* As many sentences from the first on as fit before the tags; without any, the title. False: not even that.
 */
static bool append_caption(const struct manuscript *m, const struct network *network, struct str *out) {
    struct str tags = {0}, text = {0};
    append_tags(m, network, &tags);
    size_t room = network->limit - length_of(str_slice(&tags), network), used = 0;
    for (size_t i = 0; i < m->sentences.count; i++) {
        struct slice sentence = slice_of(m->sentences.items[i]);
        used += (i ? 1 : 0) + length_of(sentence, network);
        if (used > room) break;
        if (i) str_append_byte(&text, ' ');
        str_append(&text, sentence);
    }
    if (!text.len && length_of(str_slice(&m->title), network) <= room)
        str_append(&text, str_slice(&m->title));
    bool fits = text.len > 0;
    str_append(out, str_slice(&text));
    if (fits) str_append(out, str_slice(&tags));
    str_free(&tags);
    str_free(&text);
    return fits;
}

static bool write(const struct manuscript *m, enum lang lang, struct str *out, struct error *e) {
    (void)e;
    for (size_t i = 0; i < sizeof networks / sizeof *networks; i++) {
        const struct network *network = &networks[i];
        struct str caption = {0};
        bool fits = append_caption(m, network, &caption);
        if (i) str_append_byte(out, '\n');
        if (fits)
            message(out, lang, EXPORT_CAPTION, network->name, length_of(str_slice(&caption), network),
                    network->limit);
        else
            message(out, lang, EXPORT_TOO_LONG, network->name, network->limit);
        str_append_text(out, "\n\n");
        str_append(out, str_slice(&caption));
        if (fits) str_append_byte(out, '\n');
        str_free(&caption);
    }
    return true;
}

const struct export_form export_social = {.name = "social", .write = write};
