#ifndef SUNTING_DRAFT_FRONT_YAML_LIMITS_H
#define SUNTING_DRAFT_FRONT_YAML_LIMITS_H

#include <stdbool.h>

/*
 * What YAML from anywhere may not have, in front matter and settings alike.
 */
enum {
    YAML_BYTES = 256 << 10,
    YAML_DEPTH = 16 /* mappings and sequences within each other */
};

/* Anchors, aliases and tags can make a small file huge, or say what it is not. */
struct yaml_event_s;
bool yaml_has_reference(const struct yaml_event_s *event);

#endif
