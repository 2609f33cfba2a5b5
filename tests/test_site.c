/* sunting archive add of a site's own export: WordPress, CSV, JSON, SQL. */
#include "archives.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define DIKE "Warga bergotong royong memperbaiki tanggul sungai yang jebol akibat hujan deras semalam."
#define RICE "Dinas pertanian mencatat dua puluh hektare sawah terendam lumpur setinggi lutut orang dewasa."
#define MARKET "Pasar murah dibuka di halaman kantor camat dan diserbu ibu rumah tangga sejak subuh."
#define ITEM(title, link, date, id, status, type, content)                                                   \
    "<item><title>" title "</title><link>" link "</link>"                                                    \
    "<pubDate>Mon, 09 Sep 2024 03:00:00 +0000</pubDate><dc:creator><![CDATA[admin]]></dc:creator>"           \
    "<guid isPermaLink=\"false\">https://dinas.example/?p=" id "</guid><description></description>"          \
    "<content:encoded><![CDATA[" content "]]></content:encoded>"                                             \
    "<excerpt:encoded><![CDATA[Ringkasan yang tidak masuk.]]></excerpt:encoded>"                             \
    "<wp:post_id>" id "</wp:post_id><wp:post_date><![CDATA[" date "]]></wp:post_date>"                       \
    "<wp:status><![CDATA[" status "]]></wp:status><wp:post_type><![CDATA[" type "]]></wp:post_type>"         \
    "<wp:comment><wp:comment_content><![CDATA[Komentar.]]></wp:comment_content></wp:comment></item>"

