#include "image/profile.h"

#include <lcms2.h>
#include <stdlib.h>

#include "base/library.h"
#include "base/mem.h"
#include "image/jpeg_markers.h"
#include "image/png_chunks.h"
#include "image/webp.h"
#include "libraries.inc"

#define CALLS(X)                                                                                   \
    X(cmsGetDeviceClass)                                                                           \
    X(cmsGetColorSpace)                                                                            \
    X(cmsGetEncodedICCversion)                                                                     \
    X(cmsBuildParametricToneCurve)                                                                 \
    X(cmsCreateGrayProfileTHR)                                                                     \
    X(cmsD50_xyY)                                                                                  \
    X(cmsFreeToneCurve)                                                                            \
    X(cmsOpenProfileFromMemTHR)                                                                    \
    X(cmsCreate_sRGBProfileTHR)                                                                    \
    X(cmsCreateTransformTHR)                                                                       \
    X(cmsCloseProfile)                                                                             \
    X(cmsCreateContext)                                                                            \
    X(cmsDeleteTransform)                                                                          \
    X(cmsDeleteContext)                                                                            \
    X(cmsDoTransform)

LIBRARY_DEFINE(lcms, LIBRARY_LCMS2, CALLS)

#define VERSION_5 0x05000000u

struct image_colours {
    struct lcms lcms;
    cmsContext context; /* all below belongs to it: no thread meets another */
    cmsHTRANSFORM transform;
    int channels; /* of the picture */
};

static bool read_profile(const struct image *image, struct buf *profile)
{
    switch (image->kind) {
    case IMAGE_JPEG: return image_jpeg_profile(image, profile);
    case IMAGE_PNG: return image_png_profile(image, profile);
    case IMAGE_WEBP: return image_webp_profile(image, profile);
    case IMAGE_GIF: return false;
    }
    return false;
}

static bool is_usable(const struct lcms *lcms, cmsHPROFILE profile, int channels)
{
    cmsColorSpaceSignature space = channels == 1   ? cmsSigGrayData
                                   : channels == 3 ? cmsSigRgbData
                                                   : cmsSigCmykData;
    cmsProfileClassSignature class = lcms->cmsGetDeviceClass(profile);
    return lcms->cmsGetColorSpace(profile) == space &&
           lcms->cmsGetEncodedICCversion(profile) < VERSION_5 &&
           (class == cmsSigInputClass || class == cmsSigDisplayClass ||
            class == cmsSigOutputClass || class == cmsSigColorSpaceClass);
}

/* IEC 61966-2-1, as a curve of type 4 (ICC.1:2022, 10.18). */
static cmsHPROFILE grey_of_srgb(const struct lcms *lcms, cmsContext context)
{
    const cmsFloat64Number curve[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    cmsToneCurve *tones = lcms->cmsBuildParametricToneCurve(context, 4, curve);
    cmsHPROFILE profile = lcms->cmsCreateGrayProfileTHR(context, lcms->cmsD50_xyY(), tones);
    lcms->cmsFreeToneCurve(tones);
    return profile;
}

static cmsHTRANSFORM make_transform(const struct lcms *lcms, cmsContext context,
                                    const struct image *image, const struct buf *bytes)
{
    cmsHTRANSFORM transform = NULL;
    cmsHPROFILE to = NULL, from = lcms->cmsOpenProfileFromMemTHR(context, bytes->data,
                                                                 (cmsUInt32Number)bytes->len);
    if (from && is_usable(lcms, from, image->components))
        to = image->components == 1 ? grey_of_srgb(lcms, context)
                                    : lcms->cmsCreate_sRGBProfileTHR(context);
    if (to) {
        cmsUInt32Number form = image->components == 1   ? TYPE_GRAY_8
                               : image->components == 3 ? TYPE_RGB_8
                               : image->adobe_inverted  ? TYPE_CMYK_8_REV
                                                        : TYPE_CMYK_8;
        transform = lcms->cmsCreateTransformTHR(
            context, from, form, to, image->components == 1 ? TYPE_GRAY_8 : TYPE_RGB_8,
            INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE);
    }
    if (from)
        lcms->cmsCloseProfile(from);
    if (to)
        lcms->cmsCloseProfile(to);
    return transform;
}

struct image_colours *image_colours_open(const struct image *image, struct buf *profile)
{
    if (!image->has_profile || !read_profile(image, profile))
        return NULL;
    struct image_colours *colours = mem_calloc(1, sizeof *colours);
    colours->lcms = lcms_load();
    colours->channels = image->components;
    colours->context = colours->lcms.cmsCreateContext(NULL, NULL);
    if (!colours->context)
        mem_exhausted();
    colours->transform = make_transform(&colours->lcms, colours->context, image, profile);
    if (colours->transform)
        return colours;
    image_colours_close(colours);
    return NULL;
}

void image_colours_close(struct image_colours *colours)
{
    if (!colours)
        return;
    if (colours->transform)
        colours->lcms.cmsDeleteTransform(colours->transform);
    colours->lcms.cmsDeleteContext(colours->context);
    mem_free(colours);
}

/* Sixteen steps of grey, or six of each of red, green and blue. */
bool image_colours_differ(const struct image_colours *colours)
{
    uint8_t from[216 * 3], to[216 * 3];
    size_t count = colours->channels == 1 ? 16 : 216, used = colours->channels == 1 ? 16 : 648;
    if (colours->channels == 4)
        return true;
    for (size_t i = 0; i < count; i++) {
        if (colours->channels == 1) {
            from[i] = (uint8_t)(i * 17);
            continue;
        }
        from[3 * i] = (uint8_t)(i % 6 * 51);
        from[3 * i + 1] = (uint8_t)(i / 6 % 6 * 51);
        from[3 * i + 2] = (uint8_t)(i / 36 * 51);
    }
    image_colours_convert(colours, from, count, to);
    for (size_t i = 0; i < used; i++)
        if (abs(from[i] - to[i]) > 2)
            return true;
    return false;
}

void image_colours_convert(const struct image_colours *colours, const uint8_t *from, size_t count,
                           uint8_t *to)
{
    const size_t part = 1u << 20; /* lcms counts in 32 bits */
    size_t step = (size_t)colours->channels, out = colours->channels == 1 ? 1 : 3;
    for (size_t at = 0; at < count; at += part) {
        size_t now = count - at < part ? count - at : part;
        colours->lcms.cmsDoTransform(colours->transform, from + at * step, to + at * out,
                                     (cmsUInt32Number)now);
    }
}
