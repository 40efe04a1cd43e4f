/* Rules about words that nobody meant to publish. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* placeholder-left: what stands where words were to follow ("TBC", "[insert date]", the errors of a
 * word processor's fields). */
check_rule check_placeholders;

/* text-garbled: characters that were saved in one encoding and read in another. One warning for a
 * leaflet, at the first place. */
check_rule check_encoding;
