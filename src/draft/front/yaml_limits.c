#include "draft/front/yaml_limits.h"

#include "base/utf8.h"

#include <yaml.h>

bool yaml_has_reference(const yaml_event_t *event) {
    switch (event->type) {
    case YAML_ALIAS_EVENT:
        return true;
    case YAML_SCALAR_EVENT:
        return event->data.scalar.anchor || event->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.anchor || event->data.sequence_start.tag;
    case YAML_MAPPING_START_EVENT:
        return event->data.mapping_start.anchor || event->data.mapping_start.tag;
    default:
        return false;
    }
}

/* A tab where the YAML stands still, or before its line. */
static bool is_tab(struct slice yaml, const struct yaml_place *place) {
    struct slice line = SLICE("");
    for (size_t i = 0; i <= place->line; i++)
        line = slice_cut(&yaml, '\n');
    size_t blanks = 0, at = 0;
    while (blanks < line.len && line.data[blanks] == ' ')
        blanks++;
    for (size_t column = 0, n; at < line.len && column < place->column; column++, at += n)
        utf8_decode(line, at, &n);
    return (blanks < line.len && line.data[blanks] == '\t') || (at < line.len && line.data[at] == '\t');
}

static bool has(const char *text, const char *part) {
    return text && strstr(text, part);
}

enum yaml_trouble yaml_trouble_of(const yaml_parser_t *parser, struct slice yaml, struct yaml_place *place) {
    bool quote = has(parser->context, "quoted scalar") && has(parser->problem, "unexpected"),
         bracket = has(parser->context, "flow"), colon = has(parser->problem, "':'");
    *place = (struct yaml_place){parser->problem_mark.line, parser->problem_mark.column};
    if (parser->error == YAML_READER_ERROR) return YAML_TROUBLE_SIGN;
    bool tab = !quote && !bracket && is_tab(yaml, place);
    bool inside = has(parser->problem, "mapping values are not allowed"),
         start = has(parser->problem, "cannot start any token");
    if (quote || bracket || (colon && !tab && !inside && !start))
        *place = (struct yaml_place){parser->context_mark.line, parser->context_mark.column};
    return quote     ? YAML_TROUBLE_QUOTE
           : bracket ? YAML_TROUBLE_BRACKET
           : tab     ? YAML_TROUBLE_TAB
           : inside  ? YAML_TROUBLE_COLON
           : start   ? YAML_TROUBLE_START
                     : YAML_TROUBLE_KEY;
}
