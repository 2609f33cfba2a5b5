#include "check/vale.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "check/messages.h"
#include "config/yaml_values.h"

struct vale {
    const char *path;
    struct error *e;
    struct str extends, message, level, scope, refused; /* refused: a key that cannot be used */
    bool ignore_case;
    size_t most;
    VEC(char *) tokens, becomes, except; /* owned; becomes: of swap, beside tokens */
};

static void set(struct str *place, struct slice text) {
    str_clear(place);
    str_append(place, text);
}

static bool take(void *self, const struct yaml_value *value) {
    struct vale *v = self;
    if (!value->depth) return true;
    struct slice key = value->keys[0];
    if (slice_equal_text(key, "extends")) {
        set(&v->extends, value->text);
    } else if (slice_equal_text(key, "message")) {
        set(&v->message, value->text);
    } else if (slice_equal_text(key, "level")) {
        set(&v->level, value->text);
    } else if (slice_equal_text(key, "scope")) {
        set(&v->scope, value->text);
    } else if (slice_equal_text(key, "ignorecase")) {
        v->ignore_case = slice_equal_text(value->text, "true");
    } else if (slice_equal_text(key, "max")) {
        char *number = slice_copy(value->text);
        v->most = strtoul(number, NULL, 10);
        free(number);
    } else if (slice_equal_text(key, "tokens") || slice_equal_text(key, "token")) {
        vec_push(&v->tokens, slice_copy(value->text));
    } else if (slice_equal_text(key, "swap") && value->depth > 1) {
        vec_push(&v->tokens, slice_copy(value->keys[1]));
        vec_push(&v->becomes, slice_copy(value->text));
    } else if (slice_equal_text(key, "exceptions")) {
        vec_push(&v->except, slice_copy(value->text));
    } else if (slice_equal_text(key, "raw") || slice_equal_text(key, "nonword") ||
               slice_equal_text(key, "pos") || slice_equal_text(key, "vocab")) {
        if (!slice_equal_text(value->text, "false")) set(&v->refused, key);
    }
    return true; /* link, limit, action, description: nothing that a finding depends on */
}

/* A word of the token from at on: quoted where its capitals count. Returns where it ends. */
static size_t append_word(struct str *out, struct slice s, size_t at, bool ignore_case) {
    size_t end = at;
    for (size_t n; end < s.len; end += n) {
        uint32_t rune = utf8_decode(s, end, &n);
        bool inner = end > at && (rune == '-' || rune == '\'' || rune == 0x2019);
        if (!rune_is_letter(rune) && !rune_is_digit(rune) && !inner) break;
    }
    struct slice word = slice_range(s, at, end);
    if (!ignore_case) str_append_byte(out, '"');
    if (ignore_case)
        str_append_lower(out, word);
    else
        str_append(out, word);
    if (!ignore_case) str_append_byte(out, '"');
    return end;
}

/* A group must stand for whole words: our patterns look at words, a regular expression at letters. */
static bool touches_word(struct slice s, size_t at) {
    size_t n;
    if (at >= s.len) return false;
    uint32_t rune = utf8_decode(s, at, &n);
    return rune_is_letter(rune) || rune_is_digit(rune);
}

static const struct {
    const char *regex, *pattern;
} parts[] = {{"\\b", ""},  {"\\s+", " "}, {"\\s", " "}, {"[ ]", " "}, {"(?:", "("}, {"(", "("},
             {")?", ")?"}, {")", ")"},    {"|", " | "}, {" ", " "},   {",", " , "}, {"\\.", " \".\" "}};
enum { PARTS = sizeof parts / sizeof *parts };

/* False: it says more than a pattern can. */
static bool append_pattern(struct str *out, struct slice s, bool ignore_case) {
    bool words = false;
    for (size_t at = 0; at < s.len;) {
        size_t i = 0;
        struct slice rest = slice_range(s, at, s.len);
        while (i < PARTS && !slice_starts(rest, slice_of(parts[i].regex)))
            i++;
        if (i == PARTS && !touches_word(s, at)) return false;
        if (i == PARTS) {
            at = append_word(out, s, at, ignore_case);
            words = true;
            continue;
        }
        bool opens = parts[i].pattern[0] == '(', closes = parts[i].pattern[0] == ')';
        if (opens && at > 0 && touches_word(s, utf8_previous(s, at)) &&
            !slice_ends(slice_range(s, 0, at), SLICE("\\b")))
            return false;
        at += strlen(parts[i].regex);
        if (closes && touches_word(s, at)) return false;
        str_append_text(out, parts[i].pattern);
    }
    return words;
}

/* "Use '%s' instead of '%s'." of Vale says the fix first, then the words; with one %s, existence says the
 * words. */
static void append_message(struct str *out, struct slice message, bool swaps) {
    for (size_t n = 0, at = 0; at < message.len; at++) {
        if (!slice_starts(slice_range(message, at, message.len), SLICE("%s"))) {
            if (!strchr("{}", message.data[at])) str_append_byte(out, message.data[at]);
            continue;
        }
        str_append_text(out, swaps && n++ == 0 ? "{fix}" : "{text}");
        at++;
    }
}

