/* Says which lines of a plain article go on where the line before them ends, and makes segments of
 * them. Only plain/. */
#pragma once

#include "read/plain/article.h"

/* Two shapes are told apart, block by block (blank lines part blocks), by their evidence:
 *
 * - a wrapped paragraph: no line before the last was ended on purpose. All its lines are one text;
 * - a paragraph a line, as word processors save it, or lines copied out of a PDF: some line ends
 *   although the next word would have had room behind it, after a full stop or before a capital.
 *   Then a line is joined only where it is as long as its neighbours and ends inside a sentence.
 *
 * Bullets and numbers begin a segment wherever they are no part of a sentence. */
void plain_join_lines(struct plain_article *article);
