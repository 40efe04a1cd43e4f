#include "check/leftovers.h"

#include <string.h>

#include "base/starts.h"
#include "base/utf8.h"
#include "text/address.h"

/* Of a placeholder in a message, at most. */
#define SHOWN_BYTES 60u

/* A word is looked for as it is written, a phrase in any case. */
static const char *const placeholder_words[] = {"TODO",  "TBC", "TBA", "TBD",
                                                "FIXME", "XXX", "XXXX"};
static const char *const placeholder_phrases[] = {
    "[insert ",
    "<insert ",
    "[add ",
    "[your ",
    "lorem ipsum",
    "error! bookmark not defined",
    "error! not a valid",
    "error! reference source not found",
    "click here to enter text",
    "click or tap here to enter",
};

/* The length of the placeholder at `at`, or 0. */
static size_t placeholder_at(struct slice text, size_t at)
{
    struct slice rest = slice_from_position(text, at);
    for (size_t i = 0; i < sizeof placeholder_words / sizeof *placeholder_words; i++) {
        size_t len = strlen(placeholder_words[i]);
        if (slice_starts(rest, placeholder_words[i]) &&
            (len == rest.len || !address_is_word_byte(rest.ptr[len])))
            return len;
    }
    for (size_t i = 0; i < sizeof placeholder_phrases / sizeof *placeholder_phrases; i++) {
        size_t len = strlen(placeholder_phrases[i]);
        if (!slice_equal_nocase(slice_sub(rest, 0, len), slice_from(placeholder_phrases[i])))
            continue;
        struct slice shown = slice_sub(rest, 0, SHOWN_BYTES);
        size_t close = slice_find(shown, ']');
        return shown.ptr[0] == '[' && close < shown.len ? close + 1 : len;
    }
    return 0;
}

/* The reader has told of it, as of an unknown tag ("<insert date>") or of another tool's mark. */
static bool is_told(struct span span, const struct diag_list *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *told = &diags->items[i];
        bool mark = told->code == DIAG_CODE_HTML_UNKNOWN || told->code == DIAG_CODE_MARK_UNKNOWN;
        if (mark && told->span.source == span.source && told->span.offset <= span.offset &&
            span.offset < told->span.offset + told->span.len)
            return true;
    }
    return false;
}

static void look_for_placeholders(const struct node *node, const struct starts *starts,
                                  struct diag_list *diags)
{
    struct slice text = node->text;
    for (size_t at = 0, len; at < text.len; at += len > 0 ? len : 1) {
        if (at > 0 && ascii_is_alpha(text.ptr[at - 1]))
            at = ascii_letters_end(text, at, true) + 1; /* behind the word */
        while (at > 0 && at < text.len && address_is_word_byte(text.ptr[at - 1]))
            at++;
        len = starts_may(starts, text, at) ? placeholder_at(text, at) : 0;
        if (len > 0 && !is_told(node_text_span(node, at, len), diags))
            diag_add(diags, DIAG_CODE_PLACEHOLDER_LEFT, node_text_span(node, at, len),
                     "write the words that belong here, or take it out",
                     "\"%.*s\" was to be filled in", SLICE_ARGS(slice_sub(text, at, len)));
    }
}

void check_placeholders(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    struct starts starts = {0};
    for (size_t i = 0; i < sizeof placeholder_words / sizeof *placeholder_words; i++)
        starts_add(&starts, placeholder_words[i]);
    for (size_t i = 0; i < sizeof placeholder_phrases / sizeof *placeholder_phrases; i++)
        starts_add(&starts, placeholder_phrases[i]);
    for (const struct node *at = root; at; at = node_next(at, root))
        if (node_is_prose(at))
            look_for_placeholders(at, &starts, diags);
}

/* Of bytes in UTF-8 what Windows-1252 and Mac Roman show, for what people write most. */
struct garbled {
    const char *shown, *meant, *as;
};
#define WINDOWS "Windows-1252"
#define MAC     "Mac Roman"
static const struct garbled garbles[] = {
    {"â€™", "’", WINDOWS}, {"â€˜", "‘", WINDOWS}, {"â€œ", "“", WINDOWS}, {"â€“", "–", WINDOWS},
    {"â€”", "—", WINDOWS}, {"â€¦", "…", WINDOWS}, {"â€¢", "•", WINDOWS}, {"â‚¬", "€", WINDOWS},
    {"â‰¥", "≥", WINDOWS}, {"â‰¤", "≤", WINDOWS}, {"Â°", "°", WINDOWS},  {"Â£", "£", WINDOWS},
    {"Â±", "±", WINDOWS},  {"Âµ", "µ", WINDOWS},  {"Â½", "½", WINDOWS},  {"Â¼", "¼", WINDOWS},
    {"Â²", "²", WINDOWS},  {"Â·", "·", WINDOWS},  {"Ã©", "é", WINDOWS},  {"Ã¨", "è", WINDOWS},
    {"Ã¼", "ü", WINDOWS},  {"Ã¶", "ö", WINDOWS},  {"Ã¤", "ä", WINDOWS},  {"ÃŸ", "ß", WINDOWS},
    {"Ã±", "ñ", WINDOWS},  {"Ã§", "ç", WINDOWS},  {"Ã³", "ó", WINDOWS},  {"Ã¡", "á", WINDOWS},
    {"Ãª", "ê", WINDOWS},  {"Ã—", "×", WINDOWS},  {"‚Äô", "’", MAC},     {"‚Äú", "“", MAC},
    {"‚Äì", "–", MAC},     {"‚Ä¢", "•", MAC},     {"¬∞", "°", MAC},      {"¬£", "£", MAC},
    {"√©", "é", MAC},      {"√º", "ü", MAC},      {"¬Ω", "½", MAC},
};

static const struct garbled *garbled_at(struct slice text, size_t at)
{
    if ((unsigned char)text.ptr[at] < 0xc0)
        return NULL;
    struct slice rest = slice_from_position(text, at);
    for (size_t i = 0; i < sizeof garbles / sizeof *garbles; i++)
        if (slice_starts(rest, garbles[i].shown))
            return &garbles[i];
    return NULL;
}

void check_encoding(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    for (const struct node *at = root; at; at = node_next(at, root)) {
        size_t end = node_is_prose(at) ? at->text.len : 0;
        for (size_t i = 0; i < end && (i = utf8_ascii_end(at->text, i)) < end; i++) {
            const struct garbled *garbled = garbled_at(at->text, i);
            if (!garbled)
                continue;
            diag_add(diags, DIAG_CODE_TEXT_GARBLED, node_text_span(at, i, strlen(garbled->shown)),
                     "open the original again and save it as UTF-8; look at the whole text, this "
                     "is told once",
                     "%s stands where %s was meant: UTF-8 was read as %s", garbled->shown,
                     garbled->meant, garbled->as);
            return;
        }
    }
}

void check_struck_words(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    const struct node *at = root;
    while (at) {
        bool struck = at->kind == NODE_STRIKE;
        struct slice words =
            struck ? slice_trim(node_text(at, NODE_MEDIA_ALL, diags->arena)) : SLICE_EMPTY;
        if (words.len > 0 && !is_told(at->span, diags))
            diag_add(
                diags, DIAG_CODE_STRUCK_OUT, at->span,
                "delete what is struck out; where readers must see that something has changed, "
                "say it in words, such as: until May this was 50 mg",
                "\"%.*s%s\" is struck out, but those who listen hear it like all other words",
                DIAG_SHOWN(words));
        at = struck ? node_skip(at, root) : node_next(at, root);
    }
}
