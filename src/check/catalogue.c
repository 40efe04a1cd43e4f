#include "check/catalogue.h"

#include "base/utf8.h"
#include "check/check.h"
#include "check/judged.h"

static const char *severity_name(const struct rule *row)
{
    switch (diag_code_severity(row->code)) {
    case DIAG_NOTE: return "note";
    case DIAG_WARNING:
        return row->traits & RULE_RELEASE ? "warning (error with --release)" : "warning";
    case DIAG_ERROR: return "error";
    }
    return "";
}

static void put_limit(const struct rule *row, struct buf *out)
{
    if (row->limit.name)
        buf_format(out, "      limit: %s: %d %s\n", row->limit.name, row->limit.value,
                   row->limit.unit);
}

static void put_source(const struct rule *row, const char *indent, struct buf *out)
{
    buf_format(out, "%ssource: %s\n", indent, row->source ? row->source : "leafset");
}

/* Of an example in the list, at most. */
#define EXAMPLE_BYTES 200u

/* An example in one line, its lines parted by a slash. */
static void put_short(const char *label, const char *example, struct buf *out)
{
    struct buf line = {0};
    if (!example)
        return;
    for (struct slice rest = slice_from(example); rest.len > 0;) {
        struct slice part = slice_trim(slice_take(&rest, '\n'));
        if (part.len == 0)
            continue;
        buf_put_string(&line, line.len > 0 ? " / " : "");
        buf_put_slice(&line, part);
    }
    size_t len = line.len;
    if (len > EXAMPLE_BYTES)
        for (len = EXAMPLE_BYTES; utf8_is_tail(line.data[len]);)
            len--;
    buf_format(out, "      %s: %.*s%s\n", label, (int)len, line.data,
               len < line.len ? "\xe2\x80\xa6" : "");
    buf_free(&line);
}

static void put_row(const struct rule *row, struct buf *out)
{
    buf_format(out, "  %-24s %s%s%s: %s\n", diag_code_name(row->code), severity_name(row),
               row->traits & RULE_EDITOR  ? ", check only"
               : row->traits & RULE_BUILD ? ", build only"
                                          : "",
               row->traits & RULE_IN_ENGLISH ? ", in English" : "", row->asks);
    put_limit(row, out);
    put_source(row, "      ", out);
    put_short("not", row->bad, out);
    put_short("but", row->good, out);
}

/* The rules of a family in the order of the codes' table. */
static void put_family(enum rule_family family, struct buf *out)
{
    bool any = false;
    for (int code = 0; code < DIAG_CODE_COUNT; code++) {
        const struct rule *row = rule_of(&check_table, (enum diag_code)code);
        if (row->family != family)
            continue;
        if (!any)
            buf_format(out, "%s%s\n", out->len > 0 ? "\n" : "", rule_family_heading(family));
        any = true;
        put_row(row, out);
    }
}

void catalogue_put_list(struct buf *out)
{
    for (int family = 0; family < RULE_FAMILY_COUNT; family++)
        put_family((enum rule_family)family, out);
}

static void put_example(const char *heading, const char *example, struct buf *out)
{
    if (!example)
        return;
    buf_format(out, "\n  %s\n", heading);
    for (struct slice rest = slice_from(example); rest.len > 0;) {
        size_t len = slice_find(rest, '\n');
        buf_format(out, "%s%.*s\n", len > 0 ? "    " : "", SLICE_ARGS(slice_sub(rest, 0, len)));
        rest = slice_from_position(rest, len < rest.len ? len + 1 : len);
    }
}

static void put_rule(const struct rule *row, struct buf *out)
{
    const char *name = diag_code_name(row->code);
    buf_format(out, "%s: %s\n\n  family: %s\n  severity: %s\n", name, row->asks,
               rule_family_heading(row->family), severity_name(row));
    if (row->limit.name)
        buf_format(out, "  limit: %d %s; in clinic.yml: check: {%s: %d}\n", row->limit.value,
                   row->limit.unit, row->limit.name, row->limit.value);
    put_source(row, "  ", out);
    if (row->why)
        buf_format(out, "\n  %s\n", row->why);
    if (row->traits & RULE_EDITOR)
        buf_put_string(out, "\n  Asked by `leafset check` only.\n");
    put_example("Not so:", row->bad, out);
    put_example("But so:", row->good, out);
    if (diag_code_severity(row->code) == DIAG_ERROR)
        return;
    buf_format(out,
               "\n  To be asked otherwise, in clinic.yml:  check: {%s: off}   (or note, warning, "
               "error)\n  To allow it for the next block:        <!-- leafset-allow %s: the reason "
               "-->\n  To allow it for a leaflet:             allow: {%s: the reason}   in its "
               "front matter\n",
               name, name, name);
}

bool catalogue_put_rule(const char *name, struct buf *out, const char **near)
{
    const struct rule *row = rule_named(&check_table, name);
    *near = row ? NULL : rule_nearest(name);
    if (row)
        put_rule(row, out);
    return row != NULL;
}

void catalogue_put_checklist(struct buf *out)
{
    buf_put_string(out, "What no program can judge. Go through it with the leaflet in hand.\n");
    for (int family = 0; family < RULE_FAMILY_COUNT; family++) {
        bool any = false;
        for (size_t i = 0; i < check_judged.count; i++) {
            const struct judged *row = &check_judged.rows[i];
            if (row->family != (enum rule_family)family)
                continue;
            if (!any)
                buf_format(out, "\n%s\n", rule_family_heading(row->family));
            any = true;
            buf_format(out, "  [ ] %s\n      source: %s\n", row->asks, row->source);
        }
    }
}
