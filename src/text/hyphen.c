#include "text/hyphen.h"

#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/inputs.h"
#include "base/library.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "text/chars.h"
#include "text/icu.h"
#include "text/lang.h"
#include "libraries.inc"

#define CALLS(X)                                                                                   \
    X(hnj_hyphen_load_file)                                                                        \
    X(hnj_hyphen_free)                                                                             \
    X(hnj_hyphen_hyphenate3)

LIBRARY_DEFINE(libhyphen, LIBRARY_HYPHEN, CALLS)

/* libhyphen 2.8.8 loses the first of two equal patterns of a dictionary, about a kilobyte at each
 * load: the leak checker of the tests need not say so again. */
#ifdef __SANITIZE_ADDRESS__
void __lsan_disable(void);
void __lsan_enable(void);
#define LEAKS_BEGIN() __lsan_disable()
#define LEAKS_END()   __lsan_enable()
#else
#define LEAKS_BEGIN() ((void)0)
#define LEAKS_END()   ((void)0)
#endif

#define FOLDER     "/usr/share/hyphen"
#define FILE_LIMIT ((size_t)64 * 1024 * 1024)

/* Letters before and after a hyphen at the least, in any language. */
#define LETTERS_LEAST 2
/* Longer "words" are not hyphenated. */
#define LETTERS_MOST 100

/* The alphabets of the 8-bit dictionaries lie below this. */
#define NARROW_LIMIT 0x600u

struct hyphenator {
    struct libhyphen lib;
    HyphenDict *dict;
    size_t before, after; /* letters that a hyphen leaves on either side at the least */
    uint8_t *narrow; /* [NARROW_LIMIT] code point to the dictionary's byte, 0: none; NULL: UTF-8 */
};

/* Dictionaries of a language when there is none of its region: regions by preference. */
static const char *const preferred[] = {"en_GB", "en_US", "pt_PT", "pt_BR",  "de_DE",
                                        "es_ES", "fr_FR", "zh_CN", "sr_Latn"};

/* Languages that leave three letters at the least after a hyphen, as in TeX's hyphenmins; the
 * others leave two. A dictionary may ask for more and is heard; many say nothing. */
static const char *const three_after[] = {"en", "cs", "cy", "et", "ga", "pt", "sk"};

/* libhyphen reads a stream to its end and keeps nothing of it. */
static HyphenDict *parse(struct slice bytes)
{
    FILE *stream = bytes.len > 0 ? fmemopen((char *)(uintptr_t)bytes.ptr, bytes.len, "r") : NULL;
    if (!stream)
        return NULL;
    struct libhyphen lib = libhyphen_load();
    LEAKS_BEGIN();
    HyphenDict *dict = lib.hnj_hyphen_load_file(stream);
    LEAKS_END();
    fclose(stream);
    return dict;
}

/* After a trouble no other dictionary is taken: it would hyphenate differently. */
static HyphenDict *load(struct inputs *inputs, const char *name, struct hyphenator_trouble *trouble)
{
    struct file_map map;
    const struct input *input;
    const char *reason = NULL;
    if (trouble->reason)
        return NULL;
    snprintf(trouble->path, sizeof trouble->path, FOLDER "/hyph_%s.dic", name);
    if (inputs_map(inputs, trouble->path, FILE_OF_SYSTEM, FILE_LIMIT, &map, &input, &reason) !=
        STATUS_OK) {
        trouble->reason = reason;
        return NULL;
    }
    HyphenDict *dict = parse(map.bytes);
    file_unmap(&map);
    return dict;
}

