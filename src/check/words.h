/* Rules about words that must be there: of a picture, of a link. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* image-no-alt: the writer says what a picture shows, or that it only decorates (WCAG 2.2, 1.1.1).
 */
check_rule check_picture_words;

/* link-empty: a link has words of its own (WCAG 2.2, 2.4.4). */
check_rule check_link_words;
