/* Says what each segment of a plain article is. Only plain/. */
#pragma once

#include "read/plain/article.h"

/* Gives each segment its role and the reason. titled: the first line can be the title. */
void plain_classify(struct plain_article *article, bool titled);
