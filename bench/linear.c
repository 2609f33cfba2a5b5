/*
 * Does the cost of a check grow with the size of the draft, and no faster? For each kind of draft: the same
 * text at one size and at ten times that, checked by the real program; prints processor time, ratio and peak
 * memory as a table in Markdown, and ends with status 1 when a ratio is above RATIO_MOST. What starting costs
 * (an empty draft) is taken off both times.
 *
 *     linear RULES SIZE [--prose|KIND...]     RULES: as for --only, or "all"; SIZE: bytes of the smaller
 * draft
 */
#include "base/memory.h"
#include "base/vec.h"

#include <ctype.h>
#include <fcntl.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    TIMES = 10,
    RATIO_MOST = 12,
    ROUNDS = 3,
    FREQUENT = 100 /* documents that make a word a frequent one */
};
static const double TOO_SHORT = 0.05; /* seconds: below, the clock says nothing about a ratio */

/* What a draft is made of. */
struct maker {
    FILE *out;
    size_t size; /* bytes wanted */
    unsigned seed;
    VEC(char *) words; /* the commonest first, as far as the dictionary says */
};

static unsigned below(struct maker *m, unsigned n) {
    m->seed = m->seed * 1103515245u + 12345u;
    return (unsigned)(((unsigned long long)(m->seed >> 8) * n) >> 24);
}

static bool more(const struct maker *m) {
    return (size_t)ftell(m->out) < m->size;
}

/* A word by Zipf's law. */
static const char *word(struct maker *m) {
    double share = below(m, 1u << 20) / (double)(1u << 20);
    return m->words.items[(size_t)pow((double)m->words.count, share) - 1];
}

static void capitalised(struct maker *m, const char *w) {
    fputc(toupper((unsigned char)*w), m->out);
    fputs(w + 1, m->out);
}

static void words(struct maker *m, unsigned count) {
    for (unsigned i = 0; i < count; i++)
        fprintf(m->out, "%s%s", i ? " " : "", word(m));
}

static void sentence(struct maker *m, unsigned count) {
    capitalised(m, word(m));
    fputc(' ', m->out);
    words(m, count);
    fputs(". ", m->out);
}

static const char *const names[] = {"Ratna Widuri", "Bagus Hartono", "Siti Maesaroh", "Yohanes Tandi",
                                    "Nur Aisyah",   "I Made Suarta", "Tigor Manalu",  "Dewi Anggraini"};
static const char *const days[] = {"Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"};

static const char *name(struct maker *m) {
    return names[below(m, sizeof names / sizeof *names)];
}

static void make_articles(struct maker *m) {
    while (more(m)) {
        for (unsigned i = 0; i < 3; i++)
            sentence(m, 8 + below(m, 12));
        fputs("\n\n\"", m->out);
        capitalised(m, word(m));
        fputc(' ', m->out);
        words(m, 8 + below(m, 8));
        fprintf(m->out, ",\" kata %s, %s (%u/%u/2024).\n\n", name(m), days[below(m, 7)], below(m, 28) + 1,
                below(m, 12) + 1);
    }
}

static void make_different(struct maker *m) {
    while (more(m)) {
        for (unsigned i = 0; i < 4; i++)
            sentence(m, 8 + below(m, 12));
        fputs("\n\n", m->out);
    }
}

/* Sentences that differ in a name, a number, a day, a word. */
static void make_templates(struct maker *m) {
    static const char *const templates[] = {
        "Kecamatan %s menerima %u paket bantuan pangan pada hari %s untuk dibagikan kepada warga %s. ",
        "Sebanyak %2$u peserta dari %4$s mengikuti pelatihan menulis siaran pers yang dibuka %1$s, %3$s. ",
        "%s menyerahkan %u sertifikat tanah kepada warga pada hari %s di balai desa dekat %s. ",
        "Jalan penghubung %s sepanjang %u meter diperbaiki mulai hari %s setelah rusak karena %s. ",
        "Pada hari %3$s, %1$s meninjau %2$u rumah yang rusak ringan dan berjanji memperbaiki %4$s. ",
        "Panen raya di %s menghasilkan %u ton gabah sejak hari %s, kata petugas dinas %s. "};
    while (more(m)) {
        for (unsigned i = 0; i < 4; i++) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
            fprintf(m->out, templates[below(m, sizeof templates / sizeof *templates)], name(m),
                    below(m, 5000), days[below(m, 7)], word(m));
#pragma GCC diagnostic pop
        }
        fputs("\n\n", m->out);
    }
}

static void make_repeated(struct maker *m) {
    while (more(m))
        fputs("Warga desa menerima bibit padi dari dinas pertanian kabupaten pada awal musim hujan. \n\n",
              m->out);
}

