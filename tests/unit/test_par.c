/* Paragraphs with the real faces: lines, order, places, links, notes. */
#include "par_kit.h"

static void test_plain(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    struct node *node = text(&f, f.block, "Keep the skin clean.");
    set(&f, &par);
    assert_int_equal(par.count, 1);
    const struct par_line *line = &par.lines[0];
    assert_int_equal(line->count, 1); /* one run, not one a word */
    const struct frame_item *item = &line->items[0];
    assert_int_equal(item->node, node->id);
    assert_int_equal(item->artifact, FRAME_CONTENT);
    assert_ptr_equal(item->u.glyphs.text.ptr, node->text.ptr); /* borrowed */
    assert_int_equal(item->u.glyphs.text.len, node->text.len);
    assert_int_equal(item->u.glyphs.count, node->text.len);
    assert_int_equal(item->box.x, 0);
    assert_int_equal(item->box.width, line->width);
    assert_int_equal(line->height, PT(19));
    const struct font_metrics *m = font_metrics_get(f.tools.fonts, item->face);
    unit up = scale_units(m->ascender, PT(13), m->units_per_em);
    unit down = scale_units(-m->descender, PT(13), m->units_per_em);
    assert_in_range(line->baseline - ((PT(19) - up - down) / 2 + up) + 2, 0, 4);
    assert_int_equal(item->u.glyphs.baseline, line->baseline);
    teardown(&f);
}

/* Lines end in their space, but the last does not; white space collapses. */
static void test_spaces(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    text(&f, f.block, "  one\ntwo  three ");
    f.params.measure = PT(60);
    set(&f, &par);
    assert_int_equal(par.count, 2);
    assert_line(&f, &par.lines[0], "one two ");
    assert_line(&f, &par.lines[1], "three");
    assert_true(par.lines[0].width < PT(60));
    /* the hanging space is outside the width */
    const struct frame_item *item = &par.lines[0].items[par.lines[0].count - 1];
    const struct frame_glyph *last = &item->u.glyphs.glyphs[item->u.glyphs.count - 1];
    assert_int_equal(item->box.x + last->x, par.lines[0].width);
    teardown(&f);
}

/* A paragraph that first fit would set with a hole in its middle line. */
static void test_not_greedy(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    text(&f, f.block, "aaaa aaa a aaaaaa aaaaaaaa");
    /* as wide as eight letters and two spaces: first fit sets "aaaa aaa a |aaaaaa |aaaaaaaa" */
    f.params.measure = PT(13) * 561 / 1000 * 8 + PT(13) * 260 / 1000 * 2 + PT(0.3);
    set(&f, &par);
    assert_int_equal(par.count, 3);
    assert_line(&f, &par.lines[0], "aaaa aaa ");
    assert_line(&f, &par.lines[1], "a aaaaaa ");
    assert_line(&f, &par.lines[2], "aaaaaaaa");
    teardown(&f);
}

static void test_attributes(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    text(&f, f.block, "a ");
    text(&f, add(&f, f.block, NODE_STRONG), "strong");
    text(&f, f.block, " ");
    text(&f, add(&f, f.block, NODE_EMPHASIS), "stressed");
    text(&f, f.block, " ");
    text(&f, add(&f, f.block, NODE_CODE), "code");
    text(&f, f.block, " H");
    text(&f, add(&f, f.block, NODE_SUBSCRIPT), "2");
    text(&f, f.block, "O m");
    text(&f, add(&f, f.block, NODE_SUPERSCRIPT), "3");
    text(&f, f.block, " ");
    text(&f, add(&f, f.block, NODE_STRIKE), "struck");
    set(&f, &par);
    const struct par_line *line = &par.lines[0];
    uint16_t bold = font_face_for(f.tools.fonts, FONT_BOLD, NULL, SLICE_LIT("x"));
    uint16_t mono = font_face_for(f.tools.fonts, FONT_MONO, NULL, SLICE_LIT("x"));
    uint16_t italic = font_face_for(f.tools.fonts, FONT_ITALIC, NULL, SLICE_LIT("x"));
    assert_int_equal(item_with(line, "strong")->face, bold);
    assert_int_equal(item_with(line, "stressed")->face, bold);
    assert_int_equal(item_with(line, "code")->face, mono);
    assert_int_equal(item_with(line, "code")->u.glyphs.size, PT(13));
    assert_int_equal(item_with(line, "2")->u.glyphs.size, PT(12));
    assert_true(item_with(line, "2")->u.glyphs.baseline > line->baseline);
    assert_int_equal(item_with(line, "3")->u.glyphs.baseline, line->baseline - PT(13) * 33 / 100);
    assert_int_equal(count_kind(line, FRAME_RULE), 1);
    const struct frame_item *rule = first_of(line, FRAME_RULE);
    const struct frame_item *struck = item_with(line, "struck");
    assert_int_equal(rule->box.x, struck->box.x);
    assert_int_equal(rule->box.width, struck->box.width);
    assert_true(rule->box.y < line->baseline && rule->box.y > line->baseline - PT(13));
    assert_int_equal(rule->node, 0);
    assert_int_equal(rule->artifact, FRAME_LAYOUT);
    assert_int_equal(line->height, PT(19));
    f.style.emphasis_italic = true;
    set(&f, &par);
    assert_int_equal(item_with(&par.lines[0], "stressed")->face, italic);
    teardown(&f);
}

