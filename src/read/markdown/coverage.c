#include "read/markdown/coverage.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "read/markdown/limits.h"
#include "text/text.h"

/* ---- which definitions are used */

/* The label as CommonMark matches it: blanks collapsed, case ignored (4.7). In the arena. */
static struct slice normal_label(struct md_reader *r, uint32_t start, uint32_t end)
{
    struct slice text = slice_sub(r->copy.text, start, end - start);
    struct buf buf = {0};
    bool blank = false;
    for (size_t i = 0; i < text.len;) {
        uint32_t c = utf8_next(text, &i);
        if (c < 0x80 && (ascii_is_space((char)c) || c == '\v' || c == '\f')) {
            blank = buf.len > 0;
            continue;
        }
        if (blank)
            buf_put_char(&buf, ' ');
        blank = false;
        buf_put_utf8(&buf, text_lower(c));
    }
    struct slice label = arena_copy(&r->doc->arena, buf_slice(&buf));
    buf_free(&buf);
    return label;
}

/* For bsearch: a place of the copy and a definition, a place of the source and a note. */
static int compare_definition(const void *place, const void *element)
{
    uint32_t at = *(const uint32_t *)place;
    const struct md_link_definition *definition = element;
    return at < definition->start ? -1 : at >= definition->end;
}

static int compare_note(const void *place, const void *element)
{
    uint32_t at = *(const uint32_t *)place;
    const struct md_note *note = *(struct md_note *const *)element;
    return at < note->start ? -1 : at >= note->end;
}

/* True for what stands in a note that is not printed. */
static bool is_unprinted(struct md_reader *r, uint32_t at)
{
    const struct md_definitions *definitions = &r->definitions;
    uint32_t source = md_source(&r->copy, at);
    if (at >= r->copy.start || definitions->note_count == 0)
        return false;
    struct md_note **note = bsearch(&source, definitions->notes, definitions->note_count,
                                    sizeof(struct md_note *), compare_note);
    return note && !(*note)->first_ref;
}

/* By place where md4c told it; a rewritten address (escapes) by label. */
static void mark_used(struct md_reader *r)
{
    struct md_ledger *ledger = &r->ledger;
    struct map labels = {0};
    for (size_t i = ledger->definition_count; i-- > 0;) {
        struct md_link_definition *definition = &ledger->definitions[i];
        map_put(&labels, normal_label(r, definition->label_start, definition->label_end),
                definition); /* backwards: the first of a label wins, as in CommonMark */
    }
    for (size_t i = 0; i < ledger->use_count && ledger->definition_count > 0; i++) {
        const struct md_use *use = &ledger->uses[i];
        struct md_link_definition *definition =
            use->href != MD_NOWHERE
                ? bsearch(&use->href, ledger->definitions, ledger->definition_count,
                          sizeof *definition, compare_definition)
                : map_get(&labels, normal_label(r, use->label_start, use->label_end));
        if (definition && !is_unprinted(r, use->label_start))
            definition->used = true;
    }
    map_free(&labels);
}

/* ---- what is said of those that are not */

static bool starts_nocase(struct slice text, struct slice prefix)
{
    return slice_equal_nocase(slice_sub(text, 0, prefix.len), prefix);
}

/* True when the destination can only be meant as an address, so that no word is lost with it. */
static bool is_address(struct slice href)
{
    static const char *const starts[] = {
        "http:", "https:", "mailto:", "tel:", "ftp:", "www.", "/", "./", "../", "#"};
    static const char *const ends[] = {".html", ".htm", ".md",   ".txt", ".pdf", ".png",
                                       ".jpg",  ".svg", ".jpeg", ".gif", ".php", ".epub"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (starts_nocase(href, slice_from(starts[i])) && href.len > strlen(starts[i]))
            return true;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_ends(href, ends[i]) && href.len > strlen(ends[i]))
            return true;
    return slice_find(href, '@') < href.len && slice_find(href, '.') < href.len;
}

/* The customary comment: `[//]: # (...)`. */
static bool is_comment(struct slice label, struct slice href)
{
    bool named = slice_equal_string(label, "//") || slice_equal_nocase(label, SLICE_LIT("comment"));
    return named && (slice_equal_string(href, "#") || href.len == 0);
}

static void report_definition(struct md_reader *r, const struct md_link_definition *definition)
{
    struct slice text = r->copy.text;
    struct slice label =
        slice_sub(text, definition->label_start, definition->label_end - definition->label_start);
    struct slice href =
        slice_sub(text, definition->href_start, definition->href_end - definition->href_start);
    if (definition->used || is_comment(label, href))
        return;
    struct span span = md_span(&r->copy, definition->start, definition->end);
    if (is_address(href) && !definition->has_title)
        diag_add(r->diags, DIAG_CODE_LINK_ADDRESS_UNUSED, span,
                 "use it as [words](address) or [words][label], or delete it",
                 "no link uses the address of [%.*s]", MD_QUOTED(label));
    else
        diag_add(r->diags, DIAG_CODE_LINK_DEFINITION_UNUSED, span,
                 "to print the brackets, put a backslash before the first: \\[",
                 "Markdown takes \"[%.*s]: ...\" for the address of a link and does not print it",
                 MD_QUOTED(label));
}

/* ---- all */

static void report_lost(struct md_reader *r)
{
    const struct md_range *lost = r->ledger.lost, *last = lost + r->ledger.lost_count;
    struct slice text = r->copy.text;
    while (lost < last) {
        struct md_range range = *lost++;
        while (lost < last && md_skip_silent(text, range.end, lost->start, true) == lost->start)
            range.end = lost++->end;
        while (range.end > range.start &&
               md_skip_silent(text, range.end - 1, range.end, false) == range.end)
            range.end--;
        struct span span = md_span(&r->copy, range.start, range.end);
        struct slice words = slice_sub(r->source->text, span.offset, span.len);
        words = slice_sub(words, 0, slice_find(words, '\n'));
        diag_add(r->diags, DIAG_CODE_TEXT_DROPPED, span, "write it in another way",
                 "Markdown does not print this: \"%.*s\"", MD_QUOTED(words));
    }
}

void md_coverage_report(struct md_reader *r)
{
    mark_used(r);
    for (size_t i = 0; i < r->ledger.definition_count; i++)
        report_definition(r, &r->ledger.definitions[i]);
    report_lost(r);
}
