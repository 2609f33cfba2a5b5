#include "check/checker.h"
#include "check/rules/metadata_date.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void test_dates(void **state) {
    (void)state;
    static const struct {
        const char *value;
        enum date_form form;
        const char *iso;
    } cases[] = {
        {"2024-12-13", DATE_GOOD, ""},
        {"2024-02-29", DATE_GOOD, ""},
        {"2024-12-13T10:30:00+07:00", DATE_GOOD, ""},
        {"2024-12-13T10:30:00.123Z", DATE_GOOD, ""},
        {"2024-12-13 10:30", DATE_GOOD, ""},
        {"2024-12-13 10:30:00 +0700", DATE_GOOD, ""},
        {"2024-12-13 10:30 WIB", DATE_GOOD, ""},
        {"2024-02-30", DATE_NEVER, ""},
        {"2023-02-29", DATE_NEVER, ""},
        {"1900-02-29", DATE_NEVER, ""},
        {"2024-13-01", DATE_NEVER, ""},
        {"2024-00-10", DATE_NEVER, ""},
        {"2024-12-13T25:00:00Z", DATE_NEVER, ""},
        {"31 April 2024", DATE_NEVER, ""},
        {"2024-1-5", DATE_WORDED, "2024-01-05"},
        {"2024/12/13", DATE_WORDED, "2024-12-13"},
        {"13 Desember 2024", DATE_WORDED, "2024-12-13"},
        {"Jumat, 13 Desember 2024", DATE_WORDED, "2024-12-13"},
        {"13/12/2024", DATE_WORDED, "2024-12-13"},
        {"1-2-2024", DATE_WORDED, "2024-02-01"},
        {"besok", DATE_NONE, ""},
        {"2024", DATE_NONE, ""},
        {"2024-12", DATE_NONE, ""},
        {"2024-12-13x", DATE_NONE, ""},
        {"13 Desembur 2024", DATE_NONE, ""},
        {"99999999999", DATE_NONE, ""},
        {"1734060600", DATE_GOOD, "2024-12-13"}, /* Unix time */
        {"0734060600", DATE_NONE, ""},
        {"173406060", DATE_NONE, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char iso[11];
        enum date_form form = date_recognise(slice_of(cases[i].value), iso);
        if (form != cases[i].form || strcmp(iso, cases[i].iso) != 0)
            fail_msg("%s: form %d <%s>", cases[i].value, form, iso);
    }
}

/* Names of the metadata rules that find something, in order, and the bytes they mark. */
static void describe(struct checker *checker, const struct text *text, struct str *out) {
    checker_run(checker, 0, NULL, NULL);
    const struct findings *findings = checker_findings(checker);
    for (size_t i = 0; i < findings->list.count; i++) {
        const struct finding *finding = &findings->list.items[i];
        const char *name = rule_get(finding->rule)->name;
        if (strncmp(name, "metadata.", 9) != 0) continue;
        str_printf(out, "%s<", name + 9);
        text_copy(text, finding->start, finding->end, out);
        str_append_text(out, ">");
    }
}

static struct checker *checker_for(struct language *language) {
    bool enabled[RULE_COUNT] = {0};
    rules_select(NULL, enabled, SLICE("metadata"), true, NULL);
    return checker_new(language, LANG_EN, enabled);
}

