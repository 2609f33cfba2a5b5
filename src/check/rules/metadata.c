#include "check/messages.h"
#include "check/rule.h"
#include "check/rules/draft_date.h"
#include "check/rules/messages.h"
#include "check/rules/metadata_date.h"
#include "check/rules/site_page.h"

/* metadata.*: a front matter that cannot be read, lacks what publishing needs, or says what cannot be. A
 * draft without one has nothing to be checked. */

struct front_check {
    const struct check_context *context;
    const struct document *document;
    const struct front_matter *front;
    struct findings *out;
};

/* The place of a finding about a key: its value, or the whole line when that is empty. */
static struct finding *add_at(const struct front_check *check, enum rule_id rule, const struct text *text,
                              const struct front_key *key) {
    if (key->end > key->start) return finding_add(check->out, rule, key->start, key->end);
    size_t start = text_line_start(text, key->line);
    return finding_add(check->out, rule, start, start + text_line(text, key->line).len);
}

static bool is_empty(const struct front_key *key) {
    return front_key_is_null(key) || (key->kind == FRONT_SCALAR && !slice_trim(str_slice(&key->value)).len);
}

/* True when the key holds a text; otherwise what is wrong has been said. */
static bool require(const struct front_check *check, enum rule_id rule, const struct text *text,
                    const char *name) {
    const struct front_key *key = front_matter_key(check->front, name);
    if (key && key->kind == FRONT_SCALAR && !is_empty(key)) return true;
    /* What an alias or a merged mapping holds is for the site to know. */
    if (key ? key->kind == FRONT_ALIAS : front_matter_key(check->front, "<<") != NULL) return false;
    struct finding *finding =
        key ? add_at(check, rule, text, key) : finding_add(check->out, rule, 0, text_line(text, 0).len);
    if (!key)
        finding_say(finding, check->context->lang, METADATA_MISSING, name);
    else if (is_empty(key))
        finding_say(finding, check->context->lang, METADATA_EMPTY, name);
    else
        finding_say(finding, check->context->lang, METADATA_NOT_TEXT, name);
    return false;
}

/* 2024-8-14, 14 August 2024: a site with keys of its own (pubDate, post_date) or a schema reads what it asks
 * for; Hugo and Jekyll refuse it in "date". */
static bool is_read_by_its_site(const struct front_check *check, const struct front_key *key) {
    return site_page_has_schema(check->document->path) ||
           (strcmp(key->name, "date") != 0 && strcmp(key->name, "tanggal") != 0);
}

static void check_date(const struct front_check *check, const struct text *text,
                       const struct front_key *key) {
    char iso[11];
    enum date_form form = date_recognise(str_slice(&key->value), iso);
    if (form == DATE_GOOD || (form == DATE_WORDED && is_read_by_its_site(check, key))) return;
    struct finding *finding = add_at(check, RULE_METADATA_DATE, text, key);
    struct slice value = slice_trim(str_slice(&key->value));
    if (value.len > 60) value.len = 60;
    if (form == DATE_NEVER)
        finding_say(finding, check->context->lang, METADATA_DATE_NEVER, SLICE_ARG(value));
    else if (form == DATE_WORDED)
        finding_say(finding, check->context->lang, METADATA_DATE_WORDED, SLICE_ARG(value), iso);
    else
        finding_say(finding, check->context->lang, METADATA_DATE_NONE, SLICE_ARG(value));
    if (form == DATE_WORDED) finding_suggest(finding, slice_of(iso));
}

static void check_status(const struct front_check *check, const struct text *text) {
    static const char *const known[] = {"draf", "sunting", "siap", "terbit"};
    const struct front_key *key = front_matter_key(check->front, "status");
    if (!key || is_empty(key) || key->kind == FRONT_ALIAS) return;
    struct slice value = slice_trim(str_slice(&key->value));
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (key->kind == FRONT_SCALAR && slice_equal_text(value, known[i])) return;
    /* of its site: published, aktif */
    if (key->kind == FRONT_SCALAR && (site_page_has_schema(check->document->path) ||
                                      language_word_in(check->context->language, value, CLASS_SITE_STATUS)))
        return;
    struct finding *finding = add_at(check, RULE_METADATA_STATUS, text, key);
    finding_say(finding, check->context->lang, METADATA_STATUS);
    bool plain = key->kind == FRONT_SCALAR && key->quotes == FRONT_PLAIN;
    for (size_t i = 0; plain && i < sizeof known / sizeof *known; i++)
        finding_suggest(finding, slice_of(known[i]));
}

static bool is_dated_by_name(const char *path) {
    struct date date;
    return draft_date_in_name(path, &date);
}

/* Taking away what stands before it mends it. */
static void say_misplaced(const struct front_check *check, const struct text *text) {
    size_t top = check->front->place.top, start = text_line_start(text, top);
    struct slice line = text_line(text, top);
    struct finding *finding = finding_add(check->out, RULE_METADATA_UNREADABLE, 0,
                                          start + (size_t)(slice_trim(line).data - line.data));
    finding_say(finding, check->context->lang, FRONT_MISPLACED);
    finding_suggest(finding, SLICE(""));
}

static void check_front(const struct front_check *check, const struct text *text) {
    const struct front_matter *front = check->front;
    if (front->broken && !front->place.opened && site_page_opens_itself(check->document->path)) return;
    if (front->broken) {
        size_t start = text_line_start(text, front->problem_line);
        size_t len = text_line(text, front->problem_line).len;
        struct finding *finding = finding_add(check->out, RULE_METADATA_UNREADABLE, start, start + len);
        finding_say(finding, check->context->lang, METADATA_UNREADABLE,
                    SLICE_ARG(str_slice(&front->problem)));
        return;
    }
    if (front->place.form != FRONT_YAML) return; /* TOML, JSON: for the site to read */
    if (front->place.misplaced) say_misplaced(check, text);
    const char *path = check->document->path;
    bool section = site_page_has_schema(path) || site_page_is_section(check->context->language, path, front);
    const struct front_key *title = front_title_key(front), *date = draft_date_key(front);
    if (!section || title) require(check, RULE_METADATA_TITLE, text, title ? title->name : "title");
    bool wanted = date || (!section && !is_dated_by_name(path));
    if (wanted && require(check, RULE_METADATA_DATE, text, date ? date->name : "date") && date)
        check_date(check, text, date);
    const struct front_key *changed = front_matter_key(front, "lastmod");
    if (changed && changed->kind == FRONT_SCALAR && !is_empty(changed)) check_date(check, text, changed);
    check_status(check, text);
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    struct front_matter front;
    front_matter_parse(&front, document->text, context->lang);
    struct front_check check = {.context = context, .document = document, .front = &front, .out = out};
    if (front.lines) check_front(&check, document->text);
    front_matter_free(&front);
    return true;
}

const struct check check_of_metadata = {.document = check_document};
