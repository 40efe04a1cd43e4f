#include "report/finding.h"

#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"

static struct finding_place place_of(const struct source *source, size_t offset)
{
    struct source_place place = source_locate(source, (uint32_t)offset);
    struct slice line = source_line(source, place.line);
    size_t before = (size_t)(source->text.ptr + offset - line.ptr);
    return (struct finding_place){place.line, place.column, (uint32_t)before + 1};
}

static size_t within(const struct source *source, size_t offset)
{
    return offset < source->text.len ? offset : source->text.len;
}

/* A block's span may hold the line's end, which is no character of it. */
static size_t end_of(const struct source *source, size_t start, size_t len)
{
    size_t end = within(source, start + len);
    while (end > start && ascii_is_space(source->text.ptr[end - 1]))
        end--;
    return end;
}

/* White space counts as one space, whatever and how much it is, and none at the ends. */
static uint64_t hash_words(struct slice text)
{
    uint64_t hash = HASH_SEED;
    bool any = false, pending = false;
    for (size_t i = 0; i < text.len; i++) {
        if (ascii_is_space(text.ptr[i])) {
            pending = any;
            continue;
        }
        if (pending)
            hash = hash_bytes(hash, " ", 1);
        hash = hash_bytes(hash, text.ptr + i, 1);
        any = true;
        pending = false;
    }
    return hash;
}

static uint64_t hash_line(const struct source *source, uint32_t line, struct finding_lines *lines)
{
    if (lines->source != source || lines->line != line) {
        struct slice text = source_line(source, line);
        if (line == 1 && slice_starts(text, "\xef\xbb\xbf"))
            text = slice_from_position(text, 3);
        lines->source = source;
        lines->line = line;
        lines->hash = hash_words(text);
    }
    return lines->hash;
}

static struct finding_place first_end(const struct source *source, const struct finding *finding)
{
    struct slice line = source_line(source, finding->start.line);
    if (finding->end.line == finding->start.line)
        return finding->end;
    return place_of(source, (size_t)(line.ptr + line.len - source->text.ptr));
}

static const char *clean(const char *text, struct arena *arena)
{
    struct buf out = {0};
    if (!text)
        return NULL;
    diag_put_clean(&out, slice_from(text));
    return buf_keep(&out, arena).ptr;
}

static void keep_fix(const struct diag *diag, struct finding_lines *lines, struct arena *arena,
                     struct finding *out)
{
    const struct source *source = diag->replaced.source;
    if (!diag->fix || !source)
        return;
    if (lines->hashed != source) {
        lines->hashed = source;
        lines->source_hash = hash_bytes(HASH_SEED, source->text.ptr, source->text.len);
    }
    size_t start = within(source, diag->replaced.offset);
    size_t end = within(source, start + diag->replaced.len);
    out->fix = (struct finding_fix){
        .text = arena_string(arena, slice_from(diag->fix)),
        .offset = (uint32_t)start,
        .len = (uint32_t)(end - start),
        .start = place_of(source, start),
        .end = place_of(source, end),
        .file_hash = lines->source_hash,
    };
}

static const char *context_of(const struct diag *diag, struct arena *arena)
{
    struct buf lines = {0};
    diag_put_context(&lines, diag);
    return lines.len > 0 ? buf_keep(&lines, arena).ptr : NULL;
}

void finding_make(const struct diag *diag, struct finding_lines *lines, bool context,
                  struct arena *arena, struct finding *out)
{
    const struct source *source = diag->span.source;
    const char *name = source ? source->name : diag->file;
    *out = (struct finding){
        .code = diag->code,
        .severity = diag->severity,
        .name = name ? arena_string(arena, slice_from(name)) : NULL,
        .message = clean(diag->message, arena),
        .hint = clean(diag->hint, arena),
        .context = context ? context_of(diag, arena) : NULL,
    };
    if (!source) {
        out->line_hash = hash_words(slice_from(diag->message));
        return;
    }
    keep_fix(diag, lines, arena, out);
    size_t start = within(source, diag->span.offset);
    out->start = place_of(source, start);
    out->end = place_of(source, end_of(source, start, diag->span.len));
    out->first_end = first_end(source, out);
    out->line_hash = hash_line(source, out->start.line, lines);
}

void finding_put_text(const struct finding *finding, struct buf *out, bool context, bool colour)
{
    const struct diag_shown shown = {
        .name = finding->name,
        .line = finding->start.line,
        .column = finding->start.column,
        .severity = finding->severity,
        .code = finding->code,
        .message = finding->message,
        .context = context ? finding->context : NULL,
        .hint = finding->hint,
    };
    diag_put_shown(out, &shown, colour);
}

static const char *copy(const char *text, struct arena *arena)
{
    return text ? arena_string(arena, slice_from(text)) : NULL;
}

void finding_copy(const struct finding *from, struct arena *arena, struct finding *out)
{
    *out = *from;
    out->name = copy(from->name, arena);
    out->path = copy(from->path, arena);
    out->message = copy(from->message, arena);
    out->hint = copy(from->hint, arena);
    out->context = copy(from->context, arena);
    out->fix.text = copy(from->fix.text, arena);
}

void finding_identify(struct finding *finding)
{
    static const char digits[] = "0123456789abcdef";
    const char *code = diag_code_name(finding->code);
    const char *path = finding->path ? finding->path : "";
    uint64_t hash = hash_bytes(finding->line_hash, code, strlen(code) + 1);
    hash = hash_bytes(hash, path, strlen(path));
    for (int i = 15; i >= 0; i--, hash >>= 4)
        finding->fingerprint[i] = digits[hash & 15];
    finding->fingerprint[16] = 0;
}

void finding_put_identity(const struct finding *finding, struct buf *out)
{
    buf_format(out, "%s:%u", finding->fingerprint, finding->occurrence);
}

const char *finding_severity_name(enum diag_severity severity)
{
    switch (severity) {
    case DIAG_NOTE: return "note";
    case DIAG_WARNING: return "warning";
    case DIAG_ERROR: return "error";
    }
    return "";
}

bool finding_is_environment(enum diag_code code)
{
    return code == DIAG_CODE_FILE_UNREADABLE || code == DIAG_CODE_OUTPUT_FAILED ||
           code == DIAG_CODE_FONT_MISSING;
}

const struct finding **finding_rank(const struct finding *findings, size_t count,
                                    struct arena *arena)
{
    const struct finding **ranked = ARENA_ARRAY(arena, count + 1, const struct finding *);
    size_t filled = 0;
    for (int severity = DIAG_ERROR; severity >= DIAG_NOTE; severity--)
        for (size_t i = 0; i < count; i++)
            if ((int)findings[i].severity == severity)
                ranked[filled++] = &findings[i];
    return ranked;
}
