#include "check/kept.h"

#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "text/chars.h"

/* The longest entity before its digits. */
#define ENTITY_LIMIT 16u
/* The longest tag. */
#define TAG_LIMIT 65536u

struct keeping {
    const struct doc *doc;
    struct slice source;
    unsigned char *marks;
    struct map expansions; /* of abbreviations -> their node */
};

bool kept_next_group(struct slice text, size_t *at, struct slice *group)
{
    size_t start = text_find_digit(text, *at);
    *at = start;
    for (size_t len; (len = text_digit_length(text, *at)) > 0;)
        *at += len;
    *group = slice_sub(text, start, *at - start);
    return group->len > 0;
}

static bool is_name(char c)
{
    return ascii_is_alpha(c) || ascii_is_digit(c) || c == '#';
}

bool kept_is_entity(struct slice text, size_t start, size_t end)
{
    size_t first = start > ENTITY_LIMIT ? start - ENTITY_LIMIT : 0;
    while (start > first && is_name(text.ptr[start - 1]))
        start--;
    while (end < text.len && ascii_is_alpha(text.ptr[end]))
        end++;
    return start > 0 && text.ptr[start - 1] == '&' && end < text.len && text.ptr[end] == ';';
}

static bool holds(struct slice text, struct slice part)
{
    return part.len == 0 || (text.len > 0 && memmem(text.ptr, text.len, part.ptr, part.len));
}

static bool is_ours(const struct keeping *k, struct span span)
{
    return span.source == k->doc->source && span.offset <= k->source.len &&
           span.len <= k->source.len - span.offset;
}

static struct slice written(const struct keeping *k, struct span span)
{
    return slice_sub(k->source, span.offset, span.len);
}

static void keep(struct keeping *k, size_t start, size_t end)
{
    end = end < k->source.len ? end : k->source.len;
    for (size_t i = start; i < end; i++)
        k->marks[i] |= KEPT_VALUE;
}

static void keep_span(struct keeping *k, struct span span)
{
    if (is_ours(k, span))
        keep(k, span.offset, (size_t)span.offset + span.len);
}

/* ---- words that are shown */

#define EACH 0x0101010101010101u /* of the bytes of a piece */

static void show_run(struct keeping *k, const char *text, size_t len, uint32_t source)
{
    if (source >= k->source.len)
        return;
    len = len < k->source.len - source ? len : k->source.len - source;
    const char *bytes = k->source.ptr + source;
    unsigned char *marks = k->marks + source;
    size_t i = 0;
    for (uint64_t shown; i + sizeof shown <= len && memcmp(text + i, bytes + i, sizeof shown) == 0;
         i += sizeof shown) { /* as nearly all is: the same */
        memcpy(&shown, marks + i, sizeof shown);
        shown |= EACH * KEPT_SHOWN;
        memcpy(marks + i, &shown, sizeof shown);
    }
    for (; i < len; i++)
        marks[i] |= text[i] == bytes[i] ? KEPT_SHOWN : 0;
}

/* In the body only the writer's own words count: what is printed once more proves nothing. */
static void show_text(struct keeping *k, const struct node *node)
{
    struct slice text = node->text;
    if (!is_ours(k, node->span) || (node->generated && node->span.offset >= k->doc->body))
        return;
    uint32_t source = node->span.offset;
    size_t start = 0;
    for (uint32_t i = 0; i <= node->map_count; i++) {
        size_t end = i < node->map_count ? node->map[i].text : text.len;
        show_run(k, text.ptr + start, end - start, source);
        start = end;
        source = i < node->map_count ? node->map[i].source : source;
    }
}

/* ---- values that the tree keeps */

/* Where the words of a node begin and end in the source; its own end where it has none. */
static uint32_t words_start(const struct keeping *k, const struct node *node)
{
    for (const struct node *at = node; at; at = node_next(at, node))
        if (at->kind == NODE_TEXT && at->text.len > 0 && is_ours(k, at->span))
            return node_text_span(at, 0, 1).offset;
    return node->span.offset + node->span.len;
}

static uint32_t words_end(const struct keeping *k, const struct node *node)
{
    const struct node *last = node;
    while (last->last)
        last = last->last;
    size_t end = last->text.len;
    if (last == node || !is_ours(k, last->span))
        return node->span.offset;
    if (last->kind != NODE_TEXT || end == 0)
        return last->span.offset + last->span.len;
    utf8_previous(last->text, &end); /* a curly quote is longer than what it stands for */
    return node_text_span(last, end, 1).offset + 1;
}

