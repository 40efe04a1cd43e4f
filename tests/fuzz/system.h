/* What leaflets need of the system, as files in memory: fonts and dictionaries. */
#pragma once

#include "base/memory_files.h"

/* Puts the faces of the manifest and the dictionaries of hyphenation that are installed behind the
 * count files; returns how many there are now, at most `most`. They stay mapped to the end. */
size_t system_files(struct memory_file *files, size_t count, size_t most);
