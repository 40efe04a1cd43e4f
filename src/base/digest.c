#include "base/digest.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

struct digest digest_of(const void *bytes, size_t len)
{
    struct digest digest;
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes, len));
    _Static_assert(sizeof canonical.digest == DIGEST_SIZE, "the 128 bits of XXH3");
    memcpy(digest.bytes, canonical.digest, DIGEST_SIZE);
    return digest;
}

bool digest_equal(const struct digest *a, const struct digest *b)
{
    return memcmp(a->bytes, b->bytes, DIGEST_SIZE) == 0;
}
