#include "style/css.h"

/* Rules that hold for every leaflet. The reader's theme owns the colours of text and ground, so
 * nothing here sets them. Sizes are relative to the reader's choice. A word longer than its line
 * is broken, but never makes a table's column narrower than its words. Rules stand above the rows:
 * MuPDF 1.21 draws one below a cell through the next row's words. It also sets a caption below its
 * table, whatever is asked (other elements would be no caption to assistive technology: EPUBCheck's
 * ACC-012): there, close to its table and above a rule, it is not taken for that of the next. */
static const char base_rules[] =
    "section,nav,aside,figure,figcaption,main,header,footer{display:block}\n"
    "[hidden]{display:none}\n"
    "body{margin:0;text-align:start;text-autospace:normal;hyphens:manual;-webkit-hyphens:manual;"
    "overflow-wrap:break-word;overflow-wrap:anywhere}\n"
    "ul,ol{padding-inline-start:1.5em}\n"
    "ol.label-3{padding-inline-start:2.2em}\n"
    "ol.label-4{padding-inline-start:2.9em}\n"
    "ol.label-5{padding-inline-start:3.6em}\n"
    ".turned{margin-inline-start:1.5em}\n"
    "nav ol{list-style:none;padding-inline-start:1em}\n"
    "li>p{margin:0}\n"
    "li.task,ol.labelled{list-style:none}\n"
    "blockquote{margin-inline-start:1em;padding-inline-start:1em;border-inline-start:.15em solid}\n"
    "pre{white-space:pre-wrap}\n"
    "hr{border:0;border-top:1px solid;margin:1.5em 0;color:inherit}\n"
    "body{font-variant-numeric:proportional-nums}\n"
    "table{border-spacing:0;font-variant-numeric:tabular-nums}\n"
    "caption{text-align:start;font-weight:bold;margin-bottom:2em;border-bottom:1px solid}\n"
    "th,td{text-align:start;vertical-align:top;border-top:1px solid}\n"
    /* Where words may break anywhere, columns would be one letter wide. Others inherit what they
     * know; MuPDF 1.25 parts an Arabic word in a cell that says break-word, and crashes. */
    "@supports (overflow-wrap:anywhere){th,td{overflow-wrap:break-word}}\n"
    "thead+tbody>tr:first-child>*{border-top-width:2px}\n"
    ".table>*,.table>div>table{margin:0}\n"
    ".centre{text-align:center}\n"
    ".end{text-align:end}\n"
    "figure{break-inside:avoid;page-break-inside:avoid}\n"
    ".figures{display:flex;flex-wrap:wrap;gap:1em}\n"
    ".figures>figure{flex:1 1 9em;margin:0}\n"
    ".exercise>p{margin:0 0 .5em}\n"
    "figcaption{margin:.4em 0}\n"
    "img{max-width:100%;height:auto}\n"
    "dt{font-weight:bold}\n"
    "dd{margin:0 0 .5em}\n"
    "dd p{margin:0;text-align:match-parent}\n"
    "h1+*,h2+*,h3+*,h4+*,h5+*,h6+*{margin-top:0}\n"
    "h1,h2,h3,h4,h5,h6{line-height:1.25;text-align:start;hyphens:none;"
    "-webkit-hyphens:none;break-after:avoid;page-break-after:avoid}\n"
    "h5,h6{border-bottom:1px solid}\n"
    "h6{font-weight:normal}\n"
    "sup,sub{line-height:0}\n"
    ".masthead{margin:0 0 1.5em}\n"
    ".masthead p{margin:0}\n"
    ".masthead .name{font-weight:bold}\n"
    ".masthead img{height:3em;width:auto;object-fit:contain}\n"
    ".callout{padding:.1em 1em;border:1px solid;border-inline-start:.5em solid}\n"
    ".short{break-inside:avoid;page-break-inside:avoid}\n"
    ".callout-label{font-weight:bold;break-after:avoid;page-break-after:avoid}\n"
    ".callout-note,.callout-tip,.callout-important{border-inline-start-width:.25em}\n"
    ".callout-emergency{border:.4em solid}\n"
    ".callout-urgent{border:.2em solid}\n"
    ".callout-routine,.callout-do,.callout-dont{border:1px solid}\n"
    ".callout-emergency>.callout-label{font-size:1.2em}\n"
    ".callout-emergency>.callout-label,.callout-urgent>.callout-label,"
    ".callout-routine>.callout-label{border-bottom:1px solid;padding-bottom:.3em}\n"
    ".callout-do>ul{list-style-type:\"\\2713\\a0\"}\n"
    ".callout-dont>ul{list-style-type:\"\\2718\\a0\"}\n"
    ".contact{margin:1.5em 0;padding:.1em 1em;border:1px solid}\n"
    ".draft{font-weight:bold}\n"
    ".footnote{border-top:1px solid;padding-top:.3em}\n"
    ".cover{text-align:center}\n"
    ".cover h1{text-align:center;margin:0;line-height:1}\n"
    ".cover img{max-height:90vh;width:auto}\n";

