/* One EPUB in the making. It lives for one call of epub_write, which owns all it points to. Types
 * only; used within epub/ only. */
#pragma once

#include "base/buf.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "image/store.h"
#include "style/style.h"

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

/* A picture and the name it has in the container. */
struct epub_picture {
    const struct image *image;
    const char *name;
    const char *media_type;
    const struct image_form *form; /* of the store; NULL: it could not be had */
};

struct epub {
    const struct doc *doc;
    const struct style *style;
    int64_t epoch; /* as epub_options, as is the next */
    const char *identity;
    struct diag_list *diags;
    struct arena arena;
    struct epub_part *parts;
    uint32_t part_count;
    struct epub_page *pages;
    uint32_t page_count;
    struct image_store *store; /* borrowed */
    struct epub_picture *pictures;
    uint32_t picture_count;
    struct epub_picture cover; /* its name is NULL where there is none … */
    struct slice cover_bytes;  /* … and its file */
    const char *identifier;    /* urn:uuid:… */
    const char *modified;      /* 2026-11-23T00:00:00Z */
    const char **ids;          /* by node; see epub_give_ids */
};
