#include "layout/layout.h"

#include "layout/fit.h"
#include "layout/par/memory.h"
#include "text/hyphenators.h"

struct frames *layout_document(const struct doc *doc, const struct style *style,
                               const struct layout_tools *tools, struct diag_list *diags)
{
    const struct fit_subject subject = {doc, style, tools, par_memory_new()};
    struct frames *frames =
        doc->meta.fit.pages > 0 ? fit_pages(&subject, diags) : fit_freely(&subject, diags);
    par_memory_free(subject.memory);
    hyphenators_trim(tools->text);
    return frames;
}
