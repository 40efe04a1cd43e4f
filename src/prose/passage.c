#include "prose/passage.h"

struct slice prose_word_text(const struct prose_passage *passage, const struct prose_word *word)
{
    return slice_sub(passage->text, word->start, word->len);
}

/* The last piece that begins at or before a byte. */
static const struct prose_piece *piece_at(const struct prose *prose,
                                          const struct prose_passage *passage, size_t at)
{
    const struct prose_piece *pieces = &prose->pieces[passage->pieces];
    size_t low = 0, high = passage->piece_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (pieces[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return &pieces[low];
}

size_t prose_blank(struct slice text, size_t at)
{
    struct slice rest = slice_from_position(text, at);
    if (rest.len == 0)
        return 0;
    if (rest.ptr[0] == ' ' || rest.ptr[0] == '\n')
        return 1;
    if (slice_starts(rest, "\xc2\xa0"))
        return 2;
    return slice_starts(rest, "\xe2\x80\xaf") || slice_starts(rest, "\xe2\x80\x89") ? 3 : 0;
}

const struct node *prose_node_at(const struct prose *prose, const struct prose_passage *passage,
                                 size_t at)
{
    return piece_at(prose, passage, at)->text;
}

static struct span byte_span(const struct prose *prose, const struct prose_passage *passage,
                             size_t at)
{
    const struct prose_piece *piece = piece_at(prose, passage, at);
    if (!piece->text)
        return SPAN_NONE;
    return node_text_span(piece->text, at - piece->at, 1);
}

struct span prose_span(const struct prose *prose, const struct prose_passage *passage, size_t start,
                       size_t end)
{
    struct span first = byte_span(prose, passage, start);
    if (!first.source)
        return passage->block->span;
    struct span last = end > start ? byte_span(prose, passage, end - 1) : first;
    if (last.source == first.source && last.offset + last.len > first.offset)
        first.len = last.offset + last.len - first.offset;
    return first;
}

uint32_t prose_hash(struct slice word)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < word.len; i++) {
        unsigned char c = (unsigned char)word.ptr[i];
        c |= c >= 'A' && c <= 'Z' ? 0x20 : 0;
        if (c == 0xe2 && i + 2 < word.len && (unsigned char)word.ptr[i + 1] == 0x80 &&
            (unsigned char)word.ptr[i + 2] == 0x99) {
            c = '\'';
            i += 2;
        }
        hash = (hash ^ c) * 16777619u;
    }
    return hash;
}
