/* What the files of epub/ share; only epub/ includes it. One struct epub lives for one call of
 * epub_write, which owns all it points to. */
#ifndef EPUB_PARTS_H
#define EPUB_PARTS_H

#include "epub/epub.h"

/* The place on screen where a printed page begins: before byte offset of a TEXT node's text, or
 * (offset 0) before the node. Page numbers count from 1; places[0] is page 1. */
struct epub_page {
    uint32_t node;
    uint32_t offset;
    uint32_t part; /* where its mark was written, filled in by xhtml.c; 0: nowhere yet */
};

/* One content document: the children of the root from first on, up to that of the next part. */
struct epub_part {
    const struct node *first;
    struct buf xhtml;
};

/* One file of the container. */
struct epub_file {
    const char *name; /* path in the container, ASCII */
    struct slice bytes;
};

/* A picture and the name it has in the container. */
struct epub_picture {
    const struct image *image;
    const char *name;
    const char *media_type;
    struct slice bytes;
    struct buf converted; /* owns bytes when the file had to be re-encoded */
};

struct epub {
    const struct doc *doc;
    const struct style *style;
    const struct epub_options *options;
    struct diag_list *diags;
    struct arena arena;
    struct epub_part *parts;
    uint32_t part_count;
    struct epub_page *pages;
    uint32_t page_count;
    struct epub_picture *pictures;
    uint32_t picture_count;
    const char *identifier; /* urn:uuid:… */
    const char *modified;   /* 2026-11-23T00:00:00Z */
};

/* Chapters are split where a level 2 heading follows this much text, so that old readers can open
 * a book; a leaflet stays one document. */
#define EPUB_PART_BYTES (192u * 1024u)

/* pages.c: finds where printed pages begin. */
void epub_find_pages(struct epub *epub, const struct frames *frames);

/* pictures.c: collects the pictures shown; false after a diagnostic. */
bool epub_collect_pictures(struct epub *epub);
const struct epub_picture *epub_picture_of(const struct epub *epub, const struct image *image);
void epub_free_pictures(struct epub *epub);

/* xhtml.c: writes part index (from 1). */
void epub_write_part(struct epub *epub, uint32_t index);

/* split.c: splits the document; the part (from 1) that holds a node; "leaflet-1.xhtml". */
void epub_split(struct epub *epub);
uint32_t epub_part_of(const struct epub *epub, const struct node *node);
const char *epub_part_name(struct epub *epub, uint32_t index);
void epub_free_parts(struct epub *epub);

/* nav.c: begins an XHTML document up to its body element, in the root's language and direction. */
struct markup;
void epub_start_page(struct epub *epub, struct markup *m, const char *title);

/* nav.c: the navigation document, the NCX and the cover page. */
void epub_write_nav(struct epub *epub, struct buf *out);
void epub_write_ncx(struct epub *epub, struct buf *out);
void epub_write_cover(struct epub *epub, struct buf *out);

/* package.c: identifier and dates; the package document. */
void epub_identify(struct epub *epub);
void epub_write_package(struct epub *epub, struct buf *out);

/* container.c: writes the files, in this order after mimetype, as a ZIP archive to the sink. False
 * when libzip failed: it could not be loaded, as *reason says (the loader's words, until its next
 * call), or, with *reason NULL, memory ran out, as it works in memory only. */
bool epub_write_container(const struct epub_file *files, size_t count, struct sink *sink,
                          const char **reason);

#endif
