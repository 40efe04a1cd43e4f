#include "read/markdown/abbreviations.h"

#include "base/utf8.h"
#include "read/markdown/limits.h"
#include "read/markdown/scan.h"
#include "read/passes/links.h"
#include "text/text.h"

static bool word_before(struct slice text, size_t pos)
{
    return pos > 0 && text_is_alnum(utf8_previous(text, &pos));
}

static bool word_after(struct slice text, size_t pos)
{
    return pos < text.len && text_is_alnum(utf8_next(text, &pos));
}

/* The longest abbreviation at pos, which is not inside a word. */
static struct md_definition *match(const struct md_definitions *definitions, struct slice text,
                                   size_t pos)
{
    for (size_t i = 0; i < definitions->length_count; i++) {
        size_t len = definitions->lengths[i];
        if (len > text.len - pos)
            continue;
        struct md_definition *best =
            map_get(&definitions->abbreviation_map, slice_sub(text, pos, len));
        if (best && !(word_after(text, pos + len) && word_before(text, pos + len)))
            return best;
    }
    return NULL;
}

/* Splits a TEXT node around what it abbreviates. */
static void mark_text(struct doc *doc, const struct md_definitions *definitions, struct node *node)
{
    struct slice text = node->text;
    size_t done = 0;
    for (size_t i = 0; i < text.len;) {
        if (!definitions->firsts[(unsigned char)text.ptr[i]]) {
            i++; /* as almost always; what follows inside a character begins none either */
            continue;
        }
        struct md_definition *found = word_before(text, i) ? NULL : match(definitions, text, i);
        if (!found) {
            utf8_next(text, &i);
            continue;
        }
        if (i > done)
            doc_insert_before(node, doc_cut_text(doc, node, done, i));
        struct node *part = doc_cut_text(doc, node, i, i + found->key.len);
        struct node *wrap = doc_add(doc, NULL, NODE_ABBREVIATION, part->span);
        wrap->u.abbreviation.expansion = found->expansion;
        doc_append(wrap, part);
        doc_insert_before(node, wrap);
        i += found->key.len;
        done = i;
    }
    if (done == 0)
        return;
    if (done < text.len)
        doc_insert_before(node, doc_cut_text(doc, node, done, text.len));
    doc_remove(node);
}

void md_abbreviations_mark(struct doc *doc, const struct md_definitions *definitions,
                           struct node *block)
{
    if (definitions->length_count == 0)
        return;
    for (struct node *at = block, *next; at; at = next) {
        bool skip = at->kind == NODE_CODE || at->kind == NODE_KEYBOARD ||
                    at->kind == NODE_ABBREVIATION || read_is_bare_link(at);
        next = skip ? doc_skip(at, block) : doc_next(at, block);
        if (at->kind == NODE_TEXT)
            mark_text(doc, definitions, at);
    }
}

/* Looks in the tree as it is printed: a note that nothing refers to is not in it. */
static void mark_used(const struct doc *doc, const struct md_definitions *definitions)
{
    for (const struct node *at = doc->root; at; at = node_next(at, doc->root)) {
        if (at->kind != NODE_ABBREVIATION || !at->first)
            continue;
        struct md_definition *abbreviation =
            map_get(&definitions->abbreviation_map, at->first->text);
        if (abbreviation && abbreviation->expansion == at->u.abbreviation.expansion)
            abbreviation->used = true;
    }
}

void md_abbreviations_report(const struct doc *doc, const struct md_definitions *definitions,
                             struct diag_list *diags)
{
    if (definitions->length_count > 0)
        mark_used(doc, definitions);
    for (size_t i = 0; i < definitions->count; i++) {
        const struct md_definition *abbreviation = definitions->all[i];
        if (!abbreviation->note && !abbreviation->repeated && !abbreviation->used)
            diag_add(diags, DIAG_CODE_ABBREVIATION_UNUSED, abbreviation->span,
                     "delete the line, or write the abbreviation in the text exactly so",
                     "the text does not use the abbreviation \"%.*s%s\"",
                     DIAG_SHOWN(abbreviation->key));
    }
}
