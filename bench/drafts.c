#include "drafts.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>

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

/* Capitalised words that differ in a letter or two, side by side. */
static void make_alike(struct maker *m) {
    while (more(m)) {
        for (unsigned i = 0; i < 8; i++) {
            fputc('X', m->out);
            for (unsigned k = 0; k < 7; k++)
                fputc("aeiour"[below(m, 6)], m -> out);
            fputc(i < 7 ? ' ' : '.', m->out);
        }
        fputs(below(m, 5) ? " " : "\n\n", m->out);
    }
}

static void syllables(struct maker *m, unsigned count, bool capital) {
    for (unsigned i = 0; i < count; i++) {
        char first = "bcdghjklmnprst"[below(m, 14)];
        fprintf(m->out, "%c%c", capital && i == 0 ? toupper(first) : first, "aiueo"[below(m, 5)]);
    }
}

/* Each paragraph quotes somebody else, and then says "dia". */
static void make_persons(struct maker *m) {
    while (more(m)) {
        fputs("\"", m->out);
        capitalised(m, word(m));
        fputs(" itu penting bagi warga,\" kata Kepala Dinas ", m->out);
        syllables(m, 3, true);
        fputc(' ', m->out);
        syllables(m, 3, true);
        fputs(". \"Semua harus siap,\" ujar dia lagi.\n\n", m->out);
    }
}

/* Unknown words that come again and again. */
static void make_terms(struct maker *m) {
    while (more(m)) {
        unsigned seed = m->seed;
        for (unsigned i = 0; i < 4; i++) {
            m->seed = seed;
            fputs("Warga memakai ", m->out);
            syllables(m, 4, false);
            fputs(" itu. ", m->out);
        }
        fputc('\n', m->out);
    }
}

/* Sources that nobody can check, figures without one, opinions without an owner. */
static void make_claims(struct maker *m) {
    while (more(m)) {
        fprintf(m->out, "Sejumlah pihak menilai %s naik %u persen. ", word(m), below(m, 90));
        fprintf(m->out, "Sebanyak %u warga %s dinilai belum siap. ", below(m, 900), word(m));
        fputs(below(m, 3) ? "" : "\n\n", m->out);
    }
}

static void make_short_forms(struct maker *m) {
    while (more(m)) {
        fputs("Badan ", m->out);
        syllables(m, 3, true);
        fprintf(m->out, " (B%c%c) rapat. ", 'A' + (char)below(m, 26), 'A' + (char)below(m, 26));
    }
}

const struct draft_kind draft_kinds[] = {
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
    {"names alike", make_alike, NULL},
    {"persons", make_persons, NULL},
    {"terms", make_terms, NULL},
    {"claims", make_claims, NULL},
    {"short forms", make_short_forms, NULL},
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
    {"open titles", NULL, "[a](b (c "},
    {"open braces", NULL, "[a]({{b "},
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
    {"front matter", NULL, "---\n"},
    {"keys", NULL, "title: a\n"},
    {"headings", NULL, "# "},
    {"ellipses", NULL, "..."},
    {"initials", NULL, "I "},
    {"offices", NULL, "Kepala Dinas "},
    {"unnamed sources", NULL, "enggan disebut namanya "},
    {"hearsay", NULL, "menurut kabar "},
    {"opinions", NULL, "dinilai "},
    {"places", NULL, "di Kota Padang, "},
    {"nonstandard words", NULL, "aktifitas "},
    {"one slip", NULL, "kegaitan "},
};

const size_t draft_kind_count = sizeof draft_kinds / sizeof *draft_kinds;

void draft_make(struct maker *m, const struct draft_kind *kind, FILE *out, size_t size, const char *between) {
    m->size = size;
    m->seed = 1;
    m->out = out;
    if (kind->make)
        kind->make(m);
    else
        while (more(m))
            fprintf(out, "%s%s", kind->piece, between);
}

/* The words that stand in many drafts, by how many. */
void maker_init(struct maker *m) {
    static const char command[] =
        "sort -t '\t' -k2,2nr -k1,1 dictionaries/frequency.tsv | grep -v '^#' | cut -f1 | head -20000";
    FILE *in = popen(command, "r");
    char line[128];
    *m = (struct maker){0};
    while (in && fgets(line, sizeof line, in)) {
        line[strcspn(line, "\n")] = 0;
        vec_push(&m->words, strdup(line));
    }
    if (in) pclose(in);
    if (!m->words.count) exit(2);
}

void maker_free(struct maker *m) {
    for (size_t i = 0; i < m->words.count; i++)
        free(m->words.items[i]);
    vec_free(&m->words);
}
