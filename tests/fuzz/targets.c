#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct fuzz_target fuzz_targets[] = {
    {"markdown", fuzz_markdown, NULL}, {"plain", fuzz_plain, NULL},
    {"front", fuzz_front, NULL},       {"png", fuzz_png, fuzz_png_mend},
    {"jpeg", fuzz_jpeg, NULL},         {"webp", fuzz_webp, NULL},
    {"gif", fuzz_gif, NULL},           {"font", fuzz_font, NULL},
    {"whole", fuzz_whole, NULL},       {0},
};

const struct fuzz_target *fuzz_find(const char *name)
{
    const struct fuzz_target *target = fuzz_targets;
    while (target->name && strcmp(target->name, name) != 0)
        target++;
    return target->name ? target : NULL;
}

void fuzz_broken(const char *condition, const char *file, int line)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
    abort();
}
