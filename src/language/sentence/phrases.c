#include "language/sentence/phrases.h"

#include "base/utf8.h"
#include "language/sentence/words.h"

enum { SHORTEST_LAST = 4 /* letters of the last word of a sentence, longer than abbreviations */ };

bool phrase_find(struct language *language, enum lexicon_name name, const struct analysis *a, size_t first,
                 struct phrase *phrase) {
    struct str key = {0};
    size_t ends[PHRASE_TOKENS], tokens = 0;
    str_append(&key, a->forms.items[first]->folded->text);
    ends[tokens++] = key.len;
    while (tokens < PHRASE_TOKENS && word_after(a, first + tokens - 1)) {
        str_append_byte(&key, ' ');
        str_append(&key, a->forms.items[first + tokens]->folded->text);
        ends[tokens++] = key.len;
    }
    bool found = false;
    const struct lexicon *lexicon = language_lexicon(language, name);
    for (; tokens && !found; tokens--) {
        struct slice sought = {str_text(&key), ends[tokens - 1]};
        struct slice fields;
        found = lexicon_find(lexicon, sought, &fields);
        if (found) *phrase = (struct phrase){.first = first, .tokens = tokens, .fields = fields};
    }
    str_free(&key);
    return found;
}

static const struct sentence *sentence_of(const struct analysis *a, size_t index) {
    size_t begun = vec_before(const struct sentence, s, &a->sentences, s->first_token <= index);
    return begun ? &a->sentences.items[begun - 1] : NULL;
}

/* "Gratis. Silakan datang," kata X: one sentence to its end, with another inside. */
static bool follows_stop(const struct analysis *a, size_t index) {
    if (index < 2 || !(a->tokens.items[index].flags & TOKEN_SPACE_BEFORE)) return false;
    struct slice mark = token_text(a, &a->tokens.items[index - 1]);
    if (slice_equal_text(mark, "?") || slice_equal_text(mark, "!")) return true;
    const struct token *before = &a->tokens.items[index - 2];
    return slice_equal_text(mark, ".") && before->flags & TOKEN_LOWER &&
           before->end - before->start >= SHORTEST_LAST;
}

bool token_opens(const struct analysis *a, size_t index) {
    if (follows_stop(a, index)) return true;
    const struct sentence *sentence = sentence_of(a, index);
    size_t first = sentence ? sentence->first_token : 0;
    while (index > first) {
        const struct token *before = &a->tokens.items[--index];
        struct slice text = token_text(a, before);
        if (before->kind == TOKEN_WORD || before->kind == TOKEN_OPAQUE) return false;
        if (before->kind == TOKEN_NUMBER && index > first) return false;
        if (slice_equal_text(text, ":") || slice_equal_text(text, "\"") || slice_equal_text(text, "“"))
            return true;
    }
    return true;
}

static void append_capital(struct str *out, struct slice word) {
    if (!word.len) return;
    size_t n;
    str_append_rune(out, rune_upper(utf8_decode(word, 0, &n)));
    str_append(out, slice_range(word, n, word.len));
}

static void append_upper(struct str *out, struct slice words) {
    for (size_t i = 0, n; i < words.len; i += n)
        str_append_rune(out, rune_upper(utf8_decode(words, i, &n)));
}

/* di, ke: small inside a title. */
static bool is_small_in_title(const struct analysis *a, size_t first, struct slice word) {
    size_t number = vocabulary_find(a->vocabulary, word);
    return !token_opens(a, first) && number &&
           vocabulary_has(a->vocabulary, (uint32_t)number, CLASS_TITLE_SMALL);
}

/* Dalam upaya mencegah: only its first word is raised. */
static bool is_raised_once(const struct analysis *a, size_t first, size_t tokens) {
    for (size_t i = first + 1; i < first + tokens; i++)
        if (!token_is_small(a, i)) return false;
    return tokens > 1;
}

static bool is_raised_inside(const struct analysis *a, size_t index) {
    return index < a->tokens.count && a->tokens.items[index].flags & TOKEN_CAPITAL && !token_opens(a, index);
}

/* ", Diantaranya", "warga Disamping pasar": a preposition and its word were written as one, and raised by a
 * slip; in a title the words beside them are raised too. */
static bool is_raised_wrongly(const struct analysis *a, size_t first, size_t tokens, struct slice right) {
    bool beside = (word_before(a, first) && is_raised_inside(a, first - 1)) ||
                  (word_after(a, first) && is_raised_inside(a, first + 1));
    return tokens == 1 && !beside && is_small_in_title(a, first, slice_cut(&right, ' ')) && right.len;
}

void wording_append(struct str *out, const struct analysis *a, size_t first, size_t tokens,
                    struct slice right) {
    const struct token *head = &a->tokens.items[first];
    const struct token *next = word_after(a, first + tokens - 1);
    bool kept = slice_starts(right, token_text(a, head)); /* UMKM-nya */
    if (head->flags & TOKEN_UPPER && !kept) {
        append_upper(out, right);
    } else if (kept || !(head->flags & TOKEN_CAPITAL)) {
        str_append(out, right);
    } else if (is_raised_once(a, first, tokens) ||
               (token_opens(a, first) && !(next && next->flags & TOKEN_CAPITAL))) {
        append_capital(out, right);
    } else if (is_raised_wrongly(a, first, tokens, right)) {
        if (word_before(a, first) || token_is_mark(a, first - 1, ",;"))
            str_append(out, right);
        else /* after the dash of a dateline */
            append_capital(out, right);
    } else { /* a title: each word of it */
        while (right.len) {
            struct slice word = slice_cut(&right, ' ');
            if (slice_equal_text(word, "pun") || is_small_in_title(a, first, word))
                str_append(out, word);
            else
                append_capital(out, word);
            if (right.len) str_append_byte(out, ' ');
        }
    }
}
