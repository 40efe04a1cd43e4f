#include "doc/theme.h"

#include <string.h>

#include "base/slice.h"

#define COLOUR(key, contrast, value, text)                                                         \
    {.name = (key), .form = THEME_COLOUR, .least = (contrast), .colour = (value), .about = (text)}
#define NUMBER(key, as, from, to, value, text)                                                     \
    {.name = (key), .form = (as), .least = (from), .most = (to), .usual = (value), .about = (text)}
#define CHOICE(key, first, other, text)                                                            \
    {.name = (key), .form = THEME_CHOICE, .no = (first), .yes = (other), .about = (text)}
#define FONT_FILE(key, text) {.name = (key), .form = THEME_FILE, .about = (text)}

#define READ 4.5 /* WCAG 2.2, SC 1.4.3: the least contrast of text */
#define SEEN 1.5 /* of a line: below that office printers lose it */

const struct theme_row theme_table[THEME_KEY_COUNT] = {
    [THEME_BRAND] = COLOUR("brand", READ, 0x0b5c73,
                           "The colour of headings and rules: # and six digits, in quotes."),
    [THEME_TEXT] = COLOUR("text", READ, 0x1d2330, "The colour of the text."),
    [THEME_WARNING] = COLOUR("warning", READ, 0xa3320b, "The colour of warnings."),
    [THEME_LINK] = COLOUR("link", READ, 0, "The colour of links; usually brand."),
    [THEME_RULE] = COLOUR("rule", SEEN, 0xb4bac4, "The colour of thin lines."),
    [THEME_CODE_TINT] = COLOUR("code_tint", 1, 0xf1f4f6, "The ground behind code blocks."),
    [THEME_CALLOUT_TINT] = NUMBER("callout_tint", THEME_PERCENT, 0, 15, 8.2,
                                  "How strong the tint of boxes is, in percent of their colour."),
    [THEME_SIZE] = NUMBER("size", THEME_POINTS, 12, 24, 13, "The size of the text in points."),
    [THEME_TITLE_SIZE] = NUMBER("title_size", THEME_POINTS, 16, 60, 0, "Of the title."),
    [THEME_HEADING_SIZE] =
        NUMBER("heading_size", THEME_POINTS, 13, 48, 0, "Of headings of the second level."),
    [THEME_SUBHEADING_SIZE] =
        NUMBER("subheading_size", THEME_POINTS, 12, 36, 0, "Of headings of the third level."),
    [THEME_LEAD_SIZE] =
        NUMBER("lead_size", THEME_POINTS, 12, 36, 15.5, "Of the summary below the title."),
    [THEME_TABLE_SIZE] = NUMBER("table_size", THEME_POINTS, 12, 24, 12.5, "Of tables."),
    [THEME_LEADING] = NUMBER("leading", THEME_PERCENT, 125, 200, 0,
                             "From line to line, in percent of the text's size; usually 146."),
    [THEME_EMPHASIS] = CHOICE("emphasis", "bold", "italic", "How *emphasis* is set."),
    [THEME_ALIGN] = CHOICE("align", "ragged", "justified", "How lines end."),
    [THEME_EXPANSION] = NUMBER("expansion", THEME_PERCENT, 0, 2, 2,
                               "How far the letters of a justified line may give, in percent."),
    [THEME_HYPHENATION] =
        CHOICE("hyphenation", "no", "yes", "Whether words are parted at the ends of lines."),
    [THEME_MARGIN_SIDE] =
        NUMBER("margin_side", THEME_LENGTH, 8, 70, 0, "Of the page, left and right, in mm."),
    [THEME_MARGIN_TOP] = NUMBER("margin_top", THEME_LENGTH, 8, 60, 0, "Above the text, in mm."),
    [THEME_MARGIN_BOTTOM] = NUMBER("margin_bottom", THEME_LENGTH, 15, 60, 0,
                                   "Below the text, in mm; it holds the running foot."),
    [THEME_SPACE_PARAGRAPH] =
        NUMBER("space_paragraph", THEME_LENGTH, 1, 8, 3, "Between paragraphs, in mm."),
    [THEME_SPACE_ITEM] =
        NUMBER("space_item", THEME_LENGTH, 0, 6, 1.2, "Between the items of a list, in mm."),
    [THEME_SPACE_BLOCK] = NUMBER("space_block", THEME_LENGTH, 2, 15, 5,
                                 "Above and below tables, boxes and pictures, in mm."),
    [THEME_SPACE_HEADING] = NUMBER("space_heading", THEME_LENGTH, 3, 20, 8,
                                   "Above headings of the second level, in mm."),
    [THEME_SPACE_SUBHEADING] = NUMBER("space_subheading", THEME_LENGTH, 2, 15, 5,
                                      "Above headings of lower levels, in mm."),
    [THEME_SPACE_BELOW_HEADING] =
        NUMBER("space_below_heading", THEME_LENGTH, 0, 6, 1.6,
               "Below headings of the second level, in mm; of lower levels half of it."),
    [THEME_INDENT_LIST] =
        NUMBER("indent_list", THEME_LENGTH, 4, 15, 6, "From a list's edge to its text, in mm."),
    [THEME_CALLOUT_BAR] =
        NUMBER("callout_bar", THEME_LENGTH, 0.5, 5, 1.8, "The bar at the edge of a box, in mm."),
    [THEME_CALLOUT_PAD] =
        NUMBER("callout_pad", THEME_LENGTH, 2, 10, 4, "The space inside a box, in mm."),
    [THEME_TABLE_GUTTER] =
        NUMBER("table_gutter", THEME_LENGTH, 2, 12, 4, "Between the columns of a table, in mm."),
    [THEME_TABLE_PAD] = NUMBER("table_pad", THEME_LENGTH, 0.5, 5, 1.3,
                               "Above and below the words of a table's row, in mm."),
    [THEME_RULE_WIDTH] =
        NUMBER("rule_width", THEME_POINTS, 0.25, 2, 0.6, "How thick thin lines are, in points."),
    [THEME_MASTHEAD_RULE] = NUMBER("masthead_rule", THEME_LENGTH, 0.5, 5, 1.8,
                                   "How thick the rule at the top is, in mm."),
    [THEME_QR_SIDE] = NUMBER("qr_side", THEME_LENGTH, 20, 50, 34,
                             "How wide the code of the online address is, in mm."),
    [THEME_FONT] =
        FONT_FILE("font", "Your own font: the file of the regular face (TrueType or OpenType)."),
    [THEME_FONT_BOLD] = FONT_FILE("font_bold", "The file of its bold face."),
    [THEME_FONT_ITALIC] = FONT_FILE("font_italic", "The file of its italic face."),
    [THEME_FONT_BOLD_ITALIC] = FONT_FILE("font_bold_italic", "The file of its bold italic face."),
};

const char *theme_sign(enum theme_form form)
{
    switch (form) {
    case THEME_POINTS: return "pt";
    case THEME_LENGTH: return "mm";
    case THEME_PERCENT: return "%";
    case THEME_COLOUR:
    case THEME_CHOICE:
    case THEME_FILE: break;
    }
    return NULL;
}

int32_t theme_number(enum theme_form form, const char *text)
{
    int32_t value = 0;
    if (!ascii_is_digit(*text))
        return -1;
    for (; ascii_is_digit(*text) && value < 1000; text++)
        value = value * 10 + (*text - '0');
    value *= 100;
    if (*text == '.' && ascii_is_digit(text[1])) {
        value += (text[1] - '0') * 10;
        text += 2;
        if (ascii_is_digit(*text))
            value += *text++ - '0';
    }
    text += *text == ' ';
    return *text == '\0' || strcmp(text, theme_sign(form)) == 0 ? value : -1;
}

enum theme_key theme_find(const char *name)
{
    int key = 0;
    while (key < THEME_KEY_COUNT && strcmp(theme_table[key].name, name) != 0)
        key++;
    return (enum theme_key)key;
}
