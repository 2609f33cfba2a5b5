/* language/morphology: right analyses of formed words, and words that no rule forms. The roots are a list of
 * the test's own, so that the rules are tested and not the dictionaries. */
#include "language/spelling/morphology.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const char *const roots[] = {
    "sapu",    "pukul",  "tulis",     "kirim",   "cat",    "bom",       "ajar",     "kerja",    "rapat",
    "data",    "guna",   "hadir",     "ubah",    "lapor",  "sampai",    "buku",     "maaf",     "sembunyi",
    "tari",    "tolong", "luas",      "panen",   "asn",    "phk",       "daya",     "laku",     "tahu",
    "samping", "kuat",   "baik",      "juang",   "bangun", "prioritas", "kelompok", "formal",   "khusus",
    "syukur",  "nyanyi", "fasilitas", "vaksin",  "ikut",   "bersih",    "kritik",   "transfer", "hasil",
    "terus",   "lanjut", "camat",     "menteri", "desa",   "lembaga",   "beri",     "tindak",   "serta",
};

static unsigned weigh(void *by, struct slice word) {
    (void)by;
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
        if (slice_equal_text(word, roots[i])) return 10;
    return 0;
}

static bool is_word(void *by, struct slice word) {
    return weigh(by, word) != 0;
}

static bool is_compound(void *by, struct slice word) {
    (void)by;
    return slice_equal_text(word, "tindaklanjut") || slice_equal_text(word, "ikutserta");
}

static const struct morphology morphology = {weigh, is_word, is_compound, NULL};

static const struct {
    const char *word, *analysis;
} formed[] = {
    {"menyapu", "meN- + sapu"},
    {"memukul", "meN- + pukul"},
    {"menulis", "meN- + tulis"},
    {"mengirimkan", "meN- + kirim + -kan"},
    {"mengecat", "meN- + cat"},
    {"pengeboman", "peN- + bom + -an"},
    {"mengubah", "meN- + ubah"},
    {"melapor", "meN- + lapor"},
    {"memprioritaskan", "meN- + prioritas + -kan"},
    {"mengkritik", "meN- + kritik"},
    {"mentransfer", "meN- + transfer"},
    {"mensyukuri", "meN- + syukur + -i"},
    {"menyanyi", "meN- + nyanyi"},
    {"memfasilitasi", "meN- + fasilitas + -i"},
    {"pemvaksinan", "peN- + vaksin + -an"},
    {"mengkhususkan", "meN- + khusus + -kan"},
    {"belajar", "ber- + ajar"},
    {"bekerja", "ber- + kerja"},
    {"berapat", "ber- + rapat"},
    {"berguna", "ber- + guna"},
    {"pelajaran", "per- + ajar + -an"},
    {"kehadirannya", "ke- + hadir + -an + -nya"},
    {"memperkuat", "meN- + per- + kuat"},
    {"diperbaiki", "di- + per- + baik + -i"},
    {"pemberdayaan", "peN- + ber- + daya + -an"},
    {"diberlakukan", "di- + ber- + laku + -kan"},
    {"pengetahuan", "peN- + ke- + tahu + -an"},
    {"mengesampingkan", "meN- + ke- + samping + -kan"},
    {"seperjuangan", "se- + per- + juang + -an"},
    {"datanyalah", "data + -nya + -lah"},
    {"asn-nya", "asn + -nya"},
    {"di-phk", "di- + phk"},
    {"di-phk-kan", "di- + phk + -kan"},
    {"kukirimkan", "ku- + kirim + -kan"},
    {"antarkelompok", "antar- + kelompok"},
    {"pascapanen", "pasca- + panen"},
    {"nonformal", "non- + formal"},
    {"buku-buku", "buku (x2)"},
    {"buku-bukunya", "buku (x2) + -nya"},
    {"bermaaf-maafan", "ber- + maaf (x2) + -an"},
    {"disembunyi-sembunyikan", "di- + sembunyi (x2) + -kan"},
    {"menari-nari", "meN- + tari (x2)"},
    {"seluas-luasnya", "se- + luas (x2) + -nya"},
    {"tolong-menolong", "meN- + tolong (x2)"},
    {"berkelanjutan", "ber- + ke- + lanjut + -an"},
    {"menindaklanjuti", "meN- + tindaklanjut + -i"},
    {"keikutsertaannya", "ke- + ikutserta + -an + -nya"},
    {"lelakuan", "laku (x2) + -an"},
};

static void words_are_taken_apart(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof formed / sizeof *formed; i++) {
        struct word_form form;
        bool found = morphology_analyse(&morphology, slice_of(formed[i].word), &form);
        if (!found) fail_msg("%s: no analysis", formed[i].word);
        struct str text = {0};
        word_form_describe(&form, &text);
        assert_string_equal(str_text(&text), formed[i].analysis);
        str_free(&text);
    }
}

static void what_no_rule_forms_is_refused(void **state) {
    (void)state;
    static const char *const words[] = {
        "mensapu",        "mepukul",       "menkirim",      "mengtulis",  "berkerja",
        "berajar",        "berrapat",      "mengcat",       "pemukulkan", "dilaporan",
        "menkritik",      "kehadir",       "keluaskan",     "",           "a",
        "buku-buka",      "sapu--sapu",    "-nya",          "nya",        "mennyanyi",
        "memfasilitas-i", "diperbaikan",   "menghadirkn",   "kekuat",     "menyapukann",
        "antar",          "mengikutserta", "tindaklanjuti", "lelaku",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct word_form form;
        if (morphology_analyse(&morphology, slice_of(words[i]), &form))
            fail_msg("%s was taken apart", words[i]);
    }
}

static void a_form_is_written_with_another_root(void **state) {
    (void)state;
    static const struct {
        const char *word, *root, *written;
    } cases[] = {{"menyapu", "pukul", "memukul"},
                 {"mengirimkan", "tulis", "menuliskan"},
                 {"kehadirannya", "kuat", "kekuatannya"},
                 {"antarkelompok", "lembaga", "antarlembaga"},
                 {"memperkuat", "luas", "memperluas"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct word_form form;
        struct str written = {0};
        assert_true(morphology_analyse(&morphology, slice_of(cases[i].word), &form));
        word_form_write(&form, slice_of(cases[i].root), &written);
        assert_string_equal(str_text(&written), cases[i].written);
        str_free(&written);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_taken_apart),
        cmocka_unit_test(what_no_rule_forms_is_refused),
        cmocka_unit_test(a_form_is_written_with_another_root),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
