#include "read/matter/title.h"

#include <string.h>

#include "base/utf8.h"
#include "doc/words.h"
#include "read/front/fields.h"
#include "text/text.h"

/* Quotes, dashes and spaces have many forms that read the same. */
static uint32_t fold(uint32_t c)
{
    if ((c >= 0x2018 && c <= 0x201b) || c == 0x2039 || c == 0x203a)
        return '\'';
    if ((c >= 0x201c && c <= 0x201f) || c == 0xab || c == 0xbb)
        return '"';
    if (c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014)
        return '-';
    if (c == '\t' || c == '\r' || c == '\n' || c == 0xa0 || c == 0x202f)
        return ' ';
    return text_lower(c);
}

/* The text's fold: case, quotes, dashes ("--" too) and white space made equal, spaces inside
 * quotes left out. */
static struct slice fold_text(struct slice text, struct arena *arena)
{
    struct buf out = {0};
    for (size_t i = 0; i < text.len;) {
        uint32_t c = fold(utf8_next(text, &i));
        char before = out.len > 0 ? out.data[out.len - 1] : ' ';
        if (c == 0x2026)
            buf_put_string(&out, "...");
        else if (!(c == ' ' && (before == ' ' || before == '"')) && !(c == '-' && before == '-'))
            buf_put_utf8(&out, c);
        if (c == '"' && out.len > 1 && out.data[out.len - 2] == ' ') {
            out.data[out.len - 2] = '"';
            out.len--;
        }
    }
    return slice_trim(buf_keep(&out, arena));
}

bool matter_same_words(struct doc *doc, struct slice a, struct slice b)
{
    return slice_equal(fold_text(a, &doc->arena), fold_text(b, &doc->arena));
}

static bool is_word_at(struct slice text, size_t pos)
{
    return pos < text.len &&
           (ascii_is_alnum(text.ptr[pos]) || (unsigned char)text.ptr[pos] >= 0x80);
}

bool matter_shows_words(struct doc *doc, struct slice text, struct slice words)
{
    text = fold_text(text, &doc->arena);
    words = fold_text(words, &doc->arena);
    for (size_t at = 0; words.len > 0 && words.len <= text.len - at; at++) {
        const char *found = memmem(text.ptr + at, text.len - at, words.ptr, words.len);
        if (!found)
            return false;
        at = (size_t)(found - text.ptr);
        if ((at == 0 || !is_word_at(text, at - 1)) && !is_word_at(text, at + words.len))
            return true;
    }
    return words.len == 0;
}

static bool says_title(struct doc *doc, const struct node *heading)
{
    struct slice title = slice_from(doc->meta.title.value);
    return matter_same_words(doc, node_text(heading, NODE_MEDIA_ALL, &doc->arena), title) ||
           matter_same_words(doc, node_words(heading, NODE_MEDIA_ALL, &doc->arena), title);
}

/* The first level 1 among the root's own blocks. */
static struct node *find_first(struct doc *doc)
{
    for (struct node *at = doc->root->first; at; at = at->next)
        if (at->kind == NODE_HEADING && at->u.heading.level == 1)
            return at;
    return NULL;
}

/* The title is the only level 1 (ISO 14289-1, 7.4.2: one top level). */
static void lower_others(struct doc *doc, const struct node *title, const struct node *told,
                         struct diag_list *diags)
{
    struct node *root = doc->root;
    for (struct node *at = root; at; at = doc_next(at, root)) {
        if (at->kind != NODE_HEADING || at->u.heading.level != 1 || at == title)
            continue;
        at->u.heading.level = 2;
        if (at != told)
            diag_add(diags, DIAG_CODE_H1_REPEATED, at->span, "write it with two signs: ## ...",
                     "a leaflet has one title; this heading is set as a section");
    }
}

struct node *matter_title(struct doc *doc, const char *hint, struct diag_list *diags)
{
    struct node *first = find_first(doc);
    struct node *title = first;
    const struct node *told = NULL;
    if (doc->meta.title.value && first && !says_title(doc, first)) {
        diag_add(diags, DIAG_CODE_TITLE_TWICE, first->span,
                 "leave out the title of the front matter, or write this heading with ##",
                 "the title of the front matter is another: \"%s\"", doc->meta.title.value);
        told = first;
        title = NULL;
    }
    if (!title && doc->meta.title.value) {
        title = matter_block(doc, NODE_HEADING, &doc->meta.title);
        title->u.heading.level = 1;
    }
    lower_others(doc, title, told, diags);
    if (!title) {
        if (!fields_lost(diags))
            diag_add(diags, DIAG_CODE_NO_TITLE, (struct span){doc->source, 0, 0}, hint,
                     "the leaflet has no title");
        return NULL;
    }
    doc_remove(title);
    if (!doc->meta.title.value)
        doc->meta.title.span = title->span;
    doc->meta.title.value =
        arena_string(&doc->arena, node_words(title, NODE_MEDIA_ALL, &doc->arena));
    return title;
}
