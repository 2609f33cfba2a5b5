#include "language/spelling/affixes.h"
#include "language/spelling/morphology.h"

void morphology_join(const char *name, struct slice root, struct str *out) {
    for (size_t i = 0; i < PREFIX_COUNT; i++)
        if (affix_prefixes[i].names[0] && strcmp(affix_prefixes[i].names[0], name) == 0 &&
            !affix_prefixes[i].names[1]) {
            affix_join(&affix_prefixes[i], root, out);
            return;
        }
    str_append(out, slice_range(slice_of(name), 0, strlen(name) - 1));
    str_append(out, root);
}

void word_form_write(const struct word_form *form, struct slice root, struct str *out) {
    struct str inner = {0};
    str_append(&inner, root);
    for (size_t i = form->prefix_count; i-- > 0;) {
        struct str next = {0};
        /* per- keeps its p: memperluas */
        bool before_per = i + 1 < form->prefix_count && strcmp(form->prefixes[i + 1], "per-") == 0;
        if (before_per && strcmp(form->prefixes[i] + 1, "eN-") == 0)
            str_printf(&next, "%.2sm%s", form->prefixes[i], str_text(&inner));
        else
            morphology_join(form->prefixes[i], str_slice(&inner), &next);
        str_free(&inner);
        inner = next;
    }
    str_append(out, str_slice(&inner));
    if (form->doubled && !form->prefix_count) str_printf(out, "-%s", str_text(&inner));
    str_free(&inner);
    for (size_t i = 0; i < form->suffix_count; i++)
        str_append_text(out, form->suffixes[i] + 1);
}

void word_form_describe(const struct word_form *form, struct str *out) {
    for (size_t i = 0; i < form->prefix_count; i++)
        str_printf(out, "%s + ", form->prefixes[i]);
    str_append_text(out, form->root);
    if (form->doubled) str_printf(out, " (x2)");
    for (size_t i = 0; i < form->suffix_count; i++)
        str_printf(out, " + %s", form->suffixes[i]);
}
