#include "check/wording/english_phones.h"

#include "check/rule/found.h"
#include "text/phone.h"

#define MOST_DIGITS 11u

static size_t digits_of(struct slice number, char digits[MOST_DIGITS + 1])
{
    size_t count = 0;
    for (size_t i = 0; i < number.len; i++) {
        if (!ascii_is_digit(number.ptr[i]))
            continue;
        if (count == MOST_DIGITS)
            return 0;
        digits[count++] = number.ptr[i];
    }
    digits[count] = '\0';
    return count;
}

/* The first two groups of a British number (the rest is the third), or false: it is none.
 * 020 7450 4000, 0121 496 0000, 01273 800 900, 07700 900 866, 0300 123 1234, 0800 890 567. */
static bool groups_of(const char *digits, size_t count, size_t groups[2])
{
    static const struct {
        char second;
        size_t first, then;
    } forms[] = {{'1', 5, 3}, {'2', 3, 4}, {'3', 4, 3}, {'7', 5, 3}, {'8', 4, 3}, {'9', 4, 3}};
    bool short_one = count == 10 && digits[1] == '8';
    if (digits[0] != '0' || (count != 11 && !short_one))
        return false;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (forms[i].second != digits[1])
            continue;
        bool city = digits[1] == '1' && (digits[2] == '1' || digits[3] == '1');
        groups[0] = city ? 4 : forms[i].first;
        groups[1] = forms[i].then;
        return true;
    }
    return false;
}

const char *english_phone_guide(struct slice written, struct arena *arena)
{
    char digits[MOST_DIGITS + 1];
    size_t groups[2];
    if (slice_find(written, '+') < written.len ||
        !groups_of(digits, digits_of(written, digits), groups))
        return NULL;
    return arena_format(arena, "%.*s %.*s %s", (int)groups[0], digits, (int)groups[1],
                        digits + groups[0], digits + groups[0] + groups[1]);
}

static void look(const struct found *found, struct diag_list *diags)
{
    struct slice written = found_text(found);
    const char *guide = english_phone_guide(written, diags->arena);
    if (!guide)
        return;
    /* No-break spaces are as good as others. */
    size_t at = 0;
    bool same = true;
    for (const char *c = guide; *c && same; c++) {
        struct slice rest = slice_from_position(written, at);
        size_t blank = slice_starts(rest, "\xc2\xa0") ? 2 : slice_starts(rest, " ");
        same = *c == ' ' ? blank > 0 : at < written.len && rest.ptr[0] == *c;
        at += *c == ' ' ? blank : 1;
    }
    if (same && at == written.len)
        return;
    struct diag *diag =
        diag_add(diags, DIAG_CODE_PHONE_GROUPS, found_span(found),
                 arena_format(diags->arena, "write: %s", found_mended(found, guide, diags->arena)),
                 "the number \"%.*s\" is easier to dial as %s", SLICE_ARGS(written), guide);
    found_fix(diags, diag, found, guide);
}

bool english_phone_is_british(const char *lang)
{
    return !lang || !lang[0] || !lang[1] || lang[2] != '-' ||
           slice_equal_nocase(slice_from(lang + 3), SLICE_LIT("GB"));
}

void check_phone_groups(const struct check_subject *subject, struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    for (size_t i = 0; i < prose->passage_count; i++) {
        const struct prose_passage *passage = &prose->passages[i];
        struct phone phone = {0, 0};
        size_t from = slice_find(passage->text, '0');
        if (!passage->english || !english_phone_is_british(passage->lang) ||
            from == passage->text.len)
            continue;
        for (from = 0; passage->digits && phone_find(passage->text, from, &phone); from = phone.end)
            look(&(struct found){prose, passage, phone.start, phone.end}, diags);
    }
}
