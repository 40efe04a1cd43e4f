#include "cli/library_options.h"

#include <string.h>

/* Which of the names, which end with NULL, --format chose: the first where it was not given. False
 * after a message. */
static bool choose(struct library_formats formats, const char *const *names, int *found,
                   struct buf *error)
{
    const char *format = formats.count > 0 ? formats.items[0] : names[0];
    for (*found = 0; names[*found]; ++*found)
        if (strcmp(format, names[*found]) == 0 && formats.count < 2)
            return true;
    buf_put_string(error, "--format takes one of ");
    for (int i = 0; names[i]; i++)
        buf_format(error, "%s%s", i == 0 ? "" : names[i + 1] ? ", " : " and ", names[i]);
    if (formats.count < 2)
        buf_format(error, ", not '%s'", format);
    return false;
}

bool library_options_status(struct library_formats formats, struct date_moment today,
                            struct status_options *status, struct buf *error)
{
    static const char *const names[] = {
        [STATUS_TEXT] = "text", [STATUS_JSON] = "json", [STATUS_CSV] = "csv", NULL};
    int format;
    if (!choose(formats, names, &format, error))
        return false;
    status->format = (enum status_format)format;
    if (status->history && today.year == 0)
        buf_put_string(error, "--history writes down the day: say which with --today 2026-11-23");
    return error->len == 0;
}

bool library_options_list(struct library_formats formats, bool *json, struct buf *error)
{
    static const char *const names[] = {"text", "json", NULL};
    int format;
    bool known = choose(formats, names, &format, error);
    *json = known && format == 1;
    return known;
}

bool library_options_evidence(struct library_formats formats, const char *file,
                              struct evidence_options *evidence, struct buf *error)
{
    static const char *const names[] = {
        [EVIDENCE_TEXT] = "text", [EVIDENCE_JSON] = "json", [EVIDENCE_PDF] = "pdf", NULL};
    int format;
    if (!choose(formats, names, &format, error))
        return false;
    evidence->format = (enum evidence_format)format;
    evidence->file = file && strcmp(file, "-") != 0 ? file : NULL;
    if (evidence->format != EVIDENCE_PDF)
        return true;
    if (!file)
        buf_put_string(error,
                       "say where the PDF goes: -o evidence.pdf, or -o - for standard output");
    else if (evidence->file && (!slice_ends(slice_from(file), ".pdf") || strlen(file) < 5))
        buf_format(error, "the name of the PDF ends in .pdf, not '%s'", file);
    return error->len == 0;
}
