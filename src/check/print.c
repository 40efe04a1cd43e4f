#include "check/print.h"

#include "base/utf8.h"
#include "frame/frame.h"

/* ---- the measure */

/* Lines of running text, by the number of their characters; longer ones count as the last. */
#define LENGTHS 256

struct lengths {
    size_t lines[LENGTHS], count;
};

/* A line at hand. The rule is about letters as Latin, Greek and Cyrillic have them; a character
 * takes two bytes of theirs at most. */
struct line {
    size_t characters, bytes;
};

/* Whether the item shows text of a paragraph that stands in no box, list or table. */
static const struct node *paragraph_of(const struct doc *doc, const struct frame_item *item)
{
    if (item->kind != FRAME_GLYPHS || item->node == 0 || item->node > doc->node_count)
        return NULL;
    const struct node *node = doc->nodes[item->node];
    while (node && node_is_inline(node->kind))
        node = node->parent;
    bool plain = node && node->kind == NODE_PARAGRAPH && !node->generated &&
                 node->parent->kind == NODE_DOCUMENT;
    return plain ? node : NULL;
}

static void count_line(struct lengths *lengths, struct line line)
{
    if (line.bytes > 2 * line.characters)
        return;
    lengths->lines[line.characters < LENGTHS ? line.characters : LENGTHS - 1]++;
    lengths->count++;
}

/* The last line of a paragraph says nothing of the measure. */
static void count_page(const struct doc *doc, const struct frame_page *page,
                       struct lengths *lengths)
{
    const struct node *paragraph = NULL;
    unit baseline = 0;
    struct line line = {0};
    for (uint32_t i = 0; i < page->count; i++) {
        const struct frame_item *item = &page->items[i];
        const struct node *of = paragraph_of(doc, item);
        if (!of)
            continue;
        bool same = of == paragraph;
        if (same && item->u.glyphs.baseline != baseline)
            count_line(lengths, line);
        if (!same || item->u.glyphs.baseline != baseline)
            line = (struct line){0};
        paragraph = of;
        baseline = item->u.glyphs.baseline;
        line.characters += utf8_count(item->u.glyphs.text);
        line.bytes += item->u.glyphs.text.len;
    }
}

static size_t median(const struct lengths *lengths)
{
    size_t at = 0, seen = lengths->lines[0];
    while (seen * 2 <= lengths->count)
        seen += lengths->lines[++at];
    return at;
}

/* Too few lines to judge by. */
#define FEW_LINES 8

static void check_measure(const struct check_subject *subject, struct diag_list *diags)
{
    struct lengths lengths = {0};
    size_t most = (size_t)rule_limit(subject, DIAG_CODE_LINE_LONG);
    for (uint32_t i = 0; i < subject->frames->page_count; i++)
        count_page(subject->doc, &subject->frames->pages[i], &lengths);
    if (lengths.count < FEW_LINES || median(&lengths) <= most)
        return;
    diag_add_file(diags, DIAG_CODE_LINE_LONG, rule_file(subject),
                  "choose larger text, a narrower page, or wider margins (theme: size, margins)",
                  "most lines have more than %zu characters", most);
}

/* ---- the last page */

static void check_last_page(const struct check_subject *subject, struct diag_list *diags)
{
    const struct frames *frames = subject->frames;
    int least = rule_limit(subject, DIAG_CODE_PAGE_EMPTY);
    if (frames->page_count < 2)
        return;
    const struct frame_page *last = &frames->pages[frames->page_count - 1];
    int64_t percent = (int64_t)last->used * 100 / frames_height(frames, frames->page_count - 1);
    if (percent < least)
        diag_add_file(diags, DIAG_CODE_PAGE_EMPTY, rule_file(subject),
                      arena_format(diags->arena,
                                   "write `fit: %u` in the front matter, or shorten the text",
                                   frames->page_count - 1),
                      "the last of %u pages is nearly empty", frames->page_count);
}

/* ---- the QR code */

/* From the first to the last of its modules, which are fills; 0: the page has none. */
static unit code_width(const struct doc *doc, const struct frame_page *page)
{
    unit left = INT32_MAX, right = INT32_MIN;
    for (uint32_t i = 0; i < page->count; i++) {
        const struct frame_item *item = &page->items[i];
        if (item->kind != FRAME_FILL || item->node == 0 ||
            doc->nodes[item->node]->kind != NODE_QR_CODE)
            continue;
        unit end = item->box.x + item->box.width;
        left = item->box.x < left ? item->box.x : left;
        right = end > right ? end : right;
    }
    return right > left ? right - left : 0;
}

static void check_qr_code(const struct check_subject *subject, struct diag_list *diags)
{
    const struct frames *frames = subject->frames;
    unit least = UNIT_MM(rule_limit(subject, DIAG_CODE_QR_SMALL));
    for (uint32_t i = 0; i < frames->page_count; i++) {
        unit width = code_width(subject->doc, &frames->pages[i]);
        if (width == 0 || width >= least)
            continue;
        diag_add_file(diags, DIAG_CODE_QR_SMALL, rule_file(subject),
                      "choose a wider page, or leave `online:` out",
                      "the QR code is %d mm wide: telephones may not read it",
                      (int)(width / UNIT_MM(1)));
        return;
    }
}

/* ---- rows */

static const struct rule rows[] = {
    {.code = DIAG_CODE_LINE_LONG,
     .family = RULE_PRINT,
     .traits = RULE_EDITOR | RULE_FRAMES,
     .asks = "most lines have at most so many characters",
     .source = "RNIB clear print, 60 to 70; https://studylib.net/doc/18866603/",
     .limit = {"line-characters", 75, "characters"},
     .run = check_measure},
    {.code = DIAG_CODE_PAGE_EMPTY,
     .family = RULE_PRINT,
     .traits = RULE_EDITOR | RULE_FRAMES,
     .asks = "the last page is not nearly empty",
     .limit = {"last-page", 15, "percent of its height"},
     .run = check_last_page},
    {.code = DIAG_CODE_QR_SMALL,
     .family = RULE_PRINT,
     .traits = RULE_EDITOR | RULE_FRAMES,
     .asks = "a QR code is wide enough for a telephone's camera",
     .limit = {"qr-millimetres", 20, "mm"},
     .run = check_qr_code},
};

const struct rule_array check_print_rows = {rows, sizeof rows / sizeof *rows};
