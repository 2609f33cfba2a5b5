/* base/: slices, strings, UTF-8, the hash table, and the gate to the terminal. */
#include "base/file.h"
#include "base/group.h"
#include "base/map.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/messages.h"
#include "base/safe.h"
#include "base/today.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/watch.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static void slices(void **state) {
    (void)state;
    struct slice rest = SLICE("satu\tdua\t"), word = slice_cut(&rest, '\t');
    assert_true(slice_equal_text(word, "satu"));
    assert_true(slice_equal_text(slice_cut(&rest, '\t'), "dua"));
    assert_int_equal(rest.len, 0);
    assert_true(slice_equal_text(slice_trim(SLICE(" \t kata \n")), "kata"));
    assert_true(slice_compare(SLICE("di"), SLICE("dia")) < 0);
    assert_true(slice_compare(SLICE("dia"), SLICE("di")) > 0);
    assert_int_equal(slice_find(SLICE("berita acara"), SLICE("acara"), 0), 7);
    assert_true(slice_find(SLICE("berita"), SLICE("x"), 0) == SIZE_MAX);
}

static void strings(void **state) {
    (void)state;
    struct str s = {0};
    str_append_text(&s, "Wali Padang");
    str_splice(&s, 5, 0, SLICE("Kota "));
    assert_string_equal(str_text(&s), "Wali Kota Padang");
    str_splice(&s, 0, 5, SLICE(""));
    assert_string_equal(str_text(&s), "Kota Padang");
    str_free(&s);
    char *stolen = str_steal(&s);
    assert_string_equal(stolen, "");
    free(stolen);
}

static void today_is_a_date_or_what_is_given(void **state) {
    (void)state;
    static const char *const given[] = {"2026-11-23", "kemarin", "2026-11-2", "2026-11-233", "2026/11/23"};
    for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
        struct str today = {0};
        int year, month, day;
        setenv("SUNTING_TODAY", given[i], 1);
        today_append(&today);
        assert_int_equal(sscanf(str_text(&today), "%4d-%2d-%2d", &year, &month, &day), 3);
        assert_int_equal(today.len, 10);
        assert_true((strcmp(str_text(&today), given[i]) == 0) == (i == 0));
        str_free(&today);
    }
    unsetenv("SUNTING_TODAY");
}

static void bytes_walk_and_come_back(void **state) {
    (void)state;
    struct slice broken = SLICE("a\xFF\xC3(\xE2\x80\x9C\xED\xA0\x80z");
    size_t steps = 0;
    for (size_t i = 0, n; i < broken.len; i += n, steps++) {
        utf8_decode(broken, i, &n);
        assert_true(n >= 1 && i + n <= broken.len);
    }
    assert_int_equal(steps, 9);
    assert_false(utf8_valid(broken));
    assert_true(utf8_valid(SLICE("“Ma’ruf” é 🇮🇩")));
    for (size_t i = broken.len; i > 0;) {
        size_t before = utf8_previous(broken, i);
        assert_true(before < i);
        i = before;
    }
}

static void the_way_back_stops_where_the_way_there_did(void **state) {
    (void)state;
    struct slice text = SLICE("a“€é\xFF🇮z");
    for (size_t i = 0, n; i < text.len; i += n) {
        utf8_decode(text, i, &n);
        assert_int_equal(utf8_previous(text, i + n), i);
    }
}

static void clusters(void **state) {
    (void)state;
    struct slice family = SLICE("a👩‍👩‍👧e\u0301!");
    size_t first = grapheme_next(family, 0), second = grapheme_next(family, first);
    assert_int_equal(first, 1);
    assert_int_equal(second, 1 + 18);
    assert_int_equal(grapheme_next(family, second), second + 3);
    assert_int_equal(grapheme_previous(family, family.len), second + 3);
    assert_int_equal(grapheme_previous(family, second + 3), second);
    assert_int_equal(grapheme_previous(family, second), first);
    assert_int_equal(grapheme_width(slice_range(family, first, second)), 2);
    assert_int_equal(grapheme_width(SLICE("e\u0301")), 1);
}