static void test_findings(void **state) {
    (void)state;
    static const struct {
        const char *text, *found;
    } cases[] = {
        {"Warga ikut latihan.\n", ""},
        {"", ""},
        {"---\n\nWarga ikut latihan.\n", ""},
        {"---\ntitle: A\ndate: 2024-12-13\nstatus: draf\n---\nIsi.\n", ""},
        {"---\ntitle: A\ndate: 2024-12-13 # ya\n---\nIsi.\n", ""},
        {"---\ntitle: A\ndate: 2024-12-13\nstatus:\n---\n", ""},
        {"---\nauthor: A\n---\n", "date<--->title<--->"},
        {"---\ntitle: \"\"\ndate:\n---\n", "title<\"\">date<date:>"},
        {"---\ntitle: \"  \"\ndate: ~\n---\n", "title<\"  \">date<~>"},
        {"---\ntitle: [A]\ndate: 2024-02-30\n---\n", "title<[A]>date<2024-02-30>"},
        {"---\ntitle: A\npublished: true\npost_date: 2017-03-25 13:26:21\n---\n", ""},
        {"---\ntitle: A\npublished: besok\n---\n", "date<besok>"},
        {"---\ntitle: A\ndate: 2024-12-13\nstatus: published\n---\nIsi.\n", ""},
        {"---\ntitle: A\ndate: 2024-12-13\nstatus: Siap\n---\nIsi.\n", "status<Siap>"},
        /* What a site calls them: its own keys are read as it reads them. */
        {"---\njudul: A\ntanggal: 2024-12-13\n---\n", ""},
        {"---\njudul:\ntanggal: 2024-12-13\n---\n", "title<judul:>"},
        {"---\ntitle: A\npostDate: '01-07-2024'\n---\n", ""},
        {"---\ntitle: A\ntgl_terbit: 2024-13-40\n---\n", "date<2024-13-40>"},
        {"---\ntitle: A\npubDate: 2024-8-14\n---\n", ""},
        {"---\ntitle: A\ndate: 2024-8-14\n---\n", "date<2024-8-14>"},
        {"---\ntitle: A\nupdated: 2024-08-14\n---\n", "date<--->"},
        {"---\ntitle: A\ndateline: Jakarta\n---\n", "date<--->"},
        {"---\ntitle: A\ndate: 2024-12-13\nlastmod: kemarin\nstatus: selesai\n---\n",
         "date<kemarin>status<selesai>"},
        {"---\ntitle: A: B\ndate: 2024-12-13\n---\n", "unreadable<title: A: B>"},
        {"---\ntitle: A\n\nIsi.\n", "unreadable<--->"},
        {"---\ntitle: A\ntitle: B\n---\n", "unreadable<title: B>"},
        {"---\ntitle: A\ndate: 2024-12-13\nembargo: 2099-01-02\n---\n", "embargo<2099-01-02>"},
        {"---\ntitle: A\ndate: 2024-12-13\nstatus: terbit\nembargo: 2 Januari 2099\n---\n",
         "embargo<2 Januari 2099>"},
        {"---\ntitle: A\ndate: 2024-12-13\nstatus: draf\nembargo: 2099-01-02 10:00\n---\n", ""},
        {"---\ntitle: A\ndate: 2024-12-13\nembargo: 2024-12-14\n---\n", ""},
        {"---\ntitle: A\ndate: 2024-12-13\nstatus: draf\nembargo: besok pagi\n---\n", "embargo<besok pagi>"},
        /* Misplaced: what stands before it is to go. */
        {"\n \n---\ntitle: A\ndate: 2024-12-13\n---\n\nIsi.\n", "unreadable<\n \n>"},
        {" ---\ntitle: A\n---\nIsi.\n", "date< --->unreadable< >"},
        {"title: A\ndate: 2024-12-13\n---\nIsi.\n", "unreadable<title: A>"},
        {"---\ntitle: A\ndate: 2024-12-13\n...\nIsi.\n", ""},
        /* What an alias or a merged mapping says is not known. */
        {"---\na: &x {title: A}\n<<: *x\n---\nIsi.\n", ""},
        {"---\na: &x A\ntitle: *x\ndate: *x\nstatus: *x\n---\nIsi.\n", ""},
        {"+++\ntitle = 1\n+++\nIsi.\n", ""},
        {"+++\ntitle = 1\n\nIsi.\n", "unreadable<+++>"},
        {"{\"title\": 1}\nIsi.\n", ""},
    };
    struct language *language = language_new("dictionaries", LANG_EN);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slice source = slice_of(cases[i].text);
        struct text *text = text_with(source);
        struct checker *checker = checker_for(language);
        struct str found = {0};
        checker_attach(checker, text);
        describe(checker, text, &found);
        assert_string_equal(str_text(&found), cases[i].found);
        str_free(&found);
        checker_free(checker);
        text_free(text);
    }
    language_free(language);
}

