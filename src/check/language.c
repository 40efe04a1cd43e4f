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
        if (!node_is_prose(node) || text_lang_is_rtl(node_lang(node)))
            continue;
        size_t at = text_find_rtl(node->text, 0);
        if (at == node->text.len)
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
