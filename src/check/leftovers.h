/* Rules about words that nobody meant to publish. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* placeholder-left: what stands where words were to follow ("TBC", "[insert date]", the errors of a
 * word processor's fields). */
check_rule check_placeholders;

/* struck-out: words that are shown with a line through them. Listeners are mostly not told of it,
 * and the contents, the outline and titles show no such line: "Take ~~50~~ 5 mg" is heard as both.
 */
check_rule check_struck_words;

/* text-garbled: characters that were saved in one encoding and read in another. One warning for a
 * leaflet, at the first place. */
check_rule check_encoding;
