/* From bytes to a document: Markdown, plain article text, front matter, settings. Bad content
 * becomes diagnostics; a document always comes back. Layers 3 and up include only this header. */
#pragma once

#include "base/diag.h"
#include "doc/doc.h"
#include "read/front/options.h"
#include "read/front/settings.h"
#include "read/passes/leaflets.h"
#include "read/passes/names.h"

/* Reads a leaflet: encoding checks, front matter, settings chain, body, images, front and back
 * matter (masthead, contact, about), numbering, link targets; doc_seal()ed. bytes must outlive
 * the document. The diagnostics go to diags (whose arena must outlive them; spans point at
 * sources in the document's arena, so print before doc_free). */
struct doc *read_document(struct slice bytes, const struct read_options *options,
                          struct diag_list *diags);

/* Reads what other leaflets show of one, from the same bytes in the same way, without its pictures
 * and messages; nothing is laid out, and its own links are not followed. facts are zero before;
 * their strings live in the arena; read_facts_free frees the rest. */
void read_facts(struct slice bytes, const struct read_options *options, struct arena *arena,
                struct leaflet_facts *facts);
void read_facts_free(struct leaflet_facts *facts);

/* The content root that the settings' places give a leaflet; and whether a folder has settings. */
const char *read_content_root(const struct read_options *options, struct arena *arena);
bool read_has_settings(struct inputs *inputs, struct arena *arena, const char *folder);
