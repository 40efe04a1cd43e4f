/* Another leaflet, as far as one that links to it shows it. Types only. Layers 2 and up. */
#pragma once

#include <stdbool.h>

/* Strings are NUL-terminated and outlive the documents that link to it. */
struct doc_leaflet {
    const char *title;     /* NULL: it has none */
    const char *reference; /* NULL: it has none */
    const char *online;    /* its address on the web; NULL: not known */
    const char *lang;      /* of the title, BCP 47 */
    bool draft;
};
