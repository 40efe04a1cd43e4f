#include "image/qr.h"

#include <qrencode.h>

#include "base/library.h"
#include "libraries.inc"

#define CALLS(X)                                                                                   \
    X(QRcode_encodeData)                                                                           \
    X(QRcode_free)

LIBRARY_DEFINE(libqrencode, LIBRARY_QRENCODE, CALLS)

/* ISO/IEC 18004: the library chooses the smallest version; the mask is chosen by penalty, so that
 * the same text always gives the same code. */
bool image_qr(struct slice text, struct arena *arena, uint32_t *side, const bool **modules)
{
    if (text.len == 0 || text.len > IMAGE_QR_MOST)
        return false;
    struct libqrencode lib = libqrencode_load();
    QRcode *code =
        lib.QRcode_encodeData((int)text.len, (const unsigned char *)text.ptr, 0, QR_ECLEVEL_M);
    if (!code)
        return false;
    size_t count = (size_t)code->width * (size_t)code->width;
    bool *dark = ARENA_ARRAY(arena, count, bool);
    for (size_t i = 0; i < count; i++)
        dark[i] = code->data[i] & 1;
    *side = (uint32_t)code->width;
    *modules = dark;
    lib.QRcode_free(code);
    return true;
}
