#include "read/markdown/signs.h"

#include "base/utf8.h"
#include "read/markdown/addresses.h"
#include "text/chars.h"
#include "text/unit.h"

/* A digit of any script. */
static bool is_digit_before(struct slice text, uint32_t at)
{
    size_t start = at;
    return at > 0 && text_is_digit(utf8_previous(text, &start));
}

/* "5 mg", "5mg" or "5" ends at `at`. */
static bool is_quantity_before(struct slice text, uint32_t at)
{
    uint32_t word = at;
    while (word > 0 && ascii_is_alpha(text.ptr[word - 1]))
        word--;
    if (word < at && word > 0 && text.ptr[word - 1] == ' ')
        word--;
    return is_digit_before(text, word);
}

bool md_is_to_fill(struct slice text, uint32_t at)
{
    if (md_at(text, at) != '_')
        return false;
    size_t next = at + md_run(text, at, '_');
    for (uint32_t c; next < text.len && text.ptr[next] != '_';) {
        c = utf8_next(text, &next);
        if (text_is_alnum(c) || c == '\n' || c == '\r')
            return false;
    }
    return next < text.len;
}

/* "Dose: __mg__" */
static bool is_unit_to_fill(struct slice text, uint32_t at)
{
    uint32_t before = at, start = at + md_run(text, at, '_'), end = start;
    while (before > 0 && md_is_blank(text.ptr[before - 1]))
        before--;
    while (ascii_is_alpha(md_at(text, end)))
        end++;
    return before > 0 && text.ptr[before - 1] == ':' && md_at(text, end) == '_' &&
           unit_is_of_tables(slice_sub(text, start, end - start));
}

bool md_is_sign(const struct md_reader *r, enum node_kind kind, uint32_t at, uint32_t len)
{
    struct slice text = r->copy.text;
    uint32_t end = at + len;
    if (len == 0)
        return false;
    if (kind == NODE_STRIKE)
        return len == 1;
    if (kind != NODE_EMPHASIS && kind != NODE_STRONG)
        return false;
    if (md_at(text, at) == '_' && is_unit_to_fill(text, at))
        return true;
    if (text_digit_length(text, end) > 0)
        return len == 1 ? is_quantity_before(text, at) : is_digit_before(text, at);
    return len == 1 && is_digit_before(text, at) && ascii_is_alpha(md_at(text, end));
}

void md_report_sign(struct md_reader *r, uint32_t at, uint32_t len)
{
    struct slice mark = slice_sub(r->copy.text, at, len);
    if (md_in_address(r, at, len))
        diag_add(r->diags, DIAG_CODE_SIGN_KEPT, md_span(&r->copy, at, at + len),
                 "put the address between < and >, and a backslash before a mark outside it that "
                 "is meant as a sign",
                 "%.*s inside an address makes no emphasis, so it prints as it stands",
                 SLICE_ARGS(mark));
    else if (mark.ptr[0] == '^')
        diag_add(r->diags, DIAG_CODE_SIGN_KEPT, md_span(&r->copy, at, at + len),
                 "for a power write ^ on both sides of it (10^6^) or <sup>6</sup>",
                 "it is not sure what ^ raises here, so it prints as it stands");
    else if (mark.ptr[0] == '_' && is_unit_to_fill(r->copy.text, at))
        diag_add(r->diags, DIAG_CODE_SIGN_KEPT, md_span(&r->copy, at, at + len),
                 "for a line to fill in put a blank behind it: ____ mg; for strong text write "
                 "**words**",
                 "this may be a line to fill in as well as strong text, so it prints as it stands");
    else if (mark.ptr[0] == '~')
        diag_add(
            r->diags, DIAG_CODE_SIGN_KEPT, md_span(&r->copy, at, at + len),
            "for a range write \"to\" (5 to 10 mg), for a small figure <sub>2</sub>, to strike "
            "words out ~~words~~",
            "a single ~ strikes nothing out, so it prints as it stands");
    else
        diag_add(r->diags, DIAG_CODE_SIGN_KEPT, md_span(&r->copy, at, at + len),
                 "for a product write \xc3\x97 or \"times\"; if the sign is meant, put a backslash "
                 "before it",
                 "%.*s between numbers makes no emphasis, so it prints as it stands",
                 SLICE_ARGS(mark));
}
