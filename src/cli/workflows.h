/* Files for continuous integration that users copy: check and build on every change, and publish.
 * Only cli/ includes it. */
#pragma once

struct workflow {
    const char *name; /* as --workflow takes it */
    const char *text;
};

/* NULL where there is none of this name. */
const struct workflow *workflows_find(const char *name);
