#ifndef SUNTING_TESTS_SCRIPT_H
#define SUNTING_TESTS_SCRIPT_H

#include "base/str.h"

/*
 * Key scripts: what a user does, and what the screen must show. A script is a folder with a file `script`,
 * one step a line ('#' begins a comment):
 *
 *     terms NAME...            the first line: the rest once on each TERM (or NO_COLOR), side by side
 *     include NAME             the steps of the folder's file NAME
 *     size 80x24               before run; 80x24 when not given
 *     env NAME=value           before run
 *     copy NAME                copies a file of the folder to the same place in the session's folder
 *     repeat NAME TIMES OTHER  appends the folder's OTHER to the session's file NAME, so many times
 *     limit BYTES              no file may become larger; 0 ends it
 *     rescue NAME OTHER        puts the folder's OTHER where a save of NAME that was cut off leaves its copy
 *     replace NAME OTHER       the session's file NAME gets the content of the folder's OTHER
 *     remove NAME              removes a file of the session's folder
 *     rename NAME OTHER        the session's file NAME is called OTHER
 *     forget                   removes all that the program keeps for itself
 *     newcomer                 before run: this user has never opened a draft; else there was one before
 *     run ARGUMENTS            starts the program there; words are separated by one space
 *     another                  from here on about a second session, and with the next one the first again
 *     type TEXT                types it
 *     keys ^S F7 Up Shift+F7   presses keys, one after the other
 *     mouse BUTTON COLUMN ROW M   a report of the mouse (xterm's SGR form; m: the button is let go)
 *     pace MS                  from here on so much time is between two letters of type
 *     paste NAME               pastes the file, bracketed
 *     paste-open NAME          the same, and the end mark never comes
 *     resize 120x40
 *     wait TEXT                until the screen shows it
 *     gone TEXT                until the screen does not show it
 *     pause MS                 lets that much time pass
 *     screen NAME              until the screen equals the file NAME of the folder
 *     looks NAME               the same for the attributes of the cells (pty_looks)
 *     colours NAME             the same for colours and attributes together (pty_colours)
 *     view NAME                with terms: the same on all, and looking as the table `looks` of the folder
 *                              says, whose rows the golden file numbers
 *     same NAME OTHER          the session's file NAME equals the folder's file OTHER
 *     contains NAME TEXT       the session's file NAME holds TEXT
 *     journalled NAME TEXT     until a journal rebuilds a text that holds TEXT, of the session's file NAME,
 * or of one without a name, or that the journal holds whole: - signal NAME              HUP, TERM, KILL,
 * STOP, CONT exit N                   the program ends with this status (or signal, as 128 + its number)
 *
 * In a golden file ░ stands for any one character: times. UPDATE_GOLDEN=1 writes the golden files anew;
 * lines that say the same keep their ░, and a lost one fails the test, once.
 *
 * For the program it is always about noon of a day that begins and ends with the test; the date it proposes
 * is 2026-11-23 (SUNTING_TODAY).
 */

/* Runs the script in folder with program; on failure says why in *report and is false. */
bool script_run(const char *folder, const char *program, struct str *report);

#endif
