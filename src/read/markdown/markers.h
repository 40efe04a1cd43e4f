/* What begins an item of a list: Markdown's own markers, bullets of word processors, "a)" "(iv)".
 * Pure functions of a line. */
#pragma once

#include "doc/node.h"
#include "read/markdown/form.h"

enum md_marker_kind {
    MD_MARKER_NONE,
    MD_MARKER_BULLET,  /* - * + of Markdown */
    MD_MARKER_NUMBER,  /* 1. 1) of Markdown */
    MD_MARKER_FOREIGN, /* another bullet */
    MD_MARKER_LABEL,   /* a label in another form */
};

struct md_marker {
    enum md_marker_kind kind;
    uint32_t start, end; /* of the body; end: behind its blanks, where the words begin */
    uint32_t width;      /* columns from start to end */
    uint32_t rank;       /* of bullets: in a list pasted flat, a higher one stands inside */
    char task;      /* of a box to tick: what stands in Markdown's brackets; '\0': it is none */
    bool weak;      /* may as well begin a line of text: wants company */
    char delimiter; /* of numbers and labels, as in a list (doc/node.h) */
    struct slice numeral; /* of numbers and labels */
};

struct md_marker md_marker_read(struct slice text, const struct md_form_line *line);
/* Past the blanks at `at`, no-break and wide ones too. */
uint32_t md_skip_spaces(struct slice text, uint32_t at);
