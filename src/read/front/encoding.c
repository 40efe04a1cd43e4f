#include "read/front/encoding.h"

#include <string.h>

#include "base/utf8.h"
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

/* What the byte would be in Windows-1252, where most such files come from: for the hint. */
static const char *legacy_character(unsigned char byte, char out[4])
{
    static const char *const high[32] = {"€", NULL, "‚",  "ƒ", "„",  "…",  "†", "‡",  "ˆ", "‰", "Š",
                                         "‹", "Œ",  NULL, "Ž", NULL, NULL, "‘", "’",  "“", "”", "•",
                                         "–", "—",  "˜",  "™", "š",  "›",  "œ", NULL, "ž", "Ÿ"};
    if (byte < 0xa0)
        return high[byte - 0x80];
    out[utf8_encode(byte, out)] = '\0';
    return out;
}

static void report_byte(const struct source *source, size_t offset, struct diag_list *diags)
{
    char character[5] = "";
    unsigned char byte = (unsigned char)source->text.ptr[offset];
    const char *legacy = legacy_character(byte, character);
    char hint[128] = SAVE_HINT;
    if (legacy)
        snprintf(hint, sizeof hint, "%s; if it comes from Windows, this byte is %s", SAVE_HINT,
                 legacy);
    diag_add(diags, DIAG_CODE_NOT_UTF8, byte_span(source, offset), hint,
             "the file is not UTF-8: byte 0x%02X at byte %zu", byte, offset + 1);
}

/* Characters that no leaflet may hold (XML 1.0, 2.2; they have no glyph): each at its place. */
static void report_controls(const struct source *source, struct diag_list *diags)
{
    struct slice text = source->text;
    for (size_t i = encoding_mark(text); i < text.len;) {
        unsigned char lead = (unsigned char)text.ptr[i];
        bool doubtful = (lead < 0x20 && lead != '\n' && lead != '\r' && lead != '\t') ||
                        lead == 0x7f || lead == 0xc2 || lead == 0xe2 || lead >= 0xef;
        if (!doubtful) {
            i++;
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

/* True when bytes are UTF-8 without NUL; source is indexed, for the places of what is wrong. */
static bool check(const struct source *source, struct diag_list *diags)
{
    struct slice bytes = source->text;
    enum wide wide = sniff_wide(bytes);
    if (wide != WIDE_NO) {
        diag_add(diags, DIAG_CODE_UTF16, (struct span){source, 0, 0}, SAVE_HINT,
                 "the file is in %s, not in UTF-8", wide == WIDE_UTF16 ? "UTF-16" : "UTF-32");
        return false;
    }
    const char *nul = bytes.len > 0 ? memchr(bytes.ptr, '\0', bytes.len) : NULL;
    size_t bad = utf8_check(bytes);
    if (bad < bytes.len)
        report_byte(source, bad, diags);
    if (nul)
        diag_add(diags, DIAG_CODE_NUL_BYTE, byte_span(source, (size_t)(nul - bytes.ptr)),
                 "is it a text file? " SAVE_HINT, "a NUL byte at byte %zu",
                 (size_t)(nul - bytes.ptr) + 1);
    return !nul && bad == bytes.len;
}

const struct source *encoding_source(struct slice bytes, const char *name, struct arena *arena,
                                     struct diag_list *diags)
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
    report_controls(source, diags);
    return source;
}

bool read_encoding(struct doc *doc, struct slice bytes, const char *name, struct diag_list *diags)
{
    const struct source *source = encoding_source(bytes, name, &doc->arena, diags);
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
