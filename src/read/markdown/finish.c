#include "read/markdown/finish.h"

#include <string.h>

#include "base/suggest.h"
#include "read/markdown/abbreviations.h"
#include "read/markdown/callouts.h"
#include "read/markdown/captions.h"
#include "read/markdown/html_parser.h"
#include "read/markdown/limits.h"
#include "read/markdown/markers.h"
#include "read/markdown/line_ends.h"
#include "read/markdown/nodes.h"
#include "read/passes/smart.h"
#include "read/passes/unmarked.h"
#include "text/amount.h"
#include "text/text.h"
#include "text/words.h"

/* ---- marks of boxes */

/* The name behind `[!` (or what is taken for it) at the start of text, blanks around it apart:
 * where they end, or 0. Of names with blanks inside only our own are one. */
static uint32_t tag_name(struct slice text, const char *opening, struct slice *name)
{
    uint32_t open = (uint32_t)strlen(opening);
    enum callout_kind kind;
    if (!slice_starts(text, opening))
        return 0;
    uint32_t len = md_run_word(text, open, "-_' \xe2\x80\x99");
    *name = slice_trim(slice_sub(text, open, len));
    bool whole = slice_find(*name, ' ') == name->len || md_callout_is_kind(*name, &kind);
    return name->len > 0 && whole ? open + len : 0;
}

/* The length of `[!KIND]` at the start of text, or 0. */
static uint32_t callout_tag(struct slice text, const char *opening, struct slice *kind)
{
    uint32_t end = tag_name(text, opening, kind);
    return end > 0 && md_at(text, end) == ']' ? end + 1 : 0;
}

/* Behind what stands between the bracket and the title: a colon, and the + and - by which Obsidian
 * folds boxes. Before a number they may be its sign. */
static uint32_t title_at(struct slice text, uint32_t at)
{
    char c = md_at(text, at), after = md_at(text, at + 1);
    bool number = ascii_is_digit(md_at(text, md_skip_blanks(text, at + 1)));
    bool parts = (c == ':' || ((c == '+' || c == '-') && !number)) &&
                 (after == '\0' || ascii_is_space(after));
    return parts ? at + 1 : at;
}

/* The > before it is told already, as it is too far in (inline.c). */
static bool is_told(const struct md_reader *r, struct span tag)
{
    uint32_t at = tag.offset;
    while (at > 0 && md_is_blank(tag.source->text.ptr[at - 1]))
        at--;
    for (size_t i = r->diags->count; i > 0 && at > 0; i--) {
        const struct diag *diag = &r->diags->items[i - 1];
        if (diag->code == DIAG_CODE_QUOTE_UNMARKED && diag->span.offset == at - 1)
            return true;
        if (diag->span.offset < at - 1)
            break;
    }
    return false;
}

/* `[!WARNING]` that began no box, at byte pos of a text. */
static void check_tag(struct md_reader *r, const struct node *node, size_t pos)
{
    struct slice name, text = slice_from_position(node->text, pos);
    enum callout_kind kind;
    uint32_t end = tag_name(text, "[!", &name);
    struct span span = node_text_span(node, pos, end + 1);
    bool escaped = span.source && span.offset > 0 && span.source->text.ptr[span.offset - 1] == '\\';
    char close = md_at(text, end);
    if (end == 0 || (close != ']' && close != '|') || !md_callout_find(name, &kind) || escaped ||
        (span.source && is_told(r, span)))
        return;
    diag_add(
        r->diags, DIAG_CODE_CALLOUT_UNMARKED, span,
        close == '|' ? "write > [!WARNING] and the words of its title behind the bracket"
                     : "write > [!WARNING] below an empty line, without other marks around it, "
                       "and > before each of its lines",
        close == '|' ? "there is no | in the mark of a box, so it prints as it stands"
                     : "this mark of a box stands at no quotation's beginning, so it prints as "
                       "it stands");
}

/* Those of a finished block: what begins a box is no longer in its words. */
static void check_tags(struct md_reader *r, const struct node *block)
{
    for (const struct node *at = block; at;
         at = at->kind == NODE_CODE ? node_skip(at, block) : node_next(at, block)) {
        if (at->kind != NODE_TEXT)
            continue;
        const char *text = at->text.ptr, *end = text + at->text.len;
        while (text < end && (text = memmem(text, (size_t)(end - text), "[!", 2)) != NULL)
            check_tag(r, at, (size_t)(text++ - at->text.ptr));
    }
}

