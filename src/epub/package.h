/* The package document (EPUB 3.3, 5). Used within epub/ only. */
#pragma once

#include "epub/publication.h"

/* Finds identifier and date of change; a leaflet without any gets a diagnostic. */
void epub_identify(struct epub *epub);
void epub_write_package(struct epub *epub, struct buf *out);
