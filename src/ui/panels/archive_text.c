#include "ui/panels/archive_text.h"

#include "archive/archive.h"
#include "archive/dates.h"
#include "archive/person_facts.h"
#include "base/safe.h"
#include "check/rules/quotes.h"
#include "ui/panels/messages.h"
#include "ui/panels/reader.h"

void archive_sentence(struct archive *archive, const struct archived *archived, struct str *out) {
    struct archive_text text;
    if (archive_text(archive, archived->id, &text, NULL) && archived->end <= text.text.len)
        str_append(out, slice_range(str_slice(&text.text), archived->start, archived->end));
    archive_text_free(&text);
}

void archive_append_title(struct str *out, enum lang lang, const struct archived *archived) {
    safe_append(out, slice_of(archived->title));
    if (!*archived->date) return;
    str_append_text(out, " (");
    date_append(out, lang, slice_of(archived->date));
    str_append_byte(out, ')');
}

static void read_on(struct desk *desk, struct reader *reader) {
    struct key key;
    while (reader_run(desk, reader, &key) && !key_closes(key))
        ;
    reader_free(reader);
}

void archive_show_text(struct desk *desk, const struct finding *finding) {
    struct archive_text text;
    struct str title = {0};
    struct error e = {.lang = desk->lang};
    archive_append_title(&title, desk->lang, &finding->archived.items[0]);
    if (archive_text(desk->archive, finding->archived.items[0].id, &text, &e)) {
        struct text *shown = text_with(str_slice(&text.text));
        struct reader reader = {.title = str_slice(&title)};
        reader_add_text(&reader, shown, 0, STYLE_PANEL);
        read_on(desk, &reader);
        text_free(shown);
    } else if (e.text.len) {
        desk_complain(desk, &e);
    }
    archive_text_free(&text);
    error_free(&e);
    str_free(&title);
}

static void append_office(struct desk *desk, const struct person_facts *facts, struct slice name,
                          struct str *out) {
    const struct person_office *latest = NULL;
    vec_each(const struct person_fact, fact, &facts->list)
        if (slice_equal_nocase(slice_of(fact->name), name) && fact->offices.count)
            latest = &fact->offices.items[0];
    if (!latest) {
        str_append_text(out, message_text(desk->lang, MESSAGE_PEOPLE_UNKNOWN));
        return;
    }
    struct str office = {0}, date = {0};
    safe_append(&office, slice_of(latest->office));
    date_append(&date, desk->lang, slice_of(latest->latest));
    message(out, desk->lang, PEOPLE_LATEST, str_text(&office), str_text(&date));
    str_free(&office);
    str_free(&date);
}

static void add_person(struct desk *desk, struct reader *reader, const struct person *person) {
    struct person_facts facts = {0};
    struct str line = {0};
    if (person->words < 2) return;
    person_facts_find(desk->archive, person->name, 0, &facts, NULL);
    safe_append(&line, person->name);
    str_append_text(&line, ": ");
    append_office(desk, &facts, person->name, &line);
    reader_add(reader, str_slice(&line), 0, STYLE_PANEL);
    person_facts_free(&facts);
    str_free(&line);
}

void archive_people(struct desk *desk) {
    struct reader reader = {.title = slice_of(message_text(desk->lang, MESSAGE_PEOPLE_TITLE))};
    struct attribution found = {0};
    document_quotes(checker_document(desk->buffer->checker), desk->language, &found, NULL, NULL);
    vec_each(const struct person, person, &found.people.list)
        add_person(desk, &reader, person);
    attribution_free(&found);
    if (reader.passages.count)
        read_on(desk, &reader);
    else
        desk_say(desk, PEOPLE_NONE);
}
