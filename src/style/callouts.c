#include "style/callouts.h"

#include "font/font.h"
#include "style/colour.h"

#define WHITE 0xffffffu

#define HEAD_SHARE  205u /* behind a label that is told from them by a darker tint */
#define DARK_SHARE  60u  /* of labels */
#define BLACK_SHARE 120u /* nearly black: in grey a colour cannot be taken for it */

#define FRAME_HEAVY  UNIT_PT(3)
#define FRAME_MIDDLE UNIT_PT(1.5)
#define FRAME_LIGHT  UNIT_PT(1)

#define TICK  "\xe2\x9c\x93" /* U+2713 */
#define CROSS "\xe2\x9c\x98" /* U+2718 */
#define TIMES "\xc3\x97"

/* What all of them are made from. */
struct scheme {
    struct style_text body;
    uint32_t brand, warning, tint_share; /* of white in the ground behind words */
};

/* A bar at the start edge, a tint, a label in the bar's colour, but darker. */
static struct style_callout bar(const struct scheme *scheme, uint32_t colour, const char *sign,
                                bool round)
{
    uint32_t tint = colour_lighten(colour, scheme->tint_share);
    struct style_callout look = {.label = scheme->body,
                                 .line = colour,
                                 .tint = tint,
                                 .head = tint,
                                 .icon = colour,
                                 .ink = WHITE,
                                 .sign = sign,
                                 .round = round};
    look.label.face = FONT_BOLD;
    look.label.colour = colour_darken(colour, DARK_SHARE);
    return look;
}

/* A line around, on white. */
static struct style_callout framed(const struct scheme *scheme, uint32_t colour, unit line,
                                   const char *sign, bool round)
{
    struct style_callout look = bar(scheme, colour, sign, round);
    look.frame = line;
    look.tint = look.head = WHITE;
    return look;
}

/* A white label in a head of the line's colour. */
static struct style_callout headed(const struct scheme *scheme, uint32_t colour, unit line)
{
    struct style_callout look = framed(scheme, colour, line, "!", false);
    look.head = look.ink = colour;
    look.label.colour = look.icon = WHITE;
    return look;
}

/* Help is needed at once: the darkest, heaviest and largest of all. */
static struct style_callout emergency(const struct scheme *scheme, uint32_t warning)
{
    struct style_callout look = headed(scheme, colour_darken(warning, BLACK_SHARE), FRAME_HEAVY);
    look.label.size = look.label.size * 6 / 5;
    look.label.leading = look.label.leading * 6 / 5;
    look.tint = colour_lighten(warning, scheme->tint_share);
    return look;
}

static struct style_callout routine(const struct scheme *scheme, uint32_t brand)
{
    struct style_callout look = framed(scheme, brand, FRAME_LIGHT, "i", true);
    look.head = colour_lighten(brand, HEAD_SHARE);
    return look;
}

static struct style_callout listed(const struct scheme *scheme, uint32_t colour, const char *sign,
                                   bool round)
{
    struct style_callout look = framed(scheme, colour, FRAME_LIGHT, sign, round);
    look.bullet = sign;
    return look;
}

/* A new kind fails to compile until it has its row (-Wswitch-enum). */
static struct style_callout look_of(enum callout_kind kind, const struct scheme *scheme)
{
    switch (kind) {
    case CALLOUT_EMERGENCY: return emergency(scheme, scheme->warning);
    case CALLOUT_URGENT: return headed(scheme, scheme->warning, FRAME_MIDDLE);
    case CALLOUT_ROUTINE: return routine(scheme, scheme->brand);
    case CALLOUT_TIP: return bar(scheme, scheme->brand, TICK, true);
    case CALLOUT_IMPORTANT: return bar(scheme, scheme->brand, "!", true);
    case CALLOUT_WARNING: return bar(scheme, scheme->warning, "!", false);
    case CALLOUT_CAUTION: return bar(scheme, scheme->warning, TIMES, false);
    case CALLOUT_DO: return listed(scheme, scheme->brand, TICK, true);
    case CALLOUT_DONT: return listed(scheme, scheme->warning, CROSS, false);
    case CALLOUT_NOTE:
    case CALLOUT_KIND_COUNT: break;
    }
    return bar(scheme, scheme->brand, "i", true);
}

void callouts_make(const struct style_text *body, const struct tokens *tokens,
                   struct style_callout looks[CALLOUT_KIND_COUNT])
{
    uint32_t tint = (uint32_t)tokens->of[THEME_CALLOUT_TINT].value; /* thousandths */
    const struct scheme scheme = {*body, tokens_colour(tokens, THEME_BRAND),
                                  tokens_colour(tokens, THEME_WARNING),
                                  (255 * (1000 - tint) + 500) / 1000};
    for (int kind = 0; kind < CALLOUT_KIND_COUNT; kind++)
        looks[kind] = look_of((enum callout_kind)kind, &scheme);
}
