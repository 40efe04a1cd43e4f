/* How single things look: what style.h holds many of. Colours are 0xRRGGBB. Types only; layers 3
 * and up. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/unit.h"
#include "doc/node.h"

/* How a run of text is set. */
struct style_text {
    unit size;
    unit leading;
    unsigned face; /* FONT_BOLD | FONT_ITALIC | FONT_MONO of font/font.h */
    uint32_t colour;
    bool tabular; /* its digits are as wide as one another */
};

/* A callout has a bar at its start edge, or a line around it and its label in a head of its own:
 * what ranks above or beside the others differs in form, so that print in grey shows it. */
struct style_callout {
    struct style_text label;
    uint32_t line, tint, head; /* of bar or frame; behind the words; behind the label */
    uint32_t icon, ink;        /* the icon's ground and its sign */
    unit frame;                /* how thick the line around it is; 0: it has a bar */
    const char *sign;          /* in the icon */
    const char *bullet;        /* of the lists right inside it; NULL: that of other lists */
    bool round;                /* the icon's ground: a disc, or a square with small corners */
};
