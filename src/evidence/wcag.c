#include "evidence/wcag.h"

#define NO_MEDIA "The files hold no sound and no film: leafset takes none."
#define NO_MOTION                                                                                  \
    "Nothing in the files moves, flashes or changes by itself: of a moving picture only the "      \
    "first is kept."
#define NO_FIELDS  "The files have no fields to fill in and nothing to send."
#define NO_SCRIPTS "The files have no scripts, no fields and no gestures of their own."
#define ONE_FILE   "It asks about sets of pages; each leaflet is one document."
#define NO_LINKS                                                                                   \
    "The leaflet has no links and no footnotes; its table of contents is the reading program's."
#define NO_PARTS                                                                                   \
    "The leaflet has no links, footnotes or tables, so nothing to operate; its table of contents " \
    "is the reading program's."

const struct criterion criteria_wcag[WCAG_COUNT] = {
    {.id = "1.1.1",
     .name = "Non-text Content",
     .level = "A",
     .absent = "The leaflet has no pictures, no QR codes and no boxes with signs.",
     .needs = FEATURE_GRAPHICS,
     .proof =
         "Asked of this leaflet: each picture has alternative text or is called decoration. QR "
         "codes and the signs of boxes have theirs by construction.",
     .question =
         "Do the words for each picture say what somebody who cannot see it needs, and is what "
         "is called decoration nothing more?",
     .asked_of = FEATURE_PICTURES,
     .codes = {DIAG_CODE_IMAGE_ALT_VAGUE}},
    {.id = "1.2.1",
     .name = "Audio-only and Video-only (Prerecorded)",
     .level = "A",
     .absent = NO_MEDIA},
    {.id = "1.2.2", .name = "Captions (Prerecorded)", .level = "A", .absent = NO_MEDIA},
    {.id = "1.2.3",
     .name = "Audio Description or Media Alternative (Prerecorded)",
     .level = "A",
     .absent = NO_MEDIA},
    {.id = "1.2.4", .name = "Captions (Live)", .level = "AA", .absent = NO_MEDIA},
    {.id = "1.2.5", .name = "Audio Description (Prerecorded)", .level = "AA", .absent = NO_MEDIA},
    {.id = "1.3.1",
     .name = "Info and Relationships",
     .level = "A",
     .proof = "By construction: headings, lists, tables, boxes and notes are tags in the PDF and "
              "elements in the EPUB, written from one tree. Tests compare all three.",
     .question =
         "Is each heading, list and table of the text marked as such, and does nothing depend "
         "on how it looks?",
     .codes = {DIAG_CODE_HEADING_UNMARKED, DIAG_CODE_LIST_UNMARKED, DIAG_CODE_QUOTE_UNMARKED,
               DIAG_CODE_TABLE_UNMARKED, DIAG_CODE_HEADING_LOOKS, DIAG_CODE_TABLE_IN_TEXT,
               DIAG_CODE_CELL_MISSING, DIAG_CODE_TABLE_HEADLESS}},
    {.id = "1.3.2",
     .name = "Meaningful Sequence",
     .level = "A",
     .proof =
         "By construction: the order of the tags and of the EPUB is that of the text as it was "
         "written. Tests compare every word, right-to-left text included."},
    {.id = "1.3.3",
     .name = "Sensory Characteristics",
     .level = "A",
     .question =
         "Does no instruction depend on shape, colour, size, place or sound alone (\"the box "
         "on the right\")?"},
    {.id = "1.3.4",
     .name = "Orientation",
     .level = "AA",
     .proof = "By construction: neither file asks for a way to hold the screen."},
    {.id = "1.3.5", .name = "Identify Input Purpose", .level = "AA", .absent = NO_FIELDS},
    {.id = "1.4.1",
     .name = "Use of Color",
     .level = "A",
     .proof = "By construction: writers cannot colour words, boxes say in words what they are, and "
              "links are underlined.",
     .question = "Do the pictures say nothing by colour alone?",
     .asked_of = FEATURE_PICTURES},
    {.id = "1.4.2", .name = "Audio Control", .level = "A", .absent = NO_MEDIA},
    {.id = "1.4.3",
     .name = "Contrast (Minimum)",
     .level = "AA",
     .proof =
         "By construction: the house's colours have a contrast of 4.5:1 or more, and others with "
         "less are refused.",
     .question = "Can words in pictures be read as easily?",
     .asked_of = FEATURE_PICTURES},
    {.id = "1.4.4",
     .name = "Resize Text",
     .level = "AA",
     .proof =
         "By construction: sizes in the EPUB follow the reader's own, and the PDF is text that can "
         "be enlarged. Tests set EPUB pages in large text."},
    {.id = "1.4.5",
     .name = "Images of Text",
     .level = "AA",
     .absent = "The leaflet has no pictures.",
     .needs = FEATURE_PICTURES,
     .question = "Is no text shown as a picture (logos do not count)?"},
    {.id = "1.4.10",
     .name = "Reflow",
     .level = "AA",
     .proof =
         "By construction: the EPUB is as wide as the screen; tables, which are excepted, become "
         "lists or scroll. Tests look at narrow screens. A PDF has fixed pages, and how far its "
         "tags let it reflow is the reading program's."},
    {.id = "1.4.11",
     .name = "Non-text Contrast",
     .level = "AA",
     .absent = "The leaflet has no pictures, no QR codes and no boxes with signs.",
     .needs = FEATURE_GRAPHICS,
     .proof =
         "By construction: signs of boxes have a contrast of 4.5:1 or more, and repeat what stands "
         "in words; QR codes are black on white.",
     .question = "Are the parts of pictures that matter easy to see (3:1)?",
     .asked_of = FEATURE_PICTURES},
    {.id = "1.4.12",
     .name = "Text Spacing",
     .level = "AA",
     .proof =
         "By construction: the style sheet of the EPUB gives no text a fixed height. PDF has no "
         "such setting."},
    {.id = "1.4.13",
     .name = "Content on Hover or Focus",
     .level = "AA",
     .absent =
         "leafset adds nothing that appears on hover or focus; what a reading program shows is "
         "its own."},
    {.id = "2.1.1",
     .name = "Keyboard",
     .level = "A",
     .absent = NO_PARTS,
     .needs = FEATURE_LINKS | FEATURE_TABLES,
     .proof =
         "By construction: links, and in the EPUB tables that scroll, are all there is to operate; "
         "reading programs reach both by keyboard."},
    {.id = "2.1.2", .name = "No Keyboard Trap", .level = "A", .absent = NO_SCRIPTS},
    {.id = "2.1.4", .name = "Character Key Shortcuts", .level = "A", .absent = NO_SCRIPTS},
    {.id = "2.2.1", .name = "Timing Adjustable", .level = "A", .absent = NO_SCRIPTS},
    {.id = "2.2.2", .name = "Pause, Stop, Hide", .level = "A", .absent = NO_MOTION},
    {.id = "2.3.1", .name = "Three Flashes or Below Threshold", .level = "A", .absent = NO_MOTION},
    {.id = "2.4.1", .name = "Bypass Blocks", .level = "A", .absent = ONE_FILE},
    {.id = "2.4.2",
     .name = "Page Titled",
     .level = "A",
     .proof = "By construction: without a title no file is made; both files name it, and reading "
              "programs are asked to show it.",
     .question = "Does the title say what the leaflet is about?"},
    {.id = "2.4.3",
     .name = "Focus Order",
     .level = "A",
     .absent = NO_PARTS,
     .needs = FEATURE_LINKS | FEATURE_TABLES,
     .proof =
         "By construction: links, and tables that scroll, are reached in the order of the text."},
    {.id = "2.4.4",
     .name = "Link Purpose (In Context)",
     .level = "A",
     .absent = NO_LINKS,
     .needs = FEATURE_LINKS,
     .proof =
         "By construction: a link without words shows its address, and those that leafset adds "
         "are the number or address itself.",
     .question = "Do the words of each link, with those around it, say where it leads?",
     .asked_of = FEATURE_OWN_LINKS,
     .codes = {DIAG_CODE_LINK_VAGUE}},
    {.id = "2.4.5", .name = "Multiple Ways", .level = "AA", .absent = ONE_FILE},
    {.id = "2.4.6",
     .name = "Headings and Labels",
     .level = "AA",
     .question = "Does each heading say what stands below it?",
     .codes = {DIAG_CODE_PLACEHOLDER_LEFT}},
    {.id = "2.4.7",
     .name = "Focus Visible",
     .level = "AA",
     .absent = NO_PARTS,
     .needs = FEATURE_LINKS | FEATURE_TABLES,
     .proof = "By construction: neither file hides the mark by which a reading program shows the "
              "focus."},
    {.id = "2.4.11",
     .name = "Focus Not Obscured (Minimum)",
     .level = "AA",
     .absent = "Nothing in the files covers anything else."},
    {.id = "2.5.1", .name = "Pointer Gestures", .level = "A", .absent = NO_SCRIPTS},
    {.id = "2.5.2", .name = "Pointer Cancellation", .level = "A", .absent = NO_SCRIPTS},
    {.id = "2.5.3",
     .name = "Label in Name",
     .level = "A",
     .absent = NO_LINKS,
     .needs = FEATURE_LINKS,
     .proof = "By construction: the name of a link is the words that are seen."},
    {.id = "2.5.4", .name = "Motion Actuation", .level = "A", .absent = NO_SCRIPTS},
    {.id = "2.5.7", .name = "Dragging Movements", .level = "AA", .absent = NO_SCRIPTS},
    {.id = "2.5.8",
     .name = "Target Size (Minimum)",
     .level = "AA",
     .absent = NO_LINKS,
     .needs = FEATURE_LINKS,
     .proof =
         "By construction: links stand in lines of text, which the criterion excepts (inline)."},
    {.id = "3.1.1",
     .name = "Language of Page",
     .level = "A",
     .proof = "By construction: both files name the leaflet's language. Asked of this leaflet: its "
              "writer said which.",
     .codes = {DIAG_CODE_LANGUAGE_ASSUMED}},
    {.id = "3.1.2",
     .name = "Language of Parts",
     .level = "AA",
     .proof = "By construction: what its writer marks as another language is marked in both files. "
              "Asked of this leaflet: no other script stands unmarked.",
     .question = "Are words in other languages marked (names and common loan words need not be)?",
     .codes = {DIAG_CODE_LANGUAGE_UNMARKED}},
    {.id = "3.2.1", .name = "On Focus", .level = "A", .absent = NO_SCRIPTS},
    {.id = "3.2.2", .name = "On Input", .level = "A", .absent = NO_FIELDS},
    {.id = "3.2.3", .name = "Consistent Navigation", .level = "AA", .absent = ONE_FILE},
    {.id = "3.2.4", .name = "Consistent Identification", .level = "AA", .absent = ONE_FILE},
    {.id = "3.2.6", .name = "Consistent Help", .level = "A", .absent = ONE_FILE},
    {.id = "3.3.1", .name = "Error Identification", .level = "A", .absent = NO_FIELDS},
    {.id = "3.3.2", .name = "Labels or Instructions", .level = "A", .absent = NO_FIELDS},
    {.id = "3.3.3", .name = "Error Suggestion", .level = "AA", .absent = NO_FIELDS},
    {.id = "3.3.4",
     .name = "Error Prevention (Legal, Financial, Data)",
     .level = "AA",
     .absent = NO_FIELDS},
    {.id = "3.3.7", .name = "Redundant Entry", .level = "A", .absent = NO_FIELDS},
    {.id = "3.3.8",
     .name = "Accessible Authentication (Minimum)",
     .level = "AA",
     .absent = "Nobody has to log in to read the files."},
    {.id = "4.1.2",
     .name = "Name, Role, Value",
     .level = "A",
     .absent = NO_PARTS,
     .needs = FEATURE_LINKS | FEATURE_TABLES,
     .proof =
         "By construction: links are Link tags with their words in the PDF and a elements in the "
         "EPUB, where tables that scroll are regions with a name."},
    {.id = "4.1.3", .name = "Status Messages", .level = "AA", .absent = NO_SCRIPTS},
};
