#include "archive/schema.h"

#include <stddef.h>

/* packed.h: print << 28 | article << 8 | sentence, some hundred in a row. */
const char schema_prints[] = "CREATE TABLE jejak(k INTEGER PRIMARY KEY, isi BLOB NOT NULL)";
const char schema_prints_before[] = "CREATE TABLE jejak(k INTEGER PRIMARY KEY)";

const char *const schema[] = {
    "CREATE TABLE arsip(kunci TEXT PRIMARY KEY, nilai TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE kantor(id INTEGER PRIMARY KEY, nama TEXT UNIQUE NOT NULL)",
    "CREATE TABLE artikel(id INTEGER PRIMARY KEY, kantor INTEGER NOT NULL REFERENCES kantor, "
    "asal TEXT UNIQUE NOT NULL, judul TEXT NOT NULL, tanggal TEXT NOT NULL, url TEXT NOT NULL, "
    "sidik INTEGER NOT NULL, teks TEXT NOT NULL, batas BLOB NOT NULL, versi INTEGER NOT NULL, "
    "ditambah TEXT NOT NULL, ralat_dari INTEGER NOT NULL)",
    "CREATE INDEX artikel_tanggal ON artikel(tanggal)",
    "CREATE INDEX artikel_url ON artikel(url) WHERE url <> ''",
    schema_prints,
    "CREATE TABLE kata(kantor INTEGER NOT NULL, h INTEGER NOT NULL, artikel INTEGER NOT NULL, "
    "PRIMARY KEY(kantor, h)) WITHOUT ROWID",
    "CREATE TABLE orang(id INTEGER PRIMARY KEY, nama TEXT NOT NULL, lipat TEXT UNIQUE NOT NULL)",
    "CREATE TABLE kunci_nama(kunci INTEGER NOT NULL, orang INTEGER NOT NULL, PRIMARY KEY(kunci, orang)) "
    "WITHOUT ROWID",
    "CREATE TABLE sebutan(orang INTEGER NOT NULL, artikel INTEGER NOT NULL, awal INTEGER NOT NULL, "
    "jabatan TEXT NOT NULL, PRIMARY KEY(orang, artikel)) WITHOUT ROWID",
    "CREATE INDEX sebutan_artikel ON sebutan(artikel)",
    "CREATE TABLE kutipan(artikel INTEGER NOT NULL, awal INTEGER NOT NULL, akhir INTEGER NOT NULL, "
    "orang INTEGER NOT NULL, PRIMARY KEY(artikel, awal)) WITHOUT ROWID",
    "CREATE INDEX kutipan_orang ON kutipan(orang)",
    "CREATE TABLE dihapus(id INTEGER PRIMARY KEY, kapan TEXT NOT NULL, alasan TEXT NOT NULL)",
    "CREATE VIRTUAL TABLE cari USING fts5(judul, teks, content='artikel', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 2')",
    NULL,
};
