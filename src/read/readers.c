#include "read/readers.h"

#include <string.h>

#include "read/markdown/markdown.h"
#include "read/plain/plain.h"

const struct reader readers_table[] = {
    {"markdown", ".md", "begin with a line \"# Title\", or write title: in the front matter",
     read_markdown},
    {"plain", ".txt", "let the first line be the title, with a blank line after it", read_plain},
    {0},
};

const struct reader *readers_find(const char *name)
{
    for (const struct reader *reader = readers_table; reader->name; reader++)
        if (strcmp(reader->name, name) == 0)
            return reader;
    return NULL;
}

const struct reader *readers_for_file(const char *name)
{
    struct slice text = slice_from(name);
    for (const struct reader *reader = readers_table; reader->name; reader++) {
        struct slice ending = slice_from(reader->ending);
        if (text.len > ending.len &&
            slice_equal_nocase(slice_from_position(text, text.len - ending.len), ending))
            return reader;
    }
    return NULL;
}

void readers_put_names(struct buf *out, const char *before, const char *between)
{
    for (const struct reader *reader = readers_table; reader->name; reader++)
        buf_format(out, "%s%s%s", reader == readers_table ? "" : between, before, reader->name);
}

void readers_put_endings(struct buf *out, const char *between)
{
    for (const struct reader *reader = readers_table; reader->name; reader++)
        buf_format(out, "%s%s", reader == readers_table ? "" : between, reader->ending);
}
