/* The text in a block: words, entities, line ends, code, raw HTML. Places are of the copy;
 * MD_NOWHERE: bytes are a constant of md4c's. Only read/markdown/ includes it. */
#ifndef READ_MARKDOWN_INLINE_H
#define READ_MARKDOWN_INLINE_H

#include "read/markdown/reader.h"

void md_take_words(struct md_reader *r, uint32_t at, uint32_t end);
void md_take_entity(struct md_reader *r, uint32_t at, uint32_t end);
/* A line end. */
void md_take_break(struct md_reader *r, bool hard);
/* Of a code block or a span. */
void md_take_code(struct md_reader *r, uint32_t at, struct slice bytes);
void md_take_html(struct md_reader *r, uint32_t at, struct slice bytes);

#endif
