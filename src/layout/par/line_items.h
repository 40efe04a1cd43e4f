/* The boxes, glue and penalties of a paragraph (Knuth & Plass, "Breaking Paragraphs into Lines"),
 * as line breaking and its cost function see them. Types only; only par/ includes it. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/unit.h"

enum linebreak_kind { LINEBREAK_BOX, LINEBREAK_GLUE, LINEBREAK_PENALTY };

/* A legal breakpoint is a GLUE that follows a BOX, or a PENALTY below
 * LINEBREAK_FORBID. Glue and penalties after a break vanish up to the next box. The list must end
 * with a PENALTY of LINEBREAK_FORCE. */
struct linebreak_item {
    /* What a BOX gives is that of the place before it, where no words are parted; the first of a
     * line gives as well, a thirtieth of the whole. */
    unit width, stretch, shrink; /* PENALTY: width is added when the line breaks there */
    int32_t penalty;
    /* How far the item hangs out of the measure: a BOX where a line begins or ends with it, a
     * PENALTY with a width where the line ends in its hyphen. */
    uint16_t hang_start, hang_end;
    uint8_t kind;
    bool flagged; /* PENALTY: a hyphen */
};

#define LINEBREAK_FORBID 1000000
#define LINEBREAK_FORCE  (-1000000)
/* A penalty that no line within its measure costs as much as, and one that is less than a line
 * wider than its measure: the place is taken only where nothing else fits. */
#define LINEBREAK_AVOID     120000
#define LINEBREAK_LAST_MEAN 160000

/* Expansion is in parts of this. */
#define LINEBREAK_WHOLE 1000
