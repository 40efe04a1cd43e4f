/* The tags that are known, and what each becomes. */
#pragma once

#include "doc/node.h"

enum md_role {
    MD_ROLE_MARK,      /* around words: a node of the tag's kind */
    MD_ROLE_BREAK,     /* <br> */
    MD_ROLE_IMAGE,     /* <img> */
    MD_ROLE_QUOTES,    /* <q>: quotes around its words */
    MD_ROLE_LOOKS,     /* around words or blocks: says only how they look */
    MD_ROLE_BOX,       /* around blocks: begins and ends a paragraph, no more */
    MD_ROLE_TEXT,      /* a block of words of the tag's kind */
    MD_ROLE_CONTAINER, /* a block of blocks of the tag's kind */
    MD_ROLE_RULE,      /* <hr> */
    MD_ROLE_SILENT,    /* names only what its parent shows: nothing is lost with it */
    MD_ROLE_UNSEEN,    /* with all it holds for machines: <script>, <style> */
    MD_ROLE_LOST,      /* what paper cannot hold, with all it holds: <video> */
    MD_ROLE_FIELD,     /* a field of a form, which is empty */
};

struct md_tag {
    const char *name;
    enum md_role role;
    enum node_kind kind;
    int level;     /* of a heading */
    bool told;     /* MD_ROLE_BOX: to be named among the looks */
    bool optional; /* its end may be left out */
    bool word;     /* writers put it in brackets as a word of theirs: a tag if it says more */
    bool empty;    /* it has no end */
};

/* The tag of that name, or NULL. */
const struct md_tag *md_tag_find(struct slice name);
