#include "frame/kept.h"

#include "base/mem.h"
#include "base/utf8.h"

/* How far the text of each node was found; LOST: another character stood there. */
struct found {
    size_t at;
    bool lost;
};

/* Characters that a line may have or lack: blanks, line ends (U+0085 is refused elsewhere), the
 * soft hyphen, what directs line breaks and writing directions, and what only chooses the shape of
 * a letter. */
static bool is_silent(uint32_t c)
{
    return c <= ' ' || c == 0x85 || c == 0xa0 || c == 0xad || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200f) || (c >= 0x2028 && c <= 0x202f) ||
           (c >= 0x205f && c <= 0x206f) || c == 0x3000 || c == 0xfeff || c == 0x34f ||
           (c >= 0x180b && c <= 0x180f) || (c >= 0xfe00 && c <= 0xfe0f) ||
           (c >= 0xe0100 && c <= 0xe01ef);
}

/* The next character that is not silent, 0 at the end; *at is its first byte, *next behind it. */
static uint32_t next_shown(struct slice text, size_t *at, size_t *next)
{
    uint32_t c = 0;
    do {
        *at = *next;
        c = *next < text.len ? utf8_next(text, next) : 0;
    } while (*at < text.len && is_silent(c));
    return *at < text.len ? c : 0;
}

/* Steps over what a run shows of its node's text. */
static void match_run(struct slice run, struct slice text, struct found *found)
{
    size_t run_at, run_next = 0, at, next = found->at;
    if (slice_equal(slice_sub(text, next, run.len), run)) {
        found->at += run.len; /* as almost always */
        return;
    }
    for (;;) {
        uint32_t shown = next_shown(run, &run_at, &run_next);
        if (shown == 0)
            return;
        if (next_shown(text, &at, &next) != shown) {
            *found = (struct found){at, true};
            return;
        }
        found->at = next;
    }
}

static void match_page(const struct frame_page *page, const struct doc *doc, struct found *found)
{
    for (uint32_t i = 0; i < page->count; i++) {
        const struct frame_item *item = &page->items[i];
        const struct node *node =
            item->kind == FRAME_GLYPHS && item->node > 0 ? doc->nodes[item->node] : NULL;
        if (node && node->kind == NODE_TEXT && !found[item->node].lost)
            match_run(item->u.glyphs.text, node->text, &found[item->node]);
    }
}

static bool is_lost(struct found *found, struct slice text)
{
    size_t at, next = found->at;
    if (!found->lost && next_shown(text, &at, &next) != 0)
        *found = (struct found){at, true};
    return found->lost;
}

bool frames_check_text(const struct frames *frames, const struct doc *doc, struct diag_list *diags)
{
    struct found *found = mem_calloc((size_t)doc->node_count + 1, sizeof *found);
    const struct node *lost = NULL;
    for (uint32_t i = 0; i < frames->page_count; i++)
        match_page(&frames->pages[i], doc, found);
    for (const struct node *node = doc->root; node && !lost;) {
        bool here = node->media != NODE_MEDIA_EPUB;
        if (here && node->kind == NODE_TEXT && is_lost(&found[node->id], node->text))
            lost = node;
        node = here ? node_next(node, doc->root) : node_skip(node, doc->root);
    }
    if (lost)
        diag_add(diags, DIAG_CODE_TEXT_LOST, lost->span,
                 "this is a fault of leafset, not of the text: please report it",
                 "the pages would not show these words: %.*s%s",
                 DIAG_SHOWN(slice_from_position(lost->text, found[lost->id].at)));
    mem_free(found);
    return !lost;
}
