/* Arithmetic on colours, 0xRRGGBB. Only style/ includes it. */
#pragma once

#include <stdint.h>

/* WCAG 2.2 contrast ratio times 100 (2100: black on white). */
int colour_contrast(uint32_t a, uint32_t b);

/* WCAG 2.2, SC 1.4.3: 4.5:1 for text, times 100. */
#define CONTRAST_LEAST 450

/* Towards white or black: share 0 keeps the colour, 255 is white or black. */
uint32_t colour_lighten(uint32_t colour, uint32_t share);
uint32_t colour_darken(uint32_t colour, uint32_t share);