/* ---- inline content */

/* How many blanks there are at one end of a text. */
static size_t count_blanks(struct slice text, bool front)
{
    size_t count = 0;
    while (count < text.len && text.ptr[front ? count : text.len - 1 - count] == ' ')
        count++;
    return count;
}

/* Blanks at the ends of a block, left by comments and line ends, are nobody's. */
static void trim_ends(struct doc *doc, struct node *block)
{
    while (block->first && block->first->kind == NODE_TEXT &&
           !md_text_strip(doc, block->first, count_blanks(block->first->text, true), 0))
        ;
    while (block->last && block->last->kind == NODE_TEXT &&
           !md_text_strip(doc, block->last, 0, count_blanks(block->last->text, false)))
        ;
}

void md_inline_finish(struct md_reader *r, struct node *block)
{
    trim_ends(r->doc, block);
    check_tags(r, block);
    md_line_ends_join(r->doc, block);
    unmarked_link(r->doc, block);
    read_smart(r->doc, block);
    md_abbreviations_mark(r->doc, &r->definitions, block);
}

/* ---- figures */

/* Where a picture's title stands in the source, if it stands there as it is. */
static struct span title_span(const struct md_reader *r, const struct node *image,
                              struct slice title)
{
    struct slice source = r->copy.source->text;
    struct slice written = slice_sub(source, image->span.offset, image->span.len);
    const char *found = md_place(source, title.ptr, title.len) != MD_NOWHERE
                            ? title.ptr
                            : memmem(written.ptr, written.len, title.ptr, title.len);
    return found
               ? (struct span){r->copy.source, (uint32_t)(found - source.ptr), (uint32_t)title.len}
               : image->span;
}

/* What is written of a title at `at` of the source, an escape, entity or line end taken for one:
 * where it ends. */
static uint32_t put_title_part(struct md_text *out, uint32_t at)
{
    struct slice text = out->source;
    uint32_t len = md_at(text, at) == '&' ? md_run_word(text, at + 1, "#") + 2 : 0;
    char bytes[8];
    bool forbidden;
    if (md_is_line_end(md_at(text, at))) {
        md_text_put(out, SLICE_LIT(" "), at, 1);
        return md_skip_prefix(text, md_line_next(text, at), NULL);
    }
    size_t count = len > 2 && len <= MD_MAX_ENTITY && md_at(text, at + len - 1) == ';'
                       ? md_entity_decode(slice_sub(text, at, len), bytes, &forbidden)
                       : 0;
    if (count > 0) {
        md_text_put(out, (struct slice){bytes, count}, at, len);
        return at + len;
    }
    at += md_is_escape(text, at);
    md_text_put(out, slice_sub(text, at, 1), at, 1);
    return at + 1;
}

/* The words of a picture's title, with their places. */
static void put_title(struct md_reader *r, struct node *caption, const struct md_picture *picture)
{
    struct slice title = picture->title, source = r->copy.source->text;
    struct md_text words = {.source = source};
    for (uint32_t at = picture->title_at;
         at > 0 && at < source.len && md_text_slice(&words).len < title.len;)
        at = put_title_part(&words, at);
    struct node *text = doc_add(r->doc, caption, NODE_TEXT, caption->span);
    if (slice_equal(md_text_slice(&words), title)) {
        text->span = (struct span){r->copy.source, words.start, words.end - words.start};
        md_text_give(&words, r->doc, text);
    } else {
        text->span = title_span(r, picture->node, title);
        text->text = title;
    }
    caption->span = text->span;
    md_text_free(&words);
}

/* The picture's title is its caption. */
static void add_caption(struct md_reader *r, struct node *figure, const struct md_picture *picture)
{
    struct node *caption = doc_add(r->doc, figure, NODE_CAPTION, SPAN_NONE);
    put_title(r, caption, picture);
    md_inline_finish(r, caption);
}

