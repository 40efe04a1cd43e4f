#include "check/rows.h"

#include "check/boxes.h"
#include "check/headings.h"
#include "check/language.h"
#include "check/leftovers.h"
#include "check/lengths.h"
#include "check/links.h"
#include "check/lists.h"
#include "check/notes.h"
#include "check/numbers.h"
#include "check/posed.h"
#include "check/vague.h"
#include "check/wishes.h"
#include "check/words.h"

/* A row of what a reader or a writer tells. */
#define TOLD(symbol, of, what) {.code = DIAG_CODE_##symbol, .family = RULE_##of, .asks = what}
/* A row of a rule over the tree. */
#define RULE(symbol, of, what, function)                                                           \
    {.code = DIAG_CODE_##symbol, .family = RULE_##of, .asks = what, .run = function}

static const struct rule rows[] = {
    /* files and settings */
    TOLD(NOT_TEXT, FILES, "a leaflet is Markdown or plain text, not a word processor's file"),
    TOLD(NOT_UTF8, FILES, "the file is saved as UTF-8"),
    TOLD(UTF16, FILES, "the file is saved as UTF-8, not UTF-16"),
    TOLD(NUL_BYTE, FILES, "the file holds text, no zero bytes"),
    TOLD(FILE_TOO_LARGE, FILES, "a leaflet has at most 64 MiB"),
    TOLD(FILE_UNREADABLE, FILES, "every file that a leaflet needs can be read"),
    TOLD(EMPTY_FILE, FILES, "a leaflet has words"),
    TOLD(NOTHING_TO_BUILD, FILES, "the paths that are given hold leaflets"),
    TOLD(MORE_DIAGNOSTICS, FILES, "no leaflet has more than 50 findings of one kind"),
    TOLD(YAML_SYNTAX, FILES, "front matter and settings are lines of the form key: value"),
    TOLD(YAML_ALIAS, FILES, "front matter says each value where it belongs, without aliases"),
    TOLD(YAML_TOO_DEEP, FILES, "front matter is not nested deeply"),
    TOLD(KEY_UNKNOWN, FILES, "each key of front matter and settings is one that leafset knows"),
    TOLD(KEY_OTHER, FILES, "keys that only other programs read are named as such"),
    TOLD(KEY_REPEATED, FILES, "a key is written once"),
    TOLD(VALUE_TYPE, FILES, "a value has the form that its key asks for"),
    TOLD(VALUE_COMMENT, FILES, "a # inside a value stands in quotes"),
    TOLD(VALUE_FORM, FILES, "a value is one that its key takes"),
    TOLD(THEME_CONTRAST, FILES, "colours of text and ground differ by 4.5 to 1"),
    TOLD(THEME_FONT, FILES, "the fonts of the theme can be read and embedded"),
    TOLD(THEME_FACE_MISSING, FILES, "the fonts of the theme have all faces"),
    TOLD(SETTINGS_NAME, FILES, "the settings' file is called clinic.yml"),
    TOLD(SETTINGS_OUTSIDE, FILES, "the settings lie in the folder of the content"),
    TOLD(LANGUAGE_ASSUMED, FILES, "a leaflet says its language"),
    TOLD(LANGUAGE_WORDS, FILES, "leafset has labels in the leaflet's language"),
    TOLD(WORDS_UNREVIEWED, FILES, "somebody who speaks the language has checked its labels"),
    {.code = DIAG_CODE_RULE_REFUSED,
     .family = RULE_FILES,
     .asks = "what check: in the settings wishes can be had: errors stay errors",
     .run = check_wishes},
    TOLD(ALLOW_WRONG, FILES, "an allowance names a rule that can be allowed, and says why"),
    TOLD(ALLOW_UNUSED, FILES, "an allowance allows something"),

    /* what is written is what is read */
    TOLD(NESTING_TOO_DEEP, MARKUP, "lists and quotes are not nested deeply"),
    TOLD(TABLE_TOO_WIDE, MARKUP, "a table has at most as many columns as can be set"),
    TOLD(CELL_MISSING, MARKUP, "each row of a table has a cell for each column"),
    TOLD(SIGN_KEPT, MARKUP, "signs of markup that mean nothing are not left in the text"),
    TOLD(MARKUP_UNCLOSED, MARKUP, "bold, italics and the like end where they should"),
    TOLD(HEADING_UNMARKED, MARKUP, "what is meant as a heading is marked as one"),
    TOLD(LIST_UNMARKED, MARKUP, "what is meant as a list is marked as one"),
    TOLD(TABLE_UNMARKED, MARKUP, "what is meant as a table is marked as one"),
    TOLD(HEADING_DOUBTFUL, MARKUP, "a line below text does not make it a heading by mistake"),
    TOLD(CODE_INDENTED, MARKUP, "indented text does not become code by mistake"),
    TOLD(LINES_JOINED, MARKUP, "lines that must stay apart are marked so"),
    TOLD(QUOTE_LAZY, MARKUP, "each line of a quote begins with >"),
    TOLD(LINK_UNDEFINED, MARKUP, "a link by label has its address"),
    TOLD(IMAGE_UNMARKED, MARKUP, "a picture is written as ![what it shows](file)"),
    TOLD(ATTRIBUTE_UNUSED, MARKUP, "attributes of HTML say something that can be shown"),
    TOLD(ENTITY_UNKNOWN, MARKUP, "entities such as &nbsp; exist"),
    TOLD(CELL_DROPPED, MARKUP, "no cell stands outside the columns of its table"),
    TOLD(LINK_DEFINITION_UNUSED, MARKUP, "a link's definition belongs to a link"),
    TOLD(LINK_ADDRESS_UNUSED, MARKUP, "words in brackets behind a link are not taken for a title"),
    TOLD(FOOTNOTE_UNUSED, MARKUP, "each footnote is called"),
    TOLD(FOOTNOTE_REPEATED, MARKUP, "a footnote is written once"),
    TOLD(FOOTNOTE_MISSING, MARKUP, "each call of a footnote has its footnote"),
    TOLD(ABBREVIATION_UNUSED, MARKUP, "a defined abbreviation occurs"),
    TOLD(ABBREVIATION_REPEATED, MARKUP, "an abbreviation is defined once"),
    TOLD(CALLOUT_UNKNOWN, MARKUP, "a box is of a kind that leafset knows"),
    TOLD(CALLOUT_UNMARKED, MARKUP, "what is meant as a box is marked as one"),
    TOLD(CALLOUT_RENAMED, MARKUP, "a box has leafset's name for its kind"),
    RULE(CALLOUT_EMPTY, MARKUP, "a box has words", check_boxes),
    TOLD(CALLOUT_UNLISTED, MARKUP, "a box of what to do, or not to do, holds a list"),
    TOLD(MARK_UNKNOWN, MARKUP, "marks of other tools are not left in the text"),
    TOLD(HTML_UNKNOWN, MARKUP, "tags of HTML are ones that leafset knows"),
    TOLD(HTML_UNREAD, MARKUP, "Markdown inside HTML is read as Markdown"),
    TOLD(HTML_LOOKS, MARKUP, "text is not styled by HTML"),
    TOLD(CELL_BLOCK, MARKUP, "cells hold words and lists"),
    TOLD(HTML_LOST, MARKUP, "HTML holds nothing that cannot be shown"),
    TOLD(LIST_NUMBERS, MARKUP, "the numbers of a list's items are those that print"),
    TOLD(TEXT_DROPPED, MARKUP, "no text is dropped"),
    TOLD(CAPTION_AMBIGUOUS, MARKUP, "a caption belongs to one table or picture"),
    TOLD(CAPTION_STRAY, MARKUP, "a caption stands with its table or picture"),
    RULE(SIGN_AS_BULLET, MARKUP, "a bullet is not the sign of a number", check_bullet_signs),
    RULE(NUMBER_CHANGED, MARKUP, "every number is kept as written, with sign and unit",
         check_numbers),
    RULE(TEXT_GARBLED, MARKUP, "characters are read as they were saved", check_encoding),
    TOLD(CONTROL_CHARACTER, MARKUP, "text holds no control characters"),
    TOLD(LINES_ASSUMED, MARKUP, "it is sure which lines of a plain text belong together"),
    TOLD(WORD_PARTED, MARKUP, "words are not parted at line ends"),
    TOLD(PAGE_FURNITURE, MARKUP, "headers and footers of pages are not left in the text"),
    TOLD(TABLE_IN_TEXT, MARKUP, "a plain text holds no table"),
    TOLD(MARKDOWN_IN_TEXT, MARKUP, "a plain text holds no Markdown"),

    /* structure */
    {.code = DIAG_CODE_NO_TITLE,
     .family = RULE_STRUCTURE,
     .asks = "a leaflet has a title",
     .source = "WCAG 2.2, 2.4.2; https://w3.org/WAI/WCAG22/Understanding/page-titled"},
    TOLD(TITLE_TWICE, STRUCTURE, "the title is said once"),
    TOLD(H1_REPEATED, STRUCTURE, "only the title is a heading of level 1"),
    {.code = DIAG_CODE_HEADING_SKIPPED,
     .family = RULE_STRUCTURE,
     .asks = "headings do not skip a level",
     .source = "ISO 14289-1, 7.4.2; "
               "https://service-manual.nhs.uk/accessibility/content",
     .bad = "## Risks\n\n#### Rare risks\n\nVery few people bleed.\n",
     .good = "## Risks\n\n### Rare risks\n\nVery few people bleed.\n",
     .run = check_heading_levels},
    TOLD(HEADING_EMPTY, STRUCTURE, "a heading has words"),
    {.code = DIAG_CODE_HEADING_LOOKS,
     .family = RULE_STRUCTURE,
     .asks = "a line that looks like a heading is one",
     .source = "WCAG 2.2, 1.3.1; "
               "https://w3.org/WAI/WCAG22/Understanding/info-and-relationships",
     .bad = "**Before you come**\n\nEat as usual, and drink plenty of water.\n\n"
            "**After the test**\n\nYou can drive home.\n",
     .good = "## Before you come\n\nEat as usual, and drink plenty of water.\n",
     .run = check_posed_headings},
    TOLD(LINK_BROKEN, STRUCTURE, "a link leads to something that is there"),
    TOLD(LINK_UNTITLED, STRUCTURE, "a link to a leaflet can show that leaflet's title"),
    TOLD(LINK_NO_LEAFLET, STRUCTURE, "a link to a source leads to a leaflet of the build"),
    RULE(LINK_DRAFT, STRUCTURE, "a released leaflet links to no draft", check_link_drafts),
    RULE(LINK_SITE_MISSING, STRUCTURE, "the website that links lead to is named", check_link_sites),
    TOLD(LINK_SITE_REFUSED, STRUCTURE, "a released leaflet has no link that leads nowhere"),
    {.code = DIAG_CODE_LINK_EMPTY,
     .family = RULE_STRUCTURE,
     .asks = "a link has words",
     .source = "WCAG 2.2, 2.4.4; "
               "https://w3.org/WAI/WCAG22/Understanding/link-purpose-in-context",
     .run = check_link_words},
    RULE(PLACEHOLDER_LEFT, STRUCTURE, "nothing waits to be filled in", check_placeholders),
    {.code = DIAG_CODE_LANGUAGE_UNMARKED,
     .family = RULE_STRUCTURE,
     .asks = "words in another script have their language",
     .source = "WCAG 2.2, 3.1.2; "
               "https://w3.org/WAI/WCAG22/Understanding/language-of-parts",
     .run = check_language_letters},
    {.code = DIAG_CODE_NOTE_SAFETY,
     .family = RULE_STRUCTURE,
     .asks = "what nobody may miss stands in the text, not in a footnote",
     .why = "Some e-readers hide notes until they are asked for.",
     .run = check_note_safety},
    {.code = DIAG_CODE_IMAGE_NO_ALT,
     .family = RULE_STRUCTURE,
     .asks = "a picture says in words what it shows, or that it only decorates",
     .source = "WCAG 2.2, 1.1.1; https://w3.org/WAI/WCAG22/Understanding/non-text-content",
     .run = check_picture_words},
    {.code = DIAG_CODE_IMAGE_ALT_VAGUE,
     .family = RULE_STRUCTURE,
     .asks = "the words for a picture say what is seen, and are no file name",
     .source = "WCAG 2.2, 1.1.1; https://w3.org/WAI/WCAG22/Understanding/non-text-content",
     .run = check_picture_names},
    TOLD(IMAGE_MISSING, STRUCTURE, "a picture's file is there"),
    TOLD(IMAGE_OUTSIDE, STRUCTURE, "a picture's file lies in the folder of the content"),
    TOLD(IMAGE_REMOTE, STRUCTURE, "a picture is a file, not an address on the web"),
    TOLD(IMAGE_BROKEN, STRUCTURE, "a picture's file is whole"),
    TOLD(IMAGE_TOO_LARGE, STRUCTURE, "a picture has a size that can be read"),
    TOLD(IMAGE_FORMAT, STRUCTURE, "a picture is PNG, JPEG, WebP or GIF"),
    TOLD(IMAGE_MOVING, STRUCTURE, "a picture does not move"),

    /* print and e-reader */
    {.code = DIAG_CODE_IMAGE_COARSE,
     .family = RULE_PRINT,
     .asks = "a picture has 150 dots an inch at the size at which it prints"},
    TOLD(IMAGE_LIMITED, PRINT, "a picture is not larger than e-readers take"),
    TOLD(PAGES_TOO_FEW, PRINT, "the leaflet fits on the pages that fit: asks for"),
    TOLD(CHARACTER_MISSING, PRINT, "a font has each character"),
    TOLD(CHARACTER_DEPENDS, PRINT, "e-readers are likely to have each character"),
    TOLD(FONT_MISSING, PRINT, "the font for the text is there"),
    TOLD(HYPHENATION_MISSING, PRINT, "the dictionary of the language is there"),
    TOLD(LINE_OVERFULL, PRINT, "no line is wider than its column"),
    TOLD(WORDS_PARTED, PRINT, "no word is broken for want of room"),
    TOLD(TABLE_OVERFULL, PRINT, "no table is wider than the page"),
    TOLD(BLOCK_OVERFULL, PRINT, "nothing is taller than the page"),
    RULE(TEXT_TOO_LONG, PRINT, "titles, addresses and descriptions fit into a PDF", check_lengths),

    /* making the files */
    TOLD(OUTPUT_FAILED, OUTPUT, "the files can be written"),
    TOLD(OUTPUT_CLASH, OUTPUT, "no two leaflets have one name for their files"),
    TOLD(TEXT_LOST, OUTPUT, "every word of the leaflet is in the files"),
    TOLD(PDF_FAILED, OUTPUT, "the PDF can be made"),
    TOLD(PAGE_FAILED, OUTPUT, "a page can be painted"),
};

const struct rule_array check_rows = {rows, sizeof rows / sizeof *rows};