static void table_holds_what_it_was_given(void **state) {
    (void)state;
    struct map map = {0};
    char key[16];
    for (uintptr_t i = 0; i < 5000; i++) {
        int n = snprintf(key, sizeof key, "kata%zu", (size_t)i);
        *map_put(&map, (struct slice){key, (size_t)n}) = i;
    }
    assert_int_equal(map.count, 5000);
    for (uintptr_t i = 0; i < 5000; i++) {
        int n = snprintf(key, sizeof key, "kata%zu", (size_t)i);
        uintptr_t *value = map_get(&map, (struct slice){key, (size_t)n});
        assert_non_null(value);
        assert_int_equal(*value, i);
    }
    assert_null(map_get(&map, SLICE("lain")));
    *map_put(&map, SLICE("")) = 7;
    assert_int_equal(*map_get(&map, SLICE("")), 7);
    map_free(&map);
}

/* Whatever the hashes are, and however many items have one. */
static void same_keys_come_together_in_their_order(void **state) {
    (void)state;
    static const uint64_t masks[] = {~UINT64_C(0), UINT64_C(0xff), UINT64_C(7) << 61, 0};
    static const uint32_t counts[] = {0, 1, 2, 255, 256, 257, 3000, 70000};
    for (size_t m = 0; m < sizeof masks / sizeof *masks; m++)
        for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
            uint32_t count = counts[c], seen = 0;
            if (m == 1 && count > 3000) continue; /* each where it does not belong: slow */
            struct grouped *items = memory_alloc((count + 1) * sizeof *items);
            for (uint32_t i = 0; i < count; i++) {
                uint32_t key = i % (count / 3 + 1); /* each three times or so */
                items[i] = (struct grouped){
                    slice_mix((struct slice){(const char *)&key, sizeof key}) & masks[m], i, key};
            }
            group_items(items, count);
            for (uint32_t first = 0, end; first < count; first = end, seen++) {
                end = (uint32_t)group_end(items, count, first);
                assert_true(first == 0 || items[first - 1].hash < items[first].hash);
                for (uint32_t i = first + 1; i < end; i++)
                    assert_true(items[i - 1].item < items[i].item);
            }
            if (m == 0) assert_int_equal(seen, count ? (count / 3 + 1 < count ? count / 3 + 1 : count) : 0);
            free(items);
        }
}

static void nothing_steers_the_terminal(void **state) {
    (void)state;
    struct str out = {0};
    safe_append(&out, SLICE("a\x1b[2Jb\x07\xC2\x9B"
                            "1m\u202Ec\u200B\uFEFF\u00AD\xFF\td"));
    for (size_t i = 0, n; i < out.len; i += n) {
        uint32_t rune = utf8_decode(str_slice(&out), i, &n);
        assert_true(rune_is_safe(rune) && rune >= 0x20);
    }
    assert_true(slice_starts(str_slice(&out), SLICE("a␛[2Jb␇")));
    str_free(&out);
}

static void vectors(void **state) {
    (void)state;
    VEC(int) v = {0};
    for (int i = 0; i < 10; i++)
        vec_push(&v, i);
    vec_remove(&v, 2, 3);
    vec_open(&v, 1, 2);
    int want[] = {0, 0, 0, 1, 5, 6, 7, 8, 9};
    assert_int_equal(v.count, 9);
    assert_memory_equal(v.items, want, sizeof want);
    vec_free(&v);
}

static void messages(void **state) {
    (void)state;
    struct error e = {.lang = LANG_ID};
    bool said = error_set(&e, FILE_MISSING, "a.md");
    assert_false(said);
    assert_string_equal(str_text(&e.text), "Berkas a.md tidak ada. Periksa nama dan foldernya.");
    error_free(&e);
    assert_int_equal(lang_of_environment("en_GB.UTF-8"), LANG_EN);
    assert_int_equal(lang_of_environment("C"), LANG_ID);
}

/* Of any two of them at most one is what a file held before. */
static void a_byte_of_a_long_text_changes_its_hash(void **state) {
    (void)state;
    static const size_t places[] = {0, 7, 8, 31, 32, 12345, HASH_LONG - 1, HASH_LONG, HASH_LONG + 4};
    enum { PLACES = sizeof places / sizeof *places };
    struct str bytes = {0};
    uint64_t seen[PLACES + 1];
    str_append_repeated(&bytes, 'a', HASH_LONG + 5);
    seen[PLACES] = slice_hash(str_slice(&bytes));
    assert_int_equal(seen[PLACES], slice_hash(str_slice(&bytes)));
    assert_true(seen[PLACES] != slice_hash(slice_range(str_slice(&bytes), 0, HASH_LONG + 4)));
    for (size_t i = 0; i < PLACES; i++) {
        bytes.data[places[i]] = 'b';
        seen[i] = slice_hash(str_slice(&bytes));
        bytes.data[places[i]] = 'a';
        for (size_t k = 0; k < i; k++)
            assert_true(seen[k] != seen[i]);
        assert_true(seen[i] != seen[PLACES]);
    }
    str_free(&bytes);
}

