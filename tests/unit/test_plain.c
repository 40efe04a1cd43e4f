#include "large.h"
#include "reading.h"

/* A text of a plain article and the outline it must give (tests/unit/reading.h: outline). */
struct sample {
    const char *name, *text, *outline;
};

static const struct sample samples[] = {
    {"the shape of the source article",
     "What is microneedling?\n\nMany people ask about it.\n\nWhat happens\n\nNeedles prick the "
     "skin.\n\nThe benefits of microneedling\n\n1. Scar treatment\n\nIt can fade scars.\n\n"
     "2. Wrinkles\n\nNew cells form.\n\n3. Acne scars\n\nThey get shallower.\n\n4. Pores\n\n"
     "They show less.\n\nAsk your dermatologist first, then decide.\n",
     "h1 What is microneedling?|p Many people ask about it.|h2 What happens|p Needles prick the "
     "skin.|h2 The benefits of microneedling|h3 1. Scar treatment|p It can fade scars.|h3 2. "
     "Wrinkles|p New cells form.|h3 3. Acne scars|p They get shallower.|h3 4. Pores|p They show "
     "less.|p Ask your dermatologist first, then decide."},
    {"a phone number is no heading", "T\n\nCall 020 7946 0000\n\nWe answer all day.\n",
     "h1 T|p Call 020 7946 0000|p We answer all day."},
    {"nor is a short one",
     "T\n\nCall 999\n\nSay where you are.\n\nAsk 111 for advice\n\nIt is "
     "free.\n",
     "h1 T|p Call 999|p Say where you are.|p Ask 111 for advice|p It is free."},
    {"a year is no phone number", "T\n\nWhat changed in 2026\n\nA lot.\n",
     "h1 T|h2 What changed in 2026|p A lot."},
    {"lower case is text", "T\n\nyour medicines\n\nBring them.\n\n“your letter”\n\nToo.\n",
     "h1 T|p your medicines|p Bring them.|p “your letter”|p Too."},
    {"a colon is text", "T\n\nYou will need:\n\n- a towel\n- water\n",
     "h1 T|p You will need:|- a towel|- water"},
    {"a heading may stand over a list", "T\n\nWhat to bring\n\n• a towel\n• water\n",
     "h1 T|h2 What to bring|- a towel|- water"},
    {"a web address is text",
     "T\n\nSee riverside.example/find-us\n\nOr ask.\n\nwww.example.org\n\n"
     "Or https://example.org (new)\n\nEnd.\n",
     "h1 T|p See riverside.example/find-us|p Or ask.|p www.example.org|p Or https://example.org "
     "(new)|p End."},
    {"an e-mail address is text", "T\n\nWrite to skin@riverside.example\n\nWe answer.\n",
     "h1 T|p Write to skin@riverside.example|p We answer."},
    {"steps are a list and keep their numbers",
     "T\n\n1. Wash your hands\n\n2. Open the tube\n\n3. Put the cream on\n",
     "h1 T|1 Wash your hands|2 Open the tube|3 Put the cream on"},
    {"steps in one block", "T\n\nDo this:\n1. Wash\n2. Dry\n3. Rest\n\nThen wait.\n",
     "h1 T|p Do this:|1 Wash|2 Dry|3 Rest|p Then wait."},
    {"one step without text makes all a list",
     "T\n\n1. Wash\n\nUse soap.\n\n2. Dry\n\n3. Rest\n\nFor an hour.\n",
     "h1 T|1 Wash|>p Use soap.|2 Dry|3 Rest|p For an hour."},
    {"sentences with numbers are steps, not headings",
     "T\n\n1. Wash your hands.\n\nUse soap.\n\n2. Dry them.\n\nUse a towel.\n",
     "h1 T|1 Wash your hands.|>p Use soap.|2 Dry them.|p Use a towel."},
    {"numbers go on across sections",
     "T\n\nBefore\n\n1. Eat\n\nA little.\n\n2. Drink\n\nWater.\n\nAfter\n\n3. Rest\n\nAn hour.\n",
     "h1 T|h2 Before|h3 1. Eat|p A little.|h3 2. Drink|p Water.|h2 After|h3 3. Rest|p An hour."},
    {"numbered headings without a section above are sections",
     "T\n\n1. Scars\n\nText.\n\n2. Lines\n\nText too.\n",
     "h1 T|h2 1. Scars|p Text.|h2 2. Lines|p Text too."},
    {"a date with a number is no list", "T\n\n23. November 2026\n\nClosed all day.\n",
     "h1 T|p 23. November 2026|p Closed all day."},
    {"wrong numbers are kept", "T\n\n1. Wash\n3. Rest\n2. Dry\n", "h1 T|1 Wash|3 Rest|2 Dry"},
    {"a heading with nothing under it is text", "T\n\nText here.\n\nThank you\n",
     "h1 T|p Text here.|p Thank you"},
    {"a short line below the title is text", "T\n\nA word first\n\nYour visit\n\nCome early.\n",
     "h1 T|p A word first|h2 Your visit|p Come early."},
    {"a section and its first part", "T\nText.\nYour wound\nKeeping it dry\nDo not bathe.\n",
     "h1 T|p Text.|h2 Your wound|h2 Keeping it dry|p Do not bathe."},
    {"the same between blank lines",
     "T\n\nText.\n\nYour wound\n\nKeeping it dry\n\nDo not "
     "bathe.\n\nOne\n\nTwo\n\nThree\n\nText.\n",
     "h1 T|p Text.|h2 Your wound|h2 Keeping it dry|p Do not bathe.|p One|p Two|h2 Three|p Text."},
    {"hard-wrapped lines become one paragraph",
     "T\n\nYour skin is pricked with many very fine, sterile needles. Your\nbody treats each "
     "prick as a small wound. It repairs it by making\ncollagen.\n",
     "h1 T|p Your skin is pricked with many very fine, sterile needles. Your body treats each "
     "prick as a small wound. It repairs it by making collagen."},
    {"a wrapped line may begin with a number",
     "T\n\nThe rules that we follow when we treat your skin are in section\n4. They are on the "
     "wall of the room where you wait for your turn.\n",
     "h1 T|p The rules that we follow when we treat your skin are in section 4. They are on the "
     "wall of the room where you wait for your turn."},
    {"short lines keep their ends", "T\n\nRiverside Skin Clinic\nMill Lane\nRiverside\n",
     "h1 T|p Riverside Skin Clinic Mill Lane Riverside"},
    {"Windows line ends and a byte-order mark",
     "\xef\xbb\xbfTitle\r\n\r\nWhat it is\r\n\r\nOne line\r\nand one more that is clearly longer "
     "than the first one was.\r\n\r\n- a\r\n- b\r\n",
     "h1 Title|h2 What it is|p One line and one more that is clearly longer than the first one "
     "was.|- a|- b"},
    {"old Macintosh line ends", "Title\r\rWhat it is\r\rText.\r", "h1 Title|h2 What it is|p Text."},
    {"items over several lines, one in another",
     "T\n\n- a towel\n  that is clean\n  - cotton\n  - linen\n- water\n\n* more\n",
     "h1 T|- a towel that is clean|>- cotton|>- linen|- water|- more"},
    {"a bullet needs a space", "T\n\n-5 degrees\n\nIs cold.\n\n*Note\n\nText.\n",
     "h1 T|h2 -5 degrees|p Is cold.|h2 *Note|p Text."},
    {"a title over two lines",
     "Microneedling: what it is and\nhow it may help your skin\n\nText.\n",
     "h1 Microneedling: what it is and how it may help your skin|p Text."},
    {"text right below the title", "The title\nText that follows it here.\n\nMore.\n",
     "h1 The title|p Text that follows it here.|p More."},
    {"running text first is no title",
     "This leaflet is about microneedling, which pricks the skin with\nfine needles. Please read "
     "it.\n\nMore.\n",
     "p This leaflet is about microneedling, which pricks the skin with fine needles. Please read "
     "it.|p More."},
    {"ends of sentences behind quotes and brackets",
     "T\n\nShe said “yes.”\n\nText.\n\nIt works (mostly.)\n\nText.\n\nWhy “now”?\n\nText.\n",
     "h1 T|p She said “yes.”|p Text.|p It works (mostly.)|p Text.|h2 Why “now”?|p Text."},
    {"lines of marks", "T\n\nOne.\n\n* * *\n\nTwo\n-----\nThree\n",
     "h1 T|p One.|hr|p Two|hr|p Three"},
    {"other scripts", "عنوان\n\nما هو العلاج؟\n\nهذا نص.\n\n治疗是什么\n\n这是文本。\n",
     "h1 عنوان|h2 ما هو العلاج؟|p هذا نص.|h2 治疗是什么|p 这是文本。"},
    {"no markup is read",
     "T\n\n# Not a heading *at all*.\n\n> [!WARNING] is text.\n\n[x]: "
     "drug\n",
     "h1 T|p # Not a heading *at all*.|p > [!WARNING] is text.|p [x]: drug"},
    {"long lines are no headings",
     "T\n\nThis line is long and has no full stop at its end but it is a sentence all the same\n\n"
     "Text.\n",
     "h1 T|p This line is long and has no full stop at its end but it is a sentence all the "
     "same|p Text."},
    {"a paragraph a line",
     "T\nWhy is it so?\nBecause it is.\nIt has always been.\nWhom to ask\nAsk a nurse.\n",
     "h1 T|h2 Why is it so?|p Because it is.|p It has always been.|h2 Whom to ask|p Ask a nurse."},
    {"a list whose bullets are lost is kept line by line",
     "T\nText here.\nIt comes from:\nbleach, and all that holds any of it, such as "
     "cleaners\nsalt\nCall "
     "us\nCall if it burns.\n",
     "h1 T|p Text here.|p It comes from:|p bleach, and all that holds any of it, such as cleaners "
     "salt|h2 Call us|p Call if it burns."},
    {"short items below a lead-in do not run together",
     "T\n\nWe wrap these lines at a measure of nearly seventy columns, so that\nit is plain to see "
     "where they "
     "end. This one is of the same length as\nthe others, and so is the third, in which nothing "
     "new is said at\n"
     "all.\nCall your doctor or one of the nurses if your child\nis pale\nis not drinking\nis "
     "drowsy\n",
     "h1 T|p We wrap these lines at a measure of nearly seventy columns, so that it is plain to "
     "see where they "
     "end. This one is of the same length as the others, and so is the third, in which nothing new "
     "is said at "
     "all.|p Call your doctor or one of the nurses if your child is pale|p is not drinking is "
     "drowsy"},
    {"long lines do not run together",
     "T\nThis line of more than a hundred and forty columns was never wrapped, whatever it ends "
     "in, as no "
     "measure of a page would ever be as wide as that, and it has no stop\nand this one, too, "
     "which goes on in "
     "a small letter, is kept on a line of its own, as nothing says that it belongs to the line "
     "above it at "
     "all\n",
     "h1 T|p This line of more than a hundred and forty columns was never wrapped, whatever it "
     "ends in, "
     "as no measure of a page would ever be as wide as that, and it has no stop|p and this one, "
     "too, which "
     "goes on in a small letter, is kept on a line of its own, as nothing says that it belongs to "
     "the line "
     "above it at all"},
    {"bullets of word processors, some of which stand inside others",
     "T\n\n\uf0b7\ta\n\u2022\tb\no\tc\n\u25aa d\n\u00b7 e\n\u25cf\u200b g\n\u2022h \u2022 "
     "i\n\nT\n\n\u2013 "
     "a\n\u2013 b\n",
     "h1 T|- a|- b|>- c|>>- d|- e|- g|- h|- i|h2 T|- a|- b"},
    {"boxes to tick, and a star of Wingdings", "T\n\n\u2610 a\n\uf0ab b\n", "h1 T|- a|- b"},
    {"lists in letters and Roman numerals",
     "T\n\nEither:\na) wait\nb) go\n\nOr:\n(i) one\n(ii) two\n\nOr:\nA. x\n\nOr:\ni) x\nii) y\n",
     "h1 T|p Either:|1 wait|2 go|p Or:|1 one|2 two|p Or:|p A. x|p Or:|1 x|2 y"},
    {"a bullet alone belongs to the next line",
     "T\n\n\u2022\n\nWash.\n\u2022\n\u2022\nDry.\n\n\u2022   \u2022 Rest.\n",
     "h1 T|- Wash.|p \u2022 \u2022|p Dry.|p \u2022|- Rest."},
    {"a dash inside a sentence is none",
     "T\n\nYour airways become narrow where something irritates the lungs\n- as dust does - and "
     "the muscles "
     "around them tighten, every time.\n",
     "h1 T|p Your airways become narrow where something irritates the lungs - as dust does - and "
     "the "
     "muscles around them tighten, every time."},
    {"a minus is no bullet", "T\n\nBelow\n- 5 \u00b0C\n\n- wash\n- 5 \u00b0C\n- dry\n",
     "h1 T|p Below - 5\u00a0\u00b0C|- wash|p - 5\u00a0\u00b0C|- dry"},
    {"letters for numbers stay in the words", "T\n\nEither:\na) wait\n(ii) go\nStep 1: run\n",
     "h1 T|p Either:|p a) wait (ii) go|p Step 1: run"},
    {"words parted at line ends",
     "T\n\nYou blow into the machine, or rather into its mouth-\npiece, as hard as you can, for "
     "about 20-\n30 "
     "minutes in all. We compare what it shows pre- \nand post-op with that of chil\u00ad\ndren.\n",
     "h1 T|p You blow into the machine, or rather into its mouth-piece, as hard as you can, for "
     "about "
     "20-30 minutes in all. We compare what it shows pre- and post-op with that of "
     "chil\u00addren."},
    {"pages", "Clinic\nTitle\n\nText.\nPage 1 of 2\n\fClinic\nMore.\n2\f",
     "h1 Title|p Clinic|p Text.|p Page 1 of 2|p Clinic|p More.|p 2"},
    {"line ends of word processors", "Title\vAnd text.\u2028Lines.\u2029Paragraph.\n",
     "h1 Title|p And text.|p Lines.|p Paragraph."},
    {"rows of columns stay lines", "T\n\nDrug\tDose\naspirin\t75 mg\nand more\tnothing\n",
     "h1 T|p Drug\tDose aspirin\t75"
     "\u00a0mg and more\tnothing"},
    {"a comma or a dash goes on",
     "T\n\nYours sincerely,\n\nThe nurses\n\nText.\n\nNext –\n\nText.\n",
     "h1 T|p Yours sincerely,|h2 The nurses|p Text.|p Next –|p Text."},
};