/* Keeps the groups from start to end that one of two values holds. */
static void keep_groups(struct keeping *k, uint32_t start, uint32_t end, struct slice value,
                        struct slice other)
{
    struct slice text = slice_sub(k->source, 0, end), group;
    for (size_t at = start; kept_next_group(text, &at, &group);)
        if (holds(value, group) || holds(other, group))
            keep(k, at - group.len, at);
}

/* The address: in brackets behind the words, or by a label, which is kept nowhere. An address in
 * the leaflet has become that of its heading, a leaflet's path that of its PDF, letters beyond
 * ASCII are encoded, and "a/../" is gone from an address on the clinic's website. */
static void keep_link(struct keeping *k, const struct node *link)
{
    struct span span = link->span;
    uint32_t start = words_end(k, link), end = span.offset + span.len;
    while (start < end && k->source.ptr[start] != ']' && k->source.ptr[start] != '>')
        start++;
    struct slice href = link->u.link.href, rest = slice_sub(k->source, start, end - start);
    bool other = !slice_starts(rest, "](") || slice_starts(href, "#") || link->u.link.leaflet ||
                 link->u.link.nowhere || slice_find(href, '%') < href.len ||
                 holds(rest, SLICE_LIT("/../"));
    if (link->u.link.wordless)
        keep_groups(k, span.offset, end, href, link->u.link.title);
    else if (other)
        keep(k, start, end);
    else
        keep_groups(k, start, end, href, link->u.link.title);
}

/* True if the groups of text are those of value, in the same order. more: text may have others
 * between them. */
static bool same_groups(struct slice text, struct slice value, bool more)
{
    struct slice a, b;
    size_t at = 0, value_at = 0;
    bool wanted = kept_next_group(value, &value_at, &b);
    while (kept_next_group(text, &at, &a)) {
        if (wanted && slice_equal(a, b))
            wanted = kept_next_group(value, &value_at, &b);
        else if (!more && !kept_is_entity(text, at - a.len, at))
            return false;
    }
    return !wanted;
}

/* The words of its caption, which are written inside it; empty: it has none. */
static struct span caption_of(const struct node *picture)
{
    const struct node *caption = picture->parent->kind == NODE_FIGURE ? picture->next : NULL;
    uint32_t end = picture->span.offset + picture->span.len;
    bool inside = caption && caption->kind == NODE_CAPTION &&
                  caption->span.source == picture->span.source &&
                  caption->span.offset > picture->span.offset &&
                  caption->span.offset + caption->span.len <= end;
    return inside ? caption->span : SPAN_NONE;
}

/* Its path and width stand behind the description, which must say the same numbers; its caption is
 * shown. */
static void keep_picture(struct keeping *k, const struct node *picture)
{
    struct slice text = written(k, picture->span), alt = slice_from(picture->u.image.alt);
    bool tag = slice_starts(text, "<");
    if (!tag && !slice_starts(text, "!"))
        return;
    const char *close = tag ? NULL : memmem(text.ptr, text.len, "](", 2);
    size_t end = close ? (size_t)(close - text.ptr) : tag ? text.len : slice_find(text, ']');
    size_t start = same_groups(slice_sub(text, 0, end), alt, tag) ? 0 : end;
    uint32_t from = picture->span.offset + (uint32_t)start,
             to = from + (uint32_t)(text.len - start);
    struct span caption = caption_of(picture);
    if (caption.len > 0 && caption.offset > from) {
        keep(k, from, caption.offset);
        from = caption.offset + caption.len;
    }
    keep(k, from, to);
}

/* An item's number is the one that is printed, or all are written alike, or it was told. */
static void keep_list(struct keeping *k, const struct node *list)
{
    bool told = false, alike = true;
    for (int pass = 0; pass < 2; pass++) {
        for (const struct node *item = list->first; item; item = item->next) {
            if (!is_ours(k, item->span))
                continue;
            struct slice text = written(k, item->span);
            uint64_t number = 0;
            uint32_t len = slice_starts(text, "(");
            for (; len < text.len && ascii_is_digit(text.ptr[len]) && len < 12; len++)
                number = number * 10 + (uint64_t)(text.ptr[len] - '0');
            told = told || (pass == 0 && (k->marks[item->span.offset] & KEPT_VALUE));
            alike = alike && number == list->u.list.start;
            if (pass == 1 && (told || alike || number == item->u.item.number))
                keep(k, item->span.offset, item->span.offset + len);
        }
    }
}

