#include "fuzz.h"
#include "picture.h"

void fuzz_webp(const uint8_t *bytes, size_t len)
{
    picture_run((struct slice){(const char *)bytes, len}, IMAGE_WEBP);
}