/* One area and one underline a line, after the text, covering it without the hanging space. */
static void test_link_over_lines(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    text(&f, f.block, "see ");
    struct node *link = add(&f, f.block, NODE_LINK);
    text(&f, link, "our page about ");
    text(&f, add(&f, link, NODE_STRONG), "microneedling");
    text(&f, f.block, " first");
    f.params.measure = PT(110);
    set(&f, &par);
    assert_int_equal(par.count, 4);
    assert_line(&f, &par.lines[0], "see our ");
    assert_line(&f, &par.lines[1], "page about ");
    assert_line(&f, &par.lines[2], "microneedling ");
    assert_line(&f, &par.lines[3], "first");
    assert_int_equal(count_kind(&par.lines[3], FRAME_LINK), 0);
    for (uint32_t i = 0; i < 3; i++) {
        const struct par_line *line = &par.lines[i];
        assert_int_equal(count_kind(line, FRAME_LINK), 1);
        assert_int_equal(count_kind(line, FRAME_RULE), 1);
        const struct frame_item *area = &line->items[line->count - 1];
        assert_int_equal(area->kind, FRAME_LINK);
        assert_int_equal(area->node, link->id);
        assert_int_equal(area->box.height, line->height);
        const struct frame_item *rule = first_of(line, FRAME_RULE);
        assert_int_equal(rule->box.x, area->box.x);
        assert_int_equal(rule->box.width, area->box.width);
        assert_int_equal(rule->u.rule.colour, f.style.brand);
        assert_true(rule->box.y > line->baseline);
    }
    const struct frame_item *area = first_of(&par.lines[0], FRAME_LINK);
    assert_int_equal(area->box.x, x_of(&par.lines[0], "our"));
    assert_int_equal(area->box.x + area->box.width, par.lines[0].width);
    assert_int_equal(item_with(&par.lines[1], "about")->u.glyphs.colour, f.style.brand);
    area = first_of(&par.lines[2], FRAME_LINK);
    assert_int_equal(area->box.x, 0);
    assert_int_equal(area->box.width, item_with(&par.lines[2], "micro")->box.width);
    teardown(&f);
}

static void test_notes(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    struct node *notes[2], *refs[3];
    for (int i = 0; i < 2; i++)
        notes[i] = add(&f, f.doc->root, NODE_NOTE);
    static const char *const words[] = {"first!", " second", " again"};
    for (int i = 0; i < 3; i++) {
        text(&f, f.block, words[i]);
        refs[i] = add(&f, f.block, NODE_NOTE_REF);
        refs[i]->text = i == 1 ? SLICE_LIT("2") : SLICE_LIT("1");
        refs[i]->u.note_ref.note = notes[i == 1];
    }
    notes[0]->u.note.first_ref = refs[0];
    notes[1]->u.note.first_ref = refs[1];
    f.params.measure = PT(56);
    set(&f, &par);
    assert_int_equal(par.count, 3);
    assert_line(&f, &par.lines[0], "first!1 ");
    assert_int_equal(par.lines[0].note_count, 1);
    assert_ptr_equal(par.lines[0].notes[0], notes[0]);
    assert_int_equal(par.lines[1].note_count, 1);
    assert_ptr_equal(par.lines[1].notes[0], notes[1]);
    assert_int_equal(par.lines[2].note_count, 0); /* not its first reference */
    const struct frame_item *number = item_with(&par.lines[0], "1");
    assert_int_equal(number->node, refs[0]->id);
    assert_int_equal(number->u.glyphs.size, PT(12));
    assert_int_equal(number->u.glyphs.colour, f.style.brand);
    assert_true(number->u.glyphs.baseline < par.lines[0].baseline);
    const struct frame_item *area = first_of(&par.lines[0], FRAME_LINK);
    assert_int_equal(area->node, refs[0]->id);
    assert_int_equal(area->box.x, number->box.x);
    teardown(&f);
}

