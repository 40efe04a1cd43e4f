/* Markdown to tree, by md4c: what the md_*.c files and markdown.c share. Only they include it.
 *
 * md4c parses a copy of the body (md_copy.c) in which footnote definitions and abbreviations are
 * taken out of the way; its callbacks give positions in that copy. A cursor (md_ledger.c) moves
 * through the copy as each callback claims the bytes it stands for, text or markup; bytes that
 * nothing claims are explained (quote markers, link definitions) or diagnosed, so that no word
 * vanishes. All state lives in one struct md_reader for the time of read_markdown; nodes and
 * their texts go to the document's arena. */
#ifndef READ_MARKDOWN_MARKDOWN_H
#define READ_MARKDOWN_MARKDOWN_H

#include <md4c.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "text/words.h"

/* Deeper nesting (of blocks, and of inline nodes in one block) is set flat. */
#define MD_MAX_DEPTH 100u
/* md4c leaves a wider table a paragraph. */
#define MD_MAX_COLUMNS 128u
#define MD_NOWHERE     UINT32_MAX

/* Bytes of the copy that correspond 1:1 to source bytes; inserted: bytes of ours, which stand
 * before the source byte named. */
struct md_segment {
    uint32_t at, len;
    uint32_t source;
    bool inserted;
};

/* A definition that was taken out of the body. key: its label; offsets are of the source. */
struct md_note {
    struct slice key;
    uint32_t start, end;
    uint32_t content;         /* after the colon */
    uint32_t quotes, columns; /* markers before it, and columns that indent its further lines */
    struct node *node;        /* NODE_NOTE; NULL: repeated */
    struct node *first_ref;   /* NULL: not referenced from what is printed */
    uint32_t refs;
};

struct md_abbreviation {
    struct slice key; /* as it stands in the text */
    const char *expansion;
    uint32_t start, end;
    bool used;
};

struct md_range {
    uint32_t start, end;
};

struct md_copy {
    const char *text;
    uint32_t len;
    char *owned;    /* NULL: text is the source itself */
    uint32_t start; /* where the body starts; before it: the notes, one list item each */
    bool masked;    /* a `[^label]` of the source is `<^xxxxx>` here */
    struct md_segment *segments;
    size_t segment_count, segment_cap;
    struct md_note **items; /* the note of each list item, in order */
    size_t item_count, item_cap;
    struct md_range *cuts; /* source bytes that are left out of the body, in order */
    size_t cut_count, cut_cap;
    struct md_note **notes; /* all, in the order written */
    size_t note_count, note_cap;
    struct map note_map;
    struct md_abbreviation **abbreviations;
    size_t abbreviation_count, abbreviation_cap;
    struct map abbreviation_map;
    size_t *lengths; /* of the abbreviations, each once, longest first */
    size_t length_count;
};

/* Text that grows: either a run of source bytes as they are, or changed bytes with a map. */
struct md_text {
    bool any;
    bool direct;         /* equal to source bytes start to end */
    uint32_t start, end; /* source bytes covered */
    uint32_t next;       /* source offset that the next byte corresponds to without a map entry */
    struct buf bytes;    /* when not direct */
    struct text_map *map;
    size_t map_count, map_cap;
};

enum md_kind {
    MD_ROOT,
    MD_BLOCK,     /* type is a block */
    MD_PARAGRAPH, /* the paragraph that md4c does not report in a tight item */
    MD_SPAN,      /* type is a span */
    MD_HTML,      /* opened by an inline tag */
    MD_LITERAL,   /* opened by a tag that prints as it stands */
};

/* How a link or an image is written. */
enum md_link { MD_LINK_BARE, MD_LINK_ANGLE, MD_LINK_BRACKET };

