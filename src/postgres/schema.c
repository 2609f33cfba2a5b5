#include "postgres/schema.h"

#include <stddef.h>

/* Texts compare by their bytes, as in SQLite, whatever the language of the server. No trigger guards what
 * refers to what: an archive with one is not opened. */
const char *const postgres_schema[] = {
    "CREATE TABLE arsip(kunci text COLLATE \"C\" PRIMARY KEY, nilai text NOT NULL)",
    "CREATE TABLE kantor(id bigint PRIMARY KEY, nama text COLLATE \"C\" UNIQUE NOT NULL)",
    "CREATE TABLE artikel(id bigint PRIMARY KEY, kantor bigint NOT NULL, asal text COLLATE \"C\" UNIQUE NOT NULL, "
    "judul text NOT NULL, tanggal text COLLATE \"C\" NOT NULL, url text COLLATE \"C\" NOT NULL, "
    "sidik bigint NOT NULL, teks text NOT NULL, batas bytea NOT NULL, versi bigint NOT NULL, "
    "ditambah text NOT NULL, ralat_dari bigint NOT NULL)",
    "CREATE INDEX artikel_tanggal ON artikel(tanggal)",
    "CREATE INDEX artikel_url ON artikel(url) WHERE url <> ''",
    /* h: the print; u: article << 8 | sentence */
    "CREATE TABLE jejak(h bigint NOT NULL, u bigint NOT NULL, PRIMARY KEY(h, u))",
    "CREATE TABLE kata(kantor bigint NOT NULL, h bigint NOT NULL, artikel bigint NOT NULL, "
    "PRIMARY KEY(kantor, h))",
    "CREATE TABLE orang(id bigint PRIMARY KEY, nama text COLLATE \"C\" NOT NULL, "
    "lipat text COLLATE \"C\" UNIQUE NOT NULL)",
    "CREATE TABLE kunci_nama(kunci bigint NOT NULL, orang bigint NOT NULL, PRIMARY KEY(kunci, orang))",
    "CREATE INDEX kunci_nama_orang ON kunci_nama(orang)",
    "CREATE TABLE sebutan(orang bigint NOT NULL, artikel bigint NOT NULL, awal bigint NOT NULL, "
    "jabatan text NOT NULL, PRIMARY KEY(orang, artikel))",
    "CREATE INDEX sebutan_artikel ON sebutan(artikel)",
    "CREATE TABLE kutipan(artikel bigint NOT NULL, awal bigint NOT NULL, akhir bigint NOT NULL, "
    "orang bigint NOT NULL, PRIMARY KEY(artikel, awal))",
    "CREATE INDEX kutipan_orang ON kutipan(orang)",
    "CREATE TABLE dihapus(id bigint PRIMARY KEY, kapan text NOT NULL, alasan text NOT NULL)",
    /* judul and teks as words, by search.h, and how many they are */
    "CREATE TABLE cari(id bigint PRIMARY KEY, kata tsvector NOT NULL, panjang bigint NOT NULL)",
    "CREATE INDEX cari_kata ON cari USING gin(kata)",
    /* What the server gathers of columns, for its plans, is bits of them, which outlive what is removed. */
    "ALTER TABLE artikel ALTER asal SET STATISTICS 0, ALTER judul SET STATISTICS 0, ALTER url SET STATISTICS 0, "
    "ALTER teks SET STATISTICS 0, ALTER batas SET STATISTICS 0",
    "ALTER TABLE orang ALTER nama SET STATISTICS 0, ALTER lipat SET STATISTICS 0",
    "ALTER TABLE sebutan ALTER jabatan SET STATISTICS 0",
    "ALTER TABLE cari ALTER kata SET STATISTICS 0",
    NULL,
};
