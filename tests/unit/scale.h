/* Font units as the tests expect them on the page. */
#pragma once

#include <stdint.h>

/* Font units at a size (1/1024 pt) to 1/1024 pt, rounded half away from zero. */
static inline int32_t scale_units(int32_t units, int32_t size, int32_t units_per_em)
{
    int64_t product = (int64_t)units * size, half = units_per_em / 2;
    return (int32_t)((product < 0 ? product - half : product + half) / units_per_em);
}
