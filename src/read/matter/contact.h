/* The contact box. Only matter/. */
#pragma once

#include "read/matter/wording.h"

/* Appended to the root when there is something to say. */
void matter_contact(struct doc *doc);