/* Marks above marks stand higher than the line is. */
static void test_stacked_marks(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    f.params.text.size = PT(96);
    text(&f, f.block, "X\xcc\x82\xcc\x82\xcc\x82\xcc\x82");
    set(&f, &par);
    const struct frame_item *item = item_with(&par.lines[0], "X");
    unit above = 0;
    for (uint32_t i = 0; i < item->u.glyphs.count; i++) {
        assert_true(frame_glyph_up(item, i) >= above);
        above = frame_glyph_up(item, i);
    }
    assert_true(above > PT(32));
    teardown(&f);
}

/* Logical order of items and glyphs; places by UAX #9: in plain text the number, read as part of
 * the Arabic, stands right of its unit. */
static void test_arabic(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "ar");
    f.params.rtl = true;
    text(&f, f.block, ARABIC_TAKE " 500 mg " ARABIC_DRUG);
    set(&f, &par);
    assert_int_equal(par.count, 1);
    const struct par_line *line = &par.lines[0];
    assert_line(&f, line, ARABIC_TAKE " 500 mg " ARABIC_DRUG);
    unit take = x_of(line, ARABIC_TAKE), drug = x_of(line, ARABIC_DRUG);
    unit number = x_of(line, "500"), milli = x_of(line, "mg");
    assert_true(take > number && number > milli && milli > drug);
    /* the first letter of the first word is the rightmost, and ends at the measure */
    const struct frame_item *item = item_with(line, ARABIC_TAKE);
    assert_true(item->rtl);
    assert_false(item_with(line, "500")->rtl);
    assert_true(item->u.glyphs.glyphs[0].x > item->u.glyphs.glyphs[1].x);
    assert_int_equal(item->box.x + item->box.width, f.params.measure);
    uint16_t face = font_face_for(f.tools.fonts, FONT_REGULAR, NULL, slice_from(ARABIC_TAKE));
    assert_int_equal(item->face, face);
    teardown(&f);
}

/* The same with the dose isolated: it reads from left to right. */
static void test_isolate(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "ar");
    f.params.rtl = true;
    text(&f, f.block, ARABIC_TAKE " ");
    struct node *span = add(&f, f.block, NODE_SPAN);
    span->dir = NODE_DIR_LTR;
    text(&f, span, "500 mg");
    text(&f, f.block, " " ARABIC_DRUG);
    set(&f, &par);
    const struct par_line *line = &par.lines[0];
    assert_line(&f, line, ARABIC_TAKE " 500 mg " ARABIC_DRUG); /* no controls */
    unit take = x_of(line, ARABIC_TAKE), drug = x_of(line, ARABIC_DRUG);
    unit number = x_of(line, "500"), milli = x_of(line, "mg");
    assert_true(take > milli && milli > number && number > drug);
    teardown(&f);
    /* <bdi> takes its direction from its own text */
    setup(&f, "en");
    text(&f, f.block, "Name ");
    text(&f, add(&f, f.block, NODE_ISOLATE), HEBREW_SHALOM);
    text(&f, f.block, ": 12 points");
    set(&f, &par);
    line = &par.lines[0];
    assert_true(x_of(line, HEBREW_SHALOM) < x_of(line, "12"));
    assert_true(item_with(line, HEBREW_SHALOM)->rtl);
    teardown(&f);
    /* the number belongs to the Hebrew and stands left of it, apart from what follows */
    setup(&f, "en");
    text(&f, f.block, HEBREW_SHALOM " 12abc");
    set(&f, &par);
    line = &par.lines[0];
    assert_int_equal(x_of(line, "12"), 0);
    assert_true(x_of(line, "abc") > x_of(line, HEBREW_SHALOM));
    assert_ptr_not_equal(item_with(line, "12"), item_with(line, "abc"));
    teardown(&f);
}