static struct node *wrap_in_figure(struct md_reader *r, struct node *image)
{
    struct node *figure = doc_add(r->doc, NULL, NODE_FIGURE, image->span);
    doc_insert_before(image, figure);
    doc_remove(image);
    doc_append(figure, image);
    return figure;
}

/* A paragraph of pictures becomes a figure, or several side by side. Its titles are the last of the
 * leaf's, in their order. */
static void make_figures(struct md_reader *r, struct node *block)
{
    const struct md_picture *titled = r->leaf.pictures;
    size_t count = r->leaf.picture_count, first = count;
    while (first > 0 && titled[first - 1].node->parent == block)
        first--;
    bool one = block->first == block->last;
    block->kind = one ? NODE_FIGURE : NODE_FIGURES;
    size_t title = first;
    for (struct node *child = block->first, *next; child; child = next) {
        next = child->next;
        bool image = child->kind == NODE_IMAGE;
        struct node *figure = one ? block : image ? wrap_in_figure(r, child) : NULL;
        if (!image)
            doc_remove(child);
        else if (title < count && titled[title].node == child)
            add_caption(r, figure, &titled[title++]);
    }
    r->leaf.picture_count = first;
}

static bool is_blank(const struct node *node)
{
    return node->kind == NODE_LINE_BREAK ||
           (node->kind == NODE_TEXT && slice_trim(node->text).len == 0);
}

/* The first of the pictures, and blanks between them, that end a paragraph; NULL: it ends in
 * others. */
static struct node *last_pictures(const struct node *block)
{
    struct node *first = NULL;
    for (struct node *at = block->last; at; at = at->previous) {
        if (at->kind == NODE_IMAGE)
            first = at;
        else if (!is_blank(at))
            break;
    }
    return first;
}

/* True if only blanks and quote markers stand before it on its line. */
static bool begins_line(const struct node *node)
{
    if (!node->span.source)
        return false;
    struct slice text = node->span.source->text;
    uint32_t at = node->span.offset;
    while (at > 0 && (md_is_blank(text.ptr[at - 1]) || text.ptr[at - 1] == '>'))
        at--;
    return at > 0 && text.ptr[at - 1] == '\n';
}

static bool ends_sentence(const struct node *node)
{
    while (node->last)
        node = node->last;
    struct slice text = slice_trim(node->text);
    return node->kind == NODE_TEXT && text.len > 0 && strchr(".:!?", text.ptr[text.len - 1]);
}

/* Pictures on lines of their own right below a sentence are meant to stand below it: they go into a
 * paragraph of their own, which is returned; NULL: there are none. */
static struct node *part_pictures(struct md_reader *r, struct node *block)
{
    struct node *first = last_pictures(block), *before = first ? first->previous : NULL;
    while (before && is_blank(before))
        before = before->previous;
    if (!before || !begins_line(first) || !ends_sentence(before))
        return NULL;
    struct span span = first->span;
    struct node *pictures = doc_add(r->doc, NULL, NODE_PARAGRAPH, span);
    doc_insert_after(block, pictures);
    for (struct node *at = first, *next; at; at = next) {
        next = at->next;
        doc_remove(at);
        doc_append(pictures, at);
        pictures->span.len =
            at->span.source ? at->span.offset + at->span.len - span.offset : pictures->span.len;
    }
    while (is_blank(block->last))
        doc_remove(block->last);
    trim_ends(r->doc, block);
    trim_ends(r->doc, pictures);
    return pictures;
}

/* The last of the pictures, and blanks between them, that begin a paragraph; NULL: it begins with
 * others. */
static struct node *first_pictures(const struct node *block)
{
    struct node *last = NULL;
    for (struct node *at = block->first; at; at = at->next) {
        if (at->kind == NODE_IMAGE)
            last = at;
        else if (!is_blank(at))
            break;
    }
    return last;
}

/* True if it begins with a line end, or its line. */
static bool is_on_next_line(const struct node *node)
{
    struct span span = node->kind == NODE_TEXT ? node_text_span(node, 0, 1) : node->span;
    if (!span.source)
        return false;
    char c = md_at(span.source->text, md_skip_blanks(span.source->text, span.offset));
    return c == '\n' || c == '\r' || begins_line(node);
}

/* Words on the line right below pictures that begin a paragraph are meant to stand below them: they
 * go into a paragraph of their own, which is returned; NULL: there are none. */
