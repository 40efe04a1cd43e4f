/* The structure tree (ISO 32000-1, 14.7 and 14.8) by walking the document tree in reading order;
 * ISO 14289-1 (PDF/UA-1) rules it. Frame items name nodes; here a node leads to its structure
 * element, and the marked content of an element is sorted by node id, that is, in reading order,
 * wherever on whichever page it was drawn. Made for one file, lives in an arena of its own. Used
 * within pdf/ only. */
#pragma once

#include "doc/doc.h"
#include "frame/frame.h"

struct tags;

/* No element: an artifact. */
#define TAGS_ARTIFACT 0u

/* Plans the elements of all nodes that show anything on paper. doc and frames are borrowed. */
struct tags *tags_new(const struct doc *doc, const struct frames *frames);
void tags_free(struct tags *tags);

/* The element that an item belongs to, or TAGS_ARTIFACT. */
uint32_t tags_element(const struct tags *tags, const struct frame_item *item);
/* The structure type of an element, for the marked content's tag: "P". */
const char *tags_type(const struct tags *tags, uint32_t element);

/* A new marked-content sequence of element on page (from 0), whose first item shows node; its MCID.
 * Pages come in order. */
uint32_t tags_mark(struct tags *tags, uint32_t element, uint32_t page, uint32_t node);
/* Says where an item lies: the box of a Figure, which must be told (7.3 of ISO 14289-1), grows
 * around it. */
void tags_grow_figure(struct tags *tags, uint32_t element, const struct frame_box *box);
/* An annotation (its object's number) of a LINK or NOTE_REF node; returns its /StructParent. */
uint32_t tags_annotation(struct tags *tags, uint32_t node, uint32_t page, uint32_t object);

/* The level at which a heading stands in the outline: as in the source, but without gaps (7.4.2
 * of ISO 14289-1); 0 when it shows nothing. */
int tags_heading_level(const struct tags *tags, const struct node *heading);
