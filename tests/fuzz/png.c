#include <string.h>
#include <zlib.h>

#include "fuzz.h"
#include "picture.h"

void fuzz_png(const uint8_t *bytes, size_t len)
{
    picture_run((struct slice){(const char *)bytes, len}, IMAGE_PNG);
}

static void put_be32(uint8_t *at, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        at[i] = (uint8_t)(value >> (24 - 8 * i));
}

/* The CRC of each chunk (PNG, 5.3: of its name and data), as far as their lengths go. */
void fuzz_png_mend(uint8_t *bytes, size_t len)
{
    for (size_t at = 8; len >= 12 && at <= len - 12;) {
        size_t data = image_be32(bytes + at);
        if (data > len - 12 - at)
            return;
        put_be32(bytes + at + 8 + data, (uint32_t)crc32(0, bytes + at + 4, (uInt)data + 4));
        at += 12 + data;
    }
}
