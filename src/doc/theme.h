/* The keys that stand below theme: in settings and front matter. One table says how each is called
 * and written, between which limits of clear print, and what it is unless the writer says so; what
 * follows from its value is style/'s affair. Layers 2 and up. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum theme_key {
    THEME_BRAND,
    THEME_TEXT,
    THEME_WARNING,
    THEME_LINK,
    THEME_RULE,
    THEME_CODE_TINT,
    THEME_CALLOUT_TINT,
    THEME_SIZE,
    THEME_TITLE_SIZE,
    THEME_HEADING_SIZE,
    THEME_SUBHEADING_SIZE,
    THEME_LEAD_SIZE,
    THEME_TABLE_SIZE,
    THEME_LEADING,
    THEME_EMPHASIS,
    THEME_ALIGN,
    THEME_EXPANSION,
    THEME_HYPHENATION,
    THEME_MARGIN_SIDE,
    THEME_MARGIN_TOP,
    THEME_MARGIN_BOTTOM,
    THEME_SPACE_PARAGRAPH,
    THEME_SPACE_ITEM,
    THEME_SPACE_BLOCK,
    THEME_SPACE_HEADING,
    THEME_SPACE_SUBHEADING,
    THEME_SPACE_BELOW_HEADING,
    THEME_INDENT_LIST,
    THEME_CALLOUT_BAR,
    THEME_CALLOUT_PAD,
    THEME_TABLE_GUTTER,
    THEME_TABLE_PAD,
    THEME_RULE_WIDTH,
    THEME_MASTHEAD_RULE,
    THEME_QR_SIDE,
    THEME_FONT,
    THEME_FONT_BOLD,
    THEME_FONT_ITALIC,
    THEME_FONT_BOLD_ITALIC,
    THEME_KEY_COUNT
};

enum theme_form {
    THEME_COLOUR,  /* "#0b5c73" */
    THEME_POINTS,  /* 13, 13.5pt */
    THEME_LENGTH,  /* 5, 1.2mm */
    THEME_PERCENT, /* 146, 8.2% */
    THEME_CHOICE,  /* between two words, the first of which is the default */
    THEME_FILE,    /* a path */
};

struct theme_row {
    const char *name;
    enum theme_form form;
    double least, most;   /* of a number; of a colour: its contrast on white at least */
    double usual;         /* of a number, for a text of 13 points; 0: as page or brand have it */
    uint32_t colour;      /* the usual one */
    const char *no, *yes; /* of a choice */
    const char *about;    /* what it is, for editors */
};

extern const struct theme_row theme_table[THEME_KEY_COUNT];

/* "pt", "mm" or "%": the sign that may stand behind a number of this form; NULL: it is none. */
const char *theme_sign(enum theme_form form);
/* The number that a text of the form writes, in hundredths, with or without its sign; -1: none, or
 * it has more than two decimals. */
int32_t theme_number(enum theme_form form, const char *text);

/* The key called so, or THEME_KEY_COUNT. */
enum theme_key theme_find(const char *name);
