/* The masthead: the clinic's name, a tagline, the logo and the draft mark. Only matter/. */
#pragma once

#include "read/matter/wording.h"

/* The detached MASTHEAD. Opens the logo and sets meta.contact.logo_image. */
struct node *matter_masthead(struct matter *matter);
