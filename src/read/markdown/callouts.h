/* The names of callouts: ours, those of other tools, and words that no calm box may stand for. */
#pragma once

#include "doc/node.h"

/* The names that a writer may use, by kind: "warning". */
extern const char *const md_callout_names[CALLOUT_KIND_COUNT];

bool md_callout_is_kind(struct slice tag, enum callout_kind *kind);
/* Words of other tools, and of those who write them: set as a warning. */
bool md_callout_is_alarming(struct slice tag);
/* The same, or another tool's name of one of ours: "info", "hint". */
bool md_callout_find(struct slice tag, enum callout_kind *kind);
