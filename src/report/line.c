#include "report/report.h"

#include "base/safe.h"
#include "report/csv_field.h"

/* The formats that need a line or so for each finding: gnu, github, csv. */

static void gnu_entry(const struct report_style *style, const struct report_entry *entry, struct str *out) {
    if (entry->error) {
        safe_append(out, slice_of(entry->path));
        str_append_text(out, ": error: ");
        safe_append(out, slice_of(entry->error));
        str_append_byte(out, '\n');
        return;
    }
    for (size_t i = 0; i < entry->findings->list.count; i++) {
        const struct finding *finding = &entry->findings->list.items[i];
        struct position start = position_of(entry->positions, finding->start);
        safe_append(out, slice_of(entry->path));
        str_printf(out, ":%zu:%zu: %s: ", start.line, start.column, level_name(finding->severity));
        safe_append(out, slice_of(finding->message));
        str_printf(out, " [%s]\n", finding_rule(finding)->name);
    }
    if (!entry->silenced->list.count) return;
    safe_append(out, slice_of(entry->path));
    str_append_text(out, ":1:1: note: ");
    silenced_append(out, style->lang, entry->silenced);
    str_append_byte(out, '\n');
}

const struct report_format report_gnu = {.entry = gnu_entry};

/* Workflow commands of GitHub Actions: % and line ends are escaped everywhere, : and , in properties. */
static void append_escaped(struct str *out, const char *text, const char *special) {
    struct str safe = {0};
    safe_append(&safe, slice_of(text));
    for (size_t i = 0; i < safe.len; i++)
        if (strchr(special, safe.data[i]))
            str_printf(out, "%%%02X", (unsigned char)safe.data[i]);
        else
            str_append_byte(out, safe.data[i]);
    str_free(&safe);
}

static void github_entry(const struct report_style *style, const struct report_entry *entry,
                         struct str *out) {
    if (entry->error) {
        str_append_text(out, "::error file=");
        append_escaped(out, entry->path, "%:,");
        str_append_text(out, "::");
        append_escaped(out, entry->error, "%");
        str_append_byte(out, '\n');
        return;
    }
    for (size_t i = 0; i < entry->findings->list.count; i++) {
        const struct finding *finding = &entry->findings->list.items[i];
        static const char *const commands[] = {
            [SEVERITY_HINT] = "notice", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};
        struct position start = position_of(entry->positions, finding->start);
        struct position end = position_of(entry->positions, finding->end);
        str_printf(out, "::%s file=", commands[finding->severity]);
        append_escaped(out, entry->path, "%:,");
        str_printf(out, ",line=%zu,endLine=%zu", start.line, end.line);
        if (start.line == end.line) str_printf(out, ",col=%zu,endColumn=%zu", start.column, end.column);
        str_printf(out, ",title=%s::", finding_rule(finding)->name);
        append_escaped(out, finding->message, "%");
        str_append_byte(out, '\n');
    }
    if (!entry->silenced->list.count) return;
    str_append_text(out, "::notice file=");
    append_escaped(out, entry->path, "%:,");
    str_append_text(out, "::");
    silenced_append(out, style->lang, entry->silenced);
    str_append_byte(out, '\n');
}

const struct report_format report_github = {.entry = github_entry};

static void csv_begin(const struct report_style *style, struct str *out) {
    (void)style;
    str_append_text(out, "path,line,column,end_line,end_column,offset,end_offset,severity,rule,text,message,"
                         "suggestion\r\n");
}

static void csv_entry(const struct report_style *style, const struct report_entry *entry, struct str *out) {
    if (entry->error) {
        csv_append(out, slice_of(entry->path));
        str_append_text(out, ",,,,,,,error,,,");
        csv_append(out, slice_of(entry->error));
        str_append_text(out, ",\r\n");
        return;
    }
    for (size_t i = 0; i < entry->findings->list.count; i++) {
        const struct finding *finding = &entry->findings->list.items[i];
        struct position start = position_of(entry->positions, finding->start);
        struct position end = position_of(entry->positions, finding->end);
        csv_append(out, slice_of(entry->path));
        str_printf(out, ",%zu,%zu,%zu,%zu,%zu,%zu,%s,%s,", start.line, start.column, end.line, end.column,
                   start.offset, end.offset, severity_name(finding->severity), finding_rule(finding)->name);
        csv_append(out, slice_range(str_slice(&entry->positions->bytes), finding->start, finding->end));
        str_append_byte(out, ',');
        csv_append(out, slice_of(finding->message));
        str_append_byte(out, ',');
        csv_append(out, slice_of(finding->suggestions.count ? finding->suggestions.items[0] : NULL));
        str_append_text(out, "\r\n");
    }
    if (!entry->silenced->list.count) return;
    struct str told = {0};
    silenced_append(&told, style->lang, entry->silenced);
    csv_append(out, slice_of(entry->path));
    str_append_text(out, ",,,,,,,silenced,,,");
    csv_append(out, str_slice(&told));
    str_append_text(out, ",\r\n");
    str_free(&told);
}

const struct report_format report_csv = {.begin = csv_begin, .entry = csv_entry};
