#include "text/break.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "text/analysis.h"
#include "text/lang.h"
#include "text/property.h"

#define LINE_SEPARATOR 0x2028u

/* Most leaflets are Latin, Greek or Cyrillic text with typographic punctuation. For these
 * characters UAX #14 comes down to a table of pairs and a few cases that look further, stated here
 * with the numbers of its rules; ICU does the rest. Tests compare both on random texts. */
enum simple_class {
    NOT_KNOWN, /* not looked up yet */
    COMPLEX,   /* only ICU knows */
    AL,
    NU,
    SP,
    BA,
    HY,
    GL,
    OP,
    CP,
    CL,
    EX,
    IS,
    SY,
    QU,
    PI,
    PF,
    PR,
    PO,
    B2,
    BB,
    IN,
    LF,
    START, /* before the first character of a paragraph or after a forced break */
    CLASS_COUNT
};

/* What a pair of adjacent characters says. */
enum pair_rule {
    JOIN, /* no break */
    MAY_BREAK,
    IN_NUMBER,     /* no break when the text up to here is a number (LB25) */
    BEFORE_NUMBER, /* no break when what follows the opening is a number (LB25) */
    AT_START,      /* no break when the hyphen began a word (LB20a) */
};

static bool is_quote(int c)
{
    return c == QU || c == PI || c == PF;
}

/* LB25 to LB30, for pairs that no earlier rule decides. */
static enum pair_rule late_rule(int before, int after)
{
    switch (after) {
    case AL:
        if (before == HY)
            return AT_START; /* LB20a */
        /* LB23, LB24, LB28, LB29, LB30 */
        return before == AL || before == NU || before == PR || before == PO || before == IS ||
                       before == CP
                   ? JOIN
                   : MAY_BREAK;
    case NU:
        if (before == SY)
            return IN_NUMBER;
        /* LB23, LB25, LB30 */
        return before == AL || before == NU || before == PR || before == PO || before == IS ||
                       before == HY || before == CP
                   ? JOIN
                   : MAY_BREAK;
    case PR:
    case PO:
        if (before == SY || before == IS || before == CL || before == CP)
            return IN_NUMBER;
        return before == AL || before == NU ? JOIN : MAY_BREAK; /* LB24, LB25 */
    case OP:
        if (before == PR || before == PO)
            return BEFORE_NUMBER;
        return before == AL || before == NU ? JOIN : MAY_BREAK; /* LB30 */
    default: return MAY_BREAK;                                  /* LB31 */
    }
}

static enum pair_rule pair_rule(int before, int after)
{
    if (before == START || after == LF || after == SP)
        return JOIN; /* sot, LB6, LB7 */
    if (before == GL)
        return JOIN; /* LB12 */
    if (after == GL)
        return before == BA || before == HY ? MAY_BREAK : JOIN; /* LB12a */
    if (after == CL || after == CP || after == EX || after == SY || after == IS)
        return JOIN; /* LB13, LB15d */
    if (before == OP || (before == B2 && after == B2))
        return JOIN; /* LB14, LB17 */
    if (is_quote(before) || is_quote(after))
        return JOIN; /* LB19 */
    if (after == BA || after == HY || before == BB || after == IN)
        return JOIN; /* LB21, LB22 */
    return late_rule(before, after);
}

static enum simple_class quote_of_side(uint32_t category)
{
    return category & U_GC_PI_MASK ? PI : category & U_GC_PF_MASK ? PF : QU;
}

static enum simple_class class_of_property(uint32_t c)
{
    switch (property_line_break(c)) {
    case U_LB_ALPHABETIC:
    case U_LB_AMBIGUOUS: return AL; /* LB1 */
    case U_LB_NUMERIC: return NU;
    case U_LB_SPACE: return SP;
    case U_LB_BREAK_AFTER: return c == 0x2010 ? COMPLEX : BA; /* ICU takes U+2010 as HY too */
    case U_LB_HYPHEN: return HY;
    case U_LB_GLUE: return GL;
    case U_LB_OPEN_PUNCTUATION: return OP;
    case U_LB_CLOSE_PARENTHESIS: return CP;
    case U_LB_CLOSE_PUNCTUATION: return CL;
    case U_LB_EXCLAMATION: return EX;
    case U_LB_INFIX_NUMERIC: return IS;
    case U_LB_BREAK_SYMBOLS: return SY;
    case U_LB_PREFIX_NUMERIC: return PR;
    case U_LB_POSTFIX_NUMERIC: return PO;
    case U_LB_BREAK_BOTH: return B2;
    case U_LB_BREAK_BEFORE: return BB;
    case U_LB_INSEPARABLE: return IN;
    case U_LB_QUOTATION: return quote_of_side(property_category(c));
    default: return COMPLEX;
    }
}