static void samples_give_their_outline(void **state)
{
    (void)state;
    assert_true(sizeof samples / sizeof *samples >= 20);
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct reading *r = read_string(samples[i].text, READ_PLAIN);
        if (strcmp(outline(r), samples[i].outline) != 0)
            fail_msg("%s:\nwanted %s\ngot    %s", samples[i].name, samples[i].outline, outline(r));
        end_reading(r);
    }
}

/* White space of plain text, which ends lines: form feed, vertical tab, U+2028, U+2029. */
static bool is_white(struct slice text, size_t at)
{
    size_t from = at > 1 ? at - 2 : 0;
    struct slice around = slice_sub(text, from, at + 3 - from);
    return ascii_is_space(text.ptr[at]) || text.ptr[at] == '\f' || text.ptr[at] == '\v' ||
           memmem(around.ptr, around.len, "\xe2\x80\xa8", 3) ||
           memmem(around.ptr, around.len, "\xe2\x80\xa9", 3);
}

/* Every byte of every sample that is no white space is in some node. */
static void no_byte_is_lost(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct reading *r = read_string(samples[i].text, READ_PLAIN);
        const struct source *source = r->doc->source;
        char *seen = calloc(1, source->text.len + 1);
        for (const struct node *at = r->doc->root; at; at = node_next(at, r->doc->root))
            if (at->span.source == source && at->kind != NODE_LIST)
                memset(seen + at->span.offset, 1, at->span.len);
        for (size_t at = slice_starts(source->text, "\xef\xbb\xbf") ? 3 : 0; at < source->text.len;
             at++)
            if (!seen[at] && !is_white(source->text, at))
                fail_msg("%s: byte %zu '%c' is lost", samples[i].name, at, source->text.ptr[at]);
        free(seen);
        end_reading(r);
    }
}

