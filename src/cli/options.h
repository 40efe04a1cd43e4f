/* The command line: what was asked for, or what is wrong with it. Owns nothing but the paths
 * array; strings are argv's. Only cli/ includes it. */
#pragma once

#include "cli/command_line.h"

/* Parses argv (without regard to order between options and paths; `--` ends the options; a long
 * option's value follows after = or as the next word). environment_epoch is SOURCE_DATE_EPOCH or
 * NULL. False: a mistake, described in error. */
bool options_parse(int argc, char **argv, const char *environment_epoch, struct cli_options *out);
void options_free(struct cli_options *options);
