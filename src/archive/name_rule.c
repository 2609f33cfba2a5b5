#include "archive/name_rule.h"

#include "archive/messages.h"
#include "archive/names.h"
#include "check/rules/quotes.h"
#include "language/people/office.h"

#include <stdlib.h>

/*
 * archive.name: a name with its office that the archive nearly always spells otherwise by one letter. The
 * same office is asked for, since Alfan the assistant is not Alpan the secretary. The majority is not always
 * right: from five to one on it is offered; where the archive knows no other, three texts are enough to say
 * so.
 */
enum { SURE_RATIO = 5, LEAST = 3, COUNTED_MOST = 1000 };
/* A key of archive_found() that is longer than those of sentences. */
enum { NAME_COUNT = 1 };

/* Whether one office is the other, or begins with it: sekretaris daerah, sekretaris daerah agam. */
static bool same_office(struct slice a, struct slice b) {
    struct slice shorter = a.len < b.len ? a : b, longer = a.len < b.len ? b : a;
    return shorter.len && slice_starts(longer, shorter) &&
           (longer.len == shorter.len || longer.data[shorter.len] == ' ');
}

/* In how many texts a person has this office; "": any or none. */
struct wanted {
    int64_t person;
    struct slice office;
    size_t count;
};

/* All of a draft that are not known yet, asked for with one question. */
struct counting {
    struct archive *archive;
    VEC(struct wanted) list;
};

/* Remembered like what was found out about sentences: a block with the number, NULL at first. */
static uintptr_t *place_of(struct archive *archive, int64_t person, struct slice office) {
    const uint64_t key[] = {(uint64_t)person, slice_hash(office), NAME_COUNT};
    return map_put(archive_found(archive), (struct slice){(const char *)key, sizeof key});
}

static size_t count_texts(struct archive *archive, int64_t person, struct slice office) {
    uintptr_t *place = place_of(archive, person, office);
    return *place ? *(size_t *)*place : 0;
}

static void want(struct counting *counting, int64_t person, struct slice office) {
    if (*place_of(counting->archive, person, office)) return;
    vec_each(const struct wanted, other, &counting->list)
        if (other->person == person && slice_equal(other->office, office)) return;
    vec_push(&counting->list, (struct wanted){person, office, 0});
}

static void count_mention(void *self, const struct store_value *columns) {
    struct counting *counting = self;
    struct str office = {0};
    office_append(&office, archive_language(counting->archive), columns[1].bytes);
    vec_each(struct wanted, wanted, &counting->list)
        if (wanted->person == columns[0].number)
            wanted->count += !wanted->office.len || same_office(str_slice(&office), wanted->office);
    str_free(&office);
}

static bool is_before(const struct counting *counting, size_t at) {
    for (size_t i = 0; i < at; i++)
        if (counting->list.items[i].person == counting->list.items[at].person) return true;
    return false;
}

/* In the newest texts of each person, so many at most; they are wanted no more then. */
static bool count_wanted(struct counting *counting, int64_t most, struct error *e) {
    VEC(int64_t) persons = {0};
    for (size_t i = 0; i < counting->list.count; i++)
        if (!is_before(counting, i)) vec_push(&persons, counting->list.items[i].person);
    const struct store_value arguments[] = {store_numbers(persons.items, persons.count), store_number(most)};
    bool ok = !persons.count ||
              STORE_RUN(archive_store(counting->archive), ROLES, arguments, count_mention, counting, e);
    vec_each(const struct wanted, wanted, &counting->list) {
        uintptr_t *place = ok ? place_of(counting->archive, wanted->person, wanted->office) : NULL;
        if (!place) continue;
        *place = (uintptr_t)memory_zero(1, sizeof(size_t));
        *(size_t *)*place = wanted->count;
    }
    vec_clear(&counting->list);
    vec_free(&persons);
    return ok;
}

static void tell(const struct check_context *context, const struct person *person, const char *name,
                 size_t texts, bool sure, struct findings *out) {
    size_t start = person->first_at;
    struct finding *finding = finding_add(out, RULE_ARCHIVE_NAME, start, start + person->name.len);
    if (!sure) {
        finding_say(finding, context->lang, NAME_BOTH, name, texts, SLICE_ARG(person->name));
        return;
    }
    finding_say(finding, context->lang, NAME_OTHER, name, texts, SLICE_ARG(person->name));
    finding_suggest(finding, slice_of(name));
}

/* Seo Seung-jae and Seo Seung Jae, Polana B. Pramesti and Polana B Pramesti: the same letters. */
static bool same_letters(struct slice a, struct slice b) {
    size_t i = 0, k = 0;
    while (i < a.len || k < b.len) {
        if (i < a.len && strchr(".- ", a.data[i])) {
            i++;
        } else if (k < b.len && strchr(".- ", b.data[k])) {
            k++;
        } else if (i == a.len || k == b.len || a.data[i++] != b.data[k++]) {
            return false;
        }
    }
    return true;
}

