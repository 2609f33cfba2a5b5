#include "check/duplicate/duplicate.h"

#include "base/utf8.h"
#include "language/sentence/words.h"

enum { SHORTEST = 5, TITLE_WORDS = 12, LONG_WITH_NYA = 7 };

static const uint64_t LETTER_FACTOR = 0x100000001B3u;

/* A word reduced to its letters and digits in small letters: marks, hyphens and curly apostrophes do not
 * count, but for the comma of a number: 2,5 is not 25. */
static void reduce(struct str *out, struct slice word) {
    str_clear(out);
    for (size_t i = 0, n; i < word.len; i += n) {
        uint32_t rune = utf8_decode(word, i, &n);
        if (rune_is_letter(rune) || rune_is_digit(rune) || rune == ',')
            str_append_rune(out, rune_lower(rune));
    }
}

static bool ends_with_nya(struct slice word) {
    return word.len >= LONG_WITH_NYA && slice_ends(word, SLICE("nya"));
}

/* The reduced word without -nya, and once only: izinnya, kota-kota. What is cut off a word that just ends so
 * does no harm: it is cut off wherever the word stands. At the start -nya points to another thing: Nilainya.
 */
static struct slice base_of(struct slice word, const struct token *token, bool starts) {
    size_t half = word.len / 2;
    bool doubled = token->flags & TOKEN_HYPHEN && word.len == 2 * half &&
                   slice_equal(slice_range(word, 0, half), slice_range(word, half, word.len));
    if (doubled) return slice_range(word, 0, half);
    return !starts && ends_with_nya(word) ? slice_range(word, 0, word.len - 3) : word;
}

static uint32_t hash_word(struct slice letters) {
    uint64_t hash = slice_hash(letters);
    return (uint32_t)(hash ^ hash >> 32);
}

/* Goes on with the hash of all letters of a unit, whatever the spaces between them. */
static uint64_t hash_letters(uint64_t hash, struct slice letters) {
    for (size_t i = 0; i < letters.len; i++)
        hash = hash * LETTER_FACTOR + (unsigned char)letters.data[i];
    return hash;
}

/* Of a word of plain letters alone. */
static const struct word_letters *letters_of(struct word *word) {
    struct word_letters *letters = &word->letters;
    if (letters->factor) return letters;
    struct slice text = word->text, less = text;
    if (ends_with_nya(text)) less.len -= strlen("nya");
    *letters = (struct word_letters){hash_word(text), hash_word(less), hash_letters(0, text), 1};
    for (size_t i = 0; i < text.len; i++)
        letters->factor *= LETTER_FACTOR;
    return letters;
}

/* Adds what it is compared by; false when it has no letters. */
static bool add_letters(struct unit *unit, struct unit_word *w, const struct analysis *a, size_t i,
                        struct str *buffer) {
    struct word *small = a->forms.items[i]->small;
    if (small->plain) {
        const struct word_letters *letters = letters_of(small);
        w->hash = unit->count ? letters->less : letters->whole;
        unit->hash = unit->hash * letters->factor + letters->hash;
        unit->letters += (uint32_t)small->text.len;
        return true;
    }
    reduce(buffer, small->text);
    w->hash = hash_word(base_of(str_slice(buffer), &a->tokens.items[i], !unit->count));
    unit->hash = hash_letters(unit->hash, str_slice(buffer));
    unit->letters += (uint32_t)buffer->len;
    return buffer->len;
}

static void add_words(struct units *units, struct unit *unit, const struct analysis *a, size_t first,
                      size_t end) {
    struct str buffer = {0};
    size_t depth = 0;
    for (size_t i = first; i < end && unit->count < UNIT_WORDS; i++) {
        const struct token *t = &a->tokens.items[i];
        if (token_is_mark(a, i, "(")) depth++;
        if (token_is_mark(a, i, ")") && depth) depth--;
        if (t->kind == TOKEN_PUNCTUATION || t->kind == TOKEN_SYMBOL) continue;
        struct unit_word w = {.token = (uint32_t)i};
        if (!add_letters(unit, &w, a, i, &buffer)) continue;
        if (token_in(a, i, CLASS_WEAK)) w.flags |= UNIT_WEAK;
        if (depth) w.flags |= UNIT_BRACKET;
        if (t->kind == TOKEN_NUMBER) w.flags |= UNIT_NUMBER;
        if (t->flags & TOKEN_CAPITAL && unit->count) w.flags |= UNIT_NAME;
        unit->sketch |= unit_bit(w.hash);
        unit->content += !(w.flags & (UNIT_WEAK | UNIT_BRACKET));
        unit->count++;
        vec_push(&units->words, w);
    }
    str_free(&buffer);
}

static bool is_legal_word(const struct unit_word *word, const struct analysis *a) {
    return word->flags & UNIT_NUMBER || token_in(a, word->token, CLASS_LEGAL);
}

