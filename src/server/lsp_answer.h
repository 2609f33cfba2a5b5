#ifndef SUNTING_SERVER_LSP_ANSWER_H
#define SUNTING_SERVER_LSP_ANSWER_H

#include "server/lsp_document.h"

/* What is said of a draft that was checked: values for the caller to give away. */

/* The params of textDocument/publishDiagnostics. */
json_t *lsp_diagnostics(const struct lsp_document *document, enum place_unit unit);
/* The findings at the offset, with their reasons; null when there is none. */
json_t *lsp_hover(const struct lsp_document *document, size_t offset, enum place_unit unit, enum lang lang);
/* What may be done about the findings that touch the range: an array. */
json_t *lsp_actions(const struct lsp_document *document, size_t start, size_t end, enum place_unit unit,
                    enum lang lang);

#endif
