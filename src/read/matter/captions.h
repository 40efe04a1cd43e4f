/* The numbers of tables. Only matter/. */
#pragma once

#include "read/matter/wording.h"

/* "Table 1. " before the captions of tables. */
void matter_captions(struct matter *matter);
