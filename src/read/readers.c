#include "read/readers.h"

#include <string.h>

#include "read/markdown/markdown.h"
#include "read/plain/plain.h"

const struct reader readers_table[] = {
    {"markdown",
     {".md", ".markdown", ".mdown", ".mkd"},
     "begin with a line \"# Title\", or write title: in the front matter",
     false,
     read_markdown},
    {"plain",
     {".txt", ".text"},
     "let the first line be the title, with a blank line after it",
     true,
     read_plain},
    {0},
};

const struct reader *readers_find(const char *name)
{
    for (const struct reader *reader = readers_table; reader->name; reader++)
        if (strcmp(reader->name, name) == 0)
            return reader;
    return NULL;
}

static bool has_ending(struct slice name, const char *ending)
{
    size_t len = strlen(ending);
    return name.len > len &&
           slice_equal_nocase(slice_from_position(name, name.len - len), slice_from(ending));
}

const struct reader *readers_for_file(const char *name)
{
    for (const struct reader *reader = readers_table; reader->name; reader++)
        for (const char *const *ending = reader->endings; *ending; ending++)
            if (has_ending(slice_from(name), *ending))
                return reader;
    return NULL;
}

void readers_put_names(struct buf *out, const char *before, const char *between)
{
    for (const struct reader *reader = readers_table; reader->name; reader++)
        buf_format(out, "%s%s%s", reader == readers_table ? "" : between, before, reader->name);
}

void readers_put_endings(struct buf *out, const char *last)
{
    size_t count = 0, put = 0;
    for (const struct reader *reader = readers_table; reader->name; reader++)
        for (const char *const *ending = reader->endings; *ending; ending++)
            count++;
    for (const struct reader *reader = readers_table; reader->name; reader++)
        for (const char *const *ending = reader->endings; *ending; ending++, put++)
            buf_format(out, "%s%s", put == 0 ? "" : put + 1 == count ? last : ", ", *ending);
}
