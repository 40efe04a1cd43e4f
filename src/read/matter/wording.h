/* What the parts of the matter around a leaflet's body are worded with: words of the boilerplate
 * and values of front matter and settings, below a node, in their language. Only matter/. */
#pragma once

#include "doc/doc.h"
#include "text/words.h"

/* A word of the boilerplate, filled in, as TEXT below parent; tagged with its language where that
 * is not the leaflet's. first and second may be NULL. */
void matter_word(struct doc *doc, struct node *parent, enum word word, const char *first,
                 const char *second);
/* The same for a part of a word that the caller has filled in. */
void matter_wording(struct doc *doc, struct node *parent, enum word word, const char *text);
/* A date in the language of the words. */
void matter_date(struct doc *doc, struct node *parent, struct meta_date date);
/* A text of our own (punctuation). */
void matter_text(struct doc *doc, struct node *parent, const char *text);
/* A value of settings or front matter as it is written; linked: addresses become links. */
void matter_value(struct doc *doc, struct node *parent, const struct meta_text *value, bool linked);
/* A new PARAGRAPH below parent. */
struct node *matter_paragraph(struct doc *doc, struct node *parent);
/* A new row below a list of descriptions with a word of the boilerplate as its term; returns the
 * description, for the caller to fill. */
struct node *matter_entry(struct doc *doc, struct node *rows, enum word term);
/* A new heading of level 2 below parent with a word of the boilerplate. */
void matter_heading(struct doc *doc, struct node *parent, enum word word);
/* A detached block of the leaflet's own front matter: smart quotes, but nothing generated. */
struct node *matter_block(struct doc *doc, enum node_kind kind, const struct meta_text *value);
/* Where to put a value: parent, or a span below it that says the settings' language where that is
 * not the leaflet's. */
struct node *matter_place(struct doc *doc, struct node *parent, const struct meta_text *value);
/* Below parent, or below a span that says the language where it is not the one there. */
struct node *matter_in_language(struct doc *doc, struct node *parent, const char *lang);
/* Where to put text that reads left to right (numbers, addresses): parent, or a span below it. */
struct node *matter_ltr(struct doc *doc, struct node *parent);
/* ", " in the script of the leaflet. */
const char *matter_comma(const struct doc *doc);
/* Puts a detached block before one of the root's (NULL: at its end). */
void matter_put(struct doc *doc, struct node *block, struct node *before);
/* Marks node and all below as made by leafset. */
void matter_generated(struct node *node);
/* The same, and as shown by these media alone. */
void matter_only(struct node *node, enum node_media media);
