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
#define BODY_SIZE    13
#define BODY_LEADING 19

/* What neither the page nor the body's size changes. */
static const struct style house = {
    .muted = 0x4a5160,
    .qr_ink = 0x000000,
    .watermark_colour = 0xedeff2,
    /* an artifact: the one text that may be smaller, and it does not grow with the body */
    .foot = {.size = UNIT_PT(10), .leading = UNIT_PT(13), .face = FONT_REGULAR, .colour = 0x4a5160},
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
    .icon_gap = UNIT_MM(2.8),
    .icon_radius = UNIT_MM(0.9),
    .table_caption_gap = UNIT_MM(1),
    .heading_ruled = 5,
    .rule_head = UNIT_PT(1.1),
    .masthead_gap = UNIT_MM(5),
    .contact_stroke = UNIT_PT(1),
    .contact_radius = UNIT_MM(1.2),
    .contact_gap = UNIT_MM(5),
    .term_percent = 45,
    .term_gap = UNIT_MM(5),
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
    style->text_width = style->measure = style->span_measure = size->width - 2 * size->side;
    style->columns = 1;
    style->text_height = size->height - size->top - size->bottom;
    style->foot_y = size->height - size->bottom + size->bottom * FOOT_PERCENT / 100;
}

#define TURNED_SIDE  UNIT_MM(20)
#define TURNED_LINES 8 /* of text that a page holds */

bool style_turn(const struct style *style, struct style *out)
{
    unit side = style->margin_side < TURNED_SIDE ? style->margin_side : TURNED_SIDE;
    struct page_size size = {.width = style->page_height,
                             .height = style->page_width,
                             .top = style->margin_top,
                             .bottom = style->margin_bottom,
                             .side = side};
    *out = *style;
    style_set_page(&size, out);
    return size.width > size.height && out->text_height >= TURNED_LINES * style->body.leading;
}

static struct style_text text_style(const struct tokens *tokens, double size, double leading,
                                    unsigned face, uint32_t colour)
{
    struct style_text text = {.size = tokens_scaled(tokens, UNIT_PT(size)),
                              .leading = tokens_scaled(tokens, UNIT_PT(leading)),
                              .face = face,
                              .colour = colour};
    if (text.size < SMALLEST) {
        text.leading = (unit)((int64_t)text.leading * SMALLEST / text.size);
        text.size = SMALLEST;
    }
    return text;
}

/* The same in the size that the theme has for it, if it has one. */
static struct style_text sized(const struct tokens *tokens, enum theme_key key,
                               struct style_text text)
{
    unit size = tokens->of[key].pair ? tokens_length(tokens, key) : text.size;
    text.leading = (unit)((int64_t)text.leading * size / text.size);
    text.size = size;
    return text;
}

/* The letters of large print stay as they are drawn. */
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
    uint32_t brand = tokens_colour(tokens, THEME_BRAND), text = tokens_colour(tokens, THEME_TEXT);
    enum page_class class = class_of(style);
    for (int level = 1; level <= 6; level++) {
        const struct heading_type *type = &heading_types[level][class];
        uint32_t colour = level == 1 ? colour_darken(brand, DARK_SHARE) : level == 3 ? text : brand;
        style->heading[level] = text_style(tokens, type->size, type->leading,
                                           level < 6 ? FONT_BOLD : FONT_REGULAR, colour);
    }
    static const enum theme_key sizes[] = {THEME_TITLE_SIZE, THEME_HEADING_SIZE,
                                           THEME_SUBHEADING_SIZE};
    for (int level = 1; level <= 3; level++)
        style->heading[level] = sized(tokens, sizes[level - 1], style->heading[level]);
}

static void set_texts(struct style *style, const struct tokens *tokens)
{
    uint32_t brand = tokens_colour(tokens, THEME_BRAND), text = tokens_colour(tokens, THEME_TEXT);
    uint32_t dark = colour_darken(brand, DARK_SHARE);
    style->body = text_style(tokens, BODY_SIZE, BODY_LEADING, FONT_REGULAR, text);
    style->lead = text_style(tokens, 15.5, 22, FONT_REGULAR, text);
    style->subtitle = text_style(tokens, 17, 23, FONT_REGULAR, text);
    style->table = text_style(tokens, 12.5, 18, FONT_REGULAR, text);
    style->table_head = text_style(tokens, 12.5, 18, FONT_BOLD, dark);
    style->caption = text_style(tokens, 12.5, 18, FONT_BOLD, text);
    style->picture_caption = text_style(tokens, 12, 17, FONT_REGULAR, text);
    style->code = text_style(tokens, 12, 17, FONT_MONO, text);
    style->contact = text_style(tokens, 12.5, 19, FONT_REGULAR, text);
    style->note = text_style(tokens, 12, 17, FONT_REGULAR, text);
    style->about = text_style(tokens, 12.5, 18.5, FONT_REGULAR, text);
    style->masthead_name = text_style(tokens, 13, 17, FONT_BOLD, brand);
    style->masthead_line = text_style(tokens, 12, 16, FONT_REGULAR, text);
    style->lead = sized(tokens, THEME_LEAD_SIZE, style->lead);
    style->table = sized(tokens, THEME_TABLE_SIZE, style->table);
    style->table_head = sized(tokens, THEME_TABLE_SIZE, style->table_head);
    style->caption = sized(tokens, THEME_TABLE_SIZE, style->caption);
    style->table.tabular = style->table_head.tabular = true;
}

