#include "base/xml.h"

#include <pthread.h>

#include "libraries.inc"

LIBRARY_LOAD(xml, LIBRARY_XML2, XML_CALLS)

static struct xml calls; /* the library is set up once for all threads, too */
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void)
{
#ifdef LIBRARY_XML2_BRINGS
    library_load_ahead(LIBRARY_XML2_BRINGS);
#endif
    calls = xml_load();
    calls.xmlInitParser();
}

const struct xml *xml(void)
{
    pthread_once(&once, load);
    return &calls;
}
