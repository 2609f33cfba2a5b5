#ifndef SUNTING_TRAINING_PASSWORD_H
#define SUNTING_TRAINING_PASSWORD_H

#include "base/message.h"

/* Appends a password that can be read off a strip of paper and typed on a phone: two words of
 * dictionaries/password_words.tsv and two digits, small letters, no space: "kopisawah47". With 247 words it
 * is one of 6.1 million, chosen by the kernel: enough against guessing through sshd for the days of a class.
 * False with a sentence in e when the words or the kernel's choice are not to be had. */
bool password_make(struct str *out, struct error *e);

#endif
