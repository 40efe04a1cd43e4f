#include "style/css.h"

/* Rules that hold for every leaflet. The reader's theme owns the colours of text and ground, so
 * nothing here sets them. Sizes are relative to the reader's choice. */
static const char base_rules[] =
    "section,nav,aside,figure,figcaption,main,header,footer{display:block}\n"
    "[hidden]{display:none}\n"
    "body{margin:0;text-align:start;hyphens:manual;-webkit-hyphens:manual}\n"
    "ul,ol{padding-inline-start:1.5em}\n"
    "li>p{margin:0}\n"
    "li.task,ol.labelled{list-style:none}\n"
    "li>.label+p{display:inline}\n"
    "blockquote{margin-inline-start:1em;padding-inline-start:1em;border-inline-start:.15em solid}\n"
    "pre{white-space:pre-wrap;overflow-wrap:break-word}\n"
    "body{font-variant-numeric:proportional-nums}\n"
    "table{border-spacing:0;font-variant-numeric:tabular-nums}\n"
    "caption{text-align:start;font-weight:bold;padding:.3em 0}\n"
    "th,td{text-align:start;vertical-align:top;border-bottom:1px solid}\n"
    "thead th,thead td{border-bottom-width:2px}\n"
    ".centre{text-align:center}\n"
    ".end{text-align:end}\n"
    "figure{break-inside:avoid;page-break-inside:avoid}\n"
    ".figures{display:flex;flex-wrap:wrap;gap:1em}\n"
    ".figures>figure{flex:1 1 9em;margin:0}\n"
    ".exercise>p{margin:0 0 .5em}\n"
    /* the last row takes what the picture is higher than the lines */
    "@media (min-width:36em){.exercise{display:grid;column-gap:1.5em;"
    "grid-template-columns:minmax(0,1fr) minmax(0,42%);grid-template-rows:repeat(19,auto) 1fr}"
    "main>.exercise{margin-top:1.5em}.exercise>*{grid-column:1}"
    ".exercise>:first-child{margin-top:0}"
    ".exercise>figure{grid-column:2;grid-row:1/span 20;align-self:start;margin:.3em 0}}\n"
    "figcaption{margin:.4em 0}\n"
    "img{max-width:100%;height:auto}\n"
    "dt{font-weight:bold}\n"
    "dd{margin:0 0 .5em}\n"
    "dd p{margin:0}\n"
    "h1+*,h2+*,h3+*,h4+*,h5+*,h6+*{margin-top:0}\n"
    "h1,h2,h3,h4,h5,h6{line-height:1.25;text-align:start;hyphens:none;"
    "-webkit-hyphens:none;break-after:avoid;page-break-after:avoid}\n"
    "h5,h6{border-bottom:1px solid}\n"
    "h6{font-weight:normal}\n"
    "sup,sub{line-height:0}\n"
    "a{overflow-wrap:break-word}\n"
    ".masthead{margin:0 0 1.5em}\n"
    ".masthead p{margin:0}\n"
    ".masthead .name{font-weight:bold}\n"
    ".masthead img{max-height:4em;width:auto}\n"
    ".callout{padding:.1em 1em;border:1px solid;border-inline-start:.5em solid;"
    "break-inside:avoid;page-break-inside:avoid}\n"
    ".callout-label{font-weight:bold}\n"
    ".callout-note,.callout-tip,.callout-important{border-inline-start-width:.25em}\n"
    ".callout-emergency{border:.4em solid}\n"
    ".callout-urgent{border:.2em solid}\n"
    ".callout-routine,.callout-do,.callout-dont{border:1px solid}\n"
    ".callout-emergency>.callout-label{font-size:1.2em}\n"
    ".callout-emergency>.callout-label,.callout-urgent>.callout-label,"
    ".callout-routine>.callout-label{border-bottom:1px solid;padding-bottom:.3em}\n"
    ".callout-do>ul{list-style-type:\"\\2713\\a0\"}\n"
    ".callout-dont>ul{list-style-type:\"\\2718\\a0\"}\n"
    ".contact{margin:1.5em 0;padding:.1em 1em;border:1px solid;break-inside:avoid;"
    "page-break-inside:avoid}\n"
    ".draft{font-weight:bold}\n"
    ".footnote{border-top:1px solid;padding-top:.3em}\n"
    ".cover{text-align:center}\n"
    ".cover img{max-height:8em;width:auto}\n";

