#include "read/markdown/quotes.h"

#include <string.h>

#include "base/suggest.h"
#include "read/markdown/box_tags.h"
#include "read/markdown/callouts.h"
#include "read/markdown/finish.h"
#include "read/markdown/limits.h"
#include "read/markdown/markers.h"
#include "read/markdown/nodes.h"
#include "text/text.h"
#include "text/unit.h"
#include "text/words.h"

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
        uint32_t len = md_tag_name(text, openings[i], &name);
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
    uint32_t len = md_tag_end(text, "[", &tag), inside = entry->start + 1;
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
    uint32_t end = md_line_start(text, at);
    end -= end > 0;
    end -= end > 0 && text.ptr[end] == '\n' && text.ptr[end - 1] == '\r';
    return end > 0 && md_skip_blanks(text, md_line_start(text, end)) < end;
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
    if (!equal && !is_below_text(text, sign) && !unit_is_of_tables(unit_at(words, end)))
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
    bool escaped = entry->start > 0 && r->copy.text.ptr[entry->start - 1] == '\\';
    uint32_t len = escaped ? 0 : md_tag_end(start, "[!", &tag);
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
    md_text_strip(r->doc, label->first, md_tag_title(start, len), 0);
    label->kind = NODE_CALLOUT_LABEL;
    finish_label(r, label, kind);
    quote->kind = NODE_CALLOUT;
    quote->u.callout.kind = kind;
    entry->node = doc_add(r->doc, quote, NODE_PARAGRAPH, SPAN_NONE);
    entry->start = MD_NOWHERE;
}