static void keep_node(struct keeping *k, const struct node *node)
{
    uint32_t start = node->span.offset;
    if (node->kind == NODE_TEXT)
        show_text(k, node);
    if (node->kind == NODE_TEXT || start < k->doc->body || !is_ours(k, node->span))
        return;
    if (node->kind == NODE_LINK)
        keep_link(k, node);
    else if (node->kind == NODE_IMAGE)
        keep_picture(k, node);
    else if (node->kind == NODE_LIST && node->u.list.ordered)
        keep_list(k, node);
    else if (node->kind == NODE_NOTE_REF)
        keep_span(k, node->span);
    else if (node->kind == NODE_NOTE) /* its label */
        keep(k, start, start + slice_find(written(k, node->span), ']'));
    else if (node->kind == NODE_CODE_BLOCK)
        keep_groups(k, start, words_start(k, node), node->text, SLICE_EMPTY);
    else if (node->kind == NODE_SPAN && node->lang)
        keep_groups(k, start, words_start(k, node), slice_from(node->lang), SLICE_EMPTY);
    else if (node->kind == NODE_ABBREVIATION)
        keep_groups(k, start, words_start(k, node), slice_from(node->u.abbreviation.expansion),
                    SLICE_EMPTY);
}

static void keep_tree(struct keeping *k)
{
    const struct node *root = k->doc->root;
    for (const struct node *at = root; at; at = node_next(at, root)) {
        keep_node(k, at);
        if (at->kind == NODE_ABBREVIATION && *at->u.abbreviation.expansion)
            map_put(&k->expansions, slice_from(at->u.abbreviation.expansion),
                    (void *)(uintptr_t)at);
    }
}

/* ---- values of the front matter */

static bool is_printed(const struct keeping *k, struct span span)
{
    for (uint32_t i = 0; i < span.len; i++)
        if (k->marks[span.offset + i] & KEPT_SHOWN)
            return true;
    return false;
}

/* A value that is printed must be printed whole. Escapes and aliases stand for other characters
 * than are written. */
static void keep_text(struct keeping *k, const struct meta_text *value)
{
    if (!value->value || !is_ours(k, value->span) || value->span.offset >= k->doc->body)
        return;
    struct slice text = written(k, value->span);
    bool other = slice_find(text, '\\') < text.len || slice_starts(text, "*");
    if (other || (!is_printed(k, value->span) && same_groups(text, slice_from(value->value), true)))
        keep_span(k, value->span);
}

static void keep_date(struct keeping *k, const struct meta_date *date)
{
    const int parts[] = {date->year, date->month, date->day};
    if (!date->year || !is_ours(k, date->span))
        return;
    struct slice text = written(k, date->span), group;
    size_t at = 0, part = 0;
    while (part < 3 && kept_next_group(text, &at, &group)) {
        int number = 0;
        for (size_t i = 0; i < group.len && i < 6; i++)
            number = number * 10 + (group.ptr[i] - '0');
        if (number == parts[part++])
            keep(k, date->span.offset + at - group.len, date->span.offset + at);
    }
}

static void keep_texts(struct keeping *k, const struct meta_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        keep_text(k, &list->items[i]);
}

static void keep_pairs(struct keeping *k, const struct meta_pairs *pairs)
{
    for (size_t i = 0; i < pairs->count; i++) {
        const struct meta_pair *pair = &pairs->items[i];
        keep_text(k, &(struct meta_text){.value = pair->key, .span = pair->key_span});
        keep_text(k, &(struct meta_text){.value = pair->value, .span = pair->value_span});
    }
}

static void keep_meta(struct keeping *k)
{
    const struct meta *meta = &k->doc->meta;
    const struct meta_contact *contact = &meta->contact;
    const struct meta_text *texts[] = {
        &meta->title,    &meta->subtitle,   &meta->summary,    &meta->lang,     &meta->reference,
        &meta->version,  &meta->owner,      &meta->audience,   &meta->online,   &meta->site,
        &contact->name,  &contact->tagline, &contact->address, &contact->phone, &contact->hours,
        &contact->email, &contact->web,     &contact->formats, &contact->logo,  &meta->cover};
    const struct meta_list *lists[] = {&meta->authors, &meta->reviewers, &meta->keywords,
                                       &meta->sources};
    const struct meta_date *dates[] = {&meta->published, &meta->reviewed, &meta->next_review};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        keep_text(k, texts[i]);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        keep_texts(k, lists[i]);
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        keep_date(k, dates[i]);
    for (const struct meta_passed *at = meta->passed; at; at = at->next)
        keep_span(k, at->span);
    keep_span(k, meta->paper.span);
    keep_span(k, meta->fit.span);
    for (size_t i = 0; i < meta->languages.count; i++) {
        keep_text(k, &meta->languages.items[i].tag);
        keep_text(k, &meta->languages.items[i].line);
    }
    keep_text(k, &meta->languages.phone);
    keep_pairs(k, &meta->theme);
    keep_pairs(k, &meta->words);
}

