/* What a line costs, after D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines",
 * Software: Practice and Experience 11 (1981), 1119-1184 ("K&P"), with the constants of plain TeX
 * (The TeXbook, chapter 14 and appendix B).
 *
 * THE COST FUNCTION. A choice of breakpoints costs the sum over its lines of
 *
 *     demerits = (LINE_PENALTY + badness)^2  +- penalty^2  + extras          (TeXbook, page 98)
 *
 * where the penalty is that of the item at which the line ends (minus for a negative one).
 *
 * Justified: badness = 100 r^3, r = the part of the stretch or shrink that the line uses, a shrink
 * half as much again (gaps of 0.8 of a space show as much as gaps of 1.6); beyond RATIO_MOST it
 * grows no more. Extras: LOOSE_DEMERITS for gaps above 1.6 of a space, TIGHT_DEMERITS for gaps
 * below 0.8 of it; LINECOST_ADJACENT when the
 * fitness classes of two lines differ by more than one (K&P, "More bells and whistles": tight below
 * -1/2, decent to 1/2, loose to 1, very loose above), DOUBLE_HYPHEN_DEMERITS for two lines ending
 * in flagged penalties, LINECOST_THIRD more for a third and any further one, and
 * FINAL_HYPHEN_DEMERITS when a last line follows a flagged one. These weights, and the penalty of a
 * hyphen, are measured (tests/bench/lines.py).
 *
 * In scripts that part no words each place between letters stretches by a PAR_SPREAD_PARTSth of an
 * em and shrinks by nothing.
 *
 * The characters at a line's edges may hang out of the measure: the line's natural width is less by
 * it. Justified, its glyphs give as well, before the spaces do (H. T. Thanh, "Micro-typographic
 * extensions to the TeX typesetting system", 2000): all of it adds EXPANSION_RATIO to r.
 *
 * Ragged: spaces keep their width and the line's end stretches instead, as K&P set ragged right
 * ("Further applications") and plain TeX's \raggedright (rightskip 0pt plus 2em) does. badness =
 * 100 r^3 with r = slack / give: a RAGGED_PARTSth of the measure, about three ems in a leaflet's
 * 148 mm, but in a narrow column no less than what params say. The cube keeps the worst line short
 * of the others in check; K&P's fitness classes say nothing about ragged lines and are left out.
 * In a column that is not narrow a line of less than FILLED tenths of the measure costs
 * LINECOST_UNFILLED.
 *
 * Last lines (before a penalty of LINEBREAK_FORCE) may be short at no cost: K&P's finishing glue.
 * But a last line without any space (in scripts that part no words: place between letters), shorter
 * than a SHORT_PARTSth of the measure, is a single word alone: SHORT_DEMERITS.
 *
 * Balanced (headings, ragged): each line costs BALANCE_LINE, so that the fewest lines win, plus
 * the square of its slack in 1/1024 of the measure, the last line included: as the sum of the
 * slacks is nearly given, their squares are least when the lines are equal. A last line of a
 * single word costs BALANCE_SHORT: less than a line, more than any unevenness of a heading.
 *
 * Overfull: a line wider than its measure (shrink used up) is a choice only when no legal
 * breakpoint inside it could make it narrower; it costs LINECOST_OVERFULL and its excess.
 * Everything else that is too wide is not a choice at all. So a solution always exists.
 *
 * Overflow: a leaflet's source has at most SOURCE_LIMIT bytes (2^26), a list fewer than 2^27
 * items, and no line costs more than 2^37 (LINECOST_OVERFULL, EXCESS_MOST, LINEBREAK_LAST_MEAN^2):
 * totals stay below 2^63. */
#include "layout/par/linecost.h"

#include <stdlib.h>

#define DOUBLE_HYPHEN_DEMERITS 30000
#define LOOSE_DEMERITS         150000
#define TIGHT_DEMERITS         40000
#define FINAL_HYPHEN_DEMERITS  20000
#define RAGGED_PARTS           10
#define FILLED                 7 /* of FILLED_PARTS */
#define FILLED_PARTS           10
#define SHORT_PARTS            2
#define SHORT_DEMERITS         250000
#define BALANCE_LINE           10000000000
#define BALANCE_SHORT          100000000
#define EXCESS_MOST            1000000000
#define RATIO_MOST             (10 * LINECOST_RATIO)
/* What the whole give of a line's glyphs counts as: enough to use no more of it than helps. */
#define EXPANSION_RATIO (LINECOST_RATIO / 8)
/* Gaps above 1.6 of the space, which stretches by half. */
#define LOOSE_RATIO (EXPANSION_RATIO + LINECOST_RATIO * 6 / 5)
/* Gaps below 0.8 of the space, which shrinks by a third. */
#define TIGHT_RATIO   (EXPANSION_RATIO + LINECOST_RATIO * 9 / 10)
#define SHRINK_WEIGHT 3 /* halves */

static int64_t square(int64_t value)
{
    return value * value;
}

