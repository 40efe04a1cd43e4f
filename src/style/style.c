#include "style/style.h"

#include <string.h>

#include "font/font.h"
#include "style/callouts.h"
#include "style/colour.h"
#include "style/contrast.h"
#include "style/paper.h"
#include "style/tokens.h"

/* No content below this (RNIB clear print, LOOK). */
#define SMALLEST UNIT_PT(12)

/* The house look is drawn for a body of 13/19 pt; another body size scales type and spaces. */
#define BODY_SIZE UNIT_PT(13)

/* What neither the page nor the body's size changes. */
static const struct style house = {
    .rule = 0xb4bac4,
    .muted = 0x4a5160,
    .code_tint = 0xf1f4f6,
    .qr_ink = 0x000000,
    .watermark_colour = 0xedeff2,
    /* an artifact: the one text that may be smaller, and it does not grow with the body */
    .foot = {UNIT_PT(10), UNIT_PT(13), FONT_REGULAR, 0x4a5160},
    .smallest = SMALLEST,
    .picture_percent = 100,
    .script_quarters = 3,
    .superscript_rise = 33,
    .subscript_fall = 14,
    .list_label_gap = 4,
    .list_bullet_inset = 2,
    .quote_bar = UNIT_PT(2),
    .code_pad = UNIT_MM(2.5),
    .break_width = UNIT_MM(36),
    .break_height = UNIT_MM(4),
    .callout_bar = UNIT_MM(1.8),
    .icon_gap = UNIT_MM(2.8),
    .icon_radius = UNIT_MM(0.9),
    .table_caption_gap = UNIT_MM(1),
    .heading_ruled = 5,
    .rule_thin = UNIT_PT(0.6),
    .rule_head = UNIT_PT(1.1),
    .masthead_rule = UNIT_MM(1.8),
    .masthead_gap = UNIT_MM(5),
    .contact_stroke = UNIT_PT(1),
    .contact_radius = UNIT_MM(1.2),
    .contact_gap = UNIT_MM(5),
    .term_percent = 45,
    .term_gap = UNIT_MM(5),
    .qr_side = UNIT_MM(34),
    .note_rule_width = UNIT_MM(40),
    .note_rule_below = UNIT_MM(1.6),
    .note_rule_height = UNIT_MM(5.5),
    .note_space = UNIT_MM(1),
    .note_label = 18,
    .foot_gap = UNIT_MM(1.6),
    .foot_between = UNIT_MM(6),
    .watermark_size = UNIT_PT(150),
};

/* The hairline of the running foot stands this far down in the bottom margin. */
#define FOOT_PERCENT 30

void style_set_page(const struct page_size *size, struct style *style)
{
    style->page_width = size->width;
    style->page_height = size->height;
    style->margin_top = size->top;
    style->margin_bottom = size->bottom;
    style->margin_side = size->side;
    style->measure = size->width - 2 * size->side;
    style->text_height = size->height - size->top - size->bottom;
    style->foot_y = size->height - size->bottom + size->bottom * FOOT_PERCENT / 100;
}

/* value at the house size, scaled to the leaflet's body size. */
static unit scaled(const struct tokens *tokens, unit value)
{
    return (unit)(((int64_t)value * tokens->size + BODY_SIZE / 2) / BODY_SIZE);
}

static struct style_text text_style(const struct tokens *tokens, double size, double leading,
                                    unsigned face, uint32_t colour)
{
    struct style_text text = {scaled(tokens, UNIT_PT(size)), scaled(tokens, UNIT_PT(leading)), face,
                              colour};
    if (text.size < SMALLEST) {
        text.leading = (unit)((int64_t)text.leading * SMALLEST / text.size);
        text.size = SMALLEST;
    }
    return text;
}

/* Thousandths that no eye sees; the letters of large print stay as they are drawn. */
#define EXPANSION   20
#define LARGE_PRINT UNIT_PT(16)
#define DARK_SHARE  60u

/* By the width of the page: a narrow measure asks for smaller display type. */
enum page_class { PAGE_WIDE, PAGE_SMALL /* a5 */, PAGE_SLIM /* dl */, PAGE_CLASSES };

static enum page_class class_of(const struct style *style)
{
    return style->page_width < UNIT_MM(120)   ? PAGE_SLIM
           : style->page_width < UNIT_MM(180) ? PAGE_SMALL
                                              : PAGE_WIDE;
}

static const struct heading_type {
    double size, leading;
} heading_types[7][PAGE_CLASSES] = {
    [1] = {{29, 35}, {23, 28}, {19, 23}},     [2] = {{19, 24}, {17, 22}, {16, 21}},
    [3] = {{15.5, 20}, {15, 20}, {14.5, 19}}, [4] = {{14, 19}, {14, 19}, {13.5, 19}},
    [5] = {{13, 19}, {13, 19}, {13, 19}},     [6] = {{13, 19}, {13, 19}, {13, 19}},
};

