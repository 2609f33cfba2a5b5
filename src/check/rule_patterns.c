#include "check/rule_patterns.h"

#include "base/utf8.h"
#include "check/messages.h"
#include "check/rule_kinds.h"
#include "language/sentence/phrases.h"
#include "language/sentence/words.h"

#include <stdlib.h>

/* What may be reported of one match. */
struct pattern_candidate {
    const struct rule_file *file;
    size_t pattern;
    struct token_span whole;
    struct pattern_parts parts;
};

struct pattern_search {
    struct patterns *patterns;
    const struct rule_entries *entries;
    const struct check_context *context;
    const struct block *block;
    const struct document *document; /* NULL: rules that look at one block alone */
    size_t at;                       /* number of the block */
    bool *to_confirm;
    const struct analysis *a;
    struct findings *out;
    struct pattern_matches matches; /* of one sentence */
    VEC(struct pattern_candidate) candidates;
    struct kinds kinds; /* of the blocks before */
    struct kind_matches compared;
};

static bool is_quoted(const struct analysis *a, struct token_span span) {
    size_t start = a->tokens.items[span.first].start, end = a->tokens.items[span.end - 1].end;
    size_t i = vec_before(const struct quotation, q, &a->quotations, q->start < end);
    while (i-- > 0) { /* the latest, and what that stands in */
        const struct quotation *q = &a->quotations.items[i];
        if (q->end > start) return true;
        if (!q->nested) return false;
    }
    return false;
}

/* Rules of the program may have a word in what their patterns found. */
static bool is_confirmed(const struct rule_file *file) {
    return file->rule.check && file->rule.check->confirm;
}

static bool asks_document(const struct rule_file *file) {
    return is_confirmed(file) || kind_is_wide(file);
}

static bool looks_here(const struct pattern_search *s, const struct rule_file *file) {
    if (!s->context->enabled[file->rule.id]) return false;
    if (!file->headings && s->block->kind == BLOCK_HEADING) return false;
    if (asks_document(file) && !s->document) *s->to_confirm = true;
    return asks_document(file) == (s->document != NULL);
}

/* An exception of the rule, or of this pattern, that touches the match. */
static bool is_cleared(struct pattern_search *s, const struct sentence *sentence,
                       const struct pattern_candidate *c) {
    for (size_t i = 0; i < s->matches.list.count; i++) {
        const struct pattern_match *match = &s->matches.list.items[i];
        const struct rule_entry *entry = &s->entries->list.items[match->pattern];
        if (!entry->except || entry->file != c->file) continue;
        if (entry->pattern != SIZE_MAX && entry->pattern != c->pattern) continue;
        struct token_span span = pattern_span(sentence, match);
        if (span.first < c->whole.end && span.end > c->whole.first) return true;
    }
    return false;
}

static int by_place(const void *left, const void *right) {
    const struct pattern_candidate *a = left, *b = right;
    const struct token_span x = a->parts.report, y = b->parts.report;
    if (a->file != b->file) return a->file->rule.id < b->file->rule.id ? -1 : 1;
    if (x.first != y.first) return x.first < y.first ? -1 : 1;
    if (x.end != y.end) return x.end > y.end ? -1 : 1;
    return a->pattern < b->pattern ? -1 : a->pattern > b->pattern;
}

static void append_span(struct str *out, const struct analysis *a, struct token_span span) {
    if (span.end > span.first) str_append(out, token_range(a, span.first, span.end));
}

/* The fix: $1 to $9 are the groups of the match, ^ asks for a capital, = for no change. A fix with words of
 * its own takes its capitals from what it replaces; groups bring theirs, and no space when they are empty. */
static void append_fix(struct str *out, const struct pattern_search *s, const struct pattern_candidate *c,
                       const char *fix) {
    struct str text = {0};
    bool capital = *fix == '^', exact = *fix == '=', own = false;
    for (fix += capital || exact; *fix; fix++)
        if (fix[0] == '$' && fix[1] >= '1' && fix[1] <= '9') {
            append_span(&text, s->a, c->parts.groups[*++fix - '1']);
        } else if (*fix != ' ' || !text.len || text.data[text.len - 1] != ' ') {
            own = own || (!exact && rune_is_letter((unsigned char)*fix));
            str_append_byte(&text, *fix);
        }
    if (capital && text.len) text.data[0] = (char)(text.data[0] & ~' ');
    if (own)
        wording_append(out, s->a, c->parts.report.first, c->parts.report.end - c->parts.report.first,
                       str_slice(&text));
    else
        str_append(out, str_slice(&text));
    str_free(&text);
}

/* What stands for {text}, {fix}, {count}, {limit} in a message. */
struct filling {
    struct slice text, fix;
    size_t count, limit;
};

