#include "style/callouts.h"

#include "font/font.h"
#include "style/colour.h"

#define WHITE 0xffffffu

#define TINT_SHARE  234u /* behind words */
#define HEAD_SHARE  205u /* behind a label that is told from them by a darker tint */
#define DARK_SHARE  60u  /* of labels */
#define BLACK_SHARE 120u /* nearly black: in grey a colour cannot be taken for it */

#define FRAME_HEAVY  UNIT_PT(3)
#define FRAME_MIDDLE UNIT_PT(1.5)
#define FRAME_LIGHT  UNIT_PT(1)

#define TICK  "\xe2\x9c\x93" /* U+2713 */
#define CROSS "\xe2\x9c\x98" /* U+2718 */
#define TIMES "\xc3\x97"

/* A bar at the start edge, a tint, a label in the bar's colour, but darker. */
static struct style_callout bar(const struct style_text *body, uint32_t colour, const char *sign,
                                bool round)
{
    uint32_t tint = colour_lighten(colour, TINT_SHARE);
    struct style_callout look = {.label = *body,
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
static struct style_callout framed(const struct style_text *body, uint32_t colour, unit line,
                                   const char *sign, bool round)
{
    struct style_callout look = bar(body, colour, sign, round);
    look.frame = line;
    look.tint = look.head = WHITE;
    return look;
}

/* A white label in a head of the line's colour. */
static struct style_callout headed(const struct style_text *body, uint32_t colour, unit line)
{
    struct style_callout look = framed(body, colour, line, "!", false);
    look.head = look.ink = colour;
    look.label.colour = look.icon = WHITE;
    return look;
}

/* Help is needed at once: the darkest, heaviest and largest of all. */
static struct style_callout emergency(const struct style_text *body, uint32_t warning)
{
    struct style_callout look = headed(body, colour_darken(warning, BLACK_SHARE), FRAME_HEAVY);
    look.label.size = look.label.size * 6 / 5;
    look.label.leading = look.label.leading * 6 / 5;
    look.tint = colour_lighten(warning, TINT_SHARE);
    return look;
}

static struct style_callout routine(const struct style_text *body, uint32_t brand)
{
    struct style_callout look = framed(body, brand, FRAME_LIGHT, "i", true);
    look.head = colour_lighten(brand, HEAD_SHARE);
    return look;
}

static struct style_callout listed(const struct style_text *body, uint32_t colour, const char *sign,
                                   bool round)
{
    struct style_callout look = framed(body, colour, FRAME_LIGHT, sign, round);
    look.bullet = sign;
    return look;
}

/* A new kind fails to compile until it has its row (-Wswitch-enum). */
static struct style_callout look_of(enum callout_kind kind, const struct style_text *body,
                                    const struct tokens *tokens)
{
    switch (kind) {
    case CALLOUT_EMERGENCY: return emergency(body, tokens->warning);
    case CALLOUT_URGENT: return headed(body, tokens->warning, FRAME_MIDDLE);
    case CALLOUT_ROUTINE: return routine(body, tokens->brand);
    case CALLOUT_TIP: return bar(body, tokens->brand, TICK, true);
    case CALLOUT_IMPORTANT: return bar(body, tokens->brand, "!", true);
    case CALLOUT_WARNING: return bar(body, tokens->warning, "!", false);
    case CALLOUT_CAUTION: return bar(body, tokens->warning, TIMES, false);
    case CALLOUT_DO: return listed(body, tokens->brand, TICK, true);
    case CALLOUT_DONT: return listed(body, tokens->warning, CROSS, false);
    case CALLOUT_NOTE:
    case CALLOUT_KIND_COUNT: break;
    }
    return bar(body, tokens->brand, "i", true);
}

void callouts_make(const struct style_text *body, const struct tokens *tokens,
                   struct style_callout looks[CALLOUT_KIND_COUNT])
{
    for (int kind = 0; kind < CALLOUT_KIND_COUNT; kind++)
        looks[kind] = look_of((enum callout_kind)kind, body, tokens);
}
