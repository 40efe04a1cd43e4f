/* Every limit that reading Markdown has, in one place; how deep nodes nest is the tree's own limit
 * (DOC_MAX_DEPTH). */
#pragma once

/* md4c leaves a wider table a paragraph. */
#define MD_MAX_COLUMNS 128u
/* Bytes of a link's label: CommonMark 0.30, 4.7 allows 999 characters. */
#define MD_MAX_LINK_LABEL 4000u
/* Bytes of the label of a footnote or an abbreviation. */
#define MD_MAX_LABEL 999u
/* Bytes of a path with spaces, and of what looks like a picture and is none. */
#define MD_MAX_PATH 1000u
/* Bytes of `{…}` that prints as it stands. */
#define MD_MAX_BRACES 1000u
/* Bytes of an entity, with its & and ; */
#define MD_MAX_ENTITY 40u
/* Bytes of a tag whose attributes are looked at. */
#define MD_MAX_TAG 65536u
/* Lists inside lists, where their markers are not Markdown's; deeper ones stay at this level. */
#define MD_MAX_LISTS 8u
/* How far the next item of a list is looked for. */
#define MD_MAX_LOOK_LINES 40u
#define MD_MAX_LOOK_BYTES 4000u
/* Bytes of a line in which a mark of another tool must end. */
#define MD_MAX_MARK 400u
/* Bytes of a raised or lowered figure between ^ or ~. */
#define MD_MAX_SMALL 8u
/* Boxes of colons inside one another. */
#define MD_MAX_BOXES 8u
/* Tags and other constructs that are open at the same time. */
#define MD_MAX_OPEN 600u
/* Rows or columns that a cell of an HTML table spans. */
#define MD_MAX_SPAN 1000u
