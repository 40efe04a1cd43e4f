/* Puts fixes into the bytes of a file, and shows what that changes as a unified diff that patch(1)
 * and git take. All other bytes stay as they are. Used by build/. */
#pragma once

#include <stdint.h>

#include "base/buf.h"

struct fix_edit {
    uint32_t offset, len; /* what is replaced, in bytes */
    const char *text;
};

/* Sorts the edits and drops those that repeat or overlap one before; the number that is left. */
size_t fix_settle(struct fix_edit *edits, size_t count);

/* Puts the text with the edits, which are settled and within it, applied. */
void fix_apply(struct slice text, const struct fix_edit *edits, size_t count, struct buf *out);

/* Puts the difference that they make: three lines around each change, `--- a/path` on top. */
void fix_put_diff(const char *path, struct slice text, const struct fix_edit *edits, size_t count,
                  struct buf *out);
