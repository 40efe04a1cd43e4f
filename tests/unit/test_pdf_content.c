#include "pdf_kit.h"
#include "picture_kit.h"

#include "base/utf8.h"
#include "image/image.h"
#include "image/png.h"

static struct node *add_text(struct kit *kit, const char *text)
{
    return kit_text(kit, kit_node(kit, NULL, NODE_PARAGRAPH), text);
}

static void expect_in(struct slice text, const char *what)
{
    if (!kit_find(text, what))
        fail_msg("no %s in %.*s", what, SLICE_ARGS(text));
}

static void expect_not_in(struct slice text, const char *what)
{
    if (kit_find(text, what))
        fail_msg("%s in %.*s", what, SLICE_ARGS(text));
}

static int count(struct slice text, const char *what)
{
    int n = 0;
    for (const char *at; (at = kit_find(text, what)) != NULL; n++) {
        size_t skip = (size_t)(at - text.ptr) + 1;
        text = slice_sub(text, skip, text.len);
    }
    return n;
}

/* BT and ET, BDC/BMC and EMC, q and Q nest. */
static void expect_balanced(struct slice content)
{
    char stack[64];
    int depth = 0;
    size_t line = 0;
    while (line < content.len) {
        struct slice rest = slice_sub(content, line, content.len);
        size_t end = slice_find(rest, '\n');
        struct slice text = slice_sub(rest, 0, end);
        if (slice_equal_string(text, "BT"))
            stack[depth++] = 'T';
        else if (slice_ends(text, "BDC") || slice_ends(text, "BMC"))
            stack[depth++] = 'M';
        else if (slice_equal_string(text, "ET"))
            assert_int_equal(stack[--depth], 'T');
        else if (slice_equal_string(text, "EMC"))
            assert_int_equal(stack[--depth], 'M');
        assert_in_range(depth, 0, 8);
        line += end + 1;
    }
    assert_int_equal(depth, 0);
}

/* --- a reader of text: codes by ToUnicode, ActualText instead where given ------------------- */

struct reader {
    struct kit *kit;
    struct slice page;
    struct buf out;
    char **map; /* of the current font, by code */
    bool hidden;
};

static void put_units(struct buf *out, const uint8_t *bytes, size_t len)
{
    for (size_t i = 0; i + 1 < len; i += 2) {
        uint32_t c = (uint32_t)bytes[i] << 8 | bytes[i + 1];
        if (c >= 0xd800 && c < 0xdc00 && i + 3 < len) {
            c = 0x10000 + ((c & 0x3ff) << 10) +
                (((uint32_t)bytes[i + 2] << 8 | bytes[i + 3]) & 0x3ff);
            i += 2;
        }
        if (c != 0x2060)
            buf_put_utf8(out, c);
    }
}

static void read_map(struct reader *reader, struct slice font)
{
    struct slice cmap = kit_follow(reader->kit, font, "/ToUnicode ");
    reader->map = ARENA_ARRAY(&reader->kit->arena, 65536, char *);
    for (const char *at = cmap.ptr; (at = memmem(at, (size_t)(cmap.ptr + cmap.len - at), "\n<", 2));
         at++) {
        if (at[6] != '>' || at[7] != '<')
            continue;
        struct buf text = {0};
        uint8_t bytes[64];
        size_t len = 0;
        long code = strtol(at + 2, NULL, 16);
        for (const char *digit = at + 8; *digit != '>' && len < sizeof bytes; digit += 2) {
            char pair[3] = {digit[0], digit[1], 0};
            bytes[len++] = (uint8_t)strtol(pair, NULL, 16);
        }
        put_units(&text, bytes, len);
        reader->map[code] = arena_string(&reader->kit->arena, buf_slice(&text));
        buf_free(&text);
    }
}

/* A literal string; the place after it. */
static const char *read_string(const char *at, struct buf *bytes)
{
    buf_clear(bytes);
    for (at++; *at != ')'; at++) {
        if (*at == '\\')
            at++;
        buf_put_char(bytes, at[-1] == '\\' && *at == 'r' ? '\r' : *at);
    }
    return at + 1;
}

static void show(struct reader *reader, const struct buf *bytes)
{
    for (size_t i = 0; i + 1 < bytes->len && !reader->hidden; i += 2) {
        unsigned code = (unsigned)(uint8_t)bytes->data[i] << 8 | (uint8_t)bytes->data[i + 1];
        assert_non_null(reader->map[code]);
        buf_put_string(&reader->out, reader->map[code]);
    }
}