/* One open construct. */
struct md_entry {
    enum md_kind kind;
    int type;          /* MD_BLOCKTYPE or MD_SPANTYPE */
    struct node *node; /* where children go: of a flattened construct, its parent's */
    bool own;          /* node belongs to this entry */
    bool leaf;         /* a block that holds inline content */
    bool atx;          /* heading with # */
    uint32_t start;    /* in the copy; MD_NOWHERE: nothing claimed yet */
    uint32_t marker;   /* length of the opening run: fences, backticks, ~ */
    uint32_t depth;    /* of blocks, or of inline nodes in their block */
    enum md_link link;
    uint32_t href;        /* where in the copy the address stands, or MD_NOWHERE */
    uint32_t label;       /* start of a link's text */
    struct slice address; /* of a link or picture, decoded */
    struct slice title;
    const char *tag;  /* MD_HTML, MD_LITERAL: lower-case name */
    struct span html; /* MD_HTML: the tag */
    /* ordered lists */
    uint64_t first_number;
    uint32_t items;
    bool numbers_differ;
    uint64_t wrong_number;
    struct node *wrong_item;
};

/* A link reference definition that md4c swallowed: offsets in the copy. */
struct md_definition {
    uint32_t start, end;
    uint32_t label_start, label_end;
    uint32_t href_start, href_end;
    bool has_title, used;
};

/* A reference link: by the place of the address that md4c gave, or (none) by its label. */
struct md_use {
    uint32_t href;
    uint32_t label_start, label_end;
};

/* The last link: what follows its closing bracket (which ends at `end`; MD_NOWHERE: nothing to
 * take back) was claimed as its address, and is taken back if md4c then gives it as text. */
struct md_tail {
    struct node *node;
    uint32_t end;
    uint32_t label, href; /* as in struct md_entry */
    bool counted;         /* a use was noted */
};

/* A picture of the present block, whose title is a caption if it stands alone. */
struct md_picture {
    struct node *node;
    struct slice title;
};

struct md_reader {
    struct doc *doc;
    struct diag_list *diags;
    const struct source *source;
    const char *lang;
    struct md_copy copy;

    /* md_ledger.c */
    uint32_t cursor;
    size_t segment;  /* where the last look-up was */
    uint32_t quotes; /* open quotes */
    bool fresh;      /* no inline content in the present block yet: definitions may stand here */
    struct md_definition *definitions;
    size_t definition_count, definition_cap;
    struct md_use *uses;
    size_t use_count, use_cap;
    struct md_range *lost;
    size_t lost_count, lost_cap;
    struct md_tail tail;

    /* markdown.c */
    struct md_entry *stack;
    size_t depth, stack_cap;
    struct md_text text;
    struct md_text html; /* adjacent raw HTML */
    bool html_open;
    struct buf alt; /* text of the open picture */
    uint32_t pictures_open;
    struct md_picture *pictures;
    size_t picture_count, picture_cap;
    bool broke;           /* the present block has had a line end */
    bool lazy;            /* and a line without the > of its quote */
    bool stray;           /* and a line that begins with the markup of none */
    struct node *caption; /* "Table: ..." that waits for its table */
    enum node_align *aligns;
    uint32_t column, columns;
    uint32_t cells;   /* of the row, that are written; the others are left empty */
    bool in_notes;    /* md4c is still in the list of notes */
    size_t next_note; /* of copy.items */
    bool separator;   /* inside our own block between notes and body */
    bool deep_said;
};

/* ---- md_copy.c: the copy that md4c parses */

/* Makes the copy of the body from source offset on; repeated definitions are diagnosed. */
void md_copy_make(struct md_reader *r, uint32_t offset);
void md_copy_free(struct md_copy *copy);
/* md_defs.c: hides `[^label]` (and `*[label]:` at a line start) in text, a copy of the source from
 * base on; true if there was any. */
bool md_defs_mask(struct slice source, char *text, bool *at_line_start);
/* Finds the definitions of footnotes and abbreviations in a masked text. */
void md_defs_find(struct md_reader *r, const char *text, uint32_t len, uint32_t base);
/* Length of a line's quote markers (at most quotes) and blanks (at most columns wide); *indent: how
 * wide those are, 0 when markers are missing. */