static bool is_left_to_right(uint32_t c)
{
    int direction = (int)property_direction(c);
    switch (direction) {
    case U_LEFT_TO_RIGHT:
    case U_EUROPEAN_NUMBER:
    case U_EUROPEAN_NUMBER_SEPARATOR:
    case U_EUROPEAN_NUMBER_TERMINATOR:
    case U_COMMON_NUMBER_SEPARATOR:
    case U_SEGMENT_SEPARATOR:
    case U_WHITE_SPACE_NEUTRAL:
    case U_OTHER_NEUTRAL: return true;
    default: return false;
    }
}

static enum text_simple_script script_of(uint32_t c)
{
    UScriptCode script = property_script(c);
    if (script == USCRIPT_LATIN)
        return SIMPLE_LATIN;
    if (script == USCRIPT_GREEK)
        return SIMPLE_GREEK;
    if (script == USCRIPT_CYRILLIC)
        return SIMPLE_CYRILLIC;
    return script == USCRIPT_COMMON ? SIMPLE_NONE : SIMPLE_MIXED;
}

/* Not for ASCII, whose classes are known. */
static enum simple_class look_up(struct text_engine *engine, uint32_t c)
{
    enum simple_class found = COMPLEX;
    if (c == LINE_SEPARATOR)
        return engine->classes[c] = LF; /* LB4, LB6: as a line feed */
    int width = property_width(c);
    enum text_simple_script script = script_of(c);
    bool alone = property_grapheme(c) == U_GCB_OTHER;
    if (alone && script != SIMPLE_MIXED && is_left_to_right(c) && width != U_EA_FULLWIDTH &&
        width != U_EA_WIDE && width != U_EA_HALFWIDTH)
        found = class_of_property(c);
    engine->classes[c] = (uint8_t)found;
    engine->scripts[c] = (uint8_t)script;
    return found;
}

/* The classes of ASCII, which no version of Unicode has changed: most leaflets need no look-up.
 * COMPLEX: control characters and, as ICU joins it with LF, CR. */
static const uint8_t ascii_classes[128] = {
    COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX, BA, LF,
    COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX,
    COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX, COMPLEX,
    COMPLEX,
    /* space ! " # $ % & ' ( ) * + , - . / */
    SP, EX, QU, AL, PR, PO, AL, QU, OP, CP, AL, PR, IS, HY, IS, SY,
    /* 0-9 : ; < = > ? */
    NU, NU, NU, NU, NU, NU, NU, NU, NU, NU, IS, IS, AL, AL, AL, EX,
    /* @ A-Z [ \ ] ^ _ */
    AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL,
    AL, AL, AL, OP, PR, CP, AL, AL,
    /* ` a-z { | } ~ DEL */
    AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL, AL,
    AL, AL, AL, OP, BA, CL, AL, COMPLEX};

void text_breaks_prepare(struct text_engine *engine)
{
    engine->classes = mem_calloc(TEXT_FAST_LIMIT, 1);
    engine->scripts = mem_calloc(TEXT_FAST_LIMIT, 1);
    memcpy(engine->classes, ascii_classes, sizeof ascii_classes);
    for (int c = 0; c < 128; c++)
        engine->scripts[c] = ascii_is_alpha((char)c) ? SIMPLE_LATIN : SIMPLE_NONE;
    engine->pairs = mem_alloc((size_t)CLASS_COUNT * CLASS_COUNT);
    for (int before = 0; before < CLASS_COUNT; before++)
        for (int after = 0; after < CLASS_COUNT; after++)
            engine->pairs[before * CLASS_COUNT + after] = (uint8_t)pair_rule(before, after);
}

static int class_of(struct text_engine *engine, uint32_t code_point)
{
    int found = engine->classes[code_point];
    return found != NOT_KNOWN ? found : (int)look_up(engine, code_point);
}

/* The class of the character at a place; COMPLEX past what the table holds, LF at the end. */
static int class_at(struct text_engine *engine, struct slice text, size_t at)
{
    if (at >= text.len)
        return LF;
    uint32_t c = utf8_next(text, &at);
    return c < TEXT_FAST_LIMIT ? class_of(engine, c) : COMPLEX;
}

static bool is_number_at(struct text_engine *engine, struct slice text, size_t at)
{
    if (at < text.len && class_at(engine, text, at) == IS)
        utf8_next(text, &at);
    return class_at(engine, text, at) == NU;
}