/* Arabic broken over lines: each line from the right, its hanging space to the left of it. */
static void test_arabic_lines(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "ar");
    f.params.rtl = true;
    text(&f, f.block, ARABIC_TAKE " " ARABIC_DRUG " " ARABIC_TAKE " " ARABIC_DRUG);
    f.params.measure = PT(55);
    set(&f, &par);
    assert_int_equal(par.count, 2);
    assert_line(&f, &par.lines[0], ARABIC_TAKE " " ARABIC_DRUG " ");
    for (uint32_t i = 0; i < 2; i++) {
        const struct par_line *line = &par.lines[i];
        assert_int_equal(line->count, 1); /* one run: spaces take the face of the words */
        assert_int_equal(line->items[0].box.x, f.params.measure - line->width);
        assert_int_equal(line->items[0].box.width, line->width);
    }
    const struct frame_item *item = &par.lines[0].items[0];
    const struct frame_glyph *space = &item->u.glyphs.glyphs[item->u.glyphs.count - 1];
    assert_true(space->x < 0);
    f.params.align = PAR_END;
    set(&f, &par);
    assert_int_equal(par.lines[0].items[0].box.x, 0);
    f.params.align = PAR_CENTRE;
    set(&f, &par);
    assert_int_equal(par.lines[0].items[0].box.x, (PT(55) - par.lines[0].width) / 2);
    teardown(&f);
}

/* Each line but the last is exactly as wide as the measure. */
static void test_justified(void **state)
{
    (void)state;
    for (int rtl = 0; rtl < 2; rtl++) {
        struct fixture f;
        struct par par;
        setup(&f, "en");
        f.params.justified = true;
        f.params.rtl = rtl == 1;
        f.params.measure = PT(251) + 7;
        text(&f, f.block, SAMPLE);
        set(&f, &par);
        assert_true(par.count > 4);
        for (uint32_t i = 0; i + 1 < par.count; i++) {
            const struct par_line *line = &par.lines[i];
            unit left = INT32_MAX, right = 0;
            assert_int_equal(line->width, f.params.measure);
            for (uint32_t j = 0; j < line->count; j++) {
                const struct frame_box *box = &line->items[j].box;
                if (line->items[j].u.glyphs.text.len == 1 && is_blank(line->items[j].u.glyphs.text))
                    continue;
                left = box->x < left ? box->x : left;
                right = box->x + box->width > right ? box->x + box->width : right;
            }
            assert_int_equal(left, 0);
            assert_int_equal(right, f.params.measure);
        }
        assert_true(par.lines[par.count - 1].width < f.params.measure);
        teardown(&f);
    }
}

static void test_forced(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    f.params.justified = true;
    text(&f, f.block, "12 High Street");
    add(&f, f.block, NODE_LINE_BREAK);
    text(&f, f.block, "London");
    add(&f, f.block, NODE_LINE_BREAK);
    add(&f, f.block, NODE_LINE_BREAK);
    text(&f, f.block, "N1");
    add(&f, f.block, NODE_LINE_BREAK);
    set(&f, &par);
    assert_int_equal(par.count, 4);
    assert_line(&f, &par.lines[0], "12 High Street "); /* parted for readers */
    assert_line(&f, &par.lines[1], "London ");
    assert_line(&f, &par.lines[2], "");
    assert_line(&f, &par.lines[3], "N1");
    assert_true(par.lines[0].width < PT(100)); /* not justified */
    assert_int_equal(par.lines[2].height, PT(19));
    unit smallest, largest;
    par_widths(&f.layout, f.block, &f.params, &smallest, &largest);
    assert_int_equal(largest, par.lines[0].width);
    assert_true(smallest < largest && smallest >= par.lines[1].width);
    teardown(&f);
}

