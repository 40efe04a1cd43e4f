/* The contact box. Only matter/. */
#ifndef READ_MATTER_CONTACT_H
#define READ_MATTER_CONTACT_H

#include "read/matter/wording.h"

/* Appended to the root when there is something to say. */
void matter_contact(struct matter *matter);

#endif
