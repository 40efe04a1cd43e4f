#include "read/front/metadata.h"

#include "read/front/encoding.h"
#include "read/front/fence.h"
#include "read/front/fields.h"

static uint32_t line_start(const struct source *source, uint32_t line)
{
    return line <= source->line_count ? source->lines[line - 1] : (uint32_t)source->text.len;
}

uint32_t read_front_matter(struct doc *doc, struct diag_list *diags)
{
    const struct source *source = doc->source;
    struct fence fence;
    if (!fence_find(source, diags, &fence))
        return encoding_mark(source->text);
    fields_read(source, line_start(source, fence.first), line_start(source, fence.end), FIELD_FRONT,
                &doc->arena, diags, &doc->meta);
    return line_start(source, fence.body);
}