/* vale.STYLE.NAME, from .../STYLE/NAME.yml */
static char *name_of(const char *path) {
    struct str name = {0};
    struct slice s = slice_of(path);
    if (slice_ends(s, SLICE(".yml"))) s.len -= 4;
    size_t from = s.len;
    for (int slashes = 0; from > 0; from--)
        if (s.data[from - 1] == '/' && ++slashes == 2) break;
    str_append_text(&name, "vale.");
    for (size_t i = from; i < s.len && name.len < 59; i++) {
        char c = s.data[i] >= 'A' && s.data[i] <= 'Z' ? (char)(s.data[i] | ' ') : s.data[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        str_append_byte(&name, c == '/' ? '.' : plain ? c : '-');
    }
    return str_steal(&name);
}

static bool is_any_word(const char *token) {
    static const char *const words[] = {"\\b(\\w+)\\b", "\\b\\w+\\b", "\\w+",
                                        "[^\\s]+",      "\\S+",       "\\b(?:\\w+)\\b"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(token, words[i]) == 0) return true;
    return false;
}

static bool add_tokens(struct vale *v, struct rule_file *file, bool swaps, bool counts) {
    for (size_t i = 0; i < v->tokens.count; i++) {
        struct str source = {0};
        bool ok = counts && is_any_word(v->tokens.items[i])
                      ? (str_append_text(&source, "KATA"), true)
                      : append_pattern(&source, slice_of(v->tokens.items[i]), v->ignore_case);
        struct rule_pattern *pattern = vec_add(&file->patterns);
        pattern->source = str_steal(&source);
        pattern->line = 1;
        if (swaps && i < v->becomes.count)
            vec_push(&pattern->becomes, slice_copy(slice_of(v->becomes.items[i])));
        if (!ok) return error_set(v->e, VALE_TOKEN, v->path, v->tokens.items[i]);
    }
    for (size_t i = 0; i < v->except.count; i++) {
        struct str source = {0};
        if (append_pattern(&source, slice_of(v->except.items[i]), v->ignore_case))
            vec_push(&file->except, str_steal(&source));
        str_free(&source);
    }
    return v->tokens.count > 0 || error_set(v->e, VALE_KEY, v->path, "tokens");
}

static enum severity severity_of(const struct str *level) {
    if (slice_equal_text(str_slice(level), "error")) return SEVERITY_ERROR;
    return slice_equal_text(str_slice(level), "suggestion") ? SEVERITY_HINT : SEVERITY_WARNING;
}

static struct rule_file *new_file(const struct vale *v, bool swaps) {
    struct rule_file *file = memory_zero(1, sizeof *file);
    struct str message = {0};
    append_message(&message, str_slice(&v->message), swaps);
    file->name = name_of(v->path);
    file->path = slice_copy(slice_of(v->path));
    file->line = 1;
    file->house = file->quotations = true;
    file->message[LANG_ID] = str_steal(&message);
    file->texts[RULE_ABOUT][LANG_ID] = slice_copy(slice_of(file->message[LANG_ID]));
    file->rule = (struct rule){
        .name = file->name, .severity = severity_of(&v->level), .letter = 'Y', .on = true, .file = file};
    return file;
}

static bool is_scope(struct slice scope) {
    return !scope.len || slice_equal_text(scope, "text") || slice_equal_text(scope, "sentence") ||
           slice_equal_text(scope, "paragraph");
}

static bool add_file(struct vale *v, struct rule_files *files) {
    struct slice kind = str_slice(&v->extends);
    bool swaps = slice_equal_text(kind, "substitution"), counts = slice_equal_text(kind, "occurrence");
    if (!swaps && !counts && !slice_equal_text(kind, "existence"))
        return error_set(v->e, VALE_KIND, v->path, str_text(&v->extends));
    if (v->refused.len) return error_set(v->e, VALE_KEY, v->path, str_text(&v->refused));
    if (!is_scope(str_slice(&v->scope))) return error_set(v->e, VALE_KEY, v->path, str_text(&v->scope));
    struct rule_file *file = new_file(v, swaps);
    if (counts) {
        file->within =
            slice_equal_text(str_slice(&v->scope), "paragraph") ? WITHIN_PARAGRAPH : WITHIN_SENTENCE;
        file->more_than = v->most;
    }
    bool ok = add_tokens(v, file, swaps, counts);
    if (ok)
        vec_push(&files->list, file);
    else
        rule_file_free(file);
    return ok;
}

static void free_list(char **items, size_t count) {
    for (size_t i = 0; i < count; i++)
        free(items[i]);
    free(items);
}

bool vale_read(struct rule_files *files, struct slice yaml, const char *path, struct error *e) {
    struct vale v = {.path = path, .e = e};
    bool ok = yaml_values(yaml, path, take, &v, e) && add_file(&v, files);
    struct str *const texts[] = {&v.extends, &v.message, &v.level, &v.scope, &v.refused};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        str_free(texts[i]);
    free_list(v.tokens.items, v.tokens.count);
    free_list(v.becomes.items, v.becomes.count);
    free_list(v.except.items, v.except.count);
    return ok;
}
