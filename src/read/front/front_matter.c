#include "read/front/front_matter.h"

#include "read/front/encoding.h"
#include "read/front/fields.h"

/* More than this is no front matter but a file that begins with a line of dashes. */
#define FRONT_LIMIT (256u * 1024u)

/* The line without blanks at its end and without a byte-order mark. */
static struct slice line_of(const struct source *source, uint32_t line)
{
    struct slice text = source_line(source, line);
    if (line == 1)
        text = slice_from_position(text, encoding_mark(text));
    while (text.len > 0 && ascii_is_space(text.ptr[text.len - 1]))
        text.len--;
    return text;
}

static uint32_t line_start(const struct source *source, uint32_t line)
{
    return line <= source->line_count ? source->lines[line - 1] : (uint32_t)source->text.len;
}

/* The line that closes front matter begun in line 1, or 0. */
static uint32_t find_close(const struct source *source)
{
    for (uint32_t line = 2; line <= source->line_count; line++) {
        struct slice text = line_of(source, line);
        if (slice_equal_string(text, "---") || slice_equal_string(text, "..."))
            return line;
        if (line_start(source, line) > FRONT_LIMIT)
            break;
    }
    return 0;
}

/* Without a closing line the keys end, most likely, at the first blank line. */
static uint32_t find_blank(const struct source *source)
{
    for (uint32_t line = 2; line <= source->line_count; line++)
        if (line_of(source, line).len == 0 || line_start(source, line) > FRONT_LIMIT)
            return line;
    return source->line_count + 1;
}

uint32_t read_front_matter(struct doc *doc, struct diag_list *diags)
{
    const struct source *source = doc->source;
    uint32_t mark = encoding_mark(source->text);
    if (!slice_equal_string(line_of(source, 1), "---"))
        return mark;
    uint32_t close = find_close(source), end = close ? close : find_blank(source);
    if (!close)
        diag_add(diags, DIAG_CODE_YAML_SYNTAX, (struct span){source, mark, 3},
                 "end it with a line of three hyphens, ---",
                 "the front matter that begins here does not end");
    fields_read(source, line_start(source, 2), line_start(source, end), FIELD_FRONT, &doc->arena,
                diags, &doc->meta);
    return line_start(source, close ? close + 1 : end);
}