/* The next subtag of the language tag, lower-cased; empty at the end or when it is no subtag. */
static const char *read_subtag(const char *lang, char out[9])
{
    size_t len = 0;
    while (len < 8 && ascii_is_alnum(lang[len])) {
        out[len] = ascii_lower(lang[len]);
        len++;
    }
    out[len] = '\0';
    lang += len;
    return *lang == '-' ? lang + 1 : lang + strlen(lang);
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* Any dictionary of the language, the first by name. */
static HyphenDict *load_any(struct inputs *inputs, const char *primary,
                            struct hyphenator_trouble *trouble)
{
    struct arena arena = {0};
    const char **names, *reason = NULL;
    HyphenDict *dict = NULL;
    char prefix[16], name[64];
    size_t len = (size_t)snprintf(prefix, sizeof prefix, "hyph_%s_", primary);
    if (inputs_list(inputs, FOLDER, &arena, &names, &reason) == STATUS_OK) {
        for (; *names && !dict; names++) {
            size_t size = strlen(*names);
            if (strncmp(*names, prefix, len) != 0 || size < len + 4 || size >= sizeof name + 5 ||
                strcmp(*names + size - 4, ".dic") != 0)
                continue;
            snprintf(name, sizeof name, "%.*s", (int)(size - 9), *names + 5);
            dict = load(inputs, name, trouble);
        }
    } else if (inputs_kind(inputs, FOLDER, &reason) != FILE_MISSING) {
        snprintf(trouble->path, sizeof trouble->path, FOLDER);
        trouble->reason = reason;
    }
    arena_free(&arena);
    return dict;
}

static HyphenDict *find_dictionary(struct inputs *inputs, const char *lang,
                                   struct hyphenator_trouble *trouble)
{
    char primary[9], subtag[9] = "", name[32];
    HyphenDict *dict = NULL;
    lang = read_subtag(lang, primary);
    if (strlen(primary) < 2 || strlen(primary) > 3)
        return NULL;
    while (*lang && !dict) {
        lang = read_subtag(lang, subtag);
        size_t len = strlen(subtag);
        if (len == 1)
            break;
        for (size_t i = 0; i < len; i++)
            if (len == 2 || (len == 4 && i == 0))
                subtag[i] = upper(subtag[i]);
        snprintf(name, sizeof name, "%s_%s", primary, subtag);
        dict = load(inputs, name, trouble);
    }
    if (!dict)
        dict = load(inputs, primary, trouble);
    for (size_t i = 0; i < sizeof preferred / sizeof *preferred && !dict; i++)
        if (strncmp(preferred[i], primary, strlen(primary)) == 0 &&
            preferred[i][strlen(primary)] == '_')
            dict = load(inputs, preferred[i], trouble);
    return dict || trouble->reason ? dict : load_any(inputs, primary, trouble);
}

/* Code points to bytes of an 8-bit character set, or NULL when ICU does not know it. */
static uint8_t *narrow_table(const char *charset)
{
    const struct icu *lib = icu();
    UErrorCode error = U_ZERO_ERROR;
    UConverter *converter = lib->ucnv_open(charset, &error);
    if (U_FAILURE(error))
        return NULL;
    uint8_t *table = mem_calloc(NARROW_LIMIT, 1);
    for (int byte = 1; byte < 256; byte++) {
        char from = (char)byte;
        UChar to[4];
        error = U_ZERO_ERROR;
        lib->ucnv_reset(converter);
        int32_t len = lib->ucnv_toUChars(converter, to, 4, &from, 1, &error);
        if (U_SUCCESS(error) && len == 1 && to[0] < NARROW_LIMIT && to[0] != 0)
            table[to[0]] = (uint8_t)byte;
    }
    lib->ucnv_close(converter);
    return table;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static void set_minima(struct hyphenator *hyphenator, const char *lang)
{
    const HyphenDict *dict = hyphenator->dict;
    size_t after = LETTERS_LEAST;
    for (size_t i = 0; i < sizeof three_after / sizeof *three_after; i++)
        if (text_lang_same_primary(lang, three_after[i]))
            after = 3;
    hyphenator->before = larger(LETTERS_LEAST, dict->lhmin > 0 ? (size_t)dict->lhmin : 0);
    hyphenator->after = larger(after, dict->rhmin > 0 ? (size_t)dict->rhmin : 0);
}

struct hyphenator *hyphenator_open(struct inputs *inputs, const char *lang,
                                   struct hyphenator_trouble *trouble)
{
    trouble->reason = NULL;
    HyphenDict *dict = lang ? find_dictionary(inputs, lang, trouble) : NULL;
    if (!dict)
        return NULL;
    struct libhyphen lib = libhyphen_load();
    uint8_t *narrow = dict->utf8 ? NULL : narrow_table(dict->cset);
    if (!dict->utf8 && !narrow) {
        lib.hnj_hyphen_free(dict);
        return NULL;
    }
    struct hyphenator *hyphenator = mem_calloc(1, sizeof *hyphenator);
    hyphenator->lib = lib;
    hyphenator->dict = dict;
    hyphenator->narrow = narrow;
    set_minima(hyphenator, lang);
    return hyphenator;
}

void hyphenator_free(struct hyphenator *hyphenator)
{
    if (!hyphenator)
        return;
    hyphenator->lib.hnj_hyphen_free(hyphenator->dict);
    mem_free(hyphenator->narrow);
    mem_free(hyphenator);
}

/* The word in the dictionary's character set, in lower case as its patterns are. Fills the places
 * of the letters in the source; returns their number, 0 when the word cannot be hyphenated. */
static size_t convert(const struct hyphenator *hyphenator, struct slice word, char *out,
                      size_t *out_len, size_t places[LETTERS_MOST])
{
    size_t count = 0, at = 0;
    *out_len = 0;
    while (at < word.len) {
        if (count == LETTERS_MOST)
            return 0;
        places[count++] = at;
        uint32_t c = text_lower(utf8_next(word, &at));
        if (!hyphenator->narrow)
            *out_len += utf8_encode(c, out + *out_len);
        else if (c < NARROW_LIMIT && hyphenator->narrow[c] != 0)
            out[(*out_len)++] = (char)hyphenator->narrow[c];
        else
            return 0;
    }
    return count;
}

static void free_changes(char **changes, int *places, int *cuts, size_t count)
{
    for (size_t i = 0; changes && i < count; i++)
        free(changes[i]);
    free(changes);
    free(places);
    free(cuts);
}

void hyphenator_points(struct hyphenator *hyphenator, struct slice word, bool *points)
{
    char text[LETTERS_MOST * 4 + 1], marks[LETTERS_MOST * 4 + 8];
    size_t places[LETTERS_MOST], len;
    /* Spelling changes at a hyphen; libhyphen allocates them with malloc. */
    char **changes = NULL;
    int *change_places = NULL, *cuts = NULL;
    memset(points, 0, word.len * sizeof *points);
    size_t count = convert(hyphenator, word, text, &len, places);
    size_t before = hyphenator->before, after = hyphenator->after;
    if (count < before + after)
        return;
    text[len] = '\0';
    memset(marks, '0', sizeof marks);
    if (hyphenator->lib.hnj_hyphen_hyphenate3(hyphenator->dict, text, (int)len, marks, NULL,
                                              &changes, &change_places, &cuts, (int)before,
                                              (int)after, (int)before, (int)after) == 0) {
        /* An odd mark at a letter: a hyphen may follow it. */
        for (size_t i = before; i + after <= count; i++)
            if ((marks[i - 1] & 1) && !(changes && changes[i - 1]))
                points[places[i]] = true;
    }
    free_changes(changes, change_places, cuts, len);
}
