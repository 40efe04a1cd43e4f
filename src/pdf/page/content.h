/* The state of a content stream while it is written (ISO 32000-1, 8 and 9): what is open, what is
 * set, where the pen is. Used within pdf/page/ only. */
#pragma once

#include "pdf/page/document.h"

enum mark_kind { MARK_NONE, MARK_ELEMENT, MARK_ARTIFACT };

struct content {
    struct pdf *pdf;
    struct buf *out;
    uint32_t page; /* from 0 */
    /* marked content (14.6): at most one sequence is open */
    enum mark_kind mark;
    uint32_t element;  /* MARK_ELEMENT */
    uint8_t artifact;  /* MARK_ARTIFACT: enum frame_artifact */
    bool actual;       /* has ActualText: never continued */
    bool mark_in_text; /* opened within the text object */
    /* the text object and what it has set */
    bool in_text, in_array;
    int32_t face; /* -1: none yet; graphics state, it outlives text objects */
    int32_t size;
    int32_t rise;           /* 1/100 pt */
    int32_t expanded;       /* thousandths; graphics state */
    int64_t line_x, line_y; /* start of the current line, 1/100 pt from the bottom left */
    /* Where the next glyph falls without adjustment, in 1/1000 of 1/1024 pt from the left: glyph
     * widths of 1/1000 em times sizes of 1/1024 pt are whole numbers there. */
    int64_t pen;
    bool has_fill;
    uint32_t fill;
    const char **names; /* by face: the font's name on this page, NULL: not yet asked */
};

/* Makes the open marked content that of the item: continues or begins anew. text: a glyph run. */
void content_mark(struct content *content, const struct frame_item *item, bool text);
/* A sequence of its own with ActualText; the item's is closed before. */
void content_mark_actual(struct content *content, const struct frame_item *item,
                         struct slice actual);
void content_end_mark(struct content *content);
void content_begin_text(struct content *content);
void content_end_text(struct content *content);
/* The TJ array; what already is as asked stays. All that is no glyph ends it first. */
void content_begin_array(struct content *content);
void content_end_array(struct content *content);
void content_set_fill(struct content *content, uint32_t colour);
/* y from the top of the page to 1/100 pt from its bottom. */
int64_t content_up(const struct content *content, int64_t y);
/* Two operands, in 1/100 pt: "12.5 7 ". */
void content_put_point(struct content *content, int64_t x, int64_t y);
