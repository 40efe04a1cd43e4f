#include "read/read.h"

#include "read/front/chain.h"
#include "read/front/encoding.h"
#include "read/front/language.h"
#include "read/front/metadata.h"
#include "read/matter/matter.h"
#include "read/passes/assets.h"
#include "read/passes/blanks.h"
#include "read/passes/direction.h"
#include "read/passes/links.h"
#include "read/passes/tables.h"

/* Front matter, settings and language. False: there is nothing to read. */
static bool read_front(struct doc *doc, struct slice bytes, const struct read_options *options,
                       struct diag_list *diags)
{
    doc->inputs = options->inputs;
    if (!read_encoding(doc, bytes, options->name, options->reader->pages, diags)) {
        read_language(doc, options->lang, diags); /* even an empty document has its words */
        return false;
    }
    doc->body = read_front_matter(doc, diags);
    read_settings(doc, options, diags);
    read_language(doc, options->lang, diags);
    return true;
}

static void read_body(struct doc *doc, const struct reader *reader, struct diag_list *diags)
{
    reader->read(doc, doc->body, diags);
    read_blanks(doc);
    read_headings(doc, diags);
}

/* Only the leaflet itself names it, so its path begins there. */
static void open_cover(struct doc *doc, const char *folder, struct diag_list *diags)
{
    const struct meta_text *cover = &doc->meta.cover;
    if (cover->value)
        doc->meta.cover_image =
            read_image(doc, folder, slice_from(cover->value), cover->span, diags);
}

struct doc *read_document(struct slice bytes, const struct read_options *options,
                          struct diag_list *diags)
{
    struct doc *doc = doc_new();
    struct names *own = options->names ? NULL : names_open();
    doc->names = own ? own : options->names;
    if (read_front(doc, bytes, options, diags)) {
        read_body(doc, options->reader, diags);
        read_leaflets(doc, options->folder, options->finder, diags);
        read_sites(doc, options->folder, options->finder);
        read_matter(doc, options->reader->no_title, diags);
        read_links(doc, options->folder, options->finder, diags);
        open_cover(doc, options->folder, diags);
        read_tables(doc);
        read_direction(doc);
    }
    doc->names = NULL;
    names_close(own);
    doc_seal(doc);
    return doc;
}

static const char *keep_text(struct arena *arena, const char *text)
{
    return text ? arena_string(arena, slice_from(text)) : NULL;
}

/* All that a heading's anchor depends on is done as in read_document; the logo is not opened. */
static void take_facts(struct doc *doc, const struct reader *reader, struct diag_list *diags,
                       struct arena *arena, struct leaflet_facts *facts)
{
    const struct meta *meta = &doc->meta;
    doc->meta.contact.logo.value = NULL;
    read_body(doc, reader, diags);
    read_matter(doc, reader->no_title, diags);
    facts->anchors.arena = arena;
    for (struct node *at = doc->root; at; at = doc_next(at, doc->root))
        if (at->kind == NODE_HEADING)
            anchors_give(&facts->anchors, at);
    facts->shown = (struct doc_leaflet){
        .title = keep_text(arena, meta->title.value),
        .reference = keep_text(arena, meta->reference.value),
        .online = keep_text(arena, meta->online.value),
        .lang = keep_text(arena, meta->lang.value),
        .draft = meta->status == META_STATUS_DRAFT,
    };
}

void read_facts(struct slice bytes, const struct read_options *options, struct arena *arena,
                struct leaflet_facts *facts)
{
    struct arena own = {0};
    struct diag_list diags = {.arena = &own};
    struct doc *doc = doc_new();
    if (read_front(doc, bytes, options, &diags))
        take_facts(doc, options->reader, &diags, arena, facts);
    else
        facts->trouble = "is no text that can be read";
    if (!facts->trouble && diags.per_code[DIAG_CODE_FILE_UNREADABLE] > 0) {
        facts->trouble = "has settings that cannot be read";
        facts->unreadable = true;
    }
    doc_free(doc);
    diag_free(&diags);
    arena_free(&own);
}

void read_facts_free(struct leaflet_facts *facts)
{
    anchors_free(&facts->anchors);
}

const char *read_content_root(const struct read_options *options, struct arena *arena)
{
    return chain_root(options, chain_find(options, arena, NULL));
}

bool read_has_settings(struct inputs *inputs, struct arena *arena, const char *folder)
{
    const char *reason;
    return chain_has_settings(inputs, arena, folder, &reason);
}
