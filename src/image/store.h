/* The pictures that a batch has prepared: each one once for each use, for all leaflets, formats and
 * threads. What is not in use goes when there is too much of it, and is prepared again when it is
 * wanted: that costs time, and changes no byte. build/ owns one; the writers borrow it. */
#pragma once

#include "base/diag.h"
#include "image/prepare.h"

struct image_store;

struct image_store *image_store_new(void);
/* All forms must have been given back. */
void image_store_free(struct image_store *store);

/* The picture as wished, prepared now or before; another thread that is at it is waited for. It
 * stays until image_store_release. NULL after a diagnostic at span, the same for each use. */
const struct image_form *image_store_get(struct image_store *store, const struct image *image,
                                         const struct image_wish *wish, struct span span,
                                         struct diag_list *diags);
void image_store_release(struct image_store *store, const struct image_form *form);
