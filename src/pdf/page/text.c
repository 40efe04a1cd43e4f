/* Runs right to left move the pen back by displacements, so that the order of codes stays that of
 * reading. */
#include "pdf/page/text.h"

#include <math.h>

#include "base/mem.h"
#include "pdf/file/syntax.h"

/* A displacement below this (1/1000 em) is left to add up: at 13 pt it is 0.02 pt. */
#define TOLERANCE 2
/* So much larger, in 1/1024 pt, is a glyph that stays apart from what stands before it. */
#define APART 10
/* The text of a hyphen that only the line's end has brought (14.8.2.2.3): readers join the word. */
#define SOFT_HYPHEN "\xC2\xAD"
/* The longest form of one glyph: ")-1234567890(" and two escaped bytes. */
#define GLYPH_MOST 24u

static void set_font(struct content *content, const struct frame_item *run)
{
    struct pdf *pdf = content->pdf;
    if (content->face == run->face && content->size == run->u.glyphs.size)
        return;
    const char **name = &content->names[run->face];
    if (!*name)
        *name = haru_page_font(pdf->haru, content->page, pdf->fonts->faces[run->face].object);
    struct buf *out = content->out;
    content_end_array(content);
    buf_put_char(out, '/');
    buf_put_string(out, *name);
    buf_put_char(out, ' ');
    buf_put_fixed(out, run->u.glyphs.size, 1024, 3);
    buf_put_string(out, " Tf\n");
    content->face = run->face;
    content->size = run->u.glyphs.size;
}

/* Moves to the baseline of a run; on the same line the pen stays and TJ bridges the gap. */
static void move_to(struct content *content, int64_t x, int64_t baseline)
{
    int64_t y = content_up(content, baseline);
    bool fresh = content->line_x == 0 && content->line_y == 0;
    if (content->line_y == y && !fresh)
        return;
    content_end_array(content);
    int64_t left = pdf_centi(x);
    content_put_point(content, left - content->line_x, y - content->line_y);
    buf_put_string(content->out, "Td\n");
    content->line_x = left;
    content->line_y = y;
    content->pen = left * 10240; /* 1/100 pt is 10.24 units, each 1000 here */
}

static void set_rise(struct content *content, int64_t rise)
{
    if (content->rise == rise)
        return;
    content_end_array(content);
    pdf_put_centi(content->out, rise);
    buf_put_string(content->out, " Ts\n");
    content->rise = (int32_t)rise;
}

/* Horizontal scaling (9.3.4) in percent: one value a line. */
static void set_expanded(struct content *content, int32_t expanded)
{
    if (content->expanded == expanded)
        return;
    content_end_array(content);
    buf_put_fixed(content->out, 1000 + expanded, 10, 1);
    buf_put_string(content->out, " Tz\n");
    content->expanded = expanded;
}

