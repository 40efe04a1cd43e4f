/* The pictures that a batch has prepared: each one once for each use, for all leaflets, formats and
 * threads. What is not in use goes when there is too much of it, and is prepared again when it is
 * wanted: that costs time, and changes no byte. build/ owns one; the writers borrow it. */
#pragma once

#include "base/diag.h"
#include "image/prepare.h"

struct image_store;

struct image_store *image_store_new(void);
/* All that was lent must have been given back. */
void image_store_free(struct image_store *store);

/* The picture as wished, prepared now or before; another thread that is at it is waited for. It
 * stays until image_store_release. NULL after a diagnostic at span, the same for each use. */
const struct image_form *image_store_get(struct image_store *store, const struct image *image,
                                         const struct image_wish *wish, struct span span,
                                         struct diag_list *diags);
void image_store_release(struct image_store *store, const struct image_form *form);

/* The same for the pixels of image_show. NULL, with the reason: it cannot be read. */
const struct image_pixels *image_store_show(struct image_store *store, const struct image *image,
                                            uint32_t width, uint32_t height, const char **reason);
void image_store_release_pixels(struct image_store *store, const struct image_pixels *pixels);