/* In parts, it is the hash of the whole, wherever the last part begins. */
static void a_hash_in_parts_is_that_of_the_whole(void **state) {
    (void)state;
    struct str bytes = {0};
    for (size_t i = 0; bytes.len < HASH_LONG + 100; i++)
        str_append_byte(&bytes, (char)(i * 37 >> 3));
    struct slice all = str_slice(&bytes);
    static const size_t begins[] = {0, HASH_STEP, 4096, HASH_LONG, HASH_LONG + 96};
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
        struct hash hash = HASH_START;
        hash_add(&hash, slice_range(all, 0, begins[i]));
        assert_true(hash_end(&hash, slice_range(all, begins[i], all.len)) == slice_hash(all));
    }
    str_free(&bytes);
}

static void a_file_is_identified_by_what_it_holds(void **state) {
    (void)state;
    static const size_t sizes[] = {0, 1, HASH_LONG - 1, HASH_LONG, 4 * HASH_LONG, 9 * HASH_LONG + 33};
    char path[] = "/tmp/sunting-base-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct str bytes = {0}, read = {0};
        struct file_identity whole = {0}, parts = {0};
        while (bytes.len < sizes[i])
            str_append_byte(&bytes, (char)(bytes.len * 37 >> 3));
        assert_true(pwrite(fd, bytes.data ? bytes.data : "", bytes.len, 0) == (ssize_t)bytes.len);
        assert_true(file_read_version(path, SIZE_MAX >> 1, &read, &whole, NULL));
        assert_true(file_identify(path, &parts));
        assert_true(parts.exists && parts.size == sizes[i] && parts.hash == whole.hash);
        assert_true(parts.inode == whole.inode && parts.device == whole.device);
        str_free(&bytes);
        str_free(&read);
    }
    close(fd);
    unlink(path);
    struct file_identity none;
    assert_false(file_identify(path, &none));
}

/* Watching goes on with the descriptor that there is, in the same folder or another. */
static void a_watch_is_used_again(void **state) {
    (void)state;
    char first[] = "/tmp/sunting-base-XXXXXX", second[] = "/tmp/sunting-base-XXXXXX";
    assert_true(mkdtemp(first) && mkdtemp(second));
    const char *const folders[] = {first, first, second};
    int fd = -1;
    for (size_t i = 0; i < 3; i++) {
        struct str path = {0};
        int before = fd;
        fd = watch_open_again(fd, folders[i]);
        assert_true(fd >= 0 && (before < 0 || fd == before));
        assert_false(watch_came(fd, NULL));
        str_printf(&path, "%s/berkas", folders[i]);
        int file = open(str_text(&path), O_WRONLY | O_CREAT, 0600);
        assert_true(file >= 0);
        close(file);
        assert_true(watch_came(fd, "berkas"));
        unlink(str_text(&path));
        assert_true(watch_came(fd, "berkas"));
        str_free(&path);
    }
    assert_int_equal(watch_open_again(fd, "/tidak/ada"), -1);
    rmdir(first);
    rmdir(second);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slices),
        cmocka_unit_test(strings),
        cmocka_unit_test(today_is_a_date_or_what_is_given),
        cmocka_unit_test(bytes_walk_and_come_back),
        cmocka_unit_test(the_way_back_stops_where_the_way_there_did),
        cmocka_unit_test(clusters),
        cmocka_unit_test(table_holds_what_it_was_given),
        cmocka_unit_test(same_keys_come_together_in_their_order),
        cmocka_unit_test(nothing_steers_the_terminal),
        cmocka_unit_test(vectors),
        cmocka_unit_test(messages),
        cmocka_unit_test(a_byte_of_a_long_text_changes_its_hash),
        cmocka_unit_test(a_hash_in_parts_is_that_of_the_whole),
        cmocka_unit_test(a_file_is_identified_by_what_it_holds),
        cmocka_unit_test(a_watch_is_used_again),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