/* Each differs from its neighbours and from bold text in two of size, weight, colour and rule, so
 * that one is left where the print is grey. */
static void set_headings(struct style *style, const struct tokens *tokens)
{
    enum page_class class = class_of(style);
    for (int level = 1; level <= 6; level++) {
        const struct heading_type *type = &heading_types[level][class];
        uint32_t colour = level == 1   ? colour_darken(tokens->brand, DARK_SHARE)
                          : level == 3 ? tokens->text
                                       : tokens->brand;
        style->heading[level] = text_style(tokens, type->size, type->leading,
                                           level < 6 ? FONT_BOLD : FONT_REGULAR, colour);
    }
}

static void set_texts(struct style *style, const struct tokens *tokens)
{
    style->body = text_style(tokens, 13, 19, FONT_REGULAR, tokens->text);
    style->lead = text_style(tokens, 15.5, 22, FONT_REGULAR, tokens->text);
    style->subtitle = text_style(tokens, 17, 23, FONT_REGULAR, tokens->text);
    style->table = text_style(tokens, 12.5, 18, FONT_REGULAR, tokens->text);
    style->table_head =
        text_style(tokens, 12.5, 18, FONT_BOLD, colour_darken(tokens->brand, DARK_SHARE));
    style->caption = text_style(tokens, 12.5, 18, FONT_BOLD, tokens->text);
    style->picture_caption = text_style(tokens, 12, 17, FONT_REGULAR, tokens->text);
    style->code = text_style(tokens, 12, 17, FONT_MONO, tokens->text);
    style->contact = text_style(tokens, 12.5, 19, FONT_REGULAR, tokens->text);
    style->note = text_style(tokens, 12, 17, FONT_REGULAR, tokens->text);
    style->about = text_style(tokens, 12.5, 18.5, FONT_REGULAR, tokens->text);
    style->masthead_name = text_style(tokens, 13, 17, FONT_BOLD, tokens->brand);
    style->masthead_line = text_style(tokens, 12, 16, FONT_REGULAR, tokens->text);
}

static const struct heading_spaces {
    unit above, below;
} heading_spaces[] = {
    [1] = {UNIT_MM(9), UNIT_MM(2.5)},
    [2] = {UNIT_MM(8), UNIT_MM(1.6)},
    [3] = {UNIT_MM(5), UNIT_MM(0.8)}, /* and lower levels */
};

static void set_spaces(struct style *style, const struct tokens *tokens)
{
    style->space_paragraph = scaled(tokens, UNIT_MM(3));
    style->space_item = scaled(tokens, UNIT_MM(1.2));
    style->space_item_loose = (style->space_item + style->space_paragraph) / 2;
    style->space_lead_in = style->space_item * 3 / 2;
    style->space_aside = style->space_item / 2;
    style->space_block = scaled(tokens, UNIT_MM(5));
    for (int level = 1; level <= 6; level++) {
        const struct heading_spaces *spaces = &heading_spaces[level < 3 ? level : 3];
        style->space_heading[level] = scaled(tokens, spaces->above);
        style->space_after_heading[level] = scaled(tokens, spaces->below);
    }
    style->indent_list = scaled(tokens, UNIT_MM(6));
    style->indent_quote = scaled(tokens, UNIT_MM(6));
    style->callout_pad = scaled(tokens, UNIT_MM(4));
    style->callout_gap = scaled(tokens, UNIT_MM(4));
    style->contact_pad = scaled(tokens, UNIT_MM(5));
    style->callout_head_pad = scaled(tokens, UNIT_MM(2));
    style->icon_side = style->body.leading * 95 / 100;
    style->table_cell_pad_x = scaled(tokens, UNIT_MM(4));
    style->table_cell_pad_y = scaled(tokens, UNIT_MM(1.3));
    style->masthead_logo = scaled(tokens, UNIT_MM(15));
    style->masthead_height = scaled(tokens, UNIT_MM(20));
}

void style_make(const struct meta *meta, const struct meta_pairs *over, struct diag_list *diags,
                struct style *out)
{
    struct tokens tokens;
    tokens_read(meta, over, diags, &tokens);
    *out = house;
    struct page_size size = paper_size(meta, tokens.size, diags);
    style_set_page(&size, out);
    out->size_chosen = tokens.size != BODY_SIZE;
    out->justified = tokens.justified;
    out->hyphenate = tokens.hyphenate;
    out->expansion = tokens.size < LARGE_PRINT ? EXPANSION : 0;
    out->emphasis_italic = tokens.italic;
    out->brand = tokens.brand;
    memcpy(out->font, tokens.font, sizeof out->font);
    set_headings(out, &tokens);
    set_texts(out, &tokens);
    set_spaces(out, &tokens);
    callouts_make(&out->body, &tokens, out->callout);
    contrast_check(&out->body, out->callout, meta, over, diags);
}
