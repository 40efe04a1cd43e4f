/* Inline HTML: honoured tags become nodes, everything else in angle brackets prints as it is. */
#pragma once

#include "read/markdown/reader.h"

/* Takes in the raw HTML that has gathered. */
void md_html_flush(struct md_reader *r);
/* Closes what is open above stack entry `level`, tags with a warning. */
void md_html_close(struct md_reader *r, size_t level);