static char *put_number(char *at, int64_t value)
{
    char digits[20];
    int count = 0;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    if (value < 0)
        *at++ = '-';
    do {
        digits[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    while (count > 0)
        *at++ = digits[--count];
    return at;
}

/* What stands behind a backslash for bytes that a string does not hold as they are (7.3.4.2). */
static const char escapes[256] = {['('] = '(', [')'] = ')', ['\\'] = '\\', ['\r'] = 'r'};

static char *put_code_byte(char *at, unsigned byte)
{
    if (escapes[byte])
        *at++ = '\\';
    *at++ = escapes[byte] ? escapes[byte] : (char)byte;
    return at;
}

/* A glyph's code: as a rule below 256. */
static inline char *put_code(char *at, unsigned code)
{
    if (code < 256 && !escapes[code]) {
        at[0] = 0;
        at[1] = (char)code;
        return at + 2;
    }
    return put_code_byte(put_code_byte(at, code >> 8), code & 255);
}

/* One array of pieces, all at the same height. */
static void put_array(struct content *content, const struct frame_item *run,
                      const struct face_use *face, const struct pdf_piece *pieces, uint32_t count)
{
    struct buf *out = content->out;
    const uint16_t *codes = face->subset.new_gid, *widths = face->widths;
    /* Scaling takes in widths and displacements (9.4.4); here all is 1000 times finer for it. */
    int64_t size = (int64_t)run->u.glyphs.size * (1000 + run->u.glyphs.expanded);
    int64_t pen = content->pen * 1000, least = (2 * TOLERANCE - 1) * size;
    content_begin_array(content);
    MEM_RESERVE(out->data, out->cap, out->len + (size_t)count * GLYPH_MOST + 8);
    char *at = out->data + out->len;
    bool open = false;
    for (uint32_t i = 0; i < count; i++) {
        int64_t ahead = pen - ((int64_t)run->box.x + pieces[i].x) * 1000000;
        if (2 * ahead >= least || 2 * ahead <= -least) { /* rounded, that is TOLERANCE or more */
            int64_t adjust = (2 * ahead + (ahead < 0 ? -size : size)) / (2 * size);
            if (open)
                *at++ = ')';
            open = false;
            at = put_number(at, adjust);
            pen -= adjust * size;
        }
        if (!open)
            *at++ = '(';
        open = true;
        at = put_code(at, codes[pieces[i].glyph]);
        pen += widths[pieces[i].glyph] * size;
    }
    if (open)
        *at++ = ')';
    content->pen = pen / 1000;
    out->len = (size_t)(at - out->data);
    *at = '\0';
}

/* Right to left, each glyph has an array of its own: PDFium takes those of a line by their places,
 * the glyphs of one array in their order from left to right. pdf.js turns round what it takes for
 * one item: a glyph of marks stays apart by its size, others by their places. */
static void put_backwards(struct content *content, const struct frame_item *run,
                          const struct face_use *face, const struct pdf_piece *pieces,
                          uint32_t count)
{
    struct frame_item larger = *run;
    larger.u.glyphs.size += APART;
    content_end_array(content);
    for (uint32_t i = 0; i < count; i++) {
        const struct frame_item *as =
            pdf_point(pieces[i].first) == PDF_MARK && run->u.glyphs.turn == 0 ? &larger : run;
        set_font(content, as);
        put_array(content, as, face, pieces + i, 1);
        content_end_array(content);
    }
}

/* Draws pieces, split where the height changes. */
static void put_pieces(struct content *content, const struct frame_item *run,
                       const struct pdf_piece *pieces, uint32_t count)
{
    const struct face_use *face = &content->pdf->fonts->faces[run->face];
    if (run->u.glyphs.turn == 0)
        content_set_fill(content, run->u.glyphs.colour);
    set_font(content, run);
    set_expanded(content, run->u.glyphs.expanded);
    if (run->u.glyphs.turn == 0)
        move_to(content, run->box.x, run->u.glyphs.baseline);
    for (uint32_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && pieces[end].y == pieces[i].y; end++) {
        }
        set_rise(content, pdf_centi(pieces[i].y));
        if (run->rtl)
            put_backwards(content, run, face, pieces + i, end - i);
        else
            put_array(content, run, face, pieces + i, end - i);
    }
}

/* Words of a run that must be told by ActualText apart from those that spell themselves. */
struct run_words {
    struct pdf_piece *pieces; /* of what is not drawn yet */
    uint32_t count;
    const char *start; /* of its text */
};

static void put_words(struct content *content, const struct frame_item *run,
                      struct run_words *words, const char *stop, bool spells)
{
    if (words->count == 0)
        return;
    struct slice text = {words->start, (size_t)(stop - words->start)};
    if (spells)
        content_mark(content, run, true);
    else
        content_mark_actual(content, run, text);
    put_pieces(content, run, words->pieces, words->count);
    words->count = 0;
    words->start = stop;
}

/* Word by word: a word whose glyphs do not spell it is wrapped as a whole, as readers take each
 * sequence for a piece of its own. */
static void put_by_words(struct content *content, const struct frame_item *run)
{
    struct pdf *pdf = content->pdf;
    struct arena_mark mark = arena_mark_get(&pdf->arena);
    uint32_t most = pdf_fonts_piece_most(run);
    struct run_words words = {.pieces = ARENA_ARRAY(&pdf->arena, most, struct pdf_piece),
                              .start = run->u.glyphs.text.ptr};
    bool spells = true;
    for (struct pdf_cluster cluster = {0}; pdf_cluster_next(run, &cluster);) {
        bool space = pdf_cluster_is_space(&cluster);
        bool said = pdf_fonts_says(pdf->fonts, run, &cluster);
        if (space && !spells) { /* the end of a word that needs help */
            put_words(content, run, &words, cluster.text.ptr, false);
            spells = true;
        }
        words.count += pdf_fonts_pieces(pdf->fonts, run, &cluster, words.pieces + words.count);
        spells = spells && said;
        if (space && spells)
            put_words(content, run, &words, cluster.text.ptr + cluster.text.len, true);
    }
    put_words(content, run, &words, run->u.glyphs.text.ptr + run->u.glyphs.text.len, spells);
    arena_reset(&pdf->arena, mark);
}

static void put_run(struct content *content, const struct frame_item *run, bool plain)
{
    struct pdf *pdf = content->pdf;
    struct arena_mark mark = arena_mark_get(&pdf->arena);
    uint32_t most = plain ? run->u.glyphs.count : pdf_fonts_piece_most(run), count = 0;
    struct pdf_piece *pieces = ARENA_ARRAY(&pdf->arena, most, struct pdf_piece);
    if (plain)
        count = pdf_fonts_plain_pieces(pdf->fonts, run, pieces);
    for (struct pdf_cluster cluster = {0}; !plain && pdf_cluster_next(run, &cluster);)
        count += pdf_fonts_pieces(pdf->fonts, run, &cluster, pieces + count);
    put_pieces(content, run, pieces, count);
    arena_reset(&pdf->arena, mark);
}

/* A turned run (the draft mark across the page) has a text object and a matrix of its own. */
static void put_turned(struct content *content, const struct frame_item *run, bool plain)
{
    struct buf *out = content->out;
    double angle = run->u.glyphs.turn * 3.14159265358979323846 / 180;
    int64_t cosine = llround(cos(angle) * 10000), sine = llround(sin(angle) * 10000);
    const int64_t matrix[] = {cosine, sine, -sine, cosine};
    content_mark(content, run, false);
    content_set_fill(content, run->u.glyphs.colour);
    content_begin_text(content);
    for (int i = 0; i < 4; i++) {
        buf_put_fixed(out, matrix[i], 10000, 4);
        buf_put_char(out, ' ');
    }
    content_put_point(content, pdf_centi(run->box.x), content_up(content, run->u.glyphs.baseline));
    buf_put_string(out, "Tm\n");
    content->pen = (int64_t)run->box.x * 1000;
    put_run(content, run, plain);
    content_end_text(content);
}

void content_put_glyphs(struct content *content, const struct frame_item *run, uint32_t item)
{
    struct pdf *pdf = content->pdf;
    if (run->u.glyphs.count == 0 || run->u.glyphs.size <= 0)
        return;
    enum pdf_run shown = pdf_fonts_run(pdf->fonts, content->page, item);
    if (run->u.glyphs.turn != 0) {
        put_turned(content, run, shown == PDF_RUN_PLAIN);
    } else if (run->actual) {
        struct slice text = run->u.glyphs.text;
        content_mark_actual(content, run, text.len > 0 ? text : SLICE_LIT(SOFT_HYPHEN));
        put_run(content, run, false);
    } else if (shown == PDF_RUN_ACTUAL) {
        put_by_words(content, run);
    } else {
        content_mark(content, run, true);
        put_run(content, run, shown == PDF_RUN_PLAIN);
    }
}
