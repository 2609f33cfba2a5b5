#ifndef SUNTING_REPORT_XML_TEXT_H
#define SUNTING_REPORT_XML_TEXT_H

#include "base/str.h"

/* Appends text for XML and HTML, between tags or in a quoted attribute: marks of theirs are escaped; what
 * XML 1.0 does not allow (control characters, bytes that are no UTF-8) becomes U+FFFD. */
void xml_append(struct str *out, struct slice text);

#endif
