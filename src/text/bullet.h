/* The bullets of word processors, as they stand in copied text. Layers 2 and up. */
#pragma once

#include <stdint.h>

/* What a bullet must have behind it. */
enum bullet_company {
    BULLET_ALONE,  /* nothing: it is one anywhere */
    BULLET_SPACED, /* a blank; without a tab there must be another item */
    BULLET_TABBED, /* a tab, as it is a letter: a sign of the font Symbol or Wingdings as text has
                      it */
};

struct bullet {
    uint32_t sign;
    uint32_t rank; /* from 1: the order in which word processors give them to lists inside lists */
    enum bullet_company company;
    char task; /* of a box to tick: what stands in Markdown's brackets; '\0': it is none */
};

/* The bullet of that code point, or NULL. Markdown's own (- * +) are none. */
const struct bullet *bullet_find(uint32_t sign);
