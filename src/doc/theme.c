#include "doc/theme.h"

#include <string.h>

const struct theme_row theme_table[THEME_KEY_COUNT] = {
    [THEME_BRAND] = {"brand", THEME_COLOUR, NULL, NULL,
                     "The colour of headings and rules: # and six digits, in quotes."},
    [THEME_TEXT] = {"text", THEME_COLOUR, NULL, NULL, "The colour of the text."},
    [THEME_WARNING] = {"warning", THEME_COLOUR, NULL, NULL, "The colour of warnings."},
    [THEME_SIZE] = {"size", THEME_POINTS, NULL, NULL, "The size of the text in points, 12 to 24."},
    [THEME_EMPHASIS] = {"emphasis", THEME_CHOICE, "bold", "italic", "How *emphasis* is set."},
    [THEME_ALIGN] = {"align", THEME_CHOICE, "ragged", "justified", "How lines end."},
    [THEME_HYPHENATION] = {"hyphenation", THEME_CHOICE, "no", "yes",
                           "Whether words are parted at the ends of lines."},
    [THEME_FONT] = {"font", THEME_FILE, NULL, NULL,
                    "Your own font: the file of the regular face (TrueType or OpenType)."},
    [THEME_FONT_BOLD] = {"font_bold", THEME_FILE, NULL, NULL, "The file of its bold face."},
    [THEME_FONT_ITALIC] = {"font_italic", THEME_FILE, NULL, NULL, "The file of its italic face."},
    [THEME_FONT_BOLD_ITALIC] = {"font_bold_italic", THEME_FILE, NULL, NULL,
                                "The file of its bold italic face."},
};

enum theme_key theme_find(const char *name)
{
    int key = 0;
    while (key < THEME_KEY_COUNT && strcmp(theme_table[key].name, name) != 0)
        key++;
    return (enum theme_key)key;
}
