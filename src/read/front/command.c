#include "read/front/command.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"

static bool is_plain(const char *word)
{
    if (!*word || *word == '-')
        return false;
    for (; *word; word++)
        if (!ascii_is_alnum(*word) && !strchr("._/-+,@", *word))
            return false;
    return true;
}

/* In single quotes, where '\'' is one of its own (POSIX.1-2017, 2.2.2). */
static const char *quote(struct arena *arena, const char *word)
{
    struct buf out = {0};
    if (is_plain(word))
        return word;
    buf_put_string(&out, *word == '-' ? "'./" : "'");
    for (; *word; word++) {
        if (*word == '\'')
            buf_put_string(&out, "'\\''");
        else
            buf_put_char(&out, *word);
    }
    buf_put_char(&out, '\'');
    return buf_keep(&out, arena).ptr;
}

static const char *real_name(const char *name)
{
    return strcmp(name, "<stdin>") == 0 ? "leaflet" : name;
}

const char *command_word(struct arena *arena, const char *name)
{
    return quote(arena, real_name(name));
}

/* The length of the name without its ending. */
static int stem_length(const char *name)
{
    const char *dot = strrchr(file_name(name), '.');
    return (int)(dot && dot > file_name(name) ? (size_t)(dot - name) : strlen(name));
}

const char *command_renamed(struct arena *arena, const char *name, const char *ending)
{
    name = real_name(name);
    int stem = stem_length(name);
    const char *mark = strcmp(name + stem, ending) == 0 ? "-text" : "";
    return quote(arena, arena_format(arena, "%.*s%s%s", stem, name, mark, ending));
}

const char *command_iconv(struct arena *arena, const char *name, const char *encoding)
{
    name = real_name(name);
    int stem = stem_length(name);
    const char *to = arena_format(arena, "%.*s-utf8%s", stem, name, name + stem);
    return arena_format(arena, "iconv -f %s -t UTF-8 %s >%s", encoding, quote(arena, name),
                        quote(arena, to));
}
