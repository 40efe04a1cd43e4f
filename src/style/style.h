/* From theme tokens to measures: what a leaflet looks like. Computed
 * once a leaflet into plain values; css.h makes the style sheet of the EPUB from them. Colours are
 * 0xRRGGBB. Layers 3 and up. */
#pragma once

#include "base/diag.h"
#include "base/unit.h"
#include "doc/meta.h"
#include "style/looks.h"

/* What is read at length, so that its leading may give way; that of display is tight already. */
enum style_use { STYLE_RUNNING, STYLE_DISPLAY };

/* X(member, use): the looks of text beside those of headings and boxes. One list: whoever changes
 * all of them forgets none. */
#define STYLE_TEXTS(X)                                                                             \
    X(body, STYLE_RUNNING)                                                                         \
    X(lead, STYLE_RUNNING)                                                                         \
    X(table, STYLE_RUNNING)                                                                        \
    X(table_head, STYLE_RUNNING)                                                                   \
    X(caption, STYLE_RUNNING) /* of a table */                                                     \
    X(picture_caption, STYLE_RUNNING)                                                              \
    X(code, STYLE_RUNNING)                                                                         \
    X(contact, STYLE_RUNNING)                                                                      \
    X(note, STYLE_RUNNING)                                                                         \
    X(about, STYLE_RUNNING)                                                                        \
    X(subtitle, STYLE_DISPLAY)                                                                     \
    X(masthead_name, STYLE_DISPLAY)                                                                \
    X(masthead_line, STYLE_DISPLAY)

/* Percentages and tenths are whole numbers; what no comment explains is a width or a distance. */
struct style {
    unit page_width, page_height;
    unit margin_top, margin_bottom, margin_side; /* left and right alike */
    unit text_width, text_height;                /* of the page less margins */
    unit measure;      /* of a column of text: text_width where there is one */
    uint32_t columns;  /* on a page: 1 or 2 */
    unit column_gap;   /* between them */
    unit span_measure; /* of running text that spans the columns */
    bool justified;    /* theme.align: justified; default ragged */
    bool hyphenate;    /* theme.hyphenation: yes; only with justified by default no */
    int expansion;     /* how far the glyphs of a justified line may be drawn wider or narrower, in
                          thousandths; in large print not at all */
    bool emphasis_italic;
    bool turns;       /* a table too wide may stand on pages turned on their side */
    bool compact;     /* back matter may run in two columns */
    bool size_chosen; /* theme.size: the writer chose another size of the body */
    uint32_t brand, link, rule, muted, code_tint, qr_ink, watermark_colour;
#define X(member, use) struct style_text member;
    STYLE_TEXTS(X)
#undef X
    struct style_text heading[7] /* [1..6] */, foot;
    unit smallest;                         /* no content is set below this size */
    int picture_percent;                   /* of the height that a picture may have on a page */
    int script_quarters;                   /* size of super- and subscripts in quarters */
    int superscript_rise, subscript_fall;  /* percent of the size around them */
    unit space_paragraph, space_block;     /* above */
    unit space_heading[7];                 /* [1..6] above */
    unit space_after_heading[7];           /* [1..6] */
    int heading_ruled;                     /* headings of this level and lower have a rule below */
    unit space_item, space_item_loose;     /* between items of tight and of loose lists */
    unit space_lead_in;                    /* between a list and the line that leads to it */
    unit space_aside;                      /* between paragraphs of boxes and back matter */
    unit indent_list;                      /* label column of a list level */
    int list_label_gap, list_bullet_inset; /* tenths of the text size: label to text; bullet in
                                              from the edge */
    unit indent_quote, quote_bar;
    unit code_pad;
    unit break_width, break_height;             /* rule of a thematic break; its box */
    unit callout_bar, callout_pad, callout_gap; /* bar width; padding inside; bar to icon */
    unit callout_head_pad;                      /* above and below a label in its head */
    unit icon_side, icon_gap, icon_radius;      /* icon to label; corners of a square one */
    unit table_cell_pad_x, table_cell_pad_y, table_caption_gap;
    unit rule_thin, rule_head;
    unit masthead_rule, masthead_logo, masthead_height, masthead_gap; /* gap: under the rule, beside
                                                                         the logo */
    unit contact_pad, contact_stroke, contact_radius, contact_gap;    /* gap: text to QR code */
    int term_percent; /* terms take at most this of the measure */
    unit term_gap;    /* to the description beside it */
    unit qr_side;
    unit note_rule_width, note_rule_below; /* below: rule to the first note */
    unit note_rule_height, note_space;     /* rule and the space around it; between notes */
    int note_label;                        /* label column in tenths of the text size */
    unit foot_y, foot_gap, foot_between;   /* top of the hairline; hairline to text; least space
                                              between its two ends */
    unit watermark_size;
    struct style_callout callout[CALLOUT_KIND_COUNT];
    const char *font[4]; /* theme.font, by FONT_BOLD | FONT_ITALIC: paths relative to the content
                            root as written, or NULL */
};

/* Computes the style from meta (page, theme tokens) and the tokens over it (NULL: none). Wrong
 * tokens are diagnosed (key-unknown with the nearest name, value-form, theme-contrast below 4.5:1
 * by WCAG 2.2's relative luminance) and the default stands. Scales margins and sizes for a5 (no
 * content below 12 pt ever); a page too small for its text is diagnosed (value-form), and A4
 * stands. */
void style_make(const struct meta *meta, const struct meta_pairs *over, struct diag_list *diags,
                struct style *out);

/* The style of upright pages, for such a page turned on its side: only page, margins, measure and
 * what follows from them differ. False: the page is no higher than wide, or would be too low. */
bool style_turn(const struct style *style, struct style *out);

struct page_size; /* style/paper.h */

/* Sets the page and its margins, and what follows from them. Only style/. */
void style_set_page(const struct page_size *size, struct style *style);
/* Sets what follows from the sizes of the texts. Only style/. */
void style_follow_texts(struct style *style);
