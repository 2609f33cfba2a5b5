#include "check/pattern/code.h"

struct compiler {
    const struct nodes *nodes;
    struct steps *steps;
    size_t from; /* where the pattern begins */
};

static bool emit(struct compiler *c, uint32_t index);

static uint32_t place(const struct compiler *c) {
    return (uint32_t)c->steps->list.count;
}

static bool step(struct compiler *c, enum step_kind kind, uint32_t value) {
    if (place(c) - c->from >= PATTERN_STEPS) return false;
    vec_push(&c->steps->list, (struct step){.kind = kind, .value = value});
    return true;
}

static bool emit_children(struct compiler *c, uint32_t child) {
    for (; child; child = c->nodes->list.items[child - 1].next)
        if (!emit(c, child - 1)) return false;
    return true;
}

/* split first, other: first; jump end; other: ...; end: */
static bool emit_either(struct compiler *c, uint32_t child) {
    const struct node *node = &c->nodes->list.items[child - 1];
    if (!node->next) return emit(c, child - 1);
    uint32_t split = place(c);
    if (!step(c, STEP_SPLIT, 0) || !emit(c, child - 1)) return false;
    uint32_t jump = place(c);
    if (!step(c, STEP_JUMP, 0)) return false;
    c->steps->list.items[split].other = place(c);
    if (!emit_either(c, node->next)) return false;
    c->steps->list.items[jump].other = place(c);
    return true;
}

/* The child so many times as it must be there; then each further time is a choice. */
static bool emit_repeat(struct compiler *c, const struct node *node) {
    uint32_t last = place(c);
    for (uint32_t i = 0; i < node->least; i++) {
        last = place(c);
        if (!emit(c, node->child - 1)) return false;
    }
    if (node->most == REPEAT_ALWAYS && node->least) { /* back to the last time */
        uint32_t split = place(c);
        if (!step(c, STEP_SPLIT, 0) || !step(c, STEP_JUMP, 0)) return false;
        c->steps->list.items[split].other = place(c);
        c->steps->list.items[split + 1].other = last;
        return true;
    }
    uint32_t times = node->most == REPEAT_ALWAYS ? 1 : node->most - node->least, first = place(c);
    for (uint32_t i = 0; i < times; i++)
        if (!step(c, STEP_SPLIT, UINT32_MAX) || !emit(c, node->child - 1)) return false;
    if (node->most == REPEAT_ALWAYS) {
        if (!step(c, STEP_JUMP, 0)) return false;
        c->steps->list.items[place(c) - 1].other = first;
    }
    for (uint32_t i = first; i < place(c); i++) /* each of these splits leaves the repetition */
        if (c->steps->list.items[i].kind == STEP_SPLIT && c->steps->list.items[i].value == UINT32_MAX) {
            c->steps->list.items[i].other = place(c);
            c->steps->list.items[i].value = 0;
        }
    return true;
}

static bool emit(struct compiler *c, uint32_t index) {
    const struct node *node = &c->nodes->list.items[index];
    switch (node->kind) {
    case NODE_ATOM:
        return step(c, STEP_ATOM, node->value);
    case NODE_SEQUENCE:
        return emit_children(c, node->child);
    case NODE_EITHER:
        return emit_either(c, node->child);
    case NODE_REPEAT:
        return emit_repeat(c, node);
    case NODE_GROUP:
        return step(c, STEP_SAVE, node->value * 2) && emit(c, node->child - 1) &&
               step(c, STEP_SAVE, node->value * 2 + 1);
    }
    return false;
}

bool pattern_compile(const struct nodes *nodes, uint32_t root, uint32_t pattern, struct steps *steps) {
    struct compiler compiler = {.nodes = nodes, .steps = steps, .from = steps->list.count};
    if (emit(&compiler, root) && step(&compiler, STEP_FOUND, pattern)) return true;
    steps->list.count = compiler.from;
    return false;
}
