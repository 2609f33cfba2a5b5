/* check/vale: rules of styles of Vale become rules here, or are refused with a sentence. */
#include "base/str.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static char *folder;

static int enter(void **state) {
    (void)state;
    struct str command = {0};
    folder = folder_make();
    str_printf(&command, "mkdir -p %s/gaya/Kantor", folder);
    assert_int_equal(system(str_text(&command)), 0);
    file_make(folder, ".sunting.yaml", SLICE("only: [vale]\nvale: [gaya/Kantor]\n"));
    str_free(&command);
    return 0;
}

static int leave(void **state) {
    (void)state;
    folder_remove(folder);
    return 0;
}

/* With this rule alone the draft has these findings, "WORDS: MESSAGE" each in a line; or it is refused so. */
static void expect(const char *rule, const char *draft, const char *words, size_t count) {
    struct str arguments = {0}, out = {0};
    char path[256];
    snprintf(path, sizeof path, "%s/gaya/Kantor", folder);
    file_make(path, "Uji.yml", slice_of(rule));
    file_make(folder, "a.md", slice_of(draft));
    str_printf(&arguments, "check --lang id -f gnu %s/a.md", folder);
    program_run(str_text(&arguments), NULL, &out);
    size_t lines = 0;
    struct str said = {0};
    program_complains(str_text(&arguments), &said);
    for (struct slice rest = str_slice(&out); rest.len;)
        lines += slice_find(slice_cut(&rest, '\n'), SLICE("a.md:"), 0) != SIZE_MAX;
    str_append(&out, str_slice(&said));
    str_free(&said);
    if (lines != count || !strstr(str_text(&out), words)) print_error("%s\n%s\n", rule, str_text(&out));
    assert_int_equal(lines, count);
    assert_non_null(strstr(str_text(&out), words));
    str_free(&arguments);
    str_free(&out);
}

static void rules_find_what_vale_would(void **state) {
    (void)state;
    static const char swap[] =
        "extends: substitution\nmessage: \"Pakai '%s', bukan '%s'.\"\nlevel: error\nignorecase: true\n"
        "swap:\n  '(?:bpk|bapak) wali kota': wali kota\n  \\bemail\\b: surel\n";
    expect(swap, "Kata Bapak Wali Kota kemarin.\n",
           "error: Pakai 'Wali Kota', bukan 'Bapak Wali Kota'. [vale.kantor.uji]", 1);
    expect(swap, "Kirim email itu, lalu wali kota datang.\n", "Pakai 'surel', bukan 'email'.", 1);
    static const char words[] = "extends: existence\nmessage: \"'%s' klise.\"\nignorecase: true\ntokens:\n"
                                "  - bak (?:kacang|jamur)( di musim hujan)?\nexceptions: [bak jamur tiram]\n";
    expect(words, "Tumbuh bak jamur di musim hujan. Ada bak jamur tiram.\n",
           "warning: 'bak jamur di musim hujan' klise.", 1);
    static const char exact[] = "extends: existence\nmessage: x\ntokens: [ASN muda]\n";
    expect(exact, "Ada ASN muda, asn muda, dan ASN Muda.\n", "a.md:1:5:", 1);
    static const char most[] =
        "extends: occurrence\nmessage: panjang\nscope: sentence\nlevel: error\nmax: 4\ntoken: '\\b(\\w+)\\b'\n";
    expect(most, "Satu dua tiga empat. Satu dua tiga empat lima.\n", "panjang", 1);
}

static void repeated_words_are_found(void **state) {
    (void)state;
    static const char rule[] = "extends: repetition\nmessage: \"'%s' dua kali.\"\nlevel: error\n"
                               "ignorecase: true\nalpha: true\ntokens: ['[^\\s]+']\n";
    expect(rule, "Warga Warga dari desa itu hadir. Pukul 10 10 rapat usai.\n", "'Warga Warga' dua kali.", 1);
    expect(rule, "# Rapat rapat\n\nIa datang dari\ndari desa.\n", "a.md:3:11", 2);
    static const char thrice[] = "extends: repetition\nmessage: x\nmax: 1\ntokens: ['[^\\s]+']\n";
    expect(thrice, "Ia ia ia datang datang. Ya ya ya ya.\n", "a.md:1:28", 1);
}

static void one_draft_keeps_to_one_way(void **state) {
    (void)state;
    static const char rule[] = "extends: consistency\nmessage: \"'%s' ditulis lain di atas.\"\nlevel: error\n"
                               "ignorecase: true\neither:\n  salat: shalat\n  surat elektronik: email\n";
    expect(rule, "Salat Jumat.\n\nUsai shalat, ia menulis email. Salat lagi.\n\nAda email.\n",
           "'shalat' ditulis lain di atas.", 1);
    expect(rule, "Lewat email.\n\nAda surat elektronik, email, lalu surat elektronik.\n", "a.md:3:5", 2);
}

