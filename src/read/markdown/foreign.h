/* Lines that other tools read as marks of a box or a tab, and that print here as they stand: they
 * are told. */
#pragma once

#include "read/markdown/form.h"

/* Tells of the line if it is one; takes none. Returns the line's start. */
uint32_t md_foreign_line(struct md_forms *forms, const struct md_form_line *line);
