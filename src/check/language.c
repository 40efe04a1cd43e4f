#include "check/language.h"

#include "base/utf8.h"
#include "text/text.h"

/* The hint names the likelier language of the letter's script. */
static const char *hint_for(struct slice text, size_t at)
{
    uint32_t letter = utf8_next(text, &at);
    bool hebrew = (letter >= 0x590 && letter < 0x600) || (letter >= 0xfb1d && letter < 0xfb50);
    return hebrew
               ? "put <span lang=\"he\">...</span> around them (or yi), so that they are read out "
                 "right"
               : "put <span lang=\"ar\">...</span> around them (or fa, ur ...), so that they are "
                 "read out right";
}

static void check_block(const struct node *block, struct diag_list *diags)
{
    for (const struct node *node = block; node; node = node_next(node, block)) {
        size_t at = node_is_prose(node) ? text_find_rtl(node->text, 0) : node->text.len;
        if (at == node->text.len || text_lang_is_rtl(node_lang(node)))
            continue;
        diag_add(diags, DIAG_CODE_LANGUAGE_UNMARKED, node_text_span(node, at, 1),
                 hint_for(node->text, at),
                 "these letters run from right to left, but the language here is %s",
                 node_lang(node));
        return;
    }
}

void check_language_letters(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    for (const struct node *block = root->first; block; block = block->next)
        check_block(block, diags);
}

/* The place of the first letter of Mongolian, U+1800 to U+18AF, or the length. */
static size_t find_mongolian(struct slice text)
{
    size_t at = 0;
    for (; at < text.len; at++) {
        at += slice_find(slice_from_position(text, at), '\xe1');
        unsigned char next = at + 1 < text.len ? (unsigned char)text.ptr[at + 1] : 0;
        if (next >= 0xa0 && next <= 0xa2)
            return at;
    }
    return text.len;
}

void check_vertical_letters(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    for (const struct node *node = root; node; node = node_next(node, root)) {
        size_t at = node->kind == NODE_TEXT ? find_mongolian(node->text) : node->text.len;
        if (at >= node->text.len)
            continue;
        diag_add(diags, DIAG_CODE_SCRIPT_VERTICAL, node_text_span(node, at, 1),
                 "write Mongolian in Cyrillic letters (lang: mn), or let another program set this "
                 "text in columns",
                 "these letters are written from top to bottom, but will lie on their side in "
                 "lines from left to right");
        return;
    }
}
