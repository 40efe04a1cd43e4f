#include "base/starts.h"

void starts_add(struct starts *starts, const char *word)
{
    uint32_t key = starts_key(word);
    starts->bits[key >> 5] |= UINT32_C(1) << (key & 31);
}
