/* Writing XML through libxml2's text writer, into a buffer. Only epub/ includes it. */
#pragma once

#include "base/buf.h"

struct markup;

/* Starts a document with its XML declaration; what is written goes to out when markup_close is
 * called, which ends the elements that are open and frees the writer. */
struct markup *markup_open(struct buf *out);
void markup_close(struct markup *markup);

/* Ends the declaration part with `<!DOCTYPE html>`. */
void markup_doctype_html(struct markup *markup);
void markup_start(struct markup *markup, const char *name);
void markup_end(struct markup *markup);
/* An attribute of the element just started; NULL values are left out. */
void markup_attribute(struct markup *markup, const char *name, const char *value);
/* Attributes as an argument: names and values in turn. */
#define ATTRIBUTES(...) ((const char *const[]){__VA_ARGS__, NULL})
/* Starts an element with attributes. */
void markup_start_with(struct markup *markup, const char *name, const char *const *attributes);
/* A whole element with attributes; text NULL: empty. */
void markup_put(struct markup *markup, const char *name, const char *const *attributes,
                const char *text);
void markup_text(struct markup *markup, struct slice text);
void markup_string(struct markup *markup, const char *text);
/* <name>text</name>; nothing when text is NULL. */
void markup_element(struct markup *markup, const char *name, const char *text);
/* A line feed between blocks, for people who read the source. */
void markup_line(struct markup *markup);
