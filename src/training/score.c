#include "training/score.h"

#include "training/attempt.h"

unsigned tally_percent(struct tally tally) {
    return tally.planted ? (unsigned)((tally.mended * 100 + tally.planted / 2) / tally.planted) : 0;
}

const char *person_name(const struct score_person *person) {
    return *person->name ? person->name : person->user;
}

bool score_add(struct score *score, const char *path, struct error *e) {
    struct results results = {0};
    bool ok = results_read(&results, path, e);
    score->damaged += results.damaged;
    if (ok && results.list.count)
        vec_push(&score->files, results);
    else
        results_free(&results);
    return ok;
}

void score_add_presence(struct score *score, const char *folder) {
    struct whereabouts where = {0};
    if (whereabouts_read(&where, folder) && where.seen)
        vec_push(&score->present, where);
    else
        whereabouts_free(&where);
}

/* Whether this attempt is the one of its lesson that counts. */
static bool counts(const struct results *results, const struct result *result) {
    vec_each(const struct result, other, &results->list) {
        if (other == result || strcmp(other->lesson, result->lesson) != 0 ||
            strcmp(other->mode, result->mode) != 0)
            continue;
        bool earlier = other->begun < result->begun || (other->begun == result->begun && other < result);
        if (*result->test ? earlier : !earlier) return false;
    }
    return true;
}

#define FIND_OR_ADD(list, wanted, found)                                                                     \
    do {                                                                                                     \
        (found) = NULL;                                                                                      \
        for (size_t i_ = 0; i_ < (list)->count && !(found); i_++)                                            \
            if (strcmp((list)->items[i_].name, wanted) == 0) (found) = &(list)->items[i_];                   \
        if (!(found)) {                                                                                      \
            (found) = vec_add(list);                                                                         \
            (found)->name = wanted;                                                                          \
        }                                                                                                    \
    } while (0)

static void add_tally(struct tally *to, struct tally by) {
    to->planted += by.planted;
    to->mended += by.mended;
}

static void add_to_rule(struct score_rule *rule, struct tally one, const char *test) {
    add_tally(&rule->all, one);
    if (strcmp(test, "sebelum") == 0) add_tally(&rule->before, one);
    if (strcmp(test, "sesudah") == 0) add_tally(&rule->after, one);
}

static void add_result(struct score *score, struct score_person *person, const struct result *result) {
    struct tally sum = {0};
    vec_each(const struct flaw_result, flaw, &result->flaws) {
        struct tally one = {1, flaw->mended};
        struct score_rule *rule;
        FIND_OR_ADD(&person->rules, flaw->rule, rule);
        add_to_rule(rule, one, result->test);
        FIND_OR_ADD(&score->rules, flaw->rule, rule);
        add_to_rule(rule, one, result->test);
        add_tally(&sum, one);
        person->hints += flaw->hint;
        person->shown += flaw->hint >= HINTS;
    }
    add_tally(&person->all, sum);
    if (strcmp(result->test, "sebelum") == 0) add_tally(&person->before, sum);
    if (strcmp(result->test, "sesudah") == 0) add_tally(&person->after, sum);
    person->lessons++;
    person->others += result->others;
    person->seconds += result->seconds;
}

static void add_blind(struct score_blind *blind, const struct result *result) {
    size_t found = result_mended(result);
    blind->lessons++;
    blind->found += found;
    blind->missed += result->flaws.count - found;
    blind->accused += result->accused;
    blind->first_accused += result->first_accused;
    vec_each(const struct flaw_result, flaw, &result->flaws)
        blind->first_found += flaw->first;
}

bool person_did_both(const struct score_person *person) {
    return person->before.planted && person->after.planted;
}

bool person_did_any(const struct score_person *person) {
    return person->lessons || person->blind.lessons;
}

const struct score_rule *person_rule(const struct score_person *person, const char *name) {
    vec_each(const struct score_rule, rule, &person->rules)
        if (strcmp(rule->name, name) == 0) return rule;
    return NULL;
}

static void add_person(struct score *score, const struct results *results) {
    const struct result *last = vec_last(&results->list);
    struct score_person *person = vec_add(&score->people);
    *person = (struct score_person){
        .user = last->user, .name = last->name, .office = last->office, .in = last->begun, .out = last->when};
    vec_each(const struct result, result, &results->list) {
        if (result->begun < person->in) person->in = result->begun;
        if (result->when > person->out) person->out = result->when;
        if (!counts(results, result)) continue;
        if (strcmp(result->mode, MODE_BLIND) == 0)
            add_blind(&person->blind, result);
        else
            add_result(score, person, result);
        if (strcmp(result->mode, MODE_OWN) == 0) vec_push(&person->own, result);
    }
    if (person_did_both(person)) {
        add_tally(&score->before, person->before);
        add_tally(&score->after, person->after);
    }
}

/* Who came was there from the first sign of life to the last, with lessons or without. */
static void add_present(struct score *score, const struct whereabouts *where) {
    const char *name = str_text(&where->name), *office = str_text(&where->office);
    int64_t in = where->since ? where->since : where->seen;
    vec_each(struct score_person, person, &score->people) {
        if (strcmp(person->name, name) != 0 || strcmp(person->office, office) != 0) continue;
        if (in < person->in) person->in = in;
        if (where->seen > person->out) person->out = where->seen;
        return;
    }
    vec_push(&score->people,
             (struct score_person){.user = "", .name = name, .office = office, .in = in, .out = where->seen});
}

static void add_to_office(struct score *score, const struct score_person *person) {
    struct score_office *office;
    FIND_OR_ADD(&score->offices, person->office, office);
    office->people++;
    add_tally(&office->all, person->all);
    add_tally(&office->before, person->before);
    add_tally(&office->after, person->after);
}

static int by_missed(const void *left, const void *right) {
    const struct score_rule *a = left, *b = right;
    unsigned p = tally_percent(a->all), q = tally_percent(b->all);
    return p != q ? (p > q) - (p < q) : strcmp(a->name, b->name);
}

static int by_name(const void *left, const void *right) {
    return strcmp(person_name(left), person_name(right));
}

static int by_office(const void *left, const void *right) {
    const struct score_office *a = left, *b = right;
    return strcmp(a->name, b->name);
}

#define SORT(list, order)                                                                                    \
    do {                                                                                                     \
        if ((list)->count) qsort((list)->items, (list)->count, sizeof *(list)->items, order);                \
    } while (0)

void score_make(struct score *score) {
    vec_each(const struct results, results, &score->files)
        add_person(score, results);
    vec_each(const struct whereabouts, where, &score->present)
        add_present(score, where);
    vec_each(struct score_person, person, &score->people) {
        add_to_office(score, person);
        SORT(&person->rules, by_missed);
    }
    SORT(&score->people, by_name);
    SORT(&score->rules, by_missed);
    SORT(&score->offices, by_office);
}

void score_free(struct score *score) {
    vec_each(struct score_person, person, &score->people) {
        vec_free(&person->rules);
        vec_free(&person->own);
    }
    vec_each(struct results, results, &score->files)
        results_free(results);
    vec_each(struct whereabouts, where, &score->present)
        whereabouts_free(where);
    vec_free(&score->present);
    vec_free(&score->people);
    vec_free(&score->rules);
    vec_free(&score->offices);
    vec_free(&score->files);
}