/* ---- lines of the source */

static size_t line_end(struct slice text, size_t at)
{
    while (at < text.len && text.ptr[at] != '\n' && text.ptr[at] != '\r')
        at++;
    return at;
}

static bool is_blank(struct slice text, size_t at)
{
    return at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t');
}

/* Past blanks and the markers of quotes and items. */
static size_t skip_markers(struct slice text, size_t at)
{
    for (size_t end;; at = end) {
        for (end = at; end < text.len && ascii_is_digit(text.ptr[end]);)
            end++;
        char mark = end < text.len ? text.ptr[end] : 'x';
        bool plain = end == at && (is_blank(text, at) || mark == '>');
        if (!plain && !(strchr(end > at ? ".)" : "-+*", mark) && is_blank(text, end + 1)))
            return at;
        end++;
    }
}

/* Comments, anchors and aliases (YAML 1.2, 6.6 and 6.9.2) are no values. */
static void keep_front_line(struct keeping *k, size_t start, size_t end)
{
    struct slice text = k->source;
    for (size_t at = start; at < end; at++) {
        size_t stop = at;
        if ((at > start && !is_blank(text, at - 1)) || k->marks[at])
            continue;
        if (text.ptr[at] == '#')
            stop = end;
        while (strchr("&*", text.ptr[at]) && stop < end && !is_blank(text, stop))
            stop++;
        keep(k, at, stop);
    }
}

static void keep_front(struct keeping *k)
{
    struct slice front = slice_sub(k->source, 0, k->doc->body);
    for (size_t at = 0, end; at < front.len; at = end + 1) {
        end = line_end(front, at);
        keep_front_line(k, at, end);
    }
}

static void keep_comments(struct keeping *k)
{
    struct slice text = k->source;
    for (size_t at = k->doc->body; at < text.len; at++) {
        at += slice_find_string(slice_from_position(text, at), "<!--");
        if (at == text.len || k->marks[at] & KEPT_SHOWN)
            continue;
        size_t end = at + 2 + slice_find_string(slice_from_position(text, at + 2), "-->");
        if (end == text.len)
            return;
        keep(k, at, end);
        at = end;
    }
}

/* The end of the tag `<name …>` at `at`, quotes stepped over; `at`: none is there. */
static size_t tag_end(struct slice text, size_t at)
{
    size_t limit = text.len - at < TAG_LIMIT ? text.len : at + TAG_LIMIT;
    char quote = '\0';
    for (size_t i = at + 1; i < limit; i++) {
        char c = text.ptr[i];
        if (quote == '\0' && c == '>')
            return i + 1;
        if (quote == '\0' && c == '<')
            return at;
        if (quote == '\0' && (c == '"' || c == '\''))
            quote = c;
        else if (c == quote)
            quote = '\0';
    }
    return at;
}

/* What machines read: the rest of it up to its own end. */
static size_t unseen_end(struct slice text, size_t at, size_t end)
{
    static const char *const names[] = {"script", "style", "head", "template"};
    struct slice rest = slice_from_position(text, at + 1);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct slice name = slice_from(names[i]);
        if (!slice_equal_nocase(slice_sub(rest, 0, name.len), name) ||
            ascii_is_alpha(rest.len > name.len ? rest.ptr[name.len] : ' '))
            continue;
        for (size_t next = end; next < text.len; next++) {
            next += slice_find(slice_from_position(text, next), '<');
            struct slice tag = slice_sub(text, next, name.len + 2);
            if (slice_starts(tag, "</") && slice_equal_nocase(slice_from_position(tag, 2), name))
                return next;
        }
        return text.len; /* it is not closed, which is told */
    }
    return end;
}

/* Tags of HTML that are not shown: what counts of their attributes was taken into the tree. Those
 * of pictures and abbreviations were looked at. */
static void keep_tags(struct keeping *k)
{
    struct slice text = k->source;
    for (size_t at = k->doc->body; at < text.len; at++) {
        at += slice_find(slice_from_position(text, at), '<');
        struct slice rest = slice_from_position(text, at);
        char next = rest.len > 1 ? rest.ptr[1] : ' ';
        if (!(ascii_is_alpha(next) || next == '/') || (k->marks[at] & KEPT_SHOWN) ||
            slice_equal_nocase(slice_sub(rest, 0, 4), SLICE_LIT("<img")) ||
            slice_equal_nocase(slice_sub(rest, 0, 5), SLICE_LIT("<abbr")))
            continue;
        size_t end = tag_end(text, at);
        end = end > at ? unseen_end(text, at, end) : at;
        keep(k, at, end);
        at = end > at ? end - 1 : at;
    }
}

