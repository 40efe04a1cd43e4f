#include "read/front/encoding.h"

#include <string.h>

#include "base/utf8.h"
#include "read/front/command.h"
#include "read/front/filetype.h"
#include "read/front/legacy.h"
#include "text/text.h"

#define SAVE_HINT "save the file as UTF-8 in your editor"

/* How much of a file without a byte-order mark is looked at for UTF-16. */
#define SNIFF_BYTES 512u

enum wide { WIDE_NO, WIDE_UTF16, WIDE_UTF32 };

uint32_t encoding_mark(struct slice text)
{
    return slice_starts(text, "\xef\xbb\xbf") ? 3 : 0;
}

/* By its byte-order mark (Unicode, 23.8), else by its zeros: western text in UTF-16 has one in
 * nearly every second byte and none between. */
static enum wide sniff_wide(struct slice bytes)
{
    size_t zeros[2] = {0, 0};
    size_t len = bytes.len < SNIFF_BYTES ? bytes.len : SNIFF_BYTES;
    if (len >= 4 &&
        (memcmp(bytes.ptr, "\xff\xfe\0\0", 4) == 0 || memcmp(bytes.ptr, "\0\0\xfe\xff", 4) == 0))
        return WIDE_UTF32;
    if (len >= 2 &&
        (memcmp(bytes.ptr, "\xff\xfe", 2) == 0 || memcmp(bytes.ptr, "\xfe\xff", 2) == 0))
        return WIDE_UTF16;
    for (size_t i = 0; i < len; i++)
        zeros[i & 1] += bytes.ptr[i] == '\0';
    bool half = zeros[0] * 5 > len || zeros[1] * 5 > len;
    return len >= 4 && half && (zeros[0] == 0 || zeros[1] == 0) ? WIDE_UTF16 : WIDE_NO;
}

static struct span byte_span(const struct source *source, size_t offset)
{
    return (struct span){source, (uint32_t)offset, 1};
}

/* How a text in an encoding of one byte a character becomes UTF-8. */
static const char *hint_legacy(const struct source *source, unsigned char byte, struct arena *arena)
{
    if (legacy_is_mixed(source->text))
        return "the rest of the file is UTF-8: type this character anew";
    const struct legacy *legacy = legacy_guess(source->text);
    const char *character = legacy ? legacy_character(legacy, byte) : NULL;
    if (!legacy)
        return "open it in the program that it comes from, and save it as UTF-8";
    return arena_format(arena, SAVE_HINT ", or convert it from %s, where this byte is %s: %s",
                        legacy->name, character ? character : "nothing",
                        command_iconv(arena, source->name, legacy->iconv));
}

static void report_byte(const struct source *source, size_t offset, struct diag_list *diags)
{
    unsigned char byte = (unsigned char)source->text.ptr[offset];
    diag_add(diags, DIAG_CODE_NOT_UTF8, byte_span(source, offset),
             hint_legacy(source, byte, diags->arena),
             "the file is not UTF-8: byte 0x%02X at byte %zu", byte, offset + 1);
}

static void report_wide(const struct source *source, enum wide wide, struct diag_list *diags)
{
    const char *name = wide == WIDE_UTF16 ? "UTF-16" : "UTF-32";
    bool marked = utf8_check(slice_sub(source->text, 0, 2)) < 2 || wide == WIDE_UTF32;
    bool little = source->text.ptr[0] != '\0';
    const char *iconv = arena_format(diags->arena, "%s%s", name,
                                     marked   ? ""
                                     : little ? "LE"
                                              : "BE");
    diag_add(diags, DIAG_CODE_UTF16, (struct span){source, 0, 0},
             arena_format(diags->arena, SAVE_HINT ", or convert it: %s",
                          command_iconv(diags->arena, source->name, iconv)),
             "the file is in %s, not in UTF-8", name);
}

#define EACH 0x0101010101010101u /* of the bytes of a piece */

