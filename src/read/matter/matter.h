/* The matter around a leaflet's body: language, title, masthead, contact box, "About this
 * leaflet", addresses on paper. matter.c orders it; the other files each make a part. Only read/
 * includes it. */
#ifndef READ_MATTER_MATTER_H
#define READ_MATTER_MATTER_H

#include "read/read.h"
#include "text/words.h"

struct matter {
    struct doc *doc;
    struct diag_list *diags;
    bool rtl; /* the leaflet's direction */
};

/* language.c: settles meta.lang (front matter, settings, --lang, English with a warning), the
 * root's language and direction, meta.words_lang and meta.wording. Called before the body is read,
 * whose quotes follow the language. */
void read_language(struct doc *doc, const struct read_options *options, struct diag_list *diags);

/* True when keys were lost to an error that was told already: what they would have said is not
 * missed a second time. */
bool matter_lost_keys(const struct diag_list *diags);

/* title.c: applies the title rules to the headings below the root. The title's heading, detached,
 * or NULL when there is none (diagnosed). */
struct node *matter_title(struct matter *matter, enum read_format format);

/* True if the two read the same: case, quotes, dashes and white space aside. */
bool matter_same_words(struct doc *doc, struct slice a, struct slice b);

/* masthead.c: the detached MASTHEAD. */
struct node *matter_masthead(struct matter *matter);

/* contact.c, about.c: appended to the root when there is something to say. */
void matter_contact(struct matter *matter);
void matter_about(struct matter *matter);

/* addresses.c: addresses behind the links of the tree, for paper; the list of the longer ones is
 * put before `before` (NULL: at the end of the root). */
void matter_addresses(struct matter *matter, struct node *before);

/* captions.c: "Table 1. " before the captions of tables. */
void matter_captions(struct matter *matter);

/* Below: what these files share (matter.c). */

/* A word of the boilerplate, filled in, as TEXT below parent; tagged with its language where that
 * is not the leaflet's. first and second may be NULL. */
void matter_word(struct matter *matter, struct node *parent, enum word word, const char *first,
                 const char *second);
/* The same for a part of a word that the caller has filled in. */
void matter_wording(struct matter *matter, struct node *parent, enum word word, const char *text);
/* A date in the language of the words. */
void matter_date(struct matter *matter, struct node *parent, struct meta_date date);
/* A text of our own (punctuation). */
void matter_text(struct matter *matter, struct node *parent, const char *text);
/* A value of settings or front matter as it is written; linked: addresses become links. */
void matter_value(struct matter *matter, struct node *parent, const struct meta_text *value,
                  bool linked);
/* Where to put a value: parent, or a span below it that says the settings' language where that is
 * not the leaflet's. */
struct node *matter_place(struct matter *matter, struct node *parent,
                          const struct meta_text *value);
/* Where to put text that reads left to right in any leaflet (numbers, addresses). */
struct node *matter_ltr(struct matter *matter, struct node *parent);
/* ", " in the script of the leaflet. */
const char *matter_comma(const struct matter *matter);
/* Marks node and all below as made by leafset. */
void matter_generated(struct node *node);
/* "https://example.org/page/" -> "example.org/page" */
struct slice matter_bare_address(struct slice href);

#endif