/* Articles of law in a row: Pasal 114 Ayat (2) juncto Pasal 132 Ayat (1) Undang-Undang Nomor 35 Tahun 2009.
 */
static bool is_legal(const struct units *units, const struct unit *unit) {
    const struct analysis *a = &unit->block->analysis;
    if (!unit->count) return false;
    const struct unit_word *words = &units->words.items[unit->first];
    size_t legal = 0;
    bool article = false;
    for (size_t i = 0; i < unit->count && !article; i++) {
        struct slice text = token_text(a, &a->tokens.items[words[i].token]);
        article = slice_equal_nocase(text, SLICE("pasal")) || slice_equal_nocase(text, SLICE("ayat"));
    }
    for (size_t i = 0; i < unit->count && article; i++)
        legal += is_legal_word(&words[i], a);
    return article && legal * 2 >= unit->count;
}

/* The formula alone, with nobody it is said of. */
static bool starts_legal(const struct units *units, const struct unit *unit) {
    return is_legal_word(&units->words.items[unit->first], &unit->block->analysis);
}

/* A line that is a title, a name or a caption rather than a sentence: no end mark, and short or in capitals.
 */
static bool is_title(const struct units *units, const struct unit *unit) {
    const struct analysis *a = &unit->block->analysis;
    struct slice text = slice_range(a->text, unit->start, unit->end);
    if (text.len && (strchr(".?!\")]", text.data[text.len - 1]) || slice_ends(text, SLICE("”"))))
        return false;
    size_t capitals = 0;
    for (size_t i = 0; i < unit->count; i++)
        capitals += (units->words.items[unit->first + i].flags & (UNIT_NAME | UNIT_NUMBER)) != 0;
    return unit->count < TITLE_WORDS || capitals * 2 > unit->count;
}

/* A name with its degrees and titles, or the start of a letter: nearly every word a name or a number. */
static bool is_name(const struct units *units, const struct unit *unit) {
    size_t small = 0;
    for (size_t i = 1; i < unit->count; i++)
        small += !(units->words.items[unit->first + i].flags & (UNIT_NAME | UNIT_NUMBER | UNIT_BRACKET));
    return small < 2;
}

/* An item of a list or a cell of a table written in HTML: <li>, <td>, <th>; or what an image says to those
 * who do not see it, which its caption says again. Units are asked for in order: no mark-up is looked at
 * twice. */
static bool is_item_or_image(struct units *units, const struct unit *unit) {
    const struct analysis *a = &unit->block->analysis;
    if (units->block != unit->block) {
        units->block = unit->block;
        units->spans = 0;
        units->in_item = units->in_image = false;
    }
    for (; units->spans < a->markup.spans.count; units->spans++) {
        const struct markup_span *span = &a->markup.spans.items[units->spans];
        if (span->end > unit->start) break;
        struct slice tag = slice_range(a->text, span->start, span->end);
        bool item = slice_starts(tag, SLICE("<li")) || slice_starts(tag, SLICE("<td")) ||
                    slice_starts(tag, SLICE("<th"));
        if (item || span->kind == MARKUP_BREAK) units->in_item = item;
        units->in_image =
            slice_starts(tag, SLICE("![")) || (units->in_image && !slice_starts(tag, SLICE("]")));
    }
    const struct markup_span *next =
        units->spans < a->markup.spans.count ? &a->markup.spans.items[units->spans] : NULL;
    bool goes_on = next && next->start < unit->end; /* ![Peta](peta.png) Warga datang. */
    return units->in_item || (units->in_image && !goes_on);
}

/* [caption id="7"]Warga menanam pohon di bukit.[/caption]: two pictures of one thing have one caption. */
static bool is_caption(const struct unit *unit) {
    struct slice text = unit->block->analysis.text;
    return slice_starts(slice_range(text, unit->end, text.len), SLICE("[/caption"));
}

/* "**1. Kenapa harus berdesakan?**", alone in its block: it announces an answer, as a heading does. */
static bool is_question(const struct unit *unit, size_t first, size_t end) {
    enum { LABEL = 2 };
    const struct analysis *a = &unit->block->analysis;
    return first <= LABEL && end == a->tokens.count && token_is_mark(a, end - 1, "?");
}

/* Terakhir diakses pada 3 Maret 2024: of a list of sources. */
static bool is_reading_date(const struct units *units, const struct unit *unit) {
    enum { WORDS = 9 };
    const struct unit_word *words = &units->words.items[unit->first];
    bool read = false;
    for (size_t i = 0; i < 2 && i < unit->count; i++)
        read = read || token_in(&unit->block->analysis, words[i].token, CLASS_PAGE_READ);
    return read && unit->count <= WORDS;
}

/* "(2) Teguran ..., sebagaimana dimaksud pada ayat (1)", "pencabutan izin;": a clause of a statute or an
 * item, of which many are alike. */
