#include "read/markdown/box_tags.h"

#include <string.h>

#include "read/markdown/callouts.h"
#include "read/markdown/nodes.h"

uint32_t md_tag_name(struct slice text, const char *opening, struct slice *name)
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

uint32_t md_tag_end(struct slice text, const char *opening, struct slice *kind)
{
    uint32_t end = md_tag_name(text, opening, kind);
    return end > 0 && md_at(text, end) == ']' ? end + 1 : 0;
}

uint32_t md_tag_title(struct slice text, uint32_t at)
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
    uint32_t end = md_tag_name(text, "[!", &name);
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

void md_tags_check(struct md_reader *r, const struct node *block)
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
