/* spelling.unknown: what it says nothing about, although no dictionary has the words. */
#include "spelling.h"

#define RUN(cases) bench_cases(*state, RULE_SPELLING_UNKNOWN, cases, sizeof cases / sizeof *cases)

static void passages_in_another_language(void **state) {
    static const struct spelling_case cases[] = {
        {"Hadir pramuka siaga, penggalang, dan penegak.", NULL, NULL},
        {"\"Sabilulungan urang ngawangun lembur pikeun kahirupan leuwih hade,\" ujar camat.", NULL, NULL},
        {"Camat berpesan, \"Sapa sing tumandang bakal pikoleh kabecikan.\"", NULL, NULL},
        {"Camat berpesan, \"Warga yang bkerja sama akan berhasil.\"", "bkerja", NULL},
        {"\"Kami akan membngun jalan dan jembatan di desa,\" ujar camat.", "membngun", "membangun"},
        {"Sing sapa ngrusak alas bakal ngundhuh wohing pakarti.", NULL, NULL},
        {"Awak lah lamo manunggu, indak ado nan manolong.", NULL, NULL},
        {"\"Awak lah lamo manunggu, indak ado nan manolong,\" ujarnya.", NULL, NULL},
    };
    RUN(cases);
}

/* Hardly a word without a slip is haste, and no other language. */
static void sentences_typed_in_haste(void **state) {
    struct str wrong = {0}, right = {0};
    assert_int_equal(bench_check(*state, "Kegiatn trsebut dilaksnakan olh pegwai kntor.",
                                 RULE_SPELLING_UNKNOWN, &wrong, &right),
                     5); /* olh is too short to be sure */
    assert_int_equal(bench_check(*state, "Para pserta lmoba dtaang dengn glembira.", RULE_SPELLING_UNKNOWN,
                                 &wrong, &right),
                     5);
    str_free(&wrong);
    str_free(&right);
}

static void names_of_things_in_an_enumeration(void **state) {
    static const struct spelling_case cases[] = {
        {"Warga menyajikan gulai, xulembai, perkedel, rujopak, dan nasi.", NULL, NULL},
        {"Hadir camat, lurah, pengrus karang taruna, dan tokoh masyarkat setempat itu.", "pengrus", NULL},
        {"Petugas memeriksa truk, saranapengangkut, gudang, dan kantorperusahaan.", "saranapengangkut",
         "sarana pengangkut"},
        {"Camat pulang, sedangakan warga menunggu.", "sedangakan", "sedangkan"}, /* no "sedang akan" */
        {"Warga Dusun Nerangan dan Kampung Turingan hadir.", NULL, NULL},
    };
    struct str wrong = {0}, right = {0};
    assert_int_equal(bench_check(*state, cases[1].text, RULE_SPELLING_UNKNOWN, &wrong, &right), 2);
    assert_int_equal(bench_check(*state, cases[2].text, RULE_SPELLING_UNKNOWN, &wrong, &right), 2);
    str_free(&wrong);
    str_free(&right);
    bench_cases(*state, RULE_SPELLING_UNKNOWN, cases, 1);
    bench_cases(*state, RULE_SPELLING_UNKNOWN, &cases[3], 1);
    static const struct spelling_case alone[] = {
        {"Warga menyajikan gulai, perkedel, xulembai, dan nasi.", "xulembai", NULL},
    };
    bench_cases(*state, RULE_SPELLING_TERM, alone, 1);
}

static void a_term_that_the_draft_has_again_and_again(void **state) {
    static const struct spelling_case cases[] = {
        {"Warga membuat xulembai. Harga xulembai naik.\n\nKini xulembai dijual daring.", NULL, NULL},
    };
    RUN(cases);
    struct str wrong = {0}, right = {0};
    const char *slip = "Warga membuat kegitan.\n\nHarga kegitan naik.\n\nKini kegitan dijual daring.";
    assert_int_equal(bench_check(*state, slip, RULE_SPELLING_UNKNOWN, &wrong, &right), 3);
    assert_int_equal(bench_check(*state, "Warga membuat xulembai. Harga xulembai naik.", RULE_SPELLING_TERM,
                                 &wrong, &right),
                     2);
    str_free(&wrong);
    str_free(&right);
}