/* Past printable ASCII, as most of a text is. */
static size_t skip_printable(struct slice text, size_t at)
{
    uint64_t piece;
    for (; at + sizeof piece <= text.len; at += sizeof piece) {
        memcpy(&piece, text.ptr + at, sizeof piece);
        /* a high bit where a byte is above 0x7e or below the space, or one below it is */
        if ((piece | (piece + EACH) | (piece - EACH * ' ')) & EACH * 0x80)
            break;
    }
    while (at < text.len && text.ptr[at] >= ' ' && text.ptr[at] < 0x7f)
        at++;
    return at;
}

/* Characters that no leaflet may hold (XML 1.0, 2.2; they have no glyph): each at its place. */
static void report_controls(const struct source *source, bool pages, struct diag_list *diags)
{
    struct slice text = source->text;
    for (size_t i = encoding_mark(text); i < text.len;) {
        unsigned char lead = (unsigned char)text.ptr[i];
        bool doubtful = (lead < 0x20 && lead != '\n' && lead != '\r' && lead != '\t') ||
                        lead == 0x7f || lead == 0xc2 || lead == 0xe2 || lead >= 0xef;
        if (!doubtful || (pages && (lead == '\f' || lead == '\v'))) {
            i = skip_printable(text, i + 1);
            continue;
        }
        size_t start = i;
        uint32_t code_point = utf8_next(text, &i);
        if (text_is_forbidden(code_point))
            diag_add(diags, DIAG_CODE_CONTROL_CHARACTER,
                     (struct span){source, (uint32_t)start, (uint32_t)(i - start)},
                     "delete it; it came in by copying from another program",
                     "the control character U+%04X cannot be shown", (unsigned)code_point);
    }
}

/* True when bytes are a text in UTF-8 without NUL; source is indexed, for the places of what is
 * wrong. */
static bool check(const struct source *source, struct diag_list *diags)
{
    struct slice bytes = source->text;
    enum wide wide = sniff_wide(bytes);
    if (filetype_tell(source, diags))
        return false;
    if (wide != WIDE_NO) {
        report_wide(source, wide, diags);
        return false;
    }
    const char *nul = bytes.len > 0 ? memchr(bytes.ptr, '\0', bytes.len) : NULL;
    size_t bad = utf8_check(bytes);
    if (nul)
        diag_add(diags, DIAG_CODE_NUL_BYTE, byte_span(source, (size_t)(nul - bytes.ptr)),
                 "is it a text file? " SAVE_HINT, "a NUL byte at byte %zu",
                 (size_t)(nul - bytes.ptr) + 1);
    else if (bad < bytes.len)
        report_byte(source, bad, diags);
    return !nul && bad == bytes.len;
}

static const struct source *read_source(struct slice bytes, const char *name, bool pages,
                                        struct arena *arena, struct diag_list *diags)
{
    struct source *source = ARENA_NEW(arena, struct source);
    source->name = arena_string(arena, slice_from(name));
    source->text = bytes.len > SOURCE_LIMIT ? SLICE_EMPTY : bytes;
    source_index(source, arena);
    if (bytes.len > SOURCE_LIMIT) {
        diag_add(diags, DIAG_CODE_FILE_TOO_LARGE, (struct span){source, 0, 0},
                 "split it into several leaflets", "the file is larger than 64 MiB");
        return NULL;
    }
    if (!check(source, diags))
        return NULL;
    struct slice normal = text_normalise(bytes, arena);
    if (normal.ptr != bytes.ptr || normal.len != bytes.len) {
        source->text = normal;
        source_index(source, arena);
    }
    report_controls(source, pages, diags);
    return source;
}

const struct source *encoding_source(struct slice bytes, const char *name, struct arena *arena,
                                     struct diag_list *diags)
{
    return read_source(bytes, name, false, arena, diags);
}

bool read_encoding(struct doc *doc, struct slice bytes, const char *name, bool pages,
                   struct diag_list *diags)
{
    const struct source *source = read_source(bytes, name, pages, &doc->arena, diags);
    if (!source)
        return false;
    struct slice text = source->text;
    if (slice_trim(slice_from_position(text, encoding_mark(text))).len > 0) {
        doc->source = source;
        return true;
    }
    diag_add(diags, DIAG_CODE_EMPTY_FILE, (struct span){source, 0, 0}, "write the leaflet into it",
             "the file is empty");
    return false;
}
