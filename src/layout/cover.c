#include "layout/cover.h"

#include <string.h>

#include "base/mem.h"
#include "layout/block/figure.h"
#include "layout/block/flow.h"
#include "layout/block/printed.h"
#include "layout/par/memory.h"
#include "layout/par/par.h"

#define WIDTH  UNIT_PT(300)
#define HEIGHT UNIT_PT(400)
#define EDGE   UNIT_PT(24) /* around texts */
#define FRAME  UNIT_PT(3)  /* around all, so that white has an end on a white shelf */

#define LOGO_WIDTH  UNIT_PT(90)
#define LOGO_HEIGHT UNIT_PT(60)

#define WHITE 0xffffffu

/* The upper part holds the masthead; at least so much of the cover is the title's. */
#define TITLE_LEAST UNIT_PT(230)

#define TITLE_MOST 600u /* bytes; more is no title */

/* Points; the first that fits is taken. A shelf shows covers in a sixth of their size. */
static const int title_sizes[] = {40, 36, 33, 30, 27, 24, 21, 18, 15, 12};
static const int name_sizes[] = {20, 17, 14, 11};

struct cover {
    struct layout layout;
    struct style style;
    struct galley galley; /* only for the logo */
    struct frame_list items;
};

static struct style_text text_of(const struct style_text *like, int points, uint32_t colour)
{
    struct style_text text = *like;
    text.size = UNIT_PT(points);
    text.leading = (unit)((int64_t)text.size * like->leading / like->size);
    text.colour = colour;
    return text;
}

static void put_par(struct cover *cover, const struct par *par, unit x, unit y)
{
    for (uint32_t i = 0; i < par->count; i++) {
        frame_list_copy(&cover->items, par->lines[i].items, par->lines[i].count, x, y);
        y += par->lines[i].height;
    }
}

static struct par set(struct cover *cover, const struct node *node, const struct flow *flow,
                      const struct style_text *text)
{
    struct flow turned = flow_turn(&cover->layout, flow, node);
    struct par_params params = flow_params(&turned, text);
    return par_set(&cover->layout, node, &params);
}

/* What the masthead says beside its logo, set in one size. */
struct lines {
    struct par pars[8];
    uint32_t count;
    unit height;
};

static struct lines set_lines(struct cover *cover, const struct node *masthead,
                              const struct flow *flow, int points)
{
    const struct style *style = &cover->style;
    struct lines lines = {.count = 0};
    for (const struct node *at = printed_first(masthead); at && lines.count < 8;
         at = printed_next(at)) {
        if (at->kind == NODE_FIGURE)
            continue;
        bool name = !at->previous, draft = at->kind == NODE_DRAFT_MARK;
        struct style_text text = text_of(name ? &style->masthead_name : &style->masthead_line,
                                         name ? points : points * 3 / 5, style->brand);
        if (draft)
            text.face = style->masthead_name.face;
        lines.pars[lines.count] = set(cover, at, flow, &text);
        lines.height += par_height(&lines.pars[lines.count++]);
    }
    return lines;
}

/* The masthead at the top, on white; returns where it ends. */
static unit put_masthead(struct cover *cover, const struct node *masthead)
{
    const struct flow flow = flow_of_page(&cover->layout);
    struct fitted_picture logo = {0};
    for (const struct node *at = printed_first(masthead); at; at = printed_next(at))
        if (at->kind == NODE_FIGURE)
            logo = figure_fit(&cover->galley, at, LOGO_WIDTH, LOGO_HEIGHT);
    struct flow column = flow_inset(&flow, 0, logo.width > 0 ? logo.width + EDGE / 2 : 0);
    unit most = HEIGHT - TITLE_LEAST - 2 * EDGE;
    struct lines lines;
    for (size_t i = 0; i < sizeof name_sizes / sizeof *name_sizes; i++) {
        lines = set_lines(cover, masthead, &column, name_sizes[i]);
        if (lines.height <= most)
            break;
    }
    unit inner = lines.height > logo.height ? lines.height : logo.height;
    unit y = EDGE + (inner - lines.height) / 2;
    frame_list_copy(&cover->items, logo.items, logo.count,
                    EDGE + flow_x(&flow, flow.measure - logo.width, logo.width),
                    EDGE + (inner - logo.height) / 2);
    for (uint32_t i = 0; i < lines.count; i++) {
        put_par(cover, &lines.pars[i], EDGE + column.x, y);
        y += par_height(&lines.pars[i]);
    }
    return EDGE + inner + EDGE;
}