/* The text of a page in the order of its content stream. */
static const char *read_text(struct kit *kit, int page)
{
    struct reader reader = {.kit = kit, .page = kit_page_of(kit, page)};
    struct slice content = kit_content(kit, page);
    struct buf bytes = {0};
    for (const char *at = content.ptr, *end = at + content.len; at < end;) {
        if (*at == '(') {
            bool actual = at > content.ptr + 10 && memcmp(at - 11, "/ActualText", 11) == 0;
            at = read_string(at, &bytes);
            if (actual && bytes.len >= 2 && (uint8_t)bytes.data[0] == 0xfe)
                put_units(&reader.out, (const uint8_t *)bytes.data + 2, bytes.len - 2);
            else if (actual)
                buf_put_slice(&reader.out, buf_slice(&bytes));
            else
                show(&reader, &bytes);
            reader.hidden = actual || reader.hidden;
        } else if (strncmp(at, "EMC", 3) == 0) {
            reader.hidden = false;
            at += 3;
        } else if (strncmp(at, "/F", 2) == 0 && at[2] >= '0' && at[2] <= '9') {
            char *name = arena_format(&kit->arena, "/F%ld ", strtol(at + 2, NULL, 10));
            read_map(&reader, kit_follow(kit, reader.page, name));
            at += 2;
        } else {
            at++;
        }
    }
    const char *all = arena_string(&kit->arena, buf_slice(&reader.out));
    buf_free(&reader.out);
    buf_free(&bytes);
    return all;
}

static void runs_of_a_line_share_one_array(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    struct node *a = add_text(&kit, "x");
    kit_seal(&kit);
    kit_run(&kit, a, "AVATAR ");
    kit_run(&kit, a, "office ");
    kit.x += PT(3); /* as justified text does */
    kit_run(&kit, a, "end");
    kit_line(&kit);
    kit_run(&kit, a, "next");
    assert_int_equal(kit_write(&kit), STATUS_OK);
    struct slice content = kit_content(&kit, 0);
    assert_int_equal(count(content, "]TJ"), 2);
    assert_int_equal(count(content, " Tf"), 1);
    assert_int_equal(count(content, " Td"), 2);
    assert_int_equal(count(content, "BDC"), 1);
    expect_in(content, "50 771.89 Td");
    expect_in(content, "0 -19 Td");
    expect_in(content, "-231("); /* 3 pt at 13 pt */
    expect_balanced(content);
    assert_string_equal(read_text(&kit, 0), "AVATAR office endnext");
    kit_close(&kit);
}

#define GAP " \u034f"
/* The gap of a right-to-left sentence is bridged backwards; the text stays in reading order. */
static void arabic_is_written_in_logical_order(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool rtl;
    } runs[] = {{"السلام عليكم ", true}, {"500 mg", false}, {" قرص الدواء", true}};
    struct kit kit;
    kit_open(&kit);
    struct node *a = add_text(&kit, "x");
    kit_seal(&kit);
    kit.lang = "ar";
    int32_t right = PT(545);
    for (int i = 0; i < 3; i++) {
        struct frame_item *item =
            kit_shaped(&kit, a, runs[i].text, runs[i].rtl, runs[i].rtl ? "Arab" : "Latn");
        right -= item->box.width;
        item->box.x = right;
    }
    assert_int_equal(kit_write(&kit), STATUS_OK);
    assert_string_equal(read_text(&kit, 0),
                        "السلام" GAP "عليكم" GAP "500 mg" GAP "قرص" GAP "الدواء");
    /* the space of the Arabic face alone has a joiner after it, beyond the page: readers lose it
     * otherwise */
    struct slice page = kit_page_of(&kit, 0);
    expect_in(kit_follow(&kit, kit_follow(&kit, page, "/F1 "), "/ToUnicode "), "><034F>");
    expect_not_in(kit_follow(&kit, kit_follow(&kit, page, "/F2 "), "/ToUnicode "), "034F");
    /* each glyph of it has an array; lam-alef is two glyphs, a letter each */
    assert_in_range(count(kit_content(&kit, 0), "]TJ"), strlen("السلام عليكم قرص الدواء") / 2, 30);
    kit_close(&kit);
}