uint32_t md_defs_prefix(struct slice line, uint32_t quotes, uint32_t columns, uint32_t *indent);
/* Labels of footnotes are equal without regard to case. */
struct slice md_note_key(struct arena *arena, struct slice label);

/* ---- md_ledger.c: the cursor; positions are of the copy */

uint32_t md_source(struct md_reader *r, uint32_t at);
struct span md_span(struct md_reader *r, uint32_t start, uint32_t end);
/* Bytes start to end belong to what is now open. */
void md_claim(struct md_reader *r, uint32_t start, uint32_t end);
/* Steps over blanks, line ends, quote markers and link definitions to one of the characters; does
 * not claim it. MD_NOWHERE: something else stands there. */
uint32_t md_expect(struct md_reader *r, const char *characters);
/* Steps to the next byte that is not blank, quote marker or definition. */
uint32_t md_seek(struct md_reader *r);
/* The marker of a quote that begins inside r->quotes others; moves there. MD_NOWHERE: none. */
uint32_t md_seek_quote(struct md_reader *r);
/* End of the line that holds `at`, without its line end. */
uint32_t md_line_end(const struct md_reader *r, uint32_t at);
/* After the line end at `at` (CR LF counts as one). */
uint32_t md_line_next(const struct md_reader *r, uint32_t at);
uint32_t md_skip_blanks(const struct md_reader *r, uint32_t at);
/* Past blanks and quote markers at a line's start; *count (may be NULL): how many markers. */
uint32_t md_skip_prefix(const struct md_reader *r, uint32_t at, uint32_t *count);
/* Length of the run of character c at `at`. */
uint32_t md_run(const struct md_reader *r, uint32_t at, char c);
char md_at(const struct md_reader *r, uint32_t at);
/* The part after `]` of a link or picture: claims it. */
void md_claim_tail(struct md_reader *r, const struct md_entry *entry);
/* Diagnoses what was not claimed and definitions that nothing uses; notes are placed before. */
void md_ledger_report(struct md_reader *r);

/* md_link.c: the syntax of links (CommonMark 0.30, 4.7 and 6.3). */

/* A link reference definition at `at` that ends before limit. */
bool md_link_definition(struct md_reader *r, uint32_t at, uint32_t limit,
                        struct md_definition *out);
/* `(address "title")` at `at`: its end, or MD_NOWHERE. */
uint32_t md_link_inline(struct md_reader *r, uint32_t at);
/* `[label]` at `at`: its end, or MD_NOWHERE. */
uint32_t md_link_label(struct md_reader *r, uint32_t at);

/* ---- md_text.c: growing text */

void md_text_put(struct md_reader *r, struct md_text *text, struct slice bytes, uint32_t source,
                 uint32_t source_len);
/* Copy bytes start to end, as they are in the source. */
void md_text_put_range(struct md_reader *r, struct md_text *text, uint32_t start, uint32_t end);
void md_text_clear(struct md_text *text);
void md_text_free(struct md_text *text);
/* The bytes gathered. */
struct slice md_text_slice(const struct md_reader *r, const struct md_text *text);
/* The source offset of byte pos of the text. */
uint32_t md_text_source(const struct md_text *text, size_t pos);
/* Appends bytes from to end of one text to another, places kept. */
void md_text_put_part(struct md_reader *r, struct md_text *text, const struct md_text *from,
                      size_t start, size_t end);
/* Takes count bytes off the front, or off the end, of a TEXT node. */
void md_text_trim(struct doc *doc, struct node *node, size_t front, size_t back);

/* md_entity.c: the character of an entity `&…;` as UTF-8 in out; 0: unknown, or a character that
 * may not stand in a leaflet (then *forbidden). */
size_t md_entity_decode(struct slice entity, char out[8], bool *forbidden);

/* ---- markdown.c */

struct md_entry *md_top(struct md_reader *r);
/* Opens an entry; it is valid until the next. */
struct md_entry *md_push(struct md_reader *r, enum md_kind kind, int type, struct node *node,
                         bool own);