/* The title in the largest size in which no word is cut and all of it fits. */
static bool put_title(struct cover *cover, const struct node *title, unit top)
{
    struct flow flow = flow_of_page(&cover->layout);
    flow = flow_turn(&cover->layout, &flow, title);
    unit room = HEIGHT - top - 2 * EDGE;
    for (size_t i = 0; i < sizeof title_sizes / sizeof *title_sizes; i++) {
        struct style_text text = text_of(&cover->style.heading[1], title_sizes[i], WHITE);
        struct par_params params = flow_params(&flow, &text);
        unit smallest, largest;
        params.balance = true;
        par_widths(&cover->layout, title, &params, &smallest, &largest);
        if (smallest > flow.measure)
            continue;
        struct par par = par_set(&cover->layout, title, &params);
        if (par_height(&par) > room)
            continue;
        put_par(cover, &par, EDGE, top + EDGE);
        return true;
    }
    return false;
}

static const struct node *find(const struct doc *doc, enum node_kind kind)
{
    const struct node *at = printed_first(doc->root);
    while (at && (at->kind != kind || (kind == NODE_HEADING && at->u.heading.level != 1)))
        at = printed_next(at);
    return at;
}

/* The brand's colour is the ground of the title, so whatever else may be in it is white there. */
static void make_style(struct cover *cover, const struct style *style)
{
    struct style *own = &cover->style;
    *own = *style;
    own->page_width = WIDTH;
    own->page_height = HEIGHT;
    own->measure = WIDTH - 2 * EDGE;
    own->text_height = HEIGHT - 2 * EDGE;
    own->link = WHITE;
    own->code_tint = own->brand;
}

static bool fill(struct cover *cover, const struct node *title)
{
    const struct node *masthead = find(cover->layout.doc, NODE_MASTHEAD);
    const struct frame_box all = {0, 0, WIDTH, HEIGHT};
    frame_list_add(&cover->items, frame_fill(all, cover->style.brand))->u.fill.stroke = FRAME;
    unit top = masthead ? put_masthead(cover, masthead) : 0;
    const struct frame_box ground = {0, top, WIDTH, HEIGHT - top};
    frame_list_add(&cover->items, frame_fill(ground, cover->style.brand));
    return put_title(cover, title, top);
}

static void make_page(struct cover *cover, struct frames *frames)
{
    frames->page_width = WIDTH;
    frames->page_height = HEIGHT;
    frames->page_count = 1;
    frames->pages = ARENA_NEW(&frames->arena, struct frame_page);
    frames->pages->items = frame_list_keep(&cover->items, &frames->arena);
    frames->pages->count = (uint32_t)cover->items.count;
}

/* All that could be told of these texts was told when the leaflet was laid out. */
struct frames *layout_cover(const struct doc *doc, const struct style *style,
                            const struct layout_tools *tools)
{
    const struct node *title = find(doc, NODE_HEADING);
    struct arena arena = {0};
    struct diag_list untold = {.arena = &arena};
    struct cover cover = {.items = {0}};
    if (!title || (doc->meta.title.value && strlen(doc->meta.title.value) > TITLE_MOST))
        return NULL;
    struct frames *frames = mem_calloc(1, sizeof *frames);
    make_style(&cover, style);
    cover.layout = (struct layout){.doc = doc,
                                   .style = &cover.style,
                                   .tools = tools,
                                   .diags = &untold,
                                   .frames = frames,
                                   .memory = par_memory_new()};
    galley_init(&cover.galley, &cover.layout, NULL);
    bool done = fill(&cover, title) && untold.per_code[DIAG_CODE_CHARACTER_MISSING] == 0;
    if (done)
        make_page(&cover, frames);
    galley_free(&cover.galley);
    par_memory_free(cover.layout.memory);
    arena_free(&cover.layout.lines);
    arena_free(&cover.layout.scratch);
    mem_free(cover.items.items);
    diag_free(&untold);
    arena_free(&arena);
    if (!done)
        frames_free(frames);
    return done ? frames : NULL;
}