static bool append_filling(struct str *out, const struct filling *filling, struct slice name) {
    if (slice_equal_text(name, "text"))
        str_append(out, filling->text);
    else if (slice_equal_text(name, "fix"))
        str_append(out, filling->fix);
    else if (slice_equal_text(name, "count"))
        str_append_number(out, filling->count);
    else if (slice_equal_text(name, "limit"))
        str_append_number(out, filling->limit);
    else
        return false;
    return true;
}

static void append_message(struct str *out, const char *message, const struct filling *filling) {
    struct slice rest = slice_of(message);
    for (size_t i = 0; i < rest.len; i++) {
        size_t end = rest.data[i] == '{' ? slice_find_byte(rest, '}', i) : SIZE_MAX;
        if (end != SIZE_MAX && append_filling(out, filling, slice_range(rest, i + 1, end)))
            i = end;
        else
            str_append_byte(out, rest.data[i]);
    }
}

static const char *message_of(const struct rule_file *file, size_t pattern, enum lang lang) {
    const char *own = pattern < file->patterns.count ? file->patterns.items[pattern].message[lang] : NULL;
    return own ? own : file->message[lang];
}

static void say(const struct check_context *context, struct finding *f, const struct rule_file *file,
                size_t pattern, const struct filling *filling) {
    const char *message = message_of(file, pattern, context->lang);
    struct str said = {0};
    if (message) {
        append_message(&said, message, filling);
        f->message = str_steal(&said);
    } else if (filling->fix.len) {
        finding_say(f, context->lang, RULE_PATTERN_FIX, SLICE_ARG(filling->fix), SLICE_ARG(filling->text));
    } else {
        f->message = slice_copy(slice_of(rule_text(&file->rule, RULE_ABOUT, context->lang)));
    }
}

static struct finding *add_finding(const struct rule_file *file, const struct analysis *a,
                                   struct token_span span, struct findings *out) {
    struct slice text = token_range(a, span.first, span.end);
    size_t start = a->tokens.items[span.first].start;
    struct finding *f = finding_add(out, file->rule.id, start, start + text.len);
    f->loaded = file->rule.id >= RULE_BUILTIN ? &file->rule : NULL;
    f->severity = file->rule.severity;
    return f;
}

void rule_patterns_report(const struct rule_file *file, const struct check_context *context,
                          const struct analysis *a, struct token_span span, struct findings *out) {
    struct finding *f = add_finding(file, a, span, out);
    const struct filling filling = {.text = token_range(a, span.first, span.end)};
    say(context, f, file, SIZE_MAX, &filling);
}

static void report(struct pattern_search *s, const struct pattern_candidate *c, size_t count) {
    struct finding *f = add_finding(c->file, s->a, c->parts.report, s->out);
    struct str fix = {0};
    struct filling filling = {.text = token_range(s->a, c->parts.report.first, c->parts.report.end),
                              .count = count,
                              .limit = s->context->limits[c->file->rule.id]};
    if (!filling.limit) filling.limit = c->file->more_than;
    if (!c->file->more_than && c->pattern < c->file->patterns.count) {
        const struct rule_pattern *pattern = &c->file->patterns.items[c->pattern];
        for (size_t i = pattern->becomes.count; i-- > 0;) {
            str_clear(&fix);
            append_fix(&fix, s, c, pattern->becomes.items[i]);
        }
        filling.fix = str_slice(&fix);
        say(s->context, f, c->file, c->pattern, &filling);
        for (size_t i = 0; i < pattern->becomes.count; i++) {
            struct str other = {0};
            append_fix(&other, s, c, pattern->becomes.items[i]);
            finding_suggest(f, str_slice(&other));
            str_free(&other);
        }
    } else {
        say(s->context, f, c->file, c->pattern, &filling);
    }
    str_free(&fix);
}

static void gather(struct pattern_search *s, const struct sentence *sentence) {
    vec_clear(&s->matches.list);
    patterns_find(s->patterns, s->a, sentence, &s->matches);
    for (size_t i = 0; i < s->matches.list.count; i++) {
        const struct pattern_match *match = &s->matches.list.items[i];
        const struct rule_entry *entry = &s->entries->list.items[match->pattern];
        if (!entry->file || entry->except || !looks_here(s, entry->file)) continue;
        struct pattern_candidate c = {.file = entry->file, .pattern = entry->pattern};
        c.whole = pattern_span(sentence, match);
        patterns_parts(s->patterns, sentence, match, &c.parts);
        if (c.parts.report.end <= c.parts.report.first) continue;
        if (!entry->file->quotations && is_quoted(s->a, c.parts.report)) continue;
        if (is_cleared(s, sentence, &c)) continue;
        if (s->document && is_confirmed(c.file) &&
            !c.file->rule.check->confirm(s->context, s->document, s->at, sentence, c.parts.report.first))
            continue;
        vec_push(&s->candidates, c);
    }
}