struct line_break_scan {
    struct text_engine *engine;
    struct slice text;
    int before;       /* class of the last character that is not a space */
    bool spaces;      /* spaces stand after it */
    bool open_quote;  /* it is a quote that opens (LB15a) */
    bool word_hyphen; /* it is a hyphen that begins a word (LB20a) */
    int number;       /* 1: it ends a number (LB25), 2: a number and a closing bracket */
};

/* LB15b: a closing quote sticks to what is before it, even a space, when this follows it. */
static bool closes_quote(int after)
{
    return after == SP || after == GL || after == CL || after == CP || after == EX || after == IS ||
           after == SY || after == LF || is_quote(after);
}

/* next: the place after the character of class c. */
static bool may_break_after_space(const struct line_break_scan *scan, int c, size_t next)
{
    if (c == LF || c == CL || c == CP || c == EX || c == SY || scan->before == OP)
        return false; /* LB6, LB13, LB14 */
    if (scan->engine->quotes_by_side) {
        if (scan->open_quote)
            return false; /* LB15a */
        if (c == PF && closes_quote(class_at(scan->engine, scan->text, next)))
            return false; /* LB15b */
    } else if (c == OP && is_quote(scan->before)) {
        return false; /* LB15 of Unicode 15 */
    }
    if (c == IS)
        return class_at(scan->engine, scan->text, next) == NU; /* LB15c, LB15d */
    return !(c == B2 && scan->before == B2);                   /* LB17, LB18 */
}

static bool may_break(const struct line_break_scan *scan, int c, size_t next, const uint8_t *pairs)
{
    if (scan->spaces)
        return may_break_after_space(scan, c, next);
    switch ((enum pair_rule)pairs[scan->before * CLASS_COUNT + c]) {
    case JOIN: return false;
    case MAY_BREAK: return true;
    case IN_NUMBER: return scan->number == 0;
    case BEFORE_NUMBER: return !is_number_at(scan->engine, scan->text, next);
    case AT_START: return !scan->word_hyphen;
    }
    return true;
}

static void step(struct line_break_scan *scan, int c, bool broke)
{
    bool starts = scan->spaces || scan->before == START || scan->before == GL;
    if (c == PI)
        scan->open_quote = starts || scan->before == OP || is_quote(scan->before);
    else
        scan->open_quote = false;
    if (c == HY)
        scan->word_hyphen = scan->engine->quotes_by_side
                                ? starts
                                : broke || (scan->before == START && !scan->spaces);
    if (c == NU)
        scan->number = 1;
    else if (scan->number == 1 && !scan->spaces && (c == CL || c == CP))
        scan->number = 2;
    else if (!(scan->number == 1 && !scan->spaces && (c == SY || c == IS)))
        scan->number = 0;
    scan->before = c;
    scan->spaces = false;
}

static enum text_rules rules_of(const char *lang)
{
    if (lang && text_lang_same_primary(lang, "ja"))
        return TEXT_RULES_JAPANESE;
    if (lang && text_lang_same_primary(lang, "zh"))
        return TEXT_RULES_CHINESE;
    return TEXT_RULES_ROOT;
}

/* White space that may vanish at a line end: all but the no-break spaces. */
static bool is_vanishing(uint32_t c)
{
    if (c <= 0x20)
        return c == ' ' || (c >= '\t' && c <= '\r');
    if (c < 0x1680)
        return c == 0x85;
    return c == 0x1680 || (c >= 0x2000 && c <= 0x200a && c != 0x2007) || c == 0x2028 ||
           c == 0x2029 || c == 0x205f || c == 0x3000;
}

/* The letters of ASCII that go on a word, of a text with Latin ones: most of all bytes. */
static size_t skip_word(struct slice text, size_t at, uint8_t *flags)
{
    size_t end = ascii_letters_end(text, at, true);
    while (at < end)
        flags[at++] = TEXT_GRAPHEME;
    return at;
}

