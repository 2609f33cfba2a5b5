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
enum { SURE_RATIO = 5, LEAST = 3 };
/* A key of archive_found() that is longer than those of sentences. */
enum { NAME_COUNT = 1 };

/* Whether one office is the other, or begins with it: sekretaris daerah, sekretaris daerah agam. */
static bool same_office(struct slice a, struct slice b) {
    struct slice shorter = a.len < b.len ? a : b, longer = a.len < b.len ? b : a;
    return shorter.len && slice_starts(longer, shorter) &&
           (longer.len == shorter.len || longer.data[shorter.len] == ' ');
}

struct counting {
    struct language *language;
    struct slice office;
    size_t count;
};

static void count_mention(void *self, const struct store_value *columns) {
    struct counting *counting = self;
    struct str office = {0};
    office_append(&office, counting->language, columns[1].bytes);
    counting->count += !counting->office.len || same_office(str_slice(&office), counting->office);
    str_free(&office);
}

/* Texts that give the person this office, "": any or none; remembered like what was found out about
 * sentences. */
static size_t count_texts(struct archive *archive, int64_t person, struct slice office, struct error *e) {
    struct counting counting = {archive_language(archive), office, 0};
    const struct store_value arguments[] = {store_number(person)};
    const uint64_t key[] = {(uint64_t)person, slice_hash(office), NAME_COUNT};
    uintptr_t *place = map_put(archive_found(archive), (struct slice){(const char *)key, sizeof key});
    size_t *kept = (size_t *)*place;
    if (kept) return *kept;
    if (!STORE_RUN(archive_store(archive), ROLES, arguments, count_mention, &counting, e)) return 0;
    kept = memory_zero(1, sizeof *kept);
    *kept = counting.count;
    *place = (uintptr_t)kept;
    return *kept;
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

/* Irak is not Iran written wrong: one word that the archive has in several texts, whatever the office. */
static bool is_known_word(struct archive *archive, struct slice name, const struct names_near *near,
                          struct error *e) {
    if (slice_find_byte(name, ' ', 0) != SIZE_MAX) return false;
    vec_each(const struct name_near, known, &near->list)
        if (slice_equal_text(name, known->folded))
            return count_texts(archive, known->id, SLICE(""), e) >= LEAST;
    return false;
}

static void check_person(const struct check_context *context, const struct person *person,
                         struct findings *out, struct error *e) {
    if (!person->office.len) return;
    struct names_near near = {0};
    struct str folded = {0};
    struct slice name = speech_fold(&folded, person->name), office = str_slice(&person->office);
    const struct name_near *other = NULL;
    size_t here = 0, there = 0;
    names_find(context->archive, name, &near, e);
    vec_each(const struct name_near, known, &near.list) {
        size_t texts = near.list.count > 1 || !slice_equal_text(name, known->folded)
                           ? count_texts(context->archive, known->id, office, e)
                           : 0;
        if (slice_equal_text(name, known->folded)) {
            here = texts;
        } else if (texts > there && !same_letters(name, slice_of(known->folded))) {
            there = texts;
            other = known;
        }
    }
    bool sure = there >= SURE_RATIO && there >= SURE_RATIO * here;
    bool other_name = is_known_word(context->archive, name, &near, e);
    if (other && !other_name && (sure || (!here && there >= LEAST)))
        tell(context, person, other->name, there, sure, out);
    names_near_free(&near);
    str_free(&folded);
}

bool name_rule_check(const struct check_context *context, const struct document *document,
                     struct findings *out) {
    struct error e = {.lang = context->lang};
    struct attribution found = {0};
    bool done =
        !context->enabled[RULE_ARCHIVE_NAME] ||
        document_quotes(document, context->language, &found, context->interrupted, context->interrupted_by);
    for (size_t i = 0; done && !e.text.len && i < found.people.list.count; i++) {
        check_person(context, &found.people.list.items[i], out, &e);
        done = !check_interrupted(context);
    }
    if (e.text.len) archive_set_trouble(context->archive, str_slice(&e.text));
    attribution_free(&found);
    error_free(&e);
    return done;
}
