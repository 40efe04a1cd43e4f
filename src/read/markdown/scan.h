/* The scanner: steps through Markdown text, over lines, quote markers, cells, links. Pure functions
 * of a slice, so that they serve the source and md4c's copy of it alike. Places are bytes from its
 * start; at its end and behind it stands '\0'. */
#pragma once

#include <stdint.h>

#include "base/slice.h"

/* No place: what was looked for does not stand there. */
#define MD_NOWHERE UINT32_MAX

static inline char md_at(struct slice text, uint32_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}
static inline bool md_is_blank(char c) /* space, tab */
{
    return c == ' ' || c == '\t';
}
static inline bool md_is_line_end(char c) /* LF, CR */
{
    return c == '\n' || c == '\r';
}
/* A backslash before ASCII punctuation (CommonMark 0.30, 2.4). */
bool md_is_escape(struct slice text, uint32_t at);

/* Where a piece of the text that a pointer leads to stands; MD_NOWHERE: it is not of the text. */
uint32_t md_place(struct slice text, const char *piece, size_t len);

/* The line that holds `at`: its start, its end without the line end, and what follows the line end
 * at `at` (CR LF counts as one; `at` itself where no line end stands). */
uint32_t md_line_start(struct slice text, uint32_t at);
uint32_t md_line_end(struct slice text, uint32_t at);
uint32_t md_line_next(struct slice text, uint32_t at);
/* The rest of the line from `at` on. */
struct slice md_line(struct slice text, uint32_t at);
/* The start of the blanks and quote markers before `at`, at least `least`. */
uint32_t md_prefix_start(struct slice text, uint32_t at, uint32_t least);
/* True when nothing but blanks and quote markers stands before `at` on its line. */
bool md_begins_line(struct slice text, uint32_t at);

uint32_t md_skip_blanks(struct slice text, uint32_t at);
/* Past blanks and quote markers at a line's start; *count (may be NULL): how many markers. */
uint32_t md_skip_prefix(struct slice text, uint32_t at, uint32_t *count);
/* The same, but at most so many quote markers and blanks at most so many columns wide (tab stops
 * every 4). *indent: the columns found, 0 when markers are missing. */
uint32_t md_skip_indent(struct slice line, uint32_t quotes, uint32_t columns, uint32_t *indent);
/* Past white space (with VT and FF) and quote markers at lines' starts, to limit at most. prefix:
 * `at` stands at a line's start. */
uint32_t md_skip_silent(struct slice text, uint32_t at, uint32_t limit, bool prefix);

/* Length of the run of character c at `at`. */
uint32_t md_run(struct slice text, uint32_t at, char c);
/* Length of the run of ASCII letters, digits and characters of `others` at `at`. */
uint32_t md_run_word(struct slice text, uint32_t at, const char *others);

/* ---- one line of a table (GFM 4.10), which may begin with quote markers */

/* Columns of a line by its bars; 0: it has none. */
uint32_t md_row_columns(struct slice line);
/* What the caption of a table begins with. */
#define MD_CAPTION_MARK "Table:"
/* True if the line is a caption, which has no bar. */
bool md_row_is_caption(struct slice line);
/* True if the line is `|:-:|-|`. */
bool md_row_is_dashes(struct slice line);
/* Columns of a line that has only the characters of a line of dashes; 0: it has others. */
uint32_t md_row_dash_columns(struct slice line);
/* The end of the cell at `at`: its bar (not an escaped one), or the end of the line. */
uint32_t md_row_cell_end(struct slice line, uint32_t at);

/* ---- links (CommonMark 0.30, 4.7 and 6.3): where their parts end. Lines inside a quote carry its
 * markers, which are stepped over as blanks. */

/* A link reference definition: `[label]: href "title"`. */
struct md_link_definition {
    uint32_t start, end;
    struct slice label, href;
    bool has_title;
    bool used; /* some link that is printed has its address */
};

/* A definition at `at` that ends before limit. */
bool md_link_definition(struct slice text, uint32_t at, uint32_t limit,
                        struct md_link_definition *out);
/* `(address "title")` at `at`, inside so many quotes: its end, or MD_NOWHERE. */
uint32_t md_link_inline(struct slice text, uint32_t at, uint32_t quotes);
/* Where the title begins, behind its quote, that follows a destination which ends at `at` (before
 * the > of an angle bracket), or MD_NOWHERE. */
uint32_t md_link_title(struct slice text, uint32_t at, uint32_t quotes);
/* `[label]` at `at`: its end, or MD_NOWHERE. */
uint32_t md_link_label(struct slice text, uint32_t at);
