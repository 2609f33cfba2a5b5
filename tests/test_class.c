/* training/classview, classroom, notice: the class as its trainer sees it, from files that anybody may have
 * written. */
#include "base/disk.h"
#include "base/file.h"
#include "program.h"
#include "training/attempt.h"
#include "training/classroom.h"
#include "training/classview.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static const int64_t NOW = 1795824000;
enum { MINUTE = 60, WRITERS = 8, TIMES = 200 };

struct class {
    char *folder;
    struct classview *view;
};

static void make_person(const char *folder, int n) {
    struct str path = {0};
    str_printf(&path, "%s/peserta%02d/naskah/.local/state/sunting", folder, n);
    assert_true(disk_make_folder(str_text(&path)));
    str_free(&path);
}

static int set_up(void **state) {
    struct class *class = memory_zero(1, sizeof *class);
    struct str path = {0}, list = {0};
    class->folder = folder_make();
    for (int n = 1; n <= 5; n++) {
        str_printf(&list, "peserta%02d\tsandi\tOrang %d\tKantor\n", n, n);
        make_person(class->folder, n);
    }
    file_make(class->folder, "daftar.tsv", str_slice(&list));
    str_printf(&path, "%s/kelas/latihan", class->folder);
    assert_true(disk_make_folder(str_text(&path)));
    class->view = classview_open(class->folder, NULL);
    assert_non_null(class->view);
    str_free(&path);
    str_free(&list);
    *state = class;
    return 0;
}

static int tear_down(void **state) {
    struct class *class = *state;
    classview_close(class->view);
    folder_remove(class->folder);
    free(class);
    return 0;
}

/* As the program of participant n writes it. */
static void be(const struct class *class, int n, const struct whereabouts *where) {
    struct str home = {0};
    str_printf(&home, "%s/peserta%02d/naskah/.local/state", class->folder, n);
    setenv("XDG_STATE_HOME", str_text(&home), 1);
    assert_true(whereabouts_write(where));
    str_free(&home);
}

static struct whereabouts at_work(size_t mended, int64_t progress) {
    struct whereabouts where = {.mended = mended, .planted = 5, .seen = NOW - 10, .progress = progress};
    str_append_text(&where.lesson, "07-di-dan-ke");
    return where;
}

static void who_needs_help_comes_first(void **state) {
    struct class *class = *state;
    struct whereabouts stuck = at_work(1, NOW - 7 * MINUTE), works = at_work(2, NOW - MINUTE),
                       waits = at_work(3, NOW - MINUTE), done = at_work(5, NOW - 30 * MINUTE);
    waits.hand = NOW - 2 * MINUTE;
    be(class, 1, &done);
    be(class, 2, &works);
    be(class, 3, &stuck);
    be(class, 4, &waits);
    classview_read(class->view, NOW);
    static const char *const order[] = {"peserta04", "peserta03", "peserta02", "peserta01", "peserta05"};
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(str_text(&class->view->people.items[i].who->login), order[i]);
    assert_int_equal(class->view->people.items[1].minutes, 7);
    class->view->stuck = 8; /* more patience */
    classview_read(class->view, NOW);
    assert_int_equal(class->view->counts[CLASS_STUCK], 0);
    assert_int_equal(class->view->counts[CLASS_WORKING], 2);
    classview_read(class->view, NOW + 5 * MINUTE); /* nobody gave a sign of life */
    assert_int_equal(class->view->counts[CLASS_AWAY], 5);
    whereabouts_free(&stuck);
    whereabouts_free(&works);
    whereabouts_free(&waits);
    whereabouts_free(&done);
}

