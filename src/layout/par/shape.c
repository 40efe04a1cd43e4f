#include "layout/par/shape.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "layout/par/autospace.h"
#include "layout/par/faces.h"
#include "layout/par/report.h"
#include "layout/par/wide.h"

/* The first byte of U+3000: below it no letter is of East Asia. */
#define WIDE_LEAD 0xe3

/* Longer words are shaped in parts, so that a text without any space costs no more than others. */
#define WORD_MOST 512u

#define NO_BREAK_SPACE      0x00a0u
#define LINE_SEPARATOR      0x2028u
#define PARAGRAPH_SEPARATOR 0x2029u
#define NEXT_LINE           0x0085u

static const struct text_run *run_at(const struct par_work *work, uint32_t place)
{
    const struct text_run *runs = work->analysis.runs;
    uint32_t low = 0, high = work->analysis.run_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (runs[middle].start <= place)
            low = middle;
        else
            high = middle;
    }
    return &runs[low];
}

/* The locale of a run of text in a span. */
static size_t locale_of(const struct par_work *work, uint32_t span, const char *script)
{
    return font_locale(work->layout->tools->fonts, script, work->spans[span].style.lang);
}

/* Shapes text in the face and level of a chunk; width and glyphs are set. */
static void shape_text(const struct par_work *work, struct par_chunk *chunk, struct slice text,
                       size_t locale)
{
    struct font_shape shape =
        font_shape(work->layout->tools->fonts, chunk->face, text, (chunk->level & 1) != 0, locale,
                   work->params.text.tabular ? FONT_TABULAR : FONT_PROPORTIONAL);
    chunk->glyphs = shape.glyphs;
    chunk->own = NULL;
    chunk->glyph_count = shape.count;
    chunk->rises = shape.rises;
    chunk->width = par_scale(par_face_of(work, chunk), shape.advance);
}

static void shape_chunk(const struct par_work *work, struct par_chunk *chunk, size_t locale)
{
    struct slice text = {work->text.data + chunk->start, chunk->len};
    shape_text(work, chunk, text, locale);
}

void par_shape_part(struct par_work *work, struct par_chunk *part)
{
    shape_chunk(work, part, locale_of(work, part->span, run_at(work, part->start)->script));
    if (work->wide)
        par_wide_trim_part(work, part);
    par_autospace_part(work, part);
}

struct par_chunk par_shape_hyphen(const struct par_work *work, const struct par_chunk *after)
{
    struct par_chunk hyphen = *after;
    size_t locale = locale_of(work, after->span, "Zyyy");
    hyphen.start += after->len;
    hyphen.len = 0;
    shape_text(work, &hyphen, SLICE_LIT("\xe2\x80\x90"), locale);
    if (hyphen.glyph_count == 0 || hyphen.glyphs[0].gid == 0)
        shape_text(work, &hyphen, SLICE_LIT("-"), locale);
    return hyphen;
}

/* --- faces of graphemes ----------------------------------------------------------------------- */

static uint32_t code_point_end(const struct par_work *work, uint32_t place)
{
    size_t at = place;
    utf8_next(buf_slice(&work->text), &at);
    return (uint32_t)at;
}

/* The end of the grapheme cluster at place, not past limit nor longer than a word may be. */
static uint32_t grapheme_end(const struct par_work *work, uint32_t place, uint32_t limit)
{
    uint32_t end = code_point_end(work, place);
    while (end < limit && !(work->analysis.flags[end] & TEXT_GRAPHEME) && end - place < WORD_MOST)
        end = code_point_end(work, end);
    return end;
}

static bool is_line_end(uint32_t c)
{
    return (c >= '\n' && c <= '\r') || c == NEXT_LINE || c == LINE_SEPARATOR ||
           c == PARAGRAPH_SEPARATOR;
}

/* So far a mark looks for a letter. */
#define MARK_SIGHT 32

/* True if a byte may be of a mark that scripts share, such as a dash or a quotation mark. */
static bool may_be_shared(const struct par_work *work, uint32_t start)
{
    const unsigned char *bytes = (const unsigned char *)work->text.data + start;
    return (bytes[0] == 0xe2 && bytes[1] == 0x80) || (bytes[0] == 0xc2 && bytes[1] == 0xb7);
}

/* True if the nearest letter on that side is one of ASCII: blanks and other marks aside. */
static bool sees_latin(const struct par_work *work, size_t at, bool back)
{
    struct slice text = buf_slice(&work->text);
    for (int i = 0; i < MARK_SIGHT && (back ? at > 0 : at < text.len); i++) {
        uint32_t c = back ? utf8_previous(text, &at) : utf8_next(text, &at);
        if (text_is_alnum(c) || text_is_wide(c))
            return c < 0x80;
    }
    return false;
}