static struct node *part_words(struct md_reader *r, struct node *block)
{
    struct node *last = first_pictures(block), *first = last ? last->next : NULL;
    if (!first || first->kind == NODE_LINE_BREAK || !is_on_next_line(first))
        return NULL;
    struct node *words = doc_add(r->doc, NULL, NODE_PARAGRAPH, SPAN_NONE);
    doc_insert_after(block, words);
    for (struct node *at = first, *next; at; at = next) {
        next = at->next;
        doc_remove(at);
        doc_append(words, at);
    }
    trim_ends(r->doc, words);
    words->span = words->first->span;
    diag_add(r->diags, DIAG_CODE_CAPTION_STRAY, words->span,
             "write a caption in quotes behind the picture's name: ![what it shows](file.png "
             "\"caption\"); put an empty line above what is none",
             "these words stand right below a picture; they are set as a paragraph below it");
    return words;
}

void md_titles_report(struct md_reader *r)
{
    for (size_t i = 0; i < r->leaf.picture_count; i++)
        diag_add(r->diags, DIAG_CODE_TEXT_DROPPED, r->leaf.pictures[i].node->span,
                 "put the picture in a paragraph of its own: its title is then the caption",
                 "the title of a picture inside text is not printed: \"%.*s\"",
                 MD_QUOTED(r->leaf.pictures[i].title));
    r->leaf.picture_count = 0;
}

/* ---- callouts */

static const enum word callout_words[CALLOUT_KIND_COUNT] = {
#define X(symbol, tag, word) [CALLOUT_##symbol] = word,
    CALLOUT_KINDS(X)
#undef X
};
/* `> [！WARNING]`: the wide signs of a Chinese keyboard. */
static bool check_wide(struct md_reader *r, const struct md_entry *entry, struct slice text)
{
    static const char *const openings[] = {"[\uff01", "\uff3b!", "\uff3b\uff01", "\u3010!",
                                           "\u3010\uff01"};
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        struct slice name;
        enum callout_kind kind;
        uint32_t len = tag_name(text, openings[i], &name);
        if (len == 0 || !md_callout_find(name, &kind))
            continue;
        diag_add(r->diags, DIAG_CODE_CALLOUT_UNMARKED,
                 md_span(&r->copy, entry->start, entry->start + len),
                 arena_format(&r->doc->arena, "write > [!%s] with the narrow signs [ ! and ]",
                              md_callout_names[kind]),
                 "this is a quotation and no box: its mark has wide signs");
        return true;
    }
    return false;
}

/* `> **Warning**`, as GitHub had boxes at first: the same. */
static void check_strong(struct md_reader *r, const struct node *label)
{
    const struct node *strong = label->first, *only = strong ? strong->first : NULL;
    enum callout_kind kind;
    if (!strong || strong->kind != NODE_STRONG || !only || only != strong->last ||
        only->kind != NODE_TEXT)
        return;
    struct slice name = slice_trim(only->text);
    if (slice_ends(name, ":") || slice_ends(name, "!"))
        name = slice_sub(name, 0, name.len - 1);
    if (md_callout_find(name, &kind))
        diag_add(r->diags, DIAG_CODE_CALLOUT_UNMARKED, strong->span,
                 arena_format(&r->doc->arena, "for a box write > [!%s] on its first line",
                              md_callout_names[kind]),
                 "this is a quotation and no box");
}

/* `> [WARNING]`: a quote that was meant to be a box. */
static void check_unmarked(struct md_reader *r, const struct md_entry *entry, struct slice text)
{
    struct slice tag;
    enum callout_kind kind;
    uint32_t len = callout_tag(text, "[", &tag), inside = entry->start + 1;
    bool known = len > 0 && md_callout_is_kind(tag, &kind);
    if (!known && !(len > 0 && md_callout_is_alarming(tag)))
        return;
    struct diag *told = diag_add(
        r->diags, DIAG_CODE_CALLOUT_UNMARKED, md_span(&r->copy, entry->start, entry->start + len),
        "write [!WARNING], with the exclamation mark, or another kind of box",
        "this is a quotation and no box: [%.*s] has no exclamation mark", SLICE_ARGS(tag));
    if (known)
        diag_fix(r->diags, told, md_span(&r->copy, inside, inside), "!");
}

