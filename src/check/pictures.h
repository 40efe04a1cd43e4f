/* Rules about pictures. Only check/ includes it. */
#pragma once

#include "check/rule.h"

/* image-no-alt: the writer says what a picture shows, or that it only decorates (WCAG 2.2, 1.1.1).
 */
check_rule check_picture_words;
