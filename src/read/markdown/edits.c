#include "read/markdown/edits.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"

struct md_edit *md_edit_add(struct md_edits *edits, uint32_t start, uint32_t end, struct slice ours)
{
    assert(start <= end && (edits->count == 0 || edits->all[edits->count - 1].end <= start));
    struct md_edit *edit = MEM_PUSH(edits->all, edits->count, edits->cap);
    *edit = (struct md_edit){.start = start, .end = end, .ours = ours};
    return edit;
}

void md_edit_blanks(struct md_edits *edits, uint32_t start, uint32_t end, uint32_t count)
{
    char *blanks = arena_bytes(edits->arena, count);
    memset(blanks, ' ', count);
    md_edit_add(edits, start, end, (struct slice){blanks, count});
}

void md_edit_empty_line(struct md_edits *edits, uint32_t start, struct slice prefix)
{
    md_edit_add(edits, start, start,
                slice_from(arena_format(edits->arena, "%.*s\n", SLICE_ARGS(prefix))));
}