/* Of the second sheet: what old readers do not know and would drop a whole sheet for. --w is a
 * hundredth of the page: of the column that the text is in, where a reader knows that, since those
 * that set page beside page in one window (epub.js) take its whole width for vw. A list in a list
 * leaves room for words, and one that is in none for its bullets; labels that are text stand beside
 * it. (MuPDF 1.21 takes a length of min() for none and a block in a line for a paragraph, so it is
 * asked first.) Where words are too long even so they are hyphenated, if the reader can leave short
 * ones whole. Pictures stay on one page. */
static const char narrow_rules[] =
    "main{container-type:inline-size}\n"
    "@supports (width:min(1em,1vw)){caption{margin:0;border:0;padding:.3em 0}}\n"
    "@supports (width:min(1em,1vw)){"
    "ul{padding-inline-start:min(1.5em,max(.95em,8*var(--w)))}"
    ".callout-do>ul,.callout-dont>ul{padding-inline-start:min(1.5em,max(1.2em,8*var(--w)))}"
    "li ul{padding-inline-start:min(1.5em,8*var(--w))}"
    "li.task>p:first-child{text-indent:max(-1.5em,-8*var(--w))}"
    "ol.labelled{padding-inline-start:min(2em,10*var(--w))}"
    "ol.labelled>.turned{margin-inline-start:min(2em,10*var(--w))}"
    "ol.labelled>li>p:first-child{text-indent:max(-2em,-10*var(--w))}"
    ".label{display:inline-block;text-indent:0}"
    "ol.labelled>li>p>.label{min-width:min(1.75em,8*var(--w))}"
    "li.task>p>.label{min-width:min(1.25em,6.5*var(--w))}"
    "nav ol{padding-inline-start:min(1em,4*var(--w))}"
    "blockquote{margin-inline-start:0;padding-inline-start:min(1em,4*var(--w))}"
    ".callout,.contact{padding-inline:min(1em,4*var(--w))}}\n"
    "pre{white-space:break-spaces}\n"
    "img{max-height:90vh;object-fit:contain}\n"
    "@supports (hyphenate-limit-chars:12 5 5){"
    "body{hyphens:auto;hyphenate-limit-chars:14 6 6}"
    "h1,h2,h3,h4,h5,h6,[class*=listed-] td{hyphens:auto;hyphenate-limit-chars:12 5 5}"
    "a,code,kbd,pre{hyphens:manual}}\n"
    ".table{container-type:inline-size}\n";

/* Lines and their picture side by side. The last row takes what the picture is higher. */
static const char wide_rules[] =
    "(min-width:36em){.exercise{display:grid;column-gap:1.5em;"
    "grid-template-columns:minmax(0,1fr) minmax(0,42%);grid-template-rows:repeat(19,auto) 1fr}"
    "main>.exercise{margin-top:1.5em}.exercise>*{grid-column:1}"
    ".exercise>:first-child{margin-top:0}"
    ".exercise>figure{grid-column:2;grid-row:1/span 20;align-self:start;margin:.3em 0}}";

/* $: the tables. The cells of a row one below the other, each after the head of its column. */
static const char listed_rules[] =
    "$,$ caption,$ tbody,$ tr,$ td,$ tbody th{display:block}"
    "$ thead{display:none}"
    "$ tr{border-top:1px solid;padding:.3em 0}"
    "$ td,$ tbody th{border:0;padding:.1em 0;text-align:start;overflow-wrap:anywhere}"
    "$ tr>*+*{margin-inline-start:1em}"
    "$ tr>:first-child{break-after:avoid}"
    "$ [data-label]::before{content:attr(data-label) \" \";font-weight:bold}";

static const char scrolled_rules[] = "${overflow:auto;max-height:90vh}";

/* In widths of the digit 0, which follow the reader's choice of font and size; media queries do
 * not.
 */
static const uint32_t table_widths[] = {16, 20, 25, 30, 36, 45, 60, 100};
#define TABLE_WIDTHS (sizeof table_widths / sizeof *table_widths)

