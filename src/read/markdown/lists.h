/* Lists whose markers are not Markdown's: bullets of word processors, letters, Roman numerals. */
#pragma once

#include "read/markdown/form.h"

uint32_t md_list_line(struct md_forms *forms, const struct md_form_line *line);
/* Tells of a line that goes on in a short item above it; takes none. After all that may take it. */
uint32_t md_list_lazy(struct md_forms *forms, const struct md_form_line *line);