bool text_breaks_simple(struct text_engine *engine, struct slice text, const char *lang,
                        uint8_t *flags, enum text_simple_script *script)
{
    struct line_break_scan scan = {.engine = engine, .text = text, .before = START};
    unsigned scripts = 0;
    size_t at = 0;
    if (rules_of(lang) != TEXT_RULES_ROOT)
        return false;
    while (at < text.len) {
        size_t start = at;
        uint32_t code = (unsigned char)text.ptr[at] < 0x80 ? (unsigned char)text.ptr[at++]
                                                           : utf8_next(text, &at);
        if (code >= TEXT_FAST_LIMIT)
            return false;
        int c = class_of(engine, code);
        if (c == COMPLEX)
            return false;
        scripts |= 1u << engine->scripts[code];
        if (c == AL && scan.before == AL) { /* in a word, or a word after another (LB18) */
            flags[start] = scan.spaces ? TEXT_GRAPHEME | TEXT_BREAK : TEXT_GRAPHEME;
            scan.spaces = false;
            if (scripts & 1u << SIMPLE_LATIN)
                at = skip_word(text, at, flags);
            continue;
        }
        if (scan.before == LF) {
            flags[start] = TEXT_GRAPHEME | TEXT_BREAK | TEXT_MUST_BREAK;
            scan = (struct line_break_scan){.engine = engine, .text = text, .before = START};
        } else {
            flags[start] = TEXT_GRAPHEME;
        }
        if (is_vanishing(code))
            flags[start] |= TEXT_SPACE;
        if (c == SP) {
            scan.spaces = true;
            continue;
        }
        bool broke = start > 0 && may_break(&scan, c, at, engine->pairs);
        if (broke)
            flags[start] |= TEXT_BREAK;
        step(&scan, c, broke);
    }
    scripts >>= SIMPLE_LATIN;
    *script = scripts == 0   ? SIMPLE_NONE
              : scripts == 1 ? SIMPLE_LATIN
              : scripts == 2 ? SIMPLE_GREEK
              : scripts == 4 ? SIMPLE_CYRILLIC
                             : SIMPLE_MIXED;
    return true;
}

/* NULL when ICU's data cannot be read. */
static UBreakIterator *open_iterator(UBreakIteratorType type, const char *locale)
{
    UErrorCode error = U_ZERO_ERROR;
    UBreakIterator *iterator = icu()->ubrk_open(type, locale, NULL, 0, &error);
    text_check_memory(error);
    return U_SUCCESS(error) ? iterator : NULL;
}

static bool set_text(UBreakIterator *iterator, const struct text_engine *engine)
{
    UErrorCode error = U_ZERO_ERROR;
    if (iterator)
        icu()->ubrk_setText(iterator, engine->units, engine->unit_count, &error);
    text_check_memory(error);
    return iterator && U_SUCCESS(error);
}

static void mark_graphemes(struct text_engine *engine, uint8_t *flags)
{
    const struct icu *lib = icu();
    if (!engine->grapheme)
        engine->grapheme = open_iterator(UBRK_CHARACTER, "");
    if (set_text(engine->grapheme, engine)) {
        for (int32_t i = lib->ubrk_first(engine->grapheme);
             i != UBRK_DONE && i < engine->unit_count; i = lib->ubrk_next(engine->grapheme))
            flags[engine->offsets[i]] |= TEXT_GRAPHEME;
        return;
    }
    for (int32_t i = 0; i < engine->unit_count; i++)
        flags[engine->offsets[i]] |= TEXT_GRAPHEME;
}

/* A line never ends inside a grapheme cluster, even where UAX #14 would let it (LB10). In Japanese
 * no line begins with a small kana or the sign of a long vowel (JIS X 4051; LB1, CJ as NS). */
static void mark_lines(struct text_engine *engine, const char *lang, uint8_t *flags)
{
    static const char *const locales[TEXT_RULES_COUNT] = {"", "ja@lb=strict", "zh"};
    const struct icu *lib = icu();
    enum text_rules rules = rules_of(lang);
    if (!engine->line[rules])
        engine->line[rules] = open_iterator(UBRK_LINE, locales[rules]);
    UBreakIterator *line = engine->line[rules];
    if (!set_text(line, engine)) {
        for (int32_t i = 1; i < engine->unit_count; i++)
            if (is_vanishing(engine->units[i - 1]) && !is_vanishing(engine->units[i]))
                flags[engine->offsets[i]] |= TEXT_BREAK;
        return;
    }
    lib->ubrk_first(line);
    for (int32_t i = lib->ubrk_next(line); i != UBRK_DONE && i < engine->unit_count;
         i = lib->ubrk_next(line)) {
        uint8_t *flag = &flags[engine->offsets[i]];
        int32_t status = lib->ubrk_getRuleStatus(line);
        if (status >= UBRK_LINE_HARD && status < UBRK_LINE_HARD_LIMIT)
            *flag |= TEXT_BREAK | TEXT_MUST_BREAK;
        else if (*flag & TEXT_GRAPHEME)
            *flag |= TEXT_BREAK;
    }
}

void text_breaks_icu(struct text_engine *engine, struct slice text, const char *lang,
                     uint8_t *flags)
{
    assert(engine->offsets[engine->unit_count] == text.len);
    for (int32_t i = 0; i < engine->unit_count; i++)
        if (is_vanishing(engine->units[i]))
            flags[engine->offsets[i]] |= TEXT_SPACE;
    mark_graphemes(engine, flags);
    mark_lines(engine, lang, flags);
}
