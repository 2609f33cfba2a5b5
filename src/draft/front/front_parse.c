#include "base/map.h"
#include "draft/front/front_matter.h"
#include "draft/front/messages.h"

#include <yaml.h>

struct front_level {
    bool mapping, flow, expects_key;
    struct map seen; /* names of keys so far */
};

struct front_reader {
    struct front_matter *front;
    const struct text *text;
    enum lang lang;
    struct slice yaml;
    size_t index, offset; /* libyaml counts characters: the last mark asked for, and its byte in yaml */
    struct front_level levels[YAML_DEPTH];
    size_t depth;
    size_t last_end; /* of the last scalar or closing bracket */
    bool seen_document;
    struct map anchors; /* so far */
    yaml_parser_t parser;
};

/* Byte in yaml of a mark. Marks come nearly in order, so walking from the last one is cheap. */
static size_t byte_of(struct front_reader *reader, const yaml_mark_t *mark) {
    while (reader->index < mark->index && reader->offset < reader->yaml.len) {
        reader->offset++;
        while (reader->offset < reader->yaml.len && (reader->yaml.data[reader->offset] & 0xC0) == 0x80)
            reader->offset++;
        reader->index++;
    }
    while (reader->index > mark->index) {
        reader->offset--;
        while ((reader->yaml.data[reader->offset] & 0xC0) == 0x80)
            reader->offset--;
        reader->index--;
    }
    return reader->offset;
}

static size_t place_of(struct front_reader *reader, const yaml_mark_t *mark) {
    return reader->front->start + byte_of(reader, mark);
}