static void report_kind(struct md_reader *r, struct slice tag, struct span span)
{
    char *word = arena_string(&r->doc->arena, tag);
    for (char *c = word; *c; c++)
        *c = ascii_lower(*c);
    enum callout_kind other;
    const char *nearest = md_callout_find(tag, &other)
                              ? md_callout_names[other]
                              : suggest_nearest(word, md_callout_names, CALLOUT_KIND_COUNT);
#define X(symbol, tag, word) #symbol ", "
    const char *hint = "the kinds are " CALLOUT_KINDS(X) "and no others";
#undef X
    if (md_callout_is_alarming(tag))
        diag_add(r->diags, DIAG_CODE_CALLOUT_RENAMED, span,
                 "write [!WARNING], or [!EMERGENCY] where help must be called at once; words of "
                 "your own may follow it",
                 "there is no callout \"%.*s\"; it is set as a warning", SLICE_ARGS(tag));
    else
        diag_add(r->diags, DIAG_CODE_CALLOUT_UNKNOWN, span,
                 nearest ? arena_format(&r->doc->arena, "did you mean [!%s]?", nearest) : hint,
                 "there is no callout \"%.*s\"", SLICE_ARGS(tag));
}

/* What is not known is set as a warning: never milder than it was meant. */
static enum callout_kind find_kind(struct md_reader *r, struct slice tag, struct span span)
{
    enum callout_kind kind;
    if (md_callout_is_kind(tag, &kind))
        return kind;
    report_kind(r, tag, span);
    return CALLOUT_WARNING;
}

static const char *kind_word(const struct md_reader *r, enum callout_kind kind)
{
    const struct meta *meta = &r->doc->meta;
    enum word word = callout_words[kind];
    return meta->wording ? meta->wording[word] : words_get(meta->lang.value, word);
}

/* The language of the kind's word, or NULL where it is the one there; a clinic's own words are in
 * the leaflet's. */
static const char *kind_lang(struct md_reader *r, enum callout_kind kind)
{
    const struct meta *meta = &r->doc->meta;
    const char *around = md_language(r);
    const char *lang = words_wording_lang(kind_word(r, kind), callout_words[kind], meta->words_lang,
                                          meta->lang.value);
    return !lang || !around || text_lang_same_primary(lang, around) ? NULL : lang;
}

/* The kind's word as the label's text, tagged where it is not in the language there. */
static void add_kind_word(struct md_reader *r, struct node *label, enum callout_kind kind)
{
    struct node *parent = label;
    if (kind_lang(r, kind)) {
        parent = doc_add(r->doc, label, NODE_SPAN, SPAN_NONE);
        parent->lang = kind_lang(r, kind);
        parent->generated = true;
    }
    doc_add_text(r->doc, parent, slice_from(kind_word(r, kind)), SPAN_NONE)->generated = true;
}

/* Once the words of a label are in: the kind's word if there are none, and the icon. */
static void finish_label(struct md_reader *r, struct node *label, enum callout_kind kind)
{
    md_inline_finish(r, label);
    md_titles_report(r);
    bool own = label->first != NULL;
    if (!own)
        add_kind_word(r, label, kind);
    struct node *icon = doc_add(r->doc, NULL, NODE_ICON, SPAN_NONE);
    icon->generated = true;
    icon->lang = own ? kind_lang(r, kind) : NULL;
    icon->u.image.alt = own ? arena_string(&r->doc->arena, slice_from(kind_word(r, kind))) : "";
    doc_insert_before(label->first, icon);
}

struct node *md_callout_add(struct md_reader *r, struct node *parent, enum callout_kind kind,
                            struct slice title, struct span span)
{
    struct node *callout = doc_add(r->doc, parent, NODE_CALLOUT, span);
    struct node *label = doc_add(r->doc, callout, NODE_CALLOUT_LABEL, span);
    callout->u.callout.kind = kind;
    if (title.len > 0)
        doc_add(r->doc, label, NODE_TEXT, span)->text = title;
    finish_label(r, label, kind);
    return callout;
}

