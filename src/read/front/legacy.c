#include "read/front/legacy.h"

#include "base/utf8.h"
#include "text/chars.h"

/* From 0x80 on. */
static const char *const windows[128] = {
    "€",        NULL, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", NULL,       "Ž", NULL,
    NULL,       "‘",  "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", NULL,       "ž", "Ÿ",
    "\xc2\xa0", "¡",  "¢", "£", "¤", "¥", "¦", "§", "¨", "©", "ª", "«", "¬", "\xc2\xad", "®", "¯",
    "°",        "±",  "²", "³", "´", "µ", "¶", "·", "¸", "¹", "º", "»", "¼", "½",        "¾", "¿",
    "À",        "Á",  "Â", "Ã", "Ä", "Å", "Æ", "Ç", "È", "É", "Ê", "Ë", "Ì", "Í",        "Î", "Ï",
    "Ð",        "Ñ",  "Ò", "Ó", "Ô", "Õ", "Ö", "×", "Ø", "Ù", "Ú", "Û", "Ü", "Ý",        "Þ", "ß",
    "à",        "á",  "â", "ã", "ä", "å", "æ", "ç", "è", "é", "ê", "ë", "ì", "í",        "î", "ï",
    "ð",        "ñ",  "ò", "ó", "ô", "õ", "ö", "÷", "ø", "ù", "ú", "û", "ü", "ý",        "þ", "ÿ",
};

static const char *const mac[128] = {
    "Ä",
    "Å",
    "Ç",
    "É",
    "Ñ",
    "Ö",
    "Ü",
    "á",
    "à",
    "â",
    "ä",
    "ã",
    "å",
    "ç",
    "é",
    "è",
    "ê",
    "ë",
    "í",
    "ì",
    "î",
    "ï",
    "ñ",
    "ó",
    "ò",
    "ô",
    "ö",
    "õ",
    "ú",
    "ù",
    "û",
    "ü",
    "†",
    "°",
    "¢",
    "£",
    "§",
    "•",
    "¶",
    "ß",
    "®",
    "©",
    "™",
    "´",
    "¨",
    "≠",
    "Æ",
    "Ø",
    "∞",
    "±",
    "≤",
    "≥",
    "¥",
    "µ",
    "∂",
    "∑",
    "∏",
    "π",
    "∫",
    "ª",
    "º",
    "Ω",
    "æ",
    "ø",
    "¿",
    "¡",
    "¬",
    "√",
    "ƒ",
    "≈",
    "∆",
    "«",
    "»",
    "…",
    "\xc2\xa0",
    "À",
    "Ã",
    "Õ",
    "Œ",
    "œ",
    "–",
    "—",
    "“",
    "”",
    "‘",
    "’",
    "÷",
    "◊",
    "ÿ",
    "Ÿ",
    "⁄",
    "€",
    "‹",
    "›",
    "ﬁ",
    "ﬂ",
    "‡",
    "·",
    "‚",
    "„",
    "‰",
    "Â",
    "Ê",
    "Á",
    "Ë",
    "È",
    "Í",
    "Î",
    "Ï",
    "Ì",
    "Ó",
    "Ô",
    "\xef\xa3\xbf",
    "Ò",
    "Ú",
    "Û",
    "Ù",
    "ı",
    "ˆ",
    "˜",
    "¯",
    "˘",
    "˙",
    "˚",
    "¸",
    "˝",
    "˛",
    "ˇ",
};

static const struct legacy windows_1252 = {"Windows-1252", "WINDOWS-1252", windows},
                           mac_roman = {"Mac Roman", "MACINTOSH", mac};

const char *legacy_character(const struct legacy *legacy, unsigned char byte)
{
    return byte < 0x80 ? NULL : legacy->characters[byte - 0x80];
}

/* ---- evidence */

/* A byte above ASCII as one encoding reads it, and the bytes beside it ('\n' at the ends). */
struct reading {
    const char *text; /* of the character */
    uint32_t code_point;
    unsigned char before, after;
};

static bool is_letter(unsigned char byte)
{
    return ascii_is_alpha((char)byte);
}

static bool is_blank(unsigned char byte)
{
    return ascii_is_space((char)byte);
}

static bool is_one_of(const struct reading *reading, const char *list)
{
    struct slice all = slice_from(list);
    for (size_t at = 0; at < all.len;)
        if (utf8_next(all, &at) == reading->code_point)
            return true;
    return false;
}

/* Capitals stand first in a word, or among capitals. */
static int judge_letter(const struct reading *reading)
{
    bool beside = is_letter(reading->before) || is_letter(reading->after);
    if (text_lower(reading->code_point) != reading->code_point) {
        if (is_letter(reading->before) && reading->before >= 'a')
            return -3;
        return beside ? 1 : -1;
    }
    return beside ? 2 : reading->before >= 0x80 || reading->after >= 0x80 ? -1 : 0;
}

static int judge_mark(const struct reading *reading)
{
    unsigned char before = reading->before, after = reading->after;
    bool number = ascii_is_digit((char)before) || ascii_is_digit((char)after);
    if (is_one_of(reading, "‘“„‚«"))
        return (is_blank(before) || before == '(') && !is_blank(after) ? 2 : -2;
    if (is_one_of(reading, "’”»…"))
        return is_blank(before) ? -2 : 2;
    if (is_one_of(reading, "–—"))
        return is_blank(before) == is_blank(after) ? 2 : -1;
    if (is_one_of(reading, "•·"))
        return is_blank(before) && is_blank(after) ? 2 : -2;
    if (is_one_of(reading, "°"))
        return ascii_is_digit((char)before) || after == 'C' || after == 'F' ? 2 : -2;
    if (is_one_of(reading, "£€±×÷½¼¾≤≥µ²³"))
        return number || is_blank(before) ? 2 : -2;
    if (is_one_of(reading, "\u00a0"))
        return is_blank(before) || is_blank(after) ? 0 : 1;
    return is_one_of(reading, "®©™") ? 1 : -2;
}

static int judge(const struct legacy *legacy, unsigned char byte, unsigned char before,
                 unsigned char after)
{
    struct reading reading = {legacy_character(legacy, byte), 0, before, after};
    size_t at = 0;
    if (!reading.text)
        return -5;
    if (before >= 0x80 && after >= 0x80) /* most letters are none of Latin's */
        return -1;
    reading.code_point = utf8_next(slice_from(reading.text), &at);
    return text_is_alnum(reading.code_point) && !is_one_of(&reading, "½¼¾²³µ")
               ? judge_letter(&reading)
               : judge_mark(&reading);
}

bool legacy_is_mixed(struct slice text)
{
    size_t good = 0, bad = 0;
    while (text.len > 0) {
        size_t end = utf8_check(text);
        for (size_t i = 0; i < end; i++)
            good += (unsigned char)text.ptr[i] >= 0xc0;
        bad += end < text.len;
        text = slice_from_position(text, end + 1);
    }
    return good > bad;
}

const struct legacy *legacy_guess(struct slice text)
{
    int64_t windows_score = 0, mac_score = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (byte < 0x80)
            continue;
        unsigned char before = i > 0 ? (unsigned char)text.ptr[i - 1] : '\n';
        unsigned char after = i + 1 < text.len ? (unsigned char)text.ptr[i + 1] : '\n';
        windows_score += judge(&windows_1252, byte, before, after);
        mac_score += judge(&mac_roman, byte, before, after);
    }
    if (windows_score < 0 && mac_score < 0)
        return NULL;
    return mac_score > windows_score ? &mac_roman : &windows_1252;
}
