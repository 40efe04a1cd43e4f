/* What is known about a leaflet beside its text: front matter merged over settings. Strings are
 * NUL-terminated, live in the document's arena, and are NULL when absent. Layers 2 and up. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "base/source.h"

/* An ISO 8601 date; day 0: year and month only; year 0: absent. */
struct meta_date {
    int year, month, day;
    struct span span; /* where it is written */
};

/* A value with the place it was written at, for later messages. */
struct meta_text {
    const char *value; /* NULL: absent */
    struct span span;
    const char *name; /* where an address follows a name: the name alone; else NULL */
};

struct meta_list {
    const struct meta_text *items;
    size_t count;
};

/* A key = value pair that another layer interprets (theme tokens, words). */
struct meta_pair {
    const char *key;
    const char *value;
    struct span key_span, value_span;
};
struct meta_pairs {
    const struct meta_pair *items;
    size_t count;
};

/* A language in which the leaflet can be had, and the line that says so (NULL: leafset's). */
struct meta_language {
    struct meta_text tag, line;
};
/* The panel of them, with the number to call; items NULL: nobody said. */
struct meta_languages {
    const struct meta_language *items;
    size_t count;
    struct meta_text phone;
};

/* A part of the front matter that was read and is written nowhere as it stands. */
struct meta_passed {
    struct span span;
    const struct meta_passed *next;
};

/* A key of the front matter that nobody knows. */
struct meta_other {
    const char *key;
    struct span span; /* of the key */
    const struct meta_other *next;
};

enum meta_status { META_STATUS_NONE, META_STATUS_DRAFT, META_STATUS_FINAL };
enum meta_page {
    META_PAGE_A4,
    META_PAGE_A3,
    META_PAGE_A5,
    META_PAGE_DL,
    META_PAGE_LETTER,
    META_PAGE_OWN
};
enum meta_pictures { META_PICTURES_DEFAULT, META_PICTURES_REDUCED, META_PICTURES_ORIGINAL };
enum meta_print_links { META_LINKS_DEFAULT, META_LINKS_INLINE, META_LINKS_LIST, META_LINKS_NONE };
enum meta_other_keys { META_OTHER_DEFAULT, META_OTHER_TELL, META_OTHER_IGNORE };
enum meta_switch { META_SWITCH_NONE, META_SWITCH_ON, META_SWITCH_OFF };

/* How many constants each of them has. */
#define META_STATUS_COUNT   3
#define META_PAGE_COUNT     6
#define META_LINKS_COUNT    4
#define META_PICTURES_COUNT 3
#define META_OTHER_COUNT    3
#define META_SWITCH_COUNT   3

/* The paper. */
struct meta_paper {
    enum meta_page page;
    int32_t width, height; /* META_PAGE_OWN: tenths of a millimetre */
    const char *value;     /* as written; NULL: nobody chose */
    struct span span;
};

#define META_FIT_MOST 99

/* How many pages a leaflet must fit on; 0: as many as it takes. */
struct meta_fit {
    int pages;
    struct span span;
};

/* The clinic and how to reach it. */
struct meta_contact {
    struct meta_text name, tagline, address, phone, hours, email, web, formats;
    struct meta_text logo;   /* path as written, relative to the settings file's folder */
    const char *logo_folder; /* real folder of the file that names the logo; read/ only */
    const struct image *logo_image;
};

/* Who found the e-book accessible, by which standard; a claim needs both. */
struct meta_accessibility {
    struct meta_text conforms_to, certified_by, credential, report;
    struct meta_date date;
};

/* What somebody has judged of the leaflet that no program can: all three are there. */
struct meta_judgement {
    struct meta_text by;
    struct meta_date on;
    struct meta_list criteria; /* ids of evidence/criteria.h, or "all" */
    struct meta_text version;  /* of the leaflet then; NULL: not said */
    struct span span;
};
struct meta_judgements {
    const struct meta_judgement *items;
    size_t count;
};

struct meta {
    struct meta_text title, subtitle, summary, lang, reference, version, owner, audience, online;
    struct meta_text rights;
    struct meta_text cover; /* the picture on the cover of the EPUB: its path as written … */
    const struct image *cover_image; /* … and that; NULL: it is drawn */
    struct meta_text site;           /* the address on the web of the folder that names it */
    const char *site_below;          /* from that folder to the leaflet's: "ent"; read/ only */
    enum meta_switch site_pages;     /* relative links that match no file lead there */
    enum meta_status status;
    struct meta_date published, reviewed, next_review;
    struct meta_list authors, reviewers, keywords, sources;
    struct meta_contact contact;
    struct meta_languages languages;
    struct meta_accessibility accessibility;
    struct meta_judgements judged;
    struct meta_paper paper;
    enum meta_switch landscape; /* the paper lies on its longer side */
    struct meta_fit fit;
    enum meta_print_links print_links;
    enum meta_pictures pictures;
    struct meta_pairs
        theme; /* settings' tokens, nearer ones later; a repeated key: the last wins */
    struct meta_pairs check;          /* what the settings wish of the rules */
    struct meta_pairs allow;          /* rules that the leaflet need not keep, with the reason */
    struct meta_pairs sections;       /* headings of sections by what they are about */
    struct meta_pairs words;          /* own wording of the boilerplate, key = word name */
    const struct meta_passed *passed; /* the last first; NULL: none */
    const struct meta_other *others;  /* likewise; read/ only */
    enum meta_other_keys other_keys;  /* whether they are told; read/ only */
    const char *settings_lang;        /* language of the settings' texts; NULL: the leaflet's */
    const char *words_lang;           /* language of the boilerplate words (may differ from lang) */
    const char *const *wording; /* [WORD_COUNT of text/words.h]: own wording, else the table's; set
                                   by read/ after the settings; never NULL in a read document */
};

/* What an item is called in records that have no room for an address: its name, or its value. */
const char *meta_name(const struct meta_text *text);
/* <0, 0, >0; a date without day compares as its first day. */
int meta_date_compare(struct meta_date a, struct meta_date b);

/* The days from today to a date that there is, to the last one of a month as a whole: below 0 where
 * that has gone by. */
int64_t meta_days_left(struct meta_date date, struct date_moment today);

/* When the leaflet was made and last changed, as its files say; year 0: not known. */
struct meta_moments {
    struct date_moment created, changed; /* day 0: the month as a whole */
    bool has_time;                       /* else days */
};
/* From the dates of publication and review (one before the publication changed nothing), each for
 * want of the other; without both, epoch: seconds since 1970, < 0 where there is none. */
struct meta_moments meta_moments(const struct meta *meta, int64_t epoch);
