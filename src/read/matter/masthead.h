/* The masthead: the clinic's name, a tagline, the logo and the draft mark. Only matter/. */
#ifndef READ_MATTER_MASTHEAD_H
#define READ_MATTER_MASTHEAD_H

#include "read/matter/wording.h"

/* The detached MASTHEAD. Opens the logo and sets meta.contact.logo_image. */
struct node *matter_masthead(struct matter *matter);

#endif
