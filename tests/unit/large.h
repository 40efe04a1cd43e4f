/* Sizes of inputs that are large so that an excess of time or stack shows. */
#pragma once

/* Under the sanitizers a tenth: there it is each access that counts, and the ordinary build has
 * shown the time. */
#ifdef __SANITIZE_ADDRESS__
#define LARGE(n) ((n) / 10)
#else
#define LARGE(n) (n)
#endif
