/* From bytes to a document: Markdown, plain article text, front matter, settings. Bad content
 * becomes diagnostics; a document always comes back. Layers 3 and up include only this header. */
#pragma once

#include "base/diag.h"
#include "doc/doc.h"
#include "read/front/options.h"

/* Reads a leaflet: encoding checks, front matter, settings chain, body, images, front and back
 * matter (masthead, contact, about), numbering, link targets; doc_seal()ed. bytes must outlive
 * the document. The diagnostics go to diags (whose arena must outlive them; spans point at
 * sources in the document's arena, so print before doc_free). */
struct doc *read_document(struct slice bytes, const struct read_options *options,
                          struct diag_list *diags);

/* Sets up the XML library, which does so without a lock: call it before the first of several
 * threads reads or writes. */
void read_prepare(void);
