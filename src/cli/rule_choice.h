#ifndef SUNTING_CLI_RULE_CHOICE_H
#define SUNTING_CLI_RULE_CHOICE_H

#include "check/rule_set.h"
#include "cli/messages.h"
#include "cli/option.h"

/* --only and --except, for every command that runs rules. */
struct rule_choice {
    const char *only, *except; /* NULL: not given */
};

#define OPTION_ONLY(place)                                                                                   \
    {                                                                                                        \
        .kind = OPTION_TEXT, .name = "only", .at = (place) + offsetof(struct rule_choice, only),             \
        .argument = MESSAGE_ARGUMENT_RULES, .help = MESSAGE_HELP_ONLY                                        \
    }
#define OPTION_EXCEPT(place)                                                                                 \
    {                                                                                                        \
        .kind = OPTION_TEXT, .name = "except", .at = (place) + offsetof(struct rule_choice, except),         \
        .argument = MESSAGE_ARGUMENT_RULES, .help = MESSAGE_HELP_EXCEPT                                      \
    }

/* Over what the settings say. False with a sentence in e for a rule that does not exist. */
bool rule_choice_apply(const struct rule_choice *choice, struct rule_set *rules, struct error *e);
/* The same sentence, before any draft is read. */
bool rule_choice_is_good(struct rule_book *book, const struct rule_choice *choice, struct error *e);

#endif
