#include "text/bullet.h"

#include <stddef.h>

/* clang-format off */
static const struct bullet bullets[] = {
    /* bullet */
    {0x2022, 1, BULLET_ALONE, 0},
    /* black circle */
    {0x25cf, 1, BULLET_ALONE, 0},
    /* bullet operator */
    {0x2219, 1, BULLET_ALONE, 0},
    /* katakana middle dots */
    {0x30fb, 1, BULLET_ALONE, 0}, {0xff65, 1, BULLET_ALONE, 0},
    /* triangular bullet */
    {0x2023, 1, BULLET_ALONE, 0},
    /* hyphen bullet */
    {0x2043, 1, BULLET_SPACED, 0},
    /* middle dot */
    {0xb7, 1, BULLET_SPACED, 0},
    /* black triangle */
    {0x25b6, 1, BULLET_SPACED, 0},
    /* black pointer */
    {0x25ba, 1, BULLET_ALONE, 0},
    /* arrowheads */
    {0x27a2, 1, BULLET_ALONE, 0}, {0x27a4, 1, BULLET_ALONE, 0},
    /* black diamonds */
    {0x2756, 1, BULLET_ALONE, 0}, {0x25c6, 1, BULLET_ALONE, 0}, {0x2b25, 1, BULLET_ALONE, 0},
    /* signs of the fonts Symbol and Wingdings */
    {0xf0b7, 1, BULLET_ALONE, 0}, {0xf06c, 1, BULLET_ALONE, 0}, {0xf0d8, 1, BULLET_ALONE, 0}, {0xf076, 1, BULLET_ALONE, 0},
    {0xf0ab, 1, BULLET_ALONE, 0}, {0xf0fc, 1, BULLET_ALONE, 0}, {0xf09f, 1, BULLET_ALONE, 0}, {0xf0e0, 1, BULLET_ALONE, 0},
    /* the same as letters */
    {0xd8, 1, BULLET_TABBED, 0}, {0xfc, 1, BULLET_TABBED, 0}, {'v', 1, BULLET_TABBED, 0}, {'q', 1, BULLET_TABBED, 0},
    /* of Courier New */
    {'o', 2, BULLET_SPACED, 0},
    /* white bullet */
    {0x25e6, 2, BULLET_ALONE, 0},
    /* white circle */
    {0x25cb, 2, BULLET_ALONE, 0},
    /* dashes */
    {0x2010, 2, BULLET_SPACED, 0}, {0x2011, 2, BULLET_SPACED, 0}, {0x2012, 2, BULLET_SPACED, 0},
    {0x2013, 2, BULLET_SPACED, 0}, {0x2014, 2, BULLET_SPACED, 0}, {0x2015, 2, BULLET_SPACED, 0}, {0xf02d, 2, BULLET_ALONE, 0},
    /* squares */
    {0x25aa, 3, BULLET_ALONE, 0}, {0x25a0, 3, BULLET_ALONE, 0}, {0x25fc, 3, BULLET_ALONE, 0}, {0x25fe, 3, BULLET_ALONE, 0},
    {0x25ab, 3, BULLET_ALONE, 0}, {0xf0a7, 3, BULLET_ALONE, 0}, {0xf06e, 3, BULLET_ALONE, 0},
    /* section sign */
    {0xa7, 3, BULLET_TABBED, 0},
    /* boxes to tick */
    {0x2610, 1, BULLET_ALONE, ' '}, {0x25a1, 1, BULLET_ALONE, ' '}, {0x274f, 1, BULLET_ALONE, ' '},
    {0x2751, 1, BULLET_ALONE, ' '}, {0xf0a8, 1, BULLET_ALONE, ' '}, {0xf071, 1, BULLET_ALONE, ' '},
    /* ticked */
    {0x2611, 1, BULLET_ALONE, 'x'}, {0xf0fe, 1, BULLET_ALONE, 'x'},
};
/* clang-format on */

const struct bullet *bullet_find(uint32_t sign)
{
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (bullets[i].sign == sign)
            return &bullets[i];
    return NULL;
}
