/* Emphasis, links, pictures and code in the text: what opens and closes them. Raw HTML before them
 * is taken in already (html.h). Only read/markdown/ includes it. */
#ifndef READ_MARKDOWN_SPANS_H
#define READ_MARKDOWN_SPANS_H

#include "read/markdown/reader.h"

/* Opens what a run of one of the characters begins: at most len of them (0: all). */
void md_enter_marked(struct md_reader *r, enum node_kind kind, const char *marks, uint32_t len);
void md_enter_link(struct md_reader *r, struct md_target target);
void md_enter_image(struct md_reader *r, struct md_target target);
/* Closes the topmost entry, a span. */
void md_finish_span(struct md_reader *r);
/* md4c 0.4.8 closes an emphasis that it has not opened, when an address took in the opening marks:
 * `http://a.example?*b *c`. Takes them as text. */
void md_put_stray_marks(struct md_reader *r);

#endif
