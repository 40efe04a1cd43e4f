#include "evidence/matterhorn.h"

#define NOTHING_MOVES                                                                              \
    "Nothing in the file moves or flickers: of a moving picture only the first is kept."
#define NOTHING_SOUNDS "The file holds no sound and no film: leafset takes none."

const struct criterion criteria_matterhorn[MATTERHORN_COUNT] = {
    {.id = "M01",
     .name = "Real content tagged",
     .proof =
         "By construction: what shows a node of the leaflet's tree is marked with that node's "
         "tag, and all else (rules, grounds, running feet) as an artifact. Tests compare every "
         "word of the tree with the tags, in their order.",
     .question = "Are the pictures without alternative text nothing but decoration?",
     .asked_of = FEATURE_DECORATIVE},
    {.id = "M02",
     .name = "Role mapping",
     .absent = "The file uses only the structure types of ISO 32000-1, so none is mapped."},
    {.id = "M03", .name = "Flickering", .absent = NOTHING_MOVES},
    {.id = "M04",
     .name = "Colour and contrast",
     .proof =
         "By construction: writers cannot colour words, boxes say in words what they are, links "
         "are underlined, and a theme whose colours have less contrast than 4.5:1 is refused.",
     .question = "Do the pictures say nothing by colour alone, and is what they show easy to see?",
     .asked_of = FEATURE_PICTURES},
    {.id = "M05", .name = "Sound", .absent = NOTHING_SOUNDS},
    {.id = "M06",
     .name = "Metadata",
     .proof =
         "By construction: the XMP metadata holds the title, without which no file is made, and "
         "the identifier of PDF/UA. veraPDF tests it."},
    {.id = "M07",
     .name = "Dictionary",
     .proof = "By construction: the catalogue says that the title is shown and that the file is "
              "tagged; nothing is called suspect. veraPDF tests it."},
    {.id = "M08",
     .name = "OCR validation",
     .absent = "The file holds no text that was read from a picture of a page."},
    {.id = "M09",
     .name = "Appropriate tags",
     .proof = "By construction: the tags are written from the tree, in its order, and nest as ISO "
              "14289-1 asks. Tests read them back, and veraPDF tests the nesting.",
     .question =
         "Is each part of the text marked as what it is: headings, lists, tables, quotations?",
     .codes = {DIAG_CODE_HEADING_UNMARKED, DIAG_CODE_LIST_UNMARKED, DIAG_CODE_QUOTE_UNMARKED,
               DIAG_CODE_TABLE_UNMARKED, DIAG_CODE_HEADING_LOOKS}},
    {.id = "M10",
     .name = "Character mappings",
     .proof = "By construction: each glyph maps to its text (ToUnicode), or a word has it beside "
              "(ActualText). Tests read every word back by four other programs."},
    {.id = "M11",
     .name = "Declared natural language",
     .proof =
         "By construction: the file names the leaflet's language, and each part that its writer "
         "marks as another one names that.",
     .question = "Is the language right, and are words in other languages marked as such?",
     .codes = {DIAG_CODE_LANGUAGE_ASSUMED, DIAG_CODE_LANGUAGE_UNMARKED}},
    {.id = "M12",
     .name = "Stretchable characters",
     .absent = "No character is put together from parts: leafset sets no formulas."},
    {.id = "M13",
     .name = "Graphics",
     .absent = "The leaflet has no pictures, no QR codes and no boxes with signs.",
     .needs = FEATURE_GRAPHICS,
     .proof = "By construction: each is a Figure with its alternative text and its box, or an "
              "artifact where it is decoration. A picture for which nothing is written is refused.",
     .question = "Do the words for each picture say what somebody who cannot see it needs?",
     .asked_of = FEATURE_PICTURES,
     .codes = {DIAG_CODE_IMAGE_ALT_VAGUE}},
    {.id = "M14",
     .name = "Headings",
     .proof = "By construction: the title is H1, the others H2 to H6 by their level. Asked of this "
              "leaflet: no level is skipped.",
     .question = "Is each line that a reader takes for a heading marked as one?",
     .codes = {DIAG_CODE_HEADING_SKIPPED, DIAG_CODE_H1_REPEATED, DIAG_CODE_HEADING_UNMARKED,
               DIAG_CODE_HEADING_LOOKS}},
    {.id = "M15",
     .name = "Tables",
     .absent = "The leaflet has no tables.",
     .needs = FEATURE_TABLES,
     .proof =
         "By construction: header cells are TH with their scope, rows are regular. veraPDF tests "
         "it.",
     .question = "Are the headers of each table those of its cells, and is it a table at all?",
     .codes = {DIAG_CODE_CELL_MISSING, DIAG_CODE_TABLE_UNMARKED, DIAG_CODE_TABLE_IN_TEXT,
               DIAG_CODE_TABLE_HEADLESS}},
    {.id = "M16",
     .name = "Lists",
     .absent = "The leaflet has no lists.",
     .needs = FEATURE_LISTS,
     .proof = "By construction: each list is L, its items LI with label and body, and how they are "
              "numbered is said.",
     .codes = {DIAG_CODE_LIST_UNMARKED}},
    {.id = "M17",
     .name = "Mathematical expressions",
     .absent = "The leaflet has no equals sign, no root and no other sign of a formula.",
     .needs = FEATURE_MATHS,
     .question =
         "Is what stands around the signs of mathematics plain when it is read aloud? leafset "
         "sets formulas as text, without the tag Formula."},
    {.id = "M18",
     .name = "Page headers and footers",
     .proof = "By construction: the running foot is an artifact of the kind Pagination."},
    {.id = "M19",
     .name = "Notes and references",
     .absent = "The leaflet has no footnotes.",
     .needs = FEATURE_NOTES,
     .proof = "By construction: each footnote is a Note with an ID of its own, and each reference "
              "leads to it. veraPDF tests it."},
    {.id = "M20", .name = "Optional content", .absent = "The file has no layers."},
    {.id = "M21", .name = "Embedded files", .absent = "No file is embedded."},
    {.id = "M22", .name = "Article threads", .absent = "The file has no article threads."},
    {.id = "M23", .name = "Digital signatures", .absent = "leafset does not sign files."},
    {.id = "M24",
     .name = "Non-interactive forms",
     .absent = "The leaflet has no lines or boxes to fill in by hand.",
     .needs = FEATURE_BLANKS,
     .question =
         "Is it plain, when it is read aloud, what is to be written where? leafset sets lines "
         "and boxes to fill in by hand as text, not as form fields."},
    {.id = "M25", .name = "XFA", .absent = "The file has no forms."},
    {.id = "M26", .name = "Security", .absent = "The file is not encrypted."},
    {.id = "M27",
     .name = "Navigation",
     .proof = "By construction: the outline has each heading, in the order and depth of the text. "
              "Tests compare the two."},
    {.id = "M28",
     .name = "Annotations",
     .absent = "The leaflet has no links, and leafset makes no other annotations.",
     .needs = FEATURE_LINKS,
     .proof =
         "By construction: links are the only annotations; each is in its Link tag, with words "
         "that say where it leads, and pages are walked in the order of the tags. veraPDF tests "
         "it."},
    {.id = "M29",
     .name = "Actions",
     .absent = "The file has no scripts: the one action is to follow a link."},
    {.id = "M30",
     .name = "XObjects",
     .proof =
         "By construction: external objects hold pictures alone, none is a reference to another "
         "file, and none holds tagged text."},
    {.id = "M31",
     .name = "Fonts",
     .proof = "By construction: every font is embedded as the subset that is shown, with its "
              "encodings and widths; a character without a glyph is an error. veraPDF tests it."},
};
