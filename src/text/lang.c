#include "text/lang.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/slice.h"

/* Languages whose likely script (CLDR) is written right to left. */
static const char rtl_languages[] =
    " ar aao abh abv acm acq acw acx acy adf aeb aec afb ajp apc apd arb arc arq ars ary arz ayl "
    "ayn azb bal bgn bqi brh ckb dv dcc fa glk gwt haz he hnd hno iw ji khw ks kvx lki lrc luz mvy "
    "mzn nqo oru pbt pes pga phr pnb prs prd ps rhg rmt sam sd sdh shu skr snd ssh syr tmr trw ug "
    "ur ydd yi yud ";

static const char rtl_scripts[] =
    " adlm arab aran armi avst chrs cprt elym hatr hebr hung khar lydi mand mani mend merc mero "
    "narb nbat nkoo nshu orkh ougr palm phli phlp phnx prti rohg samr sarb sogd sogo syrc syre "
    "syrj syrn thaa yezi ";

/* RFC 5646, section 2.1: the tags that the general form does not cover. */
static const char *const irregular[] = {
    "en-GB-oed", "i-ami",     "i-bnn",     "i-default",  "i-enochian",  "i-hak",  "i-klingon",
    "i-lux",     "i-mingo",   "i-navajo",  "i-pwn",      "i-tao",       "i-tay",  "i-tsu",
    "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE", "art-lojban", "cel-gaulish", "no-bok", "no-nyn",
    "zh-guoyu",  "zh-hakka",  "zh-min",    "zh-min-nan", "zh-xiang"};

static bool is_listed(const char *list, struct slice word)
{
    char key[8] = " ";
    if (word.len == 0 || word.len > 4)
        return false;
    for (size_t i = 0; i < word.len; i++)
        key[i + 1] = ascii_lower(word.ptr[i]);
    key[word.len + 1] = ' ';
    return strstr(list, key) != NULL;
}

static bool all_are(struct slice s, bool (*is_class)(char c))
{
    for (size_t i = 0; i < s.len; i++)
        if (!is_class(s.ptr[i]))
            return false;
    return true;
}

static bool is_variant(struct slice s)
{
    return (s.len >= 5 && s.len <= 8) || (s.len == 4 && ascii_is_digit(s.ptr[0]));
}

bool text_lang_is_rtl(const char *lang)
{
    struct slice rest = slice_from(lang);
    struct slice primary = slice_take(&rest, '-');
    for (struct slice subtag = slice_take(&rest, '-'); subtag.len > 1;
         subtag = slice_take(&rest, '-')) {
        if (subtag.len == 4 && all_are(subtag, ascii_is_alpha))
            return is_listed(rtl_scripts, subtag);
    }
    return is_listed(rtl_languages, primary);
}

/* Subtags after the language: script, region, variants. Returns the first that is none of them. */
static bool read_middle(struct slice *rest, struct slice *subtag)
{
    struct slice seen[8];
    size_t variants = 0;
    if (subtag->len == 4 && all_are(*subtag, ascii_is_alpha))
        *subtag = slice_take(rest, '-');
    if ((subtag->len == 2 && all_are(*subtag, ascii_is_alpha)) ||
        (subtag->len == 3 && all_are(*subtag, ascii_is_digit)))
        *subtag = slice_take(rest, '-');
    while (is_variant(*subtag)) {
        for (size_t i = 0; i < variants; i++)
            if (slice_equal_nocase(seen[i], *subtag))
                return false; /* section 2.2.5: no variant twice */
        if (variants == sizeof seen / sizeof *seen)
            return false;
        seen[variants++] = *subtag;
        *subtag = slice_take(rest, '-');
    }
    return true;
}

/* Extensions and private use: singletons, each followed by subtags. */
static bool read_extensions(struct slice *rest, struct slice *subtag)
{
    uint64_t singletons = 0;
    while (subtag->len == 1) {
        char single = ascii_lower(subtag->ptr[0]);
        unsigned bit =
            ascii_is_digit(single) ? (unsigned)(single - '0' + 26) : (unsigned)(single - 'a');
        size_t least = single == 'x' ? 1 : 2, count = 0;
        assert(bit < 36);
        if (singletons >> bit & 1)
            return false; /* section 2.2.6: no singleton twice */
        singletons |= (uint64_t)1 << bit;
        for (*subtag = slice_take(rest, '-'); subtag->len >= least && subtag->len <= 8;
             *subtag = slice_take(rest, '-'))
            count++;
        if (count == 0)
            return false;
        if (single == 'x')
            return subtag->len == 0;
    }
    return subtag->len == 0;
}

bool text_lang_is_valid(const char *lang)
{
    struct slice all = slice_from(lang), rest = all;
    if (all.len == 0 || all.ptr[0] == '-' || all.ptr[all.len - 1] == '-')
        return false;
    for (size_t i = 0; i < all.len; i++) {
        char c = all.ptr[i];
        if (!ascii_is_alnum(c) && (c != '-' || all.ptr[i - 1] == '-'))
            return false;
    }
    for (size_t i = 0; i < sizeof irregular / sizeof *irregular; i++)
        if (slice_equal_nocase(all, slice_from(irregular[i])))
            return true;
    struct slice subtag = slice_take(&rest, '-');
    if (subtag.len == 1)
        return ascii_lower(subtag.ptr[0]) == 'x' && read_extensions(&rest, &subtag);
    if (subtag.len < 2 || subtag.len > 8 || !all_are(subtag, ascii_is_alpha))
        return false;
    bool extended = subtag.len <= 3;
    subtag = slice_take(&rest, '-');
    for (int i = 0; extended && i < 3 && subtag.len == 3 && all_are(subtag, ascii_is_alpha); i++)
        subtag = slice_take(&rest, '-');
    return read_middle(&rest, &subtag) && read_extensions(&rest, &subtag);
}

bool text_lang_same_primary(const char *a, const char *b)
{
    struct slice first = slice_from(a), second = slice_from(b);
    return slice_equal_nocase(slice_take(&first, '-'), slice_take(&second, '-'));
}