static void a_short_form_that_the_draft_explains(void **state) {
    static const struct spelling_case cases[] = {
        {"Warga ikut gerakan tertib kampung (gertikam). Minggu depan gertikam lagi.", NULL, NULL},
        {"Warga ikut gertikam (gerakan tertib kampung).", NULL, NULL},
        {"Warga ikut kerja bakti besar (kegitan).", "kegitan", NULL},
    };
    RUN(cases);
    static const struct spelling_case other[] = {{"Warga ikut gertikam (lomba tahunan).", "gertikam", NULL}};
    bench_cases(*state, RULE_SPELLING_TERM, other, 1);
}

/* What no common word is like, or what something speaks for, is a term: a hint. */
static void what_may_be_a_term(void **state) {
    static const struct spelling_case cases[] =
        {
            {"Santri belajar bersama seorang musyrif di asrama.", "musyrif", NULL},
            {"Malam itu mereka khusyuk dalam qiyamul bersama.", "qiyamul", NULL},
            {"Petugas memakai perintah chmod di peladen.", "chmod", NULL},
            {"Kelas itu melatih metakognitif siswa.", "metakognitif", NULL},
            {"Keripik itu terkenal renyahnya di kota.", "renyahnya", NULL},
            {"Hubungi telp. 123 atau tlp. 456 di loket.", NULL, NULL},
        },
                                      sure[] = {
                                          {"Rapat itu membahas kegitan desa.", "kegitan", "kegiatan"},
                                          {"Pengurus menyusun jadwal dan melaksakan rapat.", "melaksakan",
                                           NULL},
                                      };
    bench_cases(*state, RULE_SPELLING_TERM, cases, sizeof cases / sizeof *cases);
    RUN(sure);
}

/* Nobody misspells Indonesian in another script. */
static void other_scripts(void **state) {
    static const struct spelling_case cases[] = {
        {"Lomba itu bertajuk 국회의원상 dan 日本語 serta سلام untuk pelajar.", NULL, NULL},
    };
    RUN(cases);
    bench_cases(*state, RULE_SPELLING_TERM, cases, 1);
}

/* Orders, in lists of steps. */
/* Letters of another script that look like ours, as they come from other programs, or to deceive. */
static void letters_that_look_alike(void **state) {
    static const struct spelling_case cases[] = {
        {"Kegiatan itu dibuka саmat setempat.", "саmat", "camat"},
        {"Kegiatan itu dibuka Саmat Sukamaju.", "Саmat", "Camat"},
        {"Kegiatan itu dibuka Москва dan мир.", NULL, NULL},
    };
    RUN(cases);
}

static void orders(void **state) {
    static const struct spelling_case cases[] = {
        {"Sambungkan kabel itu, lalu hubungkan ponsel dan perbesar gambar.", NULL, NULL},
        {"Warga itu lakukkan kerja bakti.", "lakukkan", NULL},
    };
    RUN(cases);
}

static void the_stem_of_a_common_verb(void **state) {
    static const struct spelling_case cases[] = {
        {"Berkas itu sudah kami lengkapi dan jalan sudah kami lewati.", NULL, NULL},
    };
    RUN(cases);
}

/* KBBI has it: in most of the lists, or in all where a common word is one slip away (tunas, tugas). */
static void words_of_the_dictionary(void **state) {
    static const struct spelling_case cases[] = {
        {"Arahkan jarum itu setepat mungkin ke utara.", NULL, NULL},
        {"Camat menjaga nilai keberadaban warga.", NULL, NULL},
        {"Ibu membuat es kolang - kaling untuk warga.", NULL, NULL},
        {"Aksesi lembaga itu dan aksesi lama.", NULL, NULL},
        {"Kurasi karya itu menghasilkan tunas baru.", NULL, NULL},
        {"Warga sait dibawa ke rumah warga.", "sait", NULL},
        {"Warga menunggu pelaksaan kegiatan itu.", "pelaksaan", NULL},
        {"Camat kagum akan kepiawaianya menari.", "kepiawaianya", "kepiawaiannya"},
        {"Sebanyak 44 orang dinyatak lulus tes.", "dinyatak", "dinyatakan"},
        {"REST adalah **T**ransfer data, dan ia mulai belanja dengan aplik...", NULL, NULL},
    };
    RUN(cases);
}

