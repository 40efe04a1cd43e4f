/* What stands in a block: words, entities, line ends, code, raw HTML; emphasis, links, pictures.
 * Places are of the copy; MD_NOWHERE: bytes are a constant of md4c's. */
#pragma once

#include "read/markdown/reader.h"

void md_take_words(struct md_reader *r, uint32_t at, uint32_t end);
void md_take_entity(struct md_reader *r, uint32_t at, uint32_t end);
/* A line end. */
void md_take_break(struct md_reader *r, bool hard);
/* Of a code block or a span. */
void md_take_code(struct md_reader *r, uint32_t at, struct slice bytes);
void md_take_html(struct md_reader *r, uint32_t at, struct slice bytes);
/* Diagnoses a table of more than MD_MAX_COLUMNS columns whose header row stands at a place. */
void md_check_columns(struct md_reader *r, uint32_t at, uint32_t columns);

/* ---- spans: raw HTML before them is taken in already (html.h) */

/* Opens what a run of one of the characters begins: at most len of them (0: all). */
void md_enter_marked(struct md_reader *r, enum node_kind kind, const char *marks, uint32_t len);
void md_enter_link(struct md_reader *r, struct md_target target);
void md_enter_image(struct md_reader *r, struct md_target target);
/* Closes the topmost entry, a span. */
void md_finish_span(struct md_reader *r);
/* md4c 0.4.8 closes an emphasis that it has not opened, when an address took in the opening marks:
 * `http://a.example?*b *c`. Takes them as text. */
void md_put_stray_marks(struct md_reader *r);
