/* The telephone numbers of a leaflet as they are written. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

struct phone_written {
    const char *digits; /* with a + before them where it is written */
    const char *form;   /* as written; any space is U+0020 */
    struct span span;
};

/* Calls back for each number in the text, then for that of the settings (its span is that of the
 * settings). The strings live in the arena. */
void phones_each(const struct check_subject *subject, struct arena *arena,
                 void (*take)(void *context, const struct phone_written *phone), void *context);

/* phone-near: a number that differs from the clinic's by what looks like a slip of the keyboard. */
check_rule check_phone_near;
