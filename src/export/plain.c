#include "export/plain.h"

#include "export/export.h"
#include "export/leaves.h"

/* Text that goes into a chat or a field: plain, or with the marks that WhatsApp knows. */
struct plain_marks {
    const char *bold, *italic, *struck;
};
static const struct plain_marks no_marks = {"", "", ""}, whatsapp_marks = {"*", "_", "~"};

struct plain_writing {
    const struct plain_marks *marks;
    struct str *out;
    unsigned looks;    /* that are open */
    struct str blanks; /* not written yet: marks hug the words */
};

static void append_marks(struct plain_writing *w, unsigned looks) {
    const char *const marks[] = {w->marks->bold, w->marks->italic, w->marks->struck};
    for (unsigned i = 0; i < 3; i++)
        if (looks & 1u << i) str_append_text(w->out, marks[i]);
}

static void settle(struct plain_writing *w, unsigned looks) {
    if (w->looks != looks) append_marks(w, w->looks);
    str_append(w->out, str_slice(&w->blanks));
    str_clear(&w->blanks);
    if (w->looks != looks) append_marks(w, looks);
    w->looks = looks;
}

/* An address is said once when it is its own text. */
static void append_link(struct plain_writing *w, const struct leaf *leaf, const struct leaf_run *run) {
    struct slice words = slice_range(str_slice(&leaf->words), run->start, run->end),
                 link = slice_of(run->link);
    if (slice_ends(link, words) || !words.len) return;
    settle(w, 0);
    str_printf(w->out, " (%s)", run->link);
}

static void append_run(struct plain_writing *w, const struct leaf *leaf, const struct leaf_run *run) {
    if (run->cell && run != leaf->runs.items) {
        settle(w, 0);
        str_append_text(w->out, " | ");
    }
    for (size_t i = run->start; i < run->end; i++) {
        char c = leaf->words.data[i];
        if (c == ' ' || c == '\n') {
            str_append_byte(&w->blanks, c == '\n' && leaf->kind == LEAF_ROW ? ' ' : c);
            continue;
        }
        settle(w, run->looks);
        str_append_byte(w->out, c);
    }
    bool last = run + 1 == leaf->runs.items + leaf->runs.count;
    if (run->link && (last || run[1].link != run->link)) append_link(w, leaf, run);
}

static void append_words(const struct leaf *leaf, const struct plain_marks *marks, struct str *out) {
    struct plain_writing w = {.marks = marks, .out = out};
    vec_each(const struct leaf_run, run, &leaf->runs)
        append_run(&w, leaf, run);
    str_clear(&w.blanks);
    settle(&w, 0);
    str_free(&w.blanks);
}

static bool is_close(const struct leaf *before, const struct leaf *leaf) {
    return before->kind == leaf->kind && (leaf->kind == LEAF_ITEM || leaf->kind == LEAF_ROW);
}

static void append_leaf(const struct leaf *leaf, const struct plain_marks *marks, struct str *out) {
    const char *heading = leaf->kind == LEAF_HEADING ? marks->bold : "";
    if (leaf->kind == LEAF_ITEM) {
        str_append_repeated(out, ' ', 2 * (size_t)leaf->level);
        str_printf(out, "%s ", leaf->number);
    }
    if (leaf->kind == LEAF_QUOTE) str_append_text(out, "> ");
    if (leaf->kind == LEAF_RULER) str_append_text(out, "---");
    str_append_text(out, heading);
    append_words(leaf, *heading ? &no_marks : marks, out);
    str_append_text(out, heading);
}

static void append_all(const struct manuscript *m, const struct plain_marks *marks, struct str *out) {
    struct leaves leaves = {0};
    leaves_read(&leaves, str_slice(&m->body));
    if (m->title.len) str_printf(out, "%s%s%s\n\n", marks->bold, str_text(&m->title), marks->bold);
    for (size_t i = 0; i < leaves.list.count; i++) {
        const struct leaf *leaf = &leaves.list.items[i];
        if (i) str_append_text(out, is_close(leaf - 1, leaf) ? "\n" : "\n\n");
        append_leaf(leaf, marks, out);
    }
    str_append_byte(out, '\n');
    leaves_free(&leaves);
}

void plain_line(struct str *out, struct slice markdown) {
    struct leaves leaves = {0};
    size_t from = out->len;
    leaves_read(&leaves, markdown);
    vec_each(const struct leaf, leaf, &leaves.list) {
        if (out->len > from) str_append_byte(out, ' ');
        append_words(leaf, &no_marks, out);
    }
    for (size_t i = from; i < out->len; i++)
        if (out->data[i] == '\n') out->data[i] = ' ';
    leaves_free(&leaves);
}

static bool write_text(const struct manuscript *m, enum lang lang, struct str *out, struct error *e) {
    (void)lang;
    (void)e;
    append_all(m, &no_marks, out);
    return true;
}

static bool write_whatsapp(const struct manuscript *m, enum lang lang, struct str *out, struct error *e) {
    (void)lang;
    (void)e;
    append_all(m, &whatsapp_marks, out);
    return true;
}

const struct export_form export_text = {.name = "text", .write = write_text};
const struct export_form export_whatsapp = {.name = "whatsapp", .write = write_whatsapp};
