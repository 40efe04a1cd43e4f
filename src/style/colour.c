#include "style/colour.h"

/* One channel of relative luminance times 10^6, for sRGB values 0 to 255 (WCAG 2.2, "relative
 * luminance"): computed once, kept as a table so that no machine rounds pow() its own way. */
static const uint32_t linear[256] = {
#include "style/luminance.inc"
};

static uint64_t luminance(uint32_t colour)
{
    return (2126u * (uint64_t)linear[colour >> 16 & 255] +
            7152u * (uint64_t)linear[colour >> 8 & 255] + 722u * (uint64_t)linear[colour & 255]) /
           10000u;
}

int colour_contrast(uint32_t a, uint32_t b)
{
    uint64_t one = luminance(a) + 50000u, other = luminance(b) + 50000u;
    return (int)(one > other ? one * 100u / other : other * 100u / one);
}

uint32_t colour_lighten(uint32_t colour, uint32_t share)
{
    uint32_t out = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        uint32_t channel = colour >> shift & 255;
        out |= (channel + (255 - channel) * share / 255) << shift;
    }
    return out;
}

uint32_t colour_darken(uint32_t colour, uint32_t share)
{
    uint32_t out = 0;
    for (int shift = 16; shift >= 0; shift -= 8)
        out |= (colour >> shift & 255) * (255 - share) / 255 << shift;
    return out;
}
