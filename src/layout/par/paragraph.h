/* What a paragraph is asked to be and what it is once it is set. Lines hold frame items whose boxes
 * are relative to the line: x from the left edge of the measure, y from the line's top. Results
 * live in the arena of the lines, their glyphs in that of the frames. Types only; only layout/
 * includes it. */
#pragma once

#include "frame/frame.h"
#include "style/style.h"

enum par_align { PAR_START, PAR_CENTRE, PAR_END };

struct par_params {
    struct style_text text; /* of plain text in the block */
    unit measure;
    bool justified;
    bool hyphenate;
    bool names_whole;  /* but for words with a capital letter, where a language writes names so */
    bool balance;      /* headings */
    bool preformatted; /* code blocks: lines end at \n; spaces keep their width; a line that
                          is too long breaks at spaces or graphemes, continuation indented */
    enum par_align align; /* start and end follow the paragraph's direction */
    bool rtl;             /* base direction of the block (node dir resolved by the caller) */
    bool parts;           /* par_widths: lines may part what belongs together ("5 mg") */
    bool overfull_told;   /* that words are too wide is told already, of the whole block */
};

struct par_line {
    struct frame_item *items; /* logical order; LINK areas after the text they cover */
    uint32_t count;
    unit height;   /* leading, or more if a picture needs it */
    unit baseline; /* from the line's top */
    unit width;    /* natural width of what is set (for tables and tests) */
    bool hyphened; /* it ends within a word: with a hyphen */
    uint32_t note_count;
    const struct node **notes; /* footnotes first called in this line, in order */
};

struct par {
    struct par_line *lines;
    uint32_t count;
    unit width; /* of the widest line */
};
