#include "read/markdown/html_looks.h"

#include "base/buf.h"

void md_looks_add(struct md_reader *r, const char *name, struct span span)
{
    struct md_html *html = &r->html;
    for (uint32_t i = 0; i < html->look_count; i++)
        if (slice_equal_string(slice_from(html->looks[i]), name))
            return;
    if (html->look_count == 0)
        html->looks_at = span;
    if (html->look_count < MD_LOOKS)
        html->looks[html->look_count++] = name;
}

void md_looks_report(struct md_reader *r)
{
    const struct md_html *html = &r->html;
    struct buf names = {0};
    if (html->look_count == 0)
        return;
    for (uint32_t i = 0; i < html->look_count; i++) {
        buf_put_string(&names, i > 0 ? ", " : "");
        buf_put_string(&names, html->looks[i]);
    }
    diag_add(r->diags, DIAG_CODE_HTML_LOOKS, html->looks_at,
             "their words are printed; for strong text write **words**, for a box > [!WARNING]",
             "HTML that says only how things look is left out, from here on: %.*s", (int)names.len,
             names.data);
    buf_free(&names);
}

/* ---- styles */

static bool holds(struct slice text, const char *word)
{
    struct slice part = slice_from(word);
    for (size_t at = 0; at + part.len <= text.len; at++)
        if (slice_equal_nocase(slice_sub(text, at, part.len), part))
            return true;
    return false;
}

static void read_rule(struct slice name, struct slice value, struct md_style *out)
{
    static const struct {
        const char *name, *value;
        enum node_kind kind;
    } marks[] = {{"vertical-align", "super", NODE_SUPERSCRIPT},
                 {"vertical-align", "sub", NODE_SUBSCRIPT},
                 {"text-decoration", "line-through", NODE_STRIKE},
                 {"text-decoration-line", "line-through", NODE_STRIKE},
                 {"font-weight", "bold", NODE_STRONG},
                 {"font-weight", "600", NODE_STRONG},
                 {"font-weight", "700", NODE_STRONG},
                 {"font-weight", "800", NODE_STRONG},
                 {"font-weight", "900", NODE_STRONG},
                 {"font-style", "italic", NODE_EMPHASIS},
                 {"font-style", "oblique", NODE_EMPHASIS}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        /* a power is more than looks: it goes before strong text */
        if ((out->kind == NODE_SPAN || i < 2) &&
            slice_equal_nocase(name, slice_from(marks[i].name)) && holds(value, marks[i].value)) {
            out->kind = marks[i].kind;
            return;
        }
    bool font = slice_equal_nocase(name, SLICE_LIT("font-weight")) ||
                slice_equal_nocase(name, SLICE_LIT("font-style"));
    out->plain |= font && (holds(value, "normal") || holds(value, "400"));
    bool page = holds(name, "break-") && (holds(value, "always") || holds(value, "page"));
    out->page_before |= page && holds(name, "before");
    out->page_after |= page && holds(name, "after");
}

struct md_style md_style_read(struct slice style)
{
    struct md_style out = {.kind = NODE_SPAN};
    while (style.len > 0) {
        struct slice value = slice_take(&style, ';');
        struct slice name = slice_take(&value, ':');
        read_rule(slice_trim(name), slice_trim(value), &out);
    }
    return out;
}
