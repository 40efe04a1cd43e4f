#include "report/fix.h"

#include <stdlib.h>
#include <string.h>

#define AROUND 3u /* lines shown before and behind a change */

static int compare(const void *left, const void *right)
{
    const struct fix_edit *a = left, *b = right;
    if (a->offset != b->offset)
        return a->offset < b->offset ? -1 : 1;
    if (a->len != b->len)
        return a->len < b->len ? -1 : 1;
    return strcmp(a->text, b->text);
}

/* Two insertions at one place would stand in an order that nobody asked for: one is dropped. */
static bool goes_behind(const struct fix_edit *edit, const struct fix_edit *last)
{
    return edit->offset >= last->offset + last->len && edit->offset > last->offset;
}

size_t fix_settle(struct fix_edit *edits, size_t count)
{
    size_t kept = 0;
    if (count > 1)
        qsort(edits, count, sizeof *edits, compare);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || goes_behind(&edits[i], &edits[kept - 1]))
            edits[kept++] = edits[i];
    return kept;
}

/* The bytes from start to end with the edits in them applied. */
static void put_edited(struct slice text, size_t start, size_t end, const struct fix_edit *edits,
                       size_t count, struct buf *out)
{
    for (size_t i = 0; i < count; i++) {
        buf_put_slice(out, slice_sub(text, start, edits[i].offset - start));
        buf_put_string(out, edits[i].text);
        start = (size_t)edits[i].offset + edits[i].len;
    }
    buf_put_slice(out, slice_sub(text, start, end - start));
}

void fix_apply(struct slice text, const struct fix_edit *edits, size_t count, struct buf *out)
{
    put_edited(text, 0, text.len, edits, count, out);
}

/* ---- the diff */

struct differ {
    struct slice text;
    struct buf *out;
    size_t at;       /* the first byte of old line number `line` … */
    size_t line;     /* … from 1 … */
    size_t new_line; /* … which has this number afterwards */
};

/* Lines that change, as a whole: bytes from start to end of the old text. */
struct block {
    size_t start, end, edits; /* edits: how many, from the one at hand on */
};

static size_t line_start(struct slice text, size_t pos)
{
    while (pos > 0 && text.ptr[pos - 1] != '\n')
        pos--;
    return pos;
}

static size_t line_end(struct slice text, size_t pos)
{
    pos += slice_find(slice_from_position(text, pos), '\n');
    return pos < text.len ? pos + 1 : pos;
}

static size_t count_lines(struct slice text)
{
    size_t lines = text.len > 0 && !slice_ends(text, "\n");
    for (size_t i = 0; i < text.len; i++)
        lines += text.ptr[i] == '\n';
    return lines;
}

/* The block of the first edit, with those that touch its lines too. */
static struct block next_block(struct slice text, const struct fix_edit *edits, size_t count)
{
    struct block block = {line_start(text, edits[0].offset), 0, 0};
    while (block.edits < count && (block.edits == 0 || edits[block.edits].offset < block.end)) {
        const struct fix_edit *edit = &edits[block.edits++];
        size_t last = (size_t)edit->offset + edit->len;
        block.end = line_end(text, last);
        /* What ends with a line end leaves the next line alone, unless that loses its own. */
        bool ends_lines = edit->len > 0 && text.ptr[last - 1] == '\n';
        if (ends_lines && slice_ends(slice_from(edit->text), "\n"))
            block.end = last;
    }
    return block;
}

/* Each line of the text behind a sign. */
static void put_lines(struct buf *out, char sign, struct slice text)
{
    bool ended = text.len == 0 || slice_ends(text, "\n");
    while (text.len > 0) {
        buf_put_char(out, sign);
        buf_put_slice(out, slice_take(&text, '\n'));
        buf_put_char(out, '\n');
    }
    if (!ended)
        buf_put_string(out, "\\ No newline at end of file\n");
}

