#include "manual_pages.h"

#include "base/file.h"
#include "base/utf8.h"
#include "check/rule_try.h"
#include "cli/cli.h"
#include "cli/common.h"
#include "completions.h"
#include "config/settings.h"
#include "roff.h"
#include "ui/editor/messages.h"
#include "ui/panels/messages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const char *name_in(const struct command *command, enum lang lang) {
    return lang == LANG_ID ? command->indonesian : command->name;
}

/* "sunting-check(1)" */
static void page_of(struct str *out, const struct command *command, enum lang lang) {
    str_printf(out, "sunting\\-%s(1)", name_in(command, lang));
}

static void append_commands(struct str *out, enum lang lang) {
    roff_heading(out, lang, "PERINTAH", "COMMANDS");
    for (size_t i = 0; commands[i]; i++) {
        str_append_text(out, ".TP\n.B ");
        page_of(out, commands[i], lang);
        str_append_byte(out, '\n');
        roff_append(out, message_text(lang, commands[i]->about));
        str_append_byte(out, '\n');
    }
    roff_heading(out, lang, "OPSI SEMUA PERINTAH, DI DEPAN ATAU DI BELAKANGNYA",
                 "OPTIONS OF ALL COMMANDS, BEFORE OR AFTER THEM");
    roff_options(out, lang, common_options);
}

static void append_status(struct str *out, enum lang lang) {
    roff_heading(out, lang, "STATUS KELUAR", "EXIT STATUS");
    roff_item(out, "0",
              lang == LANG_ID ? "tidak ada temuan pada atau di atas --fail-on"
                              : "nothing found at or above --fail-on");
    roff_item(out, "1", lang == LANG_ID ? "ada temuan" : "something was found");
    roff_item(out, "2", lang == LANG_ID ? "pekerjaan tidak dapat dilakukan" : "the work could not be done");
}

static void begin_page(struct str *out, enum lang lang, const char *title, int section, const char *name,
                       const char *about) {
    str_printf(out,
               ".\\\" Made from the tables of the program by `make man`.\n.TH %s %d \"\" \"Sunting %s\"\n",
               title, section, SUNTING_VERSION);
    roff_heading(out, lang, "NAMA", "NAME");
    roff_append(out, name);
    str_append_text(out, " \\- ");
    roff_append(out, about);
    str_append_byte(out, '\n');
}

static void append_command_page(struct str *out, enum lang lang, const struct command *command) {
    struct str name = {0}, title = {0}, about = {0};
    const char *details = message_text(lang, command->details);
    str_printf(&name, "sunting-%s", name_in(command, lang));
    for (const char *c = str_text(&name); *c; c++)
        str_append_byte(&title, *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c);
    str_append_text(&about, message_text(lang, command->about));
    if (about.len && about.data[about.len - 1] == '.') str_splice(&about, about.len - 1, 1, SLICE(""));
    begin_page(out, lang, str_text(&title), 1, str_text(&name), str_text(&about));
    roff_heading(out, lang, "IKHTISAR", "SYNOPSIS");
    str_printf(out, ".B sunting %s\n", name_in(command, lang));
    roff_append(out, lang == LANG_ID ? "[OPSI...] " : "[OPTION...] ");
    roff_append(out, message_text(lang, command->usage));
    str_append_byte(out, '\n');
    roff_heading(out, lang, "URAIAN", "DESCRIPTION");
    roff_append(out, message_text(lang, command->about));
    str_append_text(out, "\n.PP\n");
    roff_append(out, details);
    if (*details) str_append_byte(out, '\n');
    str_printf(out, lang == LANG_ID ? "Nama Inggrisnya: sunting %s.\n" : "Its Indonesian name: sunting %s.\n",
               name_in(command, lang == LANG_ID ? LANG_EN : LANG_ID));
    roff_heading(out, lang, "OPSI", "OPTIONS");
    roff_options(out, lang, command->options);
    roff_options(out, lang, common_options);
    append_status(out, lang);
    roff_heading(out, lang, "LIHAT JUGA", "SEE ALSO");
    str_append_text(out, ".BR sunting (1)\n");
    str_free(&name);
    str_free(&title);
    str_free(&about);
}

static const struct {
    const char *name, *keys;
    message_id about;
} actions[] = {
#define ACTION(group, id, keys, possible, run) {#id, keys, MESSAGE_ACTION_##id},
#include "ui/editor/actions.def"
#undef ACTION
};

