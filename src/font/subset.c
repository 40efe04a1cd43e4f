#include "font/subset.h"

#include <hb-subset.h>
#include <string.h>

#include "base/mem.h"
#include "font/cff.h"
#include "font/compose.h"
#include "font/face.h"
#include "font/metrics.h"

/* A PDF needs outlines and widths only (ISO 32000-1, 9.9): the glyphs are chosen and the layout is
 * done. hb-subset is shown a face of these tables alone, which spares it reading the cmap of
 * thousands of characters at every subset. Of a variable font the default instance is left. */
static const hb_tag_t kept[] = {HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
                                HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
                                HB_TAG('l', 'o', 'c', 'a'), HB_TAG('g', 'l', 'y', 'f'),
                                HB_TAG('C', 'F', 'F', ' ')};

static hb_blob_t *kept_table(hb_face_t *face, hb_tag_t tag, void *whole)
{
    (void)face;
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (kept[i] == tag)
            return hb_face_reference_table(whole, tag);
    return NULL;
}

static hb_face_t *outline_face(hb_face_t *whole)
{
    hb_face_t *face = hb_face_create_for_tables(kept_table, whole, NULL);
    hb_face_set_upem(face, hb_face_get_upem(whole));
    hb_face_set_glyph_count(face, hb_face_get_glyph_count(whole));
    return face;
}

static hb_subset_input_t *glyph_input(const bool *used, uint32_t used_count)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    hb_set_add(glyphs, 0);
    for (uint32_t gid = 0; font_next_used(used, used_count, &gid); gid++)
        hb_set_add(glyphs, gid);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    return input;
}

/* Those of glyphs not in use stay 0. */
static void copy_mapping(hb_subset_plan_t *plan, const bool *used, uint32_t used_count,
                         struct font_subset *out)
{
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
    uint32_t count = used_count < out->glyph_count ? used_count : out->glyph_count;
    for (uint32_t gid = 0; font_next_used(used, count, &gid); gid++) {
        hb_codepoint_t new_gid = hb_map_get(map, gid);
        out->new_gid[gid] = new_gid == HB_MAP_VALUE_INVALID ? 0 : (uint16_t)new_gid;
    }
}

/* A PDF names the glyphs of a CID-keyed CFF font by CID: the mapping then gives these. */
static bool number_by_cid(struct font_subset *out, uint32_t count)
{
    uint16_t *cids = mem_calloc((size_t)count + 1, sizeof *cids);
    bool cid_keyed = false;
    bool done =
        font_cff_cids((const uint8_t *)out->data.data, out->data.len, cids, count, &cid_keyed);
    for (uint32_t gid = 0; done && cid_keyed && gid < out->glyph_count; gid++)
        if (out->new_gid[gid] != 0 && out->new_gid[gid] < count)
            out->new_gid[gid] = cids[out->new_gid[gid]];
    mem_free(cids);
    return done;
}

/* The file of the subset, with composite glyphs if there are any. */
static hb_blob_t *subset_file(hb_face_t *face, const struct font_composite *composites,
                              uint32_t count, struct font_subset *out)
{
    if (out->cff)
        return hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
    if (count == 0)
        return hb_face_reference_blob(face);
    uint32_t first = 0;
    hb_blob_t *blob = font_compose(face, out->new_gid, composites, count, &first);
    for (uint32_t i = 0; i < count && blob; i++)
        out->new_gid[out->glyph_count + i] = (uint16_t)(first + i);
    return blob;
}

bool font_subset_make(struct font_set *set, uint16_t number, const bool *used, uint32_t used_count,
                      const struct font_composite *composites, uint32_t composite_count,
                      struct font_subset *out)
{
    *out = (struct font_subset){0};
    struct font_face *face = font_face_open(set, number);
    if (!face)
        return false;
    bool done = false;
    hb_subset_plan_t *plan = NULL;
    hb_face_t *result = NULL;
    hb_blob_t *blob = NULL;
    hb_face_t *outlines = outline_face(face->face);
    hb_subset_input_t *input = glyph_input(used, used_count);
    out->cff = font_metrics_get(set, number)->cff;
    out->glyph_count = hb_face_get_glyph_count(face->face);
    out->new_gid = mem_calloc((size_t)out->glyph_count + composite_count, sizeof *out->new_gid);
    if (!input || !(plan = hb_subset_plan_create_or_fail(outlines, input)))
        goto out;
    copy_mapping(plan, used, used_count, out);
    if (!(result = hb_subset_plan_execute_or_fail(plan)))
        goto out;
    if (!(blob = subset_file(result, composites, composite_count, out)))
        goto out;
    unsigned len;
    const char *bytes = hb_blob_get_data(blob, &len);
    buf_put(&out->data, bytes, len);
    done = len > 0 && (!out->cff || number_by_cid(out, hb_face_get_glyph_count(result)));
out:
    hb_blob_destroy(blob);
    hb_face_destroy(result);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    hb_face_destroy(outlines);
    if (!done)
        font_subset_free(out);
    return done;
}

void font_subset_free(struct font_subset *subset)
{
    buf_free(&subset->data);
    mem_free(subset->new_gid);
    *subset = (struct font_subset){0};
}