/* A person of the draft who bears an office, and those of the archive with such a name. */
struct named {
    const struct person *person;
    struct slice folded;
    struct names_near near;
};

/* Irak is not Iran written wrong: one word that the archive has in several texts, whatever the office. */
static const struct name_near *known_word(const struct named *named) {
    if (slice_find_byte(named->folded, ' ', 0) != SIZE_MAX) return NULL;
    vec_each(const struct name_near, known, &named->near.list)
        if (slice_equal_text(named->folded, known->folded)) return known;
    return NULL;
}

/* Nobody asks how often the one name that is there stands there. */
static bool counts(const struct named *named, const struct name_near *known) {
    return named->near.list.count > 1 || !slice_equal_text(named->folded, known->folded);
}

static bool is_other_name(struct archive *archive, const struct named *named) {
    const struct name_near *word = known_word(named);
    return word && count_texts(archive, word->id, SLICE("")) >= LEAST;
}

/* Words first: most names of one word are known ones, and of a known one nothing else is asked. Each of those
 * that are like it may stand in a thousand texts. */
static bool count_all(struct counting *counting, const struct named *list, size_t count, struct error *e) {
    for (size_t i = 0; i < count; i++) {
        const struct name_near *word = known_word(&list[i]);
        if (word) want(counting, word->id, SLICE(""));
    }
    if (!count_wanted(counting, LEAST, e)) return false;
    for (size_t i = 0; i < count; i++) {
        if (is_other_name(counting->archive, &list[i])) continue;
        vec_each(const struct name_near, known, &list[i].near.list)
            if (counts(&list[i], known)) want(counting, known->id, str_slice(&list[i].person->office));
    }
    return count_wanted(counting, COUNTED_MOST, e);
}

static void check_person(const struct check_context *context, const struct named *named,
                         struct findings *out) {
    struct slice name = named->folded, office = str_slice(&named->person->office);
    const struct name_near *other = NULL;
    size_t here = 0, there = 0;
    if (is_other_name(context->archive, named)) return;
    vec_each(const struct name_near, known, &named->near.list) {
        size_t texts = counts(named, known) ? count_texts(context->archive, known->id, office) : 0;
        if (slice_equal_text(name, known->folded)) {
            here = texts;
        } else if (texts > there && !same_letters(name, slice_of(known->folded))) {
            there = texts;
            other = known;
        }
    }
    bool sure = there >= SURE_RATIO && there >= SURE_RATIO * here;
    if (other && (sure || (!here && there >= LEAST)))
        tell(context, named->person, other->name, there, sure, out);
}

/* Three questions for all of them: who is there of such a name, who is known, and with which office. */
static void check_people(const struct check_context *context, const struct people *people,
                         struct findings *out, struct error *e) {
    struct counting counting = {.archive = context->archive};
    struct str folded = {0};
    VEC(struct named) list = {0};
    size_t count = people->list.count;
    struct slice *names = memory_zero(count + 1, sizeof *names);
    struct names_near *near = memory_zero(count + 1, sizeof *near);
    vec_each(const struct person, person, &people->list) {
        if (!person->office.len) continue;
        str_clear(&folded);
        struct slice name = speech_fold(&folded, person->name);
        name.data = slice_copy(name);
        names[list.count] = name;
        vec_push(&list, (struct named){.person = person, .folded = name});
    }
    bool ok = names_find_all(context->archive, names, list.count, near, e);
    for (size_t i = 0; i < list.count; i++)
        list.items[i].near = near[i];
    ok = ok && count_all(&counting, list.items, list.count, e);
    vec_each(struct named, named, &list) {
        if (ok) check_person(context, named, out);
        names_near_free(&named->near);
        free((char *)(uintptr_t)named->folded.data);
    }
    vec_free(&counting.list);
    vec_free(&list);
    str_free(&folded);
    free(names);
    free(near);
}

bool name_rule_check(const struct check_context *context, const struct document *document,
                     struct findings *out) {
    struct error e = {.lang = context->lang};
    struct attribution found = {0};
    bool done =
        !context->enabled[RULE_ARCHIVE_NAME] ||
        document_quotes(document, context->language, &found, context->interrupted, context->interrupted_by);
    if (done) check_people(context, &found.people, out, &e);
    done = done && !check_interrupted(context);
    if (e.text.len) archive_set_trouble(context->archive, str_slice(&e.text));
    attribution_free(&found);
    error_free(&e);
    return done;
}
