/* Markup in the values of front matter and settings, which are plain text. Only front/. */
#pragma once

#include "base/diag.h"
#include "doc/meta.h"

/* Tells of each sign of Markdown or HTML in a value, which is printed as it stands. Linear. */
void front_tell_markup(const struct meta_text *value, struct diag_list *diags);
