/* Descriptions of pictures that describe nothing. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* image-alt-vague: a description says what is seen, not that there is a picture, and not the name
 * that a camera gave it (WCAG 2.2, F30). */
check_rule check_picture_names;
