/* E-mail and web addresses in the text beside those of the clinic. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* address-near: an address that differs from the clinic's by what looks like a slip of the
 * keyboard. */
check_rule check_address_near;
