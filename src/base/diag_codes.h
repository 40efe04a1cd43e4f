/* The one table of diagnostic codes: X(SYMBOL, "name-for-users", severity). No include guard: it
 * is included where X is defined. Add a code to its group; each code needs a golden case. */

/* files and encodings */
X(NOT_UTF8, "not-utf8", DIAG_ERROR)
X(UTF16, "utf16", DIAG_ERROR)
X(NUL_BYTE, "nul-byte", DIAG_ERROR)
X(FILE_TOO_LARGE, "file-too-large", DIAG_ERROR)
X(FILE_UNREADABLE, "file-unreadable", DIAG_ERROR)
X(EMPTY_FILE, "empty-file", DIAG_ERROR)
X(OUTPUT_FAILED, "output-failed", DIAG_ERROR)
X(OUTPUT_CLASH, "output-clash", DIAG_ERROR)
X(NOTHING_TO_BUILD, "nothing-to-build", DIAG_ERROR)
X(DRAFT_REFUSED, "draft-refused", DIAG_ERROR)
X(MORE_DIAGNOSTICS, "more-diagnostics", DIAG_NOTE)

/* front matter and settings */
X(YAML_SYNTAX, "yaml-syntax", DIAG_ERROR)
X(YAML_ALIAS, "yaml-alias", DIAG_ERROR)
X(YAML_TOO_DEEP, "yaml-too-deep", DIAG_ERROR)
X(KEY_UNKNOWN, "key-unknown", DIAG_WARNING)
X(KEY_REPEATED, "key-repeated", DIAG_ERROR)
X(VALUE_TYPE, "value-type", DIAG_ERROR)
X(VALUE_FORM, "value-form", DIAG_ERROR)
X(DATE_ORDER, "date-order", DIAG_WARNING)
X(THEME_CONTRAST, "theme-contrast", DIAG_ERROR)
X(THEME_FONT, "theme-font", DIAG_ERROR)
X(LANGUAGE_ASSUMED, "language-assumed", DIAG_WARNING)
X(LANGUAGE_WORDS, "language-words", DIAG_WARNING)
X(NO_TITLE, "no-title", DIAG_ERROR)
X(TITLE_TWICE, "title-twice", DIAG_ERROR)
X(DATE_MISSING, "date-missing", DIAG_NOTE)

/* Markdown */
X(NESTING_TOO_DEEP, "nesting-too-deep", DIAG_ERROR)
X(TABLE_TOO_WIDE, "table-too-wide", DIAG_ERROR)
X(CELL_DROPPED, "cell-dropped", DIAG_ERROR)
X(LINK_DEFINITION_UNUSED, "link-definition-unused", DIAG_ERROR)
X(LINK_ADDRESS_UNUSED, "link-address-unused", DIAG_WARNING)
X(FOOTNOTE_UNUSED, "footnote-unused", DIAG_ERROR)
X(FOOTNOTE_REPEATED, "footnote-repeated", DIAG_ERROR)
X(FOOTNOTE_MISSING, "footnote-missing", DIAG_ERROR)
X(ABBREVIATION_UNUSED, "abbreviation-unused", DIAG_WARNING)
X(ABBREVIATION_REPEATED, "abbreviation-repeated", DIAG_ERROR)
X(CALLOUT_UNKNOWN, "callout-unknown", DIAG_WARNING)
X(HTML_UNKNOWN, "html-unknown", DIAG_WARNING)
X(LIST_NUMBERS, "list-numbers", DIAG_WARNING)
X(TEXT_DROPPED, "text-dropped", DIAG_ERROR)
X(LINK_BROKEN, "link-broken", DIAG_ERROR)
X(HEADING_SKIPPED, "heading-skipped", DIAG_WARNING)
X(HEADING_EMPTY, "heading-empty", DIAG_ERROR)
X(H1_REPEATED, "h1-repeated", DIAG_WARNING)
X(CAPTION_STRAY, "caption-stray", DIAG_WARNING)
X(LINK_EMPTY, "link-empty", DIAG_ERROR)

/* images */
X(IMAGE_MISSING, "image-missing", DIAG_ERROR)
X(IMAGE_OUTSIDE, "image-outside", DIAG_ERROR)
X(IMAGE_REMOTE, "image-remote", DIAG_ERROR)
X(IMAGE_BROKEN, "image-broken", DIAG_ERROR)
X(IMAGE_TOO_LARGE, "image-too-large", DIAG_ERROR)
X(IMAGE_FORMAT, "image-format", DIAG_ERROR)
X(IMAGE_NO_ALT, "image-no-alt", DIAG_ERROR)

/* text and layout */
X(CHARACTER_MISSING, "character-missing", DIAG_ERROR)
X(FONT_MISSING, "font-missing", DIAG_ERROR)
X(HYPHENATION_MISSING, "hyphenation-missing", DIAG_WARNING)
X(LINE_OVERFULL, "line-overfull", DIAG_WARNING)
X(BLOCK_OVERFULL, "block-overfull", DIAG_ERROR)
X(CONTROL_CHARACTER, "control-character", DIAG_ERROR)

/* writing */
X(PDF_FAILED, "pdf-failed", DIAG_ERROR)
