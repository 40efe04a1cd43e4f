#include "font/manifest.h"

static const struct font_row rows[] = {
#include "font_manifest.inc"
};

const struct font_row *font_manifest(size_t *count)
{
    *count = sizeof rows / sizeof *rows;
    return rows;
}