static bool is_clause(const struct units *units, const struct unit *unit, size_t first, size_t end) {
    const struct analysis *a = &unit->block->analysis;
    const struct unit_word *words = &units->words.items[unit->first];
    bool clause = token_is_mark(a, end - 1, ";") ||
                  (token_is(a, first, "(") && token_is_number(a, first + 1) && token_is(a, first + 2, ")")) ||
                  token_is(a, first + 1, ")"); /* a) Isi nama lengkap. */
    for (size_t i = 0; i + 1 < unit->count && !clause; i++)
        clause = token_is(a, words[i].token, "sebagaimana") && token_is(a, words[i + 1].token, "dimaksud");
    return clause;
}

static void add_unit(struct units *units, const struct block *block, size_t sentence, size_t first,
                     size_t end, bool part) {
    const struct analysis *a = &block->analysis;
    struct unit unit = {.block = block,
                        .sentence = (uint32_t)sentence,
                        .start = a->tokens.items[first].start,
                        .end = a->tokens.items[end - 1].end,
                        .first = (uint32_t)units->words.count,
                        .part = part,
                        .section = units->section,
                        .heading = units->heading,
                        .single = a->sentences.count == 1};
    add_words(units, &unit, a, first, end);
    unit.legal = is_legal(units, &unit);
    if (unit.count < SHORTEST || unit.content < 3 || is_title(units, &unit) || is_name(units, &unit) ||
        is_clause(units, &unit, first, end) || is_question(&unit, first, end) ||
        is_reading_date(units, &unit) || is_item_or_image(units, &unit) || is_caption(&unit) ||
        (unit.legal && starts_legal(units, &unit))) {
        units->words.count = unit.first;
        return;
    }
    vec_push(&units->list, unit);
}

/* The sentences inside a quotation, which the analysis keeps together. */
static void add_parts(struct units *units, const struct block *block, size_t sentence) {
    const struct analysis *a = &block->analysis;
    const struct sentence *s = &a->sentences.items[sentence];
    size_t first = s->first_token, end = first + s->tokens, start = first;
    for (size_t i = first; i < end; i++) {
        bool stop = token_is_mark(a, i, ".?!") && i + 1 < end &&
                    a->tokens.items[i + 1].flags & TOKEN_SPACE_BEFORE &&
                    a->tokens.items[i + 1].flags & TOKEN_CAPITAL &&
                    !(token_is_mark(a, i, ".") && token_in(a, i - 1, CLASS_CUT_SHORT));
        if (!stop && (i + 1 < end || start == first)) continue;
        add_unit(units, block, sentence, start, i + 1, true);
        start = i + 1;
    }
}

void units_add_block(struct units *units, const struct block *block) {
    size_t count = block->analysis.tokens.count;
    if (count) add_unit(units, block, 0, 0, count, false);
}

void unit_word_letters(struct str *out, const struct units *units, const struct unit *unit, size_t i) {
    const struct analysis *a = &unit->block->analysis;
    const struct token *t = &a->tokens.items[units->words.items[unit->first + i].token];
    reduce(out, token_text(a, t));
    out->len = base_of(str_slice(out), t, !i).len;
}

/* # Langkah pertama, <h3>Langkah pertama</h3>: where the heading that the block begins with ends; 0 when it
 * begins with none. */
static size_t heading_end(const struct block *block) {
    struct slice s = block->text;
    if (block->kind == BLOCK_HEADING) return s.len;
    bool html = s.len > 3 && slice_starts(s, SLICE("<h")) && s.data[2] >= '1' && s.data[2] <= '6';
    size_t end = html ? slice_find(s, SLICE("</h"), 0) : 0;
    return end == SIZE_MAX ? s.len : end;
}

/* Its words, without the number or letter before them. False: more stands in the block. */
static bool read_heading(struct units *units, const struct block *block) {
    const struct analysis *a = &block->analysis;
    size_t end = heading_end(block), i = 0;
    if (!end) return false;
    uint64_t hash = 0xCBF29CE484222325u;
    for (; i < a->tokens.count && a->tokens.items[i].end <= end; i++)
        if (token_is_kind(a, i, TOKEN_WORD) && token_word(a, i).len > 1)
            hash = hash_letters(hash, a->forms.items[i]->small->text);
    units->section++;
    units->heading = hash;
    return i == a->tokens.count;
}

bool units_collect(struct units *units, const struct check_context *context,
                   const struct document *document) {
    for (size_t i = 0; i < document->blocks.count; i++) {
        if (i % 8 == 0 && check_interrupted(context)) return false;
        const struct block *block = document->blocks.items[i];
        if (block->kind == BLOCK_BLANK || read_heading(units, block) || block->kind != BLOCK_PROSE) continue;
        for (size_t s = 0; s < block->analysis.sentences.count; s++) {
            const struct sentence *sentence = &block->analysis.sentences.items[s];
            add_unit(units, block, s, sentence->first_token, sentence->first_token + sentence->tokens, false);
            add_parts(units, block, s);
        }
    }
    return true;
}

void units_free(struct units *units) {
    vec_free(&units->list);
    vec_free(&units->words);
}
