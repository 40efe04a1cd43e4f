/* Tables (GFM 4.10): each part claims the bars around it. */
#pragma once

#include "read/markdown/reader.h"

void md_enter_table(struct md_reader *r, uint32_t columns);
void md_leave_table_head(struct md_reader *r);
void md_leave_table_body(struct md_reader *r);
void md_enter_row(struct md_reader *r);
void md_leave_row(struct md_reader *r);
void md_enter_cell(struct md_reader *r, bool header, enum node_align align);
