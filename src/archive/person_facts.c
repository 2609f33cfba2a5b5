#include "archive/person_facts.h"

#include "archive/names.h"
#include "language/people/office.h"
#include "language/sentence/speech.h"

#include <stdlib.h>

struct reading_person {
    struct language *language;
    struct person_fact *fact;
};

/* Rows come with the newest text first. */
static void take_mention(void *self, const struct store_value *columns) {
    struct reading_person *reading = self;
    struct person_fact *fact = reading->fact;
    fact->texts++;
    if (!columns[1].bytes.len) return;
    struct str folded = {0};
    office_append(&folded, reading->language, columns[1].bytes);
    struct person_office *office = NULL;
    vec_each(struct person_office, known, &fact->offices) {
        struct str other = {0};
        office_append(&other, reading->language, slice_of(known->office));
        if (slice_equal(str_slice(&other), str_slice(&folded))) office = known;
        str_free(&other);
    }
    if (!office) {
        vec_push(&fact->offices, (struct person_office){.office = slice_copy(columns[1].bytes),
                                                        .first = slice_copy(columns[2].bytes),
                                                        .latest = slice_copy(columns[2].bytes)});
        office = vec_last(&fact->offices);
    }
    office->texts++;
    free(office->first);
    office->first = slice_copy(columns[2].bytes);
    str_free(&folded);
}

static void take_quote(void *self, const struct store_value *columns) {
    struct person_fact *fact = self;
    struct slice text = columns[5].bytes;
    size_t start = (size_t)columns[1].number, end = (size_t)columns[2].number;
    if (end > text.len || start > end) return;
    vec_push(&fact->quotes,
             (struct person_quote){columns[0].number, slice_copy(columns[3].bytes),
                                   slice_copy(columns[4].bytes), slice_copy(slice_range(text, start, end))});
}

static bool read_person(struct archive *archive, const struct name_near *known, size_t quotes,
                        struct person_facts *facts, struct error *e) {
    struct person_fact *fact = vec_add(&facts->list);
    struct reading_person reading = {archive_language(archive), fact};
    const struct store_value arguments[] = {store_number(known->id), store_number(quotes)};
    fact->name = slice_copy(slice_of(known->name));
    return store_run(archive_store(archive), STATEMENT_MENTIONS, arguments, 1, take_mention, &reading, e) &&
           (!quotes || STORE_RUN(archive_store(archive), QUOTES_OF, arguments, take_quote, fact, e));
}

static void take_like(void *self, const struct store_value *columns) {
    struct names_near *near = self;
    vec_each(const struct name_near, known, &near->list)
        if (known->id == columns[0].number) return;
    vec_push(&near->list, (struct name_near){columns[0].number, slice_copy(columns[1].bytes),
                                             slice_copy(columns[2].bytes)});
}

bool person_facts_find(struct archive *archive, struct slice name, size_t quotes, struct person_facts *facts,
                       struct error *e) {
    struct names_near near = {0};
    struct str buffer = {0};
    struct slice folded = speech_fold(&buffer, name);
    const struct store_value arguments[] = {store_text(folded)};
    bool ok = names_find(archive, folded, &near, e) &&
              STORE_RUN(archive_store(archive), PERSON_LIKE, arguments, take_like, &near, e);
    vec_each(const struct name_near, known, &near.list)
        ok = ok && read_person(archive, known, quotes, facts, e);
    names_near_free(&near);
    str_free(&buffer);
    return ok;
}

void person_facts_free(struct person_facts *facts) {
    vec_each(struct person_fact, fact, &facts->list) {
        vec_each(struct person_office, office, &fact->offices) {
            free(office->office);
            free(office->first);
            free(office->latest);
        }
        vec_each(struct person_quote, quote, &fact->quotes) {
            free(quote->date);
            free(quote->title);
            free(quote->text);
        }
        vec_free(&fact->offices);
        vec_free(&fact->quotes);
        free(fact->name);
    }
    vec_free(&facts->list);
}