/* Links, folders, nonsense and control characters in the place of what a program would write. */
static void what_participants_write_is_not_trusted(void **state) {
    struct class *class = *state;
    struct str folder = {0}, secret = {0}, link = {0}, out = {0};
    struct mirror mirror = {0};
    str_printf(&folder, "%s/peserta01/naskah/.local/state/sunting", class->folder);
    str_printf(&secret, "%s/daftar.tsv", class->folder);
    str_printf(&link, "%s/teks", str_text(&folder));
    assert_int_equal(symlink(str_text(&secret), str_text(&link)), 0);
    assert_false(whereabouts_read_text(&out, str_text(&class->view->people.items[0].folder)));
    file_make(str_text(&folder), "live",
              SLICE("{\"lesson\": 7, \"mended\": -3, \"draft\": \"../../../../etc/x.md\"}"));
    file_make(str_text(&folder), "screen", SLICE("99999999999999999999 -1"));
    classview_read(class->view, NOW);
    assert_true(mirror_read(&mirror, str_text(&class->view->people.items[0].folder)));
    file_make(str_text(&folder), "live", SLICE("\xff\xfe{{{"));
    classview_read(class->view, NOW);
    assert_int_equal(class->view->counts[CLASS_AWAY], 5);
    str_free(&mirror.rows);
    str_free(&folder);
    str_free(&secret);
    str_free(&link);
    str_free(&out);
}

static void drafts_are_collected_and_links_are_not(void **state) {
    struct class *class = *state;
    struct str folder = {0}, secret = {0}, link = {0}, out = {0}, path = {0}, bytes = {0};
    size_t count;
    str_printf(&folder, "%s/peserta02/naskah/latihan", class->folder);
    assert_true(disk_make_folder(str_text(&folder)));
    file_make(str_text(&folder), "a.md", SLICE("Naskah.\n"));
    str_printf(&secret, "%s/daftar.tsv", class->folder);
    str_printf(&link, "%s/rahasia.md", str_text(&folder));
    assert_int_equal(symlink(str_text(&secret), str_text(&link)), 0);
    assert_true(classview_collect(class->view, NOW, &out, &count, NULL));
    assert_int_equal(count, 1);
    str_printf(&path, "%s/peserta02/a.md", str_text(&out));
    assert_true(file_read(str_text(&path), 100, &bytes, NULL));
    assert_string_equal(str_text(&bytes), "Naskah.\n");
    str_free(&folder);
    str_free(&secret);
    str_free(&link);
    str_free(&out);
    str_free(&path);
    str_free(&bytes);
}

static void what_is_handed_out_reaches_the_class(void **state) {
    struct class *class = *state;
    struct str path = {0};
    setenv("XDG_STATE_HOME", class->folder, 1);
    struct classroom *classroom = classroom_open(str_text(&class->view->shared));
    assert_int_equal(classroom_look(classroom), 0);
    file_make(class->folder, "teks", SLICE("Siaran dari pelatih.\n"));
    str_printf(&path, "%s/teks", class->folder);
    assert_true(classview_hand_out(class->view, str_text(&path), NULL));
    assert_int_equal(classroom_look(classroom), CLASS_HANDOUT);
    assert_int_equal(classroom_look(classroom), 0);
    assert_string_equal(str_text(&classroom->notice.title), "teks");
    struct lesson_names names = {0};
    lesson_names_find(classroom_lessons(classroom), &names);
    assert_int_equal(names.list.count, 1);
    lesson_names_free(&names);
    classroom_close(classroom);
    str_free(&path);
}

static void marks_are_counted(void **state) {
    struct class *class = *state;
    size_t counts[QUESTION_SENTENCES + 1];
    struct question_line *line = vec_add(&class->view->notice.lines);
    str_append_text(&line->text, "Kalimat.");
    assert_true(classview_ask(class->view, false, NULL));
    for (int n = 1; n <= 4; n++) {
        struct whereabouts where = {
            .seen = NOW, .question = class->view->notice.question, .mark = (size_t)n % 2};
        if (n == 4) where.mark = 77; /* no key of ours */
        be(class, n, &where);
    }
    classview_read(class->view, NOW);
    assert_int_equal(classview_marks(class->view, counts), 3);
    assert_int_equal(counts[1], 2);
    assert_int_equal(counts[0], 1);
    classview_end_question(class->view);
    assert_int_equal(classview_marks(class->view, counts), 0);
}