static const char wordpress[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<!-- generator=\"WordPress/6.5\" -->\n"
    "<rss version=\"2.0\" xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" "
    "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    "xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Dinas</title>"
    "<link>https://dinas.example</link><wp:wxr_version>1.2</wp:wxr_version>" ITEM(
        "Tanggul &#8211; Diperbaiki", "https://dinas.example/tanggul/", "2024-09-09 10:00:00", "11",
        "publish", "post",
        "<!-- wp:paragraph --><p>" DIKE "</p><!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>" RICE
        "</p>\n<!-- /wp:paragraph -->")
        ITEM("Pasar", "https://dinas.example/pasar/", "2024-10-01 08:00:00", "12", "publish", "post",
             "[caption id=\"a\" width=\"3\"]<img src=\"a.jpg\" /> Foto[/caption]\n\n" MARKET "\n\n" RICE)
            ITEM("Rancangan", "", "2024-10-02 08:00:00", "13", "draft", "post", DIKE)
                ITEM("foto", "https://dinas.example/foto/", "2024-10-02 08:00:00", "14", "inherit",
                     "attachment", "x") ITEM("Tentang kami", "https://dinas.example/kami/",
                                             "2020-01-01 08:00:00", "2", "publish", "page", RICE)
                    ITEM("Besok", "https://dinas.example/besok/", "2031-01-01 08:00:00", "15", "future",
                         "post", RICE) "</channel></rss>\n";

static void add(const struct place *place, const char *name, const char *content, const char *expected) {
    struct str arguments = {0}, out = {0};
    file_make(place->folder, name, slice_of(content));
    str_printf(&arguments, "arsip tambah @%s", name);
    place_run(place, str_text(&arguments), 0, &out);
    assert_string_equal(str_text(&out), expected);
    str_free(&arguments);
    str_free(&out);
}

/* What the search finds: "title (date) url", a line each. */
static void expect_found(const struct place *place, const char *words, const char *expected) {
    struct str arguments = {0}, got = {0};
    str_printf(&arguments, "arsip cari %s", words);
    json_t *root = place_json(place, str_text(&arguments), 0), *one;
    size_t i;
    json_array_foreach(json_object_get(root, "results"), i, one) str_printf(
        &got, "%s (%s) %s\n", json_string_value(json_object_get(one, "title")),
        json_string_value(json_object_get(one, "date")),
        json_is_string(json_object_get(one, "url")) ? json_string_value(json_object_get(one, "url")) : "");
    assert_string_equal(str_text(&got), expected);
    json_decref(root);
    str_free(&arguments);
    str_free(&got);
}

static void an_export_of_wordpress_fills_the_archive(void **state) {
    (void)state;
    struct place place;
    place_make(&place);
    add(&place, "ekspor.xml", wordpress, "2 tulisan ditambahkan, 0 diganti, 0 tetap sama, 4 dilewati.\n");
    add(&place, "ekspor.xml", wordpress, "0 tulisan ditambahkan, 0 diganti, 2 tetap sama, 4 dilewati.\n");
    expect_found(&place, "tanggul", "Tanggul – Diperbaiki (2024-09-09) https://dinas.example/tanggul/\n");
    expect_found(&place, "hektare",
                 "Pasar (2024-10-01) https://dinas.example/pasar/\n"
                 "Tanggul – Diperbaiki (2024-09-09) https://dinas.example/tanggul/\n");
    expect_found(&place, "ringkasan", "");
    expect_found(&place, "caption", "");
    /* paragraphs are paragraphs, so that sentences are found */
    place_write(&place, "naskah.md", "Naskah", "2026-11-20", "status: draf\n", "Pagi.\n\n" RICE);
    json_t *root = place_json(&place, "arsip periksa @naskah.md", 0);
    const json_t *found = json_object_get(json_array_get(json_object_get(root, "files"), 0), "findings");
    assert_int_equal(json_array_size(found), 1);
    json_decref(root);
    place_remove(&place);
}

static void tables_fill_it_too(void **state) {
    (void)state;
    static const char csv[] = "id;judul;isi_berita;tanggal;status;instansi\r\n"
                              "1;\"Tanggul; lagi\";\"<p>" DIKE
                              "</p>\r\n<p>Kata \"\"Budi\"\" kemarin.</p>\";2024-01-05;terbit;Dinas PU\r\n"
                              "2;Draf;" RICE ";2024-01-06;draft;Dinas PU\r\n";
    static const char my_admin[] =
        "[{\"type\":\"header\",\"version\":\"5.2.1\"},{\"type\":\"table\",\"name\":\"berita\",\"data\":["
        "{\"id_berita\":\"7\",\"judul\":\"Pasar\",\"isi_berita\":\"<p>" MARKET
        "<\\/p>\",\"tgl\":\"2023-02-03\"}]}]";
    static const char rest[] =
        "[{\"id\":9,\"date\":\"2022-05-06T07:08:09\",\"link\":\"https://d.example/sawah/\",\"status\":\"publish\","
        "\"type\":\"post\",\"title\":{\"rendered\":\"Sawah &amp; Lumpur\"},"
        "\"content\":{\"rendered\":\"<p>" RICE "</p>\",\"protected\":false}}]";
    struct place place;
    place_make(&place);
    add(&place, "berita.csv", csv, "1 tulisan ditambahkan, 0 diganti, 0 tetap sama, 1 dilewati.\n");
    add(&place, "berita.json", my_admin, "1 tulisan ditambahkan, 0 diganti, 0 tetap sama, 0 dilewati.\n");
    add(&place, "pos.json", rest, "1 tulisan ditambahkan, 0 diganti, 0 tetap sama, 0 dilewati.\n");
    expect_found(&place, "tanggul", "Tanggul; lagi (2024-01-05) \n");
    expect_found(&place, "murah", "Pasar (2023-02-03) \n");
    expect_found(&place, "hektare", "Sawah & Lumpur (2022-05-06) https://d.example/sawah/\n");
    place_remove(&place);
}

static void dumps_fill_it_too(void **state) {
    (void)state;
    static const char mysql[] =
        "-- MySQL dump 10.19\nDROP TABLE IF EXISTS `berita`;\nCREATE TABLE `berita` (\n  `id` int(11) NOT NULL,\n"
        "  `judul` varchar(255) DEFAULT 'a,b',\n  `isi` longtext,\n  `tanggal` datetime DEFAULT NULL,\n"
        "  PRIMARY KEY (`id`)\n) ENGINE=InnoDB;\n"
        "INSERT INTO `pemakai` VALUES (1,'admin','x');\n"
        "INSERT INTO `berita` VALUES (1,'Tanggul \\'lagi\\'','<p>" DIKE "</p>\\n<p>Selesai; (baik).</p>',"
        "'2021-03-04 05:06:07'),(2,NULL,'" MARKET "','2021-03-05 00:00:00');\n"
        "INSERT INTO wp_posts (ID, post_date, post_content, post_title, post_status, post_type) VALUES\n"
        "(5, '2020-01-02 03:04:05', '" RICE "', 'Sawah', 'publish', 'post'),\n"
        "(6, '2020-01-02 03:04:05', '" RICE "', 'Versi', 'inherit', 'revision');\n";
    static const char postgres[] =
        "--\n-- PostgreSQL database dump\n--\n\nCOPY public.artikel (id, judul, isi, tanggal) FROM stdin;\n"
        "1\tJalan Desa\tJalan desa sepanjang dua kilometer selesai\\ndiaspal bulan ini.\\tBaik.\t2019-07-08\n"
        "2\tKosong\t\\N\t\\N\n\\.\n\nINSERT INTO public.artikel (judul, isi) VALUES ('Ibu ''Ani''', E'Posyandu\\nmelati.');\n";
    struct place place;
    place_make(&place);
    add(&place, "situs.sql", mysql, "3 tulisan ditambahkan, 0 diganti, 0 tetap sama, 1 dilewati.\n");
    add(&place, "pg.sql", postgres, "2 tulisan ditambahkan, 0 diganti, 0 tetap sama, 0 dilewati.\n");
    expect_found(&place, "tanggul", "Tanggul 'lagi' (2021-03-04) \n");
    expect_found(&place, "hektare", "Sawah (2020-01-02) \n");
    expect_found(&place, "kilometer", "Jalan Desa (2019-07-08) \n");
    expect_found(&place, "posyandu", "Ibu 'Ani' () \n");
    place_remove(&place);
}

/* As offices had their sites made: names with the table in them, numbers that begin anew in each table,
 * tables beside the texts that look like them. */
static void dumps_of_own_making_fill_it(void **state) {
    (void)state;
    static const char dump[] =
        "CREATE TABLE `tbl_tulisan` (\n  `tulisan_id` int,\n  `tulisan_judul` varchar(9),\n  `tulisan_isi` text,\n"
        "  `tulisan_created` datetime,\n  `tulisan_tgl_posting` datetime,\n  `tulisan_link` varchar(9)\n);\n"
        "INSERT INTO `tbl_tulisan` VALUES (1,'Tanggul','" DIKE "','2020-01-01','2020-02-02','#'),\n"
        "(2,'Sawah','<p>" RICE "</p>','2020-01-01','2020-02-03','#');\n"
        "INSERT INTO `pengumuman` (`id`, `judulPengumuman`, `isipengumuman`, `status`) VALUES\n"
        "(1,'Pasar','" MARKET "','aktif'),(2,'Rahasia','Lelang ditunda.','tidak aktif');\n"
        "INSERT INTO `kategori_berita` (`id`, `judul`, `keterangan`) VALUES (1,'Umum','Kategori umum.');\n"
        "INSERT INTO `heading` (`id`, `judul`, `isi`) VALUES (1,'Kontak','Hubungi kami di kantor.');\n"
        "INSERT INTO `jos_content` (`id`,`title`,`introtext`,`fulltext`,`state`,`publish_up`) VALUES\n"
        "(1,'Irigasi','<p>Saluran irigasi dikeruk.</p>','<p>Petani lega.</p>',1,'2019-05-06 01:02:03');\n"
        "INSERT INTO `berita` (`id`, `nama_berita`, `keterangan`) VALUES "
        "(1,'Posyandu',0x506f7379616e6475206d656c61746920646962756b612e);\n"
        "INSERT INTO wp_posts (ID, post_content, post_title, post_status, post_type) VALUES\n"
        "(5,'[[\\\"meja\\\"]]','Tabel','publish','tablepress_table'),"
        "(6,'Rapat koperasi.','Koperasi','publish','siaran-pers');\n";
    struct place place;
    place_make(&place);
    add(&place, "kantor.sql", dump, "6 tulisan ditambahkan, 0 diganti, 0 tetap sama, 2 dilewati.\n");
    expect_found(&place, "tanggul", "Tanggul (2020-02-02) \n");
    expect_found(&place, "hektare", "Sawah (2020-02-03) \n");
    expect_found(&place, "murah", "Pasar () \n");
    expect_found(&place, "irigasi petani", "Irigasi (2019-05-06) \n");
    expect_found(&place, "melati", "Posyandu () \n");
    expect_found(&place, "koperasi", "Koperasi () \n");
    expect_found(&place, "kategori", "");
    expect_found(&place, "hubungi", "");
    place_remove(&place);
}

static void what_holds_no_texts_is_said(void **state) {
    (void)state;
    static const char *const files[][2] = {
        {"a.csv", "nama,alamat\nAni,Padang\n"},
        {"a.json", "{\"x\": [1, 2]}"},
        {"b.json", "{\"x\": "},
        {"a.sql", "INSERT INTO x (a, b) VALUES (1, 'isi"},
        {"a.xml", "<rss><channel><item><title>a</title></item></channel></rss>"},
        {"b.xml", "<rss><channel>"},
        {"c.sql", "INSERT INTO berita (judul, isi) VALUES ('a', 'b"}};
    struct place place;
    struct str arguments = {0}, out = {0};
    place_make(&place);
    for (size_t i = 0; i < 6; i++) {
        file_make(place.folder, files[i][0], slice_of(files[i][1]));
        str_clear(&arguments);
        str_printf(&arguments, "arsip tambah @%s", files[i][0]);
        place_complains(&place, str_text(&arguments), &out);
        assert_non_null(strstr(str_text(&out), files[i][0]));
    }
    str_free(&arguments);
    str_free(&out);
    place_remove(&place);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_export_of_wordpress_fills_the_archive), cmocka_unit_test(tables_fill_it_too),
        cmocka_unit_test(dumps_fill_it_too), cmocka_unit_test(dumps_of_own_making_fill_it),
        cmocka_unit_test(what_holds_no_texts_is_said)};
    setenv("LC_ALL", "C", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