/* Up to AROUND lines before pos, but not before the byte `from`. */
static size_t back(struct slice text, size_t pos, size_t from)
{
    for (unsigned i = 0; i < AROUND && pos > from; i++)
        pos = line_start(text, pos - 1);
    return pos > from ? pos : from;
}

static size_t forth(struct slice text, size_t pos, unsigned lines)
{
    for (unsigned i = 0; i < lines && pos < text.len; i++)
        pos = line_end(text, pos);
    return pos;
}

/* A range's first line; of an empty range the line before. */
static void put_range(struct buf *out, size_t first, size_t lines)
{
    buf_format(out, "%zu,%zu", lines == 0 ? first - 1 : first, lines);
}

/* The blocks that stand so close that what is shown around them meets; how many edits that took. */
static size_t put_hunk(struct differ *d, const struct fix_edit *edits, size_t count)
{
    struct slice text = d->text;
    struct block block = next_block(text, edits, count);
    struct buf lines = {0}, block_text = {0};
    size_t done = 0, start = back(text, block.start, d->at), pos = start, new_lines = 0;
    for (;;) {
        struct slice before = slice_sub(text, pos, block.start - pos);
        struct slice old = slice_sub(text, block.start, block.end - block.start);
        put_lines(&lines, ' ', before);
        buf_clear(&block_text);
        put_edited(text, block.start, block.end, edits + done, block.edits, &block_text);
        put_lines(&lines, '-', old);
        put_lines(&lines, '+', buf_slice(&block_text));
        new_lines += count_lines(before) + count_lines(buf_slice(&block_text));
        pos = block.end;
        done += block.edits;
        if (done == count || edits[done].offset >= forth(text, pos, 2 * AROUND))
            break;
        block = next_block(text, edits + done, count - done);
    }
    struct slice after = slice_sub(text, pos, forth(text, pos, AROUND) - pos);
    put_lines(&lines, ' ', after);
    new_lines += count_lines(after);
    size_t skipped = count_lines(slice_sub(text, d->at, start - d->at));
    size_t old_lines = count_lines(slice_sub(text, start, pos + after.len - start));
    buf_put_string(d->out, "@@ -");
    put_range(d->out, d->line + skipped, old_lines);
    buf_put_string(d->out, " +");
    put_range(d->out, d->new_line + skipped, new_lines);
    buf_put_string(d->out, " @@\n");
    buf_put_slice(d->out, buf_slice(&lines));
    d->line += skipped + old_lines;
    d->new_line += skipped + new_lines;
    d->at = pos + after.len;
    buf_free(&lines);
    buf_free(&block_text);
    return done;
}

/* As git writes names: in C's quotes where a character would end or change the line; a tab behind
 * one with spaces. */
static void put_name(struct buf *out, const char *prefix, const char *path)
{
    bool plain = true;
    for (const char *c = path; *c; c++)
        plain = plain && (unsigned char)*c >= 0x20 && *c != 0x7f && *c != '"' && *c != '\\';
    if (plain) {
        buf_format(out, "%s%s%s\n", prefix, path, strchr(path, ' ') ? "\t" : "");
        return;
    }
    buf_format(out, "\"%s", prefix);
    for (; *path; path++) {
        if (*path == '"' || *path == '\\')
            buf_format(out, "\\%c", *path);
        else if ((unsigned char)*path < 0x20 || *path == 0x7f)
            buf_format(out, "\\%03o", (unsigned)*path);
        else
            buf_put_char(out, *path);
    }
    buf_put_string(out, "\"\n");
}

void fix_put_diff(const char *path, struct slice text, const struct fix_edit *edits, size_t count,
                  struct buf *out)
{
    struct differ differ = {.text = text, .out = out, .line = 1, .new_line = 1};
    buf_put_string(out, "--- ");
    put_name(out, "a/", path);
    buf_put_string(out, "+++ ");
    put_name(out, "b/", path);
    for (size_t done = 0; done < count;)
        done += put_hunk(&differ, edits + done, count - done);
}
