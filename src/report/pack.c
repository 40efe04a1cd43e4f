#include "report/pack.h"

#include <string.h>

/* All that is a number, in this order; then the texts, each ended by a NUL. The same build of the
 * tool reads it (build/state.h), so that codes and severities may be numbers. */
struct numbers {
    uint64_t line_hash, file_hash;
    uint32_t code, severity;
    uint32_t offset, len; /* of the fix … */
    uint32_t fixes;       /* … which there is, or is not */
    struct finding_place start, end, first_end, fix_start, fix_end;
};

static void put_text(struct buf *out, const char *text)
{
    if (text)
        buf_put_string(out, text);
    buf_put_char(out, '\0');
}

void finding_pack(const struct finding *finding, struct buf *out)
{
    const struct finding_fix *fix = &finding->fix;
    struct numbers numbers;
    memset(&numbers, 0, sizeof numbers);
    numbers.line_hash = finding->line_hash;
    numbers.file_hash = fix->file_hash;
    numbers.code = (uint32_t)finding->code;
    numbers.severity = (uint32_t)finding->severity;
    numbers.offset = fix->offset;
    numbers.len = fix->len;
    numbers.fixes = fix->text != NULL;
    numbers.start = finding->start;
    numbers.end = finding->end;
    numbers.first_end = finding->first_end;
    numbers.fix_start = fix->start;
    numbers.fix_end = fix->end;
    buf_put(out, &numbers, sizeof numbers);
    put_text(out, finding->name);
    put_text(out, finding->message);
    put_text(out, finding->hint);
    put_text(out, finding->context);
    put_text(out, fix->text);
}

/* NULL: the bytes end before the text does. */
static const char *take_text(struct slice *bytes)
{
    const char *text = bytes->ptr;
    size_t len = slice_find(*bytes, '\0');
    if (len >= bytes->len)
        return NULL;
    *bytes = slice_from_position(*bytes, len + 1);
    return text;
}

/* An empty one is none. */
static const char *some(const char *text)
{
    return text && *text ? text : NULL;
}

bool finding_unpack(struct slice *bytes, struct finding *out)
{
    struct numbers numbers;
    if (bytes->len < sizeof numbers)
        return false;
    memcpy(&numbers, bytes->ptr, sizeof numbers);
    *bytes = slice_from_position(*bytes, sizeof numbers);
    const char *name = take_text(bytes), *message = take_text(bytes), *hint = take_text(bytes);
    const char *context = take_text(bytes), *fix = take_text(bytes);
    if (!fix || numbers.code >= DIAG_CODE_COUNT || numbers.severity > DIAG_ERROR)
        return false;
    *out = (struct finding){
        .code = (enum diag_code)numbers.code,
        .severity = (enum diag_severity)numbers.severity,
        .name = some(name),
        .start = numbers.start,
        .end = numbers.end,
        .first_end = numbers.first_end,
        .message = message,
        .hint = some(hint),
        .context = some(context),
        .line_hash = numbers.line_hash,
        .fix = {numbers.fixes ? fix : NULL, numbers.offset, numbers.len, numbers.fix_start,
                numbers.fix_end, numbers.file_hash},
    };
    return true;
}