static void short_forms_are_defined_first(void **state) {
    (void)state;
    static const char rule[] = "extends: conditional\nmessage: \"'%s' belum dijelaskan.\"\nlevel: error\n"
                               "first: '\\b([A-Z]{3,5})\\b'\n"
                               "second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions: [KTP]\n";
    expect(
        rule,
        "Ia dari BPBD. Ada KTP, PT, dan BPJSKES.\n\nBadan Penanggulangan Bencana (BPBD) hadir.\n\nLalu BPBD pulang.\n",
        "a.md:1:9: error: 'BPBD' belum dijelaskan.", 1);
}

static void headings_are_written_in_one_way(void **state) {
    (void)state;
    static const char sentence[] = "extends: capitalization\nmessage: \"'%s' salah.\"\nlevel: error\n"
                                   "scope: heading\nmatch: $sentence\nexceptions: [Jambi]\n";
    expect(sentence,
           "# Warga Desa Itu Hadir\n\n## Warga BPBD di Jambi hadir\n\n## warga hadir\n\nDi Sini Tidak.\n",
           "a.md:5:4", 2);
    static const char title[] =
        "extends: capitalization\nmessage: x\nscope: heading.h2\nmatch: $title\nthreshold: 1\n";
    expect(title, "# Warga desa\n\n## Warga dan Camat di Kota\n\n## Warga dan camat\n", "a.md:5:4", 1);
    static const char lower[] = "extends: capitalization\nmessage: x\nscope: heading\nmatch: $lower\n";
    expect(lower, "# warga desa\n\n# warga desa di kota yang Lain\n", "a.md:3:3", 1);
}

static void what_cannot_be_read_is_said(void **state) {
    (void)state;
    static const struct {
        const char *rule, *words;
    } rows[] = {{"extends: metric\nmessage: x\nformula: a\n", "extends: metric"},
                {"extends: consistency\nmessage: x\n", "\"either\""},
                {"extends: conditional\nmessage: x\nfirst: a\nsecond: b\n", "\"b\""},
                {"extends: conditional\nmessage: x\nfirst: a\n", "\"first, second\""},
                {"extends: capitalization\nmessage: x\nscope: heading\nmatch: '^[A-Z]'\n", "\"^[A-Z]\""},
                {"extends: capitalization\nmessage: x\nscope: text\nmatch: $title\n", "\"text\""},
                {"extends: existence\nmessage: x\ntokens: ['[A-Z]+an']\n", "\"[A-Z]+an\""},
                {"extends: existence\nmessage: x\nignorecase: true\ntokens: ['[A-Z]+']\n", "\"[A-Z]+\""},
                {"extends: existence\nmessage: x\ntokens: ['[a-z]{3}']\n", "\"[a-z]{3}\""},
                {"extends: existence\nmessage: x\ntokens: ['analis(a|is)']\n", "\"analis(a|is)\""},
                {"extends: existence\nmessage: x\ntokens: ['(?=x)']\n", "\"(?=x)\""},
                {"extends: existence\nmessage: x\nscope: heading\ntokens: [a]\n", "\"heading\""},
                {"extends: existence\nmessage: x\nraw: ['a']\n", "\"raw\""},
                {"extends: existence\nmessage: x\n", "\"tokens\""},
                {"extends: [", "Uji.yml"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect(rows[i].rule, "a\n", rows[i].words, 0);
}

static void folders_outside_are_refused(void **state) {
    (void)state;
    struct str arguments = {0}, out = {0};
    static const char *const names[] = {"/etc", "../gaya", "tidakada"};
    for (size_t i = 0; i < 3; i++) {
        char yaml[64];
        snprintf(yaml, sizeof yaml, "vale: [%s]\n", names[i]);
        file_make(folder, ".sunting.yaml", slice_of(yaml));
        str_clear(&arguments);
        str_printf(&arguments, "check %s/a.md", folder);
        assert_int_equal(program_complains(str_text(&arguments), &out), 2);
        assert_non_null(strstr(str_text(&out), names[i]));
    }
    str_free(&arguments);
    str_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_find_what_vale_would),      cmocka_unit_test(repeated_words_are_found),
        cmocka_unit_test(one_draft_keeps_to_one_way),      cmocka_unit_test(short_forms_are_defined_first),
        cmocka_unit_test(headings_are_written_in_one_way), cmocka_unit_test(what_cannot_be_read_is_said),
        cmocka_unit_test(folders_outside_are_refused)};
    setenv("LC_ALL", "C", 1);
    return cmocka_run_group_tests(tests, enter, leave);
}
