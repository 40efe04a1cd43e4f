/* What pages show besides their content, as artifacts: running foot, draft mark, and the word above
 * a table that goes on. Only layout/ includes it. */
#pragma once

#include "frame/frame.h"
#include "layout/par/context.h"
#include "layout/par/paragraph.h"

struct page_marks {
    struct par_line foot;      /* the start of the running foot */
    struct par_line watermark; /* empty: not a draft */
};

/* Sets what is the same on all pages. */
void page_marks_prepare(struct layout *layout, uint32_t page_count, struct page_marks *out);

/* "Table 3 (continued)"; name: "Table 3", or empty: the word alone. */
struct par_line page_marks_continued(struct layout *layout, struct slice name);

/* The watermark comes first on a page, the foot last. style: of this page. */
void page_marks_watermark(const struct style *style, const struct page_marks *marks,
                          struct frame_list *page);
void page_marks_foot(struct layout *layout, const struct style *style,
                     const struct page_marks *marks, uint32_t number, uint32_t page_count,
                     struct frame_list *page);