/* An apostrophe or quotation mark among Latin words, also in Chinese or Japanese text. */
static bool is_inside_latin(const struct par_work *work, uint32_t start, uint32_t end)
{
    return may_be_shared(work, start) && sees_latin(work, start, true) &&
           sees_latin(work, end, false);
}

/* The face of text [start, *end). A cluster that no face has whole is taken apart: *end moves to
 * its first code point's. FONT_FACE_NONE: nothing to draw, or reported as missing. */
static uint16_t face_of(const struct par_work *work, uint32_t span, uint32_t start, uint32_t *end)
{
    unsigned style = work->spans[span].style.face;
    const char *lang = is_inside_latin(work, start, *end) ? NULL : work->spans[span].style.lang;
    struct slice cluster = {work->text.data + start, *end - start};
    uint16_t face = font_face_for(work->layout->tools->fonts, style, lang, cluster);
    if (face != FONT_FACE_NONE)
        return face;
    size_t first = 0;
    uint32_t code_point = utf8_next(cluster, &first);
    if (first < cluster.len) {
        *end = start + (uint32_t)first;
        cluster.len = first;
        face = font_face_for(work->layout->tools->fonts, style, lang, cluster);
    }
    if (face == FONT_FACE_NONE && !text_is_ignorable(code_point))
        par_report_missing(work, span, start, code_point);
    return face;
}

/* --- chunks ----------------------------------------------------------------------------------- */

struct chunk_shaper {
    struct par_work *work;
    uint32_t span, limit; /* chunks end before limit */
    const struct text_run *run;
    size_t locale; /* of the span in the run */
    struct par_main_face main;
};

static inline struct par_chunk *add_chunk(const struct chunk_shaper *shaper,
                                          enum par_chunk_kind kind, uint16_t face, uint32_t start,
                                          uint32_t end)
{
    struct par_work *work = shaper->work;
    struct par_chunk *chunk = MEM_PUSH(work->chunks, work->chunk_count, work->chunk_cap);
    *chunk = (struct par_chunk){.start = start,
                                .len = end - start,
                                .span = shaper->span,
                                .face = face,
                                .level = shaper->run->level,
                                .kind = (uint8_t)kind};
    return chunk;
}

/* A space takes the face of the word before it, so that a phrase in one face is one run. */
static uint16_t space_face(const struct chunk_shaper *shaper)
{
    const struct par_work *work = shaper->work;
    if (work->chunk_count > 0) {
        const struct par_chunk *last = &work->chunks[work->chunk_count - 1];
        if (last->span == shaper->span && last->level == shaper->run->level &&
            last->face != FONT_FACE_NONE && par_face_of(work, last)->space.count > 0)
            return last->face;
    }
    return shaper->main.face;
}

/* The gap between a number and its unit is narrower, so that the eye takes them as one; not in
 * code, where spaces line up what stands below one another. */
static bool is_unit_gap(const struct chunk_shaper *shaper, uint32_t place)
{
    const struct par_work *work = shaper->work;
    return (work->analysis.flags[place] & TEXT_UNIT_GAP) && !work->params.preformatted &&
           !(work->spans[shaper->span].style.face & FONT_MONO);
}

static void add_space(const struct chunk_shaper *shaper, enum par_chunk_kind kind, uint32_t start,
                      uint32_t end)
{
    struct par_work *work = shaper->work;
    uint16_t face = space_face(shaper);
    struct par_chunk *chunk = add_chunk(shaper, kind, face, start, end);
    if (face == FONT_FACE_NONE)
        return;
    const struct par_face *entry = par_face_of(work, chunk);
    chunk->glyphs = entry->space.glyphs;
    chunk->glyph_count = entry->space.count;
    chunk->rises = entry->space.rises;
    chunk->width = par_scale(entry, entry->space.advance);
    if (is_unit_gap(shaper, start))
        chunk->width = chunk->width * PAR_UNIT_GAP_PERCENT / 100;
}

/* White space of another width (em space, ideographic space) is shaped as it is. */
static void add_wide_space(const struct chunk_shaper *shaper, uint32_t start, uint32_t end)
{
    struct slice text = {shaper->work->text.data + start, end - start};
    const struct par_style *style = &shaper->work->spans[shaper->span].style;
    uint16_t face =
        font_face_for(shaper->work->layout->tools->fonts, style->face, style->lang, text);
    if (face == FONT_FACE_NONE) {
        add_space(shaper, PAR_CHUNK_SPACE, start, end);
        return;
    }
    shape_chunk(shaper->work, add_chunk(shaper, PAR_CHUNK_SPACE, face, start, end), shaper->locale);
}