static void make_long(struct maker *m) {
    while (more(m)) {
        sentence(m, 250);
        fputs("\n\n", m->out);
    }
}

static void make_endless(struct maker *m) {
    while (more(m)) {
        words(m, 1);
        fputc(' ', m->out);
    }
}

static void make_one_word(struct maker *m) {
    while (more(m)) {
        capitalised(m, word(m));
        fputs(". ", m->out);
    }
}

static void make_lines(struct maker *m) {
    while (more(m)) {
        capitalised(m, word(m));
        fputs(".\n", m->out);
    }
}

/* Words that no dictionary has, each but once. */
static void make_unknown(struct maker *m) {
    while (more(m)) {
        for (unsigned i = 0; i < 12; i++) {
            for (unsigned k = 2 + below(m, 3); k; k--)
                fprintf(m->out, "%c%c", "bcdghjklmnprst"[below(m, 14)], "aiueo"[below(m, 5)]);
            fputc(' ', m->out);
        }
        fputs("warga.\n", m->out);
    }
}

static void make_names(struct maker *m) {
    while (more(m)) {
        for (unsigned i = 0; i < 12; i++) {
            capitalised(m, word(m));
            fputc(' ', m->out);
        }
        fputs("datang.\n", m->out);
    }
}

static void make_dates(struct maker *m) {
    while (more(m))
        fprintf(m->out, "Rapat %s (%u/%u/2024) dan %u persen. ", days[below(m, 7)], below(m, 28) + 1,
                below(m, 12) + 1, below(m, 100));
}

static void make_quotations(struct maker *m) {
    while (more(m)) {
        fputc('"', m->out);
        words(m, 6);
        fprintf(m->out, ",\" kata %s.\n\n\"", name(m));
        words(m, 6);
        fputs(".\"\n\n", m->out);
    }
}

static void make_directives(struct maker *m) {
    while (more(m)) {
        fputs("<!-- sunting: ignore spelling: contoh -->\n", m->out);
        sentence(m, 6);
        fputs("\n<!-- sunting: off typography --> aktifitas <!-- sunting: on -->\n", m->out);
    }
}

static const struct kind {
    const char *name;
    void (*make)(struct maker *m); /* NULL: piece again and again */
    const char *piece;
} kinds[] = {
    {"articles", make_articles, NULL},
    {"different sentences", make_different, NULL},
    {"templates", make_templates, NULL},
    {"one sentence repeated", make_repeated, NULL},
    {"long sentences", make_long, NULL},
    {"no full stop", make_endless, NULL},
    {"one-word sentences", make_one_word, NULL},
    {"one-word lines", make_lines, NULL},
    {"unknown words", make_unknown, NULL},
    {"capital words", make_names, NULL},
    {"dates and figures", make_dates, NULL},
    {"quotations", make_quotations, NULL},
    {"directives", make_directives, NULL},
    {"empty lines", NULL, "\n"},
    {"spaces", NULL, " "},
    {"one word", NULL, "a"},
    {"one number", NULL, "1"},
    {"full stops", NULL, "."},
    {"dashes", NULL, "-"},
    {"straight marks", NULL, "\""},
    {"straight marks apart", NULL, "\" "},
    {"marks around words", NULL, "\"a\" "},
    {"open curly marks", NULL, "“a "},
    {"curly marks, lines", NULL, "“a\n"},
    {"apostrophes", NULL, "'a "},
    {"open brackets", NULL, "("},
    {"open brackets, words", NULL, "(a "},
    {"closed brackets", NULL, ") "},
    {"square brackets", NULL, "[a]("},
    {"stars", NULL, "*a "},
    {"backquotes", NULL, "`a "},
    {"fences", NULL, "```\n"},
    {"open comments", NULL, "<!-- "},
    {"open comments, lines", NULL, "<!--\n"},
    {"comments", NULL, "<!-- a -->"},
    {"tags", NULL, "<a "},
    {"addresses", NULL, "https://a.id/b@c "},
    {"list", NULL, "- butir pertama\n"},
    {"table", NULL, "| a | b |\n"},
    {"combining marks", NULL, "\xcc\x81"},
    {"joined emoji", NULL, "👩‍"},
    {"bytes that are no UTF-8", NULL, "kata \xff "},
    {"quotations in one paragraph", NULL, "\"Satu dua tiga empat lima.\" "},
    {"closing marks", NULL, "kata” "},
    {"paragraphs opened again", NULL, "“Warga siap membantu, kata dia.\n\n"},
    {"off without on", NULL, "<!-- sunting: off spelling -->\n\naktifitas di kantor\n\n"},
    {"ignore without paragraph", NULL, "<!-- sunting: ignore spelling -->\n\n"},
    {"same word", NULL, "di di "},
    {"abbreviations", NULL, "Dr. "},
    {"cues", NULL, "kata dia, "},
    {"wrapped lines", NULL, "baris yang pendek saja\n"},
};

