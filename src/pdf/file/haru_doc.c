#include "pdf/file/haru_doc.h"

#include <assert.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "pdf/file/pdf_file.h"
#include "pdf/file/syntax.h"

#if HPDF_VERSION_ID < 20300 || HPDF_VERSION_ID >= 20500
#error "leafset knows the internals of libharu 2.3.0 and 2.4.x only; this is another version"
#endif

#define PAGES_PER_NODE 64 /* of the page tree */
#define NUMBER_OF(obj) (((const HPDF_Obj_Header *)(const void *)(obj))->obj_id & 0x00FFFFFF)

/* What stands for an object of libharu's. */
struct body {
    struct slice text; /* what the dictionary's write function emits */
    bool whole;        /* it is the object's whole value: the dictionary only holds its number */
};

struct haru {
    HPDF_Doc doc;
    HPDF_Stream writer; /* serialises objects into value */
    struct pdf_file file;
    struct arena arena;
    struct body *bodies; /* by object number */
    size_t body_cap;
    HPDF_Page *pages;
    uint32_t page_count;
    uint32_t *spare; /* numbers of libharu's that came free */
    uint32_t spare_count;
    uint32_t first_reserved, reserved_count;
    struct buf value;
    struct buf packed; /* the stream at hand, compressed */
    struct deflater *deflater;
    bool failed;
};

static void HPDF_STDCALL on_error(HPDF_STATUS error, HPDF_STATUS detail, void *context)
{
    (void)error;
    (void)detail;
    if (context)
        ((struct haru *)context)->failed = true;
}

static void *HPDF_STDCALL allocate(HPDF_UINT size)
{
    return mem_alloc(size);
}

static void HPDF_STDCALL release(void *block)
{
    mem_free(block);
}

static HPDF_STATUS collect(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT len)
{
    buf_put(stream->attr, bytes, len);
    return HPDF_OK;
}

/* A failed status or a NULL handle makes the whole document fail, once and for all. */
static bool good(struct haru *haru, bool ok)
{
    if (!ok)
        haru->failed = true;
    return !haru->failed;
}

struct haru *haru_open(struct sink *sink, struct deflater *deflater)
{
    struct haru *haru = mem_calloc(1, sizeof *haru);
    haru->deflater = deflater;
    pdf_file_begin(&haru->file, sink, deflater);
    haru->doc = HPDF_NewEx(on_error, allocate, release, 0, haru);
    if (good(haru, haru->doc != NULL)) {
        haru->writer = HPDF_CallbackWriter_New(haru->doc->mmgr, collect, &haru->value);
        good(haru, haru->writer != NULL);
    }
    return haru;
}

/* The body that belongs to a dictionary: the error record of every object leads to its haru. */
static HPDF_STATUS write_body(HPDF_Dict dict, HPDF_Stream stream)
{
    const struct haru *haru = dict->error->user_data;
    uint32_t number = NUMBER_OF(dict);
    if (number >= haru->body_cap || haru->bodies[number].text.len == 0)
        return HPDF_OK;
    struct slice body = haru->bodies[number].text;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)body.ptr, (HPDF_UINT)body.len);
}

static void set_body(struct haru *haru, HPDF_Dict dict, struct slice body)
{
    size_t old = haru->body_cap, number = NUMBER_OF(dict);
    MEM_RESERVE(haru->bodies, haru->body_cap, number + 1);
    for (size_t i = old; i < haru->body_cap; i++)
        haru->bodies[i] = (struct body){SLICE_EMPTY, false};
    haru->bodies[number].text = body.len == 0 ? SLICE_EMPTY : arena_copy(&haru->arena, body);
    dict->write_fn = write_body;
}

/* NULL after a failure. */
static void *object_of(const struct haru *haru, uint32_t number)
{
    if (haru->failed || number == 0 || number >= haru->doc->xref->entries->count)
        return NULL;
    HPDF_XrefEntry entry = HPDF_Xref_GetEntry(haru->doc->xref, number);
    return entry ? entry->obj : NULL;
}

/* Takes the body over. */
static void take_body(struct haru *haru, HPDF_Dict dict, struct buf *body)
{
    if (dict)
        set_body(haru, dict, buf_slice(body));
    buf_free(body);
}

