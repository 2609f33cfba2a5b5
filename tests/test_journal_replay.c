/* draft/journal_replay: torn, damaged, long journals. */
#include "journal_session.h"

#include "base/crc32c.h"
#include "draft/version.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static struct str read_file(const char *path) {
    struct str bytes = {0};
    assert_true(file_read(path, (size_t)64 << 20, &bytes, NULL));
    return bytes;
}

static void checksum_is_crc32c(void **state) {
    (void)state;
    assert_int_equal(crc32c(0, SLICE("123456789")), 0xe3069283);
    assert_int_equal(crc32c(crc32c(0, SLICE("1234")), SLICE("56789")), 0xe3069283);
}

/* What a torn or damaged file gives back is a text that once was, and never a later one in part. */
static void torn_anywhere_restores_whole_records(void **state) {
    struct journal_desk *p = *state;
    struct session s;
    const char *const texts[] = {"", "Satu.", "Satu. Dua.", "Satu. ua.", "A Satu. ua.", "A Satu. ua.\nB"};
    journal_session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Satu."));
    journal_step(s.journal);
    session_edit(&s, 5, 0, SLICE(" Dua."));
    session_edit(&s, 6, 1, SLICE(""));
    session_edit(&s, 0, 0, SLICE("A "));
    session_edit(&s, 11, 0, SLICE("\nB"));
    session_expect(s.text, texts[5]);
    session_end(&s, JOURNAL_END_KEPT);
    struct str path = desk_journal(p, ""), whole = read_file(str_text(&path));
    size_t reached = 0;
    for (size_t end = 0; end <= whole.len; end++) {
        struct str torn = {0};
        str_append(&torn, slice_range(str_slice(&whole), 0, end));
        struct journal_content content = journal_scan(str_slice(&torn));
        struct rebuilt r = journal_rebuild(str_slice(&torn), &content, SLICE(""));
        if (r.text) {
            assert_true(r.complete);
            struct str bytes = {0};
            text_copy(r.text, 0, text_length(r.text), &bytes);
            if (reached < 5 && strcmp(str_text(&bytes), texts[reached]) != 0) reached++;
            assert_string_equal(str_text(&bytes), texts[reached]);
            str_free(&bytes);
        }
        rebuilt_free(&r);
        str_free(&torn);
    }
    assert_int_equal(reached, 5);
    for (size_t at = 0; at < whole.len; at++) {
        whole.data[at] ^= 0x40;
        struct journal_content content = journal_scan(str_slice(&whole));
        assert_true(content.torn || content.gaps || at < JOURNAL_MAGIC.len);
        struct rebuilt r = journal_rebuild(str_slice(&whole), &content, SLICE(""));
        rebuilt_free(&r);
        whole.data[at] ^= 0x40;
    }
    str_free(&whole);
    str_free(&path);
}

static void damaged_journal_is_put_aside_and_restored(void **state) {
    struct journal_desk *p = *state;
    struct session s;
    journal_session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Satu."));
    journal_step(s.journal);
    session_edit(&s, 5, 0, SLICE(" Dua."));
    session_end(&s, JOURNAL_END_KEPT);
    struct str path = desk_journal(p, "");
    struct stat st;
    stat(str_text(&path), &st);
    assert_int_equal(truncate(str_text(&path), st.st_size - 3), 0);
    str_free(&path);
    journal_session_open(&s, p);
    assert_true(s.found.damaged);
    session_expect(s.found.text, "Satu.");
    session_restore(&s);
    desk_expect_aside(p, "Satu.");
    session_edit(&s, 5, 0, SLICE(" Tiga."));
    session_end(&s, JOURNAL_END_KEPT);
    journal_session_open(&s, p);
    assert_false(s.found.damaged);
    session_expect(s.found.text, "Satu. Tiga.");
    session_end(&s, JOURNAL_END_KEPT);
}

enum { SENTENCES = 12 };

static void write_sentence(char *out, size_t size, int i) {
    snprintf(out, size, "Desa nomor %d menerima bibit padi dari dinas.\n", i);
}

/* One edit for each sentence, in the middle of the text, some with a save after them. */
static struct str write_journal(struct journal_desk *p) {
    struct session s;
    char sentence[80];
    desk_write(p->draft, SLICE("Awal.\nAkhir.\n"));
    journal_session_open(&s, p);
    size_t at = 6;
    for (int i = 0; i < SENTENCES; i++) {
        write_sentence(sentence, sizeof sentence, i);
        session_edit(&s, at, 0, slice_of(sentence));
        at += strlen(sentence);
        journal_step(s.journal);
    }
    session_end(&s, JOURNAL_END_KEPT);
    struct str path = desk_journal(p, ""), whole = read_file(str_text(&path));
    str_free(&path);
    return whole;
}

/* Of all that was written, one damaged byte may cost the sentence it is in, or spoil a letter; never another
 * sentence. */