/* The same for rules that compare their matches with each other. */
static void settle_kind(struct pattern_search *s, size_t first, size_t end) {
    const struct rule_file *file = s->candidates.items[first].file;
    vec_clear(&s->compared.list);
    for (size_t i = first; i < end; i++) {
        const struct pattern_candidate *c = &s->candidates.items[i];
        const struct token_span span = c->parts.report;
        struct kind_match match = {.pattern = c->pattern, .start = span.first, .end = span.end};
        match.text = token_range(s->a, span.first, span.end);
        vec_push(&s->compared.list, match);
    }
    if (file->kind == RULE_DEFINES && s->document->part) return; /* defined far above? */
    kinds_settle(&s->kinds, file, &s->compared);
    vec_each(const struct kind_match, match, &s->compared.list) {
        struct token_span span = {match->start, match->end};
        if (match->reported) rule_patterns_report(file, s->context, s->a, span, s->out);
    }
}

/* Candidates first to before end are of one rule and one stretch: each is reported, or all when there are
 * more than the rule allows. */
static void settle(struct pattern_search *s, size_t first, size_t end, struct token_span stretch) {
    const struct rule_file *file = s->candidates.items[first].file;
    size_t kept = 0, after = 0, limit = s->context->limits[file->rule.id];
    if (!limit) limit = file->more_than;
    for (size_t i = first; i < end; i++) {
        const struct pattern_candidate *c = &s->candidates.items[i];
        if (kept && c->parts.report.first < after) continue;
        after = c->parts.report.end;
        kept++;
        if (file->within == WITHIN_MATCH) report(s, c, 1);
    }
    if (file->within == WITHIN_MATCH || kept <= limit) return;
    struct pattern_candidate all = s->candidates.items[first];
    all.parts.report = stretch;
    report(s, &all, kept);
}

/* Reports the candidates of the rules that count in the sentence, or in the paragraph. */
static void settle_all(struct pattern_search *s, struct token_span stretch, bool paragraph) {
    size_t kept = 0, count = s->candidates.count;
    if (count) qsort(s->candidates.items, count, sizeof *s->candidates.items, by_place);
    for (size_t i = 0, end; i < count; i = end) {
        const struct rule_file *file = s->candidates.items[i].file;
        for (end = i; end < count && s->candidates.items[end].file == file; end++) {
        }
        if (file->kind != RULE_FINDS && paragraph)
            settle_kind(s, i, end);
        else if ((file->within == WITHIN_PARAGRAPH) == paragraph)
            settle(s, i, end, stretch);
        else
            for (size_t k = i; k < end; k++)
                s->candidates.items[kept++] = s->candidates.items[k];
    }
    s->candidates.count = kept;
}

static void check_block(struct pattern_search *s) {
    s->a = &s->block->analysis;
    vec_each(const struct sentence, sentence, &s->a->sentences) {
        if (!sentence->tokens) continue;
        gather(s, sentence);
        struct token_span all = {sentence->first_token, sentence->first_token + sentence->tokens};
        if (s->candidates.count) settle_all(s, all, false);
    }
    if (s->candidates.count) settle_all(s, (struct token_span){0, s->a->tokens.count}, true);
}

static void search_free(struct pattern_search *s) {
    vec_free(&s->matches.list);
    vec_free(&s->candidates);
    vec_free(&s->compared.list);
    kinds_free(&s->kinds);
}

void rule_patterns_check(struct patterns *patterns, const struct rule_entries *entries,
                         const struct check_context *context, struct block *block, struct findings *out) {
    struct pattern_search s = {.patterns = patterns,
                               .entries = entries,
                               .context = context,
                               .block = block,
                               .to_confirm = &block->to_confirm,
                               .out = out};
    block->to_confirm = false;
    check_block(&s);
    search_free(&s);
}

bool rule_patterns_check_wide(struct patterns *patterns, const struct rule_entries *entries,
                              const struct check_context *context, const struct document *document,
                              struct findings *out) {
    struct pattern_search s = {
        .patterns = patterns, .entries = entries, .context = context, .document = document};
    bool done = true;
    for (size_t at = 0; at < document->prose.count && done; at++) {
        struct findings found = {0};
        s.at = document->prose.items[at];
        s.block = document->blocks.items[s.at];
        if (!s.block->to_confirm) continue;
        s.out = &found;
        check_block(&s);
        findings_move(&found, s.block->start);
        for (size_t i = 0; i < found.list.count; i++)
            vec_push(&out->list, found.list.items[i]);
        vec_free(&found.list);
        done = !check_interrupted(context);
    }
    search_free(&s);
    return done;
}