/* A number with its point or comma at `at`: where it ends. */
static uint32_t number_end(struct slice words, uint32_t at)
{
    uint32_t end = at;
    while (ascii_is_digit(md_at(words, end)) ||
           (end > at && strchr(".,", md_at(words, end)) && ascii_is_digit(md_at(words, end + 1))))
        end++;
    return end;
}

/* The word at `at`, up to a blank or a point. */
static struct slice unit_at(struct slice words, uint32_t at)
{
    uint32_t end = at = md_skip_spaces(words, at);
    while (end < words.len && !ascii_is_space(words.ptr[end]) && !strchr(".,:;)", words.ptr[end]))
        end++;
    return slice_sub(words, at, end - at);
}

/* The line above the one of `at` has words. */
static bool is_below_text(struct slice text, uint32_t at)
{
    uint32_t line = md_line_start(text, at);
    return line > 1 && md_skip_blanks(text, md_line_start(text, line - 1)) < line - 1;
}

/* `> 38 °C: call us`, `>= 38`: "more than" as well as the mark of a quotation. One that begins with
 * a number and its unit, or right below text, is told; `>38` is number-changed. */
static void check_more_than(struct md_reader *r, const struct md_entry *entry, struct slice words)
{
    struct slice text = r->copy.text;
    bool equal = md_at(words, 0) == '=';
    uint32_t start = md_skip_spaces(words, equal), end = number_end(words, start);
    uint32_t sign = entry->start;
    while (sign > 0 && md_is_blank(text.ptr[sign - 1]))
        sign--;
    bool touches = sign == entry->start;
    if (end == start || r->ledger.quotes != 1 || md_at(text, sign - (sign > 0)) != '>' ||
        (touches && !equal))
        return;
    if (!equal && !is_below_text(text, sign) && !amount_is_unit(unit_at(words, end)))
        return;
    struct slice number = slice_sub(words, 0, end);
    diag_add(r->diags, DIAG_CODE_SIGN_AS_BULLET, md_span(&r->copy, sign - 1, sign),
             arena_format(&r->doc->arena,
                          "where \"more than\" is meant, write it in words, or a backslash before "
                          "the sign: \\>%s%.*s",
                          touches ? "" : " ", SLICE_ARGS(number)),
             "this > is read as the mark of a quotation and is not printed");
}

void md_callout_begin(struct md_reader *r, struct md_entry *entry)
{
    struct slice tag;
    struct node *label = entry->node, *quote = label->parent;
    if (!entry->own || entry->kind != NODE_PARAGRAPH || quote->kind != NODE_QUOTE ||
        quote->first != label || quote != r->stack.entries[r->stack.depth - 2].node)
        return;
    struct slice start = label->first ? label->first->text : md_text_slice(&r->text);
    uint32_t len = callout_tag(start, "[!", &tag);
    if (len == 0 && !check_wide(r, entry, start)) {
        check_unmarked(r, entry, start);
        check_strong(r, label);
        check_more_than(r, entry, start);
    }
    if (len == 0 || (label->first && label->first->kind != NODE_TEXT))
        return;
    md_flush_text(r);
    enum callout_kind kind = find_kind(r, tag, node_text_span(label->first, 0, len));
    label->span = md_entry_span(r, entry);
    md_text_strip(r->doc, label->first, title_at(start, len), 0);
    label->kind = NODE_CALLOUT_LABEL;
    finish_label(r, label, kind);
    quote->kind = NODE_CALLOUT;
    quote->u.callout.kind = kind;
    entry->node = doc_add(r->doc, quote, NODE_PARAGRAPH, SPAN_NONE);
    entry->start = MD_NOWHERE;
}

void md_block_finish(struct md_reader *r, struct node *block)
{
    md_inline_finish(r, block);
    bool paragraph = block->kind == NODE_PARAGRAPH, empty = !block->first;
    struct node *pictures = paragraph ? part_pictures(r, block) : NULL;
    struct node *words = paragraph ? part_words(r, block) : NULL;
    bool alone = paragraph && !empty && last_pictures(block) == block->first;
    if (pictures)
        make_figures(r, pictures);
    if (paragraph && empty)
        doc_remove(block);
    else if (alone)
        make_figures(r, block);
    if (paragraph && !empty && (words || !alone))
        md_caption_take(r, words ? words : block);
    md_titles_report(r);
}
