#include "read/markdown/definitions.h"

#include <string.h>

#include "base/mem.h"
#include "read/markdown/dialect.h"
#include "read/markdown/limits.h"
#include "read/markdown/scan.h"

#define CONTINUED 4u /* columns by which the further blocks of a note are indented */

/* ---- masking */

static bool is_escaped(struct slice text, uint32_t at)
{
    uint32_t start = at;
    while (at > 0 && text.ptr[at - 1] == '\\')
        at--;
    return (start - at) % 2 == 1;
}

/* The `]` that ends the label that begins at `at`; 0: it is none. */
static uint32_t label_end(struct slice text, uint32_t at, bool spaces)
{
    uint32_t start = at;
    for (; at < text.len && at - start < MD_MAX_LABEL; at++) {
        char c = text.ptr[at];
        if (c == ']')
            return at > start ? at : 0;
        if (c == '[' || (ascii_is_space(c) && !(c == ' ' && spaces)))
            return 0;
    }
    return 0;
}

/* Where the text of a comment ends: before its `-->`, or where its paragraph does. */
static uint32_t comment_end(struct slice text, uint32_t at)
{
    while (at < text.len && !slice_starts(slice_from_position(text, at), "-->")) {
        uint32_t next = md_line_next(text, at);
        if (next > at && md_skip_prefix(text, next, NULL) == md_line_end(text, next))
            return at;
        at = next > at ? next : at + 1;
    }
    return at;
}

/* Two hyphens may stand in a comment (CommonMark 0.31, 6.6); releases of md4c that follow 0.30
 * would print it for the patient. */
static void mask_comments(struct slice source, char *text)
{
    for (uint32_t at = 0; at < source.len; at++) {
        at += (uint32_t)slice_find(slice_from_position(source, at), '<');
        if (!slice_starts(slice_from_position(source, at), "<!--"))
            continue;
        uint32_t end = comment_end(source, at + 4);
        for (uint32_t i = at + 4; i < end && md_at(source, end) == '-'; i++)
            if (md_at(source, i) == '-' &&
                (md_at(source, i - 1) == '-' || md_at(source, i + 1) == '-'))
                text[i] = 'x';
        at = end;
    }
}

/* The colon of a tag as Word writes it (<o:p>, </w:sdt>), which CommonMark takes for none; 0: none
 * begins at `at`. A longer name would be an address. */
static uint32_t tag_colon(struct slice text, uint32_t at)
{
    uint32_t name = at + 1 + (md_at(text, at + 1) == '/');
    bool found = md_at(text, at) == '<' && ascii_is_alpha(md_at(text, name)) &&
                 md_at(text, name + 1) == ':' && ascii_is_alpha(md_at(text, name + 2));
    return found ? name + 1 : 0;
}

/* The next tag with a colon at or after `at`, or the end. */
static uint32_t find_tag_colon(struct slice text, uint32_t at)
{
    do
        at += (uint32_t)slice_find(slice_from_position(text, at), '<');
    while (at < text.len && tag_colon(text, at) == 0 && ++at < text.len);
    return at;
}

/* Tags with a colon, as md4c knows tags. */
static void mask_colons(struct slice source, char *text)
{
    for (uint32_t at = find_tag_colon(source, 0); at < source.len;
         at = find_tag_colon(source, at + 1))
        text[tag_colon(source, at)] = '-';
}

/* Hides the labels of text, a copy of source. True: there is one that begins a line, with a colon
 * behind it. */
static bool mask(struct slice source, char *text)
{
    bool defined = false;
    for (uint32_t at = 0; at < source.len; at++) {
        at += (uint32_t)slice_find(slice_from_position(source, at), '[');
        bool note = md_at(source, at + 1) == '^';
        bool star = at > 0 && md_at(source, at - 1) == '*' && md_begins_line(source, at - 1);
        if ((!note && !star) || is_escaped(source, at))
            continue;
        uint32_t end = label_end(source, at + 1 + note, star), start = star ? at - 1 : at;
        bool colon = end > 0 && md_at(source, end + 1) == ':';
        if (end == 0 || (star && !colon))
            continue;
        text[start] = '<';
        text[start + 1] = '^';
        memset(text + start + 2, 'x', end - start - 2);
        text[end] = '>';
        defined |= star || (colon && md_begins_line(source, at));
        at = end;
    }
    return defined;
}

/* ---- the first run */

/* A definition: places in the masked text; end: of the last line of its first paragraph. */
struct found {
    uint32_t start, end;
    bool note;
};

