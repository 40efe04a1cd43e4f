/* Finds the lists of a plain article that count in letters, Roman numerals or brackets. Only
 * plain/. */
#pragma once

#include "read/plain/article.h"

/* Makes items (PLAIN_NUMBER) of labelled lines that count on from a), (i), A. or (1), two or more.
 * Other labels stay in the words. */
void plain_find_labels(struct plain_article *article);
