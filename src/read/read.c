#include "read/read.h"

#include <assert.h>

#include "read/front/encoding.h"
#include "read/front/front_matter.h"
#include "read/front/language.h"
#include "read/front/settings.h"
#include "read/markdown/markdown.h"
#include "read/matter/matter.h"
#include "read/passes/direction.h"
#include "read/passes/headings.h"
#include "read/passes/isolate.h"
#include "read/passes/links.h"
#include "read/plain/plain.h"

static void read_body(struct doc *doc, const struct read_options *options, uint32_t offset,
                      struct diag_list *diags)
{
    switch (options->format) {
    case READ_MARKDOWN: read_markdown(doc, offset, diags); break;
    case READ_PLAIN: read_plain(doc, offset, diags); break;
    }
}

struct doc *read_document(struct slice bytes, const struct read_options *options,
                          struct diag_list *diags)
{
    struct doc *doc = doc_new();
    if (read_encoding(doc, bytes, options->name, diags)) {
        uint32_t offset = read_front_matter(doc, diags);
        read_settings(doc, options, diags);
        read_language(doc, options->lang, diags);
        read_body(doc, options, offset, diags);
        read_headings(doc, diags);
        read_matter(doc, options->format, diags);
        read_links(doc, options->folder, diags);
        read_direction(doc);
        read_isolate(doc);
    } else {
        read_language(doc, options->lang, diags); /* even an empty document has its words */
    }
    doc_seal(doc);
    assert(doc_check(doc) == NULL);
    return doc;
}
