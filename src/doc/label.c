#include "doc/label.h"

#define LETTERS     26u
#define ROMAN_LIMIT 4000u
#define MOST_DIGITS 9u

/* ---- Roman numerals */

static const struct {
    uint32_t value;
    const char *letters;
} romans[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
              {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};

static void put_roman(struct buf *out, uint32_t number)
{
    for (size_t i = 0; i < sizeof romans / sizeof *romans; i++)
        for (; number >= romans[i].value; number -= romans[i].value)
            buf_put_string(out, romans[i].letters);
}

/* Only the one right form counts: iv, not iiii. */
static uint32_t roman_value(struct slice numeral)
{
    uint32_t value = 0;
    size_t at = 0;
    for (size_t i = 0; i < sizeof romans / sizeof *romans; i++)
        for (struct slice letters = slice_from(romans[i].letters);
             value < ROMAN_LIMIT && slice_equal(slice_sub(numeral, at, letters.len), letters);
             at += letters.len)
            value += romans[i].value;
    struct buf again = {0};
    put_roman(&again, value < ROMAN_LIMIT ? value : 0);
    bool right = value > 0 && slice_equal(buf_slice(&again), numeral);
    buf_free(&again);
    return right ? value : 0;
}

/* ---- letters: ... y, z, aa, ab ... */

static void put_letters(struct buf *out, uint32_t number)
{
    char letters[8];
    size_t at = sizeof letters;
    for (; number > 0; number = (number - 1) / LETTERS)
        letters[--at] = (char)('a' + (number - 1) % LETTERS);
    buf_put(out, letters + at, sizeof letters - at);
}

static uint32_t letters_value(struct slice numeral)
{
    uint32_t value = 0;
    for (size_t i = 0; i < numeral.len && numeral.len <= 2; i++) {
        if (numeral.ptr[i] < 'a' || numeral.ptr[i] > 'z')
            return 0;
        value = value * LETTERS + (uint32_t)(numeral.ptr[i] - 'a') + 1;
    }
    return value;
}

/* ---- all */

static uint32_t decimal_value(struct slice numeral)
{
    uint32_t value = 0;
    for (size_t i = 0; i < numeral.len; i++) {
        if (!ascii_is_digit(numeral.ptr[i]) || numeral.len > MOST_DIGITS)
            return 0;
        value = value * 10 + (uint32_t)(numeral.ptr[i] - '0');
    }
    return value;
}

/* The same in small letters; empty where it has small letters already. */
static struct slice lower(struct slice numeral, char small[16])
{
    for (size_t i = 0; i < numeral.len; i++) {
        if (i == 16 || numeral.ptr[i] < 'A' || numeral.ptr[i] > 'Z')
            return SLICE_EMPTY;
        small[i] = ascii_lower(numeral.ptr[i]);
    }
    return (struct slice){small, numeral.len};
}

uint32_t label_value(struct slice numeral, enum node_numbering numbering)
{
    char small[16];
    switch (numbering) {
    case NODE_DECIMAL: return decimal_value(numeral);
    case NODE_LOWER_LETTERS: return letters_value(numeral);
    case NODE_UPPER_LETTERS: return letters_value(lower(numeral, small));
    case NODE_LOWER_ROMAN: return roman_value(numeral);
    case NODE_UPPER_ROMAN: return roman_value(lower(numeral, small));
    }
    return 0;
}

static void put_number(struct buf *out, uint32_t number, enum node_numbering numbering)
{
    size_t start = out->len;
    if (numbering == NODE_DECIMAL)
        buf_put_int(out, number);
    else if (numbering == NODE_LOWER_LETTERS || numbering == NODE_UPPER_LETTERS)
        put_letters(out, number);
    else
        put_roman(out, number);
    if (numbering == NODE_UPPER_LETTERS || numbering == NODE_UPPER_ROMAN)
        for (char *c = out->data + start; c < out->data + out->len; c++)
            *c = (char)(*c - 'a' + 'A');
}

void label_put(struct buf *out, const struct node *list, uint32_t number)
{
    char delimiter = list->u.list.delimiter;
    if (delimiter == '(')
        buf_put_char(out, '(');
    put_number(out, number, list->u.list.numbering);
    if (delimiter)
        buf_put_char(out, delimiter == '(' ? ')' : delimiter);
}

struct slice label_text(const struct node *item, struct arena *arena)
{
    struct buf out = {0};
    label_put(&out, item->parent, item->u.item.number);
    return buf_keep(&out, arena);
}