/* What a TEXT says stands at the place in the source that it names. Quotes and no-break spaces,
 * which are set for others, are passed over. */
static void places_are_exact(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct reading *r = read_string(samples[i].text, READ_PLAIN);
        for (const struct node *at = r->doc->root; at; at = node_next(at, r->doc->root)) {
            if (at->kind != NODE_TEXT || at->generated || memchr(at->text.ptr, '"', at->text.len) ||
                memchr(at->text.ptr, '\xc2', at->text.len))
                continue;
            for (size_t k = 0; k < at->text.len; k++) {
                struct span span = node_text_span(at, k, 1);
                char there = span.source->text.ptr[span.offset];
                if (there != at->text.ptr[k] && at->text.ptr[k] != ' ')
                    fail_msg("%s: '%c' is not at %u", samples[i].name, at->text.ptr[k],
                             span.offset);
            }
        }
        end_reading(r);
    }
}

static void every_block_says_why(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct reading *r = read_string(samples[i].text, READ_PLAIN);
        for (const struct node *at = r->doc->root->first; at; at = at->next)
            if (!at->generated && !at->reason)
                fail_msg("%s: no reason", samples[i].name);
        end_reading(r);
    }
    struct reading *r = read_string("T\n\nCall 020 7946 0000\n\nText.\n", READ_PLAIN);
    assert_holds(dump(r), "paragraph reason=\"holds a phone number\"");
    end_reading(r);
}

