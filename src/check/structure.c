#include "check/structure.h"

#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "doc/words.h"
#include "text/address.h"

/* ---- headings that repeat */

#define DEEPEST 6

struct outline {
    struct arena arena;
    struct map seen;
    const struct node *above[DEEPEST + 1]; /* the heading in force of each level */
};

/* The words in small letters, behind the number of the heading that it stands below. */
static struct slice key_of(struct outline *outline, const struct node *heading)
{
    const struct node *parent = NULL;
    for (int level = 1; level < heading->u.heading.level; level++)
        parent = outline->above[level] ? outline->above[level] : parent;
    struct slice text = node_words(heading, NODE_MEDIA_PRINT, &outline->arena);
    char *key = arena_format(&outline->arena, "%u %.*s", parent ? parent->id : 0, SLICE_ARGS(text));
    for (char *at = key; *at; at++)
        *at = ascii_lower(*at);
    return slice_from(key);
}

static void take_heading(struct outline *outline, const struct node *heading,
                         struct diag_list *diags)
{
    int level = heading->u.heading.level;
    struct slice key = key_of(outline, heading);
    bool words = node_has_words(heading); /* one without is told as such */
    if (words && map_get(&outline->seen, key))
        diag_add(diags, DIAG_CODE_HEADING_REPEATED, heading->span,
                 "say what is different about this one, or put both sections together",
                 "a heading of the same words stands before it");
    else if (words)
        map_put(&outline->seen, key, outline);
    outline->above[level] = heading;
    for (int deeper = level + 1; deeper <= DEEPEST; deeper++)
        outline->above[deeper] = NULL;
}

static void check_headings_repeat(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    struct outline outline = {0};
    for (const struct node *at = root; at; at = node_next(at, root))
        if (at->kind == NODE_HEADING && !at->generated)
            take_heading(&outline, at, diags);
    map_free(&outline.seen);
    arena_free(&outline.arena);
}

/* ---- bare addresses */

/* A link whose words are its address: with a slash behind the host, so that nobody can say it. */
static bool is_bare(const struct node *node, struct arena *arena)
{
    if (node->kind != NODE_LINK || node->generated || node->u.link.wordless ||
        address_web_prefix(node->u.link.href) == 0)
        return false;
    struct slice words = slice_trim(node_text(node, NODE_MEDIA_PRINT, arena));
    size_t prefix = address_web_prefix(words);
    if (prefix == 0 && !slice_starts(words, "www."))
        return false;
    struct slice host = slice_from_position(words, prefix);
    size_t path = slice_find(host, '/');
    return path + 1 < host.len;
}

static void check_bare_links(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root, *first = NULL;
    struct arena arena = {0};
    size_t count = 0;
    for (const struct node *at = root; at; at = node_next(at, root)) {
        if (!is_bare(at, &arena))
            continue;
        count++;
        first = first ? first : at;
    }
    arena_free(&arena);
    if (first)
        diag_add(diags, DIAG_CODE_LINK_BARE, first->span,
                 "write [what is there](the address): paper shows the address all the same",
                 count == 1 ? "a web address stands in the place of words"
                            : "%zu web addresses stand in the place of words, here the first",
                 count);
}

/* ---- words for pictures */

static const char *const openings[] = {
    "image of",        "an image of",     "picture of",         "a picture of",  "photo of",
    "a photo of",      "photograph of",   "a photograph of",    "graphic of",    "icon of",
    "an icon of",      "illustration of", "an illustration of", "screenshot of", "image showing",
    "picture showing", "photo showing",
};

static const char *opening_of(struct slice alt)
{
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        size_t len = strlen(openings[i]);
        if (alt.len > len && slice_equal_nocase(slice_sub(alt, 0, len), slice_from(openings[i])))
            return openings[i];
    }
    return NULL;
}

static void look_at_alt(const struct check_subject *subject, const struct node *image,
                        struct diag_list *diags)
{
    struct slice alt = slice_trim(slice_from(image->u.image.alt));
    size_t most = (size_t)rule_limit(subject, DIAG_CODE_IMAGE_ALT_LONG);
    const char *opening = opening_of(alt);
    if (opening)
        diag_add(diags, DIAG_CODE_IMAGE_ALT_OPENING, image->span,
                 "begin with what is seen: who listens hears \"image\" before it anyway",
                 "the words for this picture begin with \"%s\"", opening);
    if (utf8_count(alt) > most)
        diag_add(diags, DIAG_CODE_IMAGE_ALT_LONG, image->span,
                 "say the main point here, and the rest in the text",
                 "the words for this picture are longer than %zu characters", most);
}

