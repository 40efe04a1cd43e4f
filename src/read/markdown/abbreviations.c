/* Abbreviations: every whole word of the text that was defined as `*[A&E]: accident and emergency`
 * becomes a node with its expansion. */
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "read/markdown/markdown.h"
#include "read/passes/links.h"
#include "text/text.h"

static bool is_word(uint32_t c)
{
    return c < 0x80 ? ascii_is_alpha((char)c) || ascii_is_digit((char)c) : text_is_alnum(c);
}

static bool word_before(struct slice text, size_t pos)
{
    return pos > 0 && is_word(utf8_previous(text, &pos));
}

static bool word_after(struct slice text, size_t pos)
{
    return pos < text.len && is_word(utf8_next(text, &pos));
}

/* The longest abbreviation at pos, which is not inside a word. */
static struct md_abbreviation *match(const struct md_reader *r, struct slice text, size_t pos)
{
    for (size_t i = 0; i < r->copy.length_count; i++) {
        size_t len = r->copy.lengths[i];
        if (len > text.len - pos)
            continue;
        struct md_abbreviation *best =
            map_get(&r->copy.abbreviation_map, slice_sub(text, pos, len));
        if (best && !(word_after(text, pos + len) && word_before(text, pos + len)))
            return best;
    }
    return NULL;
}

/* Splits a TEXT node around what it abbreviates. */
static void mark_text(struct md_reader *r, struct node *node)
{
    struct slice text = node->text;
    size_t done = 0;
    for (size_t i = 0; i < text.len;) {
        struct md_abbreviation *found = word_before(text, i) ? NULL : match(r, text, i);
        if (!found) {
            utf8_next(text, &i);
            continue;
        }
        if (i > done)
            doc_insert_before(node, doc_cut_text(r->doc, node, done, i));
        struct node *part = doc_cut_text(r->doc, node, i, i + found->key.len);
        struct node *wrap = doc_add(r->doc, NULL, NODE_ABBREVIATION, part->span);
        wrap->u.abbreviation.expansion = found->expansion;
        doc_append(wrap, part);
        doc_insert_before(node, wrap);
        i += found->key.len;
        done = i;
    }
    if (done == 0)
        return;
    if (done < text.len)
        doc_insert_before(node, doc_cut_text(r->doc, node, done, text.len));
    doc_remove(node);
}

void md_abbreviations_mark(struct md_reader *r, struct node *block)
{
    if (r->copy.abbreviation_count == 0)
        return;
    const struct node *at = block;
    while (at) {
        bool skip = at->kind == NODE_CODE || at->kind == NODE_KEYBOARD ||
                    at->kind == NODE_ABBREVIATION || read_is_bare_link(at);
        const struct node *next = skip ? node_skip(at, block) : node_next(at, block);
        if (at->kind == NODE_TEXT)
            mark_text(r, r->doc->nodes[at->id]);
        at = next;
    }
}

/* Looks in the tree as it is printed: a note that nothing refers to is not in it. */
static void mark_used(struct md_reader *r)
{
    for (const struct node *at = r->doc->root; at; at = node_next(at, r->doc->root)) {
        if (at->kind != NODE_ABBREVIATION || !at->first)
            continue;
        struct md_abbreviation *abbreviation = map_get(&r->copy.abbreviation_map, at->first->text);
        if (abbreviation && abbreviation->expansion == at->u.abbreviation.expansion)
            abbreviation->used = true;
    }
}

void md_abbreviations_report(struct md_reader *r)
{
    if (r->copy.abbreviation_count > 0)
        mark_used(r);
    for (size_t i = 0; i < r->copy.abbreviation_count; i++) {
        const struct md_abbreviation *abbreviation = r->copy.abbreviations[i];
        if (!abbreviation->used)
            diag_add(r->diags, DIAG_CODE_ABBREVIATION_UNUSED,
                     (struct span){r->source, abbreviation->start,
                                   abbreviation->end - abbreviation->start},
                     "delete the line, or write the abbreviation in the text exactly so",
                     "the text does not use the abbreviation \"%.*s\"",
                     SLICE_ARGS(slice_sub(abbreviation->key, 0, 60)));
    }
}
