#include "pdf/font/fonts.h"

#include <string.h>

#include "base/mem.h"

struct pdf_text pdf_fonts_text(const struct pdf_fonts *fonts, const struct face_use *face,
                               uint32_t glyph)
{
    if (glyph >= face->glyph_count)
        return face->made[glyph - face->glyph_count].text;
    uint32_t value = face->map[glyph];
    if (value & MAP_LIST)
        return fonts->lists[value - MAP_LIST];
    struct pdf_text text = {.count = value != 0 && value != MAP_NOTHING, .points = {value}};
    return text;
}

static void set_map(struct pdf_fonts *fonts, struct face_use *face, uint32_t glyph,
                    const struct pdf_text *text)
{
    if (face->map[glyph] != 0 || text->count == 0)
        return;
    if (text->count == 1) {
        face->map[glyph] = text->points[0];
        return;
    }
    face->map[glyph] = MAP_LIST + fonts->list_count;
    *MEM_PUSH(fonts->lists, fonts->list_count, fonts->list_cap) = *text;
}

/* A glyph number that the face has; anything else is glyph 0. */
static uint32_t glyph_at(const struct face_use *face, const struct frame_item *run, uint32_t i)
{
    uint32_t glyph = run->u.glyphs.glyphs[i].gid;
    return glyph < face->glyph_count ? glyph : 0;
}

/* True if the glyphs of the cluster spell its text by ToUnicode. */
static bool spells(const struct pdf_fonts *fonts, const struct frame_item *run,
                   const struct pdf_cluster *cluster)
{
    const struct face_use *face = &fonts->faces[run->face];
    struct pdf_text wanted;
    uint32_t at = 0;
    if (!pdf_cluster_text(cluster, &wanted))
        return false;
    for (uint32_t i = 0; i < cluster->end - cluster->first; i++) {
        struct pdf_text text =
            pdf_fonts_text(fonts, face, glyph_at(face, run, pdf_cluster_glyph(run, cluster, i)));
        if (text.count > wanted.count - at ||
            memcmp(text.points, wanted.points + at, text.count * sizeof *text.points) != 0)
            return false;
        at += text.count;
    }
    return at == wanted.count;
}

/* Right to left, a glyph is shown as it is only if PDFium takes it for one of its line. */
static bool stays(const struct pdf_fonts *fonts, const struct frame_item *run, uint32_t glyph)
{
    return !run->rtl || font_glyph_on_line(fonts->set, run->face, (uint16_t)glyph);
}

/* True for a cluster that its glyph shows as it is: on the line, and a character a glyph where
 * readers part or turn round what they take for one: right to left, and where marks are in it. */
static bool is_plain(const struct pdf_fonts *fonts, const struct frame_item *run,
                     const struct pdf_cluster *cluster)
{
    struct pdf_text text;
    if ((cluster->first == 0 && run->u.glyphs.room_before > 0) ||
        (cluster->end == run->u.glyphs.count && run->u.glyphs.room_after > 0))
        return false;
    if (cluster->end - cluster->first != 1 || frame_glyph_up(run, cluster->first) != 0 ||
        !stays(fonts, run, run->u.glyphs.glyphs[cluster->first].gid) ||
        !spells(fonts, run, cluster) || !pdf_cluster_text(cluster, &text))
        return false;
    bool plain = !run->rtl || text.count <= 1;
    for (uint32_t i = 1; i < text.count; i++)
        plain = plain && pdf_point(text.points[i]) == PDF_LETTER;
    return plain;
}

bool pdf_fonts_says(const struct pdf_fonts *fonts, const struct frame_item *run,
                    const struct pdf_cluster *cluster)
{
    struct pdf_piece pieces[CLUSTER_MOST];
    return is_plain(fonts, run, cluster) || pdf_shapes_get(fonts, run, cluster, pieces) > 0 ||
           spells(fonts, run, cluster);
}

uint32_t pdf_fonts_piece_most(const struct frame_item *run)
{
    return run->u.glyphs.count + (uint32_t)run->u.glyphs.text.len + CLUSTER_MOST;
}

/* A glyph as the run has it. What it says matters only right to left. */
static struct pdf_piece own_piece(const struct pdf_fonts *fonts, const struct frame_item *run,
                                  uint32_t place)
{
    const struct frame_glyph *glyph = &run->u.glyphs.glyphs[place];
    const struct face_use *face = &fonts->faces[run->face];
    struct pdf_piece piece = {glyph_at(face, run, place), glyph->x, frame_glyph_up(run, place), 0};
    if (run->rtl) {
        struct pdf_text text = pdf_fonts_text(fonts, face, piece.glyph);
        piece.first = text.count > 0 ? text.points[0] : 0;
    }
    return piece;
}

