/* A file that only grows: opened before the sandbox closes, read as a whole, and lines put behind
 * it at the end, all or none. While it is open no other run has it. Used by build/. */
#pragma once

#include <stdbool.h>

#include "base/diag.h"

struct ledger {
    const char *path;
    int descriptor; /* -1: not open */
    struct slice text;
};

/* Waits for another run that has it. False after a diagnostic. */
bool ledger_open(struct ledger *ledger, const char *path, struct arena *arena,
                 struct diag_list *diags);
/* False after a diagnostic, and then the file is as it was. sync: wait until the disk has it. */
bool ledger_add(struct ledger *ledger, struct slice lines, bool sync, struct diag_list *diags);
void ledger_close(struct ledger *ledger);