/* "[label]: address", "*[A&E]: words": true if such a line begins at `at` and is not shown. */
static bool is_definition(const struct keeping *k, size_t at, size_t end, size_t *value)
{
    struct slice line = slice_sub(k->source, at, end - at);
    size_t close = line.len > 3 ? slice_find_string(line, "]:") : line.len;
    *value = close < line.len ? at + close + 2 : end;
    return close < line.len && !(k->marks[at] & KEPT_SHOWN) &&
           ((slice_starts(line, "[") && line.ptr[1] != '^') || slice_starts(line, "*["));
}

/* A definition may go on with its address or title in the lines that follow. */
static void keep_definitions(struct keeping *k)
{
    struct slice text = k->source;
    size_t value;
    bool open = false;
    struct slice body = slice_from_position(text, k->doc->body);
    if (slice_find_string(body, "]:") == body.len)
        return;
    for (size_t at = k->doc->body, end; at < text.len; at = end + 1) {
        end = line_end(text, at);
        size_t start = skip_markers(text, at);
        bool shown = start < end && (k->marks[start] & KEPT_SHOWN);
        bool begins = is_definition(k, start, end, &value);
        struct slice words = slice_trim(slice_sub(text, value, end - value));
        if (begins && text.ptr[start] == '*')
            open = map_get(&k->expansions, words) != NULL;
        else
            open = begins || (open && !shown && start < end);
        if (open)
            keep(k, start, end);
    }
}

/* ---- what was told */

/* Diagnostics that say of their whole span that it is not printed, or not as it stands. */
static const enum diag_code told_codes[] = {
    DIAG_CODE_TEXT_DROPPED,        DIAG_CODE_CELL_DROPPED,        DIAG_CODE_LINK_DEFINITION_UNUSED,
    DIAG_CODE_LINK_ADDRESS_UNUSED, DIAG_CODE_LINK_EMPTY,          DIAG_CODE_FOOTNOTE_UNUSED,
    DIAG_CODE_FOOTNOTE_REPEATED,   DIAG_CODE_ABBREVIATION_UNUSED, DIAG_CODE_ABBREVIATION_REPEATED,
    DIAG_CODE_LIST_NUMBERS,        DIAG_CODE_HTML_UNKNOWN,        DIAG_CODE_CONTROL_CHARACTER,
    DIAG_CODE_HTML_LOST,           DIAG_CODE_VALUE_FORM,          DIAG_CODE_KEY_UNKNOWN,
    DIAG_CODE_MARK_UNKNOWN};

/* The value of a key: the rest of its line and the lines below that are indented. */
static size_t value_end(struct slice text, size_t at)
{
    at = line_end(text, at);
    while (at + 1 < text.len && strchr(" -\t\n", text.ptr[at + 1]) &&
           !slice_starts(slice_from_position(text, at + 1), "---"))
        at = line_end(text, at + 1);
    return at;
}

/* False: the list does not hold all. */
static bool keep_told(struct keeping *k, const struct diag_list *told)
{
    struct slice front = slice_sub(k->source, 0, k->doc->body);
    bool counts[DIAG_CODE_COUNT] = {false}, whole = true;
    for (size_t i = 0; i < sizeof told_codes / sizeof *told_codes; i++) {
        counts[told_codes[i]] = true;
        whole = whole && told->per_code[told_codes[i]] <= DIAG_LIMIT;
    }
    for (size_t i = 0; i < told->count; i++) {
        const struct diag *diag = &told->items[i];
        if (!counts[diag->code] || !is_ours(k, diag->span))
            continue;
        keep_span(k, diag->span);
        if (diag->code == DIAG_CODE_KEY_UNKNOWN)
            keep(k, diag->span.offset, value_end(front, diag->span.offset));
    }
    return whole;
}

bool kept_mark(const struct doc *doc, const struct diag_list *told, unsigned char *marks)
{
    struct keeping k = {.doc = doc, .source = doc->source->text, .marks = marks};
    bool whole = keep_told(&k, told);
    keep_tree(&k);
    keep_meta(&k);
    keep_front(&k);
    keep_comments(&k);
    keep_tags(&k);
    keep_definitions(&k);
    map_free(&k.expansions);
    return whole;
}