/* The names that the setting keys has for them. */
static void append_names(struct str *out, enum lang lang) {
    roff_heading(out, lang, "PERINTAH UNTUK TOMBOL SENDIRI", "COMMANDS FOR KEYS OF YOUR OWN");
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
        struct str name = {0};
        str_append_lower(&name, slice_of(actions[i].name));
        roff_item(out, str_text(&name), message_text(lang, actions[i].about));
        str_free(&name);
    }
}

static void append_config_page(struct str *out, enum lang lang) {
    begin_page(out, lang, "SUNTING-CONFIG", 5, "sunting-config",
               lang == LANG_ID ? "pengaturan Sunting dan gaya selingkung"
                               : "settings of Sunting and of a house style");
    roff_heading(out, lang, "URAIAN", "DESCRIPTION");
    roff_paragraph(
        out, lang,
        "Pengaturan ditulis dalam YAML: milik pengguna dalam config.yaml, gaya selingkung dalam .sunting.yaml di folder "
        "naskah atau di atasnya, dan milik satu naskah dalam front matter: sunting: {except: [spelling.foreign]}.",
        "Settings are YAML: the user's in config.yaml, the house style in .sunting.yaml in the folder of the draft or "
        "above it, and those of one draft in its front matter: sunting: {except: [spelling.foreign]}.");
    roff_heading(out, lang, "PENGATURAN", "SETTINGS");
    for (const struct setting_key *key = setting_keys; key->name; key++) {
        struct str name = {0};
        str_append_text(&name, key->name);
        if (key->from & SETTINGS_USER) str_append_text(&name, " (config.yaml)");
        if (key->from & SETTINGS_HOUSE) str_append_text(&name, " (.sunting.yaml)");
        if (key->from & SETTINGS_DRAFT) str_append_text(&name, " (front matter)");
        roff_item(out, str_text(&name), message_text(lang, key->help));
        str_free(&name);
    }
    append_names(out, lang);
    roff_heading(out, lang, "MEMBUNGKAM TEMUAN", "SILENCING FINDINGS");
    roff_paragraph(
        out, lang,
        "Temuan dibungkam di tempatnya dengan <!-- sunting: off ATURAN: alasan --> sampai <!-- sunting: on -->, atau "
        "dengan <!-- sunting: ignore ATURAN: alasan --> untuk paragraf berikutnya saja, atau untuk paragrafnya sendiri bila "
        "ditulis di barisnya. ignore ATURAN \"kata\" membungkam kata itu saja.",
        "A finding is silenced where it stands by <!-- sunting: off RULE: reason --> until <!-- sunting: on -->, or by "
        "<!-- sunting: ignore RULE: reason --> for the next paragraph only, or for its own when it stands in its line. "
        "ignore RULE \"words\" silences these words alone.");
    roff_heading(out, lang, "LIHAT JUGA", "SEE ALSO");
    str_append_text(out, ".BR sunting (1),\n.BR sunting-rules (5)\n");
}

/* "C-s" is Ctrl-S. */
static void append_key(struct str *out, struct slice key) {
    static const char *const modifiers[][2] = {{"C-", "Ctrl-"}, {"M-", "Alt-"}, {"S-", "Shift-"}};
    for (size_t i = 0; i < 3; i++) {
        if (!slice_starts(key, slice_of(modifiers[i][0]))) continue;
        str_append_text(out, modifiers[i][1]);
        key = slice_range(key, 2, key.len);
    }
    bool letter = key.len == 1 && key.data[0] >= 'a' && key.data[0] <= 'z';
    if (letter)
        str_append_byte(out, (char)(key.data[0] - 'a' + 'A'));
    else
        str_append(out, key);
}

static void append_keys(struct str *out, enum lang lang) {
    roff_heading(out, lang, "TOMBOL", "KEYS");
    roff_paragraph(out, lang, "Tombol lain untuk sebuah perintah diberikan dari menu: Ganti tombol perintah.",
                   "A command is given another key in the menu: Change keys of commands.");
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
        struct str keys = {0};
        for (struct slice rest = slice_of(actions[i].keys); rest.len;) {
            if (keys.len) str_append_text(&keys, ", ");
            append_key(&keys, slice_cut(&rest, ' '));
        }
        if (keys.len) roff_item(out, str_text(&keys), message_text(lang, actions[i].about));
        str_free(&keys);
    }
}