/* UAX #14 has no opportunity behind the space of "( x", nor before a footnote's number. */
static void test_no_opportunity(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    text(&f, f.block, "aaaaaaaa ( aaaaaaaa!");
    struct node *ref = add(&f, f.block, NODE_NOTE_REF);
    ref->text = SLICE_LIT("1");
    f.params.measure = PT(78);
    set(&f, &par);
    assert_int_equal(par.count, 2);
    assert_line(&f, &par.lines[0], "aaaaaaaa ");
    assert_line(&f, &par.lines[1], "( aaaaaaaa!1");
    teardown(&f);
    setup(&f, "en");
    text(&f, f.block, "aa aaaaaaaa!");
    ref = add(&f, f.block, NODE_NOTE_REF);
    ref->text = SLICE_LIT("1");
    set(&f, &par);
    f.params.measure = par.width - PT(2);
    set(&f, &par);
    assert_int_equal(par.count, 2);
    assert_line(&f, &par.lines[1], "aaaaaaaa!1");
    teardown(&f);
}

static void test_no_break_space(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    text(&f, f.block, "take about 500\xc2\xa0mg now");
    f.params.measure = PT(85);
    set(&f, &par);
    assert_int_equal(par.count, 2);
    assert_line(&f, &par.lines[0], "take about ");
    assert_line(&f, &par.lines[1], "500\xc2\xa0mg now");
    teardown(&f);
}

static void test_soft_hyphen(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    struct node *node = text(&f, f.block, "micro\xc2\xadneedling");
    set(&f, &par);
    assert_int_equal(par.count, 1);
    assert_int_equal(par.lines[0].items[0].u.glyphs.count, 13); /* the soft hyphen shows nothing */
    unit whole = par.lines[0].width;
    f.params.measure = PT(70);
    set(&f, &par);
    assert_int_equal(par.count, 2);
    assert_line(&f, &par.lines[0], "micro\xc2\xad");
    assert_line(&f, &par.lines[1], "needling");
    assert_int_equal(par.lines[0].count, 2);
    const struct frame_item *hyphen = &par.lines[0].items[1];
    assert_true(hyphen->actual);
    assert_int_equal(hyphen->node, node->id);
    assert_int_equal(hyphen->u.glyphs.count, 1);
    assert_int_equal(hyphen->box.x + hyphen->box.width, par.lines[0].width);
    assert_true(par.lines[0].width + par.lines[1].width > whole);
    assert_int_equal(f.diags.count, 0);
    teardown(&f);
    /* shaped as one word as long as it is not parted: kerned */
    static const char *const forms[] = {"AV", "A\xc2\xadV"};
    unit widths[2];
    for (int i = 0; i < 2; i++) {
        setup(&f, "en");
        text(&f, f.block, forms[i]);
        set(&f, &par);
        widths[i] = par.width;
        teardown(&f);
    }
    assert_int_equal(widths[0], widths[1]);
}

static void need_dictionary(void)
{
    struct inputs *inputs = inputs_open(NULL, false);
    struct hyphenator_trouble trouble;
    struct hyphenator *probe = hyphenator_open(inputs, "en-GB", &trouble);
    inputs_close(inputs);
    if (!probe)
        skip();
    hyphenator_free(probe);
}

static void test_hyphenation(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    need_dictionary();
    setup(&f, "en-GB");
    text(&f, f.block, SAMPLE);
    f.params.measure = PT(120);
    f.params.justified = f.params.hyphenate = true;
    set(&f, &par);
    uint32_t hyphens = 0;
    for (uint32_t i = 0; i < par.count; i++) {
        const struct frame_item *last = &par.lines[i].items[par.lines[i].count - 1];
        hyphens += last->actual;
    }
    assert_true(hyphens > 0);
    assert_int_equal(f.diags.count, 0);
    teardown(&f);
}

