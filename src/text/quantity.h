/* Quantities as they stand in right-to-left text: doses, telephone numbers, prices, ranges, dates.
 * The bidirectional algorithm (UAX #9) turns their groups and signs around: "+44 1632" reads
 * "1632 44+", "-5" reads "5-". Layers 2 and up. */
#pragma once

#include <stdbool.h>

#include "base/slice.h"

/* How the last comparison before a place stands ("< 5"): with its number in a quantity, from left
 * to right, or among the right-to-left text, which mirrors its sign. */
enum quantity_comparison { QUANTITY_NO_COMPARISON, QUANTITY_COMPARES, QUANTITY_MIRRORED };

struct quantity {
    size_t start, end;                   /* bytes of the text */
    enum quantity_comparison comparison; /* of the line up to end */
};

/* Finds the next quantity at or after from that reads wrongly in right-to-left text unless it is
 * isolated as left-to-right. It is: sign, currency or relation; an area code in brackets; digits
 * with their separators, ranges and ratios; unit, percent, degree; the Latin words that touch it.
 * A sign that ends a Latin name ("Na+", "O-") makes one too, and so does a plain number behind it
 * that counts the right-to-left words ("Panadol 3 times"), of two digits at most. A plain number is
 * none.
 *
 * A comparison apart from its number belongs to it where nothing stands before it ("< 5"), else to
 * the right-to-left text; what follows in the line stands as the one before it does, since the two
 * limits of "< 4 or > 15" would look the same. found->comparison says of the line (or of the table
 * or list) before from how that was, and is brought on, up to the end of the text where none is
 * found.
 *
 * Digits of the Arabic script without anything Latin keep the order that Unicode's CLDR gives them:
 * ranges read from right to left, the percent sign stands on the left, the minus of U+0660 to
 * U+0669 on the right. Wrong in them are groups that a blank parts (telephone numbers, thousands),
 * and, for the Persian and Urdu digits U+06F0 to U+06F9, a sign before them, which stands on the
 * left. Linear in the text: all looks ahead are bounded. */
bool quantity_find(struct slice text, size_t from, struct quantity *found);

/* The length of a unit behind a number at byte at ("mg", " mg/kg", 0: none), so that its letters
 * are not taken for words of a language. More Latin words behind it make it one of them ("2 of
 * these"). */
size_t quantity_unit_length(struct slice text, size_t at);
