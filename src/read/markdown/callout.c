#include "read/markdown/callout.h"

#include <string.h>

#include "base/suggest.h"
#include "read/markdown/finish.h"
#include "read/markdown/nodes.h"
#include "text/text.h"
#include "text/words.h"

static const enum word callout_words[CALLOUT_KIND_COUNT] = {
#define X(symbol, tag, word) [CALLOUT_##symbol] = word,
    CALLOUT_KINDS(X)
#undef X
};
static const char *const callout_tags[CALLOUT_KIND_COUNT] = {
#define X(symbol, tag, word) [CALLOUT_##symbol] = tag,
    CALLOUT_KINDS(X)
#undef X
};

/* The length of `[!KIND]` at the start of text, or 0. */
static size_t callout_tag(struct slice text, struct slice *kind)
{
    uint32_t len = slice_starts(text, "[!") ? md_run_word(text, 2, "-_") : 0;
    *kind = slice_sub(text, 2, len);
    return len > 0 && md_at(text, 2 + len) == ']' ? len + 3 : 0;
}

static enum callout_kind find_kind(struct md_reader *r, struct slice tag, struct span span)
{
    for (int i = 0; i < CALLOUT_KIND_COUNT; i++)
        if (slice_equal_nocase(tag, slice_from(callout_tags[i])))
            return (enum callout_kind)i;
    char *word = arena_string(&r->doc->arena, tag);
    for (char *c = word; *c; c++)
        *c = ascii_lower(*c);
    const char *nearest = suggest_nearest(word, callout_tags, CALLOUT_KIND_COUNT);
#define X(symbol, tag, word) #symbol ", "
    const char *hint = "the kinds are " CALLOUT_KINDS(X) "and no others";
#undef X
    if (nearest)
        hint = arena_format(&r->doc->arena, "did you mean [!%s]?", nearest);
    diag_add(r->diags, DIAG_CODE_CALLOUT_UNKNOWN, span, hint,
             "there is no callout \"%.*s\"; it is set as a note", SLICE_ARGS(tag));
    return CALLOUT_NOTE;
}

static const char *kind_word(const struct md_reader *r, enum callout_kind kind)
{
    const struct meta *meta = &r->doc->meta;
    enum word word = callout_words[kind];
    return meta->wording ? meta->wording[word] : words_get(r->lang, word);
}

/* The kind's word as the label's text, tagged where it is not in the leaflet's language. */
static void add_kind_word(struct md_reader *r, struct node *label, enum callout_kind kind)
{
    const struct meta *meta = &r->doc->meta;
    struct node *parent = label;
    if (meta->words_lang && strcmp(meta->words_lang, r->lang) != 0 &&
        !text_lang_same_primary(meta->words_lang, r->lang)) {
        parent = doc_add(r->doc, label, NODE_SPAN, SPAN_NONE);
        parent->lang = meta->words_lang;
        parent->generated = true;
    }
    doc_add_text(r->doc, parent, slice_from(kind_word(r, kind)), SPAN_NONE)->generated = true;
}

static void make_label(struct md_reader *r, struct node *label, size_t tag_len,
                       enum callout_kind kind)
{
    md_text_strip(r->doc, label->first, tag_len, 0);
    label->kind = NODE_CALLOUT_LABEL;
    md_inline_finish(r, label);
    md_titles_report(r);
    bool own = label->first != NULL;
    if (!own)
        add_kind_word(r, label, kind);
    struct node *icon = doc_add(r->doc, NULL, NODE_ICON, SPAN_NONE);
    icon->generated = true;
    icon->u.image.alt = own ? arena_string(&r->doc->arena, slice_from(kind_word(r, kind))) : "";
    doc_insert_before(label->first, icon);
}

void md_callout_begin(struct md_reader *r, struct md_entry *entry)
{
    struct slice tag;
    struct node *label = entry->node, *quote = label->parent;
    if (!entry->own || entry->kind != NODE_PARAGRAPH || quote->kind != NODE_QUOTE ||
        quote->first != label || quote != r->stack.entries[r->stack.depth - 2].node)
        return;
    struct slice start = label->first ? label->first->text : md_text_slice(&r->text);
    size_t len = callout_tag(start, &tag);
    if (len == 0 || (label->first && label->first->kind != NODE_TEXT))
        return;
    md_flush_text(r);
    enum callout_kind kind = find_kind(r, tag, node_text_span(label->first, 0, len));
    label->span = md_entry_span(r, entry);
    make_label(r, label, len, kind);
    quote->kind = NODE_CALLOUT;
    quote->u.callout.kind = kind;
    entry->node = doc_add(r->doc, quote, NODE_PARAGRAPH, SPAN_NONE);
    entry->start = MD_NOWHERE;
}
