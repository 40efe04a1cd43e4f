/* Keys and their values: what front matter and settings share. A table says which keys there are,
 * of which type, and where in struct meta they go. Only read/ includes it. */
#ifndef READ_FRONT_FIELDS_H
#define READ_FRONT_FIELDS_H

#include "doc/doc.h"
#include "read/front/yaml.h"

enum field_type {
    FIELD_TEXT,    /* meta_text: one line */
    FIELD_LINES,   /* meta_text: lines, or a list of lines */
    FIELD_LIST,    /* meta_list: a list of texts, or one text */
    FIELD_LANG,    /* meta_text: BCP 47 */
    FIELD_URL,     /* meta_text: http or https */
    FIELD_EMAIL,   /* meta_text */
    FIELD_DATE,    /* meta_date: ISO 8601 */
    FIELD_STATUS,  /* meta_status */
    FIELD_PAGE,    /* meta_page, and page_stated */
    FIELD_LINKS,   /* meta_print_links */
    FIELD_PAIRS,   /* meta_pairs, another layer checks the keys */
    FIELD_WORDS,   /* meta_pairs, keys of text/words.h */
    FIELD_CONTACT, /* a mapping of fields_contact */
};

struct field {
    const char *name;
    enum field_type type;
    size_t offset; /* in struct meta */
};

struct field_table {
    const struct field *fields;
    size_t count;
    const char *what;                /* "the front matter": for messages */
    const struct field_table *other; /* keys that are right elsewhere, or NULL */
};

extern const struct field_table fields_front;
extern const struct field_table fields_settings;
extern const struct field_table fields_contact;

/* Reads a mapping's values into meta; strings in the arena. An empty value is "" (it clears what
 * farther settings say) and is dropped in the end by fields_finish. */
void fields_read(const struct yaml_node *map, const struct field_table *table, struct arena *arena,
                 struct diag_list *diags, struct meta *meta);

/* Where over has a value, it replaces base's; pairs are put behind base's. */
void fields_merge(struct meta *base, const struct meta *over, struct arena *arena);

/* Empty texts become absent ones. */
void fields_finish(struct meta *meta);

/* True when keys were lost to an error that was told already: what they would have said is not
 * missed a second time. */
bool fields_lost(const struct diag_list *diags);

#endif
