/* What a person must judge: the rows of the manual checklist. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

struct judged {
    enum rule_family family;
    const char *asks;   /* a question to the reader */
    const char *source; /* as in struct rule */
};

struct judged_array {
    const struct judged *rows;
    size_t count;
};

extern const struct judged_array check_judged;