/* Lines of the body as far apart as the theme says, those of other running text in proportion. */
static void set_leading(struct style *style, const struct tokens *tokens)
{
    int64_t thousandths = tokens->of[THEME_LEADING].value;
    if (!tokens->of[THEME_LEADING].pair)
        return;
#define X(member, use)                                                                             \
    if (use == STYLE_RUNNING)                                                                      \
        style->member.leading =                                                                    \
            (unit)(style->member.leading * thousandths * BODY_SIZE / (BODY_LEADING * 1000));
    STYLE_TEXTS(X)
#undef X
}

static void set_spaces(struct style *style, const struct tokens *tokens)
{
    style->space_paragraph = tokens_length(tokens, THEME_SPACE_PARAGRAPH);
    style->space_item = tokens_length(tokens, THEME_SPACE_ITEM);
    style->space_item_loose = (style->space_item + style->space_paragraph) / 2;
    style->space_lead_in = style->space_item * 3 / 2;
    style->space_aside = style->space_item / 2;
    style->space_block = tokens_length(tokens, THEME_SPACE_BLOCK);
    for (int level = 1; level <= 6; level++) {
        bool low = level > 2;
        style->space_heading[level] =
            tokens_length(tokens, low ? THEME_SPACE_SUBHEADING : THEME_SPACE_HEADING);
        style->space_after_heading[level] =
            tokens_length(tokens, THEME_SPACE_BELOW_HEADING) / (low ? 2 : 1);
    }
    style->space_heading[1] = tokens_scaled(tokens, UNIT_MM(9));
    style->space_after_heading[1] = tokens_scaled(tokens, UNIT_MM(2.5));
}

static void set_measures(struct style *style, const struct tokens *tokens)
{
    style->indent_list = tokens_length(tokens, THEME_INDENT_LIST);
    style->indent_quote = tokens_scaled(tokens, UNIT_MM(6));
    style->callout_bar = tokens->of[THEME_CALLOUT_BAR].value;
    style->callout_pad = tokens_length(tokens, THEME_CALLOUT_PAD);
    style->callout_gap = tokens_scaled(tokens, UNIT_MM(4));
    style->callout_head_pad = style->callout_pad / 2;
    style->contact_pad = tokens_scaled(tokens, UNIT_MM(5));
    style->table_cell_pad_x = tokens_length(tokens, THEME_TABLE_GUTTER);
    style->table_cell_pad_y = tokens_length(tokens, THEME_TABLE_PAD);
    style->rule_thin = tokens->of[THEME_RULE_WIDTH].value;
    style->masthead_rule = tokens->of[THEME_MASTHEAD_RULE].value;
    style->masthead_logo = tokens_scaled(tokens, UNIT_MM(15));
    style->masthead_height = tokens_scaled(tokens, UNIT_MM(20));
    style->qr_side = tokens->of[THEME_QR_SIDE].value;
}

/* An icon is nearly as high as the line that it stands on. */
#define ICON_PERCENT 95

void style_follow_texts(struct style *style)
{
    style->icon_side = style->body.leading * ICON_PERCENT / 100;
}

static void set_colours(struct style *style, const struct tokens *tokens)
{
    style->brand = tokens_colour(tokens, THEME_BRAND);
    style->link = tokens_colour(tokens, THEME_LINK);
    style->rule = tokens_colour(tokens, THEME_RULE);
    style->code_tint = tokens_colour(tokens, THEME_CODE_TINT);
    callouts_make(&style->body, tokens, style->callout);
}

/* Headings that are no larger than the next level, or than the text, do not show what holds what.
 */
static void check_order(const struct style *style, const struct tokens *tokens,
                        struct diag_list *diags)
{
    static const enum theme_key keys[] = {THEME_TITLE_SIZE, THEME_HEADING_SIZE,
                                          THEME_SUBHEADING_SIZE, THEME_SIZE};
    for (int level = 1; level <= 3; level++) {
        unit lower = level < 3 ? style->heading[level + 1].size : style->body.size;
        const struct meta_pair *pair = tokens_last(tokens, &keys[level - 1], 2);
        if (!pair || style->heading[level].size > lower)
            continue;
        diag_add(diags, DIAG_CODE_VALUE_FORM, pair->value_span,
                 arena_format(diags->arena,
                              "make %s larger than %d.%d points, or what is below it smaller",
                              theme_table[keys[level - 1]].name, lower / UNIT_PT(1),
                              lower % UNIT_PT(1) * 10 / UNIT_PT(1)),
                 "the sizes of title, headings and text must go down in this order");
        return;
    }
}

void style_make(const struct meta *meta, const struct meta_pairs *over, struct diag_list *diags,
                struct style *out)
{
    struct tokens tokens;
    tokens_read(meta, over, diags, &tokens);
    *out = house;
    struct page_size size = paper_size(meta, &tokens, diags);
    style_set_page(&size, out);
    out->size_chosen = tokens.size != UNIT_PT(BODY_SIZE);
    out->justified = tokens.of[THEME_ALIGN].value;
    out->hyphenate = tokens.of[THEME_HYPHENATION].value;
    out->expansion = tokens.size < LARGE_PRINT ? tokens.of[THEME_EXPANSION].value : 0;
    out->emphasis_italic = tokens.of[THEME_EMPHASIS].value;
    memcpy(out->font, tokens.font, sizeof out->font);
    set_headings(out, &tokens);
    set_texts(out, &tokens);
    set_leading(out, &tokens);
    style_follow_texts(out);
    set_spaces(out, &tokens);
    set_measures(out, &tokens);
    set_colours(out, &tokens);
    check_order(out, &tokens, diags);
    contrast_check(&out->body, out->callout, &tokens, diags);
}