static void wrong_numbers_are_told(void **state)
{
    (void)state;
    struct reading *r = read_string("T\n\n1. Wash\n3. Rest\n2. Dry\n", READ_PLAIN);
    assert_int_equal(count_code(r, DIAG_CODE_LIST_NUMBERS), 2);
    assert_code_at(r, DIAG_CODE_LIST_NUMBERS, 4, 1);
    end_reading(r);
    r = read_string("T\n\n1. Wash\n2. Rest\n", READ_PLAIN);
    assert_int_equal(count_code(r, DIAG_CODE_LIST_NUMBERS), 0);
    end_reading(r);
}

static void addresses_become_links(void **state)
{
    (void)state;
    struct reading *r = read_string("T\n\nSee (https://a.example/x?y=1), www.b.example. or "
                                    "c@d.example; not e@f or http://.\n",
                                    READ_PLAIN);
    const char *text = dump(r);
    assert_holds(text, "link href=\"https://a.example/x?y=1\"");
    assert_holds(text, "link href=\"https://www.b.example\"");
    assert_holds(text, "link href=\"mailto:c@d.example\"");
    assert_lacks(text, "mailto:e@f");
    assert_lacks(text, "href=\"http://");
    assert_lacks(text, "print-only"); /* the words show the address */
    end_reading(r);
}

