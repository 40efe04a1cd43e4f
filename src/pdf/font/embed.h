/* Fonts as objects: descriptor, widths, ToUnicode, the subset itself (ISO 32000-1, 9.7: Type 0 with
 * Identity-H). Used within pdf/ only. */
#pragma once

#include "pdf/file/haru_doc.h"
#include "pdf/font/fonts.h"

/* Makes the subsets and embeds them; NULL or the name of the face that could not be subset. */
const char *pdf_fonts_embed(struct pdf_fonts *fonts, struct haru *haru);
