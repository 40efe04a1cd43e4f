/* Which program makes the outputs: the tool itself and the libraries that shape bytes. Only build/.
 */
#pragma once

#include "base/buf.h"

/* Puts what is not the same in another build of the tool or of a library: the version, the build
 * identifier of everything that the tool is linked with (of what has none, the file's size and
 * time), and size and time of the libraries that are loaded when they are needed, be they loaded or
 * not. */
void maker_put(struct buf *out);
