#include "check/wording/english_lists.h"

#include <string.h>

#include "base/utf8.h"
#include "prose/words.h"
#include "text/chars.h"

static bool is_english(const struct node *node)
{
    const char *lang = node_lang(node);
    return lang && ascii_lower(lang[0]) == 'e' && ascii_lower(lang[1]) == 'n' &&
           (lang[2] == '\0' || lang[2] == '-');
}

static bool is_bulleted(const struct node *node)
{
    return node->kind == NODE_LIST && !node->u.list.ordered && !node->generated;
}

void check_list_lengths(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    int limit = rule_limit(subject, DIAG_CODE_LIST_LONG);
    for (const struct node *at = root; at; at = node_next(at, root)) {
        if (!is_bulleted(at))
            continue;
        int items = 0;
        for (const struct node *item = at->first; item; item = item->next)
            items++;
        if (items > limit)
            diag_add(diags, DIAG_CODE_LIST_LONG, at->span,
                     "make two lists of it, each below a line that says what its items have in "
                     "common",
                     "a list of %d items, more than %d", items, limit);
    }
}

/* ---- lead-ins */

/* The first letter of a block is a small one. */
static bool begins_small(const struct node *block)
{
    for (const struct node *at = block; at; at = node_next(at, block)) {
        if (at->kind != NODE_TEXT || at->text.len == 0)
            continue;
        uint32_t c = utf8_next(at->text, &(size_t){0});
        return node_is_prose(at) && c < 0x80 && c >= 'a' && c <= 'z';
    }
    return false;
}

/* Most items begin so. */
static bool goes_on(const struct node *list)
{
    size_t small = 0, items = 0;
    for (const struct node *item = list->first; item; item = item->next) {
        small += begins_small(item);
        items++;
    }
    return small * 2 > items;
}

/* "Call 999 if": the items go on from the heading. */
static bool leads_on(struct slice heading)
{
    size_t start = heading.len;
    while (start > 0 && heading.ptr[start - 1] != ' ')
        start--;
    return prose_is_listed(" if unless when have include includes ",
                           slice_from_position(heading, start));
}

/* What stands before the list leads into it: a label, a caption, a line that ends with a colon, a
 * heading that goes on. */
static bool has_lead_in(const struct node *before, struct arena *arena)
{
    if (!before)
        return false;
    if (before->kind == NODE_CALLOUT_LABEL || before->kind == NODE_LIST)
        return true;
    bool heading = before->kind == NODE_HEADING; /* most are no lead-in */
    if (before->kind != NODE_PARAGRAPH && !heading)
        return false;
    struct arena_mark mark = arena_mark_get(arena);
    struct slice text = slice_trim(node_text(before, NODE_MEDIA_ALL, arena));
    bool colon = slice_ends(text, ":") || slice_ends(text, "…") || slice_ends(text, "...") ||
                 (heading && leads_on(text));
    arena_reset(arena, mark);
    return colon;
}

void check_list_lead_ins(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    for (const struct node *at = root; at; at = node_next(at, root)) {
        if (!is_bulleted(at) || !is_english(at) || has_lead_in(at->previous, diags->arena) ||
            !goes_on(at))
            continue;
        bool line = at->previous && at->previous->kind == NODE_PARAGRAPH;
        diag_add(
            diags, DIAG_CODE_LIST_LEAD_IN, at->span,
            line ? "end the line before the list with a colon, so that each item goes on from it"
                 : "begin with a line such as \"You may have:\", or make each item a sentence",
            "no line leads into this list");
    }
}

/* ---- links */

static const char *const vague[] = {"click here",
                                    "click",
                                    "here",
                                    "this",
                                    "this link",
                                    "link",
                                    "more",
                                    "read more",
                                    "learn more",
                                    "find out more",
                                    "more information",
                                    "more info",
                                    "this page",
                                    "this website",
                                    "website",
                                    "see here",
                                    "info",
                                    "details",
                                    "go",
                                    "continue",
                                    "download",
                                    "tap here",
                                    "press here",
                                    "click on this link",
                                    "follow this link",
                                    "this leaflet",
                                    "this document"};

static bool is_vague(struct slice words)
{
    for (size_t i = 0; i < sizeof vague / sizeof *vague; i++)
        if (slice_equal_nocase(words, slice_from(vague[i])))
            return true;
    return false;
}

static struct slice without_stop(struct slice words)
{
    words = slice_trim(words);
    while (words.len > 0 && strchr(".:>!", words.ptr[words.len - 1]))
        words = slice_trim(slice_sub(words, 0, words.len - 1));
    return words;
}

void check_link_names(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    for (const struct node *at = root; at; at = node_next(at, root)) {
        if (at->kind != NODE_LINK || at->generated || at->u.link.wordless || !is_english(at))
            continue;
        struct slice words = without_stop(node_text(at, NODE_MEDIA_ALL, diags->arena));
        if (is_vague(words))
            diag_add(diags, DIAG_CODE_LINK_VAGUE, at->span,
                     "write what is there, as in [how to use your inhaler](address)",
                     "\"%.*s\" does not say where the link leads", SLICE_ARGS(words));
    }
}