static void make(struct maker *m, const struct kind *kind, const char *path, size_t size) {
    m->size = size;
    m->seed = 1;
    m->out = fopen(path, "we");
    if (!m->out) exit(2);
    if (kind && kind->make)
        kind->make(m);
    else
        while (kind && more(m))
            fputs(kind->piece, m->out);
    fclose(m->out);
}

struct cost {
    double seconds;
    long kilobytes;
};

static struct cost check(const char *rules, char *path) {
    pid_t child = fork();
    if (child == 0) {
        int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(nothing, STDOUT_FILENO);
        char only[256];
        snprintf(only, sizeof only, "--only=%s", rules);
        bool all = strcmp(rules, "all") == 0;
        execl(SUNTING_PROGRAM, "sunting", "check", "--format=json", path, all ? NULL : only, NULL);
        _exit(2);
    }
    int status;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) > 1) {
        fprintf(stderr, "linear: %s could not be checked\n", path);
        exit(2);
    }
    return (struct cost){(double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                             (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6,
                         usage.ru_maxrss};
}

/* The mean of several runs. */
static struct cost mean(int runs, const char *rules, char *path) {
    struct cost sum = {0};
    for (int i = 0; i < runs; i++) {
        struct cost one = check(rules, path);
        sum.seconds += one.seconds / runs;
        if (one.kilobytes > sum.kilobytes) sum.kilobytes = one.kilobytes;
    }
    return sum;
}

struct pair {
    struct cost small, large;
};

/* As many small drafts as make a large one, then the large one, several times: so what else the machine does
 * slows both alike. */
static struct pair compare(const char *rules, char *small, char *large) {
    struct pair sum = {0};
    for (int i = 0; i < ROUNDS; i++) {
        sum.small.seconds += mean(TIMES, rules, small).seconds / ROUNDS;
        struct cost one = check(rules, large);
        sum.large.seconds += one.seconds / ROUNDS;
        sum.large.kilobytes = one.kilobytes;
    }
    return sum;
}

static char *temporary(void) {
    char path[] = "/tmp/sunting-linear-XXXXXX.txt";
    int fd = mkostemps(path, 4, O_CLOEXEC);
    if (fd < 0) exit(2);
    close(fd);
    return strdup(path);
}

/* The words that stand in many drafts, by how many. */
static void read_words(struct maker *m) {
    static const char command[] =
        "sort -t '\t' -k2,2nr -k1,1 dictionaries/frequency.tsv | grep -v '^#' | cut -f1 | head -20000";
    FILE *in = popen(command, "r");
    char line[128];
    while (in && fgets(line, sizeof line, in)) {
        line[strcspn(line, "\n")] = 0;
        vec_push(&m->words, strdup(line));
    }
    if (in) pclose(in);
    if (!m->words.count) exit(2);
}

static bool chosen(const struct kind *kind, int count, char **wanted) {
    for (int i = 0; i < count; i++)
        if (strcmp(kind->name, wanted[i]) == 0 || (kind->make && strcmp(wanted[i], "--prose") == 0))
            return true;
    return count == 0;
}

int main(int argc, char **argv) {
    if (argc < 3) return 2;
    struct maker m = {0};
    char *rules = argv[1], *small = temporary(), *large = temporary();
    size_t size = strtoul(argv[2], NULL, 10);
    int worst = 0;
    read_words(&m);
    make(&m, NULL, small, 0);
    double start = mean(TIMES, rules, small).seconds;
    printf("| %s | %zu KB, s | %zu KB, s | ratio | peak, MiB |\n|---|---|---|---|---|\n", rules, size / 1000,
           size * TIMES / 1000);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!chosen(&kinds[i], argc - 3, argv + 3)) continue;
        make(&m, &kinds[i], small, size);
        make(&m, &kinds[i], large, size * TIMES);
        struct pair cost = compare(rules, small, large);
        double less = cost.small.seconds - start, more = cost.large.seconds - start;
        double ratio = more / (less > TOO_SHORT ? less : TOO_SHORT);
        bool told = less > TOO_SHORT || ratio > RATIO_MOST;
        printf("| %s | %.2f | %.2f |", kinds[i].name, less, more);
        printf(told ? " %.1f |" : " - |", ratio);
        printf(" %ld |\n", cost.large.kilobytes / 1024);
        fflush(stdout);
        worst |= ratio > RATIO_MOST;
    }
    unlink(small);
    unlink(large);
    free(small);
    free(large);
    for
        vec_each(char *, w, &m.words) free(*w);
    vec_free(&m.words);
    return worst;
}
