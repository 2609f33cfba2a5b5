#include "check/fix.h"

#include "check/rule.h"

/* A place in the text of a block that is to be taken out. */
struct removal {
    struct slice text;
    size_t start, end;
    bool after_mark; /* start is after the opening mark of a quotation, which stays */
};

static const struct block *block_of(const struct document *document, const struct finding *finding) {
    size_t begun =
        vec_before(struct block *const, block, &document->blocks, (*block)->start <= finding->start);
    const struct block *block = begun ? document->blocks.items[begun - 1] : NULL;
    bool inside = block && block->analysed && finding->end <= block->start + block->text.len;
    return inside ? block : NULL;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

/* The quotation closes inside what is taken out, and opens before it: the closing mark, and what follows it,
 * stay. After "Satu. Dua," ujar Rina: the comma takes the place of the full stop before it. */
static bool keep_closing(struct removal *r, const struct quotation *q) {
    size_t before = r->start, end = q->inner_end;
    while (before > q->inner_start && is_blank(r->text.data[before - 1]))
        before--;
    if (before <= q->inner_start || !strchr(".?!", r->text.data[before - 1])) return false;
    bool comma = end > r->start && r->text.data[end - 1] == ',';
    bool stop = r->text.data[before - 1] == '.';
    r->start = comma && stop ? before - 1 : before;
    r->end = comma && stop ? end - 1 : end;
    return r->start < r->end;
}

/* Leaves the marks of a quotation of which only a part is taken out. */
static bool leave_quotation(struct removal *r, const struct quotation *q) {
    bool opens = q->opened && q->start >= r->start && q->start < r->end;
    bool closes = q->closed && q->inner_end >= r->start && q->end <= r->end && q->end > r->start;
    if (opens == closes) return true;
    if (closes) return keep_closing(r, q);
    bool first = q->start == r->start;
    r->start = q->inner_start;
    r->after_mark = true;
    return first && r->start < r->end;
}

static bool leave_quotations(struct removal *r, const struct analysis *a) {
    vec_each(const struct quotation, q, &a->quotations)
        if (!leave_quotation(r, q)) return false;
    return true;
}

/* Brackets, and the marks of emphasis and code, come in pairs. */
static bool is_balanced(struct slice s) {
    static const char open[] = "([{", close[] = ")]}", same[] = "*_`\"";
    size_t depth[3] = {0}, marks[4] = {0};
    for (size_t i = 0; i < s.len; i++) {
        const char *opens = strchr(open, s.data[i]), *closes = strchr(close, s.data[i]),
                   *mark = strchr(same, s.data[i]);
        if (!s.data[i]) return false;
        if (opens) depth[opens - open]++;
        if (closes && !depth[closes - close]--) return false;
        if (mark) marks[mark - same]++;
    }
    for (size_t i = 0; i < 3; i++)
        if (depth[i]) return false;
    for (size_t i = 0; i < 4; i++)
        if (marks[i] % 2) return false;
    return true;
}

/* Takes along the space, or the line, that would be left. */
static void take_space(struct removal *r) {
    struct slice s = r->text;
    bool line_starts = r->start == 0 || r->after_mark || s.data[r->start - 1] == '\n';
    bool line_ends = r->end == s.len || s.data[r->end] == '\n';
    if (line_ends && r->end < s.len && line_starts && !r->after_mark)
        r->end++;
    else if (!line_ends && s.data[r->end] == ' ' && (line_starts || is_blank(s.data[r->start - 1])))
        r->end++;
    else if (line_ends && !line_starts)
        while (r->start > 0 && s.data[r->start - 1] == ' ')
            r->start--;
}

/* A block that goes whole takes along its line end, and one of the two blank lines beside it. */
static void take_lines(const struct document *document, const struct block *block, struct fix *fix) {
    size_t line = block->line, next = line + block->lines, count = text_line_count(document->text);
    if (fix->start != block->start || fix->end != block->start + block->text.len) return;
    bool blank_before = line == 0 || text_line(document->text, line - 1).len == 0;
    bool blank_after = next < count && text_line(document->text, next).len == 0;
    if (next < count) fix->end++;
    if (blank_before && blank_after && next + 1 < count) fix->end++;
}

static bool get_removal(const struct document *document, const struct finding *finding, struct fix *fix) {
    const struct block *block = block_of(document, finding);
    if (!block) return false;
    struct removal r = {
        .text = block->text, .start = finding->start - block->start, .end = finding->end - block->start};
    r.start = markup_before(&block->analysis.markup, r.start);
    r.end = markup_after(&block->analysis.markup, r.end);
    if (!leave_quotations(&r, &block->analysis) || !is_balanced(slice_range(r.text, r.start, r.end)))
        return false;
    take_space(&r);
    *fix = (struct fix){.start = block->start + r.start,
                        .end = block->start + r.end,
                        .text = SLICE(""),
                        .removes_twin = true};
    take_lines(document, block, fix);
    return true;
}

static bool is_twin(const struct finding *finding) {
    return finding->rule == RULE_DUPLICATE_EXACT || finding->rule == RULE_DUPLICATE_QUOTED ||
           finding->rule == RULE_DUPLICATE_SIMILAR;
}

bool fix_get(const struct document *document, const struct finding *finding, size_t which, struct fix *fix) {
    if (which < finding->suggestions.count) {
        *fix = (struct fix){.start = finding->start,
                            .end = finding->end,
                            .text = slice_of(finding->suggestions.items[which])};
        return true;
    }
    return which == finding->suggestions.count && is_twin(finding) && get_removal(document, finding, fix);
}

bool fix_sure(const struct document *document, const struct finding *finding, struct fix *fix) {
    return finding_rule(finding)->sure && finding->suggestions.count == 1 &&
           fix_get(document, finding, 0, fix);
}
