/* Rules about what a leaflet says of itself: status and dates. Only check/ includes it. */
#pragma once

#include "check/rule.h"

/* draft-refused: a draft is not released (check_subject.release). */
check_rule check_draft;

/* date-order: the next review comes after publication and after the last review. */
check_rule check_date_order;
check_rule check_claim;
