#include "doc/dump.h"

#include "base/utf8.h"
#include "doc/label.h"
#include "doc/leaflet.h"

static void put_quoted(struct buf *out, const char *name, struct slice value)
{
    buf_format(out, " %s=", name);
    buf_put_quoted(out, value);
}

static void put_string(struct buf *out, const char *name, const char *value)
{
    if (value)
        put_quoted(out, name, slice_from(value));
}

static void put_slice(struct buf *out, const char *name, struct slice value)
{
    if (value.len > 0)
        put_quoted(out, name, value);
}

static void put_aligns(struct buf *out, const struct node *table)
{
    static const char letters[] = {[NODE_ALIGN_NATURAL] = '-',
                                   [NODE_ALIGN_START] = 's',
                                   [NODE_ALIGN_CENTRE] = 'c',
                                   [NODE_ALIGN_END] = 'e'};
    buf_put_string(out, " columns=");
    for (uint32_t i = 0; i < table->u.table.columns; i++)
        buf_put_char(out, letters[table->u.table.aligns[i]]);
}

static void put_width(struct buf *out, int32_t width)
{
    if (width == 0)
        return;
    buf_put_string(out, " width=");
    buf_put_fixed(out, width < 0 ? -(int64_t)width : width, width < 0 ? 1 : 1024, 1);
    buf_put_string(out, width < 0 ? "%" : "pt");
}

static const char *const callouts[] = {
#define X(symbol, tag, word) tag,
    CALLOUT_KINDS(X)
#undef X
};

static void put_list(struct buf *out, const struct node *list)
{
    if (list->u.list.ordered) {
        buf_put_string(out, " start=");
        label_put(out, list, list->u.list.start);
    }
    buf_put_string(out, list->u.list.tight ? " tight" : " loose");
}

static void put_item(struct buf *out, const struct node *item)
{
    static const char *const tasks[] = {
        [NODE_TASK_NONE] = "", [NODE_TASK_OPEN] = " open", [NODE_TASK_DONE] = " done"};
    if (item->u.item.number)
        buf_format(out, " number=%u", item->u.item.number);
    buf_put_string(out, tasks[item->u.item.task]);
}

static void put_cell(struct buf *out, const struct node *cell)
{
    static const char *const aligns[] = {[NODE_ALIGN_NATURAL] = "",
                                         [NODE_ALIGN_START] = " start",
                                         [NODE_ALIGN_CENTRE] = " centre",
                                         [NODE_ALIGN_END] = " end"};
    buf_format(out, " column=%u%s%s", cell->u.cell.column, cell->u.cell.header ? " header" : "",
               aligns[cell->u.cell.align]);
    if (cell->u.cell.amount)
        buf_format(out, " amount=%u", cell->u.cell.point);
    if (cell->u.cell.columns > 1)
        buf_format(out, " columns=%u", cell->u.cell.columns);
    if (cell->u.cell.rows > 1)
        buf_format(out, " rows=%u", cell->u.cell.rows);
}

static void put_link(struct buf *out, const struct node *link)
{
    put_slice(out, "href", link->u.link.href);
    put_slice(out, "title", link->u.link.title);
    if (link->u.link.target)
        buf_format(out, " to=%u", link->u.link.target->id);
    if (link->u.link.leaflet)
        put_string(out, "leaflet", link->u.link.leaflet->title);
    put_slice(out, "online", link->u.link.online);
    buf_put_string(out, link->u.link.nowhere ? " nowhere" : "");
}

static void put_note_ref(struct buf *out, const struct node *ref)
{
    buf_format(out, " occurrence=%u", ref->u.note_ref.occurrence);
    put_slice(out, "text", ref->text);
}

static void put_image(struct buf *out, const struct node *node)
{
    put_string(out, "alt", node->u.image.alt);
    put_width(out, node->u.image.width);
    put_slice(out, "address", node->qr_address);
    if (node->kind == NODE_IMAGE && !node->u.image.image)
        buf_put_string(out, " unread");
}

