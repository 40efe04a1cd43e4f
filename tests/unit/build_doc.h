/* Documents for tests of the layout, built node by node: what read/ would make of a source.
 * Included by single tests; every function is small enough to be static. */
#pragma once

#include <string.h>

#include "base/buf.h"
#include "base/inputs.h"
#include "base/mem.h"
#include "layout/once.h"
#include "layout/par/memory.h"
#include "style/style.h"

/* A number below limit; the seed goes on. */
static inline uint32_t build_random(uint64_t *seed, uint32_t limit)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33) % limit;
}

static inline struct node *build_block(struct doc *doc, struct node *parent, enum node_kind kind,
                                       const char *text)
{
    struct node *node = doc_add(doc, parent, kind, SPAN_NONE);
    if (text)
        doc_add_text(doc, node, slice_from(text), SPAN_NONE);
    return node;
}

static inline struct node *build_heading(struct doc *doc, struct node *parent, int level,
                                         const char *text)
{
    struct node *node = build_block(doc, parent, NODE_HEADING, text);
    node->u.heading.level = level;
    node->u.heading.anchor = "a";
    return node;
}

static inline struct node *build_par(struct doc *doc, struct node *parent, const char *text)
{
    return build_block(doc, parent, NODE_PARAGRAPH, text);
}

static inline struct node *build_list(struct doc *doc, struct node *parent, bool ordered,
                                      uint32_t start)
{
    struct node *node = doc_add(doc, parent, NODE_LIST, SPAN_NONE);
    node->u.list.ordered = ordered;
    node->u.list.tight = true;
    node->u.list.start = start;
    node->u.list.delimiter = '.';
    return node;
}

/* text may be NULL: blocks come later. */
static inline struct node *build_item(struct doc *doc, struct node *list, const char *text)
{
    struct node *node = doc_add(doc, list, NODE_ITEM, SPAN_NONE);
    node->u.item.number = list->u.list.start;
    if (node->previous)
        node->u.item.number = node->previous->u.item.number + 1;
    if (text)
        build_par(doc, node, text);
    return node;
}

static inline struct node *build_callout(struct doc *doc, struct node *parent,
                                         enum callout_kind kind, const char *label)
{
    struct node *node = doc_add(doc, parent, NODE_CALLOUT, SPAN_NONE);
    node->u.callout.kind = kind;
    struct node *head = doc_add(doc, node, NODE_CALLOUT_LABEL, SPAN_NONE);
    struct node *icon = doc_add(doc, head, NODE_ICON, SPAN_NONE);
    icon->u.image.alt = "";
    doc_add_text(doc, head, slice_from(label), SPAN_NONE);
    return node;
}

/* A table with a head from rows of cells separated by '|', rows by '\n'; the first is the head. */
static inline struct node *build_table(struct doc *doc, struct node *parent, const char *caption,
                                       const char *rows)
{
    struct node *table = doc_add(doc, parent, NODE_TABLE, SPAN_NONE);
    static const enum node_align aligns[64];
    table->u.table.aligns = aligns;
    if (caption)
        build_block(doc, table, NODE_CAPTION, caption);
    struct node *part = doc_add(doc, table, NODE_TABLE_HEAD, SPAN_NONE);
    struct slice rest = slice_from(rows);
    for (bool head = true; rest.len > 0; head = false) {
        size_t end = slice_find(rest, '\n');
        struct slice line = slice_sub(rest, 0, end);
        rest = slice_sub(rest, end + 1, rest.len);
        if (!head && part->kind == NODE_TABLE_HEAD)
            part = doc_add(doc, table, NODE_TABLE_BODY, SPAN_NONE);
        struct node *row = doc_add(doc, part, NODE_ROW, SPAN_NONE);
        for (uint32_t column = 0;; column++) {
            size_t bar = slice_find(line, '|');
            struct node *cell = doc_add(doc, row, NODE_CELL, SPAN_NONE);
            cell->u.cell.column = column;
            cell->u.cell.header = head;
            doc_add_text(doc, cell, slice_sub(line, 0, bar), SPAN_NONE);
            if (head)
                table->u.table.columns = column + 1;
            if (bar >= line.len)
                break;
            line = slice_sub(line, bar + 1, line.len);
        }
    }
    return table;
}

/* A footnote called at the end of par; it stands after the top-level block `after`. */
static inline struct node *build_note(struct doc *doc, struct node *par, struct node *after,
                                      uint32_t number, const char *text)
{
    struct node *ref = doc_add(doc, par, NODE_NOTE_REF, SPAN_NONE);
    struct node *note = doc_add(doc, NULL, NODE_NOTE, SPAN_NONE);
    doc_insert_after(after, note);
    build_par(doc, note, text);
    ref->text = slice_from(arena_format(&doc->arena, "%u", number));
    ref->u.note_ref.note = note;
    ref->u.note_ref.occurrence = 1;
    note->u.note.number = number;
    note->u.note.first_ref = ref;
    return note;
}

static inline struct doc *build_start(const char *lang, bool rtl)
{
    struct doc *doc = doc_new();
    doc->root->lang = lang;
    doc->root->dir = rtl ? NODE_DIR_RTL : NODE_DIR_LTR;
    doc->meta.words_lang = lang;
    return doc;
}

/* Everything a layout run needs, and its result. */
struct built {
    struct doc *doc;
    struct style style;
    struct layout_tools tools;
    struct par_memory *memory;
    struct arena diag_arena;
    struct diag_list diags;
    struct frames *frames;
};

/* All but the frames. */
static inline void build_tools(struct built *built, struct doc *doc)
{
    memset(built, 0, sizeof *built);
    doc_seal(doc);
    built->doc = doc;
    built->tools.inputs = inputs_open(NULL, false);
    built->tools.fonts = font_set_new(built->tools.inputs);
    built->tools.text = text_engine_new();
    built->memory = par_memory_new();
    built->diags.arena = &built->diag_arena;
    style_make(&doc->meta, NULL, &built->diags, &built->style);
}

/* In the style as it is. */
static inline void build_layout(struct built *built, struct doc *doc)
{
    build_tools(built, doc);
    built->frames = layout_once(doc, &built->style, &built->tools, built->memory, &built->diags);
}

static inline void build_free(struct built *built)
{
    frames_free(built->frames);
    par_memory_free(built->memory);
    diag_free(&built->diags);
    arena_free(&built->diag_arena);
    doc_free(built->doc);
    font_set_free(built->tools.fonts);
    text_engine_free(built->tools.text);
    inputs_close(built->tools.inputs);
}
