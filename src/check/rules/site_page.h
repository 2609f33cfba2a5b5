#ifndef SUNTING_CHECK_RULES_SITE_PAGE_H
#define SUNTING_CHECK_RULES_SITE_PAGE_H

#include "draft/front/front_matter.h"
#include "language/lexicon/language.h"

/* A page of a site that is no news, and so needs neither date nor title: _index.md of Hugo, one with a layout
 * or an address of its own, one in a folder of pages (content/tentang.md, content/layanan/ktp.md,
 * _majors/tkj.md). path may be NULL: a draft without a name is news. */
bool site_page_is_section(struct language *language, const char *path, const struct front_matter *front);
/* A file below src/content, as Astro has it: the site says in its schema which keys it wants and how it reads
 * them, and refuses to be built when one is missing. */
bool site_page_has_schema(const char *path);
/* A post below source/_posts or source/_drafts, as Hexo has it: Hexo takes a front matter that nothing opens.
 */
bool site_page_opens_itself(const char *path);

#endif