static void line_ends_of_addresses_are_kept(void **state)
{
    (void)state;
    struct reading *r = read_string("T\n\nMill Lane\nRiverside\n", READ_PLAIN);
    assert_holds(dump(r), "line-break");
    end_reading(r);
}

static void a_front_title_leaves_the_first_line_alone(void **state)
{
    (void)state;
    struct reading *r =
        read_string("---\ntitle: Other title\nlang: en\n---\nWhat is it?\n\nText.\n", READ_PLAIN);
    assert_int_equal(r->diags.count, 0);
    assert_string_equal(outline(r), "h1 Other title|h2 What is it?|p Text.");
    end_reading(r);
    r = read_string("---\ntitle: \"What's IT?\"\nlang: en\n---\nWhat’s it?\n\nText.\n", READ_PLAIN);
    assert_int_equal(r->diags.count, 0);
    assert_string_equal(outline(r), "h1 What’s it?|p Text.");
    end_reading(r);
}

/* 10 MB in one line, 200,000 items, 100,000 blocks: linear. */
static void large_texts_are_read(void **state)
{
    (void)state;
    struct buf text = {0};
    buf_put_string(&text, "Title\n\n");
    while (text.len < LARGE(10000000))
        buf_put_string(&text, "word and another@word.example ");
    struct reading *r = read_bytes(buf_slice(&text), READ_PLAIN);
    assert_int_equal(r->diags.errors, 0);
    end_reading(r);
    buf_clear(&text);
    buf_put_string(&text, "Title\n\n");
    for (int i = 0; i < LARGE(100000); i++)
        buf_format(&text, "%*s- x\n", i % 50, "");
    for (int i = 0; i < LARGE(50000); i++)
        buf_format(&text, "\n1. x\n\nA short line %d\n", i);
    r = read_bytes(buf_slice(&text), READ_PLAIN);
    assert_int_equal(r->diags.errors, 0);
    end_reading(r);
    buf_clear(&text);
    buf_put_string(&text, "Title\n\n");
    for (int i = 0; i < LARGE(100000); i++) /* one paragraph */
        buf_put_string(&text, "A line that ends in an address, as in a@word.example\n");
    r = read_bytes(buf_slice(&text), READ_PLAIN);
    assert_int_equal(r->diags.errors, 0);
    end_reading(r);
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(samples_give_their_outline),
        cmocka_unit_test(no_byte_is_lost),
        cmocka_unit_test(places_are_exact),
        cmocka_unit_test(every_block_says_why),
        cmocka_unit_test(wrong_numbers_are_told),
        cmocka_unit_test(addresses_become_links),
        cmocka_unit_test(line_ends_of_addresses_are_kept),
        cmocka_unit_test(a_front_title_leaves_the_first_line_alone),
        cmocka_unit_test(large_texts_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
