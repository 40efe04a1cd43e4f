/* Which command was given, and whether it takes what was given with it. Only cli/options.c includes
 * it. */
#pragma once

#include "cli/parser.h"

/* Once all words are read: finds the command among them and holds the options and the other words
 * to it. --help wins over all but an option that does not exist, so that it can be added to any
 * line. False after parser_fail. */
bool commands_settle(struct parser *p);
