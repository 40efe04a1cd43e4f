#include "layout/par/picture.h"

#include "image/image.h"

/* Pictures that state no resolution are set at that of CSS. */
#define DEFAULT_DPI 96

/* Makes w x h smaller, in proportion, until it fits. */
static void shrink_to(int64_t *w, int64_t *h, unit width, unit height)
{
    if (*w > width) {
        *h = *h * width / *w;
        *w = width;
    }
    if (*h > height) {
        *w = *w * height / *h;
        *h = height;
    }
    *w = *w > 0 ? *w : 1;
    *h = *h > 0 ? *h : 1;
}

bool par_picture_size(const struct node *node, const struct par_picture_room *room, unit *width,
                      unit *height)
{
    const struct image *image = node->u.image.image;
    if (!image || image->width == 0 || image->height == 0)
        return false;
    int64_t dpi = image->dpi > 0 ? image->dpi : DEFAULT_DPI;
    if (dpi < room->dots)
        dpi = room->dots;
    int64_t w = (int64_t)image->width * UNIT_PT(72) / dpi;
    if (node->u.image.width > 0)
        w = node->u.image.width;
    else if (node->u.image.width < 0)
        w = (int64_t)room->measure * -(int64_t)node->u.image.width / 100;
    int64_t h = w * image->height / image->width;
    shrink_to(&w, &h, room->width, room->height);
    *width = (unit)w;
    *height = (unit)h;
    return true;
}
