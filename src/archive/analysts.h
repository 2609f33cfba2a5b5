#ifndef SUNTING_ARCHIVE_ANALYSTS_H
#define SUNTING_ARCHIVE_ANALYSTS_H

#include "archive/entry.h"

/*
 * Processes that read texts (entry_analyse()) while another writes what was found: half of the time of
 * filling an archive is reading. Processes, not threads: the caches of struct language are made for one. They
 * ask the archive nothing, and end when the process that started them does.
 *
 *     analysts_send(analysts, text);        as long as analysts_room() says so
 *     analysts_receive(analysts, &entry);   of the text sent first
 */
struct analysts;

/* As many as there are processors, and one; on one processor one, since it forgets what this process would
 * remember of the words of all texts. NULL where none can be started: then entry_analyse() does it. They
 * keep what this process holds, so start them before it holds much. */
struct analysts *analysts_start(struct archive *archive);
/* All that were not received are thrown away. */
void analysts_end(struct analysts *analysts);
/* For a text of so many bytes. */
bool analysts_room(const struct analysts *analysts, size_t len);
void analysts_send(struct analysts *analysts, struct slice text);
/* Gives and takes what can be without waiting: to be called now and then in what takes long. */
void analysts_exchange(struct analysts *analysts);
/* Fills in what entry_analyse() does; false when whoever had it died: then
 * entry_analyse() it yourself. */
bool analysts_receive(struct analysts *analysts, struct entry *entry);

#endif
