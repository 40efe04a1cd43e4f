/* Telephone numbers in British text. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* phone-groups: the digits of a British number stand in the groups of the guide. */
check_rule check_phone_groups;

/* A number of Britain in those groups; NULL: it is none. */
const char *english_phone_guide(struct slice written, struct arena *arena);
/* Whether the English of a language (BCP 47) may be that of Britain. */
bool english_phone_is_british(const char *lang);
