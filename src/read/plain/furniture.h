/* Finds what was copied along from the pages of a PDF: page numbers, running heads and feet. Only
 * plain/. */
#pragma once

#include "read/plain/article.h"

/* Gives such lines the kind PLAIN_FURNITURE: lines with "Page 2 of 4", and beside a form feed a
 * number alone and what other pages have in the same place, numbers aside. */
void plain_find_furniture(struct plain_article *article);
