#include "language/lexicon/word_graph.h"

#include "base/map.h"
#include "base/vec.h"

/* Parts of an edge. */
#define EDGE_LAST 0x100u
#define EDGE_ENDS 0x200u /* a word ends after it */
enum { EDGE_SHIFT = 10, EDGE_TARGETS = 1 << (32 - EDGE_SHIFT), DEPTH = 128 };

static uint32_t edge_at(const struct word_graph *graph, size_t at) {
    uint32_t edge;
    memcpy(&edge, graph->edges.data + at * sizeof edge, sizeof edge);
    return edge;
}

/* The edge for this byte among those from at; 0 when there is none. */
static uint32_t find_edge(const struct word_graph *graph, size_t at, unsigned char byte) {
    for (size_t count = graph->edges.len / sizeof(uint32_t); at && at < count; at++) {
        uint32_t edge = edge_at(graph, at);
        if ((edge & 0xff) == byte) return edge;
        if (edge & EDGE_LAST) break;
    }
    return 0;
}

bool word_graph_has(const struct word_graph *graph, struct slice word) {
    if (graph->edges.len < sizeof(uint32_t) || !word.len) return false;
    uint32_t edge = edge_at(graph, 0);
    for (size_t i = 0; i < word.len; i++) {
        edge = find_edge(graph, edge >> EDGE_SHIFT, (unsigned char)word.data[i]);
        if (!edge) return false;
    }
    return edge & EDGE_ENDS;
}

/* The edges of the nodes along the word added last; those of all others are settled. */
struct open_node {
    VEC(uint32_t) edges;
};

struct word_graph_maker {
    VEC(uint32_t) edges;
    struct map settled; /* where equal edges begin, by their bytes */
    struct open_node open[DEPTH + 1];
    struct str last;
};

struct word_graph_maker *word_graph_begin(void) {
    struct word_graph_maker *maker = memory_zero(1, sizeof *maker);
    vec_push(&maker->edges, 0);
    return maker;
}

/* Where the edges of the node stand, added unless the same are there. */
static uint32_t settle(struct word_graph_maker *maker, struct open_node *node) {
    if (!node->edges.count) return 0;
    *vec_last(&node->edges) |= EDGE_LAST;
    struct slice bytes = {(const char *)node->edges.items, node->edges.count * sizeof(uint32_t)};
    uintptr_t *at = map_put(&maker->settled, bytes);
    if (!*at) {
        *at = maker->edges.count;
        vec_each(const uint32_t, edge, &node->edges)
            vec_push(&maker->edges, *edge);
    }
    vec_clear(&node->edges);
    return (uint32_t)*at;
}

/* Settles the nodes deeper than this. */
static void close_to(struct word_graph_maker *maker, size_t depth) {
    for (size_t i = maker->last.len; i > depth; i--)
        *vec_last(&maker->open[i - 1].edges) |= settle(maker, &maker->open[i]) << EDGE_SHIFT;
}

void word_graph_add(struct word_graph_maker *maker, struct slice word) {
    struct slice last = str_slice(&maker->last);
    if (!word.len || word.len > DEPTH || slice_equal(word, last) || maker->edges.count > EDGE_TARGETS - DEPTH)
        return;
    size_t same = 0;
    while (same < word.len && same < last.len && word.data[same] == last.data[same])
        same++;
    close_to(maker, same);
    for (size_t i = same; i < word.len; i++)
        vec_push(&maker->open[i].edges, (unsigned char)word.data[i]);
    *vec_last(&maker->open[word.len - 1].edges) |= EDGE_ENDS;
    str_clear(&maker->last);
    str_append(&maker->last, word);
}

void word_graph_end(struct word_graph_maker *maker, struct str *out) {
    close_to(maker, 0);
    maker->edges.items[0] = settle(maker, &maker->open[0]) << EDGE_SHIFT;
    str_append(out, (struct slice){(const char *)maker->edges.items, maker->edges.count * sizeof(uint32_t)});
    for (size_t i = 0; i <= DEPTH; i++)
        vec_free(&maker->open[i].edges);
    vec_free(&maker->edges);
    map_free(&maker->settled);
    str_free(&maker->last);
    free(maker);
}