static void put_attributes(struct buf *out, const struct node *node)
{
    switch (node->kind) {
    case NODE_HEADING:
        buf_format(out, " level=%d", node->u.heading.level);
        put_string(out, "anchor", node->u.heading.anchor);
        break;
    case NODE_LIST: put_list(out, node); break;
    case NODE_ITEM: put_item(out, node); break;
    case NODE_CODE_BLOCK: put_slice(out, "info", node->text); break;
    case NODE_TABLE: put_aligns(out, node); break;
    case NODE_CELL: put_cell(out, node); break;
    case NODE_CALLOUT: buf_format(out, " %s", callouts[node->u.callout.kind]); break;
    case NODE_NOTE: buf_format(out, " number=%u", node->u.note.number); break;
    case NODE_TEXT:
        buf_put_char(out, ' ');
        buf_put_quoted(out, node->text);
        break;
    case NODE_ABBREVIATION: put_string(out, "expansion", node->u.abbreviation.expansion); break;
    case NODE_LINK: put_link(out, node); break;
    case NODE_NOTE_REF: put_note_ref(out, node); break;
    case NODE_IMAGE:
    case NODE_ICON:
    case NODE_QR_CODE: put_image(out, node); break;
    case NODE_DOCUMENT:
    case NODE_MASTHEAD:
    case NODE_DRAFT_MARK:
    case NODE_LEAD:
    case NODE_SUBTITLE:
    case NODE_PARAGRAPH:
    case NODE_QUOTE:
    case NODE_BREAK:
    case NODE_PAGE_BREAK:
    case NODE_CAPTION:
    case NODE_TABLE_HEAD:
    case NODE_TABLE_BODY:
    case NODE_ROW:
    case NODE_CALLOUT_LABEL:
    case NODE_FIGURE:
    case NODE_FIGURES:
    case NODE_CONTACT:
    case NODE_ABOUT:
    case NODE_DESCRIPTION_LIST:
    case NODE_DESCRIPTION_ENTRY:
    case NODE_TERM:
    case NODE_DESCRIPTION:
    case NODE_WEB_ADDRESSES:
    case NODE_LINE_BREAK:
    case NODE_EMPHASIS:
    case NODE_STRONG:
    case NODE_STRIKE:
    case NODE_CODE:
    case NODE_KEYBOARD:
    case NODE_SUBSCRIPT:
    case NODE_SUPERSCRIPT:
    case NODE_SPAN:
    case NODE_ISOLATE:
    case NODE_KIND_COUNT: break;
    }
}

static void put_common(struct buf *out, const struct node *node)
{
    static const char *const dirs[] = {[NODE_DIR_INHERIT] = "",
                                       [NODE_DIR_LTR] = " dir=ltr",
                                       [NODE_DIR_RTL] = " dir=rtl",
                                       [NODE_DIR_AUTO] = " dir=auto"};
    static const char *const media[] = {[NODE_MEDIA_ALL] = "",
                                        [NODE_MEDIA_PRINT] = " print-only",
                                        [NODE_MEDIA_EPUB] = " epub-only"};
    if (node->lang)
        buf_format(out, " lang=%s", node->lang);
    buf_put_string(out, dirs[node->dir]);
    buf_put_string(out, media[node->media]);
    put_string(out, "reason", node->reason);
    if (node->generated)
        buf_put_string(out, " generated");
}

#define BOM_LEN 3u /* before it columns do not count one a code point */

/* The place that was printed last. Nodes come in about the order of their source, so counting on
 * from there keeps the dump linear even when all nodes stand in one long line. */
struct cursor {
    uint32_t offset;
    struct source_place place;
};

static bool is_in_line(const struct source *source, uint32_t line, uint32_t offset)
{
    return line > 0 && line <= source->line_count && source->lines[line - 1] <= offset &&
           (line == source->line_count || offset < source->lines[line]) && offset >= BOM_LEN &&
           offset <= source->text.len;
}

static struct source_place locate(struct cursor *cursor, const struct source *source,
                                  uint32_t offset)
{
    struct source_place place = cursor->place;
    if (is_in_line(source, place.line, offset) && offset >= cursor->offset)
        place.column +=
            (uint32_t)utf8_count(slice_sub(source->text, cursor->offset, offset - cursor->offset));
    else if (is_in_line(source, place.line, offset))
        place.column -=
            (uint32_t)utf8_count(slice_sub(source->text, offset, cursor->offset - offset));
    else
        place = source_locate(source, offset);
    if (offset >= BOM_LEN && offset <= source->text.len)
        *cursor = (struct cursor){offset, place};
    return place;
}

static void put_node(struct buf *out, const struct doc *doc, const struct node *node,
                     struct cursor *cursor)
{
    for (const struct node *up = node->parent; up; up = up->parent)
        buf_put_string(out, "  ");
    buf_put_string(out, node_kind_name(node->kind));
    put_attributes(out, node);
    put_common(out, node);
    if (node->span.source && node->span.source == doc->source) {
        struct source_place place = locate(cursor, node->span.source, node->span.offset);
        buf_format(out, " @%u:%u", place.line, place.column);
    }
    buf_put_char(out, '\n');
}

static void put_meta(struct buf *out, const char *name, const char *value)
{
    if (!value)
        return;
    buf_format(out, "meta %s ", name);
    buf_put_quoted(out, slice_from(value));
    buf_put_char(out, '\n');
}

static void put_date(struct buf *out, const char *name, struct meta_date date)
{
    if (!date.year)
        return;
    buf_format(out, "meta %s %04d-%02d", name, date.year, date.month);
    if (date.day)
        buf_format(out, "-%02d", date.day);
    buf_put_char(out, '\n');
}