static void check_alt(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    for (const struct node *at = root; at; at = node_next(at, root))
        if (at->kind == NODE_IMAGE && !at->generated && at->u.image.alt)
            look_at_alt(subject, at, diags);
}

/* ---- tables */

static void check_table_heads(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    for (const struct node *at = root; at; at = node_next(at, root)) {
        if (at->kind != NODE_TABLE || at->generated || at->u.table.row_headers)
            continue;
        const struct node *row = node_first_row(at);
        bool head = row && node_is_head_row(row);
        struct arena arena = {0};
        bool words = head && slice_trim(node_text(row, NODE_MEDIA_PRINT, &arena)).len > 0;
        arena_free(&arena);
        if (!words)
            diag_add(diags, DIAG_CODE_TABLE_HEADLESS, at->span,
                     "write what each column holds in the first row, above the line of dashes",
                     "this table has no row that says what its columns hold");
    }
}

/* ---- rows */

#define ALT_SOURCE                                                                                 \
    "NHS service manual, Content accessibility; "                                                  \
    "https://service-manual.nhs.uk/accessibility/content"
#define DRAWN "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"

static const struct rule rows[] = {
    {.code = DIAG_CODE_HEADING_REPEATED,
     .family = RULE_STRUCTURE,
     .traits = RULE_EDITOR,
     .asks = "no two sections side by side have one heading",
     .source = "WCAG 2.2, 2.4.6; https://w3.org/WAI/WCAG22/Understanding/headings-and-labels",
     .bad = "## Risks\n\nA rash.\n\n## Risks\n\nAn itch.\n",
     .good = "## Cream\n\n### Risks\n\nA rash.\n\n## Tablets\n\n### Risks\n\nAn itch.\n",
     .run = check_headings_repeat},
    {.code = DIAG_CODE_LINK_BARE,
     .family = RULE_STRUCTURE,
     .traits = RULE_EDITOR,
     .asks = "a link has words that say where it leads",
     .source = "WCAG 2.2, 2.4.4; "
               "https://w3.org/WAI/WCAG22/Understanding/link-purpose-in-context",
     .bad = "Read https://www.nhs.uk/conditions/allergies/ first.\n",
     .good = "Read [about allergies](https://www.nhs.uk/conditions/allergies/) first, or see "
             "www.nhs.uk.\n",
     .run = check_bare_links},
    {.code = DIAG_CODE_IMAGE_ALT_OPENING,
     .family = RULE_STRUCTURE,
     .traits = RULE_EDITOR,
     .asks = "the words for a picture do not begin with \"image of\"",
     .source = ALT_SOURCE,
     .bad = "![Image of a pad held with two fingers](" DRAWN ")\n",
     .good = "![A pad held with two fingers](" DRAWN ")\n",
     .run = check_alt},
    {.code = DIAG_CODE_IMAGE_ALT_LONG,
     .family = RULE_STRUCTURE,
     .traits = RULE_EDITOR,
     .asks = "the words for a picture are short",
     .source = ALT_SOURCE,
     .bad = "![A pad held with two fingers above the arm of somebody who sits at a table near a "
            "window, with a glass of water, a clock and a small bottle beside it](" DRAWN ")\n",
     .good = "![A pad held with two fingers](" DRAWN ")\n",
     .limit = {"alt-characters", 125, "characters"}},
    {.code = DIAG_CODE_TABLE_HEADLESS,
     .family = RULE_STRUCTURE,
     .traits = RULE_EDITOR,
     .asks = "a table says what its columns hold",
     .source = "WCAG 2.2, 1.3.1; "
               "https://w3.org/WAI/WCAG22/Understanding/info-and-relationships",
     .bad = "|   |   |\n|---|---|\n| Monday | 9am |\n| Friday | 2pm |\n",
     .good = "| Day | Time |\n|---|---|\n| Monday | 9am |\n| Friday | 2pm |\n",
     .run = check_table_heads},
};

const struct rule_array check_structure_rows = {rows, sizeof rows / sizeof *rows};