struct definition_search {
    struct slice text;  /* masked */
    const char *source; /* the same bytes unmasked */
    struct found *found;
    size_t count, cap;
    size_t open;       /* first one of the present paragraph */
    uint32_t last_end; /* of the paragraph's text so far */
    uint32_t spans;
    int block; /* innermost MD_BLOCKTYPE */
};

static void end_paragraph(struct definition_search *s)
{
    if (s->open < s->count)
        s->found[s->count - 1].end = md_line_end(s->text, s->last_end);
    s->open = s->count;
    s->spans = 0; /* md4c 0.4.8 may leave one open */
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    (void)detail;
    end_paragraph(data);
    ((struct definition_search *)data)->block = (int)type;
    return 0;
}

/* Text that follows is a tight item's, or there is none. */
static int leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    (void)type;
    return enter_block(MD_BLOCK_LI, detail, data);
}

static int enter_span(MD_SPANTYPE type, void *detail, void *data)
{
    (void)type;
    (void)detail;
    ((struct definition_search *)data)->spans++;
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct definition_search *s = data;
    (void)type;
    (void)detail;
    s->spans -= s->spans > 0;
    return 0;
}

/* The > that ends the masked label at `at`. */
static uint32_t masked_end(struct slice text, uint32_t at)
{
    return at + (uint32_t)slice_find(slice_from_position(text, at), '>');
}

static bool is_definition(const struct definition_search *s, uint32_t at, uint32_t size)
{
    return size >= 4 && s->text.ptr[at] == '<' && s->source[at] != '<' && s->spans == 0 &&
           (s->block == MD_BLOCK_P || s->block == MD_BLOCK_LI) &&
           md_at(s->text, masked_end(s->text, at) + 1) == ':' && md_begins_line(s->text, at);
}

/* The end of the line before that of `at`. */
static uint32_t end_before(struct slice text, uint32_t at)
{
    uint32_t end = md_line_start(text, at);
    end -= end > 0;
    return end - (end > 0 && text.ptr[end] == '\n' && text.ptr[end - 1] == '\r');
}

static int take_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    struct definition_search *s = data;
    uint32_t at = md_place(s->text, text, size);
    if (at == MD_NOWHERE)
        return 0;
    if (type == MD_TEXT_NORMAL && is_definition(s, at, size)) {
        if (s->open < s->count) /* the former ends on the line before */
            s->found[s->count - 1].end = end_before(s->text, at);
        *MEM_PUSH(s->found, s->count, s->cap) = (struct found){at, at, s->source[at] == '['};
    }
    s->last_end = at + size;
    return 0;
}

/* ---- how far a definition reaches */

/* Indented blocks after a note's first paragraph belong to it. */
static uint32_t note_end(struct slice text, uint32_t end, uint32_t limit,
                         const struct md_definition *note)
{
    for (uint32_t at = md_line_next(text, end), next = end; at < limit && at > next;) {
        struct slice line = md_line(text, at);
        uint32_t indent, prefix = md_skip_indent(line, note->quotes, note->columns, &indent);
        bool blank = md_skip_blanks(line, prefix) == line.len;
        if (!blank && indent < note->columns)
            break;
        next = at + (uint32_t)line.len;
        if (!blank)
            end = next;
        at = md_line_next(text, next);
    }
    return end;
}

/* ---- what was found */

struct slice md_note_key(struct arena *arena, struct slice label)
{
    char *key = arena_string(arena, label);
    for (char *c = key; *c; c++)
        *c = ascii_lower(*c);
    return slice_from(key);
}

/* How far a note reaches; limit: where the next definition's line begins, in the masked text. */
static void read_note(struct md_definition *note, struct slice text, const struct found *found,
                      uint32_t limit)
{
    uint32_t indent = 0;
    for (uint32_t at = found->start; at > 0 && md_is_blank(text.ptr[at - 1]); at--)
        indent += text.ptr[at - 1] == '\t' ? 4 : 1;
    md_skip_prefix(text, md_line_start(text, found->start), &note->quotes);
    note->columns = indent > 3 ? indent + CONTINUED : CONTINUED;
    note->span.len = note_end(text, found->end, limit, note) - found->start;
}

