/* How the values of keys are written: a reader for each kind of value that front matter and
 * settings hold. Only front/. */
#pragma once

#include "doc/meta.h"
#include "read/front/yaml.h"

/* A value as it is written. */
struct value {
    const struct yaml_node *node;
    struct arena *arena; /* of what is made of it */
    struct diag_list *diags;
    const struct meta_passed **passed; /* gets what is written nowhere as it stands */
};

/* The readers below put what was written into *out. A wrong type or form is diagnosed, and *out
 * then stays as it was or has no value; an empty text is "". */
typedef void value_text_reader(const struct value *value, struct meta_text *out);

value_text_reader value_line;  /* one line */
value_text_reader value_lines; /* lines, or a list of lines */
value_text_reader value_lang;  /* BCP 47; a wrong tag is mended, or counts as English */
value_text_reader value_url;   /* http or https, short enough for a QR code */
value_text_reader value_email; /* the address alone */
/* "WCAG 2.2 AA", or the claim of EPUB Accessibility 1.1, 3.2.2, which is what it gives. */
value_text_reader value_conformance;

#define VALUE_CONFORMANCE_PATTERN                                                                  \
    "(EPUB Accessibility 1[.][12] - )?WCAG 2[.][0-2] (Level )?(A|AA|AAA)"

/* Of texts, or one text. linked: an item may be a mapping of name (or title) and url. */
void value_list(const struct value *value, bool linked, struct meta_list *out);
void value_date(const struct value *value, struct meta_date *out); /* ISO 8601 */
void value_status(const struct value *value, enum meta_status *out);
void value_print_links(const struct value *value, enum meta_print_links *out);
void value_pictures(const struct value *value, enum meta_pictures *out);
void value_other_keys(const struct value *value, enum meta_other_keys *out);
void value_switch(const struct value *value, enum meta_switch *out);

/* What those that choose take, by the constants of doc/meta.h; NULL: the constant has no name. */
extern const char *const value_statuses[META_STATUS_COUNT];
extern const char *const value_print_links_names[META_LINKS_COUNT];
extern const char *const value_other_keys_names[META_OTHER_COUNT];
extern const char *const value_pictures_names[META_PICTURES_COUNT];
extern const char *const value_switch_names[META_SWITCH_COUNT];

/* A mapping of texts. words: its keys are those of text/words.h, else another layer checks them. */
void value_pairs(const struct value *value, bool words, struct meta_pairs *out);

/* What stands from start to end of the value's source is written nowhere as it stands. */
void value_pass(const struct value *value, uint32_t start, uint32_t end);

/* True for a mapping; what is neither one nor empty is diagnosed with the hint. */
bool value_is_mapping(const struct value *value, const char *hint);