/* Reordered vowels, marks as glyphs of their own, ligatures. */
static void glyphs_are_made_for_what_others_do_not_spell(void **state)
{
    (void)state;
    static const char hindi[] = "नमस्ते दुनिया क्षमा", hebrew[] = "שָׁלוֹם" GAP "עולם",
                      latin[] = "office affluent";
    struct kit kit;
    kit_open(&kit);
    struct node *a = add_text(&kit, "x"), *b = add_text(&kit, "x"), *c = add_text(&kit, "x");
    kit_seal(&kit);
    kit.lang = "hi";
    kit_shaped(&kit, a, hindi, false, "Deva");
    kit_page(&kit);
    kit.lang = "he";
    kit_shaped(&kit, b, "שָׁלוֹם עולם", true, "Hebr");
    kit_page(&kit);
    kit.lang = "en";
    kit_run(&kit, c, latin);
    assert_int_equal(kit_write(&kit), STATUS_OK);
    assert_string_equal(read_text(&kit, 0), hindi);
    assert_string_equal(read_text(&kit, 1), hebrew);
    assert_string_equal(read_text(&kit, 2), latin);
    for (int page = 0; page < 3; page++)
        expect_not_in(kit_content(&kit, page), "/ActualText");
    expect_not_in(kit_content(&kit, 0), " Ts");
    kit_close(&kit);
}

/* One glyph for two texts: the second has a code of its own. */
static void a_shared_glyph_is_told_apart(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    struct node *a = add_text(&kit, "x");
    kit_seal(&kit);
    kit_run(&kit, a, "so ");
    struct frame_item *item = kit_run(&kit, a, "see sue");
    item->u.glyphs.text = slice_from("see sKe"); /* as if the face drew K like u */
    item = kit_run(&kit, a, " u");
    item->u.glyphs.text = slice_from("\xC2\xA0u"); /* a no-break space is as good as a space */
    assert_int_equal(item->u.glyphs.count, 2);
    ((struct frame_glyph *)(uintptr_t)item->u.glyphs.glyphs)[1].cluster = 2;
    assert_int_equal(kit_write(&kit), STATUS_OK);
    assert_int_equal(count(kit_content(&kit, 0), "/ActualText"), 0);
    assert_string_equal(read_text(&kit, 0), "so see sKe u");
    kit_close(&kit);
}

static void a_hyphen_at_the_line_end_is_soft(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    struct node *a = add_text(&kit, "hyphenation");
    kit_seal(&kit);
    kit_run(&kit, a, "hyphen");
    struct frame_item *item = kit_run(&kit, a, "-");
    item->actual = true;
    item->u.glyphs.text = SLICE_EMPTY;
    kit_line(&kit);
    kit_run(&kit, a, "ation");
    assert_int_equal(kit_write(&kit), STATUS_OK);
    assert_string_equal(read_text(&kit, 0), "hyphen\xC2\xAD"
                                            "ation");
    assert_string_equal(kit_structure(&kit), "(Document (P #0 #1 #2))");
    kit_close(&kit);
}

static void artifacts_are_typed(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    struct node *a = add_text(&kit, "x");
    kit_seal(&kit);
    kit_box(&kit, FRAME_RULE, NULL, PT(50), PT(40), PT(495), PT(2))->u.rule.thickness = PT(1);
    kit_run(&kit, a, "x");
    kit_run(&kit, NULL, "Page 1")->artifact = FRAME_PAGE_FOOT;
    kit_box(&kit, FRAME_RULE, NULL, PT(50), PT(40), PT(2), PT(9))->artifact = FRAME_PAGE_FOOT;
    struct frame_item *mark = kit_run(&kit, NULL, "DRAFT");
    mark->artifact = FRAME_WATERMARK;
    mark->u.glyphs.turn = 30;
    assert_int_equal(kit_write(&kit), STATUS_OK);
    struct slice content = kit_content(&kit, 0);
    expect_balanced(content);
    expect_in(content, "/Artifact BMC\n0 0 0 rg\n50 800.39 495 1 re\nf\nEMC");
    expect_in(content, "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC");
    expect_in(content, "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n");
    expect_in(content, "0.866 0.5 -0.5 0.866 ");
    assert_int_equal(count(content, "/Footer"), 2); /* a rule cannot stand in a text object */
    kit_close(&kit);
}

