/* What the rules are told beside the leaflet. Types only; whoever calls check_run. */
#ifndef CHECK_OPTIONS_H
#define CHECK_OPTIONS_H

#include <stdbool.h>

struct check_options {
    bool release; /* refuse drafts */
};

#endif
