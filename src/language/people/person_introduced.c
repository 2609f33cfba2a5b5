#include "language/people/name_words.h"
#include "language/people/person.h"

enum { RESEMBLED = 400, FAR = 300 }; /* persons looked at; bytes from a full name to a quotation */

/* Of a name of two words or more, the draft has told in full and long before who it is. */
static bool is_known_by(const struct people *people, struct slice word, size_t at) {
    const uintptr_t *told = map_get(&people->told, word), *chain = map_get(&people->by_word, word);
    if (told && *told <= at + 1) return true;
    size_t k = chain ? *chain : 0;
    for (size_t steps = 0; k && steps < PEOPLE_CHAIN; steps++) {
        const struct person *p = &people->list.items[people->words.items[k - 1].person];
        if (p->introduced_at <= at || (p->words > 1 && p->first_at + FAR < at)) return true;
        k = people->words.items[k - 1].next;
    }
    return false;
}

/* Chadir for Chaidir, Ardi for Ardiwinata: a slip or a short form, no stranger. */
static bool nearly_equal(struct slice word, struct slice name) {
    size_t least = word.len < name.len ? word.len : name.len, most = word.len + name.len - least;
    size_t head = 0, tail = 0;
    while (head < least && (word.data[head] | ' ') == (name.data[head] | ' '))
        head++;
    while (tail < least - head &&
           (word.data[word.len - 1 - tail] | ' ') == (name.data[name.len - 1 - tail] | ' '))
        tail++;
    return least >= PEOPLE_NICKNAME && head > 0 && (head == word.len || head + tail + 1 >= most);
}

static bool resembles_known(const struct people *people, struct slice word, size_t at) {
    for (size_t i = 0; i < people->list.count && i < RESEMBLED; i++) {
        const struct person *p = &people->list.items[i];
        struct slice rest = p->name;
        if (p->introduced_at > at) continue;
        for (struct slice other; (other = name_next_word(&rest)).len;)
            if (nearly_equal(word, other)) return true;
    }
    return false;
}

bool people_introduced(const struct people *people, struct slice name, size_t at) {
    struct str buffer = {0};
    bool introduced = false;
    for (struct slice word; !introduced && (word = name_next_word(&name)).len;) {
        str_clear(&buffer);
        struct slice folded = speech_fold(&buffer, word);
        introduced = is_known_by(people, folded, at) || resembles_known(people, folded, at);
    }
    str_free(&buffer);
    return introduced;
}