static void append_environment(struct str *out, enum lang lang) {
    roff_heading(out, lang, "LINGKUNGAN", "ENVIRONMENT");
    roff_item(out, "LC_ALL, LC_MESSAGES, LANG",
              lang == LANG_ID ? "bahasa pesan: Inggris untuk en*, selain itu Indonesia"
                              : "language of messages: English for en*, else Indonesian");
    roff_item(out, "NO_COLOR",
              lang == LANG_ID ? "bila diisi, keluaran tanpa warna" : "when it is not empty, no colour");
    roff_item(out, "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME",
              lang == LANG_ID
                  ? "tempat berkas pengguna; bawaannya ~/.config, ~/.local/share, ~/.local/state"
                  : "where the user's files are; ~/.config, ~/.local/share, ~/.local/state when not set");
    roff_item(out, "SUNTING_DATA",
              lang == LANG_ID
                  ? "folder dengan kamus, tema, latihan, dan templat yang lain dari yang terpasang"
                  : "a folder with other dictionaries, themes, lessons and templates than those installed");
}

const struct manual_example manual_examples[MANUAL_EXAMPLES] = {
    {"sunting periksa --fail-on warning naskah/",
     {"Gerbang sebelum terbit: status 1 bila ada peringatan.",
      "A gate before publishing: status 1 when there is a warning."}},
    {"sunting periksa -f html naskah/ > laporan.html",
     {"Satu halaman untuk atasan.", "One page for a superior."}},
    {"sunting periksa --changed-since HEAD naskah/",
     {"Hanya kalimat yang belum dikomit.", "Only sentences that are not committed yet."}},
    {"sunting perbaiki --dry-run naskah/", {"Apa yang akan diperbaiki.", "What would be mended."}},
    {"sunting ekspor --to whatsapp naskah/berita.md",
     {"Naskah untuk grup WhatsApp.", "A draft for a WhatsApp group."}},
    {"sunting periksa --stdin-filename berita.md - < naskah/berita.md",
     {"Dari CMS atau editor lain.", "From a CMS or another editor."}},
};

static void append_examples(struct str *out, enum lang lang) {
    roff_heading(out, lang, "CONTOH", "EXAMPLES");
    for (size_t i = 0; i < MANUAL_EXAMPLES; i++)
        roff_item(out, manual_examples[i].command, manual_examples[i].texts[lang]);
}

static void append_see_also(struct str *out, enum lang lang) {
    roff_heading(out, lang, "LIHAT JUGA", "SEE ALSO");
    str_append_text(
        out,
        ".BR sunting-config (5),\n.BR sunting-rules (5),\n.BR sunting-json (5),\n.BR sunting-workshop (7)\n");
}

