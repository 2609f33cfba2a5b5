#include "export/export.h"

const struct export_form *const export_forms[] = {&export_html,   &export_text, &export_whatsapp,
                                                  &export_social, &export_docx, NULL};
