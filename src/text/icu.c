#include "text/icu.h"

#include <pthread.h>

#include "libraries.inc"

LIBRARY_LOAD(icu, LIBRARY_ICUUC, ICU_CALLS)

/* Code points are asked about everywhere, with nothing at hand that could keep these. */
static struct icu calls;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void)
{
#ifdef LIBRARY_ICUUC_BRINGS
    library_load_ahead(LIBRARY_ICUUC_BRINGS);
#endif
    calls = icu_load();
}

const struct icu *icu(void)
{
    pthread_once(&once, load);
    return &calls;
}
