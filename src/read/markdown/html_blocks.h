/* Blocks of HTML: lists, tables, paragraphs and boxes become the nodes that Markdown makes. Each
 * open one is an entry of the stack above the block of md4c's in which it began, and it may go on
 * over several of them: <div>, an empty line, Markdown, </div>. */
#pragma once

#include "read/markdown/html_inline.h"

/* True if the topmost entry takes no words: they need a paragraph first. */
bool md_html_is_between(const struct md_reader *r);
/* Opens that paragraph, with the item or the cell that it needs. */
void md_html_need_leaf(struct md_reader *r);
/* A block of md4c's begins: closes the paragraph that is open, and opens what may hold a block. */
void md_html_hold(struct md_reader *r);
/* Closes all HTML above the innermost block of md4c's; if that holds words, they are settled. */
void md_html_settle(struct md_reader *r);
/* A block of raw HTML ends: so does a paragraph without tags. */
void md_html_end_words(struct md_reader *r);
/* An entry popped from the stack, a paragraph or cell of md4c's whose words ended with a tag. */
void md_html_finish(struct md_reader *r, const struct md_entry *entry);

/* The tag of a block. */
void md_html_open_block(struct md_reader *r, const struct md_token *token, const struct md_tag *tag,
                        const struct md_attributes *attributes);
void md_html_close_block(struct md_reader *r, const struct md_token *token,
                         const struct md_tag *tag);
/* A box that no tag opened and that has its node; closes it. False: it is not open. */
void md_html_open_box(struct md_reader *r, struct node *box, struct span span,
                      const struct md_mark *mark);
bool md_html_close_box(struct md_reader *r, const struct md_mark *mark);
/* <hr>. */
void md_html_rule(struct md_reader *r, const struct md_token *token);