/* A space that follows a space shows nothing in running text; it still gets a chunk, of no width,
 * so that breaks around it are seen. */
static bool is_collapsed(const struct par_work *work)
{
    if (work->params.preformatted)
        return false;
    if (work->chunk_count == 0)
        return true;
    uint8_t kind = work->chunks[work->chunk_count - 1].kind;
    return kind == PAR_CHUNK_SPACE || kind == PAR_CHUNK_END;
}

static uint32_t take_space(struct chunk_shaper *shaper, uint32_t start, uint32_t code_point)
{
    uint32_t end = code_point_end(shaper->work, start);
    if (code_point == NO_BREAK_SPACE) {
        add_space(shaper, PAR_CHUNK_TIE, start, end);
    } else if (is_collapsed(shaper->work)) {
        add_chunk(shaper, PAR_CHUNK_SPACE, FONT_FACE_NONE, start, end);
    } else if (code_point == ' ') {
        add_space(shaper, PAR_CHUNK_SPACE, start, end);
    } else {
        add_wide_space(shaper, start, end);
    }
    return end;
}

static bool is_main_ascii(const struct chunk_shaper *shaper, uint32_t place)
{
    const uint8_t *flags = shaper->work->analysis.flags;
    return shaper->main.ascii && (unsigned char)shaper->work->text.data[place] < 0x80 &&
           (flags[place + 1] & TEXT_GRAPHEME);
}

/* True if a word must end before place. */
static bool ends_word(const struct chunk_shaper *shaper, uint32_t start, uint32_t place)
{
    const struct par_work *work = shaper->work;
    uint8_t flags = work->analysis.flags[place];
    if (flags == TEXT_GRAPHEME && (unsigned char)work->text.data[place] < 0x80)
        return work->text.data[place] == '\n';
    size_t at = place;
    uint32_t next = utf8_next(buf_slice(&work->text), &at);
    if ((flags & (TEXT_SPACE | TEXT_MUST_BREAK)) || next == NO_BREAK_SPACE || is_line_end(next))
        return true;
    if (!(flags & TEXT_BREAK) || place == start)
        return false;
    at = place;
    return utf8_previous(buf_slice(&work->text), &at) != SOFT_HYPHEN;
}

/* How many of UTF8_PIECE bytes go on a word: ASCII but the line end, and no break before them. */
static unsigned plain_graphemes(const uint8_t *flags, const unsigned char *bytes)
{
    uint64_t piece = utf8_piece(bytes), line_end = piece ^ UTF8_EACH * '\n';
    uint64_t feeds = ~((line_end & UTF8_EACH * 0x7f) + UTF8_EACH * 0x7f) & UTF8_EACH * 0x80;
    return utf8_zeros((utf8_piece(flags) ^ UTF8_EACH * TEXT_GRAPHEME) |
                      ((piece | feeds) & UTF8_EACH * 0x80));
}

/* The end of the letters from place on that have the main face and no break between them; place
 * where the first is not such a one. */
static uint32_t main_ascii_end(const struct chunk_shaper *shaper, uint32_t place)
{
    const struct par_work *work = shaper->work;
    const unsigned char *bytes = (const unsigned char *)work->text.data;
    const uint8_t *flags = work->analysis.flags;
    uint32_t end = place + 1, limit = shaper->limit;
    if (!is_main_ascii(shaper, place))
        return place;
    if (limit - place > WORD_MOST)
        limit = place + WORD_MOST;
    while (limit - end >= UTF8_PIECE) {
        unsigned count = plain_graphemes(flags + end, bytes + end);
        end += count;
        if (count < UTF8_PIECE)
            limit = end;
    }
    while (end < limit && flags[end] == TEXT_GRAPHEME && bytes[end] < 0x80 && bytes[end] != '\n')
        end++;
    return flags[end] & TEXT_GRAPHEME ? end : end - 1; /* a mark follows the last */
}

/* True for a cluster of its own that shows nothing and shapes its neighbours, such as the vowel
 * separator of Mongolian: it stays with the word around it. */
static bool is_invisible(const struct par_work *work, uint32_t place)
{
    size_t at = place;
    uint32_t c = utf8_next(buf_slice(&work->text), &at);
    return c >= 0x300 && text_is_ignorable(c);
}

