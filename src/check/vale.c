#include "check/vale.h"

#include "base/memory.h"
#include "check/messages.h"
#include "check/vale_token.h"
#include "config/yaml_values.h"

struct vale {
    const char *path;
    struct error *e;
    /* refused: a key that cannot be used; match: of capitalization; first, second: of conditional */
    struct str extends, message, level, scope, refused, match, first, second;
    bool ignore_case, letters_only;
    size_t most;
    double threshold;
    VEC(char *) tokens, becomes, except; /* owned; becomes: of swap or either, beside tokens */
};

static const struct kind {
    const char *name;
    bool swaps, counts; /* substitution; whose any-word tokens are WORD */
    enum rule_kind kind;
} kinds[] = {{"existence", false, false, RULE_FINDS},        {"substitution", true, false, RULE_FINDS},
             {"occurrence", false, true, RULE_FINDS},        {"repetition", false, true, RULE_REPEATS},
             {"consistency", false, false, RULE_AGREES},     {"conditional", false, false, RULE_DEFINES},
             {"capitalization", false, false, RULE_CAPITALS}};

static void set(struct str *place, struct slice text) {
    str_clear(place);
    str_append(place, text);
}

static bool is_true(struct slice text) {
    return slice_equal_text(text, "true");
}

/* False: another kind of key. */
static bool take_text(struct vale *v, struct slice key, struct slice text) {
    const struct {
        const char *key;
        struct str *place;
    } places[] = {{"extends", &v->extends}, {"message", &v->message}, {"level", &v->level},
                  {"scope", &v->scope},     {"match", &v->match},     {"first", &v->first},
                  {"second", &v->second}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (slice_equal_text(key, places[i].key)) {
            set(places[i].place, text);
            return true;
        }
    return false;
}

static double number_of(struct slice text) {
    char *number = slice_copy(text);
    double value = strtod(number, NULL);
    free(number);
    return value;
}

static bool take(void *self, const struct yaml_value *value) {
    struct vale *v = self;
    if (!value->depth || take_text(v, value->keys[0], value->text)) return true;
    struct slice key = value->keys[0];
    if (slice_equal_text(key, "ignorecase")) {
        v->ignore_case = is_true(value->text);
    } else if (slice_equal_text(key, "alpha")) {
        v->letters_only = is_true(value->text);
    } else if (slice_equal_text(key, "max")) {
        v->most = (size_t)number_of(value->text);
    } else if (slice_equal_text(key, "threshold")) {
        v->threshold = number_of(value->text);
    } else if (slice_equal_text(key, "tokens") || slice_equal_text(key, "token")) {
        vec_push(&v->tokens, slice_copy(value->text));
    } else if ((slice_equal_text(key, "swap") || slice_equal_text(key, "either")) && value->depth > 1) {
        vec_push(&v->tokens, slice_copy(value->keys[1]));
        vec_push(&v->becomes, slice_copy(value->text));
    } else if (slice_equal_text(key, "exceptions")) {
        vec_push(&v->except, slice_copy(value->text));
    } else if (slice_equal_text(key, "raw") || slice_equal_text(key, "nonword") ||
               slice_equal_text(key, "pos") || slice_equal_text(key, "prefix")) {
        if (!slice_equal_text(value->text, "false")) set(&v->refused, key);
    }
    return true; /* link, limit, action, description, vocab: nothing that a finding depends on */
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

static bool add_pattern(const struct vale *v, struct rule_file *file, const char *token, bool counts,
                        bool captures) {
    struct str source = {0};
    bool ok =
        vale_token_append(&source, slice_of(token), (struct vale_tokens){v->ignore_case, counts, captures});
    struct rule_pattern *pattern = vec_add(&file->patterns);
    pattern->source = str_steal(&source);
    pattern->line = 1;
    return ok || error_set(v->e, VALE_TOKEN, v->path, token);
}

static bool add_tokens(struct vale *v, struct rule_file *file, const struct kind *kind) {
    for (size_t i = 0; i < v->tokens.count; i++) {
        if (!add_pattern(v, file, v->tokens.items[i], kind->counts, false)) return false;
        if (i >= v->becomes.count) continue;
        if (kind->swaps)
            vec_push(&file->patterns.items[i].becomes, slice_copy(slice_of(v->becomes.items[i])));
        else if (!add_pattern(v, file, v->becomes.items[i], false, false))
            return false;
    }
    if (kind->kind == RULE_DEFINES && v->first.len && v->second.len)
        return add_pattern(v, file, str_text(&v->first), false, false) &&
               add_pattern(v, file, str_text(&v->second), false, true);
    return file->patterns.count > 0 || error_set(v->e, VALE_KEY, v->path,
                                                 kind->kind == RULE_DEFINES  ? "first, second"
                                                 : kind->kind == RULE_AGREES ? "either"
                                                                             : "tokens");
}

static void add_exceptions(const struct vale *v, struct rule_file *file) {
    for (size_t i = 0; i < v->except.count; i++) {
        struct str source = {0};
        if (file->kind == RULE_CAPITALS)
            vec_push(&file->capitals.allowed, slice_copy(slice_of(v->except.items[i])));
        else if (vale_token_append(&source, slice_of(v->except.items[i]),
                                   (struct vale_tokens){.ignore_case = v->ignore_case}))
            vec_push(&file->except, str_steal(&source));
        str_free(&source);
    }
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

/* heading, heading.h2; of capitalization a sentence too. */
static bool read_capitals(const struct vale *v, struct capitals *capitals) {
    static const char *const styles[] = {[CAPITALS_TITLE] = "$title",
                                         [CAPITALS_SENTENCE] = "$sentence",
                                         [CAPITALS_LOWER] = "$lower",
                                         [CAPITALS_UPPER] = "$upper"};
    enum { STYLES = sizeof styles / sizeof *styles };
    static const double SHARE = 0.8; /* of Vale, where the rule says no threshold */
    struct slice scope = str_slice(&v->scope), level = scope;
    size_t style = 0;
    while (style < STYLES && !slice_equal_text(str_slice(&v->match), styles[style]))
        style++;
    if (style == STYLES) return error_set(v->e, VALE_KEY, v->path, str_text(&v->match));
    capitals->style = (enum capitals_style)style;
    capitals->right_share = v->threshold > 0 ? v->threshold : SHARE;
    capitals->sentences = slice_equal_text(scope, "sentence");
    if (capitals->sentences || slice_equal_text(scope, "heading")) return true;
    if (slice_starts(scope, SLICE("heading.h"))) {
        level = slice_range(scope, strlen("heading.h"), scope.len);
        capitals->level = level.len == 1 && level.data[0] >= '1' && level.data[0] <= '6'
                              ? (size_t)(level.data[0] - '0')
                              : 0;
    }
    return capitals->level || error_set(v->e, VALE_KEY, v->path, str_text(&v->scope));
}

static bool read_scope(const struct vale *v, struct rule_file *file) {
    struct slice scope = str_slice(&v->scope);
    bool sentence = slice_equal_text(scope, "sentence"), paragraph = slice_equal_text(scope, "paragraph");
    file->headings = !sentence && !paragraph;
    if (file->kind != RULE_FINDS || paragraph)
        file->within = WITHIN_PARAGRAPH;
    else
        file->within = WITHIN_SENTENCE;
    return !scope.len || sentence || paragraph || slice_equal_text(scope, "text") ||
           error_set(v->e, VALE_KEY, v->path, str_text(&v->scope));
}

static bool fill(struct vale *v, struct rule_file *file, const struct kind *kind) {
    if (v->refused.len) return error_set(v->e, VALE_KEY, v->path, str_text(&v->refused));
    file->kind = kind->kind;
    file->ignore_case = v->ignore_case;
    file->letters_only = v->letters_only;
    add_exceptions(v, file);
    if (kind->kind == RULE_CAPITALS) return read_capitals(v, &file->capitals);
    if (!read_scope(v, file)) return false;
    if (kind->kind == RULE_FINDS && !kind->counts) file->within = WITHIN_MATCH;
    if (kind->counts) file->more_than = v->most;
    return add_tokens(v, file, kind);
}

static bool add_file(struct vale *v, struct rule_files *files) {
    const struct kind *kind = kinds, *end = kinds + sizeof kinds / sizeof *kinds;
    while (kind < end && !slice_equal_text(str_slice(&v->extends), kind->name))
        kind++;
    if (kind == end) return error_set(v->e, VALE_KIND, v->path, str_text(&v->extends));
    struct rule_file *file = new_file(v, kind->swaps);
    bool ok = fill(v, file, kind);
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
    struct str *const texts[] = {&v.extends, &v.message, &v.level, &v.scope,
                                 &v.refused, &v.match,   &v.first, &v.second};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        str_free(texts[i]);
    free_list(v.tokens.items, v.tokens.count);
    free_list(v.becomes.items, v.becomes.count);
    free_list(v.except.items, v.except.count);
    return ok;
}