static void append_page(struct str *out, enum lang lang) {
    str_printf(
        out, ".\\\" Made from the tables of the program by `make man`.\n.TH SUNTING 1 \"\" \"Sunting %s\"\n",
        SUNTING_VERSION);
    roff_heading(out, lang, "NAMA", "NAME");
    roff_paragraph(out, lang, "sunting - meja redaksi di terminal untuk berita dan siaran pers",
                   "sunting - the newsroom desk in a terminal, for news and press releases");
    roff_heading(out, lang, "IKHTISAR", "SYNOPSIS");
    str_append_text(
        out, lang == LANG_ID
                 ? ".B sunting\n[BERKAS[:BARIS[:KOLOM]]...]\n.br\n.B sunting\n[OPSI...] PERINTAH [OPSI...] "
                   "[ARGUMEN...]\n"
                 : ".B sunting\n[FILE[:LINE[:COLUMN]]...]\n.br\n.B sunting\n[OPTION...] COMMAND [OPTION...] "
                   "[ARGUMENT...]\n");
    roff_heading(out, lang, "URAIAN", "DESCRIPTION");
    roff_paragraph(
        out, lang,
        "Sunting membuka naskah dalam penyunting teks dan menandai kalimat ganda, pernyataan tanpa sumber, dan salah eja "
        "selama Anda menulis. Perintah di bawah ini melakukan pemeriksaan yang sama tanpa penyunting teks.",
        "Sunting opens a draft in a text editor and marks duplicated sentences, statements without a source and misspelt "
        "Indonesian as you write. The commands below make the same checks without the editor.");
    append_commands(out, lang);
    append_keys(out, lang);
    roff_heading(out, lang, "ATURAN", "RULES");
    roff_paragraph(out, lang, "Daftar aturan: sunting aturan. Penjelasan satu aturan: sunting aturan NAMA.",
                   "The list of rules: sunting rules. One rule explained: sunting rules NAME.");
    roff_heading(out, lang, "DOKUMEN DARI PROGRAM LAIN", "DOCUMENTS OF OTHER PROGRAMS");
    roff_paragraph(
        out, lang,
        "Dokumen .docx, .odt, dan .doc, halaman .html, dan obrolan WhatsApp yang diekspor dibuka dan diperiksa seperti naskah. "
        "Paragraf, judul, daftar, tebal dan miring, tabel, tautan, dan catatan kaki dibaca menurut urutannya; perubahan "
        "yang dilacak dianggap diterima; gambar, tata letak, kop, dan kaki halaman tidak ikut. Baris dan kolom temuan "
        "adalah milik naskah Markdown hasilnya, yang disimpan sebagai NAMA.md di sampingnya. Dokumen aslinya tidak pernah "
        "diubah. Dokumen Word lama (.doc) dibaca dengan program antiword (paket antiword), yang dijalankan untuk setiap "
        "dokumen tanpa boleh menulis apa pun, dan, bila kernelnya punya Landlock, tanpa membaca selain yang terpasang: alamat "
        "tautannya dan tingkat daftarnya tidak ikut. Tanpa antiword, berkas .doc di folder dilewati, dan yang disebut namanya "
        "ditolak dengan petunjuk. Dalam mode terbatas .doc tidak dibaca.",
        "Documents .docx, .odt and .doc, pages .html, and chats exported from WhatsApp are opened and checked as drafts are. "
        "Paragraphs, headings, lists, bold and italics, tables, links and footnotes are read in their order; tracked changes "
        "count as accepted; pictures, layout, headers and footers stay behind. Lines and columns of findings are those of "
        "the draft in Markdown that comes of it, which is saved as NAME.md beside it. The document itself is never changed. Old "
        "documents of Word (.doc) are read by the program antiword (of the package antiword), which is started for each, may "
        "write nothing and, where the kernel has Landlock, read nothing but what is installed: addresses of links and levels "
        "of lists stay behind. Without antiword, a .doc in a folder is passed over, and one that is named is refused with what "
        "to do. In restricted mode no .doc is read.");
    roff_heading(out, lang, "NASKAH BESAR", "LARGE DRAFTS");
    roff_paragraph(
        out, lang,
        "Naskah di atas 8 MB diperiksa di sekitar layar saja, sekitar seratus halaman, agar memori tetap kecil; yang jauh "
        "dilupakan lagi dan diperiksa kembali ketika dibuka. F7 mencari temuan terus sampai akhir naskah, bagian demi "
        "bagian; tombol apa pun menghentikannya, dan F7 lagi meneruskannya. Yang perlu melihat seluruh naskah tidak "
        "diperiksa di sana: pembukaan naskah, pengenalan narasumber, kepanjangan singkatan, arsip, dan kalimat ganda yang "
        "berjauhan; daftar kutipan dan angka naskah juga tidak ada. sunting periksa memeriksa semuanya.",
        "A draft above 8 MB is checked around the screen only, some hundred pages, so that it takes little memory; what is "
        "far away is forgotten, and checked again when it is looked at. F7 looks for a finding on to the end of the draft, "
        "part by part; any key stops it, and F7 again goes on. What needs all of the draft is not checked there: its "
        "opening, who introduces a source, what an abbreviation stands for, the archive, and sentences repeated far away; "
        "nor is there a list of quotations or facts. sunting check checks all of it.");
    roff_heading(out, lang, "NASKAH BERSAMA", "SHARED DRAFTS");
    roff_paragraph(
        out, lang,
        "Dua sesi satu pengguna pada satu naskah tidak bercampur: yang kedua membaca saja, atau mengambil alih. Siapa "
        "yang membuka naskah yang sedang disunting pengguna lain diberi tahu, kecuali di SMB, FUSE, 9P, dan vboxsf, dan "
        "dari mesin lain hanya jika sistem berkasnya meneruskan kunci (flock). Bagaimanapun, berkas yang berubah sejak "
        "dibuka tidak ditimpa tanpa bertanya, dan isinya menjadi cadangan.",
        "Two sessions of one user on one draft are kept apart: the second reads only, or takes the draft over. Who opens "
        "a draft that another user is editing is told so, except on SMB, FUSE, 9P and vboxsf, and from another machine "
        "only where the file system passes locks (flock) on. In any case a file that has changed since it was opened is "
        "not saved over without asking, and what it held becomes a backup.");
    roff_heading(out, lang, "BERKAS", "FILES");
    roff_item(out, "$XDG_CONFIG_HOME/sunting/config.yaml",
              lang == LANG_ID ? "pengaturan pengguna" : "the user's settings");
    roff_item(out, "$XDG_DATA_HOME/sunting/words.txt",
              lang == LANG_ID ? "kata milik pengguna" : "the user's own words");
    roff_item(
        out, "$XDG_STATE_HOME/sunting/",
        lang == LANG_ID
            ? "jurnal pemulihan (journal), tulisan yang disisihkan (.aside), cadangan versi sebelumnya (backup). Yang "
              "tidak disentuh 180 hari dihapus: jurnal tanpa tulisan yang belum tersimpan, tulisan yang disisihkan, "
              "dan cadangan naskah yang sudah tidak ada. Tulisan yang belum tersimpan tidak pernah dihapus."
            : "recovery journals (journal), work set aside (.aside), backups of earlier versions (backup). What was "
              "not touched for 180 days is removed: journals without unsaved work, work set aside, and backups of "
              "drafts that are no longer there. Unsaved work is never removed.");
    append_status(out, lang);
    append_environment(out, lang);
    append_examples(out, lang);
    append_see_also(out, lang);
}