/* What is found in a file by its path. */
struct site_file {
    const char *path, *found;
};

static void expect_by_path(struct slice source, const struct site_file *files, size_t count) {
    struct language *language = language_new("dictionaries", LANG_EN);
    for (size_t i = 0; i < count; i++) {
        struct text *text = text_with(source);
        struct checker *checker = checker_for(language);
        struct str found = {0};
        checker_name(checker, files[i].path);
        checker_attach(checker, text);
        describe(checker, text, &found);
        if (strcmp(str_text(&found), files[i].found) != 0) print_error("%s\n", files[i].path);
        assert_string_equal(str_text(&found), files[i].found);
        str_free(&found);
        checker_free(checker);
        text_free(text);
    }
    language_free(language);
}

/* Pages of a site are no news: they need no date. */
static void test_pages_need_no_date(void **state) {
    (void)state;
    static const struct site_file files[] = {
        {"berita/rapat.md", "date<--->"},
        {"situs/_posts/rapat.md", "date<--->"},
        {"situs/_berita/rapat.md", "date<--->"},
        {"content/berita/rapat.md", "date<--->"},
        {"situs/_majors/tkj.md", ""},
        {"situs/content/tentang.md", ""},
        {"situs/content/layanan/ktp.md", ""},
        {"situs/content/layanan/berita/rapat.md", "date<--->"},
        {"content/siaran-pers/2024/rapat.md", "date<--->"},
        {"docs/panduan.md", ""},
        {"docs/berita/rapat.md", "date<--->"},
        {"situs/src/content/berita/rapat.md", ""},
        {"situs/pages/tentang.md", ""},
        {"situs/content/berita/_index.md", ""},
        {"situs/_posts/2024-12-13-rapat.md", ""},
        {"situs/_posts/2024-2-3-rapat.md", ""},
        {"situs/_drafts/2024-2-30-rapat.md", "date<--->"},
        {"situs/_posts/2024-2-rapat.md", "date<--->"},
    };
    expect_by_path(SLICE("---\ntitle: A\n---\nIsi.\n"), files, sizeof files / sizeof *files);
}

/* Hexo takes a front matter without its first border; every other site shows it to its readers. */
static void test_hexo_opens_itself(void **state) {
    (void)state;
    static const struct site_file files[] = {
        {"situs/source/_posts/rapat.md", ""},
        {"situs/source/_drafts/rapat.md", ""},
        {"situs/_posts/rapat.md", "unreadable<title: A>"},
        {"situs/source/berita/_posts/rapat.md", "unreadable<title: A>"},
    };
    expect_by_path(SLICE("title: A\ndate: 2024-12-13\n---\nIsi.\n"), files, sizeof files / sizeof *files);
}

/* Closing the front matter far below its beginning changes what its beginning is. */
static void test_findings_follow_its_end(void **state) {
    (void)state;
    struct slice source = SLICE("---\ntitle: A\n\ndate: 2024-12-13\n\nIsi.\n");
    struct language *language = language_new("dictionaries", LANG_EN);
    struct text *text = text_with(source);
    struct checker *checker = checker_for(language);
    struct str found = {0};
    checker_attach(checker, text);
    describe(checker, text, &found);
    assert_string_equal(str_text(&found), "unreadable<--->");
    struct edit edit = {.offset = text_line_start(text, 4), .inserted = SLICE("---\n")};
    struct change change = text_apply(text, &edit);
    checker_edited(checker, &edit, &change);
    str_clear(&found);
    describe(checker, text, &found);
    assert_string_equal(str_text(&found), "");
    assert_int_equal(checker_document(checker)->blocks.items[0]->kind, BLOCK_FRONT);
    assert_int_equal(checker_document(checker)->blocks.items[0]->lines, 5);
    str_free(&found);
    checker_free(checker);
    text_free(text);
    language_free(language);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_findings),
        cmocka_unit_test(test_pages_need_no_date),
        cmocka_unit_test(test_hexo_opens_itself),
        cmocka_unit_test(test_findings_follow_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
