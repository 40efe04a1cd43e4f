#include "read/passes/allowance.h"

#define KEYWORD "leafset-allow"

void read_allowance(struct doc *doc, struct slice words, struct span comment)
{
    words = slice_trim(words);
    if (!slice_starts(words, KEYWORD))
        return;
    struct slice rest = slice_from_position(words, sizeof KEYWORD - 1);
    if (rest.len > 0 && !ascii_is_space(rest.ptr[0]) && rest.ptr[0] != ':')
        return;
    size_t colon = slice_find(rest, ':');
    struct slice code = slice_trim(slice_sub(rest, 0, colon));
    struct slice reason =
        slice_trim(slice_from_position(rest, colon < rest.len ? colon + 1 : colon));
    struct doc_allowance *allowance = ARENA_NEW(&doc->arena, struct doc_allowance);
    *allowance = (struct doc_allowance){comment, arena_string(&doc->arena, code),
                                        arena_string(&doc->arena, reason), doc->allowances};
    doc->allowances = allowance;
}
