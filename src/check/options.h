/* What the rules are told beside the leaflet. Types only; whoever calls check_run. */
#pragma once

#include <stdbool.h>

struct check_options {
    bool release; /* refuse drafts */
};
