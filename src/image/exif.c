#include "image/exif.h"

#include <stdbool.h>

static uint32_t number(const uint8_t *bytes, size_t count, bool little)
{
    uint32_t value = 0;
    for (size_t i = 0; i < count; i++)
        value = value << 8 | bytes[little ? count - 1 - i : i];
    return value;
}

int image_exif_orientation(const uint8_t *tiff, size_t len)
{
    if (len < 8)
        return 1;
    bool little = tiff[0] == 'I';
    size_t at = number(tiff + 4, 4, little);
    if (at > len || len - at < 2)
        return 1;
    size_t count = number(tiff + at, 2, little);
    for (at += 2; count > 0 && len - at >= 12; count--, at += 12) {
        if (number(tiff + at, 2, little) != 0x0112 || number(tiff + at + 2, 2, little) != 3)
            continue;
        uint32_t value = number(tiff + at + 8, 2, little);
        return value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}
