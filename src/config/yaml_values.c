#include "config/yaml_values.h"

#include "base/map.h"
#include "config/messages.h"
#include "draft/front/messages.h"

#include <yaml.h>

struct yaml_level {
    bool mapping, has_key; /* has_key: the next node is the value of key */
    struct str key;
    size_t number; /* of this mapping among all, so that a key twice in one is told from one in two */
};

struct yaml_reader {
    yaml_parser_t parser;
    struct yaml_level levels[YAML_DEPTH];
    size_t depth, mappings;
    struct map seen; /* "number of the mapping" + key */
    const char *name;
    struct slice yaml;
    bool (*visit)(void *self, const struct yaml_value *value);
    void *self;
    struct error *e;
};

static bool refuse(struct yaml_reader *reader, const yaml_mark_t *mark, const char *why) {
    return error_set(reader->e, SETTINGS_BROKEN, reader->name, mark->line + 1, why);
}

static struct yaml_level *top(struct yaml_reader *reader) {
    return reader->depth ? &reader->levels[reader->depth - 1] : NULL;
}

static bool take_key(struct yaml_reader *reader, const yaml_event_t *event, struct slice key) {
    struct yaml_level *level = top(reader);
    struct str numbered = {0};
    str_printf(&numbered, "%zu ", level->number);
    str_append(&numbered, key);
    uintptr_t *seen = map_put(&reader->seen, str_slice(&numbered));
    str_free(&numbered);
    if (*seen || slice_equal_text(key, "<<"))
        return refuse(reader, &event->start_mark,
                      message_text(reader->e ? reader->e->lang : LANG_ID, MESSAGE_SETTINGS_KEY_TWICE));
    *seen = 1;
    str_clear(&level->key);
    str_append(&level->key, key);
    level->has_key = true;
    return true;
}

static bool take_scalar(struct yaml_reader *reader, const yaml_event_t *event) {
    struct slice text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    struct yaml_level *level = top(reader);
    if (level && level->mapping && !level->has_key) return take_key(reader, event, text);
    struct yaml_value value = {.text = text,
                               .plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE,
                               .line = event->start_mark.line + 1};
    for (size_t i = 0; i < reader->depth; i++)
        if (reader->levels[i].mapping) {
            value.mappings[value.depth] = reader->levels[i].number;
            value.keys[value.depth++] = str_slice(&reader->levels[i].key);
        }
    if (level) level->has_key = false;
    return reader->visit(reader->self, &value);
}

static bool open_level(struct yaml_reader *reader, const yaml_event_t *event, bool mapping) {
    const struct yaml_level *above = top(reader);
    enum lang lang = reader->e ? reader->e->lang : LANG_ID;
    if (reader->depth == YAML_DEPTH)
        return refuse(reader, &event->start_mark, message_text(lang, MESSAGE_SETTINGS_TOO_DEEP));
    if (above && above->mapping && !above->has_key)
        return refuse(reader, &event->start_mark, message_text(lang, MESSAGE_SETTINGS_BAD_KEY));
    struct yaml_level *level = &reader->levels[reader->depth++];
    level->mapping = mapping;
    level->has_key = false;
    level->number = ++reader->mappings;
    return true;
}

static void close_level(struct yaml_reader *reader) {
    reader->depth--;
    if (reader->depth) top(reader)->has_key = false;
}

static bool take_event(struct yaml_reader *reader, const yaml_event_t *event) {
    if (yaml_has_reference(event))
        return refuse(reader, &event->start_mark,
                      message_text(reader->e ? reader->e->lang : LANG_ID, MESSAGE_SETTINGS_REFERENCE));
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return take_scalar(reader, event);
    case YAML_MAPPING_START_EVENT:
        return open_level(reader, event, true);
    case YAML_SEQUENCE_START_EVENT:
        return open_level(reader, event, false);
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        close_level(reader);
        return true;
    default:
        return true;
    }
}

/* False, with the sentence of the front matter for the same slip. */
static bool explain(struct yaml_reader *reader) {
    struct yaml_place place;
    enum yaml_trouble trouble = yaml_trouble_of(&reader->parser, reader->yaml, &place);
    struct str why = {0};
    enum lang lang = reader->e ? reader->e->lang : LANG_ID;
    size_t line = place.line + 1;
    switch (trouble) {
    case YAML_TROUBLE_SIGN:
        message(&why, lang, FRONT_CHARACTER, line);
        break;
    case YAML_TROUBLE_QUOTE:
        message(&why, lang, FRONT_QUOTE_OPEN, line);
        break;
    case YAML_TROUBLE_BRACKET:
        message(&why, lang, FRONT_BRACKET_OPEN, line);
        break;
    case YAML_TROUBLE_TAB:
        message(&why, lang, FRONT_TAB, line);
        break;
    case YAML_TROUBLE_COLON:
        message(&why, lang, FRONT_COLON, line);
        break;
    case YAML_TROUBLE_START:
        message(&why, lang, FRONT_MUST_QUOTE, line);
        break;
    case YAML_TROUBLE_KEY:
        message(&why, lang, FRONT_NO_KEY, line);
        break;
    }
    error_set(reader->e, SETTINGS_YAML, reader->name, str_text(&why));
    str_free(&why);
    return false;
}

static bool read_events(struct yaml_reader *reader) {
    for (bool ok = true, end = false; ok && !end;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&reader->parser, &event)) return explain(reader);
        end = event.type == YAML_STREAM_END_EVENT;
        ok = take_event(reader, &event);
        yaml_event_delete(&event);
        if (!ok) return false;
    }
    return true;
}

bool yaml_values(struct slice yaml, const char *name,
                 bool (*visit)(void *self, const struct yaml_value *value), void *self, struct error *e) {
    struct yaml_reader reader = {.name = name, .yaml = yaml, .visit = visit, .self = self, .e = e};
    if (yaml.len > YAML_BYTES) return error_set(e, SETTINGS_TOO_LARGE, name, (size_t)YAML_BYTES >> 10);
    if (!yaml_parser_initialize(&reader.parser))
        return error_set(e, SETTINGS_BROKEN, name, (size_t)1, "libyaml");
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)(yaml.data ? yaml.data : ""),
                                 yaml.len);
    bool ok = read_events(&reader);
    yaml_parser_delete(&reader.parser);
    for (size_t i = 0; i < YAML_DEPTH; i++)
        str_free(&reader.levels[i].key);
    map_free(&reader.seen);
    return ok;
}
