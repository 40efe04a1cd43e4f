/* Files that users copy: for continuous integration, which check and build on every change and
 * publish, and for schedulers, by which several machines share a library. Only cli/ includes it. */
#pragma once

struct workflow {
    const char *name; /* as --workflow takes it */
    const char *text;
};

/* NULL where there is none of this name. */
const struct workflow *workflows_find(const char *name);