/* What went wrong, at an offset of the text: the first time only. */
#define broken_at(reader, at, name, ...)                                                                     \
    do {                                                                                                     \
        struct front_matter *front_ = (reader)->front;                                                       \
        if (front_->broken) break;                                                                           \
        front_->broken = true;                                                                               \
        front_->problem_line = text_line_at((reader)->text, at);                                             \
        message(&front_->problem, (reader)->lang, name, front_->problem_line + 1, ##__VA_ARGS__);            \
    } while (0)

static void explain_reader_error(struct front_reader *reader) {
    size_t at = reader->parser.problem_offset;
    broken_at(reader, reader->front->start + (at < reader->yaml.len ? at : reader->yaml.len),
              FRONT_CHARACTER);
}

/* What libyaml could not read, in words of a writer, at the line where to mend it. */
static void explain(struct front_reader *reader) {
    struct yaml_place place;
    enum yaml_trouble trouble = yaml_trouble_of(&reader->parser, reader->yaml, &place);
    bool context = trouble == YAML_TROUBLE_QUOTE || trouble == YAML_TROUBLE_BRACKET ||
                   (trouble == YAML_TROUBLE_KEY && place.line != reader->parser.problem_mark.line);
    size_t at = place_of(reader, context ? &reader->parser.context_mark : &reader->parser.problem_mark);
    switch (trouble) {
    case YAML_TROUBLE_SIGN:
        explain_reader_error(reader);
        break;
    case YAML_TROUBLE_QUOTE:
        broken_at(reader, at, FRONT_QUOTE_OPEN);
        break;
    case YAML_TROUBLE_BRACKET:
        broken_at(reader, at, FRONT_BRACKET_OPEN);
        break;
    case YAML_TROUBLE_TAB:
        broken_at(reader, at, FRONT_TAB);
        break;
    case YAML_TROUBLE_COLON:
        broken_at(reader, at, FRONT_COLON);
        break;
    case YAML_TROUBLE_START:
        broken_at(reader, at, FRONT_MUST_QUOTE);
        break;
    case YAML_TROUBLE_KEY:
        broken_at(reader, at, FRONT_NO_KEY);
        break;
    }
}

static bool at_top(const struct front_reader *reader) {
    return reader->depth == 1 && reader->levels[0].mapping;
}

static size_t place_after_colon(const struct front_reader *reader, size_t end) {
    size_t i = end - reader->front->start;
    while (i < reader->yaml.len && strchr(" \t", reader->yaml.data[i]))
        i++;
    return i < reader->yaml.len && reader->yaml.data[i] == ':' ? reader->front->start + i + 1 : SIZE_MAX;
}

static void read_key(struct front_reader *reader, const yaml_event_t *event) {
    struct front_level *level = &reader->levels[reader->depth - 1];
    size_t start = place_of(reader, &event->start_mark);
    if (event->type != YAML_SCALAR_EVENT) {
        broken_at(reader, start, FRONT_KEY_COMPLEX);
        return;
    }
    struct slice name = {(const char *)event->data.scalar.value, event->data.scalar.length};
    if (memchr(name.data, 0, name.len))
        broken_at(reader, start, FRONT_CHARACTER);
    else if (map_has(&level->seen, name))
        broken_at(reader, start, FRONT_KEY_TWICE, SLICE_ARG(name));
    if (reader->front->broken) return;
    map_put(&level->seen, name);
    level->expects_key = false;
    if (!at_top(reader)) return;
    struct front_key *key = vec_add(&reader->front->keys);
    key->name = slice_copy(name);
    key->line = text_line_at(reader->text, start);
    key->colon = place_after_colon(reader, place_of(reader, &event->end_mark));
}

static enum front_quotes quotes_of(const yaml_event_t *event) {
    switch (event->data.scalar.style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return FRONT_SINGLE;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return FRONT_DOUBLE;
    case YAML_LITERAL_SCALAR_STYLE:
        return FRONT_LITERAL;
    case YAML_FOLDED_SCALAR_STYLE:
        return FRONT_FOLDED;
    default:
        return FRONT_PLAIN;
    }
}

/* The end of a scalar, without the empty lines that libyaml counts to a block scalar. */
static size_t end_of_scalar(struct front_reader *reader, const yaml_event_t *event) {
    size_t start = byte_of(reader, &event->start_mark), end = byte_of(reader, &event->end_mark);
    if (quotes_of(event) >= FRONT_LITERAL)
        end = start + slice_trim(slice_range(reader->yaml, start, end)).len;
    return reader->front->start + end;
}

static void read_scalar(struct front_reader *reader, const yaml_event_t *event) {
    struct slice value = {(const char *)event->data.scalar.value, event->data.scalar.length};
    size_t start = place_of(reader, &event->start_mark);
    size_t end = reader->last_end = end_of_scalar(reader, event);
    if (at_top(reader)) {
        struct front_key *key = vec_last(&reader->front->keys);
        key->kind = FRONT_SCALAR;
        key->start = start;
        key->end = end;
        key->quotes = quotes_of(event);
        str_append(&key->value, value);
        if (start == end && key->colon != SIZE_MAX) key->start = key->end = key->colon;
    } else if (reader->depth == 2 && !reader->levels[1].mapping && reader->levels[0].mapping) {
        struct front_item *item = vec_add(&vec_last(&reader->front->keys)->items);
        item->start = start;
        item->end = end;
        item->quotes = quotes_of(event);
        str_append(&item->value, value);
    }
}

static bool is_flow(const yaml_event_t *event) {
    return event->type == YAML_MAPPING_START_EVENT
               ? event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
               : event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
}

/* What another place of the front matter says: where it stands is all that is known. */
static void read_alias(struct front_reader *reader, const yaml_event_t *event) {
    size_t start = place_of(reader, &event->start_mark), end = place_of(reader, &event->end_mark);
    reader->last_end = end;
    if (at_top(reader)) {
        struct front_key *key = vec_last(&reader->front->keys);
        key->kind = FRONT_ALIAS;
        key->start = start;
        key->end = end;
    } else if (reader->depth == 2 && reader->levels[0].mapping) {
        vec_last(&reader->front->keys)->only_scalars = false;
    }
}

static void open_level(struct front_reader *reader, const yaml_event_t *event) {
    bool mapping = event->type == YAML_MAPPING_START_EVENT;
    size_t start = place_of(reader, &event->start_mark);
    if (reader->depth == YAML_DEPTH) {
        broken_at(reader, start, FRONT_TOO_DEEP, (int)YAML_DEPTH);
        return;
    }
    if (reader->depth == 0) {
        reader->front->indent = event->start_mark.column;
    } else if (at_top(reader)) {
        struct front_key *key = vec_last(&reader->front->keys);
        key->kind = mapping ? FRONT_MAPPING : FRONT_SEQUENCE;
        key->start = start;
        key->flow = is_flow(event);
        key->only_scalars = !mapping;
    } else if (reader->depth == 2) {
        vec_last(&reader->front->keys)->only_scalars = false;
    }
    reader->levels[reader->depth++] =
        (struct front_level){.mapping = mapping, .flow = is_flow(event), .expects_key = mapping};
}

static void close_level(struct front_reader *reader, const yaml_event_t *event) {
    struct front_level *level = &reader->levels[--reader->depth];
    if (level->flow) { /* a block ends with the last thing in it */
        reader->last_end = place_of(reader, &event->end_mark);
        if (reader->depth == 0) reader->front->flow_end = place_of(reader, &event->start_mark);
    }
    map_free(&level->seen);
    if (at_top(reader)) vec_last(&reader->front->keys)->end = reader->last_end;
}

static struct slice anchor_of(const yaml_event_t *event) {
    const yaml_char_t *name = event->type == YAML_ALIAS_EVENT            ? event->data.alias.anchor
                              : event->type == YAML_SCALAR_EVENT         ? event->data.scalar.anchor
                              : event->type == YAML_SEQUENCE_START_EVENT ? event->data.sequence_start.anchor
                                                                         : event->data.mapping_start.anchor;
    return slice_of(name ? (const char *)name : "");
}

static struct slice tag_of(const yaml_event_t *event) {
    const yaml_char_t *name = event->type == YAML_ALIAS_EVENT            ? NULL
                              : event->type == YAML_SCALAR_EVENT         ? event->data.scalar.tag
                              : event->type == YAML_SEQUENCE_START_EVENT ? event->data.sequence_start.tag
                                                                         : event->data.mapping_start.tag;
    return slice_of(name ? (const char *)name : "");
}

/* Notes the anchor; an alias needs one before it, and a tag must be one that every site knows (!!str). */
static void read_reference(struct front_reader *reader, const yaml_event_t *event) {
    struct slice anchor = anchor_of(event), tag = tag_of(event);
    bool known = event->type != YAML_ALIAS_EVENT || map_has(&reader->anchors, anchor);
    if (tag.len && !slice_starts(tag, SLICE("tag:yaml.org,2002:"))) known = false;
    if (!known) broken_at(reader, place_of(reader, &event->start_mark), FRONT_REFERENCE);
    if (!known || !anchor.len) return;
    map_put(&reader->anchors, anchor);
}

/* A scalar, an alias, or the start of a mapping or sequence. */
static void read_node(struct front_reader *reader, const yaml_event_t *event) {
    size_t start = place_of(reader, &event->start_mark);
    if (yaml_has_reference(event)) {
        read_reference(reader, event);
        if (reader->front->broken) return;
        bool within =
            reader->depth && reader->front->keys.count && !(at_top(reader) && reader->levels[0].expects_key);
        if (within) vec_last(&reader->front->keys)->referenced = true;
    }
    if (reader->depth == 0 && event->type != YAML_MAPPING_START_EVENT) {
        broken_at(reader, start, FRONT_NO_KEY);
    } else if (reader->depth && reader->levels[reader->depth - 1].expects_key) {
        read_key(reader, event);
    } else {
        if (reader->depth && reader->levels[reader->depth - 1].mapping)
            reader->levels[reader->depth - 1].expects_key = true;
        if (event->type == YAML_SCALAR_EVENT)
            read_scalar(reader, event);
        else if (event->type == YAML_ALIAS_EVENT)
            read_alias(reader, event);
        else
            open_level(reader, event);
    }
}

static void read_document(struct front_reader *reader, const yaml_event_t *event) {
    size_t start = place_of(reader, &event->start_mark);
    bool directive =
        event->data.document_start.version_directive ||
        event->data.document_start.tag_directives.start != event->data.document_start.tag_directives.end;
    if (directive || reader->seen_document) broken_at(reader, start, FRONT_NO_KEY);
    reader->seen_document = true;
}

/* False at the end, or after a problem. */
static bool read_event(struct front_reader *reader) {
    yaml_event_t event;
    if (!yaml_parser_parse(&reader->parser, &event)) {
        explain(reader);
        return false;
    }
    bool more = event.type != YAML_STREAM_END_EVENT && event.type != YAML_NO_EVENT;
    switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
        read_document(reader, &event);
        break;
    case YAML_ALIAS_EVENT:
    case YAML_SCALAR_EVENT:
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        read_node(reader, &event);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_level(reader, &event);
        break;
    default:
        break;
    }
    yaml_event_delete(&event);
    return more && !reader->front->broken;
}

