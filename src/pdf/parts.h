/* One PDF in the making and the steps that write its parts, in the order of pdf.c. Owned by
 * pdf_write, which frees all. Used within pdf/ only. */
#ifndef PDF_PARTS_H
#define PDF_PARTS_H

#include "base/arena.h"
#include "base/hash.h"
#include "pdf/file/deflate.h"
#include "pdf/file/haru_doc.h"
#include "pdf/font/fonts.h"
#include "pdf/pdf.h"
#include "pdf/tags/tags.h"

struct pdf_image;

struct pdf {
    const struct doc *doc;
    const struct frames *frames;
    const struct pdf_options *options;
    struct diag_list *diags;
    struct arena arena;
    struct deflater *deflater;
    struct haru *haru;
    struct pdf_fonts *fonts;
    struct tags *tags;
    struct map images; /* by MD5: struct pdf_image */
    const char *title; /* of the leaflet, never NULL */
    const char *lang;  /* of the document, never NULL */
};

/* images.c: embeds all pictures of the frames, equal ones once. False after a diagnostic. */
bool pdf_write_images(struct pdf *pdf);
/* The object of an embedded picture, or 0. */
uint32_t pdf_image_object(const struct pdf *pdf, const struct image *image);

/* content.c: the content stream of a page (from 0), tagging as it goes. Appends to out. */
void pdf_put_content(struct pdf *pdf, uint32_t page, struct buf *out);

/* links.c: the annotations of a page; appends its /Annots entry, if there are any. */
void pdf_put_links(struct pdf *pdf, uint32_t page, struct buf *entries);

/* outline.c: bookmarks from the headings, for leaflets of two or more. */
void pdf_write_outline(struct pdf *pdf);

/* meta.c: catalog, information dictionary, XMP, output intent. */
void pdf_write_meta(struct pdf *pdf, uint32_t structure_root);

#endif