struct line_measure linecost_measure(unit width, unit give)
{
    struct line_measure measure = {.width = width > 0 ? width : 1};
    int64_t part = measure.width / RAGGED_PARTS;
    measure.inverse = ((int64_t)LINECOST_RATIO << 24) / measure.width;
    measure.filled = part >= give ? (measure.width * FILLED + FILLED_PARTS - 1) / FILLED_PARTS : 0;
    measure.give =
        part >= give ? measure.inverse * RAGGED_PARTS : ((int64_t)LINECOST_RATIO << 24) / give;
    return measure;
}

/* part / whole as a fixed-point ratio, at most RATIO_MOST; part >= 0. */
static int64_t ratio(int64_t part, int64_t whole)
{
    if (part == 0)
        return 0;
    if (whole <= 0 || part / RATIO_MOST * LINECOST_RATIO >= whole)
        return RATIO_MOST;
    while (part > ((int64_t)1 << 50)) {
        part /= 2;
        whole /= 2;
    }
    int64_t result = part * LINECOST_RATIO / (whole > 0 ? whole : 1);
    return result < RATIO_MOST ? result : RATIO_MOST;
}

/* slack / measure in 1/1024; 0 <= slack <= measure. */
static int64_t slack_ratio(const struct line_measure *measure, int64_t slack)
{
    return slack * measure->inverse >> 24;
}

struct line_ending linecost_ending(const struct line_rules *rules,
                                   const struct linebreak_item *item, unit hang)
{
    struct line_ending ending = {.width = -hang};
    if (item->kind == LINEBREAK_PENALTY) {
        ending.width += item->width;
        ending.forced = item->penalty <= LINEBREAK_FORCE;
        ending.flagged = item->flagged && !ending.forced;
        if (!ending.forced)
            ending.demerits = item->penalty < 0 ? -square(item->penalty) : square(item->penalty);
    }
    ending.least = ending.demerits + (rules->balance ? BALANCE_LINE : square(LINECOST_LINE));
    return ending;
}

static uint8_t fitness_of(int64_t r, bool shrinks)
{
    if (r <= LINECOST_RATIO / 2)
        return LINECOST_DECENT;
    if (shrinks)
        return LINECOST_TIGHT;
    return r <= LINECOST_RATIO ? LINECOST_LOOSE : LINECOST_VERY_LOOSE;
}

int64_t linecost_excess(const struct line_rules *rules, const struct tried_line *line)
{
    int64_t least = line->natural;
    if (rules->justified)
        least -= line->shrink + line->give;
    return least > line->measure->width ? least - line->measure->width : 0;
}

static int64_t short_cost(const struct line_rules *rules, const struct tried_line *line)
{
    if (line->spaces > 0)
        return 0;
    if (rules->balance)
        return BALANCE_SHORT;
    return line->natural * SHORT_PARTS < line->measure->width ? SHORT_DEMERITS : 0;
}

static int64_t hyphen_cost(const struct tried_line *line, const struct line_ending *ending)
{
    if (line->hyphens == 0)
        return 0;
    if (ending->forced)
        return FINAL_HYPHEN_DEMERITS;
    if (!ending->flagged)
        return 0;
    return DOUBLE_HYPHEN_DEMERITS + (line->hyphens == LINECOST_HYPHENS ? LINECOST_THIRD : 0);
}

/* What the use of a justified line's give counts as: that of the glyphs first, then that of the
 * spaces. */
static int64_t line_ratio(const struct tried_line *line, int64_t slack)
{
    int64_t rest = slack < 0 ? -slack : slack, glyphs = 0;
    if (line->give > 0) {
        int64_t used = rest < line->give ? rest : line->give;
        glyphs = used * EXPANSION_RATIO / line->give;
        rest -= used;
    }
    int64_t spaces =
        slack < 0 ? ratio(rest * SHRINK_WEIGHT, 2 * line->shrink) : ratio(rest, line->stretch);
    return glyphs + spaces < RATIO_MOST ? glyphs + spaces : RATIO_MOST;
}

int64_t linecost_of(const struct line_rules *rules, const struct tried_line *line,
                    const struct line_ending *ending, uint8_t *fitness)
{
    *fitness = LINECOST_DECENT;
    int64_t cost = ending->demerits + hyphen_cost(line, ending);
    if (ending->forced)
        cost += short_cost(rules, line);
    int64_t excess = linecost_excess(rules, line);
    if (excess > 0)
        return cost + LINECOST_OVERFULL + (excess < EXCESS_MOST ? excess : EXCESS_MOST) +
               (rules->balance ? BALANCE_LINE : 0);
    int64_t slack = line->measure->width - line->natural;
    if (rules->balance)
        return cost + BALANCE_LINE + square(slack_ratio(line->measure, slack));
    if (!rules->justified)
        return cost + (ending->forced ? linecost_of_ratio(0)
                                      : linecost_of_rag(line->measure, line->natural));
    int64_t r = slack < 0 || !ending->forced ? line_ratio(line, slack) : 0;
    *fitness = fitness_of(r, slack < 0);
    if (slack > 0 && r > LOOSE_RATIO)
        cost += LOOSE_DEMERITS;
    if (slack < 0 && r > TIGHT_RATIO)
        cost += TIGHT_DEMERITS;
    if (abs(*fitness - line->previous_fitness) > 1)
        cost += LINECOST_ADJACENT;
    return cost + linecost_of_ratio(r);
}
