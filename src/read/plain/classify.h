/* Says what each segment of a plain article is. Only plain/. */
#pragma once

#include "read/plain/article.h"

/* The first segment that is no head of a page and does not begin with an address: it can be the
 * title. segment_count: there is none. */
uint32_t plain_find_title(const struct plain_article *article);

/* Gives each segment its role and the reason. titled: the first line can be the title. */
void plain_classify(struct plain_article *article, bool titled);
