/* The keys that stand below theme: in settings and front matter. One table says how each is called
 * and written; what follows from its value is style/'s affair. Layers 2 and up. */
#pragma once

#include <stddef.h>

enum theme_key {
    THEME_BRAND,
    THEME_TEXT,
    THEME_WARNING,
    THEME_SIZE,
    THEME_EMPHASIS,
    THEME_ALIGN,
    THEME_HYPHENATION,
    THEME_FONT,
    THEME_FONT_BOLD,
    THEME_FONT_ITALIC,
    THEME_FONT_BOLD_ITALIC,
    THEME_KEY_COUNT
};

enum theme_form {
    THEME_COLOUR, /* "#0b5c73" */
    THEME_POINTS, /* from THEME_SIZE_SMALLEST to THEME_SIZE_LARGEST */
    THEME_CHOICE, /* between two words, the first of which is the default */
    THEME_FILE,   /* a path */
};

#define THEME_SIZE_SMALLEST 12
#define THEME_SIZE_LARGEST  24

struct theme_row {
    const char *name;
    enum theme_form form;
    const char *no, *yes; /* of a choice */
    const char *about;    /* what it is, for editors */
};

extern const struct theme_row theme_table[THEME_KEY_COUNT];

/* The key called so, or THEME_KEY_COUNT. */
enum theme_key theme_find(const char *name);