/* An abbreviation may have so many bytes. */
static void add_length(struct md_definitions *d, size_t len)
{
    size_t at = 0;
    while (at < d->length_count && d->lengths[at] > len)
        at++;
    if (at < d->length_count && d->lengths[at] == len)
        return;
    size_t after = d->length_count - at;
    *MEM_PUSH(d->lengths, d->length_count, d->length_cap) = len;
    memmove(d->lengths + at + 1, d->lengths + at, after * sizeof *d->lengths);
    d->lengths[at] = len;
}

static void add_definition(struct md_definitions *d, struct doc *doc,
                           const struct definition_search *s, const struct found *found,
                           uint32_t limit)
{
    struct md_definition *added = ARENA_NEW(&doc->arena, struct md_definition);
    uint32_t start = found->start, label = start + 2, close = masked_end(s->text, start);
    uint32_t end = md_line_end(s->text, start);
    struct slice key = {s->source + label, close - label};
    *MEM_PUSH(d->all, d->count, d->cap) = added;
    added->note = found->note;
    added->span = (struct span){doc->source, d->base + start, end - start};
    added->content = d->base + close + 2;
    if (found->note)
        read_note(added, s->text, found, limit);
    else
        added->expansion = arena_string(
            &doc->arena, slice_trim((struct slice){s->source + close + 2, end - close - 2}));
    added->key = found->note ? md_note_key(&doc->arena, key) : slice_trim(key);
    struct map *map = found->note ? &d->note_map : &d->abbreviation_map;
    added->repeated = added->key.len == 0 || map_get(map, added->key);
    if (added->repeated)
        return;
    map_put(map, added->key, added);
    if (found->note) {
        *MEM_PUSH(d->notes, d->note_count, d->note_cap) = added;
        return;
    }
    add_length(d, added->key.len);
    d->firsts[(unsigned char)added->key.ptr[0]] = true;
}

static void report_repeated(const struct md_definition *definition, struct diag_list *diags)
{
    if (definition->repeated && definition->note)
        diag_add(diags, DIAG_CODE_FOOTNOTE_REPEATED, definition->span,
                 "give each footnote its own label",
                 "the footnote [^%.*s%s] is defined a second time; this one is not printed",
                 DIAG_SHOWN(definition->key));
    else if (definition->repeated)
        diag_add(diags, DIAG_CODE_ABBREVIATION_REPEATED, definition->span,
                 "delete one of the lines", "the abbreviation \"%.*s%s\" is defined a second time",
                 DIAG_SHOWN(definition->key));
}

static void find(struct md_definitions *d, struct doc *doc, struct slice masked,
                 struct diag_list *diags)
{
    struct definition_search s = {
        .text = masked, .source = doc->source->text.ptr + d->base, .block = MD_BLOCK_DOC};
    MD_PARSER parser = {.flags = MD_DIALECT,
                        .enter_block = enter_block,
                        .leave_block = leave_block,
                        .enter_span = enter_span,
                        .leave_span = leave_span,
                        .text = take_text};
    if (md_parse(masked.ptr, (MD_SIZE)masked.len, &parser, &s) != 0)
        mem_exhausted(); /* md4c fails only for lack of memory */
    for (size_t i = 0; i < s.count; i++) {
        uint32_t limit =
            i + 1 < s.count ? md_line_start(s.text, s.found[i + 1].start) : (uint32_t)masked.len;
        add_definition(d, doc, &s, &s.found[i], limit);
        report_repeated(d->all[i], diags);
    }
    mem_free(s.found);
}

static bool holds(struct slice text, const char *part)
{
    return slice_find_string(text, part) < text.len;
}

void md_definitions_find(struct md_definitions *definitions, struct doc *doc, uint32_t base,
                         struct diag_list *diags)
{
    struct slice body = slice_from_position(doc->source->text, base);
    *definitions = (struct md_definitions){.base = base};
    if (!holds(body, "[^") && !holds(body, "*[") && !holds(body, "<!--") &&
        find_tag_colon(body, 0) == body.len)
        return;
    definitions->masked = mem_alloc(body.len);
    memcpy(definitions->masked, body.ptr, body.len);
    mask_comments(body, definitions->masked);
    mask_colons(body, definitions->masked);
    if (mask(body, definitions->masked))
        find(definitions, doc, (struct slice){definitions->masked, body.len}, diags);
}

void md_definitions_free(struct md_definitions *definitions)
{
    mem_free(definitions->masked);
    mem_free(definitions->all);
    mem_free(definitions->notes);
    mem_free(definitions->lengths);
    map_free(&definitions->note_map);
    map_free(&definitions->abbreviation_map);
}
