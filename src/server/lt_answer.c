#include "server/lt_answer.h"

#include "base/utf8.h"
#include "check/sentence_of.h"
#include "report/json_value.h"
#include "server/place.h"

static json_t *language_object(void) {
    return json_pack("{s:s, s:s, s:{s:s, s:s, s:f}}", "name", "Indonesian", "code", "id", "detectedLanguage",
                     "name", "Indonesian", "code", "id", "confidence", 1.0);
}

/* The words around, which a client shows: whole runes, some before and after. */
static json_t *context_of(struct slice text, size_t start, size_t end) {
    enum { AROUND = 40 };
    size_t from = start > AROUND ? start - AROUND : 0, to = text.len - end > AROUND ? end + AROUND : text.len;
    while (from < start && ((unsigned char)text.data[from] & 0xC0) == 0x80)
        from++;
    while (to > end && to < text.len && ((unsigned char)text.data[to] & 0xC0) == 0x80)
        to--;
    json_t *context = json_object();
    json_object_set_new(context, "text", json_of(slice_range(text, from, to)));
    json_object_set_new(context, "offset", json_number(place_utf16(slice_range(text, from, start))));
    json_object_set_new(context, "length", json_number(place_utf16(slice_range(text, start, end))));
    return context;
}

/* Families by LanguageTool's own issue types, which clients colour by. */
static const char *issue_type(const char *rule) {
    static const char *const types[][2] = {{"spelling", "misspelling"},
                                           {"typography", "typographical"},
                                           {"duplicate", "duplication"},
                                           {"style", "style"},
                                           {"grammar", "grammar"}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (slice_starts(slice_of(rule), slice_of(types[i][0]))) return types[i][1];
    return "inconsistency";
}

static json_t *rule_object(const struct rule *rule, enum lang lang) {
    size_t family = strcspn(rule->name, ".");
    json_t *category = json_object(), *object = json_object();
    json_object_set_new(category, "id", json_of((struct slice){rule->name, family}));
    json_object_set_new(category, "name", json_of((struct slice){rule->name, family}));
    json_object_set_new(object, "id", json_string(rule->name));
    json_object_set_new(object, "description", json_of(slice_of(rule_text(rule, RULE_ABOUT, lang))));
    json_object_set_new(object, "issueType", json_string(issue_type(rule->name)));
    json_object_set_new(object, "category", category);
    return object;
}

static bool lists(struct slice list, struct slice name) {
    while (list.len)
        if (slice_equal_nocase(slice_trim(slice_cut(&list, ',')), name)) return true;
    return false;
}

static bool is_wanted(const struct lt_request *request, const struct finding *finding) {
    struct slice rule = slice_of(finding_rule(finding)->name), rest = rule, family = slice_cut(&rest, '.');
    bool named = lists(request->enabled_rules, rule) || lists(request->enabled_categories, family);
    if (lists(request->disabled_rules, rule) || lists(request->disabled_categories, family)) return false;
    if (slice_equal_text(request->enabled_only, "true") || slice_equal_text(request->enabled_only, "yes"))
        return named;
    return named || finding->severity > SEVERITY_HINT || slice_equal_text(request->level, "picky");
}

/* The word is unknown, or something else is wrong with it: clients have a colour for each. */
static const char *type_name(const struct finding *finding) {
    bool unknown = finding_is_unknown_word(finding);
    return unknown ? "UnknownWord" : finding->severity == SEVERITY_HINT ? "Hint" : "Other";
}

static json_t *match_of(const struct host *host, const struct document *document, struct slice text,
                        const struct finding *finding) {
    json_t *match = json_object(), *replacements = json_array();
    struct str sentence = {0};
    sentence_append(document, finding->start, finding->end, &sentence);
    vec_each(char *const, suggestion, &finding->suggestions)
        json_array_append_new(replacements, json_pack("{s:o}", "value", json_of(slice_of(*suggestion))));
    json_object_set_new(match, "message", json_of(slice_of(finding->message)));
    json_object_set_new(match, "shortMessage", json_string(""));
    json_object_set_new(match, "offset", json_number(place_utf16(slice_range(text, 0, finding->start))));
    json_object_set_new(match, "length",
                        json_number(place_utf16(slice_range(text, finding->start, finding->end))));
    json_object_set_new(match, "replacements", replacements);
    json_object_set_new(match, "context", context_of(text, finding->start, finding->end));
    json_object_set_new(match, "sentence", json_of(str_slice(&sentence)));
    json_object_set_new(match, "type", json_pack("{s:s}", "typeName", type_name(finding)));
    json_object_set_new(match, "rule", rule_object(finding_rule(finding), host->lang));
    json_object_set_new(match, "ignoreForIncompleteSentence", json_false());
    json_object_set_new(match, "contextForSureMatch", json_integer(0)); /* none is needed */
    str_free(&sentence);
    return match;
}

/* Indonesian, or not said: programs that do not know of Indonesian ask for "auto". */
static bool is_ours(struct slice language) {
    return !language.len || slice_equal_nocase(language, SLICE("auto")) ||
           slice_equal_nocase(slice_range(language, 0, language.len < 2 ? language.len : 2), SLICE("id"));
}

static void append_matches(const struct host *host, const struct lt_request *request, json_t *matches) {
    struct host_rules rules = host->rules(host->self, "");
    struct text *lines = text_with(request->text);
    struct checker *checker = host_checker(host, &rules, "-", lines);
    checker_run(checker, 0, NULL, NULL);
    vec_each(const struct finding, finding, &checker_findings(checker)->list)
        if (is_wanted(request, finding))
            json_array_append_new(matches, match_of(host, checker_document(checker), request->text, finding));
    checker_free(checker);
    text_free(lines);
}

json_t *lt_check(const struct host *host, const struct lt_request *request) {
    json_t *matches = json_array();
    if (is_ours(request->language)) append_matches(host, request, matches);
    return json_pack("{s:{s:s, s:s, s:s, s:i, s:b, s:s, s:s}, s:{s:b}, s:o, s:o}", "software", "name",
                     "sunting", "version", SUNTING_VERSION, "buildDate", "", "apiVersion", 1, "premium", 0,
                     "premiumHint", "", "status", "", "warnings", "incompleteResults", 0, "language",
                     language_object(), "matches", matches);
}

/* Twice: LibreOffice looks for the locale of the text, id-ID, and no other. */
json_t *lt_languages(void) {
    return json_pack("[{s:s, s:s, s:s}, {s:s, s:s, s:s}]", "name", "Indonesian", "code", "id", "longCode",
                     "id", "name", "Indonesian (Indonesia)", "code", "id", "longCode", "id-ID");
}

/* A line end that the markup stands for ends a paragraph of the text too. */
static void append_markup(struct str *text, struct slice markup, struct slice read_as) {
    size_t units = place_utf16(markup);
    for (size_t i = 0; i < units; i++)
        str_append_byte(text, i < read_as.len && read_as.data[i] == '\n' ? '\n' : ' ');
}

static struct slice string_of(const json_t *value) {
    return json_is_string(value) ? (struct slice){json_string_value(value), json_string_length(value)}
                                 : SLICE("");
}

bool lt_read_data(struct slice data, struct str *text) {
    json_t *root = json_loadb(data.data, data.len, JSON_ALLOW_NUL, NULL);
    const json_t *list = json_object_get(root, "annotation"), *one, *whole = json_object_get(root, "text");
    size_t index;
    bool good = json_is_array(list) || json_is_string(whole);
    str_append(text, string_of(whole));
    json_array_foreach(list, index, one) {
        str_append(text, string_of(json_object_get(one, "text")));
        append_markup(text, string_of(json_object_get(one, "markup")),
                      string_of(json_object_get(one, "interpretAs")));
    }
    json_decref(root);
    return good;
}
