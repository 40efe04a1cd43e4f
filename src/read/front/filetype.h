/* What a file is that is no text to be read, by its first bytes: nobody looks at its name. Only
 * front/. */
#pragma once

#include "base/diag.h"

/* True, after a diagnostic that names the kind and says what to do: the source is a word
 * processor's file, a PDF, a web page, a picture, an archive or the like. */
bool filetype_tell(const struct source *source, struct diag_list *diags);
