/* The table of rules for programs. cli/. */
#pragma once

#include "base/buf.h"

/* Of the form of what rules_put_json writes: grows where a reader of the former would not
 * understand it. */
#define RULES_VERSION 1

/* {"version", "tool", "rules": [{"code", "family", "severity", "release", "asked", "english",
 * "asks", "why", "source", "limit": {"key", "value", "unit"}, "bad", "good"}]}: the families in the
 * order of `check --list`; null where a rule has none. */
void rules_put_json(struct buf *out);
