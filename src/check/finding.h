#ifndef SUNTING_CHECK_FINDING_H
#define SUNTING_CHECK_FINDING_H

#include "base/message.h"
#include "base/vec.h"
#include "text/text.h"

enum severity { SEVERITY_HINT, SEVERITY_WARNING, SEVERITY_ERROR };

enum rule_id {
#define RULE(id, name, severity, letter, on, sure, rank, check) RULE_##id,
#include "check/rules.def"
#undef RULE
    RULE_BUILTIN,    /* after them come those of rule files and of a house style: rule_book.h */
    RULE_COUNT = 256 /* how many there may be */
};

/* Another place that a finding speaks of: the first copy of a repeated sentence. */
struct related {
    size_t start, end; /* as the finding's own */
    char *message;     /* owned; may be NULL */
};

/* A text of the archive that says the same, and where. All owned; "" when unknown. */
struct archived {
    int64_t id;
    size_t start, end;                 /* bytes of the sentence in the text as the archive keeps it */
    char *title, *date, *office, *url; /* date: YYYY-MM-DD */
    char *message;                     /* what differs */
    double score;                      /* 0 to 1 */
    VEC(char *) here, there;           /* numbers, dates: what stands here, and there in their place */
};

/* Something an editor should look at. Positions are bytes: from the start of the block while a check of one
 * block makes it, from the start of the file everywhere else. Owns what it points to. */
struct rule;
struct finding {
    enum rule_id rule;
    const struct rule *loaded; /* of a rule from RULE_BUILTIN on; else NULL; owned by the rule book */
    enum severity severity;    /* as the settings say; set by the checker */
    size_t start, end;
    bool yielded; /* to a finding of a higher rank at its place (check/conflict.h) */
    char *message;
    VEC(char *) suggestions; /* replacements for start..end, most likely first, at most six */
    VEC(struct related) related;
    VEC(struct archived) archived; /* of rules that look into the archive */
};

struct findings {
    VEC(struct finding) list;
};

/* Appends a finding without a message; the address is valid until the next one is added. */
struct finding *finding_add(struct findings *out, enum rule_id rule, size_t start, size_t end);
/* Sets the message: finding_say(finding, lang, NAME, arguments...). */
#define finding_say(finding_, lang, name, ...)                                                               \
    do {                                                                                                     \
        struct finding *said_of_ = (finding_);                                                               \
        struct str said_ = {0};                                                                              \
        message(&said_, lang, name, ##__VA_ARGS__);                                                          \
        free(said_of_->message);                                                                             \
        said_of_->message = str_steal(&said_);                                                               \
    } while (0)
/* Copies the suggestion; ignores more than six and repetitions. */
void finding_suggest(struct finding *finding, struct slice suggestion);
struct related *finding_relate(struct finding *finding, size_t start, size_t end);
struct archived *finding_archive(struct finding *finding, int64_t id);
void finding_free(struct finding *finding);
/* Moves all places, the related ones too, by this many bytes; backwards by unsigned wrap-around. */
void findings_move(struct findings *findings, size_t by);
/* The same for those from number `first` on. */
void findings_move_from(struct findings *findings, size_t first, size_t by);
void findings_free(struct findings *findings);
/* The order of the places: by start, the longer first, then by rule. Below, at, or above 0 like strcmp(). */
int finding_order(const struct finding *a, const struct finding *b);
void findings_sort(struct findings *findings);
/* Whether an edit changes the words of the finding. */
bool finding_touched(const struct finding *finding, const struct edit *edit);

#endif