static void put_list_meta(struct buf *out, const char *name, const struct meta_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        put_meta(out, name, list->items[i].value);
}

static void put_pairs(struct buf *out, const char *name, const struct meta_pairs *pairs)
{
    for (size_t i = 0; i < pairs->count; i++) {
        buf_format(out, "meta %s %s ", name, pairs->items[i].key);
        buf_put_quoted(out, slice_from(pairs->items[i].value));
        buf_put_char(out, '\n');
    }
}

static void put_contact(struct buf *out, const struct meta_contact *contact)
{
    put_meta(out, "clinic", contact->name.value);
    put_meta(out, "tagline", contact->tagline.value);
    put_meta(out, "address", contact->address.value);
    put_meta(out, "phone", contact->phone.value);
    put_meta(out, "hours", contact->hours.value);
    put_meta(out, "email", contact->email.value);
    put_meta(out, "web", contact->web.value);
    put_meta(out, "formats", contact->formats.value);
    put_meta(out, "logo", contact->logo.value);
}

static void put_languages(struct buf *out, const struct meta_languages *languages)
{
    for (size_t i = 0; i < languages->count; i++)
        put_meta(out, "language", languages->items[i].tag.value);
    put_meta(out, "languages-phone", languages->phone.value);
}

static void put_judged(struct buf *out, const struct meta_judgements *judged)
{
    for (size_t i = 0; i < judged->count; i++) {
        const struct meta_judgement *at = &judged->items[i];
        put_meta(out, "judged-by", at->by.value);
        put_date(out, "judged-on", at->on);
        put_meta(out, "judged-version", at->version.value);
        put_list_meta(out, "judged-criterion", &at->criteria);
    }
}

static const char *const switches[] = {
    [META_SWITCH_NONE] = NULL, [META_SWITCH_ON] = "true", [META_SWITCH_OFF] = "false"};

static void put_page(struct buf *out, const struct meta *meta)
{
    static const char *const links[] = {[META_LINKS_DEFAULT] = NULL,
                                        [META_LINKS_INLINE] = "inline",
                                        [META_LINKS_LIST] = "list",
                                        [META_LINKS_NONE] = "none"};
    static const char *const pictures[] = {[META_PICTURES_DEFAULT] = NULL,
                                           [META_PICTURES_REDUCED] = "reduced",
                                           [META_PICTURES_ORIGINAL] = "original"};
    put_meta(out, "page", meta->paper.value);
    put_meta(out, "landscape", switches[meta->landscape]);
    if (meta->fit.pages > 0)
        buf_format(out, "meta fit \"%d\"\n", meta->fit.pages);
    put_meta(out, "print-links", links[meta->print_links]);
    put_meta(out, "pictures", pictures[meta->pictures]);
    put_meta(out, "cover", meta->cover.value);
}

static void put_all_meta(struct buf *out, const struct meta *meta)
{
    put_meta(out, "title", meta->title.value);
    put_meta(out, "subtitle", meta->subtitle.value);
    put_meta(out, "summary", meta->summary.value);
    put_meta(out, "lang", meta->lang.value);
    put_meta(out, "reference", meta->reference.value);
    put_meta(out, "version", meta->version.value);
    if (meta->status != META_STATUS_NONE)
        put_meta(out, "status", meta->status == META_STATUS_DRAFT ? "draft" : "final");
    put_date(out, "published", meta->published);
    put_date(out, "reviewed", meta->reviewed);
    put_date(out, "next-review", meta->next_review);
    put_meta(out, "owner", meta->owner.value);
    put_list_meta(out, "author", &meta->authors);
    put_list_meta(out, "reviewer", &meta->reviewers);
    put_list_meta(out, "keyword", &meta->keywords);
    put_list_meta(out, "source", &meta->sources);
    put_meta(out, "audience", meta->audience.value);
    put_meta(out, "online", meta->online.value);
    put_meta(out, "site", meta->site.value);
    put_meta(out, "site-pages", switches[meta->site_pages]);
    put_contact(out, &meta->contact);
    put_languages(out, &meta->languages);
    put_page(out, meta);
    put_pairs(out, "theme", &meta->theme);
    put_pairs(out, "words", &meta->words);
    put_pairs(out, "check", &meta->check);
    put_pairs(out, "allow", &meta->allow);
    put_pairs(out, "sections", &meta->sections);
    put_judged(out, &meta->judged);
}

void doc_dump(const struct doc *doc, struct buf *out)
{
    struct cursor cursor = {0};
    put_all_meta(out, &doc->meta);
    for (const struct node *node = doc->root; node; node = node_next(node, doc->root))
        put_node(out, doc, node, &cursor);
}