/* The longest word from start: one face, no break but at soft hyphens. */
static uint32_t take_word(struct chunk_shaper *shaper, uint32_t start)
{
    struct par_work *work = shaper->work;
    uint32_t place = main_ascii_end(shaper, start);
    uint16_t face = place > start ? shaper->main.face : FONT_FACE_NONE;
    while (place < shaper->limit && place - start < WORD_MOST) {
        if (place > start && ends_word(shaper, start, place))
            break;
        uint32_t end = place + 1;
        uint16_t next = shaper->main.face;
        if (!is_main_ascii(shaper, place)) {
            work->wide = work->wide || (unsigned char)work->text.data[place] >= WIDE_LEAD;
            end = grapheme_end(work, place, shaper->limit);
            next = place > start && is_invisible(work, place)
                       ? face
                       : face_of(work, shaper->span, place, &end);
        }
        if (place > start && next != face)
            break;
        face = next;
        place = end;
        if (face == FONT_FACE_NONE)
            return place; /* nothing is kept of it */
    }
    shape_chunk(work, add_chunk(shaper, PAR_CHUNK_WORD, face, start, place), shaper->locale);
    return place;
}

static void take_text(struct chunk_shaper *shaper, uint32_t start, uint32_t end)
{
    struct par_work *work = shaper->work;
    shaper->limit = end;
    while (start < end) {
        size_t at = start;
        uint32_t code_point = utf8_next(buf_slice(&work->text), &at);
        if (is_line_end(code_point)) {
            add_chunk(shaper, PAR_CHUNK_END, FONT_FACE_NONE, start, (uint32_t)at);
            start = (uint32_t)at;
        } else if ((work->analysis.flags[start] & TEXT_SPACE) || code_point == NO_BREAK_SPACE) {
            start = take_space(shaper, start, code_point);
        } else {
            start = take_word(shaper, start);
        }
    }
}

/* The parts of a text span by its level and script. */
static void take_runs(struct chunk_shaper *shaper, const struct par_span *span)
{
    const struct text_analysis *analysis = &shaper->work->analysis;
    const struct text_run *end = analysis->runs + analysis->run_count;
    uint32_t place = span->start, span_end = span->start + span->len;
    while (place < span_end) {
        while (shaper->run + 1 < end && shaper->run[1].start <= place)
            shaper->run++;
        uint32_t run_end = shaper->run + 1 < end ? shaper->run[1].start : span_end;
        if (run_end > span_end)
            run_end = span_end;
        shaper->locale = locale_of(shaper->work, shaper->span, shaper->run->script);
        take_text(shaper, place, run_end);
        place = run_end;
    }
}

static void take_object(const struct chunk_shaper *shaper, const struct par_span *span)
{
    struct par_chunk *chunk =
        add_chunk(shaper, PAR_CHUNK_OBJECT, FONT_FACE_NONE, span->start, span->start + span->len);
    chunk->level = run_at(shaper->work, span->start)->level;
    chunk->width = span->object_width;
}

/* A footnote's number never starts a line: no break between it and the word before it, also where
 * a blank was written there. */
static void bind_note_ref(struct par_work *work, const struct par_span *span)
{
    if (span->node && span->node->kind == NODE_NOTE_REF && span->start > 0)
        work->analysis.flags[span->start] &= (uint8_t)~TEXT_BREAK;
}

void par_shape(struct par_work *work)
{
    work->chunk_count = 0;
    work->wide = false;
    buf_put(&work->text, "", 0); /* data is NUL-terminated also when empty */
    struct slice text = buf_slice(&work->text);
    text_analyse(work->layout->tools->text, text, work->params.rtl ? TEXT_RTL : TEXT_LTR,
                 work->lang, &work->layout->scratch, &work->analysis);
    work->breaks_inside = slice_find_string(text, "\xc2\xad") < text.len;
    struct chunk_shaper shaper = {.work = work, .run = work->analysis.runs};
    for (size_t i = 0; i < work->span_count; i++) {
        const struct par_span *span = &work->spans[i];
        shaper.span = (uint32_t)i;
        switch (span->kind) {
        case PAR_SPAN_CONTROL: break;
        case PAR_SPAN_END:
            add_chunk(&shaper, PAR_CHUNK_END, FONT_FACE_NONE, span->start, span->start + span->len);
            break;
        case PAR_SPAN_OBJECT: take_object(&shaper, span); break;
        case PAR_SPAN_TEXT:
            bind_note_ref(work, span);
            shaper.main = par_main_face(work, span->style.face);
            take_runs(&shaper, span);
            break;
        }
    }
    if (work->analysis.run_count > 1)
        par_even_spaces(work);
    if (slice_find_string(text, "\xe2\x98") < text.len)
        par_part_boxes(work);
    if (work->wide) {
        par_wide_trim(work);
        par_autospace(work);
    }
}
