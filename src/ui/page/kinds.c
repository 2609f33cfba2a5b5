#include "ui/page/kinds.h"

#include "check/rule.h"
#include "ui/page/messages.h"

const struct kind kinds[KINDS] = {
    {'G', STYLE_DUPLICATE, MESSAGE_KIND_G},  {'S', STYLE_SOURCE, MESSAGE_KIND_S},
    {'E', STYLE_SPELLING, MESSAGE_KIND_E},   {'F', STYLE_FACT, MESSAGE_KIND_F},
    {'T', STYLE_TYPOGRAPHY, MESSAGE_KIND_T}, {'Y', STYLE_MANNER, MESSAGE_KIND_Y},
    {'A', STYLE_ARCHIVE, MESSAGE_KIND_A},    {'M', STYLE_METADATA, MESSAGE_KIND_M},
};

const struct kind *kind_of(const struct finding *finding) {
    char letter = finding_rule(finding)->letter;
    size_t i = 0;
    while (i < KINDS - 1 && kinds[i].letter != letter)
        i++;
    return &kinds[i];
}
