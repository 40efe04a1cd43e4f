#include "cli/values.h"

#include <stdarg.h>
#include <string.h>

#include "base/slice.h"
#include "base/utf8.h"
#include "build/formats.h"
#include "cli/texts.h"
#include "read/readers.h"
#include "text/lang.h"
#include "text/lang_names.h"

static bool fail(struct buf *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

static bool fail(struct buf *error, const char *format, ...)
{
    struct arena arena = {0};
    va_list args;
    va_start(args, format);
    buf_put_string(error, arena_format_list(&arena, format, args));
    va_end(args);
    arena_free(&arena);
    return false;
}

bool values_formats(struct build_options *build, const char *value, struct buf *error)
{
    build->formats = formats_parse(value);
    if (build->formats != 0)
        return true;
    buf_put_string(error, "--to takes ");
    texts_put_formats(error);
    return fail(error, ", not '%s'", value);
}

bool values_from(struct build_options *build, const char *value, struct buf *error)
{
    build->from = readers_find(value);
    if (build->from)
        return true;
    buf_put_string(error, "--from takes ");
    readers_put_names(error, "", " or ");
    return fail(error, ", not '%s'", value);
}

bool values_number(const char *text, int64_t limit, int64_t *out)
{
    int64_t value = 0;
    if (!*text)
        return false;
    for (; *text; text++) {
        if (!ascii_is_digit(*text))
            return false;
        value = value * 10 + (*text - '0');
        if (value > limit)
            return false;
    }
    *out = value;
    return true;
}

#define MOST_JOBS 64

bool values_jobs(struct build_options *build, const char *value, struct buf *error)
{
    int64_t jobs;
    if (!values_number(value, MOST_JOBS, &jobs) || jobs == 0)
        return fail(error, "-j takes a number from 1 to %d, not '%s'", MOST_JOBS, value);
    build->threads = (unsigned)jobs;
    return true;
}

#define MOST_MEMORY   1048576 /* a terabyte, in megabytes */
#define THREAD_MEMORY 32      /* for a leaflet, and 8 for the stack, which count as used at once */

bool values_memory(struct build_options *build, const char *value, unsigned *memory,
                   struct buf *error)
{
    int64_t megabytes;
    if (!values_number(value, MOST_MEMORY, &megabytes) || megabytes == 0)
        return fail(error, "--memory takes a number of megabytes from 1 to %d, not '%s'",
                    MOST_MEMORY, value);
    *memory = (unsigned)megabytes;
    build->most_threads = megabytes < THREAD_MEMORY ? 1 : (unsigned)megabytes / THREAD_MEMORY;
    return true;
}

bool values_fit(struct build_options *build, const char *value, struct buf *error)
{
    int64_t pages;
    if (!values_number(value, BUILD_FIT_MOST, &pages) || pages == 0)
        return fail(error, "--fit takes a number of pages from 1 to %d, not '%s'", BUILD_FIT_MOST,
                    value);
    build->fit = (int)pages;
    return true;
}

bool values_dpi(struct build_options *build, const char *value, struct buf *error)
{
    int64_t dpi;
    if (!values_number(value, BUILD_DPI_MOST, &dpi) || dpi < BUILD_DPI_LEAST)
        return fail(error, "--dpi takes a number of dots an inch from %d to %d, not '%s'",
                    BUILD_DPI_LEAST, BUILD_DPI_MOST, value);
    build->dpi = (unsigned)dpi;
    return true;
}

/* So many digits, as a number; -1: there are others. */
static int read_digits(const char *text, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (!ascii_is_digit(text[i]))
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool values_today(struct build_options *build, const char *value, struct buf *error)
{
    struct date_moment *today = &build->today;
    if (strlen(value) == 10 && value[4] == '-' && value[7] == '-') {
        today->year = read_digits(value, 4);
        today->month = read_digits(value + 5, 2);
        today->day = read_digits(value + 8, 2);
        if (today->day > 0 && date_is_possible(today->year, today->month, today->day))
            return true;
    }
    return fail(error, "--today takes a date as year-month-day, such as 2026-11-23, not '%s'",
                value);
}

bool values_lang(struct build_options *build, const char *value, struct buf *error)
{
    struct slice text = slice_from(value);
    struct arena arena = {0};
    const char *tag = utf8_check(text) == text.len ? lang_names_find(&arena, value) : NULL;
    build->lang = value;
    bool good = !tag && text_lang_is_valid(value);
    if (tag)
        fail(error, "--lang takes the language's code: --lang %s", tag);
    else if (!good)
        fail(error, "--lang takes a language tag such as en-GB, not '%s'", value);
    arena_free(&arena);
    return good;
}