/* Both sides at once: what is read is always whole. */
static void all_write_while_it_is_read(void **state) {
    struct class *class = *state;
    for (int n = 1; n <= 5; n++)
        if (fork() == 0) {
            for (size_t i = 0; i < TIMES; i++) {
                struct whereabouts where = at_work(i % 6, NOW);
                str_append_repeated(&where.title, 'x', i * 7 % 900);
                be(class, n, &where);
                whereabouts_free(&where);
            }
            _exit(0);
        }
    for (int i = 0; i < TIMES; i++) {
        class->view->notice.handout = (size_t)i + 1;
        assert_true(notice_write(&class->view->notice, str_text(&class->view->shared), NULL));
        classview_read(class->view, NOW);
        struct notice notice = {0};
        notice_read(&notice, str_text(&class->view->shared));
        assert_int_equal(notice.handout, i + 1);
        notice_clear(&notice);
    }
    for (int n = 0, status; n < 5; n++) {
        wait(&status);
        assert_int_equal(status, 0);
    }
    classview_read(class->view, NOW);
    assert_int_equal(class->view->counts[CLASS_AWAY], 0);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(class->view->people.items[i].where.title.len, (TIMES - 1) * 7 % 900);
}

/* Found, missed, accused; the first answer stays when the marks are corrected. */
static void blind_answers_are_three_numbers(void **state) {
    (void)state;
    struct str path = {0};
    char *home = folder_make();
    struct rule_set rules;
    rule_set_default(&rules, NULL);
    setenv("XDG_STATE_HOME", home, 1);
    assert_true(lesson_path(NULL, "07-di-dan-ke", &path));
    struct attempt *attempt = attempt_open(lesson_load(str_text(&path), NULL), &rules, true);
    const struct flaw *flaws = attempt->lesson->flaws.items;
    attempt_mark(attempt, flaws[0].start, flaws[0].end, "spelling", NULL);
    attempt_mark(attempt, flaws[1].start, flaws[1].end, "fact",
                 NULL); /* the place is right, the name is not */
    attempt_mark(attempt, flaws[4].end + 10, flaws[4].end + 15, "spelling", NULL);
    attempt_answer(attempt, NULL);
    attempt_mark(attempt, flaws[1].start, flaws[1].end, "spelling", NULL);
    attempt_mark(attempt, flaws[4].end + 10, 0, NULL, NULL);
    attempt_answer(attempt, NULL); /* there is one */
    struct blind_count first = attempt_count(attempt, true), last = attempt_count(attempt, false);
    assert_int_equal(first.found, 1);
    assert_int_equal(first.missed, 4);
    assert_int_equal(first.accused, 1);
    assert_int_equal(last.found, 2);
    assert_int_equal(last.accused, 0);
    attempt_close(attempt, false);
    attempt = attempt_open(lesson_load(str_text(&path), NULL), &rules, true); /* after a lost connection */
    assert_int_equal(attempt_count(attempt, true).found, 1);
    assert_int_equal(attempt_count(attempt, false).found, 2);
    assert_true(attempt->result.answered);
    attempt_close(attempt, true);
    str_free(&path);
    folder_remove(home);
}

#define WITH_CLASS(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {WITH_CLASS(who_needs_help_comes_first),
                                       WITH_CLASS(what_participants_write_is_not_trusted),
                                       WITH_CLASS(drafts_are_collected_and_links_are_not),
                                       WITH_CLASS(what_is_handed_out_reaches_the_class),
                                       WITH_CLASS(marks_are_counted),
                                       WITH_CLASS(all_write_while_it_is_read),
                                       cmocka_unit_test(blind_answers_are_three_numbers)};
    return cmocka_run_group_tests_name("class", tests, NULL, NULL);
}
