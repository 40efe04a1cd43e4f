#include "read/markdown/addresses.h"

#include "text/address.h"

/* The word around `at`, which is looked at once. */
static void find_word(struct md_reader *r, uint32_t at)
{
    struct slice text = r->copy.text;
    struct md_word *found = &r->ledger.word;
    if (at >= found->start && at < found->end)
        return;
    uint32_t start = at, end = at;
    while (start > 0 && !address_ends_word(text.ptr[start - 1]))
        start--;
    while (end < text.len && !address_ends_word(text.ptr[end]))
        end++;
    struct slice word = address_of_word(slice_sub(text, start, end - start));
    uint32_t from = word.len > 0 ? (uint32_t)(word.ptr - text.ptr) : end;
    *found = (struct md_word){start, end, from, from + (uint32_t)word.len};
}

bool md_in_address(struct md_reader *r, uint32_t at, uint32_t len)
{
    find_word(r, at);
    return at > r->ledger.word.address && at + len < r->ledger.word.address_end;
}
