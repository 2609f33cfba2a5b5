#include "archive/holders.h"

#include "archive/find.h"

#include <stdlib.h>

enum { HOLDERS_SEARCHED = 1000 };

static bool add(struct archive *archive, int64_t id, struct slice sentence, size_t start, size_t end,
                struct holders *holders, struct error *e) {
    struct archive_text text;
    vec_each(const struct holder, known, &holders->list)
        if (known->id == id) return true;
    bool ok = archive_text(archive, id, &text, e);
    if (ok)
        vec_push(&holders->list,
                 (struct holder){
                     id, slice_copy(slice_of(text.title)), slice_copy(slice_of(text.date)),
                     slice_copy(slice_of(text.url)),
                     slice_copy(sentence.len ? sentence : slice_range(str_slice(&text.text), start, end))});
    archive_text_free(&text);
    return ok;
}

static bool find_alike(struct archive *archive, const struct units *units, struct holders *holders,
                       struct error *e) {
    struct all_matches all = {0};
    bool ok = matches_all(archive, units, 0, &all, e);
    vec_each(const struct archive_match, match, &all.list)
        ok = ok && add(archive, match->article, SLICE(""), match->start, match->end, holders, e);
    vec_free(&all.list);
    return ok;
}

static bool find_phrase(struct archive *archive, struct slice sentence, struct holders *holders,
                        struct error *e) {
    const struct find find = {
        .office = SLICE(""), .since = SLICE(""), .until = SLICE(""), .most = HOLDERS_SEARCHED};
    struct find_results results = {0};
    char *phrase = slice_copy(sentence);
    bool ok = find_texts(archive, &find, &phrase, 1, &results, e);
    vec_each(const struct find_result, result, &results.list)
        ok = ok && add(archive, result->id, slice_of(result->snippet), 0, 0, holders, e);
    find_results_free(&results);
    free(phrase);
    return ok;
}

bool holders_find(struct archive *archive, struct slice sentence, struct holders *holders, struct error *e) {
    struct block *block = memory_zero(1, sizeof *block);
    struct units units = {0};
    block->kind = BLOCK_PROSE;
    block->text = sentence;
    analysis_make(&block->analysis, archive_language(archive), sentence);
    units_add_block(&units, block);
    bool ok = units.list.count ? find_alike(archive, &units, holders, e)
                               : find_phrase(archive, sentence, holders, e);
    units_free(&units);
    block_free(block);
    return ok;
}

void holders_free(struct holders *holders) {
    vec_each(struct holder, holder, &holders->list) {
        free(holder->title);
        free(holder->date);
        free(holder->url);
        free(holder->sentence);
    }
    vec_free(&holders->list);
}