/* A hyphen that the line's end adds would be typed with the address. */
static void test_addresses_are_not_hyphenated(void **state)
{
    (void)state;
    static const char *const addresses[] = {
        "https://www.clinic.example/preparation/microneedling-information/understanding",
        "www.clinic.example/understanding/preparation", "clinic.example/microneedling/preparation",
        "understanding.preparation@microneedling.example"};
    need_dictionary();
    size_t hyphens = 0;
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
        struct fixture f;
        struct par par;
        setup(&f, "en-GB");
        text(&f, f.block, "Before your preparation read ");
        const struct node *address = text(&f, f.block, addresses[i]);
        text(&f, f.block, " and understanding.");
        f.params.justified = f.params.hyphenate = true;
        for (f.params.measure = PT(60); f.params.measure < PT(300); f.params.measure += PT(7)) {
            set(&f, &par);
            for (uint32_t line = 0; line < par.count; line++) {
                const struct frame_item *last = &par.lines[line].items[par.lines[line].count - 1];
                hyphens += last->actual;
                assert_false(last->actual && last->node == address->id);
            }
        }
        teardown(&f);
    }
    assert_true(hyphens > 0); /* in the words around */
}

static void test_hyphenation_missing(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "tlh");
    text(&f, f.block, SAMPLE);
    f.params.hyphenate = true;
    set(&f, &par); /* only for lack of room in a cell: not told */
    assert_int_equal(f.diags.count, 0);
    teardown(&f);
    setup(&f, "tlh");
    text(&f, f.block, SAMPLE);
    f.params.hyphenate = f.style.hyphenate = true;
    set(&f, &par);
    set(&f, &par);
    assert_int_equal(f.diags.count, 1); /* once a language */
    assert_int_equal(f.diags.items[0].code, DIAG_CODE_HYPHENATION_MISSING);
    assert_non_null(strstr(f.diags.items[0].message, "\"tlh\""));
    teardown(&f);
}

static void test_url(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    text(&f, f.block, "www.example.org/skin/microneedling/after-care");
    f.params.measure = PT(160);
    set(&f, &par);
    assert_int_equal(f.diags.count, 0);
    assert_true(par.count >= 2);
    for (uint32_t i = 0; i < par.count; i++)
        assert_int_equal(count_kind(&par.lines[i], FRAME_GLYPHS), 1); /* no hyphen added */
    teardown(&f);
}

static void test_balance(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    text(&f, f.block, "What to do before your treatment starts");
    f.params.text = (struct style_text){.size = PT(29), .leading = PT(35), .face = FONT_BOLD};
    f.params.measure = PT(540);
    f.params.balance = true;
    set(&f, &par);
    assert_int_equal(par.count, 2);
    assert_true(par.lines[0].width < f.params.measure * 3 / 4);
    assert_true(par.lines[1].width > f.params.measure / 3);
    teardown(&f);
}

static void test_preformatted(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    f.block = add(&f, f.doc->root, NODE_CODE_BLOCK);
    text(&f, f.block, "if x:\n\tgo  on\n\nend of a long line of code\n");
    f.params.text.face = FONT_MONO;
    f.params.preformatted = true;
    f.params.justified = true; /* means nothing here */
    f.params.measure = PT(160);
    set(&f, &par);
    assert_int_equal(par.count, 5);
    assert_line(&f, &par.lines[0], "if x: ");
    assert_line(&f, &par.lines[1], "    go  on ");
    assert_line(&f, &par.lines[2], "");
    assert_line(&f, &par.lines[3], "end of a long line ");
    assert_line(&f, &par.lines[4], "of code");
    const struct frame_item *item = item_with(&par.lines[1], "go");
    unit column =
        scale_units(font_glyph_advance(f.tools.fonts, item->face, item->u.glyphs.glyphs[4].gid),
                    PT(13), font_metrics_get(f.tools.fonts, item->face)->units_per_em);
    assert_in_range(x_of(&par.lines[1], "go") - 4 * column + 4, 0, 8);
    assert_in_range(x_of(&par.lines[1], "on") - 8 * column + 8, 0, 16);
    assert_int_equal(x_of(&par.lines[4], "of"), 2 * PT(13)); /* goes on indented */
    assert_int_equal(f.diags.count, 0);
    teardown(&f);
}