static void one_damaged_byte_costs_one_record_at_most(void **state) {
    struct journal_desk *p = *state;
    struct str whole = write_journal(p), path = desk_journal(p, "");
    struct session s;
    char sentence[80];
    int damaged = 0;
    for (size_t at = 0; at + 160 < whole.len;
         at += at < 400 ? 1 : 7) { /* but the last record, which is cut */
        whole.data[at] ^= 0x11;
        desk_write(str_text(&path), str_slice(&whole));
        whole.data[at] ^= 0x11;
        journal_session_open(&s, p);
        assert_int_equal(s.found.state, JOURNAL_UNSAVED);
        struct str text = {0};
        text_copy(s.found.text, 0, text_length(s.found.text), &text);
        int missing = 0;
        for (int i = 0; i < SENTENCES; i++) {
            write_sentence(sentence, sizeof sentence, i);
            missing += slice_find(str_slice(&text), slice_of(sentence), 0) == SIZE_MAX;
        }
        assert_in_range(missing, 0, 2); /* it may have been put into the middle of another */
        assert_true(slice_find(str_slice(&text), SLICE("Awal.\n"), 0) != SIZE_MAX);
        damaged += s.found.damaged;
        str_free(&text);
        session_end(&s, JOURNAL_END_KEPT);
    }
    assert_in_range(damaged, 100, 10000);
    str_free(&whole);
    str_free(&path);
}

/* A byte before the first edit: all that was written is there, and the journal is kept. */
static void damage_before_the_first_edit_costs_nothing(void **state) {
    struct journal_desk *p = *state;
    struct str whole = write_journal(p), path = desk_journal(p, "");
    struct session s;
    whole.data[60] ^= 0x20;
    desk_write(str_text(&path), str_slice(&whole));
    journal_session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    assert_true(s.found.damaged);
    assert_int_equal(text_line_count(s.found.text), 3 + SENTENCES);
    session_restore(&s);
    struct versions versions;
    versions_list(&versions, p->draft);
    assert_int_equal(versions.list.count, 1);
    assert_true(versions.list.items[0].aside);
    versions_free(&versions);
    session_end(&s, JOURNAL_END_KEPT);
    journal_session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    assert_false(s.found.damaged);
    assert_int_equal(text_line_count(s.found.text), 3 + SENTENCES);
    session_end(&s, JOURNAL_END_KEPT);
    str_free(&whole);
    str_free(&path);
}

/* Nothing can be made of it: it is kept, that is said, and the draft is edited. */
static void what_is_no_journal_is_set_aside(void **state) {
    struct journal_desk *p = *state;
    struct str whole = write_journal(p), path = desk_journal(p, "");
    struct session s;
    desk_write(str_text(&path), slice_range(str_slice(&whole), 0, 20));
    journal_session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_FRESH);
    assert_true(s.found.set_aside);
    session_edit(&s, 0, 0, SLICE("Baru. "));
    session_end(&s, JOURNAL_END_KEPT);
    struct versions versions;
    versions_list(&versions, p->draft);
    assert_int_equal(versions.list.count, 1);
    versions_free(&versions);
    str_free(&whole);
    str_free(&path);
}

/* Random edits with saves and cuts: what comes back is always the text of the model. */
static void replay_equals_model(void **state) {
    struct journal_desk *p = *state;
    unsigned seed = 20261123;
    struct str model = {0};
    struct session s;
    journal_session_open(&s, p);
    for (int i = 0; i < 4000; i++) {
        unsigned dice = (unsigned)rand_r(&seed) % 100;
        if (dice < 2) {
            session_save(&s, p);
        } else if (dice < 4) {
            session_end(&s, JOURNAL_END_KEPT);
            journal_session_open(&s, p);
            if (s.found.state == JOURNAL_UNSAVED) session_restore(&s);
            session_expect(s.text, str_text(&model));
        } else if (dice < 14) {
            journal_step(s.journal);
        } else if (dice < 24) {
            session_pass(&s, rand_r(&seed) % 2000);
        } else {
            size_t at = (size_t)rand_r(&seed) % (model.len + 1);
            size_t removed = (size_t)rand_r(&seed) % 9 % (model.len - at + 1);
            static const char letters[] = "a\nbc d\ne";
            char inserted[8];
            size_t len = (size_t)rand_r(&seed) % 8;
            for (size_t k = 0; k < len; k++)
                inserted[k] = letters[rand_r(&seed) % 8];
            session_edit(&s, at, removed, (struct slice){inserted, len});
            str_splice(&model, at, removed, (struct slice){inserted, len});
        }
    }
    session_expect(s.text, str_text(&model));
    session_end(&s, JOURNAL_END_KEPT);
    str_free(&model);
}

int main(void) {
#define T(f) cmocka_unit_test_setup_teardown(f, desk_make, desk_remove)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checksum_is_crc32c),
        T(torn_anywhere_restores_whole_records),
        T(damaged_journal_is_put_aside_and_restored),
        T(one_damaged_byte_costs_one_record_at_most),
        T(damage_before_the_first_edit_costs_nothing),
        T(what_is_no_journal_is_set_aside),
        T(replay_equals_model),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
