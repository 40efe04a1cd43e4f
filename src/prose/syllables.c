#include "prose/syllables.h"

#include <string.h>

#include "base/utf8.h"
#include "prose/english_syllables.h"
#include "text/chars.h"
#include "text/lang.h"

static const struct {
    const char *lang;
    enum syllable_rules rules;
} languages[] = {
    {"en", SYLLABLES_ENGLISH}, {"de", SYLLABLES_GERMAN},  {"nl", SYLLABLES_DUTCH},
    {"es", SYLLABLES_SPANISH}, {"it", SYLLABLES_ITALIAN}, {"fr", SYLLABLES_FRENCH},
    {"ru", SYLLABLES_RUSSIAN},
};

enum syllable_rules prose_syllable_rules(const char *lang)
{
    for (size_t i = 0; lang && i < sizeof languages / sizeof *languages; i++)
        if (text_lang_same_primary(lang, languages[i].lang))
            return languages[i].rules;
    return SYLLABLES_OTHER;
}

/* Vowels with their marks, in lower case; of the Greek and the Cyrillic alphabet too. */
static const char vowels[] = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿāăąēėęěīįıōőœūůűųαεηιουωάέήίόύώϊϋ"
                             "аеёиоуыэюяіїєѣ";

static bool is_vowel(uint32_t c)
{
    if (c < 0x80)
        return c && strchr("aeiouy", (int)c);
    char bytes[5] = {0};
    bytes[utf8_encode(c, bytes)] = '\0';
    return strstr(vowels, bytes);
}

/* Two vowels that belong to one syllable, by language: diphthongs and digraphs. NULL: all that
 * touch do; "": none do. */
static const char *const pairs[] = {
    [SYLLABLES_ENGLISH] = "",
    [SYLLABLES_GERMAN] = " ei ie ai au eu äu aa ee oo ey ay ui io ",
    [SYLLABLES_DUTCH] = " aa ee oo uu ie oe eu ui ij ou au ei ai oi ae ue eeu ieu ",
    [SYLLABLES_SPANISH] = " ai ei oi ui au eu ou iu ia ie io ua ue uo ái éi ói áu éu iá ié ió uá "
                          "ué uó ay ey oy uy üe üi ",
    [SYLLABLES_ITALIAN] = " ai ei oi ui au eu ia ie io iu ua ue uo iù ià iò iè uà uò ",
    [SYLLABLES_FRENCH] = NULL,
    [SYLLABLES_RUSSIAN] = "",
    [SYLLABLES_OTHER] = NULL,
};

/* True if the vowel joins the one before it into one syllable. */
static bool joins(uint32_t before, uint32_t c, const char *list)
{
    char bytes[12] = " ";
    size_t len = 1;
    if (!list)
        return true;
    len += utf8_encode(before, bytes + len);
    len += utf8_encode(c, bytes + len);
    bytes[len++] = ' ';
    bytes[len] = '\0';
    return strstr(list, bytes);
}

/* The mute endings of French: e, es, ent behind a consonant, where another syllable stands. */
static size_t mute_french(struct slice word, size_t count)
{
    struct slice stem = word;
    if (slice_ends(word, "es"))
        stem.len -= 1;
    if (count < 2 || !slice_ends(stem, "e") || stem.len < 2)
        return 0;
    char before = stem.ptr[stem.len - 2];
    return ascii_is_alpha(before) && !is_vowel((unsigned char)before);
}

static size_t count_groups(struct slice word, enum syllable_rules rules)
{
    size_t count = 0;
    uint32_t before = 0;
    for (size_t at = 0; at < word.len;) {
        uint32_t c = text_lower(utf8_next(word, &at));
        bool vowel = is_vowel(c);
        if (vowel && (!is_vowel(before) || !joins(before, c, pairs[rules])))
            count++;
        /* Of three vowels in a row the third begins anew: "bleiaurig". */
        before = vowel || c != 'h' ? c : 0;
    }
    if (rules == SYLLABLES_FRENCH)
        count -= mute_french(word, count);
    return count;
}

size_t prose_syllables(struct slice word, enum syllable_rules rules)
{
    size_t count = rules == SYLLABLES_ENGLISH ? english_syllables(word) : count_groups(word, rules);
    return count > 0 ? count : 1;
}
