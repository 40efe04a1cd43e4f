#include "check/notes.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "text/chars.h"
#include "text/lang.h"
#include "text/phone.h"
#include "text/unit.h"

/* What tells a reader to do something or to leave it, in English. */
static const char *const orders[] = {
    "never",         "do not",      "don't",      "don\xe2\x80\x99t",  "must not",  "should not",
    "stop using",    "stop taking", "emergency",  "urgently",          "overdose",  "immediately",
    "straight away", "call us",     "call your",  "call an ambulance", "ring us",   "ring your",
    "phone us",      "phone your",  "contact us", "contact your",      "tell your", "ask your",
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_letter_at(struct slice text, size_t at)
{
    return at < text.len && text_is_alnum(utf8_next(text, &at));
}

/* True if the text goes on with the words at a word's start. */
static bool says_at(struct slice text, size_t at, const char *words)
{
    size_t len = strlen(words);
    return text.len - at >= len &&
           slice_equal_nocase(slice_sub(text, at, len), slice_from(words)) &&
           !is_letter_at(text, at + len);
}

static const char *order_at(struct slice text, size_t at)
{
    for (size_t i = 0; i < COUNT(orders); i++)
        if (says_at(text, at, orders[i]))
            return orders[i];
    return NULL;
}

/* "500 mg" from its first digit on. */
static bool is_dose_at(struct slice text, size_t at)
{
    while (at < text.len &&
           (ascii_is_digit(text.ptr[at]) || text.ptr[at] == '.' || text.ptr[at] == ','))
        at++;
    if (at < text.len && text.ptr[at] == ' ')
        at++;
    else if (slice_starts(slice_from_position(text, at), "\xc2\xa0"))
        at += 2;
    for (const struct unit *unit = unit_table; (unit = unit_with(unit, UNIT_OF_DOSES)); unit++)
        if (says_at(text, at, unit->name))
            return true;
    return false;
}

/* What in the text nobody may miss, in the writer's terms, or NULL. */
static const char *find_in(struct slice text, bool english)
{
    bool in_word = false;
    for (size_t at = 0; at < text.len;) {
        const char *order = english && !in_word ? order_at(text, at) : NULL;
        if (order)
            return order;
        if (!in_word && ascii_is_digit(text.ptr[at]) && is_dose_at(text, at))
            return "a dose";
        in_word = text_is_alnum(utf8_next(text, &at));
    }
    return NULL;
}

/* A longer number than a year or a page, as telephones dial it. */
static bool holds_phone(struct slice text)
{
    struct phone phone;
    for (size_t from = 0; phone_find(text, from, &phone); from = phone.end)
        if (strchr("0+(", text.ptr[phone.start]))
            return true;
    return false;
}

static bool holds_link_to_call(const struct node *note)
{
    for (const struct node *at = note; at; at = node_next(at, note))
        if (at->kind == NODE_LINK && slice_starts(at->u.link.href, "tel:"))
            return true;
    return false;
}

static void look_at(const struct node *note, struct diag_list *diags)
{
    struct arena arena = {0};
    struct slice text = node_text(note, NODE_MEDIA_EPUB, &arena);
    bool english = text_lang_same_primary(node_lang(note), "en");
    bool number = holds_link_to_call(note) || holds_phone(text);
    const char *found = number ? "a number to call" : find_in(text, english);
    if (found)
        diag_add(diags, DIAG_CODE_NOTE_SAFETY, note->span,
                 "say it in the text: some e-readers show a note only to those who tap its number",
                 "this note holds what nobody may miss: %s", found);
    arena_free(&arena);
}

/* EPUB readers show a footnote as a pop-up (EPUB 3 Structural Semantics, "footnote"). */
void check_note_safety(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    for (const struct node *at = root; at; at = node_next(at, root))
        if (at->kind == NODE_NOTE && !at->generated)
            look_at(at, diags);
}

/* ---- calls */

/* The text ends as a measure that has powers: a number and a metre, or so much for each. */
static bool ends_as_length(struct slice text)
{
    static const char *const lengths[] = {"m", "mm", "cm", "dm", "km", "\xc2\xb5m", "\xce\xbcm"};
    for (size_t i = 0; i < COUNT(lengths); i++) {
        if (!slice_ends(text, lengths[i]))
            continue;
        size_t at = text.len - strlen(lengths[i]);
        uint32_t before = at > 0 ? utf8_previous(text, &at) : 0;
        if (before == ' ' || before == 0xa0 || before == 0x202f)
            before = at > 0 ? utf8_previous(text, &at) : 0;
        if (text_is_digit(before) || before == '/')
            return true;
    }
    return false;
}

/* The text ends as a year: "by the law of 2026". */
static bool ends_as_year(struct slice text)
{
    size_t at = text.len;
    while (at > 0 && ascii_is_digit(text.ptr[at - 1]))
        at--;
    struct slice number = slice_from_position(text, at);
    bool alone = at == 0 || text.ptr[at - 1] == ' ' || text.ptr[at - 1] == '(';
    return alone && number.len == 4 && (slice_starts(number, "19") || slice_starts(number, "20"));
}

static bool takes_power(struct slice text)
{
    size_t at = text.len;
    if (ends_as_year(text))
        return false;
    return (at > 0 && text_is_digit(utf8_previous(text, &at))) || ends_as_length(text);
}

/* A call prints as a small raised number. */
void check_note_calls(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    struct buf line = {0}; /* of the block, up to the node */
    for (const struct node *at = root; at; at = node_next(at, root)) {
        if (!node_is_inline(at->kind))
            buf_clear(&line);
        else if (at->kind == NODE_TEXT)
            buf_put_slice(&line, at->text);
        else if (at->kind == NODE_NOTE_REF && takes_power(buf_slice(&line)))
            diag_add(diags, DIAG_CODE_NOTE_AS_POWER, at->span,
                     "put it behind the word, or at the end of the sentence",
                     "the number of this note reads as a power of the number before it");
        if (node_is_inline(at->kind) && !at->first && at->kind != NODE_TEXT)
            buf_put_char(&line, '|');
    }
    buf_free(&line);
}
