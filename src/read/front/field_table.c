#include "read/front/field_table.h"

#include <assert.h>

/* The member of struct meta that a row is about. What it is follows from its type, so that each
 * void pointer below points at what its case says; another type does not compile. */
#define OF_META(member) ((struct meta *)NULL)->member
#define AT(member)                                                                                 \
    .store = _Generic(OF_META(member),                                                             \
        struct meta_text: STORE_TEXT,                                                              \
        struct meta_list: STORE_LIST,                                                              \
        struct meta_date: STORE_DATE,                                                              \
        struct meta_pairs: STORE_PAIRS,                                                            \
        enum meta_status: STORE_STATUS,                                                            \
        struct meta_paper: STORE_PAPER,                                                            \
        struct meta_fit: STORE_FIT,                                                                \
        enum meta_print_links: STORE_PRINT_LINKS,                                                  \
        enum meta_pictures: STORE_PICTURES,                                                        \
        enum meta_other_keys: STORE_OTHER_KEYS,                                                    \
        enum meta_switch: STORE_SWITCH,                                                            \
        struct meta_languages: STORE_LANGUAGES,                                                    \
        struct meta_judgements: STORE_JUDGEMENTS,                                                  \
        struct meta_accessibility: STORE_KEYS,                                                     \
        struct meta_contact: STORE_KEYS),                                                          \
    .offset = offsetof(struct meta, member), .size = sizeof(OF_META(member))

#define FRONT    FIELD_FRONT
#define CLINIC   (FIELD_SETTINGS | FIELD_CONTACT)
#define ANYWHERE (FIELD_FRONT | FIELD_SETTINGS)
#define ACCESS   FIELD_ACCESSIBILITY

