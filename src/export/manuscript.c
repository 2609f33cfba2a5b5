#include "export/manuscript.h"

#include "base/map.h"
#include "export/plain.h"

static bool is_remark(struct slice s, size_t at) {
    struct slice rest = slice_range(s, at, s.len);
    if (!slice_starts(rest, SLICE("<!--"))) return false;
    rest = slice_range(rest, 4, rest.len);
    while (rest.len && rest.data[0] == ' ')
        rest = slice_range(rest, 1, rest.len);
    return slice_starts(rest, SLICE("sunting:"));
}

/* The label of [^label] at at; empty when there is none. */
static struct slice note_label(struct slice s, size_t at) {
    enum { LONGEST = 40 };
    if (!slice_starts(slice_range(s, at, s.len), SLICE("[^"))) return SLICE("");
    size_t end = at + 2;
    while (end < s.len && end < at + LONGEST && s.data[end] != ']' && (unsigned char)s.data[end] > ' ')
        end++;
    return end < s.len && s.data[end] == ']' ? slice_range(s, at + 2, end) : SLICE("");
}

/* "[^1]: text" */
static bool is_note(struct slice line) {
    struct slice label = note_label(line, 0);
    return label.len && slice_starts(slice_range(line, label.len + 3, line.len), SLICE(":"));
}

struct notes {
    struct map numbers; /* by label, in the order of their signs */
    struct str text;    /* those that were written, as a list */
};

static size_t number_of(struct notes *notes, struct slice label) {
    size_t count = notes->numbers.count;
    uintptr_t *number = map_put(&notes->numbers, label);
    if (!*number) *number = count + 1;
    return *number;
}

/* Without remarks; the signs of notes as numbers, or, without notes, not at all. */
static void append_line(struct str *out, struct slice line, struct notes *notes) {
    for (size_t at = 0; at < line.len;) {
        struct slice label = note_label(line, at);
        if (is_remark(line, at)) {
            size_t end = slice_find(line, SLICE("-->"), at);
            at = end == SIZE_MAX ? line.len : end + 3;
        } else if (label.len) {
            if (notes) str_printf(out, "[%zu]", number_of(notes, label));
            at += label.len + 3;
        } else {
            str_append_byte(out, line.data[at++]);
        }
    }
}

static void append_body(struct manuscript *m, const struct text *text) {
    struct notes notes = {0};
    for (size_t i = front_matter_hidden(text); i < text_line_count(text); i++) {
        struct slice line = text_line_body(text, i), label = note_label(line, 0);
        if (is_note(line)) {
            str_printf(&notes.text, "%s[%zu] ", notes.text.len ? "\n\n" : "", number_of(&notes, label));
            append_line(&notes.text, slice_trim(slice_range(line, label.len + 4, line.len)), &notes);
            continue;
        }
        append_line(&m->body, line, &notes);
        str_append_byte(&m->body, '\n');
    }
    if (notes.text.len) str_printf(&m->body, "\n---\n\n%s\n", str_text(&notes.text));
    map_free(&notes.numbers);
    str_free(&notes.text);
}

static void take_front(struct manuscript *m, const struct text *text) {
    struct front_matter front;
    front_matter_parse(&front, text, LANG_ID);
    const struct front_key *title = front_matter_key(&front, "title"),
                           *date = front_matter_key(&front, "date"), *tags = front_matter_key(&front, "tags");
    if (title && title->kind == FRONT_SCALAR) str_append(&m->title, front_key_text(title));
    if (date && date->kind == FRONT_SCALAR) str_append(&m->date, front_key_text(date));
    if (tags && tags->kind == FRONT_SEQUENCE)
        vec_each(const struct front_item, item, &tags->items)
            vec_push(&m->tags, slice_copy(str_slice(&item->value)));
    front_matter_free(&front);
}

static void take_sentences(struct manuscript *m, const struct document *document) {
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = document->blocks.items[i];
        if (block->kind != BLOCK_PROSE || is_note(block->text)) continue;
        vec_each(const struct sentence, s, &block->analysis.sentences) {
            struct str words = {0}, plain = {0};
            append_line(&words, slice_range(block->text, s->start, s->end), NULL);
            plain_line(&plain, str_slice(&words));
            str_free(&words);
            if (plain.len) vec_push(&m->sentences, str_steal(&plain));
            str_free(&plain);
        }
    }
}

void manuscript_read(struct manuscript *manuscript, const struct document *document) {
    take_front(manuscript, document->text);
    append_body(manuscript, document->text);
    take_sentences(manuscript, document);
}

void manuscript_free(struct manuscript *manuscript) {
    vec_each(char *, tag, &manuscript->tags)
        free(*tag);
    vec_each(char *, sentence, &manuscript->sentences)
        free(*sentence);
    vec_free(&manuscript->tags);
    vec_free(&manuscript->sentences);
    str_free(&manuscript->title);
    str_free(&manuscript->date);
    str_free(&manuscript->body);
}