uint32_t pdf_fonts_pieces(const struct pdf_fonts *fonts, const struct frame_item *run,
                          const struct pdf_cluster *cluster, struct pdf_piece *out)
{
    uint32_t count = 0;
    if (!run->actual && !is_plain(fonts, run, cluster))
        count = pdf_shapes_get(fonts, run, cluster, out);
    if (count > 0)
        return count;
    for (; count < cluster->end - cluster->first; count++)
        out[count] = own_piece(fonts, run, pdf_cluster_glyph(run, cluster, count));
    return count;
}

uint32_t pdf_fonts_plain_pieces(const struct pdf_fonts *fonts, const struct frame_item *run,
                                struct pdf_piece *out)
{
    const struct frame_glyph *glyphs = run->u.glyphs.glyphs;
    uint32_t count = run->u.glyphs.count, most = fonts->faces[run->face].glyph_count;
    if (run->rtl || run->u.glyphs.ups) {
        for (uint32_t i = 0; i < count; i++)
            out[i] = own_piece(fonts, run, i);
        return count;
    }
    for (uint32_t i = 0; i < count; i++)
        out[i] = (struct pdf_piece){glyphs[i].gid < most ? glyphs[i].gid : 0, glyphs[i].x, 0, 0};
    return count;
}

static struct face_use *use_face(struct pdf_fonts *fonts, uint16_t number)
{
    struct face_use *face = &fonts->faces[number];
    if (!face->used) {
        face->glyph_count = font_glyph_count(fonts->set, number);
        if (face->glyph_count == 0)
            face->glyph_count = 1;
        face->used = ARENA_ARRAY(&fonts->arena, face->glyph_count, bool);
        face->map = ARENA_ARRAY(&fonts->arena, face->glyph_count, uint32_t);
        face->used[0] = true;
    }
    return face;
}

/* True if most clusters of the run can be read by read_letter. */
static bool has_letters(const struct frame_item *run)
{
    return !run->actual && !run->rtl && !run->u.glyphs.ups &&
           run->u.glyphs.room_before + run->u.glyphs.room_after == 0;
}

/* The usual cluster, of such a run: a glyph for a character of ASCII, and no more is to be seen.
 * False, and nothing done: it is another, or its glyph says something else. */
static inline bool read_letter(struct face_use *face, uint32_t glyph, char character)
{
    uint32_t c = (unsigned char)character;
    if (c < 32 || c > 126 || glyph >= face->glyph_count ||
        (face->map[glyph] != c && face->map[glyph] != 0))
        return false;
    face->map[glyph] = c;
    face->used[glyph] = true;
    return true;
}

/* The usual run: nothing but such clusters. */
static bool read_plain_run(struct face_use *face, const struct frame_item *run)
{
    const struct frame_glyph *glyphs = run->u.glyphs.glyphs;
    struct slice text = run->u.glyphs.text;
    uint32_t i = 0;
    if (text.len != run->u.glyphs.count || !has_letters(run))
        return false;
    while (i < text.len && glyphs[i].cluster == i && read_letter(face, glyphs[i].gid, text.ptr[i]))
        i++;
    return i == text.len;
}

/* The text of a glyph that is a cluster. */
static void map_alone(struct pdf_fonts *fonts, struct face_use *face, uint32_t glyph,
                      const struct pdf_text *text)
{
    if (face->map[glyph] == MAP_NOTHING && text->count > 0)
        face->map[glyph] = 0;
    set_map(fonts, face, glyph, text);
    if (face->map[glyph] == 0)
        face->map[glyph] = MAP_NOTHING;
}

/* Maps the glyphs that stand alone for their text; true if all do and no more is to be seen. */
static bool read_run(struct pdf_fonts *fonts, const struct frame_item *run)
{
    struct face_use *face = use_face(fonts, run->face);
    if (read_plain_run(face, run))
        return true;
    bool simple = true, letters = has_letters(run);
    struct pdf_text text;
    for (struct pdf_cluster cluster = {0}; pdf_cluster_next(run, &cluster);) {
        if (letters && cluster.end - cluster.first == 1 && cluster.text.len == 1 &&
            read_letter(face, run->u.glyphs.glyphs[cluster.first].gid, *cluster.text.ptr))
            continue;
        for (uint32_t i = cluster.first; i < cluster.end; i++)
            face->used[glyph_at(face, run, i)] = true;
        bool alone = cluster.end - cluster.first == 1;
        if (alone && !run->actual && pdf_cluster_text(&cluster, &text))
            map_alone(fonts, face, glyph_at(face, run, cluster.first), &text);
        simple = simple && alone && is_plain(fonts, run, &cluster);
    }
    return simple && !run->actual;
}

/* Gives texts to the glyphs of a cluster of several that have none yet: its characters one by
 * one; more glyphs than characters share in nothing, fewer leave the rest to the last. */
