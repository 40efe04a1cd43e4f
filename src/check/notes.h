/* What must not stand in a footnote alone, and where none is called. */
#pragma once

#include "check/rule/rule.h"

check_rule check_note_safety;
check_rule check_note_calls;