/* Opens a block that holds inline content. */
struct md_entry *md_open_leaf(struct md_reader *r, enum md_kind kind, int type,
                              enum node_kind node);
/* True when nothing may be nested deeper (diagnosed, for what stands at `at`). */
bool md_too_deep(struct md_reader *r, uint32_t at);
/* Closes the topmost entry; its node ends at the cursor. */
void md_close(struct md_reader *r);

/* ---- md_inline.c: md4c's callbacks for what stands in a block */

int md_enter_span(MD_SPANTYPE type, void *detail, void *data);
int md_leave_span(MD_SPANTYPE type, void *detail, void *data);
/* Closes the topmost entry, a span. */
void md_finish_span(struct md_reader *r);
int md_take_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data);
/* Makes a TEXT node of what has gathered. */
void md_flush_text(struct md_reader *r);
/* Opens an inline node in the present parent; at: its first byte. */
struct md_entry *md_open_inline(struct md_reader *r, enum md_kind kind, int type,
                                enum node_kind node, uint32_t at);
/* The link that is open, or NULL: links do not nest. */
struct node *md_link_around(const struct md_reader *r);
/* A picture; alt NULL: nothing says what it shows. */
void md_add_picture(struct md_reader *r, struct slice address, const char *alt, int32_t width,
                    struct slice title, struct span span);
/* Text of entity bytes start to end of the copy. */
void md_put_entity(struct md_reader *r, struct md_text *text, struct slice entity, uint32_t source);

/* md_stray.c: diagnoses what looks like unfinished markup in plain text start to end of the copy:
 * two asterisks that pair with none, a link whose label is not defined. */
void md_stray_check(struct md_reader *r, uint32_t start, uint32_t end);
/* The same for the beginning of a paragraph's line: a # without its space, the bullet of a word
 * processor; told once for a paragraph. */
void md_stray_line(struct md_reader *r, uint32_t at);

/* ---- md_html.c */

/* Takes in the raw HTML that has gathered: honoured tags become nodes, the rest is text. */
void md_html_flush(struct md_reader *r);
/* Closes what tags have opened above stack entry `level`, with a warning. */
void md_html_close(struct md_reader *r, size_t level);

/* ---- md_block.c: what a block becomes once it is whole */

void md_block_finish(struct md_reader *r, struct node *block);
/* Smart quotes, abbreviations, blanks at the ends. */
void md_inline_finish(struct md_reader *r, struct node *block);
/* The open paragraph begins with `[!KIND]` in a quote: makes it a callout, its line so far the
 * label. The entry's node is then a new paragraph. */
void md_callout_begin(struct md_reader *r, struct md_entry *entry);
/* "Table: ..." met something: a table to stand in, or not (NULL). */
void md_caption_meet(struct md_reader *r, struct node *table);

/* ---- md_notes.c, md_abbreviations.c */

/* Makes the nodes of the notes, detached, before anything refers to them. */
void md_notes_begin(struct md_reader *r);
/* A reference `[^label]`, length len, at copy position `at`: a node, or text if undefined. */
void md_note_ref(struct md_reader *r, uint32_t at, uint32_t len);
/* Numbers the notes and puts them into the tree. */
void md_notes_place(struct md_reader *r);
void md_abbreviations_mark(struct md_reader *r, struct node *block);
void md_abbreviations_report(struct md_reader *r);

/* md_inline.c: counts the columns of the line of dashes at a place of the copy; 0: it is something
 * else. */
uint32_t md_delimiter_columns(const struct md_reader *r, uint32_t at);
/* md_inline.c: diagnoses a table of more than MD_MAX_COLUMNS columns whose header row stands at a
 * place of the copy. */
void md_check_columns(struct md_reader *r, uint32_t at, uint32_t columns);

/* The body from offset to the end as blocks below doc->root. */
void read_markdown(struct doc *doc, uint32_t offset, struct diag_list *diags);

#endif
