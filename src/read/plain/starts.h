/* What a line of plain text begins with: a bullet, a number, a letter for a number. Only plain/. */
#pragma once

#include <stdint.h>

#include "doc/node.h"

enum plain_kind {
    PLAIN_TEXT,      /* running text */
    PLAIN_BULLET,    /* an item: it begins with a bullet */
    PLAIN_NUMBER,    /* an item: it begins with a number */
    PLAIN_MARKS,     /* nothing but marks, such as ***** */
    PLAIN_FURNITURE, /* the head or foot of a page, copied along */
};

/* "a)", "(iv)", "B.": what may stand for a number. */
struct plain_label {
    struct slice numeral;
    char delimiter; /* as in a list (doc/node.h) */
    uint32_t skip;  /* bytes with the blanks after it; 0: it is none, or a word such as "Step 1:" */
};

struct plain_start {
    enum plain_kind kind;
    uint32_t skip; /* bytes of the bullet or number with the blanks after it */
    uint32_t mark; /* PLAIN_BULLET: its code point */
    uint32_t rank; /* PLAIN_BULLET: in a list pasted flat, a higher one stands inside */
    char task;     /* PLAIN_BULLET, a box to tick: as in struct bullet */
    uint32_t number;
    enum node_numbering numbering;
    char delimiter;
    struct plain_label label;
    bool glued;    /* a bullet that is nothing else anywhere */
    bool weak;     /* the mark also stands inside sentences: a dash, the letter o */
    bool labelled; /* PLAIN_TEXT: "a) ", "(1) ", "iv. ": the label stays in the words */
};

/* text is a line without white space around it, and not empty. */
struct plain_start plain_start_of(struct slice text);

/* A blank: space, tab, no-break space, zero-width space (word processors put one after a bullet).
 * Returns its length in bytes at byte `at`, or 0. */
size_t plain_blank_length(struct slice text, size_t at);

/* Without blanks on either side. */
struct slice plain_trim(struct slice text);