/* A word with a capital looks like a name, unless the words beside it ask for another. */
static void capitals_hide_no_misspelling(void **state) {
    static const struct spelling_case cases[] = {
        {"Ia bekerja di Komisi Pemilhan Umum daerah.", "Pemilhan", "Pemilihan"},
        {"Rapat digelar Dinas Kesehatna Kabupaten.", "Kesehatna", "Kesehatan"},
        {"---\ntitle: Peringatan Hari Kemerdekan Republik Indonesia\n---\n\nIsi.\n", "Kemerdekan",
         "Kemerdekaan"},
        {"Rapat dihadiri Bapak Sutarnoto dan Ibu Kusmarini.", NULL, NULL},
        {"\"Kami siap,\" ujar Diahayu di Balai Desa Sembilango.", NULL, NULL},
        {"Rapat membahas penilaian Publik Insklusif daerah.", "Insklusif", "Inklusif"},
        {"Warga menggelar lomba Trradisional.", "Trradisional", "Tradisional"},
        {"Rapat digelar bersama Kasaruddin dan Merdian.", NULL, NULL},
    };
    RUN(cases);
}

/* An ending lost, or one too many; what is often written has its -nya. */
static void endings(void **state) {
    static const struct spelling_case cases[] = {
        {"Rapat itu membahas jalanya organisasi.", "jalanya", "jalannya"},
        {"Ia menghapus komanya dan melihat gejalanya.", NULL, NULL},
        {"Kepala desa menyampaikan permohon maaf kepada warga.", "permohon", "permohonan"},
        {"Bantuan itu diserah kepada warga.", "diserah", "diserahkan"},
        {"Camat menekankankan kebersihan.", "menekankankan", "menekankan"},
        {"Program itu mempercepatkan pembangunan.", "mempercepatkan", NULL},
        {"Petani mengolah sawahnya.", NULL, NULL},
        {"Ia memakankan obat itu.", NULL, NULL},
    };
    bench_cases(*state, RULE_SPELLING_UNKNOWN, cases, sizeof cases / sizeof *cases);
}

/* PENYELENGARAAN: a line in capitals hides nothing, but a short form is a name. */
static void lines_in_capitals(void **state) {
    static const struct spelling_case cases[] = {
        {"CAMAT MEMBUKA PENYELENGARAAN LOMBA", "PENYELENGARAAN", "PENYELENGGARAAN"},
        {"LURAH MEMBUKA VAKSINASSI DESA", "VAKSINASSI", "VAKSINASI"},
        {"CAMAT MENERIMA DISPERKIMTAN DESA", NULL, NULL},
        {"Camat menerima PENYELENGARAAN itu.", NULL, NULL}, /* alone it may be a short form */
        {"Upacara digelar pada 17 Agstus 2026 di alun-alun.", "Agstus", "Agustus"},
        {"Rapat digelar Snin (7/12/2026) di balai.", "Snin", "Senin"},
        {"Rapat digelar Kmis, 3 Desember 2026, di balai.", "Kmis", "Kamis"},
        {"Acara pada 4 Jui 2026 itu ramai.", NULL, NULL}, /* Juni, Juli */
        {"Warga bernama Kmis, 3 anaknya, dan 17 Agstus.", NULL, NULL},
        {"Penyelenggarannya dilakukan hari ini.", "Penyelenggarannya", "Penyelenggaraannya"},
    };
    RUN(cases);
}

