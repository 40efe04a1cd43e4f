/* The boilerplate of a leaflet by language: labels, running foot, dates, quotes. The languages
 * stand in text/languages_table.h. Own wording comes from the settings (words). Layers 2 and up. */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/slice.h"

/* X(SYMBOL, "key in settings", "English"). {n} style fields are filled in by words_fill. */
#define WORDS(X)                                                                                   \
    X(WORD_INFORMATION, "information", "Information for patients")                                 \
    X(WORD_NOTE, "note", "Note")                                                                   \
    X(WORD_TIP, "tip", "Tip")                                                                      \
    X(WORD_IMPORTANT, "important", "Important")                                                    \
    X(WORD_WARNING, "warning", "Warning")                                                          \
    X(WORD_CAUTION, "caution", "Caution")                                                          \
    X(WORD_EMERGENCY, "emergency", "Emergency")                                                    \
    X(WORD_URGENT, "urgent", "Urgent")                                                             \
    X(WORD_ROUTINE, "routine", "Not urgent")                                                       \
    X(WORD_DO, "do", "Do")                                                                         \
    X(WORD_DONT, "dont", "Do not")                                                                 \
    X(WORD_CONTACT, "contact", "Contact us")                                                       \
    X(WORD_PHONE, "phone", "Phone")                                                                \
    X(WORD_HOURS, "hours", "Opening hours")                                                        \
    X(WORD_EMAIL, "email", "Email")                                                                \
    X(WORD_WEB, "web", "Website")                                                                  \
    X(WORD_ADDRESS, "address", "Address")                                                          \
    X(WORD_ABOUT, "about", "About this leaflet")                                                   \
    X(WORD_WRITTEN_BY, "written_by", "Written by")                                                 \
    X(WORD_CHECKED_BY, "checked_by", "Checked by")                                                 \
    X(WORD_OWNER, "owner", "Owner")                                                                \
    X(WORD_REFERENCE, "reference", "Reference")                                                    \
    X(WORD_VERSION, "version", "version {1}")                                                      \
    X(WORD_PUBLISHED, "published", "Published")                                                    \
    X(WORD_REVIEWED, "reviewed", "Last reviewed")                                                  \
    X(WORD_NEXT_REVIEW, "next_review", "Next review")                                              \
    X(WORD_SOURCES, "sources", "Sources")                                                          \
    X(WORD_AUDIENCE, "audience", "For")                                                            \
    X(WORD_DRAFT, "draft", "Draft")                                                                \
    X(WORD_PAGE, "page", "Page {1} of {2}")                                                        \
    X(WORD_FOOT_LEAFLET, "foot_leaflet", "Leaflet {1}")                                            \
    X(WORD_FOOT_REVIEW, "foot_review", "next review {1}")                                          \
    X(WORD_WEB_ADDRESSES, "web_addresses", "Web addresses")                                        \
    X(WORD_LINKS, "links", "Links")                                                                \
    X(WORD_TABLE, "table", "Table {1}. {2}")                                                       \
    X(WORD_TABLE_CONTINUED, "table_continued", "{1} (continued)")                                  \
    X(WORD_FOOTNOTE, "footnote", "Footnote {1}")                                                   \
    X(WORD_BACK, "back", "Back to the text")                                                       \
    X(WORD_QR, "qr", "QR code that opens {1}")                                                     \
    X(WORD_QR_USE, "qr_use", "Read this leaflet on your phone")                                    \
    X(WORD_LANGUAGES, "languages", "This leaflet in other languages")                              \
    X(WORD_CONTENTS, "contents", "Contents")                                                       \
    X(WORD_COVER, "cover", "Cover")                                                                \
    X(WORD_PAGES, "pages", "Pages")                                                                \
    X(WORD_TASK_OPEN, "task_open", "To do")                                                        \
    X(WORD_TASK_DONE, "task_done", "Done")

/* The key among theirs that says in which languages they have been checked. */
#define WORDS_CHECKED "checked"

enum word {
#define X(symbol, key, english) symbol,
    WORDS(X)
#undef X
        WORD_COUNT
};

/* True if the table has the language (by primary subtag, and by script where it is written in two).
 */
bool words_has_language(const char *lang);
/* True if both tags are one language of the table. */
bool words_are_same(const char *a, const char *b);
/* The tag of the language at an index, English first; NULL behind the last. */
const char *words_tag(size_t index);
/* The word in a language of the table (English if not there). */
const char *words_get(const char *lang, enum word word);
/* The language of a wording of the word: `table`, if it is the word of that language's table, else
 * own wording, which is in the language `own`. */
const char *words_wording_lang(const char *wording, enum word word, const char *table,
                               const char *own);
/* False: nobody who speaks the language has checked that word yet. */
bool words_is_reviewed(const char *lang, enum word word);
/* The sentence that asks for the leaflet in that language, in itself, and whether somebody has
 * checked it; NULL: the table has no such language. */
const char *words_offer(const char *lang, bool *reviewed);
/* The word of a settings key, or WORD_COUNT. */
enum word words_find(const char *key);
const char *words_key(enum word word);
/* Replaces {1} and {2}; NULL arguments give an empty text. In the arena. */
char *words_fill(struct arena *arena, const char *pattern, const char *first, const char *second);
/* A date in the language's long form: "23 November 2026", day 0: "November 2028". The
 * digits are Western in every language, as dates stand beside phone numbers. In the arena. */
char *words_date(struct arena *arena, const char *lang, int year, int month, int day);
/* True for the name of a month as it stands in dates of the language (of the table). */
bool words_is_month(const char *lang, struct slice word);
/* Quotes of a language: open and close double, open and close single (UTF-8). French double
 * quotes come with their no-break spaces. */
struct words_quotes {
    const char *open, *close, *open_single, *close_single;
};
struct words_quotes words_quotes(const char *lang);
/* ", " in the script of a language, any one. */
const char *words_comma(const char *lang);
