/* The theme's tokens as the settings write them. Only style/ includes it. */
#pragma once

#include "base/diag.h"
#include "base/unit.h"
#include "doc/meta.h"
#include "doc/theme.h"

/* A colour 0xRRGGBB, a length in 1/1024 pt, a share in thousandths, or whether the second word of a
 * choice is written. */
struct token {
    int32_t value;
    unit body;                    /* the size of the body that a length is meant for */
    const struct meta_pair *pair; /* where the writer sets it, or NULL: it is the usual one */
    int turn;                     /* from 1: of those that are set */
};

/* What stands under `theme`. */
struct tokens {
    struct token of[THEME_KEY_COUNT];
    unit size;           /* of the body */
    int set;             /* so many are */
    const char *font[4]; /* by FONT_BOLD | FONT_ITALIC, or NULL */
};

/* The defaults of the house look, overridden by meta->theme and then by `over` (NULL: none); what
 * is wrong is diagnosed. */
void tokens_read(const struct meta *meta, const struct meta_pairs *over, struct diag_list *diags,
                 struct tokens *out);

uint32_t tokens_colour(const struct tokens *tokens, enum theme_key key);
/* A length as large as the body asks for: that of a larger edition grows with it. */
unit tokens_length(const struct tokens *tokens, enum theme_key key);
/* The usual length of the body's usual size, at the size that it has. */
unit tokens_scaled(const struct tokens *tokens, unit usual);

/* The last of the pairs for these keys that stands in the settings; NULL: none is set. */
const struct meta_pair *tokens_last(const struct tokens *tokens, const enum theme_key *keys,
                                    size_t count);
