/* What a PDF cannot hold whole. */
#pragma once

#include "check/rule/rule.h"

/* text-too-long: an address, a description, an expansion, a title or a summary that is longer than
 * a string of PDF/A may be (ISO 19005-2, 6.1.13). */
check_rule check_lengths;
