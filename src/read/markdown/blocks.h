/* Blocks but tables: each claims the bytes of its markup and opens or closes a node. */
#pragma once

#include "read/markdown/reader.h"

/* ---- leaves: blocks that hold inline content */

/* Opens the paragraph that md4c does not report, if one is needed here. */
void md_need_leaf(struct md_reader *r);
/* Closes one, at the end of its inline content. */
void md_leave_leaf(struct md_reader *r);
/* The same for a paragraph. */
void md_close_paragraph(struct md_reader *r);
/* The same, if one is open that md4c does not report: it ends with the next block. */
void md_close_implied(struct md_reader *r);

/* ---- blocks of md4c's: the innermost is the topmost entry */

void md_enter_quote(struct md_reader *r);
void md_leave_quote(struct md_reader *r);
/* The new LIST, or NULL where it gets no node of its own. */
struct node *md_enter_list(struct md_reader *r);
void md_leave_list(struct md_reader *r);
/* task: what stands between the brackets of a task item, which is at task_at; '\0': it is none. */
void md_enter_item(struct md_reader *r, char task, uint32_t task_at);
void md_enter_heading(struct md_reader *r, uint32_t level);
void md_leave_heading(struct md_reader *r);
/* fence: its character, '\0' for code that is indented. */
void md_enter_code(struct md_reader *r, char fence);
void md_leave_code(struct md_reader *r, char fence);
/* A thematic break. */
void md_enter_break(struct md_reader *r);
/* A block of raw HTML; after the list of notes, what we put there ourselves. */
void md_enter_html(struct md_reader *r);
void md_leave_html(struct md_reader *r);
/* Raw HTML of the block, at a place of the copy: true if it is the mark of another tool (boxes.h),
 * which is taken. */
bool md_take_html_mark(struct md_reader *r, uint32_t at, uint32_t len);
