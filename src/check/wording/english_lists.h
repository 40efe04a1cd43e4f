/* Lists and links in English text. Only check/english.c includes it. */
#pragma once

#include "check/rule/rule.h"

/* list-long: a bulleted list has at most so many items. */
check_rule check_list_lengths;
/* list-lead-in: the items of a bulleted list that begin with small letters go on from a line that
 * ends with a colon. */
check_rule check_list_lead_ins;
/* link-vague: the words of a link say where it leads, without those around it. */
check_rule check_link_names;
