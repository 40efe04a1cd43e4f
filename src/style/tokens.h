/* The theme's tokens as the settings write them. Only style/ includes it. */
#pragma once

#include "base/diag.h"
#include "base/unit.h"
#include "doc/meta.h"

/* What the writer may set under `theme`. */
struct tokens {
    uint32_t brand, text, warning;
    unit size; /* of the body */
    bool italic, justified, hyphenate;
    const char *font[4]; /* by FONT_BOLD | FONT_ITALIC, or NULL */
};

/* The defaults of the house look, overridden by meta->theme and then by `over` (NULL: none); what
 * is wrong is diagnosed. */
void tokens_read(const struct meta *meta, const struct meta_pairs *over, struct diag_list *diags,
                 struct tokens *out);
