#ifndef SUNTING_CONFIG_YAML_VALUES_H
#define SUNTING_CONFIG_YAML_VALUES_H

#include "base/message.h"
#include "draft/front/yaml_limits.h"

/*
 * A YAML document as a flat list of its values, each with the keys that lead to it:
 *
 *     except: [style, typography]      except: style     except: typography
 *     severity: {spelling: hint}       severity, spelling: hint
 *
 * Read through libyaml's event interface. Settings come with drafts from anywhere, so there are limits
 * (draft/front/yaml_limits.h), and no key is repeated; reading stops at the first violation.
 */
struct yaml_value {
    struct slice keys[YAML_DEPTH]; /* from the top; a list adds none */
    size_t depth;                  /* how many */
    struct slice text;             /* empty for a value that is not there */
    bool plain;                    /* written without quotation marks */
    size_t line;                   /* from 1 */
    size_t mappings[YAML_DEPTH];   /* number of the mapping of each key: another one in each item of a list */
};

/* Calls visit for each value until it is false. False with a sentence in e, which names the line, when the
 * bytes are no YAML or break a limit (then e is set by the reader), or when visit was false (by visit). name
 * is that of the file, for e. */
bool yaml_values(struct slice yaml, const char *name,
                 bool (*visit)(void *self, const struct yaml_value *value), void *self, struct error *e);

#endif