static void test_picture(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    struct image image = {.width = 200, .height = 100};
    text(&f, f.block, "press ");
    struct node *node = add(&f, f.block, NODE_IMAGE);
    node->u.image.image = &image;
    node->u.image.alt = "";
    text(&f, f.block, " to start");
    set(&f, &par);
    const struct par_line *line = &par.lines[0];
    const struct frame_item *item = first_of(line, FRAME_IMAGE);
    assert_int_equal(item->node, node->id);
    assert_ptr_equal(item->u.image.image, &image);
    assert_int_equal(item->box.width, PT(72)); /* 200 dots at 200 an inch */
    assert_int_equal(item->box.height, PT(36));
    assert_int_equal(item->box.y + item->box.height, line->baseline);
    assert_true(line->height > PT(36));
    assert_true(x_of(line, "to") > item->box.x + item->box.width);
    f.params.measure = PT(40); /* made smaller */
    set(&f, &par);
    assert_int_equal(f.diags.count, 0);
    node->u.image.width = -50;
    f.params.measure = PT(400);
    set(&f, &par);
    assert_int_equal(first_of(&par.lines[0], FRAME_IMAGE)->box.width, PT(200));
    node->u.image.image = NULL; /* reported by the reader; nothing to draw */
    set(&f, &par);
    assert_int_equal(count_kind(&par.lines[0], FRAME_IMAGE), 0);
    teardown(&f);
}

static void test_media_and_icons(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    add(&f, f.block, NODE_ICON);
    struct node *span = add(&f, f.block, NODE_SPAN);
    span->media = NODE_MEDIA_EPUB;
    text(&f, span, "on screen ");
    span = add(&f, f.block, NODE_SPAN);
    span->media = NODE_MEDIA_PRINT;
    text(&f, span, "on paper");
    set(&f, &par);
    assert_line(&f, &par.lines[0], "on paper");
    teardown(&f);
}

static void test_label(void **state)
{
    (void)state;
    struct fixture f;
    setup(&f, "en");
    char number[] = "12.";
    struct par_line label =
        par_set_label(&f.layout, slice_from(number), &f.params.text, false, "en", 2);
    memset(number, 'x', 3); /* the text was copied */
    assert_true(label.height > 0);
    assert_line(&f, &label, "12.");
    assert_int_equal(label.items[0].node, 2);
    assert_int_equal(label.items[0].box.x, 0);
    assert_int_equal(label.items[0].box.width, label.width);
    label = par_set_label(&f.layout, slice_from(ARABIC_TAKE " 12"), &f.params.text, true, "ar", 0);
    assert_true(label.height > 0);
    assert_int_equal(label.items[0].artifact, FRAME_LAYOUT);
    assert_true(x_of(&label, ARABIC_TAKE) > x_of(&label, "12"));
    assert_int_equal(x_of(&label, "12"), 0);
    label = par_set_label(&f.layout, SLICE_EMPTY, &f.params.text, false, "en", 0);
    assert_int_equal(label.count, 0);
    assert_int_equal(label.height, 0);
    teardown(&f);
}

static void test_empty(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    unit smallest, largest;
    setup(&f, "en");
    set(&f, &par);
    assert_int_equal(par.count, 0);
    par_widths(&f.layout, f.block, &f.params, &smallest, &largest);
    assert_int_equal(smallest, 0);
    assert_int_equal(largest, 0);
    text(&f, f.block, "   ");
    set(&f, &par);
    for (uint32_t i = 0; i < par.count; i++)
        assert_int_equal(par.lines[i].count, 0);
    teardown(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),
        cmocka_unit_test(test_spaces),
        cmocka_unit_test(test_not_greedy),
        cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_link_over_lines),
        cmocka_unit_test(test_notes),
        cmocka_unit_test(test_stacked_marks),
        cmocka_unit_test(test_arabic),
        cmocka_unit_test(test_isolate),
        cmocka_unit_test(test_arabic_lines),
        cmocka_unit_test(test_justified),
        cmocka_unit_test(test_forced),
        cmocka_unit_test(test_no_opportunity),
        cmocka_unit_test(test_no_break_space),
        cmocka_unit_test(test_soft_hyphen),
        cmocka_unit_test(test_hyphenation),
        cmocka_unit_test(test_addresses_are_not_hyphenated),
        cmocka_unit_test(test_hyphenation_missing),
        cmocka_unit_test(test_url),
        cmocka_unit_test(test_balance),
        cmocka_unit_test(test_preformatted),
        cmocka_unit_test(test_picture),
        cmocka_unit_test(test_media_and_icons),
        cmocka_unit_test(test_label),
        cmocka_unit_test(test_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
