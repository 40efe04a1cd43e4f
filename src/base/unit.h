/* The unit of all lengths on paper: 1/1024 pt, so that positions are exact integers. Every module.
 */
#pragma once

#include <stdint.h>

typedef int32_t unit; /* 1/1024 pt */

#define UNIT_PT(points) ((unit)((points) * 1024.0 + 0.5))
#define UNIT_MM(mm)     ((unit)((mm) * 1024.0 * 72.0 / 25.4 + 0.5))