static HPDF_Dict new_dict(struct haru *haru)
{
    if (haru->failed)
        return NULL;
    assert(haru->reserved_count == 0);
    HPDF_Dict dict = HPDF_Dict_New(haru->doc->mmgr);
    if (!good(haru, dict != NULL))
        return NULL;
    /* a failed add has freed it */
    return good(haru, HPDF_Xref_Add(haru->doc->xref, dict) == HPDF_OK) ? dict : NULL;
}

uint32_t haru_add(struct haru *haru, struct buf *body)
{
    HPDF_Dict dict = new_dict(haru);
    take_body(haru, dict, body);
    return dict ? NUMBER_OF(dict) : 0;
}

void haru_fill(struct haru *haru, uint32_t number, struct buf *body)
{
    take_body(haru, object_of(haru, number), body);
}

uint32_t haru_add_value(struct haru *haru, struct buf *value)
{
    uint32_t number = haru_add(haru, value);
    if (number > 0)
        haru->bodies[number].whole = true;
    return number;
}

/* The object's value as libharu writes it; valid until the next call. */
static struct slice serialise(struct haru *haru, void *object)
{
    buf_clear(&haru->value);
    good(haru, HPDF_Obj_WriteValue(object, haru->writer, NULL) == HPDF_OK);
    return slice_trim(buf_slice(&haru->value));
}

/* Writes a stream object now. libharu's own form would need an indirect /Length. */
static void write_stream(struct haru *haru, HPDF_Dict dict, struct slice entries,
                         struct slice bytes, enum haru_filter filter)
{
    static const char *const names[] = {[HARU_DEFLATE] = "/Filter/FlateDecode",
                                        [HARU_LASTING] = "/Filter/FlateDecode",
                                        [HARU_FLATE] = "/Filter/FlateDecode",
                                        [HARU_DCT] = "/Filter/DCTDecode",
                                        [HARU_PLAIN] = ""};
    struct buf body = {0};
    buf_clear(&haru->packed);
    if (filter == HARU_DEFLATE)
        deflater_put(haru->deflater, DEFLATE_ZLIB, bytes, &haru->packed);
    if (filter == HARU_LASTING)
        deflater_put_lasting(haru->deflater, DEFLATE_ZLIB, bytes, &haru->packed);
    if (haru->packed.len > 0)
        bytes = buf_slice(&haru->packed);
    buf_put_slice(&body, entries);
    buf_put_string(&body, names[filter]);
    buf_format(&body, "/Length %zu", bytes.len);
    HPDF_Stream own = dict->stream;
    struct arena_mark mark = arena_mark_get(&haru->arena);
    dict->stream = NULL;
    set_body(haru, dict, buf_slice(&body));
    struct slice value = serialise(haru, dict);
    if (!haru->failed)
        pdf_file_stream(&haru->file, NUMBER_OF(dict), value, bytes);
    dict->stream = own;
    haru->bodies[NUMBER_OF(dict)].text = SLICE_EMPTY;
    arena_reset(&haru->arena, mark);
    buf_free(&body);
}

uint32_t haru_add_stream(struct haru *haru, struct slice entries, struct slice bytes,
                         enum haru_filter filter)
{
    HPDF_Dict dict = new_dict(haru);
    if (!dict)
        return 0;
    write_stream(haru, dict, entries, bytes, filter);
    return NUMBER_OF(dict);
}

/* A page of libharu's without what is said better in our own entries: its box in single precision,
 * the obsolete ProcSet (14.2), and the indirect /Length, whose number becomes free. */
static bool add_page(struct haru *haru, uint32_t index)
{
    HPDF_Page page = HPDF_AddPage(haru->doc);
    if (!page)
        return false;
    HPDF_PageAttr attr = page->attr;
    HPDF_Dict resources = HPDF_Page_GetInheritableItem(page, "Resources", HPDF_OCLASS_DICT);
    void *length = HPDF_Dict_GetItem(attr->contents, "Length", HPDF_OCLASS_NUMBER);
    if (!resources || !length)
        return false;
    haru->pages[index] = page;
    haru->spare[haru->spare_count++] = NUMBER_OF(length);
    HPDF_Dict_RemoveElement(resources, "ProcSet");
    return HPDF_Dict_RemoveElement(page, "MediaBox") == HPDF_OK &&
           HPDF_Dict_RemoveElement(attr->contents, "Length") == HPDF_OK;
}

