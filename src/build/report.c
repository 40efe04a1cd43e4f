#include "build/report.h"

#include <string.h>

#include "report/pack.h"

enum diag_severity report_fails_by(const struct build_options *options)
{
    if (options->fail_notes)
        return DIAG_NOTE;
    return options->strict ? DIAG_WARNING : DIAG_ERROR;
}

enum diag_severity report_stops_by(const struct build_options *options)
{
    bool filters = options->baseline || options->write_baseline || options->since;
    return filters ? DIAG_ERROR : report_fails_by(options);
}

unsigned report_limit(const struct build_options *options)
{
    bool all = options->keeps || !options->check; /* a later run of a build may want them */
    return all ? BUILD_FINDINGS_MOST : DIAG_LIMIT;
}

bool report_is_general(enum diag_code code)
{
    return code == DIAG_CODE_FONT_MISSING || code == DIAG_CODE_KEY_OTHER ||
           code == DIAG_CODE_CONTACT_MISSING || code == DIAG_CODE_LANGUAGE_ASSUMED;
}

/* A message about another file than the leaflet is the same in every leaflet that reads it. */
static struct slice once_of(const struct diag *diag, const struct finding *finding,
                            const char *name, struct arena *arena)
{
    if (report_is_general(diag->code))
        return slice_from(arena_string(arena, slice_from(diag->message)));
    if (!finding->name || strcmp(finding->name, name) == 0)
        return SLICE_EMPTY;
    return slice_from(arena_format(arena, "%s:%u:%u:%s:%s", finding->name, finding->start.line,
                                   finding->start.column, diag_code_name(diag->code),
                                   diag->message));
}

void report_make(const struct diag_list *diags, const char *name,
                 const struct build_options *options, struct report *out)
{
    struct report_part **end = &out->first;
    struct finding_lines lines = {0};
    bool context = options->context || !options->check; /* a later run may show it */
    while (*end)
        end = &(*end)->next;
    for (size_t i = 0; i < diags->count; i++) {
        struct diag *diag = &diags->items[i];
        struct report_part *part = ARENA_NEW(&out->arena, struct report_part);
        finding_make(diag, &lines, context, &out->arena, &part->finding);
        part->once = once_of(diag, &part->finding, name, &out->arena);
        *end = part;
        end = &part->next;
    }
}

/* Each finding, and behind it what only the first of equal ones is told by, ended by a NUL. */
void report_pack(const struct report *report, struct buf *out)
{
    for (const struct report_part *part = report->first; part; part = part->next) {
        finding_pack(&part->finding, out);
        buf_put_slice(out, part->once);
        buf_put_char(out, '\0');
    }
}

bool report_unpack(struct slice bytes, struct report *out)
{
    *out = (struct report){0};
    struct report_part **end = &out->first;
    bytes = arena_copy(&out->arena, bytes);
    while (bytes.len > 0) {
        struct report_part *part = ARENA_NEW(&out->arena, struct report_part);
        if (!finding_unpack(&bytes, &part->finding) || bytes.len == 0) {
            out->first = NULL;
            return false;
        }
        part->once = slice_take(&bytes, '\0');
        *end = part;
        end = &part->next;
    }
    return true;
}

void report_free(struct report *report)
{
    arena_free(&report->arena);
}