const struct field field_table[] = {
    {"name", CLINIC, AT(contact.name), "The name of the clinic, above and below the leaflet."},
    {"tagline", CLINIC, AT(contact.tagline), "A line below the clinic's name."},
    {"logo", CLINIC, AT(contact.logo), "The file of the logo: a path as seen from this file."},
    {"address", CLINIC, AT(contact.address), "The postal address, a line for each of its lines.",
     .text = value_lines},
    {"phone", CLINIC, AT(contact.phone), "The telephone number to call."},
    {"hours", CLINIC, AT(contact.hours), "When somebody answers, such as weekdays 9am to 5pm."},
    {"email", CLINIC, AT(contact.email), "The e-mail address alone.", .text = value_email},
    {"web", CLINIC, AT(contact.web), "The address of the website."},
    {"formats", CLINIC, AT(contact.formats), "How to get the leaflet in another form or language."},
    {"title", FRONT, AT(title), "The title of the leaflet."},
    {"subtitle", FRONT, AT(subtitle), "A line below the title."},
    {"summary", FRONT, AT(summary),
     "Two or three short sentences: what the leaflet is about, and its main message."},
    {"lang", ANYWHERE, AT(lang), "The code of the language, such as en-GB, fr or ar.",
     .text = value_lang},
    {"reference", FRONT, AT(reference),
     "Your number for the leaflet. Put one that begins with # into quotes."},
    {"version", FRONT, AT(version), "The version, such as 1.2."},
    {"status", FRONT, AT(status), "draft (drafts carry a mark) or final."},
    {"published", FRONT, AT(published),
     "When the leaflet was published: year-month-day, such as 2026-11-23."},
    {"reviewed", FRONT, AT(reviewed), "When it was last checked: year-month-day."},
    {"next_review", FRONT, AT(next_review),
     "When it must be checked again: year-month-day or year-month."},
    {"owner", FRONT, AT(owner), "The department that answers for the leaflet."},
    {"authors", FRONT, AT(authors), "Who wrote it.", .linked = true},
    {"reviewers", FRONT, AT(reviewers), "Who checked it.", .linked = true},
    {"keywords", FRONT, AT(keywords), "Words to find it by."},
    {"sources", FRONT, AT(sources), "Where the facts come from.", .linked = true},
    {"audience", FRONT, AT(audience), "Whom it is for, such as adults or parents."},
    {"cover", FRONT, AT(cover),
     "The picture on the cover of the e-book: a path as seen from this file. Without it, the cover "
     "shows the title and the clinic."},
    {"online", FRONT, AT(online), "The address of the leaflet on the web; printed as a QR code.",
     .text = value_url},
    {"site", ANYWHERE, AT(site),
     "The address of this folder on your website: where links that begin with / lead.",
     .text = value_url},
    {"site_pages", ANYWHERE, AT(site_pages),
     "true: relative links that lead to no file lead to pages of that website."},
    {"languages", ANYWHERE, AT(languages),
     "The panel of languages in which the leaflet can be had: their codes, such as ar, ur, "
     "zh-Hant; "
     "- phone: the number to call; none: no panel."},
    {"contact", FRONT, AT(contact),
     "How to reach the people who answer for this leaflet, where that differs from the clinic's "
     "settings.",
     .below = FIELD_CONTACT},
    {"rights", ANYWHERE, AT(rights),
     "Whose the leaflet is and what others may do with it; the last line of \"About this "
     "leaflet\"."},
    {"accessibility", ANYWHERE, AT(accessibility),
     "Who found the e-book accessible, by which standard: conforms_to, certified_by and so on.",
     .below = FIELD_ACCESSIBILITY},
    {"conforms_to", ACCESS, AT(accessibility.conforms_to),
     "The standard and level: WCAG 2.2 AA, or the whole claim.", .text = value_conformance},
    {"certified_by", ACCESS, AT(accessibility.certified_by), "Who evaluated it."},
    {"credential", ACCESS, AT(accessibility.credential), "What qualifies them."},
    {"report", ACCESS, AT(accessibility.report), "The address of the report.", .text = value_url},
    {"date", ACCESS, AT(accessibility.date), "When it was evaluated: year-month-day."},
    {"page", ANYWHERE, AT(paper),
     "The paper: a4, a3, a5, dl or letter, or width and height, such as 148x210mm."},
    {"landscape", ANYWHERE, AT(landscape), "yes: the paper lies on its longer side."},
    {"fit", ANYWHERE, AT(fit),
     "How many pages the leaflet must fit on: the roomiest setting of 12 to 14 points that does."},
    {"print_links", ANYWHERE, AT(print_links),
     "Web addresses on paper: inline (behind the words), list (at the end) or none."},
    {"pictures", ANYWHERE, AT(pictures),
     "reduced: as many dots as print and screen show; original: all of them."},
    {"theme", ANYWHERE, AT(theme), "Colours, sizes and fonts."},
    {"words", ANYWHERE, AT(words), "Your own wording of labels, such as contact: How to reach us.",
     .pairs = PAIRS_WORDS},
    {"check", FIELD_SETTINGS | FIELD_RULES, AT(check),
     "What `leafset check` asks: a rule's code and off, note, warning or error; a limit's name and "
     "a number.",
     .pairs = PAIRS_CHECK},
    {"allow", FRONT, AT(allow),
     "Rules that this leaflet need not keep: a rule's code, and the reason.", .pairs = PAIRS_ALLOW},
    {"sections", FRONT, AT(sections),
     "Which heading is about what, for `leafset check`: benefits, risks, alternatives, without, "
     "help or questions, and the heading's words.",
     .pairs = PAIRS_SECTIONS},
    {"judged", FRONT, AT(judged),
     "What somebody has judged that no program can: by, on (a date) and criteria (all, or a list); "
     "`leafset evidence` shows it."},
    {"other_keys", FIELD_SETTINGS, AT(other_keys),
     "Keys of front matter that only other programs read: tell or ignore."},
    {0},
};

static_assert(sizeof field_table / sizeof *field_table <= FIELD_COUNT_MOST, "FIELD_COUNT_MOST");