/* sunting-rules(5): the lesson is written by hand (man/sunting-rules.in), the list of rules is made. */
const char *const manual_lessons[2] = {"man/id/sunting-rules.in", "man/sunting-rules.in"};

static void append_rules_page(struct str *out, enum lang lang) {
    struct str lesson = {0};
    struct language *language = language_new("dictionaries", lang);
    struct rule_book *book = rule_book_new(language, "dictionaries");
    assert_true(file_read(manual_lessons[lang], 1 << 20, &lesson, NULL));
    str_printf(
        out,
        ".\\\" Made from sunting-rules.in and the rules by `make man`.\n.TH SUNTING-RULES 5 \"\" \"Sunting %s\"\n",
        SUNTING_VERSION);
    str_append(out, str_slice(&lesson));
    roff_heading(out, lang, "ATURAN YANG ADA", "THE RULES THERE ARE");
    const struct rule *rule;
    for (size_t id = 0; (rule = rule_book_rule(book, id)) != NULL; id++) {
        roff_item(out, rule->name, rule_text(rule, RULE_ABOUT, lang));
        const char *wrong = rule_text(rule, RULE_WRONG, lang), *right = rule_text(rule, RULE_RIGHT, lang);
        if (strlen(wrong) > 120) continue; /* a whole paragraph */
        str_append_text(out, ".br\n");
        roff_append(out, lang == LANG_ID ? "Salah: " : "Wrong: ");
        roff_append(out, wrong);
        str_append_text(out, "\n.br\n");
        roff_append(out, lang == LANG_ID ? "Benar: " : "Right: ");
        roff_append(out, right);
        str_append_byte(out, '\n');
    }
    rule_book_free(book);
    language_free(language);
    str_free(&lesson);
}

static const struct page {
    const char *path;
    enum lang lang;
    void (*append)(struct str *out, enum lang lang);
} made_pages[] = {{"man/id/sunting.1", LANG_ID, append_page},
                  {"man/sunting.1", LANG_EN, append_page},
                  {"man/id/sunting-rules.5", LANG_ID, append_rules_page},
                  {"man/sunting-rules.5", LANG_EN, append_rules_page},
                  {"man/id/sunting-config.5", LANG_ID, append_config_page},
                  {"man/sunting-config.5", LANG_EN, append_config_page}};
enum { PAGES = sizeof made_pages / sizeof *made_pages };

bool manual_each(bool (*visit)(const char *path, struct slice content)) {
    bool ok = true;
    struct str text = {0}, path = {0};
    for (size_t i = 0; i < PAGES; i++) {
        str_clear(&text);
        made_pages[i].append(&text, made_pages[i].lang);
        ok = visit(made_pages[i].path, str_slice(&text)) && ok;
    }
    for (size_t i = 0; commands[i]; i++)
        for (int lang = 0; lang < 2; lang++) {
            str_clear(&text);
            str_clear(&path);
            append_command_page(&text, (enum lang)lang, commands[i]);
            str_printf(&path, "man/%ssunting-%s.1", lang == LANG_ID ? "id/" : "",
                       name_in(commands[i], (enum lang)lang));
            ok = visit(str_text(&path), str_slice(&text)) && ok;
        }
    for (size_t i = 0; i < COMPLETIONS; i++) {
        str_clear(&text);
        completions[i].append(&text);
        ok = visit(completions[i].path, str_slice(&text)) && ok;
    }
    str_free(&text);
    str_free(&path);
    return ok;
}
