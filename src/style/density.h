/* The same look closer together or further apart, so that a leaflet fits on its paper. Never below
 * clear print: no content under 12 pt, no line over 75 letters. Layers 3 and up. */
#pragma once

#include "style/style.h"

struct style_density {
    unit size;   /* of the body; 0: as it is */
    int leading; /* percent, of running text */
    int space;   /* percent, between blocks and inside boxes */
    int picture; /* percent of the height that a picture may have */
    int letters; /* that a line may hold if the side margins, 15 mm at least, allow; 0: as it is */
    unit top, bottom; /* margins at most; 0: as they are */
    uint32_t columns; /* of text: 1, or 2 that hold so many letters each if the margins allow */
};

/* The style set as dense as that. False: in two columns, of which one would not hold 45 letters. */
bool style_set_density(const struct style *style, const struct style_density *density,
                       struct style *out);