static void read_yaml(struct front_reader *reader) {
    if (!yaml_parser_initialize(&reader->parser)) {
        broken_at(reader, 0, FRONT_NO_KEY);
        return;
    }
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader->parser, (const unsigned char *)reader->yaml.data, reader->yaml.len);
    while (read_event(reader))
        continue;
    while (reader->depth)
        map_free(&reader->levels[--reader->depth].seen);
    map_free(&reader->anchors);
    yaml_parser_delete(&reader->parser);
}

void front_matter_parse(struct front_matter *front, const struct text *text, enum lang lang) {
    struct front_place place = front_place_find(text);
    *front = (struct front_matter){.place = place, .flow_end = SIZE_MAX, .lines = place.lines};
    struct front_reader reader = {.front = front, .text = text, .lang = lang};
    if (!front->lines) return;
    size_t top = text_line_start(text, place.top);
    if (!place.closed) broken_at(&reader, top, FRONT_NEVER_CLOSED, front_form_border(place.form));
    if (!place.opened) broken_at(&reader, top, FRONT_NEVER_OPENED);
    if (place.form != FRONT_YAML) return;
    front->start = place.opened ? text_line_start(text, place.top + 1) : top;
    front->end = front->broken ? front->start : text_line_start(text, front->lines - 1);
    if (front->end - front->start > YAML_BYTES) broken_at(&reader, top, FRONT_TOO_LARGE, YAML_BYTES >> 10);
    if (front->broken) return;
    struct str yaml = {0};
    text_copy(text, front->start, front->end, &yaml);
    reader.yaml = str_slice(&yaml);
    read_yaml(&reader);
    for (size_t i = 0; i < front->keys.count; i++)
        if (!front->keys.items[i].only_scalars) front_items_free(&front->keys.items[i]);
    if (front->broken) front_keys_free(front);
    str_free(&yaml);
}
