#include "archive/holders.h"

#include "archive/matches.h"

#include <stdlib.h>

enum { HOLDERS_SEARCHED = 1000 };

static bool is_known(const struct find_results *holders, int64_t id) {
    vec_each(const struct find_result, known, &holders->list)
        if (known->id == id) return true;
    return false;
}

static bool add(struct archive *archive, const struct archive_match *match, struct find_results *holders,
                struct error *e) {
    struct archive_text text;
    if (is_known(holders, match->article)) return true;
    bool ok = archive_text(archive, match->article, &text, e);
    if (ok)
        vec_push(&holders->list, (struct find_result){.id = text.id,
                                                      .title = slice_copy(slice_of(text.title)),
                                                      .date = slice_copy(slice_of(text.date)),
                                                      .office = slice_copy(slice_of(text.office_name)),
                                                      .url = slice_copy(slice_of(text.url)),
                                                      .snippet = slice_copy(slice_range(
                                                          str_slice(&text.text), match->start, match->end))});
    archive_text_free(&text);
    return ok;
}

static bool find_alike(struct archive *archive, const struct units *units, struct find_results *holders,
                       struct error *e) {
    struct all_matches all = {0};
    bool ok = matches_all(archive, units, 0, &all, e);
    vec_each(const struct archive_match, match, &all.list)
        ok = ok && add(archive, match, holders, e);
    vec_free(&all.list);
    return ok;
}

static bool find_phrase(struct archive *archive, struct slice sentence, struct find_results *holders,
                        struct error *e) {
    const struct find find = {
        .office = SLICE(""), .since = SLICE(""), .until = SLICE(""), .most = HOLDERS_SEARCHED};
    char *phrase = slice_copy(sentence);
    bool ok = find_texts(archive, &find, &phrase, 1, holders, e);
    free(phrase);
    return ok;
}

bool holders_find(struct archive *archive, struct slice sentence, struct find_results *holders,
                  struct error *e) {
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
