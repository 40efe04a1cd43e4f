/* The theme's own fonts. Only build/. */
#pragma once

#include "base/diag.h"
#include "doc/doc.h"
#include "font/font.h"
#include "style/style.h"

/* Makes the set use the fonts that the style names by paths below the content root, or the house
 * fonts: where it names none, and, after a diagnostic, where one cannot be used. */
void theme_set_fonts(const struct doc *doc, const struct style *style, struct font_set *fonts,
                     struct diag_list *diags);
