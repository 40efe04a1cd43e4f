/* The walk over the lines of the body that looks for forms which Markdown does not know (forms.h):
 * what its recognisers share. Only they include it. */
#pragma once

#include "base/diag.h"
#include "read/markdown/edits.h"
#include "read/markdown/limits.h"

/* One line of the body; places are bytes of it. */
struct md_form_line {
    uint32_t start, end, next; /* end: without the line end; next: where the following begins */
    uint32_t blanks, at;       /* behind the quote markers, and behind the blanks there */
    uint32_t quotes;           /* markers */
    uint32_t column;           /* of `at`, from `blanks` */
};

/* An open list of the walk; columns are those behind the quote markers. */
struct md_list_level {
    bool foreign;
    uint32_t column, words;         /* of the last item's marker and words, as written */
    uint32_t put_column, put_words; /* and as the copy has them */
    char mark;                      /* what md4c tells lists apart by: - * + . ) */
    uint32_t rank;                  /* of bullets; 0: numbered */
    char delimiter;
    enum node_numbering numbering;
    uint32_t number; /* of the last item */
};

struct md_lists {
    struct md_list_level levels[MD_MAX_LISTS];
    uint32_t depth, quotes;
    bool blank;      /* an empty line stands above */
    uint32_t length; /* of the line above, in bytes */
    bool ended;      /* it ends a sentence */
    bool item;       /* it begins an item, and no mark breaks its end */
    bool lazy;       /* the present line stands at the margin right below a short item */
};

/* A box of colons that is open. */
struct md_open_box {
    struct md_form_line line;   /* that opens it */
    const struct md_mark *mark; /* NULL: its line prints as it stands */
};

/* The walk. */
struct md_forms {
    struct slice text; /* the body, or what is left of it before a definition */
    uint32_t base;     /* its source offset */
    const struct source *source;
    struct diag_list *diags;
    struct md_edits *edits;
    bool text_above; /* the line before is not blank */
    struct md_lists lists;
    uint32_t no_table; /* no table without dashes begins before it */
    struct md_open_box boxes[MD_MAX_BOXES];
    uint32_t box_depth;
};

struct md_form_line md_form_line_at(struct slice text, uint32_t start);
bool md_form_is_blank(const struct md_form_line *line);
/* The line without its quote markers and blanks. */
struct slice md_form_words(struct slice text, const struct md_form_line *line);
/* The columns that its words are indented inside the item that it stands in, if in any. */
uint32_t md_form_indent(const struct md_forms *forms, const struct md_form_line *line);
/* The length of the fence of code that the words begin with, or 0. */
uint32_t md_form_fence(struct slice words);
/* The line begins a block of another kind, which ends a paragraph or a table. */
bool md_form_ends_text(struct slice text, const struct md_form_line *line);
/* The source span of bytes of the body. */
struct span md_form_span(const struct md_forms *forms, uint32_t start, uint32_t end);
/* The lists have put other blanks before its words. */
bool md_form_is_placed(const struct md_forms *forms, const struct md_form_line *line);
/* An empty line before the line. */
void md_form_part(struct md_forms *forms, const struct md_form_line *line);
/* A line break at the end of the line. */
void md_form_break(struct md_forms *forms, const struct md_form_line *line);
