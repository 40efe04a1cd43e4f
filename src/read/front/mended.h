/* Lines of front matter and settings as they should be: for the hints of messages. Only front/. */
#pragma once

#include "base/source.h"

/* The text as a quoted value of YAML: in double quotes, or where it holds " or \ in single ones
 * (YAML 1.2, 7.3). In the arena. */
const char *mended_value(struct arena *arena, struct slice text);

/* "write KEY: "TEXT"": the line that offset stands in, from its first character that is no blank
 * up to offset, and then the text as mended_value has it. In the arena. */
const char *mended_line(struct arena *arena, const struct source *source, uint32_t offset,
                        struct slice text);
