#include "report/pack.h"

/* All that is a number, in the order of finding_pack, in decimal digits with commas between, so
 * that people can read it; then the texts; each ends with a NUL. The same build of the tool reads
 * it (build/state.h), so that codes and severities may be numbers. */
#define NUMBERS 22u

static uint64_t *put_place(uint64_t *at, const struct finding_place *place)
{
    *at++ = place->line;
    *at++ = place->column;
    *at++ = place->byte;
    return at;
}

static const uint64_t *take_place(const uint64_t *at, struct finding_place *place)
{
    *place = (struct finding_place){(uint32_t)at[0], (uint32_t)at[1], (uint32_t)at[2]};
    return at + 3;
}

static void put_numbers(struct buf *out, const uint64_t numbers[NUMBERS])
{
    for (size_t i = 0; i < NUMBERS; i++) {
        char digits[20];
        size_t at = sizeof digits;
        uint64_t number = numbers[i];
        do
            digits[--at] = (char)('0' + number % 10);
        while (number /= 10);
        buf_put(out, digits + at, sizeof digits - at);
        buf_put_char(out, i + 1 < NUMBERS ? ',' : '\0');
    }
}

static bool take_number(struct slice *text, uint64_t *out)
{
    struct slice word = slice_take(text, ',');
    *out = 0;
    for (size_t i = 0; i < word.len; i++) {
        unsigned digit = (unsigned)(word.ptr[i] - '0');
        if (digit > 9 || *out > (UINT64_MAX - digit) / 10)
            return false;
        *out = *out * 10 + digit;
    }
    return word.len > 0;
}

static bool take_numbers(struct slice *bytes, uint64_t numbers[NUMBERS])
{
    struct slice text = slice_take(bytes, '\0');
    for (size_t i = 0; i < NUMBERS; i++)
        if (!take_number(&text, &numbers[i]))
            return false;
    return text.len == 0;
}

static void put_text(struct buf *out, const char *text)
{
    if (text)
        buf_put_string(out, text);
    buf_put_char(out, '\0');
}

void finding_pack(const struct finding *finding, struct buf *out)
{
    const struct finding_fix *fix = &finding->fix;
    uint64_t numbers[NUMBERS], *at = numbers;
    *at++ = (uint64_t)finding->code;
    *at++ = (uint64_t)finding->severity;
    at = put_place(at, &finding->start);
    at = put_place(at, &finding->end);
    at = put_place(at, &finding->first_end);
    *at++ = finding->line_hash;
    *at++ = fix->text != NULL;
    *at++ = fix->offset;
    *at++ = fix->len;
    at = put_place(at, &fix->start);
    at = put_place(at, &fix->end);
    *at++ = fix->file_hash;
    put_numbers(out, numbers);
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
    uint64_t numbers[NUMBERS];
    if (!take_numbers(bytes, numbers))
        return false;
    const char *name = take_text(bytes), *message = take_text(bytes), *hint = take_text(bytes);
    const char *context = take_text(bytes), *fix = take_text(bytes);
    if (!fix || numbers[0] >= DIAG_CODE_COUNT || numbers[1] > DIAG_ERROR)
        return false;
    *out = (struct finding){
        .code = (enum diag_code)numbers[0],
        .severity = (enum diag_severity)numbers[1],
        .name = some(name),
        .message = message,
        .hint = some(hint),
        .context = some(context),
    };
    const uint64_t *at = take_place(numbers + 2, &out->start);
    at = take_place(at, &out->end);
    at = take_place(at, &out->first_end);
    out->line_hash = *at++;
    out->fix.text = *at++ ? fix : NULL;
    out->fix.offset = (uint32_t)*at++;
    out->fix.len = (uint32_t)*at++;
    at = take_place(at, &out->fix.start);
    at = take_place(at, &out->fix.end);
    out->fix.file_hash = *at;
    return true;
}
