/* "About this leaflet": who wrote and checked it, and when. Only matter/. */
#pragma once

#include "read/matter/wording.h"

/* Appended to the root when there is something to say. */
void matter_about(struct doc *doc);
