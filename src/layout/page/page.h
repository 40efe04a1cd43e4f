/* Pages: from the broken galley to frames. Only layout/ includes it. */
#ifndef LAYOUT_PAGE_PAGE_H
#define LAYOUT_PAGE_PAGE_H

#include "layout/page/galley.h"

/* Heights that footnotes take besides their lines. */
#define PAGE_NOTE_RULE  UNIT_MM(5.5) /* rule and the space around it */
#define PAGE_NOTE_SPACE UNIT_MM(1)   /* between notes */

/* Fills layout->frames with the pages. */
void page_make_all(struct layout *layout, const struct galley *galley,
                   const struct pagebreak_result *result);

/* What every page shows besides its content: running foot and draft mark (page_marks.c). */
struct page_marks {
    struct par foot;      /* the start of the running foot */
    struct par watermark; /* empty: not a draft */
};
void page_marks_prepare(struct layout *layout, uint32_t page_count, struct page_marks *out);

/* A page's items while it is made. */
struct page_items {
    struct frame_item *items;
    size_t count, cap;
};
struct frame_item *page_add_item(struct page_items *page);
/* Copies items, moved by x and y. */
void page_copy_items(struct page_items *page, const struct frame_item *items, uint32_t count,
                     unit x, unit y);

/* The watermark comes first on a page, the foot last. */
void page_marks_watermark(struct layout *layout, const struct page_marks *marks,
                          struct page_items *page);
void page_marks_foot(struct layout *layout, const struct page_marks *marks, uint32_t number,
                     uint32_t page_count, struct page_items *page);

#endif
