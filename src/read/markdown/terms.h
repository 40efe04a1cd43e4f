/* Lists of definitions, as PHP Markdown Extra and pandoc have them: a term on a line of its own,
 * below it what it means behind a colon. For md4c they are a list of terms, each with a list of
 * what it means; read, they become a DESCRIPTION_LIST. */
#pragma once

#include "read/markdown/form.h"
#include "read/markdown/reader.h"

uint32_t md_terms(struct md_forms *forms, const struct md_form_line *line);
/* Makes a DESCRIPTION_LIST of a LIST, if that is what it stands for. */
void md_terms_finish(struct node *list);
