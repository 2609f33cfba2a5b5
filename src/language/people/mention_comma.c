#include "language/people/mention_phrase.h"
#include "language/people/name.h"
#include "language/people/name_place.h"

enum { LONGEST_BRACKET = 12, LONGEST_SECOND = 16 };

static struct phrase_name find_name(const struct reading *r, size_t segment, size_t asked) {
    struct phrase_name n = {.segment = segment, .asked = asked};
    n.end = name_without_degrees(r, segment, asked);
    name_find(r, segment, n.end, &n.name, &n.bare);
    bool places =
        n.bare > segment && (name_only_role(r, n.bare - 1) || reading_is(r, n.bare - 1, SPEECH_AREA) ||
                             reading_token(r, n.bare - 1)->kind == TOKEN_NUMBER);
    if ((places && name_of_place(r, n.bare, n.end)) || name_ends_place(r, segment, n.bare, n.end))
        n.name = n.bare = n.end;
    return n;
}

bool phrase_find_name(struct mention_phrase *p, size_t *end, size_t *name, size_t *bare) {
    bool known = p->found.asked == *end && p->found.segment == p->segment && *end;
    if (!known) p->found = find_name(p->r, p->segment, *end);
    *end = p->found.end;
    *name = p->found.name;
    *bare = p->found.bare;
    return *name < *end;
}

bool phrase_ends_with_name(struct mention_phrase *p, size_t end) {
    size_t name, bare;
    return phrase_find_name(p, &end, &name, &bare);
}

void phrase_take_name(struct mention_phrase *p, size_t end) {
    size_t name, bare;
    if (!phrase_find_name(p, &end, &name, &bare)) return;
    p->m->name_first = name;
    p->m->bare_name = bare;
    p->m->name_end = end;
}

size_t phrase_skip_bracket(const struct mention_phrase *p, size_t i) {
    for (size_t k = i + 1; k < p->limit && k < i + LONGEST_BRACKET; k++)
        if (reading_equal(p->r, k, ")") || reading_equal(p->r, k, "]")) return k + 1;
    return i;
}

/* After the comma at i, the part that is a name: at once, or after parts that only say where: "Camat
 * Neglasari, Kabupaten Tangerang, Ubaidillah". The token after the comma when there is none. */
static size_t named_later(const struct mention_phrase *p, size_t comma, bool named) {
    const struct reading *r = p->r;
    size_t from = comma + 1;
    if (reading_equal(r, from, "sebut") && reading_equal(r, from + 1, "saja")) from += 2; /* no real name */
    if (!named && reading_equal(r, from, "yang") && reading_equal(r, from + 1, "juga")) /* a second office */
        while (from < p->limit && from < comma + LONGEST_SECOND && !reading_equal(r, from++, ","))
            ;
    for (int parts = 0; parts < 4 && from < p->limit; parts++) {
        if (name_alone(p->r, from, p->limit) > from) return from;
        if (reading_is(r, from, SPEECH_DAY) || !reading_capital(r, from)) break;
        if (named && !reading_is(r, from, SPEECH_AREA | SPEECH_PLACE | SPEECH_ORG | SPEECH_WORK)) break;
        while (from < p->limit && reading_capital(r, from))
            from++;
        if (!reading_equal(r, from, ",")) break;
        from++;
    }
    return comma + 1;
}

/* Whether the name after the comma is the person, and what stands before it belongs to the office. */
static bool is_meant(struct mention_phrase *p, size_t comma, size_t next, bool named) {
    const struct reading *r = p->r;
    size_t name, bare;
    phrase_find_name(p, &comma, &name, &bare);
    if (!named || reading_is(r, next, SPEECH_RANK | SPEECH_KIN) || name_of_place(r, bare, comma)) return true;
    const uint32_t person = SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN | SPEECH_ORG | SPEECH_WORK | SPEECH_DEGREE;
    bool village = comma - bare == 1 && bare > p->m->first + 1 && reading_capital(r, bare - 1) &&
                   !reading_is(r, bare - 1, person); /* Desa Suka Maju, Yulia */
    bool headed = bare == name && bare > p->m->first && reading_in(r, bare - 1, CLASS_PLACE_HEAD) &&
                  !reading_known(r, bare) && !reading_is(r, bare, SPEECH_NAME); /* Keuchik Lam Ujong, Yulia */
    if (village || headed || name_may_be_place(r, bare, comma)) return true;
    if (reading_is(r, bare, SPEECH_NAME)) return false;
    if (comma - bare == 1 && !reading_known(r, bare)) return true; /* Camat Matur, Yulia */
    return bare > p->m->first && !reading_is(r, bare - 1, SPEECH_ROLE | SPEECH_PLACE) &&
           (reading_is(r, bare - 1, SPEECH_ORG | SPEECH_WORK | SPEECH_AREA) || comma - bare == 1 ||
            name < bare);
}

bool phrase_passes_comma(struct mention_phrase *p, size_t *i) {
    const struct reading *r = p->r;
    size_t next = *i + 1, after = name_skip_degrees(r, *i, p->limit);
    if (after > *i) {
        if (phrase_ends_with_name(p, *i)) phrase_take_name(p, *i);
        *i = after;
        return p->m->name_end == 0;
    }
    if (next >= p->limit || reading_is(r, next, SPEECH_DAY)) return false;
    bool named = phrase_ends_with_name(p, *i);
    size_t later = named_later(p, *i, named), end = name_alone(p->r, later, p->limit);
    next = later > next ? later : next;
    bool office = reading_is(r, p->m->first, SPEECH_ROLE | SPEECH_ORG) || p->small_head ||
                  reading_in(r, p->m->first, CLASS_SOMEBODY) || (end > next && name_gives_age(r, end));
    if (end > next && office && is_meant(p, *i, next, named)) {
        p->segment = next;
        phrase_take_name(p, end);
        *i = end;
        if (name_gives_age(r, end)) {
            *i = phrase_skip_bracket(p, end);
            p->m->described = true;
        }
        return false;
    }
    if (named) {
        phrase_take_name(p, *i);
        if (reading_is(r, next, SPEECH_ROLE | SPEECH_ORG) || reading_in(r, next, CLASS_SOMEBODY) ||
            reading_equal(r, next, "yang"))
            p->m->described = true;
        return false;
    }
    if (!office) return false;
    bool joined = reading_equal(r, next, "dan") && reading_capital(r, next + 1);
    if (!joined && !reading_capital(r, next)) return false;
    if (reading_is(r, next, SPEECH_CIRCUMSTANCE | SPEECH_FUNCTION) && !joined) return false;
    p->segment = next;
    (*i)++;
    return true;
}
