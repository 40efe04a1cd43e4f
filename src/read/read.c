#include "read/read.h"

#include <assert.h>
#include <libxml/parser.h>

#include "doc/check.h"
#include "read/front/encoding.h"
#include "read/front/language.h"
#include "read/front/metadata.h"
#include "read/matter/matter.h"
#include "read/passes/direction.h"
#include "read/passes/headings.h"
#include "read/passes/links.h"

struct doc *read_document(struct slice bytes, const struct read_options *options,
                          struct diag_list *diags)
{
    struct doc *doc = doc_new();
    doc->inputs = options->inputs;
    if (read_encoding(doc, bytes, options->name, options->reader->pages, diags)) {
        doc->body = read_front_matter(doc, diags);
        read_settings(doc, options, diags);
        read_language(doc, options->lang, diags);
        options->reader->read(doc, doc->body, diags);
        read_headings(doc, diags);
        read_sites(doc, options->folder);
        read_matter(doc, options->reader->no_title, diags);
        read_links(doc, options->folder, diags);
        read_direction(doc);
    } else {
        read_language(doc, options->lang, diags); /* even an empty document has its words */
    }
    doc_seal(doc);
    assert(doc_check(doc) == NULL);
    return doc;
}

void read_prepare(void)
{
    xmlInitParser();
}