static void map_cluster(struct pdf_fonts *fonts, const struct frame_item *run,
                        const struct pdf_cluster *cluster)
{
    struct face_use *face = &fonts->faces[run->face];
    struct pdf_text text;
    uint32_t glyphs = cluster->end - cluster->first, at = 0;
    if (run->actual || !pdf_cluster_text(cluster, &text))
        text.count = 0;
    for (uint32_t i = 0; i < glyphs; i++) {
        uint32_t glyph = glyph_at(face, run, pdf_cluster_glyph(run, cluster, i));
        uint32_t known = pdf_fonts_text(fonts, face, glyph).count;
        struct pdf_text part = {0};
        while (at < text.count && (part.count == 0 || i + 1 == glyphs))
            part.points[part.count++] = text.points[at++];
        if (known > 1)
            at += known - 1;
        if (part.count == 0 && face->map[glyph] == 0)
            face->map[glyph] = MAP_NOTHING;
        set_map(fonts, face, glyph, &part);
    }
}

/* Makes glyphs for the clusters of a run that have none of their own; false if some must do with
 * those that they have, which then get texts. */
static bool make_run(struct pdf_fonts *fonts, const struct frame_item *run)
{
    bool made = !run->actual;
    for (struct pdf_cluster cluster = {0}; pdf_cluster_next(run, &cluster);) {
        if (!run->actual &&
            (is_plain(fonts, run, &cluster) || pdf_shapes_make(fonts, run, &cluster)))
            continue;
        map_cluster(fonts, run, &cluster);
        made = false;
    }
    return made;
}

static bool needs_text(struct pdf_fonts *fonts, const struct frame_item *run)
{
    bool needs = run->actual;
    for (struct pdf_cluster cluster = {0}; pdf_cluster_next(run, &cluster) && !needs;)
        needs = !pdf_fonts_says(fonts, run, &cluster);
    return needs;
}

/* Three passes: glyphs that stand alone first, as they are the surest; then those in clusters; then
 * what remains to be said by ActualText. Only runs that were not plain are seen again. */
static void read_pass(struct pdf_fonts *fonts, int pass)
{
    size_t at = 0;
    for (uint32_t i = 0; i < fonts->frames->page_count; i++) {
        const struct frame_page *page = &fonts->frames->pages[i];
        fonts->page_start[i] = (uint32_t)at;
        for (uint32_t j = 0; j < page->count; j++, at++) {
            const struct frame_item *run = &page->items[j];
            if (run->kind != FRAME_GLYPHS)
                continue;
            if (pass == 0 && !read_run(fonts, run))
                fonts->runs[at] = PDF_RUN_MADE;
            if (pass == 1 && fonts->runs[at] == PDF_RUN_MADE && !make_run(fonts, run))
                fonts->runs[at] = PDF_RUN_ACTUAL;
            if (pass == 2 && fonts->runs[at] == PDF_RUN_ACTUAL && !needs_text(fonts, run))
                fonts->runs[at] = PDF_RUN_MADE;
        }
    }
}

static void count_items(struct pdf_fonts *fonts)
{
    size_t items = 0;
    for (uint32_t i = 0; i < fonts->frames->page_count; i++) {
        const struct frame_page *page = &fonts->frames->pages[i];
        items += page->count;
        for (uint32_t j = 0; j < page->count; j++)
            if (page->items[j].kind == FRAME_GLYPHS && page->items[j].face >= fonts->face_count)
                fonts->face_count = page->items[j].face + 1u;
    }
    fonts->runs = ARENA_ARRAY(&fonts->arena, items, uint8_t);
    fonts->page_start = ARENA_ARRAY(&fonts->arena, fonts->frames->page_count, uint32_t);
    fonts->faces = ARENA_ARRAY(&fonts->arena, fonts->face_count, struct face_use);
}

struct pdf_fonts *pdf_fonts_new(struct font_set *set, const struct frames *frames)
{
    struct pdf_fonts *fonts = mem_calloc(1, sizeof *fonts);
    fonts->set = set;
    fonts->frames = frames;
    count_items(fonts);
    for (int pass = 0; pass < 3; pass++)
        read_pass(fonts, pass);
    return fonts;
}

void pdf_fonts_free(struct pdf_fonts *fonts)
{
    for (uint32_t i = 0; i < fonts->face_count; i++) {
        font_subset_free(&fonts->faces[i].subset);
        mem_free(fonts->faces[i].made);
    }
    mem_free(fonts->lists);
    map_free(&fonts->shapes);
    arena_free(&fonts->arena);
    mem_free(fonts);
}

enum pdf_run pdf_fonts_run(const struct pdf_fonts *fonts, uint32_t page, uint32_t item)
{
    return (enum pdf_run)fonts->runs[(size_t)fonts->page_start[page] + item];
}
