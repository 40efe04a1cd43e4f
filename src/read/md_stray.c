/* Text that looks like markup which the writer did not finish. CommonMark prints it as it stands;
 * on a leaflet that is seldom what was meant. */
#include "read/markdown.h"

static bool is_blank_or_end(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0';
}

/* Two asterisks or underscores that touch a word: strong text that does not end, or not begin. */
static void check_strong(struct md_reader *r, uint32_t at)
{
    char mark = md_at(r, at), before = at > 0 ? md_at(r, at - 1) : '\0', after = md_at(r, at + 2);
    bool opens = !is_blank_or_end(after), closes = !is_blank_or_end(before);
    if (before == mark || before == '\\' || md_at(r, at + 1) != mark || after == mark ||
        opens == closes)
        return;
    diag_add(r->diags, DIAG_CODE_MARKUP_UNCLOSED, md_span(r, at, at + 2),
             opens ? "write the same two characters where the strong text ends, or a backslash "
                     "before each of them"
                   : "write the same two characters where the strong text begins, or a backslash "
                     "before each of them",
             "%c%c %s no strong text here, so it prints as it stands", mark, mark,
             opens ? "begins" : "ends");
}

/* [text][label] whose label no line defines. */
static void check_reference(struct md_reader *r, uint32_t at, uint32_t end)
{
    uint32_t close = at + 2;
    while (close < end && md_at(r, close) != ']' && md_at(r, close) != '\n')
        close++;
    if (md_at(r, at + 1) != '[' || at + 1 >= end || md_at(r, close) != ']')
        return;
    diag_add(r->diags, DIAG_CODE_LINK_UNDEFINED, md_span(r, at + 1, close + 1),
             "add a line of its own with the label and the address, such as [label]: "
             "https://example.org, or write the address in round brackets",
             "no address is given for this label, so the link prints as it stands");
}

void md_stray_check(struct md_reader *r, uint32_t start, uint32_t end)
{
    for (uint32_t at = start; at < end; at++) {
        char c = md_at(r, at);
        if (c == '*' || c == '_')
            check_strong(r, at);
        else if (c == ']')
            check_reference(r, at, end);
    }
}
