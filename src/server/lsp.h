#ifndef SUNTING_SERVER_LSP_H
#define SUNTING_SERVER_LSP_H

#include "server/host.h"

/*
 * The Language Server Protocol 3.17 over two file descriptors: drafts as they are typed in another editor,
 * the same findings as `sunting check`, what may be done about them, and why. Returns the exit status that
 * the protocol asks for: 0 after a shutdown, else 1.
 */
int lsp_run(const struct host *host, int in, int out);

#endif
