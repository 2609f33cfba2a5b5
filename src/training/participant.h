#ifndef SUNTING_TRAINING_PARTICIPANT_H
#define SUNTING_TRAINING_PARTICIPANT_H

/*
 * Who practises: the lines of .config/sunting/peserta, which the class was set up with: name, office, login.
 * Without a login there, that of the session. Each is new, to be released with free(), and "" when not known.
 */
void participant_read(char **login, char **name, char **office);

#endif
