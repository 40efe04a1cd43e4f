/* The state of reading one body, from read_markdown's start to its end; types only. The nodes and
 * their texts go to the document's arena, the arrays are the reader's.
 *
 * md4c's callbacks give positions in a copy of the body (copy.h). A cursor (ledger.h) moves through
 * it and accounts for every byte, as text or as markup, so that no word vanishes. */
#pragma once

#include "doc/doc.h"
#include "read/markdown/copy.h"
#include "read/markdown/definitions.h"
#include "read/markdown/scan.h"
#include "read/markdown/text.h"

/* ---- what is open */

enum md_opener {
    MD_BLOCK,      /* a block of md4c's */
    MD_IMPLIED,    /* the paragraph that md4c does not report in a tight item */
    MD_SPAN,       /* a span of md4c's */
    MD_HTML,       /* an inline tag */
    MD_HTML_BLOCK, /* a tag of a block, or the block that a tag left out stands for */
};

/* Where a link leads, or a picture stands, decoded. */
struct md_target {
    struct slice address, title;
    uint32_t href;     /* where in the copy the address stands, or MD_NOWHERE */
    uint32_t title_at; /* source offset of the title as it is written; 0: not known */
};

/* The numbers of an ordered list's items, as written. */
struct md_numbers {
    uint64_t first;
    uint32_t items;
    bool differ;
    uint64_t wrong;
    struct node *wrong_item;
};

/* One open construct. Spans may be open in any number, so what is asked of the entries below them
 * each knows from its beginning. */
struct md_entry {
    enum md_opener opener;
    enum node_kind kind; /* what it is, also where it has no node of its own */
    struct node *node;   /* where children go: of a flattened construct, its parent's */
    bool own;            /* node belongs to this entry */
    bool leaf;           /* a block that holds inline content; a paragraph or cell of md4c's that
                            is none: its words ended with the tag of a block */
    uint32_t start;      /* in the copy; MD_NOWHERE: nothing claimed yet */
    uint32_t depth;      /* of blocks, or of inline nodes in their block */
    uint32_t below;      /* level of the nearest entry below that is no span */
    struct node *link;   /* around what stands in here, in the same leaf; NULL: none */
    uint32_t marker;     /* length of the opening run: #, fences, backticks, ~ */
    const char *marks;   /* MD_SPAN: the characters that may close it */
    bool sign;           /* MD_SPAN: its marks print as they stand (signs.h) */
    bool in_address;     /* a sign of a bare address (addresses.h) */
    bool bracket;        /* a link or picture written with brackets */
    uint32_t label;      /* start of its text */
    struct md_target target;
    const char *tag;  /* MD_HTML, MD_HTML_BLOCK: lower-case name, NULL: left out */
    struct span html; /* MD_HTML, MD_HTML_BLOCK: the tag */
    const char *lang; /* of the blocks in what has no node: MD_HTML_BLOCK that says so */
    enum node_direction dir;
    bool page_after;           /* MD_HTML_BLOCK: a new page begins behind it */
    const struct md_mark *box; /* MD_HTML_BLOCK: the line that opened it, of no tag; or NULL */
    struct md_numbers numbers;
};

struct md_stack {
    struct md_entry *entries;
    size_t depth, cap;
    bool deep_said;
};

/* ---- the ledger */

/* A reference link: by the place of the address that md4c gave, or (none) by its label. */
struct md_use {
    uint32_t href;
    struct slice label;
    const struct md_definition *note; /* it stands in, or NULL */
};

/* The last link: what follows its closing bracket (which ends at `end`; MD_NOWHERE: nothing to
 * take back) was claimed as its address, and is taken back if md4c then gives it as text. */
struct md_tail {
    struct node *node;
    uint32_t end;
    uint32_t label, href; /* as in struct md_entry */
    bool counted;         /* a use was noted */
};

/* The blanks, and the blanks and quote markers, at a place. */
struct md_blanks {
    uint32_t from, end, prefix_end;
};

struct md_range {
    uint32_t start, end;
};

/* A word of the copy, and the bare address in it (addresses.h). */
struct md_word {
    uint32_t start, end;
    uint32_t address, address_end; /* equal: none */
};

struct md_ledger {
    uint32_t cursor; /* the bytes of the copy before it are accounted for */
    uint32_t quotes; /* open quotes */
    bool fresh;      /* no inline content in the present block yet: definitions may stand here */
    uint32_t asked;  /* the place at which was last asked whether it begins its line, */
    bool begins;     /* and the answer: the next asks for one a little further on */
    struct md_blanks blanks; /* the last asked for: md4c gives a long run in small pieces */
    struct md_word word;     /* the last asked for */
    struct md_tail tail;
    struct md_link_definition *definitions; /* those that md4c swallowed, in order */
    size_t definition_count, definition_cap;
    struct md_use *uses;
    size_t use_count, use_cap;
    struct md_range *lost;
    size_t lost_count, lost_cap;
};

/* ---- blocks */

/* A picture of the present block, whose title is a caption if it stands alone. */
struct md_picture {
    struct node *node;
    struct slice title;
    uint32_t title_at; /* as in struct md_target */
};

/* The present block with inline content. */
struct md_leaf {
    bool broke;          /* it has had a line end */
    bool lazy;           /* and a line without the > of its quote */
    bool stray;          /* and a line that begins with the markup of none */
    uint32_t marks_told; /* marks before it are told */
    struct md_picture *pictures;
    size_t picture_count, picture_cap;
};

struct md_table {
    enum node_align *aligns;
    uint32_t columns, column;
    uint32_t cells; /* of the row, that are written; the others are left empty */
};

#define MD_UNCLOSED 8  /* tags without an end that are remembered */
#define MD_LOOKS    32 /* names of tags and attributes that one message can hold */

/* Raw HTML. */
struct md_html {
    struct md_text text; /* adjacent pieces; any: there are some */
    bool block;          /* they stand in a block of HTML */
    const char *dropped; /* the open element of which nothing is printed, or NULL */
    struct span dropped_at;
    const char *dropped_address; /* where it leads, or NULL */
    bool markdown_said;          /* that Markdown in HTML is not read */
    bool homeless_said;          /* that a cell stands in no table */
    uint32_t words_open;         /* tags that are words too (html_tags.h) and were taken for tags */
    const char *unclosed[MD_UNCLOSED];
    uint32_t unclosed_count;
    const char *looks[MD_LOOKS]; /* what is only looks, in the order met */
    uint32_t look_count;
    struct span looks_at; /* the first */
};

/* The list of notes at the start of the copy. */
struct md_note_list {
    bool open;
    bool separator;                      /* inside our own block between notes and body */
    size_t next;                         /* of definitions.notes */
    const struct md_definition *present; /* the note that is being read, or NULL */
};

/* ---- all */

struct md_reader {
    struct doc *doc;
    struct diag_list *diags;
    struct md_definitions definitions;
    struct md_edits edits;
    struct md_copy copy;
    struct md_ledger ledger;
    struct md_stack stack;
    struct md_text text; /* of the present inline parent, not a node yet */
    struct md_html html;
    struct buf alt; /* text of the open picture */
    uint32_t pictures_open;
    struct md_leaf leaf;
    struct md_table table;
    struct md_note_list notes;
    struct node *caption; /* "Table: ..." that waits for what follows it */
};