static void boxes_are_filled_or_outlined(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    kit_seal(&kit);
    struct frame_item *item = kit_box(&kit, FRAME_FILL, NULL, PT(100), PT(100), PT(50), PT(20));
    item->u.fill.colour = 0xff0000;
    item = kit_box(&kit, FRAME_FILL, NULL, PT(100), PT(200), PT(50), PT(20));
    item->u.fill.stroke = PT(2);
    item = kit_box(&kit, FRAME_FILL, NULL, PT(100), PT(300), PT(50), PT(20));
    item->u.fill.radius = PT(100); /* more than fits */
    assert_int_equal(kit_write(&kit), STATUS_OK);
    struct slice content = kit_content(&kit, 0);
    expect_in(content, "1 0 0 rg\n100 721.89 50 20 re\nf\n");
    expect_in(content, "0 0 0 RG 2 w\n101 622.89 48 18 re\nS\n");
    expect_in(content, "110 521.89 m\n140 521.89 l\n145.52 521.89 150 526.37 150 531.89 c\n");
    assert_int_equal(count(content, " c\n"), 4);
    kit_close(&kit);
}

/* A font without its header can be measured, but not embedded. */
static void a_font_that_cannot_be_embedded_is_told(void **state)
{
    (void)state;
    struct kit kit;
    const char *reason;
    struct memory_file file = {.path = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"};
    kit_open(&kit);
    if (inputs_read(kit.inputs, file.path, 1 << 24, &kit.arena, &file.bytes, &reason) != STATUS_OK)
        skip();
    char *head = memmem(file.bytes.ptr, 500, "head", 4);
    memcpy(head, "xead", 4);
    const struct memory_files files = {&file, 1};
    struct inputs *memory = inputs_open(&files, false);
    font_set_free(kit.fonts);
    kit.fonts = font_set_new(memory);
    struct node *a = add_text(&kit, "x");
    kit_seal(&kit);
    kit_run(&kit, a, "x");
    assert_int_equal(kit_write(&kit), STATUS_ENVIRONMENT);
    assert_int_equal(kit.diags.per_code[DIAG_CODE_PDF_FAILED], 1);
    kit_close(&kit);
    inputs_close(memory);
}

/* The matrix of each orientation, for a place of 40 by 20 at 50, 721.89 (EXIF 2.3, tag 0x0112). */
static void pictures_are_turned_where_they_are_drawn(void **state)
{
    (void)state;
    static const char *const matrices[9] = {NULL,
                                            "q 40 0 0 20 50 721.89 cm/X1 ",
                                            "q -40 0 0 20 90 721.89 cm/X1 ",
                                            "q -40 0 0 -20 90 741.89 cm/X1 ",
                                            "q 40 0 0 -20 50 741.89 cm/X1 ",
                                            "q 0 -20 -40 0 90 741.89 cm/X1 ",
                                            "q 0 -20 40 0 50 741.89 cm/X1 ",
                                            "q 0 20 40 0 50 721.89 cm/X1 ",
                                            "q 0 20 -40 0 90 721.89 cm/X1 "};
    for (int o = 1; o <= 8; o++) {
        struct kit kit;
        const char *reason;
        struct buf jpeg = {0};
        const struct image *image;
        kit_open(&kit);
        write_jpeg(&jpeg, 32, 16, &(struct jpeg_options){.components = 3, .orientation = o});
        assert_int_equal(image_open(buf_slice(&jpeg), "a.jpg", &kit.arena, &image, &reason),
                         IMAGE_OK);
        struct node *node = kit_node(&kit, kit_node(&kit, NULL, NODE_FIGURE), NODE_IMAGE);
        node->u.image.alt = "Colours";
        kit_seal(&kit);
        kit_box(&kit, FRAME_IMAGE, node, PT(50), PT(100), PT(40), PT(20))->u.image.image = image;
        assert_int_equal(kit_write(&kit), STATUS_OK);
        expect_in(kit_content(&kit, 0), matrices[o]);
        expect_in((struct slice){kit.pdf, kit.len}, "/Width 32/Height 16");
        buf_free(&jpeg);
        kit_close(&kit);
    }
}

static struct buf make_png(bool with_alpha, uint8_t alpha)
{
    uint8_t rgb[12] = {255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9};
    uint8_t masks[4] = {alpha, 255, 255, 255};
    struct image_pixels pixels = {2, 2, 3, rgb, with_alpha ? masks : NULL};
    struct buf png = {0};
    assert_true(image_write_png(&pixels, false, &png));
    return png;
}

static void equal_pictures_are_embedded_once(void **state)
{
    (void)state;
    struct kit kit;
    const char *reason;
    kit_open(&kit);
    struct buf png = make_png(true, 255), clear = make_png(true, 0);
    const struct image *images[3];
    assert_int_equal(image_open(buf_slice(&png), "a.png", &kit.arena, &images[0], &reason),
                     IMAGE_OK);
    assert_int_equal(image_open(buf_slice(&png), "b.png", &kit.arena, &images[1], &reason),
                     IMAGE_OK);
    assert_int_equal(image_open(buf_slice(&clear), "c.png", &kit.arena, &images[2], &reason),
                     IMAGE_OK);
    struct node *nodes[3];
    for (int i = 0; i < 3; i++) {
        nodes[i] = kit_node(&kit, kit_node(&kit, NULL, NODE_FIGURE), NODE_IMAGE);
        nodes[i]->u.image.alt = i == 2 ? "" : "Four dots";
    }
    kit_seal(&kit);
    for (int i = 0; i < 3; i++)
        kit_box(&kit, FRAME_IMAGE, nodes[i], PT(50), PT(100 + 50 * i), PT(40), PT(40))
            ->u.image.image = images[i];
    assert_int_equal(kit_write(&kit), STATUS_OK);
    assert_string_equal(kit_structure(&kit), "(Document (Figure #0) (Figure #1))");
    struct slice content = kit_content(&kit, 0);
    expect_in(content, "/Figure<</MCID 0>>BDC\nq 40 0 0 40 50 701.89 cm/X1 Do Q\n");
    expect_in(content, "/Artifact BMC\nq 40 0 0 40 50 601.89 cm/X2 Do Q\n");
    struct slice file = {kit.pdf, kit.len};
    assert_int_equal(count(file, "/Subtype/Image"), 3); /* two pictures and a mask */
    assert_int_equal(count(file, "/SMask"), 1);
    buf_free(&png);
    buf_free(&clear);
    kit_close(&kit);
}

static void fonts_are_embedded_subsets(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    struct node *a = add_text(&kit, "x");
    kit_seal(&kit);
    kit_run(&kit, a, "e\xCC\x81\xC3\xA9 xyz"); /* composite glyphs leave gaps in the numbering */
    assert_int_equal(kit_write(&kit), STATUS_OK);
    struct slice font = kit_follow(&kit, kit_page_of(&kit, 0), "/F1 ");
    expect_in(font, "/Subtype/Type0/Encoding/Identity-H/BaseFont/");
    struct slice descendant = kit_follow(&kit, font, "/DescendantFonts[");
    expect_in(descendant, "/CIDToGIDMap/Identity/DW 0/W[0[");
    struct slice descriptor = kit_follow(&kit, descendant, "/FontDescriptor ");
    expect_in(descriptor, "+NotoSans-Regular/Flags 4");
    struct slice file = kit_follow(&kit, descriptor, "/FontFile2 ");
    assert_in_range(file.len, 500, 20000);
    assert_memory_equal(file.ptr, "\x00\x01\x00\x00", 4);
    kit_close(&kit);
}

static void the_same_input_gives_the_same_bytes(void **state)
{
    (void)state;
    char *first = NULL;
    size_t len = 0;
    for (int i = 0; i < 2; i++) {
        struct kit kit;
        kit_open(&kit);
        struct node *a = add_text(&kit, "x");
        kit_seal(&kit);
        if (i == 1) /* what the font set has seen before must not matter */
            font_shape(kit.fonts, 0, SLICE_LIT("zebra"), false,
                       font_locale(kit.fonts, "Latn", "en"), FONT_TABULAR);
        kit_run(&kit, a, "same");
        assert_int_equal(kit_write(&kit), STATUS_OK);
        if (i == 1) {
            assert_int_equal(kit.len, len);
            assert_memory_equal(kit.pdf, first, len);
        } else {
            first = kit.pdf;
            len = kit.len;
            kit.pdf = NULL;
        }
        kit_close(&kit);
    }
    free(first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_of_a_line_share_one_array),
        cmocka_unit_test(arabic_is_written_in_logical_order),
        cmocka_unit_test(glyphs_are_made_for_what_others_do_not_spell),
        cmocka_unit_test(a_shared_glyph_is_told_apart),
        cmocka_unit_test(a_hyphen_at_the_line_end_is_soft),
        cmocka_unit_test(artifacts_are_typed),
        cmocka_unit_test(boxes_are_filled_or_outlined),
        cmocka_unit_test(a_font_that_cannot_be_embedded_is_told),
        cmocka_unit_test(pictures_are_turned_where_they_are_drawn),
        cmocka_unit_test(equal_pictures_are_embedded_once),
        cmocka_unit_test(fonts_are_embedded_subsets),
        cmocka_unit_test(the_same_input_gives_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