/* Readers without container queries: telephones, whatever the size of text. */
#define TELEPHONE_EMS 30

/* A text that is larger than others. */
struct large_text {
    const char *selector;
    unit size;
    int most;   /* percent of the text's size */
    int screen; /* in the second sheet it shrinks before its words must be broken, down to the size
                   of the text: no larger than so many hundredths of the screen */
};
#define LARGE_TEXTS 6

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
    put_em(out, "table,figure,aside,div,.callout{margin:", style->space_block, body, "em 0}\n");
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

static void list_large_texts(const struct style *style, struct large_text out[LARGE_TEXTS])
{
    const struct large_text all[LARGE_TEXTS] = {
        {"h1", style->heading[1].size, 160, 9}, {"h2", style->heading[2].size, 130, 8},
        {"h3", style->heading[3].size, 120, 7}, {"h4", style->heading[4].size, 110, 7},
        {".lead", style->lead.size, 120, 7},    {".subtitle", style->subtitle.size, 120, 7}};
    for (size_t i = 0; i < LARGE_TEXTS; i++) {
        unit most = style->body.size * all[i].most / 100;
        out[i] = all[i];
        out[i].size = all[i].size < most ? all[i].size : most;
    }
}

/* size over the body's size, in hundredths of an em. */
static void put_size(struct buf *out, const char *selector, unit size, const struct style *style)
{
    buf_put_string(out, selector);
    put_em(out, "{font-size:", size, style->body.size, "em}\n");
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
    struct large_text large[LARGE_TEXTS];
    list_large_texts(style, large);
    buf_put_string(out, "@charset \"UTF-8\";\n");
    put_measures(style, out);
    buf_put_string(out, base_rules);
    put_heading_spaces(style, out);
    for (size_t i = 0; i < LARGE_TEXTS; i++)
        put_size(out, large[i].selector, large[i].size, style);
    put_size(out, "h5,h6", style->heading[5].size, style);
    put_size(out, "figcaption", style->picture_caption.size, style);
    put_emphasis(style, out);
    if (style->justified)
        buf_put_string(out, "p{text-align:justify}\n");
}

/* ---- the second sheet */

static void put_rules(struct buf *out, const char *rules, const char *selector)
{
    struct slice rest = slice_from(rules);
    for (size_t at; (at = slice_find(rest, '$')) < rest.len;
         rest = slice_from_position(rest, at + 1)) {
        buf_put_slice(out, slice_sub(rest, 0, at));
        buf_put_string(out, selector);
    }
    buf_put_slice(out, rest);
}

static void put_rules_below(struct buf *out, uint32_t digits)
{
    char listed[32], scrolled[32];
    (void)snprintf(listed, sizeof listed, ".listed-%u", digits);
    (void)snprintf(scrolled, sizeof scrolled, ".scrolled-%u", digits);
    buf_format(out, "@container (max-width:%u.99ch){", digits - 1);
    put_rules(out, listed_rules, listed);
    put_rules(out, scrolled_rules, scrolled);
    buf_put_string(out, "}\n");
}

uint32_t style_table_width(uint32_t digits)
{
    size_t i = 0;
    while (i + 1 < TABLE_WIDTHS && table_widths[i] < digits)
        i++;
    return table_widths[i];
}

void style_narrow_css(const struct style *style, struct buf *out)
{
    struct large_text large[LARGE_TEXTS];
    list_large_texts(style, large);
    buf_put_string(out, "@charset \"UTF-8\";\n"
                        "body{--w:1vw}\n@supports (width:1cqi){main>*{--w:1cqi}}\n"
                        "@supports (width:min(1em,1vw)){\n");
    for (size_t i = 0; i < LARGE_TEXTS; i++) {
        buf_put_string(out, large[i].selector);
        put_em(out, "{font-size:min(", large[i].size, style->body.size, "em,");
        buf_format(out, "max(1em,%d*var(--w)))}\n", large[i].screen);
    }
    buf_put_string(out, "}\n");
    buf_put_string(out, narrow_rules);
    buf_format(out, "@container %s\n", wide_rules);
    for (size_t i = 0; i < TABLE_WIDTHS; i++)
        put_rules_below(out, table_widths[i]);
    buf_format(out, "@supports not (container-type:inline-size){@media %s@media (max-width:%dem){",
               wide_rules, TELEPHONE_EMS);
    put_rules(out, listed_rules, "[class*=listed-]");
    put_rules(out, scrolled_rules, "[class*=scrolled-]");
    buf_put_string(out, "}}\n");
}
