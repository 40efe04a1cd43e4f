/* Tells what was assumed about a plain article, and what in it was surely not meant. Only plain/.
 */
#pragma once

#include "base/diag.h"
#include "read/plain/article.h"

/* Each of these at most once, at the first place: paragraphs that no blank line parts; words parted
 * at line ends; heads and feet of pages; tables; Markdown. The article has its segments and roles.
 */
void plain_tell(const struct plain_article *article, struct diag_list *diags);
