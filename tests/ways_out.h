#ifndef SUNTING_TESTS_WAYS_OUT_H
#define SUNTING_TESTS_WAYS_OUT_H

/*
 * Ways out of restricted mode. Each is tried by a process that has called restrict_apply() and then does what
 * the program never would; none of the program's own checks takes part. The folder is "inside", beside it
 * lies "outside" with a file "secret"; $OUTSIDE is its path. $READABLE is a file among the program's data,
 * which may be read and nothing else.
 */
struct way_out {
    const char *name;
    int (*escapes)(const char *secret); /* 0: refused */
};
extern const struct way_out ways_out[]; /* ended by a NULL name */

/* Those that the program itself could be talked into: ways_program.c. */
int load_draft(const char *secret);
int save_draft_as(const char *secret);
int state_path(const char *secret);
int dictionary_path(const char *secret);
int config_path(const char *secret);
int theme_variable(const char *secret);

/* Whether open() lets this process. */
int can_open(const char *path, int flags);

#endif
