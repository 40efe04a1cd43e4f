/* From theme tokens to measures and to CSS: what a leaflet looks like. Computed
 * once a leaflet into plain values; the same tokens give the style sheet of the EPUB. Measures
 * are in 1/1024 pt, colours 0xRRGGBB. Layers 3 and up. */
#ifndef STYLE_STYLE_H
#define STYLE_STYLE_H

#include "base/buf.h"
#include "base/diag.h"
#include "doc/meta.h"
#include "doc/node.h"

typedef int32_t unit; /* 1/1024 pt */

#define UNIT_PT(points) ((unit)((points) * 1024.0 + 0.5))
#define UNIT_MM(mm)     ((unit)((mm) * 1024.0 * 72.0 / 25.4 + 0.5))

/* How a run of text is set. */
struct style_text {
    unit size;
    unit leading;
    unsigned face; /* FONT_BOLD | FONT_ITALIC | FONT_MONO of font/font.h */
    uint32_t colour;
};

enum style_icon {
    STYLE_ICON_INFO,
    STYLE_ICON_TIP,
    STYLE_ICON_IMPORTANT,
    STYLE_ICON_WARNING,
    STYLE_ICON_CAUTION
};

struct style_callout {
    uint32_t bar, tint, label;
    enum style_icon icon;
    bool round; /* the icon's ground: a disc, or a square with small corners */
};

struct style {
    unit page_width, page_height;
    unit margin_top, margin_bottom, margin_start, margin_end; /* the same start and end */
    unit measure;                                             /* page_width less margins */
    unit text_height;                                         /* page_height less margins */
    bool justified; /* theme.align: justified; default ragged */
    bool hyphenate; /* theme.hyphenation: yes; only with justified by default no */
    bool emphasis_italic;
    uint32_t brand, rule, muted; /* colours */
    struct style_text body, lead, subtitle, heading[7] /* [1..6] */, table, table_head, caption,
        code, contact, note, about, masthead_name, masthead_line, foot, label;
    unit space_paragraph, space_item, space_h1, space_h2, space_h3, space_block; /* above */
    unit space_after_heading[7];
    unit indent_list; /* label column of a list level */
    unit indent_quote;
    unit callout_bar, callout_pad, callout_gap; /* bar width; padding inside; bar to text */
    unit table_cell_pad_x, table_cell_pad_y, rule_thin, rule_head;
    unit masthead_rule, masthead_logo, masthead_height;
    unit qr_side;
    struct style_callout callout[CALLOUT_KIND_COUNT];
    /* theme.font: paths relative to the content root as written, or NULL */
    const char *font_regular, *font_bold, *font_italic, *font_bold_italic;
};

/* Computes the style from meta (page, theme tokens) and the tokens over it (NULL: none). Wrong
 * tokens are diagnosed (key-unknown with the nearest name, value-form, theme-contrast below 4.5:1
 * by WCAG 2.2's relative luminance) and the default stands. Scales margins and sizes for a5 (no
 * content below 12 pt ever). */
void style_make(const struct meta *meta, const struct meta_pairs *over, struct diag_list *diags,
                struct style *out);

/* WCAG 2.2 contrast ratio times 100 (2100: black on white). */
int style_contrast(uint32_t a, uint32_t b);

/* The style sheet of the EPUB from the same tokens. */
void style_css(const struct style *style, struct buf *out);

#endif