void haru_add_pages(struct haru *haru, uint32_t count)
{
    assert(haru->page_count == 0);
    if (haru->failed)
        return;
    haru->pages = ARENA_ARRAY(&haru->arena, count, HPDF_Page);
    haru->spare = ARENA_ARRAY(&haru->arena, count, uint32_t);
    if (count > PAGES_PER_NODE)
        good(haru, HPDF_SetPagesConfiguration(haru->doc, PAGES_PER_NODE) == HPDF_OK);
    for (uint32_t i = 0; i < count && !haru->failed; i++)
        good(haru, add_page(haru, i));
    haru->page_count = count;
}

uint32_t haru_page(const struct haru *haru, uint32_t page)
{
    return haru->failed ? 0 : NUMBER_OF(haru->pages[page]);
}

const char *haru_page_font(struct haru *haru, uint32_t page, uint32_t font)
{
    void *object = object_of(haru, font);
    const char *name = object ? HPDF_Page_GetLocalFontName(haru->pages[page], object) : NULL;
    return good(haru, name != NULL) ? name : "F0";
}

const char *haru_page_image(struct haru *haru, uint32_t page, uint32_t image)
{
    void *object = object_of(haru, image);
    const char *name = object ? HPDF_Page_GetXObjectName(haru->pages[page], object) : NULL;
    return good(haru, name != NULL) ? name : "X0";
}

void haru_page_end(struct haru *haru, uint32_t page, struct slice entries, struct slice content)
{
    if (haru->failed)
        return;
    HPDF_PageAttr attr = haru->pages[page]->attr;
    write_stream(haru, attr->contents, SLICE_EMPTY, content, HARU_DEFLATE);
    set_body(haru, haru->pages[page], entries);
}

void haru_set_catalog(struct haru *haru, struct buf *entries)
{
    take_body(haru, haru->failed ? NULL : haru->doc->catalog, entries);
}

void haru_set_info(struct haru *haru, struct buf *entries)
{
    if (!haru->failed)
        HPDF_Dict_RemoveElement(haru->doc->info, "Producer"); /* libharu's own name */
    take_body(haru, haru->failed ? NULL : haru->doc->info, entries);
}

void haru_set_outline(struct haru *haru, uint32_t number)
{
    void *outline = object_of(haru, number);
    good(haru, outline && HPDF_Dict_Add(haru->doc->catalog, "Outlines", outline) == HPDF_OK);
}

void haru_reserve(struct haru *haru, uint32_t count)
{
    if (haru->failed)
        return;
    assert(haru->reserved_count == 0 && count > 0);
    haru->first_reserved = haru->doc->xref->entries->count;
    haru->reserved_count = count;
    uint32_t more = count > haru->spare_count ? count - haru->spare_count : 0;
    pdf_file_reserve(&haru->file, haru->first_reserved + more);
}

uint32_t haru_reserved(const struct haru *haru, uint32_t index)
{
    if (index < haru->spare_count)
        return haru->spare[index];
    return haru->first_reserved + (index - haru->spare_count);
}

void haru_put(struct haru *haru, uint32_t number, struct slice value)
{
    if (!haru->failed)
        pdf_file_pack(&haru->file, number, value);
}

/* All objects that have not been written yet; spare numbers that nobody took hold no more than the
 * number that libharu gave them. */
static void write_objects(struct haru *haru)
{
    HPDF_Xref xref = haru->doc->xref;
    for (uint32_t i = 1; i < xref->entries->count && !haru->failed; i++) {
        HPDF_XrefEntry entry = HPDF_Xref_GetEntry(xref, i);
        bool whole = i < haru->body_cap && haru->bodies[i].whole;
        if (!pdf_file_has(&haru->file, i))
            haru_put(haru, i, whole ? haru->bodies[i].text : serialise(haru, entry->obj));
    }
}

void haru_discard(struct haru *haru)
{
    if (haru->writer)
        HPDF_Stream_Free(haru->writer);
    if (haru->doc)
        HPDF_Free(haru->doc);
    pdf_file_free(&haru->file);
    mem_free(haru->bodies);
    buf_free(&haru->value);
    buf_free(&haru->packed);
    arena_free(&haru->arena);
    mem_free(haru);
}

bool haru_close(struct haru *haru)
{
    if (!haru->failed) {
        write_objects(haru);
        if (good(haru, haru->doc->error.error_no == HPDF_OK))
            pdf_file_end(&haru->file, NUMBER_OF(haru->doc->catalog), NUMBER_OF(haru->doc->info));
    }
    bool ok = !haru->failed;
    haru_discard(haru);
    return ok;
}