/* Offices have words of which the news of one year had few articles. */
static void words_of_offices(void **state) {
    static const struct spelling_case cases[] = {
        {"Dinas menata draianase kota.", "draianase", "drainase"},
        {"Camat menyusun rakapitulasi suara.", "rakapitulasi", "rekapitulasi"},
    };
    RUN(cases);
}

/* Two words that often stand together were written as one. */
static void pairs_as_one_word(void **state) {
    static const struct spelling_case cases[] = {
        {"Warga menunggu di jalanraya itu.", "jalanraya", "jalan raya"},
        {"Desa itu punya dayatarik baru.", "dayatarik", "daya tarik"},
    };
    RUN(cases);
}

static void neighbours_by_chance(void **state) {
    static const struct spelling_case cases[] = {
        {"Warga menjual golok bertapang di pasar, juga kain jarek.", NULL,
         NULL}, /* jarak is one letter away */
        {"Para guru madin hadir di aula.", NULL, NULL},
        {"Peserta mengikuti qiyamul lail di masjid.", NULL, NULL}, /* lain is one letter away */
        {"Kantornya di Jalan Melati no 63 Pisangan, Ciputat.", NULL, NULL},
        {"Mereka mengikuti Daurah As\u0101siyyah di kampus.", NULL, NULL},
        {"Kata lurah, warga Kabubaten Tangerang hadir.", "Kabubaten", "Kabupaten"},
        {"Kegiatan itu khusunya bagi warga.", "khusunya", "khususnya"},
        {"Lurah menyebut tangal dan jam kegiatan.", "tangal", "tanggal"}, /* a letter was lost */
        {"Lurah seoerti biasa hadir.", "seoerti", "seperti"},             /* common enough */
    };
    static const struct spelling_case hints[] = {
        {"Para guru madin hadir di aula.", "madin", NULL},
        {"Warga numpang mobil dinas.", "numpang", NULL},
        {"Majalah yang dilanggan perpustakaan tiba.", "dilanggan", NULL},
    };
    RUN(cases);
    bench_cases(*state, RULE_SPELLING_TERM, hints, sizeof hints / sizeof *hints);
}

static void pieces(void **state) {
    static const struct spelling_case cases[] = {
        {"Petugas mengangkut sampah dari kelu - rahan itu.", NULL, NULL},
        {"Acara itu memakai tagar Desa#budayadesakitaa.", NULL, NULL},
        {"Hadir camat dan lurah\u20AC\u0153mengambil foto.", NULL, NULL},
    };
    RUN(cases);
}

static void signs_inside_words(void **state) {
    static const struct spelling_case cases[] = {
        {"K\uFEFFegiatan ini dihadiri k\uFEFFepala dusun.", NULL, NULL},
        {"Kader yang ber&shy;prestasi hadir bersama Ma&rsquo;ruf.", NULL, NULL},
        {"M\uFEFFemperingti hari jadi desa, warga bersyukur.", "M\uFEFFemperingti", "Memperingati"},
    };
    RUN(cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passages_in_another_language),
        cmocka_unit_test(sentences_typed_in_haste),
        cmocka_unit_test(names_of_things_in_an_enumeration),
        cmocka_unit_test(a_term_that_the_draft_has_again_and_again),
        cmocka_unit_test(a_short_form_that_the_draft_explains),
        cmocka_unit_test(what_may_be_a_term),
        cmocka_unit_test(other_scripts),
        cmocka_unit_test(letters_that_look_alike),
        cmocka_unit_test(orders),
        cmocka_unit_test(the_stem_of_a_common_verb),
        cmocka_unit_test(words_of_the_dictionary),
        cmocka_unit_test(capitals_hide_no_misspelling),
        cmocka_unit_test(endings),
        cmocka_unit_test(lines_in_capitals),
        cmocka_unit_test(words_of_offices),
        cmocka_unit_test(pairs_as_one_word),
        cmocka_unit_test(neighbours_by_chance),
        cmocka_unit_test(pieces),
        cmocka_unit_test(signs_inside_words),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