/* "selector{property:12.34em 0}": a length over the size of the text that it is in, in hundredths
 * of an em; text behind it. */
static void put_em(struct buf *out, const char *rule, unit length, unit size, const char *text)
{
    buf_put_string(out, rule);
    buf_put_fixed(out, length, size, 2);
    buf_put_string(out, text);
}

/* The measures of the theme, as far as a reader's own size and page leave room for them. */
static void put_measures(const struct style *style, struct buf *out)
{
    unit body = style->body.size;
    put_em(out, "body{line-height:", style->body.leading, body, "}\n");
    put_em(out, "p,ul,ol,dl,pre,blockquote{margin:", style->space_paragraph, body, "em 0}\n");
    put_em(out, "li{margin:", style->space_item, body, "em 0}\n");
    put_em(out, "table,figure,aside,div{margin:", style->space_block, body, "em 0}\n");
    put_em(out, "th,td{padding:", style->table_cell_pad_y, body, "em ");
    put_em(out, "", style->table_cell_pad_x, body, "em ");
    put_em(out, "", style->table_cell_pad_y, body, "em 0}\n");
}

/* Below the rules for what follows a heading, which take the space above it away. */
static void put_heading_spaces(const struct style *style, struct buf *out)
{
    for (int level = 1; level <= 6; level++) {
        buf_format(out, "h%d{margin:", level);
        put_em(out, "", style->space_heading[level], style->heading[level].size, "em 0 ");
        put_em(out, "", style->space_after_heading[level], style->heading[level].size, "em}\n");
    }
}

/* size over the body's size, in hundredths of an em. */
static void put_size(struct buf *out, const char *selector, const struct style_text *text,
                     const struct style *style)
{
    buf_put_string(out, selector);
    buf_put_string(out, "{font-size:");
    buf_put_fixed(out, text->size, style->body.size, 2);
    buf_put_string(out, "em}\n");
}

/* Most scripts have no italics: the faces of fonts/manifest set theirs in bold, and an e-reader
 * would slant the upright letters. */
static const char upright_languages[] =
    "am ar bn bo ckb fa gu he hi hy ja ka km kn ko lo ml mr my ne pa ps si ta te th ti ug ur yi zh";

static void put_emphasis(const struct style *style, struct buf *out)
{
    struct slice rest = slice_from(upright_languages);
    if (style->emphasis_italic)
        for (const char *between = ""; rest.len > 0; between = ",") {
            struct slice lang = slice_take(&rest, ' ');
            buf_format(out, "%sem:lang(%.*s)", between, SLICE_ARGS(lang));
        }
    else
        buf_put_string(out, "em");
    buf_put_string(out, "{font-style:normal;font-weight:bold}\n");
}

void style_css(const struct style *style, struct buf *out)
{
    buf_put_string(out, "@charset \"UTF-8\";\n");
    put_measures(style, out);
    buf_put_string(out, base_rules);
    put_heading_spaces(style, out);
    put_size(out, "h1", &style->heading[1], style);
    put_size(out, "h2", &style->heading[2], style);
    put_size(out, "h3", &style->heading[3], style);
    put_size(out, "h4", &style->heading[4], style);
    put_size(out, "h5,h6", &style->heading[5], style);
    put_size(out, "figcaption", &style->picture_caption, style);
    put_size(out, ".lead", &style->lead, style);
    put_size(out, ".subtitle", &style->subtitle, style);
    put_emphasis(style, out);
    if (style->justified)
        buf_put_string(out, "p{text-align:justify}\n");
}
