/* What must not stand in a footnote alone. */
#pragma once

#include "check/rule/rule.h"

check_rule check_note_safety;
