/* The numbers of tables. Only matter/. */
#ifndef READ_MATTER_CAPTIONS_H
#define READ_MATTER_CAPTIONS_H

#include "read/matter/wording.h"

/* "Table 1. " before the captions of tables. */
void matter_captions(struct matter *matter);

#endif
