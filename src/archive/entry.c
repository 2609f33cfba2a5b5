#include "archive/entry.h"

#include "archive/prints.h"
#include "check/checker.h"
#include "check/rules/quotes.h"

#include <stdlib.h>

static bool is_among(const int64_t *numbers, size_t count, int64_t number) {
    while (count && numbers[count - 1] != number)
        count--;
    return count;
}

static void add_unit(struct entry *entry, struct archive *archive, const struct units *units, size_t n,
                     size_t *last) {
    const struct unit *unit = &units->list.items[n];
    int64_t prints[PRINTS];
    size_t count = prints_of(archive, units, unit, prints);
    borders_append(&entry->borders, last, unit->block->start + unit->start, unit->block->start + unit->end);
    for (size_t i = 0; i < count; i++) /* each once: a word may be a small one and a name in one sentence */
        if (!is_among(prints, i, prints[i]))
            vec_push(&entry->prints, (struct entry_print){prints[i], (int64_t)n});
}

/* seen: the numbers that were met, plus 1, in slots that are free when 0; a power of two of them. */
static bool is_new(int64_t *seen, size_t slots, int64_t number) {
    size_t at = (size_t)number & (slots - 1); /* salted: any bits of it will do */
    while (seen[at] && seen[at] != number + 1)
        at = (at + 1) & (slots - 1);
    bool fresh = !seen[at];
    seen[at] = number + 1;
    return fresh;
}

/* Each word once: in how many texts it stands is what is counted. */
static void add_words(struct entry *entry, const struct archive *archive, const struct units *units) {
    size_t slots = 64;
    while (slots < 2 * units->words.count)
        slots *= 2;
    int64_t *seen = memory_zero(slots, sizeof *seen);
    vec_reserve(&entry->words, units->words.count + 1);
    vec_push(&entry->words, ARCHIVE_EACH_TEXT);
    vec_each(const struct unit_word, word, &units->words) {
        int64_t number = (int64_t)(archive_salted(archive, word->hash) >> 32);
        if (!(word->flags & UNIT_WEAK) && is_new(seen, slots, number)) vec_push(&entry->words, number);
    }
    free(seen);
}

/* Who bears an office, or a name of two words. */
static size_t add_person(struct entry *entry, const struct person *person) {
    if (person->words < 2 && !person->role.len) return SIZE_MAX;
    struct str folded = {0};
    speech_fold(&folded, person->name);
    vec_push(&entry->persons, (struct entry_person){.name = slice_copy(person->name),
                                                    .folded = str_steal(&folded),
                                                    .role = slice_copy(slice_trim(person->role)),
                                                    .at = person->first_at});
    return entry->persons.count - 1;
}

static void add_people(struct entry *entry, struct archive *archive, const struct document *document) {
    struct attribution found = {0};
    document_quotes(document, archive_language(archive), &found, NULL, NULL);
    size_t *places = memory_zero(found.people.list.count + 1, sizeof *places);
    for (size_t i = 0; i < found.people.list.count; i++)
        places[i] = add_person(entry, &found.people.list.items[i]);
    vec_each(const struct quote, quote, &found.quotes) {
        size_t who = quote->who == PERSON_NONE ? SIZE_MAX : places[quote->who];
        vec_push(&entry->quotes, (struct entry_quote){quote->start, quote->end, who});
    }
    free(places);
    attribution_free(&found);
}

void entry_analyse(struct entry *entry, struct archive *archive) {
    static const bool none[RULE_COUNT];
    const struct check_context context = {.language = archive_language(archive)};
    struct text *text = text_with(str_slice(&entry->text));
    struct checker *checker = checker_new(archive_language(archive), LANG_ID, none);
    checker_attach(checker, text);
    checker_run(checker, 0, NULL, NULL);
    const struct document *document = checker_document(checker);
    struct units units = {0};
    units_collect(&units, &context, document);
    size_t last = 0;
    vec_reserve(&entry->prints, PRINTS * units.list.count);
    for (size_t i = 0; i < units.list.count && i < ARCHIVE_UNITS; i++)
        add_unit(entry, archive, &units, i, &last);
    if (units.list.count > ARCHIVE_UNITS) entry->beyond = units.list.count - ARCHIVE_UNITS;
    add_words(entry, archive, &units);
    add_people(entry, archive, document);
    units_free(&units);
    checker_free(checker);
    text_free(text);
}

#define MOVE(to, from) ((to) = (from), memset(&(from), 0, sizeof(from)))

void entry_take_analysis(struct entry *entry, struct entry *from) {
    MOVE(entry->borders, from->borders);
    MOVE(entry->prints, from->prints);
    MOVE(entry->words, from->words);
    MOVE(entry->persons, from->persons);
    MOVE(entry->quotes, from->quotes);
    entry->beyond = from->beyond;
}

void entry_read_again(struct entry *entry, struct archive *archive, const struct archive_text *text) {
    *entry = (struct entry){0};
    str_append(&entry->text, str_slice(&text->text));
    entry_analyse(entry, archive);
}

void entry_append_prints(const struct entry *entry, int64_t article, struct packed *out) {
    vec_each(const struct entry_print, p, &entry->prints)
        vec_push(&out->list, packed_number(p->print, article << 8 | p->unit));
}

void entry_free(struct entry *entry) {
    str_free(&entry->title);
    str_free(&entry->date);
    str_free(&entry->office);
    str_free(&entry->url);
    str_free(&entry->origin);
    str_free(&entry->text);
    str_free(&entry->corrects);
    str_free(&entry->borders);
    vec_free(&entry->prints);
    vec_free(&entry->words);
    vec_each(struct entry_person, person, &entry->persons) {
        free(person->name);
        free(person->folded);
        free(person->role);
    }
    vec_free(&entry->persons);
    vec_free(&entry->quotes);
    *entry = (struct entry){0};
}
