/*
 * Trains the trees of spelling.context on a text, or tries them on another.
 *
 *     train SLIPS DICTIONARIES TEXT [DICTIONARIES TEXT]... > ranking.tsv
 *     train --try DICTIONARIES TEXT
 *
 * DICTIONARIES is a folder of dictionaries whose counts (see count.c) were made without TEXT; TEXT has a
 * paragraph a line and an empty line between two drafts; several such pairs train on several parts of a text.
 * SLIPS lists places of TEXT that are real slips of their writers, as --try prints them; "-": none. --try
 * plants slips as well: it prints how many are found at each score, and every place of TEXT as it is that is
 * believed to be a slip.
 */
#include "boost.h"

#include "base/file.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { SETS = 1, ROUNDS = 300, TEXT_LIMIT = 1 << 30, PLANT_ONE_OF = 3, SCORES = 12, TRIED_ONE_OF = 10 };

static void read_known(struct slice rest, struct map *known) {
    while (rest.len) {
        struct slice line = slice_cut(&rest, '\n');
        slice_cut(&line, '\t'); /* the score */
        if (line.len) *map_put(known, line) = true;
    }
}

static long thousandths(double value) {
    return lround(value * 1000);
}

static void write_forest(const struct grown *forest, size_t count) {
    printf(
        "# Decision trees that tell which word was meant, trained by tools/context on planted slips.\n"
        "# Source: trained for this project on CLICK-ID (Indonesian news of 2019; CC BY 4.0).\n"
        "# tree, seven questions level by level (feature of ranking_features.def, from 0, and the threshold), what the eight "
        "leaves say;\n# all but the features in thousandths\n");
    for (size_t i = 0; i < count; i++) {
        printf("%03zu\t", i);
        for (size_t k = 0; k < SPLITS; k++)
            printf("%d %ld ", forest[i].features[k],
                   forest[i].thresholds[k] >= FLT_MAX ? 999999999L
                                                      : thousandths((double)forest[i].thresholds[k]));
        for (size_t k = 0; k < LEAVES; k++)
            printf("%ld%s", thousandths(forest[i].leaves[k]), k + 1 < LEAVES ? " " : "\n");
    }
}

/* The best score of the samples of each place. */
struct best {
    double score;
    const struct sample *sample;
};

static double score_of(struct language *language, const struct sample *sample) {
    struct ranked ranked = {0};
    memcpy(ranked.features, sample->features, sizeof ranked.features);
    return ranking_score(language, &ranked);
}

static struct best *find_best(struct language *language, const struct samples *samples) {
    struct best *best = memory_zero(samples->places.count + 1, sizeof *best);
    vec_each(const struct sample, sample, &samples->items) {
        double score = score_of(language, sample);
        struct best *at = &best[sample->place];
        if (!at->sample || score > at->score) *at = (struct best){score, sample};
    }
    return best;
}

static void print_alarms(const struct samples *samples, const struct best *best, double cut) {
    for (size_t i = 0; i < samples->places.count; i++) {
        const struct place_read *place = &samples->places.items[i];
        if (best[i].sample && !place->meant && best[i].score >= cut)
            printf("%.2f\t%s %s %s\n", best[i].score, place->word, best[i].sample->rival, place->text);
    }
}

static void print_shares(const struct samples *samples, const struct best *best) {
    for (int cut = -SCORES / 2; cut < SCORES / 2; cut++) {
        size_t found = 0, alarms = 0, wrong = 0;
        for (size_t i = 0; i < samples->places.count; i++) {
            if (!best[i].sample || best[i].score < cut) continue;
            alarms += !samples->places.items[i].meant;
            found += best[i].sample->right;
            wrong += samples->places.items[i].meant && !best[i].sample->right;
        }
        printf("# from %d: %zu of %zu planted slips found, %zu told wrongly, %zu alarms in %zu words\n", cut,
               found, samples->planted, wrong, alarms, samples->words);
    }
}

static void try(struct language *language, const struct samples *samples) {
    struct best *best = find_best(language, samples);
    print_shares(samples, best);
    print_alarms(samples, best, -1);
    free(best);
}

/* Adds the samples of one text. */
static void add_text(struct samples *samples, const char *dictionaries, const char *path, unsigned one_of,
                     const struct map *known) {
    struct error e = {0};
    struct str text = {0};
    struct language *language = language_new(dictionaries, LANG_EN);
    if (!file_read(path, TEXT_LIMIT, &text, &e)) {
        fprintf(stderr, "%s\n", str_text(&e.text));
        exit(2);
    }
    samples_read(samples, language, str_slice(&text), one_of, known);
    fprintf(stderr, "%zu words, %zu planted, %zu samples of %zu places\n", samples->words, samples->planted,
            samples->items.count, samples->places.count);
    if (one_of == TRIED_ONE_OF) try(language, samples);
    str_free(&text);
    language_free(language);
}

static void train(struct samples *samples) {
    struct grown *forest = memory_zero(SETS * ROUNDS, sizeof *forest);
    boost(samples, SETS, ROUNDS, forest);
    write_forest(forest, SETS * ROUNDS);
    free(forest);
}

int main(int argc, char **argv) {
    struct error e = {0};
    struct str slips = {0};
    struct map known = {0};
    struct samples samples = {0};
    if (argc < 4 || argc % 2) {
        fprintf(stderr, "usage: train SLIPS DICTIONARIES TEXT... | train --try DICTIONARIES TEXT\n");
        return 2;
    }
    bool tries = strcmp(argv[1], "--try") == 0;
    if (!tries && strcmp(argv[1], "-") != 0 && !file_read(argv[1], TEXT_LIMIT, &slips, &e)) {
        fprintf(stderr, "%s\n", str_text(&e.text));
        return 2;
    }
    read_known(str_slice(&slips), &known);
    for (int i = 2; i + 1 < argc; i += 2)
        add_text(&samples, argv[i], argv[i + 1], tries ? TRIED_ONE_OF : PLANT_ONE_OF, &known);
    if (!tries) train(&samples);
    samples_free(&samples);
    map_free(&known);
    str_free(&slips);
    error_free(&e);
    return 0;
}
